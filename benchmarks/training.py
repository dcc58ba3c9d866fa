"""(c) Seconds an epoch, against the loop that tutorials show."""

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from lenet_gui.network.architectures import LeNet5Tanh
from lenet_gui.training import mnist
from lenet_gui.training.augment import distort
from lenet_gui.training.corpus import Corpus
from lenet_gui.training.loop import Trainer
from lenet_gui.training.mnist import Digits
from lenet_gui.training.recipes import RECIPES

_ID = LeNet5Tanh.id
_WORKERS = 2


class _PlainDataset(Dataset[tuple[Tensor, int]]):
    """One picture at a time, as an object, distorted by itself."""

    def __init__(self, digits: Digits) -> None:
        self._pictures = [Image.fromarray(picture) for picture in digits.inputs]
        self._labels = digits.labels.tolist()
        self._generator = torch.Generator().manual_seed(1)

    def __len__(self) -> int:
        return len(self._pictures)

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        picture = torch.from_numpy(np.array(self._pictures[index])).float()[None, None] / 255
        distorted = distort(picture, RECIPES[_ID].distortion, self._generator)
        return distorted[0], self._labels[index]


def measure(data: Path | None, digits: int, runs: int = 3) -> dict[str, float]:
    """Seconds for an epoch of the whole training set, ours and the plain loop's, taking turns.

    Args:
        data: MNIST's folder; None for the cache.
        digits: how many of the training digits are timed; the rest is extrapolated.
        runs: times each is timed; the fastest counts.
    """
    everything, _ = mnist.training(mnist.folder(data))
    part = Digits(everything.inputs[:digits], everything.labels[:digits], everything.sources)
    ours, plain = [], []
    for _ in range(runs):
        ours.append(_ours(part))
        plain.append(_plain(part))
    share = len(everything) / len(part)
    return {
        "digits_timed": len(part),
        "epoch_s": min(ours) * share,
        "plain_epoch_s": min(plain) * share,
        "plain_over_ours": min(plain) / min(ours),
    }


def _ours(digits: Digits) -> float:
    recipe = RECIPES[_ID]
    recipe = replace(recipe, mixture=replace(recipe.mixture, scribbles=0.0))  # as the plain loop
    trainer = Trainer(_ID, recipe, Corpus(digits, (), (), digits.sources), seed=1)
    start = time.perf_counter()
    trainer.epoch()
    return time.perf_counter() - start


def _plain(digits: Digits) -> float:
    recipe = RECIPES[_ID]
    network = LeNet5Tanh()
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=recipe.weight_decay)
    loader = DataLoader(
        _PlainDataset(digits),
        recipe.batch_size,
        shuffle=True,
        num_workers=_WORKERS,
        multiprocessing_context="fork",  # what tutorials get on Linux
    )
    start = time.perf_counter()
    for inputs, labels in loader:
        loss = recipe.loss(network(inputs), labels)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    return time.perf_counter() - start

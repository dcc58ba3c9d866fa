"""A network of random weights and its bundle, made once for all tests that need a real one."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lenet_gui.network.card import Result, Source, Training

if TYPE_CHECKING:
    from lenet_gui.network.architectures import LeNet5Tanh

TRAINING = Training(
    sources=(Source("train-images-idx3-ubyte", "ab" * 32),), recipe={"epochs": 0}, seed=1998
)
RESULTS = (Result("MNIST test", 10_000, 0.1),)


@pytest.fixture(scope="session")
def network() -> "LeNet5Tanh":
    """Not to be changed."""
    import torch

    from lenet_gui.network.architectures import LeNet5Tanh

    generator = torch.Generator().manual_seed(1998)
    network = LeNet5Tanh()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.uniform_(-0.3, 0.3, generator=generator)
    return network.eval()


@pytest.fixture(scope="session")
def written(network: "LeNet5Tanh", tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The card of the random network's bundle; not to be changed."""
    from lenet_gui.network import bundle

    folder = tmp_path_factory.mktemp("models")
    return bundle.write(network, folder, training=TRAINING, results=RESULTS)

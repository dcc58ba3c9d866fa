"""What happens inside a trial: limits are set, then a bundle is loaded and read with.

Runs in the process that `trial` starts, which is thrown away afterwards.
"""

import math
import os
import sys
import time
import zipfile
from pathlib import Path

import msgspec
import numpy as np
import torch

from lenet_gui.errors import QT_TRANSLATE_NOOP, BundleError
from lenet_gui.network import bundle
from lenet_gui.network.anatomy import INPUT_SIZE
from lenet_gui.network.bundle import Bundle
from lenet_gui.network.card import Card, has_its_model, read_card
from lenet_gui.network.own_models import MOST_BYTES
from lenet_gui.network.probability import Array
from lenet_gui.network.trial import Answer, Limits

_PASSED = 0
_REFUSED = 2

_MOST_UNPACKED = 4 * MOST_BYTES


def run(card_path: Path, limits: Limits) -> int:
    """Examine a bundle within limits; the answer goes to standard output.

    Returns:
        The exit code.
    """
    answers = _take_output_from_the_model()
    _set(limits)
    try:
        examine(card_path)
        answer = Answer()
    except BundleError as error:
        answer = Answer(error.sentence, {name: str(value) for name, value in error.fields.items()})
    os.write(answers, msgspec.json.encode(answer))
    return _REFUSED if answer.sentence else _PASSED


def examine(card_path: Path) -> None:
    """Load a bundle, check it against its card, and read a few inputs.

    Raises:
        BundleError: it cannot be used, or not with this memory.
    """
    path = card_path.with_suffix(".pt")
    try:
        card = read_card(card_path)
        _check_card(card_path, card)
        if has_its_model(card_path, card):  # else loading it says so
            _check_archive(path)
        network = bundle.load(card_path)
        _check_parameters(card_path, network)
        _check_answers(path, network)
    except Exception as error:  # whatever a stranger's model throws
        if _is_out_of_memory(error) or _is_out_of_memory(error.__cause__):
            raise BundleError(
                QT_TRANSLATE_NOOP(
                    "errors", "The model {path} wants more memory than a LeNet has any use for."
                ),
                path=path,
            ) from error
        if isinstance(error, BundleError):
            raise
        raise BundleError(
            QT_TRANSLATE_NOOP("errors", "The model {path} fails at some inputs: {reason}."),
            path=path,
            reason=_gist(error),
        ) from error


def _take_output_from_the_model() -> int:
    """Where the answer is written, from now on closed to what the model prints."""
    answers = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


def _set(limits: Limits) -> None:
    """Hold this process to its limits from now on; on Windows whoever started it ends it.

    A signal that nobody handles ends it even in the middle of a model that never returns.
    """
    torch.set_num_threads(1)
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none
    import signal  # noqa: PLC0415

    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    seconds = math.ceil(time.process_time() + limits.seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # nothing here writes a file
    if sys.platform == "linux":  # the one system that both tells and enforces it
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        most = pages * resource.getpagesize() + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _check_archive(path: Path) -> None:
    """Refuse an archive that unpacks to much more than it seems, before torch unpacks it."""
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile) as error:
        raise BundleError(
            QT_TRANSLATE_NOOP("errors", "The file {path} is no TorchScript model."), path=path
        ) from error
    if unpacked > _MOST_UNPACKED:
        raise BundleError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The model {path} would unpack to {size} MB, which no LeNet needs.",
            ),
            path=path,
            size=unpacked // 2**20,
        )


def _check_card(path: Path, card: Card) -> None:
    """Refuse a card whose own figures contradict each other, or that would garble a screen."""
    size, maps = card.input.height, card.input.maps
    agrees = card.parameters == sum(layer.parameters for layer in card.layers)
    for layer in card.layers:
        table = layer.table if layer.table is not None else ((0,),) * layer.maps
        agrees &= (
            min(layer.kernel, layer.stride, layer.maps, layer.padding + 1) > 0
            and layer.units == layer.maps * layer.height * layer.width
            and layer.height
            == (size - layer.kernel + 2 * layer.padding) // max(layer.stride, 1) + 1
            and len(table) == layer.maps
            and all(0 <= before < maps for row in table for before in row)
        )
        size, maps = layer.height, layer.maps
    texts = (*card.title.values(), *card.classes, card.source)
    names = (*(layer.name for layer in card.layers), *(result.source for result in card.results))
    readable = all(text.isprintable() for text in (*texts, *names)) and all(card.classes)
    if not (agrees and readable and all(0 <= result.accuracy <= 1 for result in card.results)):
        raise BundleError(
            QT_TRANSLATE_NOOP("errors", "The card {path} contradicts itself."), path=path
        )


def _check_parameters(path: Path, network: Bundle) -> None:
    """Refuse a card that names parameters which its network does not have."""
    found = network.parameters()
    for layer in network.card.layers:
        for name in (layer.weight, layer.bias):
            if name is not None and name not in found:
                raise BundleError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "The card {path} names the parameters {name}, which its network has not.",
                    ),
                    path=path,
                    name=name,
                )


def _check_answers(path: Path, network: Bundle) -> None:
    """Refuse a network that answers in another shape for several inputs, or in no numbers."""
    card = network.card
    shapes = {layer.name: (layer.maps, layer.height, layer.width) for layer in card.layers}
    for x in _inputs():
        activations, scores = network.activations(x), network.scores(x)
        fits = scores.shape == (len(x), len(card.classes)) and list(activations) == list(shapes)
        fits = fits and all(
            value.shape == (len(x), *shapes[name]) for name, value in activations.items()
        )
        answers = [*activations.values(), scores]
        if not fits or any(answer.dtype != np.float32 for answer in answers):
            raise BundleError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The card of {path} does not fit its network: the layers or their sizes"
                    " differ.",
                ),
                path=path,
            )
        if not all(np.isfinite(answer).all() for answer in answers):
            raise BundleError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The model {path} answers some inputs with what is no number, or infinite.",
                ),
                path=path,
            )
        last = activations[card.layers[-1].name].reshape(scores.shape)
        if not np.allclose(last, scores, rtol=1e-4, atol=1e-5):
            raise BundleError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The scores of the model {path} are not the activations of its last layer.",
                ),
                path=path,
            )


def _inputs() -> list[Array]:
    """Batches (N, 1, 32, 32): blank paper, all ink, noise; each alone, then all together."""
    shape = (1, 1, INPUT_SIZE, INPUT_SIZE)
    noise = np.random.default_rng(1998).random(shape, np.float32)
    alone = [np.zeros(shape, np.float32), np.ones(shape, np.float32), noise]
    return [*alone, np.concatenate(alone)]


def _is_out_of_memory(error: BaseException | None) -> bool:
    """Whether memory was refused; torch has no type of its own for that on a processor."""
    signs = ("can't allocate memory", "not enough memory", "bad_alloc")
    return isinstance(error, MemoryError) or any(sign in str(error) for sign in signs)


def _gist(error: Exception) -> str:
    """The last line of what an error says, where torch puts its cause, fit for a screen."""
    last = (str(error).strip() or type(error).__name__).splitlines()[-1]
    return "".join(filter(str.isprintable, last))[:200]

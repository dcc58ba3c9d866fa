"""Bundles: a TorchScript file and its card. Written, verified and loaded here, and only here.

`NAME.pt` has `forward(x) -> scores` and `activations(x) -> Dict[str, Tensor]` in layer order.
`NAME.json` is its card (see `card`), which carries the SHA-256 of the `.pt`.
"""

import hashlib
import io
import warnings
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import msgspec
import numpy as np
import torch

from lenet_gui.atomic import write_together
from lenet_gui.errors import QT_TRANSLATE_NOOP, BundleError
from lenet_gui.network import anatomy, probability
from lenet_gui.network.architectures import LeNet
from lenet_gui.network.card import FORMAT, Card, Probabilities, Result, Training, Unsure, read_card
from lenet_gui.network.layers import Convolution
from lenet_gui.network.probability import Array


class Bundle:
    """A network ready to run: its card, and its activations for any input."""

    def __init__(self, card: Card, module: torch.jit.ScriptModule) -> None:
        self.card = card
        self._module = module

    def activations(self, x: Array) -> dict[str, Array]:
        """Every layer's activations in order.

        Args:
            x: float32 (N, 1, 32, 32), ink 1, paper 0.

        Returns:
            By layer, float32 (N, maps, height, width).
        """
        with torch.inference_mode():
            return {
                name: activation.numpy()
                for name, activation in self._module.activations(_tensor(x)).items()
            }

    def scores(self, x: Array) -> Array:
        """Scores of the classes, float32 (N, classes), for x as `activations` takes it."""
        with torch.inference_mode():
            return self._module(_tensor(x)).numpy()  # type: ignore[no-any-return]

    def compiled(self) -> "Bundle":
        """The same network, compiled for large batches of one size; it gives scores only.

        It takes a third of the time, and its scores differ by no more than rounding.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # TorchScript is our format
            return Bundle(
                self.card, torch.jit.optimize_for_inference(torch.jit.freeze(self._module))
            )

    def parameters(self) -> dict[str, Array]:
        """The numbers the network was trained to, by the names that stand on the card."""
        return {name: value.numpy() for name, value in self._module.state_dict().items()}

    def probabilities(self, scores: Array) -> Array:
        """Probabilities (N, classes) of scores (N, classes), by the rule on the card."""
        return probability.probabilities(self.card.probabilities, scores)

    def beliefs(self, scores: Array) -> tuple[Array, Array]:
        """Probabilities (N, classes), and the probability (N,) that it is none of the classes."""
        return probability.beliefs(self.card.probabilities, scores)


def _tensor(x: Array) -> torch.Tensor:
    """An array as a tensor; not copied where torch takes it as it is."""
    return torch.from_numpy(x) if x.flags.writeable else torch.tensor(x)


def draft(
    network: LeNet,
    training: Training,
    probabilities: Probabilities | None = None,
    unsure: Unsure | None = None,
) -> Bundle:
    """A bundle of `network` that is written nowhere, to try before its card is complete."""
    card, model = _describe(network, training, probabilities)
    card = msgspec.structs.replace(card, unsure=unsure)
    return Bundle(card, _deserialize(Path(f"{network.id}.pt"), model))


def write(
    network: LeNet,
    folder: Path,
    *,
    training: Training,
    results: Sequence[Result],
    probabilities: Probabilities | None = None,
    unsure: Unsure | None = None,
) -> Path:
    """Write `network` as a bundle into `folder` and return the path of its card.

    Args:
        network: what is exported.
        folder: made if it is not there.
        training: how the network came to be.
        results: how well it reads.
        probabilities: how its scores become probabilities; None: by a plain softmax.
        unsure: when it has no verdict; None: never.

    Raises:
        SaveError: the folder cannot be written to; a bundle that was there is untouched.
    """
    card, model = _describe(network, training, probabilities)
    card = msgspec.structs.replace(card, results=tuple(results), unsure=unsure)
    card_path = folder / f"{network.id}.json"
    text = msgspec.json.format(msgspec.json.encode(card), indent=1) + b"\n"
    write_together({card_path.with_suffix(".pt"): model, card_path: text})
    return card_path


def plain(network: LeNet) -> Probabilities:
    """The softmax that a network's scores are made for, with nothing fitted."""
    return Probabilities("softmax of negative distance" if network.closest_wins else "softmax", 1.0)


def _describe(
    network: LeNet, training: Training, probabilities: Probabilities | None
) -> tuple[Card, bytes]:
    """The card of a network, with no results yet, and its model file."""
    model = _script(_folded(network))
    layers = anatomy.layers(network)
    card = Card(
        format=FORMAT,
        id=network.id,
        title=dict(network.title),
        source=network.source,
        classes=tuple("0123456789"),
        input=anatomy.input_format(network),
        layers=layers,
        parameters=sum(layer.parameters for layer in layers),
        probabilities=probabilities or plain(network),
        training=training,
        results=(),
        sha256=hashlib.sha256(model).hexdigest(),
    )
    return card, model


def load(card_path: Path) -> Bundle:
    """Load the bundle of a card, after checking the file against it.

    Raises:
        BundleError: a file is missing or damaged, the model's hash is not the card's, or the
            network's layers are not those of the card.
    """
    card = read_card(card_path)
    path = card_path.with_suffix(".pt")
    try:
        model = path.read_bytes()
    except OSError as error:
        raise BundleError(
            QT_TRANSLATE_NOOP("errors", "The model file {path} cannot be read: {reason}."),
            path=path,
            reason=error.strerror,
        ) from error
    if hashlib.sha256(model).hexdigest() != card.sha256:
        raise BundleError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The model file {path} is damaged or was altered: it is not the file that its"
                " card describes. Install it again.",
            ),
            path=path,
        )
    module = _deserialize(path, model)
    bundle = Bundle(card, module)
    _check_shapes(path, bundle)
    return bundle


def _folded(network: LeNet) -> LeNet:
    """A copy without batch norm that computes the same, so that a unit's sum is exact."""
    copy = deepcopy(network).cpu().eval()
    for _, layer in copy.named_layers():
        if isinstance(layer, Convolution):
            layer.fold()
    return copy


def _script(network: LeNet) -> bytes:
    """The network as the bytes of a TorchScript file."""
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # TorchScript is our format by design
        torch.jit.save(torch.jit.script(network), buffer)
    return buffer.getvalue()


def _deserialize(path: Path, model: bytes) -> torch.jit.ScriptModule:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            module: torch.jit.ScriptModule = torch.jit.load(io.BytesIO(model), map_location="cpu")  # type: ignore[no-untyped-call]
            return module.eval()
    except (RuntimeError, ValueError) as error:
        raise BundleError(
            QT_TRANSLATE_NOOP("errors", "The file {path} is no TorchScript model."), path=path
        ) from error


def _check_shapes(path: Path, bundle: Bundle) -> None:
    """Refuse a card that lies about its network's layers or their sizes."""
    card = bundle.card
    size = (1, anatomy.INPUT_SIZE, anatomy.INPUT_SIZE)
    blank = np.zeros((1, *size), np.float32)
    try:
        found = {name: value.shape[1:] for name, value in bundle.activations(blank).items()}
        scores = bundle.scores(blank).shape
    except (RuntimeError, AttributeError, TypeError, torch.jit.Error) as error:
        raise BundleError(
            QT_TRANSLATE_NOOP(
                "errors", "The model {path} cannot read an input of 32×32 pixels as its card says."
            ),
            path=path,
        ) from error
    expected = {layer.name: (layer.maps, layer.height, layer.width) for layer in card.layers}
    classes = len(card.classes)
    fits = (
        (card.input.maps, card.input.height, card.input.width) == size
        and list(found.items()) == list(expected.items())
        and expected[card.layers[-1].name] == (classes, 1, 1)
        and scores == (1, classes)
    )
    if not fits:
        raise BundleError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The card of {path} does not fit its network: the layers or their sizes differ.",
            ),
            path=path,
        )

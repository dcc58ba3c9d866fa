"""The card of a bundle: everything the app says about a network, as plain values.

It stands in `NAME.json` beside `NAME.pt` and is read without torch, so that menus, tables and
views know a network before (and without) loading it.
"""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from lenet_gui import paths
from lenet_gui.errors import QT_TRANSLATE_NOOP, BundleError

Kind = Literal["convolution", "full", "max pooling", "radial basis", "subsampling"]
"""What a layer does."""

Squashing = Literal["identity", "relu", "scaled tanh", "sigmoid", "tanh"]
"""The function a weighted sum goes through."""

FORMAT = 1
"""The version of the card's layout that this program writes and reads."""


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value with checked types; an unknown or missing field is an error."""


class InputFormat(_Strict, frozen=True):
    """What the network takes: maps × height × width, and the values paper and ink become."""

    maps: int
    height: int
    width: int
    paper: float
    ink: float


class Targets(_Strict, frozen=True):
    """What a radial basis layer measures the distance to: pictures of height × width units.

    `values` has one for each class, row by row, as many numbers as the layer before has units.
    """

    height: int
    width: int
    values: tuple[tuple[float, ...], ...]


class Layer(_Strict, frozen=True):
    """One layer, read off the network by `anatomy`.

    `height` and `width` are those of its maps for the bundle's input. `parameters` are the
    trainable numbers; `connections` count each weight once per unit that uses it, biases
    included, as the paper does. `receptive_field` is in input pixels, `fan_in` the largest
    number of activations one unit adds up. `table` lists, for each map, the maps before that feed
    it; None where all do. `weight` and `bias` name the parameters in the model file, where batch
    norm is folded into them. `fixed` counts the numbers that are not trained; `targets` are those
    of a radial basis layer.
    """

    name: str
    kind: Kind
    kernel: int
    stride: int
    padding: int
    table: tuple[tuple[int, ...], ...] | None
    squashing: Squashing
    weight: str | None
    bias: str | None
    maps: int
    height: int
    width: int
    units: int
    parameters: int
    connections: int
    fan_in: int
    receptive_field: int
    fixed: int = 0
    targets: Targets | None = None


class Probabilities(_Strict, frozen=True, omit_defaults=True):
    """How scores become probabilities: softmax of score / temperature.

    Where scores are distances, of which the smallest wins, of −score / temperature. `rubbish` is
    the score, after the temperature, of the answer "none of the classes" (the rubbish class of
    LeCun et al. 1998, equation 9), which takes part in the softmax; its probability is then shared
    evenly by all classes, because nothing speaks for any of them. None: there is no such answer.
    """

    rule: Literal["softmax", "softmax of negative distance"]
    temperature: Annotated[float, msgspec.Meta(gt=0)]
    rubbish: float | None = None

    @property
    def closest_wins(self) -> bool:
        """Whether scores are distances, of which the smallest wins."""
        return self.rule == "softmax of negative distance"


Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
"""A share or a probability, from 0 to 1."""


class Unsure(_Strict, frozen=True, omit_defaults=True):
    """When the verdict is "unsure": the likeliest class has a probability under `below`.

    The figures are those of the held-out material that the rule was fitted to: the share of
    `digits` drawings of digits that are unsure, their expected calibration error, the share of
    `others` drawings that are no digit which are unsure, and the area under the ROC curve between
    the two by that probability. None where there were no such drawings.
    """

    below: Share
    digits: int
    digits_unsure: Share
    calibration_error: Share
    others: int = 0
    others_unsure: Share | None = None
    auroc: Share | None = None


class Source(_Strict, frozen=True):
    """Material the network was trained on, with the SHA-256 of the file."""

    name: str
    sha256: str


class CalibrationBin(_Strict, frozen=True):
    """Readings whose verdict's probability lies between `low` and `high`, `n` of them.

    `probability` is the mean of theirs, `accuracy` the share read right; both 0 where n is.
    """

    low: Share
    high: Share
    n: int
    probability: Share
    accuracy: Share


class Misread(_Strict, frozen=True):
    """One sample read wrong: its place in the material, what it is, and what was read.

    `picture` is the input as a PNG of grey levels, paper 0, ink 255.
    """

    index: int
    label: str
    read: str
    probability: Share
    picture: bytes


class Result(_Strict, frozen=True, omit_defaults=True):
    """How `n` samples that chose nothing were read; shares are from 0 to 1.

    `unsure` is the share with no verdict, `accuracy_when_sure` the accuracy of all others,
    `calibration_error` the expected one of `calibration`. In `confusion`, rows are what a sample
    is, columns what was read, in the order of the card's classes. `misread` has at most the first
    hundred.
    """

    source: str
    n: int
    accuracy: float
    unsure: Share | None = None
    accuracy_when_sure: Share | None = None
    calibration_error: Share | None = None
    confusion: tuple[tuple[int, ...], ...] = ()
    calibration: tuple[CalibrationBin, ...] = ()
    misread: tuple[Misread, ...] = ()


class Training(_Strict, frozen=True):
    """How the network came to be."""

    sources: tuple[Source, ...]
    recipe: dict[str, str | int | float]
    seed: int


class Card(_Strict, frozen=True, omit_defaults=True):
    """The whole card.

    `title` has a text per language, English among them; `sha256` is that of the `.pt` file. Without
    `unsure` the network is never unsure.
    """

    format: int
    id: str
    title: dict[str, str]
    source: str
    classes: tuple[str, ...]
    input: InputFormat
    layers: Annotated[tuple[Layer, ...], msgspec.Meta(min_length=1)]
    parameters: int
    probabilities: Probabilities
    training: Training
    results: tuple[Result, ...]
    sha256: str
    unsure: Unsure | None = None

    def __post_init__(self) -> None:
        """Hold what everybody counts on: there is always a title to fall back to."""
        if "en" not in self.title:
            raise ValueError("`title` has no text in English (en)")


class _Versioned(msgspec.Struct):
    """What a card of any format has; read first, as all else may differ."""

    format: int


def read_card(path: Path) -> Card:
    """Read a card.

    Raises:
        BundleError: the file is missing, no JSON, of another format, or a field is wrong.
    """
    try:
        text = path.read_bytes()
    except OSError as error:
        raise BundleError(
            QT_TRANSLATE_NOOP("errors", "The model card {path} cannot be read: {reason}."),
            path=path,
            reason=error.strerror,
        ) from error
    return parse_card(text, path)


def parse_card(text: bytes, path: Path) -> Card:
    """Read a card from its JSON; `path` is where it came from, for sentences.

    Raises:
        BundleError: it is no JSON, of another format, or a field is wrong.
    """
    try:
        found = msgspec.json.decode(text, type=_Versioned).format
        if found == FORMAT:
            return msgspec.json.decode(text, type=Card)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BundleError(
            QT_TRANSLATE_NOOP("errors", "The model card {path} is damaged: {reason}."),
            path=path,
            reason=error,
        ) from error
    raise BundleError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The model card {path} has format {found}; this program reads format {wanted}.",
        ),
        path=path,
        found=found,
        wanted=FORMAT,
    )


def find_cards(folder: Path) -> list[Path]:
    """The cards in a folder, sorted by name; empty if there is no such folder."""
    return sorted(folder.glob("*.json"))


def known_cards() -> dict[str, Path]:
    """The cards there are, by id: those that ship with the app, trained since, or added.

    A network trained by the user takes the place of the shipped one of the same id; one that was
    added takes nobody's.
    """
    folders = (paths.models(), paths.trained_models())
    known = {path.stem: path for folder in folders for path in find_cards(folder)}
    for path in find_cards(paths.added_models()):
        known.setdefault(path.stem, path)
    return known


def card_path(id: str) -> Path:  # noqa: A002 - what the card calls it
    """The card of the network `id`.

    Raises:
        BundleError: there is none; the sentence names those there are.
    """
    known = known_cards()
    if id not in known:
        raise BundleError(
            QT_TRANSLATE_NOOP("errors", "There is no model {id}. There are: {known}."),
            id=id,
            known=", ".join(known) or "none",
        )
    return known[id]


def has_its_model(path: Path, card: Card) -> bool:
    """Whether the model file beside the card at `path` is there and is the one it describes."""
    import hashlib  # noqa: PLC0415 - the window starts without it

    try:
        return hashlib.sha256(path.with_suffix(".pt").read_bytes()).hexdigest() == card.sha256
    except OSError:
        return False

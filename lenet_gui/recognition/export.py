"""Activations and explanations as files: `.npz` for programs, `.csv` for tables and people."""

import csv
import dataclasses
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from lenet_gui.atomic import write_bytes
from lenet_gui.errors import QT_TRANSLATE_NOOP, BundleError, SaveError
from lenet_gui.network.card import Card
from lenet_gui.recognition.explanation import Convolved, Explanation, Full, Pooled, RadialBasis
from lenet_gui.recognition.reading import Reading

INPUT = "input"
"""What the input is called in a file and on the command line."""

_Rows: TypeAlias = Iterable[Sequence[object]]
_ACTIVATION_COLUMNS = ("layer", "shape", "map", "y", "x", "activation")
_CONNECTION_COLUMNS = (
    *("network", "layer", "shape", "map", "y", "x", "part"),
    *("source", "source_map", "source_y", "source_x", "activation", "weight", "number"),
)


def check(path: Path, card: Card, layers: Sequence[str] = ()) -> None:
    """Refuse what cannot be written, before anything is read.

    Raises:
        SaveError: the file would be neither `.npz` nor `.csv`.
        BundleError: the network has no such layer.
    """
    _is_npz(path)
    known = [INPUT, *(layer.name for layer in card.layers)]
    for name in layers:
        if name not in known:
            raise BundleError(
                QT_TRANSLATE_NOOP("errors", "{id} has no layer {name}. It has: {known}."),
                id=card.id,
                name=name,
                known=", ".join(known),
            )


def write_activations(path: Path, reading: Reading, layers: Sequence[str] = ()) -> None:
    """Write what the layers of a reading came to.

    An `.npz` holds an array (maps, height, width) for each layer, by its name. A `.csv` has a row
    for each unit, which tells its layer, the shape of it, map, row y and column x.

    Args:
        path: ending in `.npz` or `.csv`; replaced if it is there.
        reading: what is written of.
        layers: their names, "input" for the input; none: the input and all layers.

    Raises:
        SaveError: the file cannot be written; what was there is untouched.
        BundleError: the network has no such layer.
    """
    check(path, reading.card, layers)
    known = {INPUT: reading.input[None], **reading.activations}
    wanted = {name: known[name] for name in layers or known}
    if _is_npz(path):
        write_bytes(path, _npz(wanted))
    else:
        write_bytes(path, _csv(_ACTIVATION_COLUMNS, _activation_rows(wanted)))


def name(explanation: Explanation) -> str:
    """What a file with an explanation is called: its layer and unit, without the ending."""
    unit, layer = explanation.unit, explanation.layer
    if layer.height == layer.width == 1:
        return f"{layer.name}-unit{unit.map}"
    return f"{layer.name}-map{unit.map}-y{unit.y}-x{unit.x}"


def write_explanation(path: Path, explanation: Explanation, card: Card) -> None:
    """Write what a unit adds up.

    An `.npz` holds the parts of the form (`recognition.explanation`) by their names, and `network`,
    `layer`, `shape`, `unit`, `source` and `unit_activation`. A `.csv` has a row for each connection
    and one each for bias, sum, value and activation, which tell network, layer, shape and unit.

    Args:
        path: ending in `.npz` or `.csv`; replaced if it is there.
        explanation: what is written.
        card: of the network.

    Raises:
        SaveError: the file cannot be written; what was there is untouched.
    """
    if _is_npz(path):
        write_bytes(path, _npz(_parts(explanation, card)))
    else:
        write_bytes(path, _csv(_CONNECTION_COLUMNS, _explanation_rows(explanation, card)))


def _is_npz(path: Path) -> bool:
    """Whether that is what is to be written; else it is `.csv`.

    Raises:
        SaveError: neither.
    """
    suffix = path.suffix.lower()
    if suffix not in (".npz", ".csv"):
        raise SaveError(
            QT_TRANSLATE_NOOP(
                "errors", "{path} could not be written: its name has to end in .npz or .csv."
            ),
            path=path,
        )
    return suffix == ".npz"


def _npz(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """What `numpy.savez` writes, but under any name, and the same bytes every time."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            entry = io.BytesIO()
            np.lib.format.write_array(entry, np.asarray(array, order="C"), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), entry.getvalue(), zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _csv(columns: Sequence[str], rows: _Rows) -> bytes:
    content = io.StringIO()
    writer = csv.writer(content, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return content.getvalue().encode()


def _activation_rows(activations: Mapping[str, NDArray[np.float32]]) -> _Rows:
    for name, values in activations.items():
        shape = _shape(values.shape)
        for place, value in zip(np.ndindex(values.shape), values.ravel(), strict=True):
            yield (name, shape, *place, str(value))


def _parts(explanation: Explanation, card: Card) -> dict[str, NDArray[Any]]:
    """The explanation as named arrays."""
    unit, form = explanation.unit, explanation.form
    parts = {part.name: getattr(form, part.name) for part in dataclasses.fields(form)}
    layer = explanation.layer
    described = {
        "network": card.id,
        "layer": layer.name,
        "shape": (layer.maps, layer.height, layer.width),
        "unit": (unit.map, unit.y, unit.x),
        "source": _source(explanation),
        "unit_activation": explanation.activation,
    }
    return {name: np.asarray(value) for name, value in (described | parts).items()}


def _explanation_rows(explanation: Explanation, card: Card) -> _Rows:
    unit, form, layer = explanation.unit, explanation.form, explanation.layer
    shape = _shape((layer.maps, layer.height, layer.width))
    about = (card.id, layer.name, shape, unit.map, unit.y, unit.x)
    for row in _connections(explanation):
        yield (*about, "connection", _source(explanation), *map(str, row))
    numbers = {"bias": getattr(form, "bias", None), "sum": form.sum, "value": form.value}
    for part, number in (numbers | {"activation": explanation.activation}).items():
        if number is not None:
            yield (*about, part, *[""] * 6, str(number))


def _connections(explanation: Explanation) -> _Rows:
    """Source map, row, column, activation, weight, and what comes of the two."""
    form, unit, layer = explanation.form, explanation.unit, explanation.layer
    top, left = (at * layer.stride - layer.padding for at in (unit.y, unit.x))
    if isinstance(form, Full):
        fed = zip(form.activations, form.weights, form.contributions, strict=True)
        yield from ((*at, *one) for at, one in zip(form.sources.tolist(), fed, strict=True))
    elif isinstance(form, Convolved):
        for n, y, x in np.ndindex(form.patches.shape):
            weighed = (form.patches[n, y, x], form.kernels[n, y, x], form.products[n, y, x])
            yield (form.maps[n], top + y, left + x, *weighed)
    elif isinstance(form, RadialBasis):
        compared = zip(form.picture.flat, form.target.flat, form.squares.flat, strict=True)
        window = (form.picture.size // layer.kernel**2, layer.kernel, layer.kernel)
        for (map_, y, x), one in zip(np.ndindex(window), compared, strict=True):
            yield (map_, top + y, left + x, *one)
    else:
        for y, x in np.ndindex(form.patch.shape):
            activation = form.patch[y, x]
            won = float((y, x) == form.winner) if isinstance(form, Pooled) else form.weight
            yield (unit.map, top + y, left + x, activation, won, activation * won)


def _source(explanation: Explanation) -> str:
    return INPUT if explanation.source is None else explanation.source


def _shape(shape: Iterable[int]) -> str:
    """Maps × height × width as one word."""
    return "x".join(map(str, shape))

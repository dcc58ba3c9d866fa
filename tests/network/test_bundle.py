import hashlib
import io
import os
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import torch

from lenet_gui.errors import BundleError, SaveError
from lenet_gui.network import bundle
from lenet_gui.network.architectures import ARCHITECTURES, LeNet, LeNet5Tanh
from lenet_gui.network.card import Probabilities
from lenet_gui.network.probability import Array
from tests.foreign_bundles import Faithful
from tests.random_bundle import RESULTS, TRAINING


@pytest.fixture
def card(written: Path, tmp_path: Path) -> Path:
    """A bundle's card, to be damaged."""
    for path in (written, written.with_suffix(".pt")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path / written.name


def _inputs(count: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    return np.random.default_rng(5).random((count, 1, 32, 32), np.float32)


def test_torchscript_equals_the_python_network_to_a_millionth(
    any_network: LeNet, any_card: Path
) -> None:
    x = _inputs(64)
    loaded = bundle.load(any_card)
    python = bundle._folded(any_network)
    with torch.no_grad():
        scores, activations = python(torch.tensor(x)), python.activations(torch.tensor(x))
    _assert_equal(loaded.scores(x), scores.numpy(), 1e-6)
    found = loaded.activations(x)
    assert list(found) == list(activations)
    for name, expected in activations.items():
        _assert_equal(found[name], expected.numpy(), 1e-6)


def test_compiled_network_gives_the_same_scores_but_for_rounding(any_card: Path) -> None:
    x = _inputs(64)
    loaded = bundle.load(any_card)
    _assert_equal(loaded.compiled().scores(x), loaded.scores(x), 1e-4)


def test_exporting_folds_batch_norm_and_changes_nothing_by_more_than_rounding(
    any_network: LeNet, any_card: Path
) -> None:
    x = _inputs(64)
    found = bundle.load(any_card).activations(x)
    with torch.no_grad():
        for name, expected in any_network.activations(torch.tensor(x)).items():
            _assert_equal(found[name], expected.numpy(), 1e-5)


def test_a_model_file_gives_a_row_of_answers_for_a_wider_input(
    any_network: LeNet, any_card: Path
) -> None:
    x = np.random.default_rng(5).random((2, 1, 32, 48), np.float32)
    found = bundle.load(any_card).scores(x)
    assert found.shape == (2, 10, 5)
    with torch.no_grad():
        _assert_equal(found, any_network(torch.tensor(x)).numpy(), 1e-5)


def _assert_equal(found: Array, expected: Array, tolerance: float) -> None:
    """Equal to so much of 1, or of the value where that is larger (distances are)."""
    np.testing.assert_allclose(found, expected, rtol=tolerance, atol=tolerance)


def test_parameters_that_the_card_names_are_the_tensors_of_the_model_file(any_card: Path) -> None:
    card = bundle.load(any_card).card
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        tensors = torch.jit.load(str(any_card.with_suffix(".pt"))).state_dict()  # type: ignore[no-untyped-call]
    weighted = [layer for layer in card.layers if layer.kind != "max pooling"]
    for layer in weighted:
        assert layer.weight is not None
        weight = tensors[layer.weight]
        if layer.kind == "radial basis":
            assert layer.bias is None
            assert weight.shape == (layer.maps, layer.fan_in)
        else:
            assert layer.bias is not None
            assert tensors[layer.bias].shape == (layer.maps,)
            assert weight.shape[-1] == (1 if layer.kind == "full" else weight.shape[-1])
    named = {name for layer in weighted for name in (layer.weight, layer.bias) if name}
    kept = {name for name in tensors if name.rpartition(".")[2] in {"weight", "bias"}}
    assert named == kept
    assert not [name for name in tensors if "norm" in name]


def test_a_unit_is_the_sum_that_weight_and_bias_of_its_card_make(any_card: Path) -> None:
    # The first unit of C1, worked out from the model file and the card alone.
    loaded = bundle.load(any_card)
    layer = loaded.card.layers[0]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        tensors = torch.jit.load(str(any_card.with_suffix(".pt"))).state_dict()  # type: ignore[no-untyped-call]
    x = _inputs(1)
    paper, ink = loaded.card.input.paper, loaded.card.input.ink
    patch = torch.tensor(paper + (ink - paper) * x[0, :, :5, :5])
    assert layer.weight is not None
    assert layer.bias is not None
    total = ((patch * tensors[layer.weight][0]).sum() + tensors[layer.bias][0]).item()
    squash: dict[str, Callable[[float], float]] = {
        "scaled tanh": lambda a: 1.7159 * float(np.tanh(2 / 3 * a)),
        "tanh": lambda a: float(np.tanh(a)),
        "sigmoid": lambda a: 1 / (1 + float(np.exp(-a))),
        "relu": lambda a: max(0.0, a),
    }
    found = loaded.activations(x)["C1"][0, 0, 0, 0]
    assert found == pytest.approx(squash[layer.squashing](total), abs=1e-5)


def test_probabilities_of_distances_favour_the_smallest(tmp_path: Path) -> None:
    network = ARCHITECTURES["lenet5-1998"]()
    card = bundle.write(
        network,
        tmp_path,
        training=TRAINING,
        results=(),
        probabilities=Probabilities("softmax of negative distance", 2.0),
    )
    found = bundle.load(card).probabilities(np.array([[4.0, 2.0, *[1e4] * 8]], np.float32))
    e = np.e
    np.testing.assert_allclose(found[0, :2], [1 / (1 + e), e / (1 + e)], rtol=1e-6)


def test_a_written_bundle_has_a_card_with_the_hash_of_its_model(written: Path) -> None:
    loaded = bundle.load(written)
    assert loaded.card.sha256 == hashlib.sha256(written.with_suffix(".pt").read_bytes()).hexdigest()


def test_writing_leaves_only_the_model_and_its_card(written: Path) -> None:
    names = sorted(path.name for path in written.parent.iterdir())
    assert names == ["lenet5-tanh.json", "lenet5-tanh.pt"]


def test_an_input_that_must_not_be_written_to_is_read(written: Path) -> None:
    x = _inputs(1)
    x.setflags(write=False)
    assert bundle.load(written).scores(x).shape == (1, 10)


def test_probabilities_are_the_softmax_of_the_scores_over_the_temperature(
    network: LeNet5Tanh, tmp_path: Path
) -> None:
    card = bundle.write(
        network,
        tmp_path,
        training=TRAINING,
        results=(),
        probabilities=Probabilities("softmax", 2.0),
    )
    scores = np.array([[2.0, 4.0, *[-1e4] * 8], [1e4, -1e4, *[0.0] * 8]], np.float32)
    found = bundle.load(card).probabilities(scores)
    e = np.e
    np.testing.assert_allclose(found[0, :2], [1 / (1 + e), e / (1 + e)], rtol=1e-6)
    np.testing.assert_allclose(found.sum(axis=1), [1, 1], rtol=1e-6)
    assert found[1, 0] == 1


def _rewrite(card: Path, **fields: object) -> None:
    text = msgspec.json.decode(card.read_bytes()) | fields
    card.write_bytes(msgspec.json.encode(text))


def _install(card: Path, model: bytes) -> None:
    """Put another model in place, with a card that has its hash."""
    card.with_suffix(".pt").write_bytes(model)
    _rewrite(card, sha256=hashlib.sha256(model).hexdigest())


def _script(module: torch.nn.Module) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.jit.save(torch.jit.script(module), buffer)
    return buffer.getvalue()


def _zip(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def _pickled() -> bytes:
    buffer = io.BytesIO()
    torch.save({"weight": torch.zeros(3)}, buffer)
    return buffer.getvalue()


def _alter(card: Path) -> None:
    model = bytearray(card.with_suffix(".pt").read_bytes())
    model[len(model) // 2] ^= 1
    card.with_suffix(".pt").write_bytes(model)


def _truncate(card: Path) -> None:
    model = card.with_suffix(".pt").read_bytes()
    card.with_suffix(".pt").write_bytes(model[: len(model) // 2])


def _truncate_and_sign(card: Path) -> None:
    model = card.with_suffix(".pt").read_bytes()
    _install(card, model[: len(model) // 2])


def _replace_by_folder(card: Path) -> None:
    card.with_suffix(".pt").unlink()
    card.with_suffix(".pt").mkdir()


class _OnlyForward(torch.nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.flatten(1)[:, :10]


class _Failing(torch.nn.Module):
    @torch.jit.export
    def activations(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        raise ValueError(str(x.shape))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x


class _TensorForActivations(torch.nn.Module):
    @torch.jit.export
    def activations(self, x: torch.Tensor) -> torch.Tensor:
        return x

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda card: card.with_suffix(".pt").unlink(), "cannot be read: No such file"),
    "folder": (_replace_by_folder, "cannot be read: Is a directory"),
    "truncated": (_truncate, "damaged or was altered"),
    "empty": (lambda card: card.with_suffix(".pt").write_bytes(b""), "damaged or was altered"),
    "one bit altered": (_alter, "damaged or was altered"),
    "truncated, hash right": (_truncate_and_sign, "is no TorchScript model"),
    "empty, hash right": (lambda card: _install(card, b""), "is no TorchScript model"),
    "text": (lambda card: _install(card, b"hello\n"), "is no TorchScript model"),
    "zip of something": (lambda c: _install(c, _zip("a.txt", b"a")), "is no TorchScript model"),
    "weights only": (lambda card: _install(card, _pickled()), "is no TorchScript model"),
    "no activations": (lambda c: _install(c, _script(_OnlyForward())), "cannot read an input"),
    "fails": (lambda card: _install(card, _script(_Failing())), "cannot read an input"),
    "no dict": (lambda c: _install(c, _script(_TensorForActivations())), "cannot read an input"),
}


@pytest.mark.parametrize(("damage", "sentence"), DAMAGES.values(), ids=DAMAGES)
def test_a_bad_model_file_is_refused_with_a_sentence_that_names_it(
    card: Path, damage: Callable[[Path], object], sentence: str
) -> None:
    damage(card)
    with pytest.raises(BundleError, match=f"lenet5-tanh.pt.*{sentence}"):
        bundle.load(card)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("suffix", [".pt", ".json"])
def test_a_file_that_may_not_be_read_is_named(card: Path, suffix: str) -> None:
    card.with_suffix(suffix).chmod(0)
    with pytest.raises(BundleError, match=f"{suffix} cannot be read: Permission denied"):
        bundle.load(card)


def _lie(text: dict[str, Any], what: str) -> None:
    layers, layer = text["layers"], text["layers"][2]
    match what:
        case "input" | "maps" | "height" | "width":
            place = text["input"] if what == "input" else layer
            place["height" if what == "input" else what] = 10**9
        case "name":
            layer["name"] = "C9"
        case "order":
            layers[0], layers[1] = layers[1], layers[0]
        case "one layer less":
            del layers[3]
        case "one layer more":
            layers.append(layers[-1] | {"name": "extra"})
        case "no output":
            del layers[-1]
        case "classes":
            text["classes"].pop()


@pytest.mark.parametrize(
    "what",
    ["input", "maps", "height", "width", "name", "order", "one layer less", "one layer more",
     "no output", "classes"],
)  # fmt: skip
def test_a_card_that_lies_about_its_network_is_refused(card: Path, what: str) -> None:
    text = msgspec.json.decode(card.read_bytes())
    _lie(text, what)
    card.write_bytes(msgspec.json.encode(text))
    with pytest.raises(BundleError, match=r"The card of .*lenet5-tanh.pt does not fit its network"):
        bundle.load(card)


class _OddScores(Faithful):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.flatten(1)


class _EndsAtF6(Faithful):
    @torch.jit.export
    def activations(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        activations = self.network.activations(x)
        activations.pop("output")
        return activations


@pytest.mark.parametrize("wrapping", [_OddScores, _EndsAtF6])
def test_a_network_without_a_score_for_each_class_is_refused(
    card: Path, network: LeNet5Tanh, wrapping: Callable[[LeNet5Tanh], torch.nn.Module]
) -> None:
    _install(card, _script(wrapping(network)))
    if wrapping is _EndsAtF6:
        _rewrite(card, layers=msgspec.json.decode(card.read_bytes())["layers"][:-1])
    with pytest.raises(BundleError, match="does not fit its network"):
        bundle.load(card)


def test_writing_under_a_file_is_an_error_that_names_the_place(
    network: LeNet5Tanh, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SaveError, match=r"file/lenet5-tanh.pt could not be written: Not a dir|exi"):
        bundle.write(network, tmp_path / "file", training=TRAINING, results=RESULTS)


_WRITE_WITH_ROOM_FOR = """
import resource, sys
from pathlib import Path
from tests.random_bundle import TRAINING
from lenet_gui.errors import SaveError
from lenet_gui.network import bundle
from lenet_gui.network.architectures import LeNet5Tanh
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
recipe = dict.fromkeys(map(str, range(100_000)), 1)
training = type(TRAINING)(TRAINING.sources, recipe, 0)
try:
    bundle.write(LeNet5Tanh(), Path(sys.argv[1]), training=training, results=())
except SaveError as error:
    print(error)
"""


@pytest.mark.parametrize(("room", "failing"), [(100_000, ".pt"), (600_000, ".json")])
def test_a_full_disk_leaves_the_old_bundle_whole_and_nothing_else(
    card: Path, room: int, failing: str
) -> None:
    before = {path.name: path.read_bytes() for path in card.parent.iterdir()}
    command = [sys.executable, "-c", _WRITE_WITH_ROOM_FOR, str(card.parent), str(room)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    answer = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert f"lenet5-tanh{failing} could not be written: File too large." in answer.stdout
    assert {path.name: path.read_bytes() for path in card.parent.iterdir()} == before
    assert bundle.load(card).card.parameters == 61_706

"""Candidates are tried in a real process, each as somebody's model could be."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from lenet_gui import paths
from lenet_gui.errors import BundleError, SaveError
from lenet_gui.network import examination, own_models, trial
from lenet_gui.network.architectures import LeNet5Tanh
from lenet_gui.network.card import known_cards
from lenet_gui.network.trial import Limits
from tests import foreign_bundles
from tests.foreign_bundles import ID

SHORT = Limits(seconds=2.0)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")


@pytest.fixture(scope="module")
def faithful(network: LeNet5Tanh) -> bytes:
    return foreign_bundles.script(foreign_bundles.Faithful(network))


@pytest.fixture
def fields(written: Path) -> dict[str, Any]:
    """The card's fields, to be changed; parameters have other names in a wrapped network."""
    found: dict[str, Any] = msgspec.json.decode(written.read_bytes())
    for layer in found["layers"]:
        for name in ("weight", "bias"):
            layer[name] = layer[name] and "network." + layer[name]
    return found


Put = Callable[..., tuple[Path, Path]]


@pytest.fixture
def put(tmp_path: Path, written: Path, fields: dict[str, Any]) -> Put:
    def put(model: bytes, **changes: object) -> tuple[Path, Path]:
        changes = {"layers": fields["layers"]} | changes
        return foreign_bundles.put(tmp_path, written, model, **changes)

    return put


def refusal(card: Path, model: Path, limits: Limits | None = None) -> str:
    """The sentence with which a bundle is refused."""
    with pytest.raises(BundleError) as caught:
        trial.run(own_models.read(card, model), limits)
    assert not paths.added_models().exists()
    return str(caught.value)


@pytest.mark.parametrize("kind", [foreign_bundles.Faithful, foreign_bundles.Talkative])
def test_a_good_model_passes_whatever_it_prints(
    kind: type[foreign_bundles.Faithful], put: Put, network: LeNet5Tanh
) -> None:
    trial.run(own_models.read(*put(foreign_bundles.script(kind(network)))))


@pytest.mark.parametrize("name", known_cards())
def test_every_network_of_ours_would_pass(name: str) -> None:
    examination.examine(known_cards()[name])


def test_a_card_with_the_least_that_a_card_needs_passes(put: Put, faithful: bytes) -> None:
    training = {"sources": [], "recipe": {}, "seed": 0}
    paths_ = put(faithful, title={"en": ""}, source="", results=[], training=training)
    trial.run(own_models.read(*paths_))


SPOILT: dict[type[foreign_bundles.Faithful], str] = {
    foreign_bundles.InfiniteAtFullInk: "answers some inputs with what is no number, or infinite",
    foreign_bundles.NotANumberInAMap: "answers some inputs with what is no number, or infinite",
    foreign_bundles.OneAnswerForAll: "does not fit its network",
    foreign_bundles.Doubles: "does not fit its network",
    foreign_bundles.OtherScores: "are not the activations of its last layer",
    foreign_bundles.FailsAtInk: "fails at some inputs: .*no ink, please",
}


@pytest.mark.parametrize("kind", SPOILT)
def test_a_model_with_wrong_answers_is_refused(
    kind: type[foreign_bundles.Faithful], put: Put, tmp_path: Path, network: LeNet5Tanh
) -> None:
    candidate = own_models.read(*put(foreign_bundles.script(kind(network))))
    with pytest.raises(BundleError, match=SPOILT[kind]):
        examination.examine(candidate.write(tmp_path))


HARMFUL: dict[type[foreign_bundles.Faithful], str] = {
    foreign_bundles.InfiniteAtFullInk: "answers some inputs with what is no number, or infinite.",
    foreign_bundles.Endless: "was not done with a few inputs after 2 seconds.",
    foreign_bundles.Crashing: "crashed when it was tried.",
}


@pytest.mark.parametrize("kind", HARMFUL)
def test_a_model_that_does_harm_does_none_to_the_app(
    kind: type[foreign_bundles.Faithful], put: Put, network: LeNet5Tanh
) -> None:
    card, model = put(foreign_bundles.script(kind(network)))
    limits = SHORT if kind is foreign_bundles.Endless else None
    assert refusal(card, model, limits) == f"The model {model} {HARMFUL[kind]}"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not limit files")
def test_a_model_writes_nothing_during_its_trial(
    put: Put, tmp_path: Path, network: LeNet5Tanh
) -> None:
    written = tmp_path / "written"
    model = foreign_bundles.script(foreign_bundles.Writing(network, str(written)))
    candidate = own_models.read(*put(model))
    trial.run(candidate)
    assert not written.exists() or not written.read_bytes()
    examination.examine(candidate.write(tmp_path))
    assert written.read_bytes(), "without limits it does write"


@on_linux
@pytest.mark.parametrize("kind", [foreign_bundles.Hungry, foreign_bundles.Growing])
def test_a_model_that_wants_too_much_memory_is_refused(
    kind: type[foreign_bundles.Faithful], put: Put, network: LeNet5Tanh
) -> None:
    card, model = put(foreign_bundles.script(kind(network)))
    said = refusal(card, model, Limits(memory=2**28))
    assert said == f"The model {model} wants more memory than a LeNet has any use for."


def test_an_archive_bomb_is_refused_before_it_is_unpacked(put: Put, faithful: bytes) -> None:
    card, model = put(foreign_bundles.bomb(faithful))
    assert model.stat().st_size < own_models.MOST_BYTES
    assert refusal(card, model) == (
        f"The model {model} would unpack to 320 MB, which no LeNet needs."
    )


def test_a_truncated_model_with_its_own_hash_is_no_model(put: Put, faithful: bytes) -> None:
    card, model = put(faithful[: len(faithful) // 2])
    assert refusal(card, model) == f"The file {model} is no TorchScript model."


def test_a_model_that_its_card_does_not_describe_is_refused(put: Put, faithful: bytes) -> None:
    card, model = put(faithful, sha256="ab" * 32)
    said = refusal(card, model)
    assert said.startswith(f"The model file {model} is damaged or was altered")


def _lie(fields: dict[str, Any], what: str) -> None:
    layer = fields["layers"][2]
    match what:
        case "maps":
            layer |= {"maps": 8, "units": 800}
        case "units" | "kernel" | "height":
            layer[what] += 1
        case "stride":
            layer["stride"] = 0
        case "table":
            layer["table"] = [[6]] * 16
        case "parameters":
            fields["parameters"] += 1
        case "weight":
            layer["weight"] = "nowhere"
        case "accuracy":
            fields["results"][0]["accuracy"] = 99.4
        case "terminal codes":
            fields["title"] = {"en": "LeNet\x1b[2J"}


LIES = {
    "maps": "does not fit its network",
    "units": "contradicts itself",
    "kernel": "contradicts itself",
    "height": "contradicts itself",
    "stride": "contradicts itself",
    "table": "contradicts itself",
    "parameters": "contradicts itself",
    "weight": "names the parameters nowhere, which its network has not",
    "accuracy": "contradicts itself",
    "terminal codes": "contradicts itself",
}


@pytest.mark.parametrize("what", LIES)
def test_a_card_that_lies_is_refused(
    what: str, put: Put, tmp_path: Path, fields: dict[str, Any], faithful: bytes
) -> None:
    _lie(fields, what)
    changes = {name: fields[name] for name in ("layers", "parameters", "results", "title")}
    candidate = own_models.read(*put(faithful, **changes))
    with pytest.raises(BundleError, match=LIES[what]):
        examination.examine(candidate.write(tmp_path))


def test_a_card_that_lies_is_named_as_it_was_given(put: Put, faithful: bytes) -> None:
    card, model = put(faithful, parameters=1)
    assert refusal(card, model) == f"The card {card} contradicts itself."


def test_what_was_tried_is_installed_whatever_becomes_of_the_files(
    put: Put, faithful: bytes
) -> None:
    card, model = put(faithful)
    candidate = own_models.read(card, model)
    content = card.read_bytes()
    card.write_bytes(b"other")
    model.write_bytes(b"other")
    trial.run(candidate)
    path = own_models.install(candidate)
    assert path == paths.added_models() / f"{ID}.json" == known_cards()[ID]
    assert (path.read_bytes(), path.with_suffix(".pt").read_bytes()) == (content, faithful)


def test_a_trial_leaves_nothing_behind(
    put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    refusal(*put(b"no model"))
    assert not list(temporary.iterdir())


@pytest.mark.parametrize(
    "id_",
    ["", ".", "..", "../up", "a/b", "a\\b", "/etc/passwd", ".hidden", "a.", "con", "nul.x", "A",
     "ü", "a b", "a\n", "a\0", "x" * 65],
)  # fmt: skip
def test_an_id_that_is_unsafe_as_a_file_name_is_refused(id_: str, put: Put) -> None:
    card, model = put(b"", id=id_)
    with pytest.raises(BundleError, match=f"The id on the card {card} cannot be the name"):
        own_models.read(card, model)


def test_the_id_of_a_model_that_comes_with_the_app_is_refused(put: Put) -> None:
    card, model = put(b"", id="lenet5-tanh")
    with pytest.raises(BundleError, match="has the id lenet5-tanh, which is that of a model that"):
        own_models.read(card, model)


def test_a_file_that_is_too_large_is_refused_unread(put: Put) -> None:
    card, model = put(b"")
    os.truncate(model, own_models.MOST_BYTES + 1)
    with pytest.raises(BundleError, match=f"{model} is too large: files of up to 64 MB"):
        own_models.read(card, model)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_is_refused_without_waiting_for_its_other_end(put: Put) -> None:
    card, model = put(b"")
    model.unlink()
    os.mkfifo(model)
    with pytest.raises(BundleError, match=f"{model} is no file"):
        own_models.read(card, model)


def test_a_missing_file_is_named(put: Put) -> None:
    card, model = put(b"")
    model.unlink()
    with pytest.raises(BundleError, match=f"{model} cannot be read: No such file"):
        own_models.read(card, model)


def test_a_model_of_the_app_is_not_hidden_by_a_file_in_the_users_folder() -> None:
    shipped = known_cards()["lenet5-tanh"]
    paths.added_models().mkdir(parents=True)
    (paths.added_models() / "lenet5-tanh.json").write_text("{}")
    assert known_cards()["lenet5-tanh"] == shipped


def test_a_folder_that_cannot_be_written_to_is_an_error_that_names_it(
    put: Put, home: Path, faithful: bytes
) -> None:
    (home / "data").write_text("a file where a folder should be")
    with pytest.raises(SaveError, match="could not be written"):
        own_models.install(own_models.read(*put(faithful)))


def test_only_what_was_added_can_be_removed(put: Put, faithful: bytes) -> None:
    path = own_models.install(own_models.read(*put(faithful)))
    own_models.remove(ID)
    assert not list(path.parent.iterdir())
    for name in (ID, "lenet5-tanh"):
        with pytest.raises(BundleError, match=f"You added no model {name}. You added: none."):
            own_models.remove(name)
    assert "lenet5-tanh" in known_cards()

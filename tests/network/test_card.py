from pathlib import Path

import msgspec
import pytest

from lenet_gui.errors import BundleError
from lenet_gui.network.card import FORMAT, card_path, find_cards, known_cards, read_card


def test_card_says_what_the_writer_was_told(written: Path) -> None:
    card = read_card(written)
    assert (card.format, card.id, card.parameters) == (FORMAT, "lenet5-tanh", 61_706)
    assert card.title["en"] == "LeNet-5 (tanh)"
    assert card.classes == tuple("0123456789")
    assert card.training.seed == 1998
    assert card.training.sources[0].sha256 == "ab" * 32
    assert card.results[0].accuracy == 0.1
    assert [layer.name for layer in card.layers] == ["C1", "S2", "C3", "S4", "C5", "F6", "output"]


def test_card_is_a_text_with_a_field_a_line(written: Path) -> None:
    lines = written.read_text("utf-8").splitlines()
    assert lines[1] == ' "format": 1,'
    assert len(lines) > 100


def test_card_cannot_be_changed(written: Path) -> None:
    with pytest.raises(AttributeError):
        read_card(written).id = "another"  # type: ignore[misc]


def test_cards_of_a_folder_are_sorted_and_a_missing_folder_has_none(tmp_path: Path) -> None:
    for name in ("b.json", "a.json", "a.pt"):
        (tmp_path / name).touch()
    assert find_cards(tmp_path) == [tmp_path / "a.json", tmp_path / "b.json"]
    assert find_cards(tmp_path / "missing") == []


def test_the_path_of_a_known_network_is_found_by_its_id() -> None:
    for name, path in known_cards().items():
        assert card_path(name) == path


def test_an_unknown_id_is_named_in_the_sentence() -> None:
    with pytest.raises(BundleError, match="There is no model lenet-9000"):
        card_path("lenet-9000")


def _changed(card: Path, **fields: object) -> bytes:
    return msgspec.json.encode(msgspec.json.decode(card.read_bytes()) | fields)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "truncated"),
        (b"{", "truncated"),
        (b"\x00\xff\xfe garbage", "malformed"),
        (b'{"format": 1, "id": "\xff\xfe"}', "utf-8"),
        (b"[" * 100_000, "expected `object`|recursion"),
        (b'{"format": 1, "id": ' + b"[" * 100_000, "recursion"),
        (b"[]", "expected `object`"),
        (b"null", "expected `object`"),
        (b"{}", "missing required field `format`"),
    ],
    ids=["empty", "cut", "garbage", "not-utf-8", "deep", "deeper", "list", "null", "no-fields"],
)
def test_what_is_no_card_is_refused_with_the_files_name(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(content)
    with pytest.raises(BundleError, match=f"(?i)model card .*odd.json is damaged: .*({reason})"):
        read_card(path)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"parameters": "many"}, "Expected `int`"),
        ({"layers": []}, "length >= 1"),
        ({"title": {"zh_CN": "LeNet-5"}}, "`title` has no text in English"),
        ({"extra": 1}, "unknown field `extra`"),
        ({"probabilities": {"rule": "softmax", "temperature": 0}}, "> 0"),
        ({"probabilities": {"rule": "dice", "temperature": 1}}, "Invalid enum value 'dice'"),
        ({"parameters": 1.5}, "Expected `int`"),
    ],
    ids=["type", "no-layers", "no-english", "unknown-field", "temperature", "rule", "fraction"],
)
def test_a_card_with_a_wrong_field_is_refused_with_the_reason(
    written: Path, tmp_path: Path, fields: dict[str, object], reason: str
) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(_changed(written, **fields))
    with pytest.raises(BundleError, match=f"odd.json is damaged: .*{reason}"):
        read_card(path)


def test_every_field_of_a_card_is_needed(written: Path, tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    fields = msgspec.json.decode(written.read_bytes())
    for missing in fields:
        path.write_bytes(msgspec.json.encode({k: v for k, v in fields.items() if k != missing}))
        with pytest.raises(BundleError, match=f"missing required field `{missing}`"):
            read_card(path)


def test_a_card_of_another_format_is_refused_with_both_numbers(
    written: Path, tmp_path: Path
) -> None:
    path = tmp_path / "newer.json"
    path.write_bytes(_changed(written, format=2))
    with pytest.raises(BundleError, match=r"newer.json has format 2; .* reads format 1"):
        read_card(path)


def test_a_card_of_another_format_is_told_by_its_number_even_with_other_fields(
    tmp_path: Path,
) -> None:
    path = tmp_path / "newer.json"
    path.write_bytes(b'{"format": 2, "networks": []}')
    with pytest.raises(BundleError, match=r"newer.json has format 2; .* reads format 1"):
        read_card(path)


def test_a_missing_card_and_a_folder_in_its_place_are_named(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match=r"missing.json cannot be read: No such file"):
        read_card(tmp_path / "missing.json")
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(BundleError, match=r"folder.json cannot be read: Is a directory"):
        read_card(tmp_path / "folder.json")

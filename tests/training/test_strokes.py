"""Stroke sets are read as they were drawn, or refused with a sentence."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lenet_gui.errors import DatasetError
from lenet_gui.training.strokes import read_strokes, split
from tests.drawn_strokes import write_strokes


def a_set(**changed: Any) -> dict[str, Any]:
    """Two drawings: strokes of 2 and 1 points, then one of 3."""
    return {
        "points": np.arange(12, dtype=np.float32).reshape(6, 2),
        "stroke_offsets": np.array([0, 2, 3, 6], np.int32),
        "sample_offsets": np.array([0, 2, 3], np.int32),
        "labels": np.array([7, 1], np.int8),
        "writers": np.array(["ann", "bo"]),
    } | changed


def test_drawings_keep_their_strokes_labels_and_writers(tmp_path: Path) -> None:
    path = tmp_path / "set.npz"
    np.savez(path, **a_set())
    drawn = read_strokes(path)
    first, second = drawn.drawings
    assert [stroke.tolist() for stroke in first.strokes] == [[[0, 1], [2, 3]], [[4, 5]]]
    assert [stroke.tolist() for stroke in second.strokes] == [[[6, 7], [8, 9], [10, 11]]]
    assert all(stroke.dtype == np.float32 for stroke in first.strokes)
    assert drawn.labels == ("7", "1")
    assert drawn.writers == ("ann", "bo")


def test_labels_of_non_digits_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "set.npz"
    np.savez_compressed(path, **a_set(labels=np.array(["+", "?"])))
    assert read_strokes(path).labels == ("+", "?")


@pytest.mark.parametrize(
    "changed",
    [
        {"points": np.zeros((6, 3), np.float32)},
        {"points": np.full((6, 2), np.nan, np.float32)},
        {"points": np.zeros((5, 2), np.float32)},
        {"stroke_offsets": np.array([0, 3, 2, 6])},
        {"stroke_offsets": np.array([-1, 2, 3, 6])},
        {"stroke_offsets": np.array([0.0, 2.0, 3.0, 6.0])},
        {"stroke_offsets": np.array(6)},
        {"sample_offsets": np.array([0, 2, 4])},
        {"sample_offsets": np.array([], np.int32)},
        {"labels": np.array([7])},
        {"labels": np.array([7.0, 1.0])},
        {"writers": np.array([["ann", "bo"]])},
    ],
    ids=lambda changed: "-".join(f"{name}{value.shape}" for name, value in changed.items()),
)
def test_set_that_does_not_add_up_is_refused(tmp_path: Path, changed: dict[str, Any]) -> None:
    path = tmp_path / "set.npz"
    np.savez(path, **a_set(**changed))
    with pytest.raises(DatasetError, match="do not fit"):
        read_strokes(path)


def test_set_without_writers_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "set.npz"
    arrays = a_set()
    del arrays["writers"]
    np.savez(path, **arrays)
    with pytest.raises(DatasetError, match="has no writers"):
        read_strokes(path)


def test_pickled_objects_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "set.npz"
    np.savez(path, **a_set(labels=np.array([{}, {}], dtype=object)))
    with pytest.raises(DatasetError):
        read_strokes(path)


def test_single_array_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "set.npy"
    np.save(path, np.zeros(3))
    with pytest.raises(DatasetError):
        read_strokes(path)


@pytest.mark.parametrize("length", [0, 10, 300, -30])
def test_file_cut_short_is_refused(tmp_path: Path, length: int) -> None:
    path = tmp_path / "set.npz"
    np.savez(path, **a_set())
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(DatasetError, match=str(path)):
        read_strokes(path)


def test_every_flipped_byte_is_a_sentence_or_a_set(tmp_path: Path) -> None:
    whole = tmp_path / "whole.npz"
    np.savez_compressed(whole, **a_set())
    content = whole.read_bytes()
    path = tmp_path / "set.npz"
    refused = 0
    for place in range(len(content)):
        path.write_bytes(content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :])
        try:
            read_strokes(path)
        except DatasetError:
            refused += 1
    assert refused > len(content) / 4


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="cannot be read"):
        read_strokes(tmp_path / "none.npz")


def test_every_writer_is_in_one_part_of_a_split(tmp_path: Path) -> None:
    drawn = read_strokes(write_strokes(tmp_path / "set.npz", writers=30))
    parts = split(drawn)
    names = [set(part.groups) for part in (parts.training, parts.validation, parts.test)]
    assert [len(part) for part in names] == [20, 4, 6]
    assert set.union(*names) == set(drawn.writers)
    sizes = [len(part.drawings) for part in (parts.training, parts.validation, parts.test)]
    assert sizes == [200, 40, 60]


def test_characters_are_split_by_alphabet(tmp_path: Path) -> None:
    drawn = read_strokes(write_strokes(tmp_path / "set.npz", signs=True))
    assert set(drawn.groups) == {"Flat", "Hook", "Mill", "Tent", "Zig"}
    assert set(split(drawn).test.labels) == {"Zig/zag"}


def test_signs_with_a_slash_for_a_name_belong_to_their_writer(tmp_path: Path) -> None:
    path = tmp_path / "set.npz"
    np.savez(path, **a_set(labels=np.array(["/", "+"])))
    assert read_strokes(path).groups == ("ann", "bo")

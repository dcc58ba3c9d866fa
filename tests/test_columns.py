"""Tables on a terminal: every column is as wide as its widest cell, as the terminal shows it."""

from lenet_gui.columns import aligned


def test_cells_are_flush_right_or_left_as_told() -> None:
    rows = [["name", "right"], ["a", "9"], ["longer", "1,234"]]
    assert aligned(rows, [True, False]) == ["name    right", "a           9", "longer  1,234"]
    assert aligned(rows)[1] == "     a      9"


def test_a_chinese_character_takes_two_columns() -> None:
    assert aligned([["层", "n"], ["C1", "10"]]) == ["层   n", "C1  10"]
    assert aligned([["（输入）", "n"], ["C1", "10"]]) == ["（输入）   n", "      C1  10"]


def test_no_line_ends_in_spaces() -> None:
    assert aligned([["layer", "kind"], ["C1", ""]], [True, True])[1] == "C1"

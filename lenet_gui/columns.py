"""Tables on a terminal, where a Chinese character is two columns wide."""

import unicodedata
from collections.abc import Sequence


def aligned(rows: Sequence[Sequence[str]], to_the_left: Sequence[bool] = ()) -> list[str]:
    """Rows as lines, every column as wide as it must be.

    Args:
        rows: of one length, the headings first.
        to_the_left: of each column, whether its cells begin at its left; without, none do.
    """
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    left = to_the_left or [False] * len(widths)
    return ["  ".join(map(_padded, row, widths, left)).rstrip() for row in rows]


def _padded(cell: str, width: int, to_the_left: bool) -> str:
    space = " " * (width - _width(cell))
    return cell + space if to_the_left else space + cell


def _width(text: str) -> int:
    """How many columns a text takes (Unicode Standard Annex 11: wide and fullwidth take two)."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)

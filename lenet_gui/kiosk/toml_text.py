"""TOML with its lines: where each value stands, so that a mistake costs one line and no more.

tomllib reads a whole file or none of it, and tells no line of a value. Here it reads one statement
at a time, and goes on after one that it cannot.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LONGEST = 40
"""Lines that one statement may take, such as a list with an entry a line."""

_OPENED = re.compile(r"[\[{]|\"{3}|'{3}")
"""What goes on in the next line: a list, a table, or long text."""

_MOST_TRIES = 4000
"""How often it is tried whether a statement goes on in the next line, in one text."""


@dataclass(frozen=True)
class Statement:
    """Some lines that are read as one.

    Attributes:
        line: the number of the first; 1 is the file's first.
        text: what stands there, without its last line's end.
        values: what it says, by name; empty for a comment; None if it is no TOML.
    """

    line: int
    text: str
    values: dict[str, object] | None

    @property
    def name(self) -> str:
        """What it sets, or was meant to; empty if that is nothing, or more than one."""
        if self.values is not None:
            return next(iter(self.values)) if len(self.values) == 1 else ""
        return self.text.partition("=")[0].strip().strip("\"'")

    @property
    def is_comment(self) -> bool:
        """Whether it says nothing, though it may be no TOML for the letters in it."""
        return self.text.lstrip()[:1] in ("", "#")


def lines(text: str) -> list[str]:
    """The lines of a text, as an editor counts them."""
    return re.split(r"\r\n|\r|\n", text)


def statements(text: str) -> Iterator[Statement]:
    """Read a text statement by statement."""
    rows = lines(text)
    at = tries = 0
    while at < len(rows):
        statement = _read(rows, at, _LONGEST if tries < _MOST_TRIES else 1)
        yield statement
        at += statement.text.count("\n") + 1
        tries += _LONGEST if statement.values is None and _OPENED.search(statement.text) else 0


def written(value: object) -> str:
    """A value as TOML: text, a number, true or false, or a list of them."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.12g}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def with_value(statement: Statement, value: object) -> str:
    """The text of a statement with another value; a comment after it stays."""
    return f"{statement.name} = {written(value)}{_comment(statement)}"


def _read(rows: Sequence[str], at: int, longest: int) -> Statement:
    """The shortest statement that begins at a row; that row alone if there is none."""
    most = longest if _OPENED.search(rows[at]) else 1
    for end in range(at + 1, min(at + most, len(rows)) + 1):
        text = "\n".join(rows[at:end])
        values = _parsed(text)
        if values is not None:
            return Statement(at + 1, text, values)
    return Statement(at + 1, rows[at], None)


def _parsed(text: str) -> dict[str, object] | None:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _comment(statement: Statement) -> str:
    """The comment at a statement's end, with the space before it."""
    for mark in re.finditer(r"\s*#", statement.text):
        if _parsed(statement.text[: mark.start()]) == statement.values:
            return statement.text[mark.start() :].rpartition("\n")[2]
    return ""

"""The file of a kiosk: read so that a mistake costs one setting, changed so that comments stay."""

import codecs
import difflib
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

from lenet_gui.atomic import write_bytes
from lenet_gui.errors import QT_TRANSLATE_NOOP, SettingsError
from lenet_gui.kiosk import pin, toml_text
from lenet_gui.kiosk.config import Kiosk, KioskConfig
from lenet_gui.kiosk.config_text import commented
from lenet_gui.kiosk.rules import Rule, rules
from lenet_gui.kiosk.toml_text import Statement

_MOST_BYTES = 200_000
_MOST_PROBLEMS = 20
_MOST_TOLD = 60
"""Characters of a wrong value or line that are told."""


def load(path: Path, *, is_expected: bool = True) -> Kiosk:
    """The kiosk as the file at `path` says, whatever is wrong with it.

    Args:
        path: the file.
        is_expected: whether it is a problem that there is none.
    """
    try:
        content = _content(path)
    except FileNotFoundError as error:
        return Kiosk(path=path, problems=(_unreadable(path, error),) if is_expected else ())
    except OSError as error:
        # a PIN may stand in what cannot be read
        return Kiosk(KioskConfig(pin=pin.UNUSABLE), path, (_unreadable(path, error),))
    return _Reader(path).read(content.decode(_encoding(content), "replace"))


def change(path: Path, changes: Mapping[str, object]) -> None:
    """Set some settings in the file and leave all else as it stands; makes the file if need be.

    Args:
        path: the file.
        changes: by their names in `KioskConfig`.

    Raises:
        SettingsError: what is there cannot be read; it is untouched.
        SaveError: the file cannot be written; it is untouched.
    """
    try:
        content = _content(path)
    except FileNotFoundError:
        fresh = commented(replace(KioskConfig(), **changes))  # type: ignore[arg-type]
        write_bytes(path, fresh.encode())
        return
    except OSError as error:
        raise _unreadable(path, error) from error
    encoding = _encoding(content)
    try:
        text = content.decode(encoding, "surrogateescape")
    except UnicodeDecodeError as error:  # half a letter of UTF-16
        raise _unreadable(path, OSError(0, "it is no text")) from error
    end = "\r\n" if "\r\n" in text else "\n"
    left = dict(changes)
    statements = reversed(list(toml_text.statements(text)))  # of two the last one counts
    rows = [row for statement in statements for row in _changed(statement, left)[::-1]][::-1]
    added = [f"{name} = {toml_text.written(value)}" for name, value in left.items()]
    if added:
        rows = [*(rows[:-1] if rows[-1] == "" else rows), *added, ""]
    write_bytes(path, end.join(rows).encode(encoding, "surrogateescape"))


def _changed(statement: Statement, left: dict[str, object]) -> list[str]:
    """The rows of a statement as they are to be; what it sets is no longer left to be set."""
    if statement.name in left:
        value = left.pop(statement.name)
        return toml_text.with_value(statement, value).split("\n")
    return toml_text.lines(statement.text)


class _Reader:
    """Reads one file, and gathers what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rules = rules()
        self._set_in: dict[str, int] = {}
        self._values: dict[str, object] = {}
        self._problems: list[SettingsError] = []

    def read(self, text: str) -> Kiosk:
        for statement in toml_text.statements(text):
            self._take(statement)
        config = replace(KioskConfig(), **self._values)  # type: ignore[arg-type]  # as the rules say
        return Kiosk(config, self._path, self._told())

    def _take(self, statement: Statement) -> None:
        if statement.values is not None:
            for name, value in statement.values.items():
                if name in self._rules:
                    self._set(name, value, statement.line, self._rules[name])
                else:
                    self._unknown(name, statement.line)
        elif not statement.is_comment:
            self._garbled(statement)

    def _garbled(self, statement: Statement) -> None:
        is_pin = self._is_like_pin(statement.name)
        self._problem(
            QT_TRANSLATE_NOOP(
                "errors",
                "{path}, line {line} makes no sense and is left out: {text}. A setting reads"
                ' name = value, with text in quotes: language = "en".',
            ),
            statement.line,
            text="pin = …" if is_pin else _shortened(statement.text),
        )

    def _is_like_pin(self, name: str) -> bool:
        """Whether somebody may have meant the PIN, which then is shut rather than open."""
        is_like = name == "pin" or difflib.get_close_matches(name, self._rules, n=1) == ["pin"]
        if is_like:
            self._values.setdefault("pin", pin.UNUSABLE)
        return is_like

    def _set(self, name: str, value: object, line: int, rule: Rule) -> None:
        if name in self._set_in:
            self._problem(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{path}, line {line}: {name} is set in line {before} too. The last one counts.",
                ),
                line,
                name=name,
                before=self._set_in[name],
            )
        self._set_in[name] = line
        try:
            self._values[name] = rule.take(value)
        except ValueError:
            self._values[name] = taken = _instead(name)
            self._problem(
                rule.sentence,
                line,
                name=name,
                value=_shortened(toml_text.written(value)),
                taken=toml_text.written(taken),
                **rule.allowed,
            )

    def _unknown(self, name: str, line: int) -> None:
        self._is_like_pin(name)
        near = difflib.get_close_matches(name, self._rules, n=1)
        if near:
            self._problem(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{path}, line {line}: there is no setting {name}. Is {near} meant?",
                ),
                line,
                name=_shortened(name),
                near=near[0],
            )
        else:
            self._problem(
                QT_TRANSLATE_NOOP("errors", "{path}, line {line}: there is no setting {name}."),
                line,
                name=_shortened(name),
            )

    def _told(self) -> tuple[SettingsError, ...]:
        """What is wrong; of a file that is something else altogether, enough to see that."""
        if len(self._problems) <= _MOST_PROBLEMS:
            return tuple(self._problems)
        more = SettingsError(
            QT_TRANSLATE_NOOP("errors", "{path}: {count} more lines are wrong."),
            path=self._path,
            count=len(self._problems) - _MOST_PROBLEMS,
        )
        return (*self._problems[:_MOST_PROBLEMS], more)

    def _problem(self, sentence: str, line: int, **fields: object) -> None:
        self._problems.append(SettingsError(sentence, path=self._path, line=line, **fields))


def _instead(name: str) -> object:
    """What is taken for a setting that makes no sense."""
    return pin.UNUSABLE if name == "pin" else asdict(KioskConfig())[name]


def _content(path: Path) -> bytes:
    """The bytes of the file.

    Raises:
        OSError: it cannot be read, is no file, or larger than any that is meant.
    """
    if path.exists() and not path.is_file():
        raise OSError(0, "it is no file")
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise OSError(0, "it is too large")
    return content


def _encoding(content: bytes) -> str:
    """How the text of the file is written: UTF-8, or what an editor of Windows says it is."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig" if content.startswith(codecs.BOM_UTF8) else "utf-8"


def _shortened(text: str) -> str:
    """A text that somebody wrote, as one line of the log."""
    shown = "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in text)
    return shown if len(shown) <= _MOST_TOLD else f"{shown[:_MOST_TOLD]}…"


def _unreadable(path: Path, error: OSError) -> SettingsError:
    return SettingsError(
        QT_TRANSLATE_NOOP(
            "errors", "{path} cannot be read: {reason}. The kiosk's own settings hold."
        ),
        path=path,
        reason=error.strerror,
    )

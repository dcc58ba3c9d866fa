"""The kiosk's file as it is generated: every setting with its value and what it means."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import get_args

from lenet_gui.catalogue import translate
from lenet_gui.errors import QT_TRANSLATE_NOOP
from lenet_gui.kiosk import offered
from lenet_gui.kiosk.config import KioskConfig
from lenet_gui.kiosk.toml_text import written
from lenet_gui.settings import ThemeName

_WIDTH = 96
_PIECE = re.compile(r"[（“]?(?:[^\s\u2e80-\uffef]+|[\u2e80-\uffef])[，。；：、？！）”]*\s*")
"""What stands in one row: a word or one letter of Chinese, with the marks and space after it."""


@dataclass(frozen=True)
class _Part:
    """Settings that belong together.

    Attributes:
        title: what they are about.
        comments: what each means, by its name.
    """

    title: str
    comments: Mapping[str, str]


_HEAD = QT_TRANSLATE_NOOP(
    "kiosk",
    "A kiosk of LeNet GUI: `lenet-gui --kiosk FILE` opens it; docs/kiosk.md tells more. A line that"
    " is wrong keeps nothing dark: its setting is as if the line were not there, and the log, the"
    " terminal and the staff page name the line. Text stands in quotes; seconds are numbers.",
)

_PARTS = (
    _Part(
        QT_TRANSLATE_NOOP("kiosk", "What a visitor finds"),
        {
            "language": QT_TRANSLATE_NOOP(
                "kiosk", 'What a session begins in, such as "en" or "zh_CN"; "" is the system\'s.'
            ),
            "languages": QT_TRANSLATE_NOOP(
                "kiosk", "What visitors may choose from: {languages}. [] is all of them."
            ),
            "theme": QT_TRANSLATE_NOOP(
                "kiosk", "How it looks: {themes}. Light suits a bright room."
            ),
            "model": QT_TRANSLATE_NOOP("kiosk", "The network that reads: {models}."),
            "models": QT_TRANSLATE_NOOP(
                "kiosk", "The networks that visitors may choose from. [] is all of them."
            ),
            "view": QT_TRANSLATE_NOOP(
                "kiosk",
                'Beside the pad: "network" is all of it, "compact" the answer and two layers.',
            ),
            "text_size": QT_TRANSLATE_NOOP(
                "kiosk", "Size of all letters in percent: 100, 125, 150 or 200."
            ),
            "motion": QT_TRANSLATE_NOOP("kiosk", '"full"; "gentle" for slow motion only; "none".'),
            "hide_cursor": QT_TRANSLATE_NOOP(
                "kiosk", "Whether the mouse cursor is hidden; true for a touch screen."
            ),
            "touch_mm": QT_TRANSLATE_NOOP(
                "kiosk", "Least side of what is touched, in millimetres, from 7 to 40."
            ),
        },
    ),
    _Part(
        QT_TRANSLATE_NOOP("kiosk", "When nobody is there"),
        {
            "attract_after_s": QT_TRANSLATE_NOOP(
                "kiosk",
                "Untouched for so many seconds with an empty pad, it draws digits"
                " by itself. From 5 on; 0 is never.",
            ),
            "ask_after_s": QT_TRANSLATE_NOOP(
                "kiosk",
                "Untouched for so many seconds with something unfinished, it asks"
                " whether somebody is still there. From 5 on; 0 is never.",
            ),
            "countdown_s": QT_TRANSLATE_NOOP(
                "kiosk",
                "How many seconds that question stands before all is cleared, from 10 to 120.",
            ),
        },
    ),
    _Part(
        QT_TRANSLATE_NOOP("kiosk", "Staff"),
        {
            "pin": QT_TRANSLATE_NOOP(
                "kiosk",
                "What `lenet-gui kiosk-pin` prints (`--write FILE` puts it here). Without one"
                " whoever finds the corner gets to the staff page, and from there to the desktop.",
            ),
            "staff_press_s": QT_TRANSLATE_NOOP(
                "kiosk", "How many seconds the hidden corner is pressed, 1 to 30."
            ),
            "staff_corner": QT_TRANSLATE_NOOP(
                "kiosk",
                'Which corner of the pad\'s screen: "top-left", "top-right",'
                ' "bottom-left" or "bottom-right".',
            ),
        },
    ),
    _Part(
        QT_TRANSLATE_NOOP("kiosk", "Screens"),
        {
            "screens": QT_TRANSLATE_NOOP(
                "kiosk", '"one", or "two" for the pad on one display and the network on another.'
            ),
            "pad_screen": QT_TRANSLATE_NOOP(
                "kiosk", "The display with the pad: 1 is the main one, 2 the next, up to 8."
            ),
            "network_screen": QT_TRANSLATE_NOOP(
                "kiosk", 'The display with the network where screens is "two".'
            ),
        },
    ),
    _Part(
        QT_TRANSLATE_NOOP("kiosk", "Counts, on this machine alone"),
        {
            "counts": QT_TRANSLATE_NOOP(
                "kiosk",
                "Whether sessions, drawings and answers are counted by the hour;"
                " `lenet-gui kiosk-counts` prints them.",
            ),
            "keep_drawings": QT_TRANSLATE_NOOP(
                "kiosk",
                "Whether the drawings themselves are kept beside the counts. Ask"
                " whoever looks after privacy first.",
            ),
        },
    ),
    _Part(
        QT_TRANSLATE_NOOP("kiosk", "Running all day"),
        {
            "supervise": QT_TRANSLATE_NOOP(
                "kiosk",
                "Whether a second process starts the program anew when it crashes or hangs.",
            ),
            "frozen_after_s": QT_TRANSLATE_NOOP(
                "kiosk", "It hangs when it has not answered for so many seconds, 5 to 600."
            ),
        },
    ),
)


def commented(config: KioskConfig) -> str:
    """The file that says what `config` does, for people to change; in the terminal's language."""
    there = {
        "languages": _listed(offered.languages()),
        "models": _listed(offered.models()),
        "themes": _listed(get_args(ThemeName)),
    }
    values = asdict(config)
    rows = _comment(translate("kiosk", _HEAD))
    for part in _PARTS:
        rows += ["", "", f"# --- {translate('kiosk', part.title)} ---"]
        for name, comment in part.comments.items():
            rows += ["", *_comment(translate("kiosk", comment).format(**there))]
            rows.append(f"{name} = {written(values[name])}")
    return "\n".join(rows) + "\n"


def _comment(text: str) -> list[str]:
    """A text as the rows of a comment. Chinese breaks anywhere but within a Latin word."""
    rows, room = [""], _WIDTH
    for piece in _PIECE.findall(text):
        width = sum(1 + (unicodedata.east_asian_width(mark) in "WF") for mark in piece)
        if width > room:
            rows.append("")
            room = _WIDTH
        rows[-1] += piece
        room -= width
    return [f"# {row}".rstrip() for row in rows]


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)

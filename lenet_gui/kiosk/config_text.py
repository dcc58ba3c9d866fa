"""The kiosk's file as it is generated: every setting with its value and what it means."""

import textwrap
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import get_args

from lenet_gui.kiosk import offered
from lenet_gui.kiosk.config import KioskConfig
from lenet_gui.kiosk.toml_text import written
from lenet_gui.settings import ThemeName

_WIDTH = 96


@dataclass(frozen=True)
class _Part:
    """Settings that belong together.

    Attributes:
        title: what they are about.
        comments: what each means, by its name.
    """

    title: str
    comments: Mapping[str, str]


_HEAD = (
    "A kiosk of LeNet GUI: `lenet-gui --kiosk FILE` opens it; docs/kiosk.md tells more. A line that"
    " is wrong keeps nothing dark: its setting is as if the line were not there, and the log, the"
    " terminal and the staff page name the line. Text stands in quotes; seconds are numbers."
)

_PARTS = (
    _Part(
        "What a visitor finds",
        {
            "language": 'What a session begins in, such as "en" or "zh_CN"; "" is the system\'s.',
            "languages": "What visitors may choose from: {languages}. [] is all of them.",
            "theme": "How it looks: {themes}. Light suits a bright room.",
            "model": "The network that reads: {models}.",
            "models": "The networks that visitors may choose from. [] is all of them.",
            "view": 'Beside the pad: "network" is all of it, "compact" the answer and two layers.',
            "text_size": "Size of all letters in percent: 100, 125, 150 or 200.",
            "motion": '"full"; "gentle" for slow motion only; "none".',
            "hide_cursor": "Whether the mouse cursor is hidden; true for a touch screen.",
            "touch_mm": "Least side of what is touched, in millimetres, from 7 to 40.",
        },
    ),
    _Part(
        "When nobody is there",
        {
            "attract_after_s": "Untouched for so many seconds with an empty pad, it draws digits"
            " by itself. From 5 on; 0 is never.",
            "ask_after_s": "Untouched for so many seconds with something unfinished, it asks"
            " whether somebody is still there. From 5 on; 0 is never.",
            "countdown_s": "How many seconds that question stands before all is cleared, from 10"
            " to 120.",
        },
    ),
    _Part(
        "Staff",
        {
            "pin": "What `lenet-gui kiosk-pin` prints (`--write FILE` puts it here). Without one"
            " whoever finds the corner gets to the staff page, and from there to the desktop.",
            "staff_press_s": "How many seconds the hidden corner is pressed, 1 to 30.",
            "staff_corner": 'Which corner of the pad\'s screen: "top-left", "top-right",'
            ' "bottom-left" or "bottom-right".',
        },
    ),
    _Part(
        "Screens",
        {
            "screens": '"one", or "two" for the pad on one display and the network on another.',
            "pad_screen": "The display with the pad: 1 is the main one, 2 the next, up to 8.",
            "network_screen": 'The display with the network where screens is "two".',
        },
    ),
    _Part(
        "Counts, on this machine alone",
        {
            "counts": "Whether sessions, drawings and answers are counted by the hour;"
            " `lenet-gui kiosk-counts` prints them.",
            "keep_drawings": "Whether the drawings themselves are kept beside the counts. Ask"
            " whoever looks after privacy first.",
        },
    ),
    _Part(
        "Running all day",
        {
            "supervise": "Whether a second process starts the program anew when it crashes or"
            " hangs.",
            "frozen_after_s": "It hangs when it has not answered for so many seconds, 5 to 600.",
        },
    ),
)


def commented(config: KioskConfig) -> str:
    """The file that says what `config` does, for people to change."""
    there = {
        "languages": _listed(offered.languages()),
        "models": _listed(offered.models()),
        "themes": _listed(get_args(ThemeName)),
    }
    values = asdict(config)
    rows = [f"# {row}" for row in textwrap.wrap(_HEAD, _WIDTH)]
    for part in _PARTS:
        rows += ["", "", f"# --- {part.title} ---"]
        for name, comment in part.comments.items():
            rows.append("")
            rows += [f"# {row}" for row in textwrap.wrap(comment.format(**there), _WIDTH)]
            rows.append(f"{name} = {written(values[name])}")
    return "\n".join(rows) + "\n"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)

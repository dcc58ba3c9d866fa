"""What each setting of a kiosk may be, and the sentence that says so where it is something else."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import get_args

from lenet_gui.errors import QT_TRANSLATE_NOOP
from lenet_gui.kiosk import offered, pin
from lenet_gui.kiosk.config import Corner, Motion, Screens
from lenet_gui.settings import TextSize, ThemeName, ViewName

DAY_S = 86_400


@dataclass(frozen=True)
class Rule:
    """What one setting may be.

    Attributes:
        take: makes the setting of what stands in the file; ValueError if it is none.
        sentence: English, what is wrong with another value; names {path}, {line}, {name}, {value},
            {taken} and the `allowed`.
        allowed: what the sentence names beside these.
    """

    take: Callable[[object], object]
    sentence: str
    allowed: Mapping[str, object] = field(default_factory=dict)


def rules() -> dict[str, Rule]:
    """The rule of every setting, by its name; looks up which languages and networks there are."""
    languages, models = offered.languages(), offered.models()
    return {
        "language": _one_of(("", *languages)),
        "languages": _some_of(languages),
        "theme": _one_of(get_args(ThemeName)),
        "model": _one_of(models),
        "models": _some_of(models),
        "view": _one_of(get_args(ViewName)),
        "text_size": _one_of(get_args(TextSize)),
        "motion": _one_of(get_args(Motion)),
        "attract_after_s": _none_or_number(5, DAY_S),
        "ask_after_s": _none_or_number(5, DAY_S),
        "countdown_s": _number(10, 120),
        "pin": _pin(),
        "staff_press_s": _number(1, 30),
        "staff_corner": _one_of(get_args(Corner)),
        "screens": _one_of(get_args(Screens)),
        "pad_screen": _one_of(tuple(range(1, 9))),
        "network_screen": _one_of(tuple(range(1, 9))),
        "hide_cursor": _yes_or_no(),
        "counts": _yes_or_no(),
        "keep_drawings": _yes_or_no(),
        "supervise": _yes_or_no(),
        "frozen_after_s": _number(5, 600),
        "touch_mm": _number(7, 40),
    }


def _one_of(choices: Collection[object]) -> Rule:
    def take(value: object) -> object:
        for choice in choices:
            if choice == value and not isinstance(value, bool):
                return choice
        raise ValueError(value)

    return Rule(
        take,
        QT_TRANSLATE_NOOP(
            "errors",
            "{path}, line {line}: {name} is one of {choices}, not {value}. {taken} is taken.",
        ),
        {"choices": ", ".join(str(choice) or '""' for choice in choices)},
    )


def _some_of(choices: Collection[str]) -> Rule:
    def take(value: object) -> tuple[str, ...]:
        if not isinstance(value, list | tuple) or any(one not in choices for one in value):
            raise ValueError(value)
        return tuple(dict.fromkeys(value))

    return Rule(
        take,
        QT_TRANSLATE_NOOP(
            "errors",
            "{path}, line {line}: {name} is a list of some of {choices}, not {value}."
            " {taken} is taken.",
        ),
        {"choices": ", ".join(choices)},
    )


def _number(lowest: float, highest: float) -> Rule:
    def take(value: object) -> float:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not (is_number and lowest <= value <= highest):  # type: ignore[operator]
            raise ValueError(value)
        return float(value)  # type: ignore[arg-type]

    return Rule(
        take,
        QT_TRANSLATE_NOOP(
            "errors",
            "{path}, line {line}: {name} is a number from {lowest} to {highest}, not {value}."
            " {taken} is taken.",
        ),
        {"lowest": lowest, "highest": highest},
    )


def _none_or_number(lowest: float, highest: float) -> Rule:
    some = _number(lowest, highest)

    def take(value: object) -> object:
        return 0.0 if value == 0 and not isinstance(value, bool) else some.take(value)

    return Rule(
        take,
        QT_TRANSLATE_NOOP(
            "errors",
            "{path}, line {line}: {name} is 0 (never) or a number from {lowest} to {highest},"
            " not {value}. {taken} is taken.",
        ),
        some.allowed,
    )


def _yes_or_no() -> Rule:
    def take(value: object) -> bool:
        if not isinstance(value, bool):
            raise ValueError(value)  # noqa: TRY004 - what a rule raises
        return value

    return Rule(
        take,
        QT_TRANSLATE_NOOP(
            "errors",
            "{path}, line {line}: {name} is true or false, not {value}. {taken} is taken.",
        ),
    )


def _pin() -> Rule:
    def take(value: object) -> str:
        if not isinstance(value, str) or not (value == "" or pin.is_hash(value)):
            raise ValueError(value)
        return value

    return Rule(  # a PIN that stands there by mistake is not told: the log is read by others
        take,
        QT_TRANSLATE_NOOP(
            "errors",
            "{path}, line {line}: {name} is no line that `lenet-gui kiosk-pin` made. The staff page"
            " stays shut until it is.",
        ),
    )

"""What a kiosk counts: sessions, drawings and answers, by the hour, on this machine alone.

Every event is one line, added to the file of its month as it happens, so that a program that is
killed loses none. `tally` makes a table of them. That the disk is full disturbs no visitor.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

Period = Literal["hour", "day", "month"]

DIGITS = tuple("0123456789")
UNSURE, NONE = "unsure", "none"
ANSWERS = (*DIGITS, UNSURE, NONE)
"""What a drawing is counted as: a digit, one that the network is unsure of, or no digit."""

SESSION, DRAWING = "session", "drawing"

_HEAD = b"hour,event,answer\n"
_HOUR_FORMAT = "%Y-%m-%dT%H"
_HOUR = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}")
_LETTERS: dict[Period, int] = {"hour": 13, "day": 10, "month": 7}
_MOST_DRAWN_BYTES = 100_000_000
"""Of a month's drawings no more are kept."""

Stroke = Sequence[Sequence[float]]
"""Points (x, y) of one stroke, y down, as shares of the pad's side."""


def now() -> datetime:
    """The time on the clock on the wall, which is what a museum counts by."""
    return datetime.now().astimezone()


class Counts:
    """Counts what happens at a kiosk.

    Args:
        folder: where the counts lie; made when there is something to count.
        keeps_drawings: whether the drawings are kept too.
        clock: the local time.
    """

    def __init__(
        self, folder: Path, *, keeps_drawings: bool = False, clock: Callable[[], datetime] = now
    ) -> None:
        self._folder = folder
        self._keeps_drawings = keeps_drawings
        self._clock = clock

    def session_began(self) -> None:
        """Count a visitor who began."""
        self._count(SESSION, "")

    def drawing_read(self, answer: str, strokes: Sequence[Stroke] = ()) -> None:
        """Count a drawing that is done, and what was read.

        Args:
            answer: one of `ANSWERS`.
            strokes: the drawing, kept if drawings are.
        """
        self._count(DRAWING, answer)
        if self._keeps_drawings and strokes:
            self._keep(answer, strokes)

    def _count(self, event: str, answer: str) -> None:
        time = self._clock()
        path = self._folder / f"counts-{time:%Y-%m}.csv"
        _add(path, f"{time.strftime(_HOUR_FORMAT)},{event},{answer}\n".encode(), _HEAD)

    def _keep(self, answer: str, strokes: Sequence[Stroke]) -> None:
        time = self._clock()
        path = self._folder / f"drawings-{time:%Y-%m}.jsonl"
        try:
            if path.exists() and path.stat().st_size > _MOST_DRAWN_BYTES:
                return
        except OSError:
            return
        points = [[[round(x, 4), round(y, 4)] for x, y in stroke] for stroke in strokes]
        kept = {"hour": time.strftime(_HOUR_FORMAT), "answer": answer, "strokes": points}
        _add(path, json.dumps(kept, separators=(",", ":")).encode() + b"\n")


@dataclass
class Tally:
    """What was counted in some time.

    Attributes:
        sessions: visitors who began.
        answers: drawings, by what was read.
    """

    sessions: int = 0
    answers: Counter[str] = field(default_factory=Counter)

    @property
    def drawings(self) -> int:
        """All drawings."""
        return self.answers.total()


def tally(folder: Path, by: Period = "hour") -> dict[str, Tally]:
    """What was counted, by the hour (`2026-11-24T15`), the day or the month, the earliest first.

    Lines that make no sense, such as half of one that a power cut left, count for nothing.
    """
    tallies: dict[str, Tally] = {}
    for hour, event, answer in _events(folder):
        counted = tallies.setdefault(hour[: _LETTERS[by]], Tally())
        if event == SESSION:
            counted.sessions += 1
        else:
            counted.answers[answer] += 1
    return dict(sorted(tallies.items()))


def as_csv(tallies: dict[str, Tally], by: Period) -> str:
    """A table for a spreadsheet: a line for each time, a column for each answer."""
    rows = [",".join((by, "sessions", "drawings", *ANSWERS))]
    for time, counted in tallies.items():
        answers = (counted.answers[answer] for answer in ANSWERS)
        rows.append(",".join(map(str, (time, counted.sessions, counted.drawings, *answers))))
    return "\n".join(rows) + "\n"


def _events(folder: Path) -> Iterator[tuple[str, str, str]]:
    for path in sorted(folder.glob("counts-*.csv")):
        try:
            lines = path.read_text("utf-8", "replace").splitlines()
        except OSError:
            continue
        for line in lines:
            parts = line.split(",")
            if len(parts) == 3 and _is_event(*parts):
                yield parts[0], parts[1], parts[2]


def _is_event(hour: str, event: str, answer: str) -> bool:
    if not _HOUR.fullmatch(hour):
        return False
    return (event == SESSION and not answer) or (event == DRAWING and answer in ANSWERS)


def _add(path: Path, line: bytes, head: bytes = b"") -> None:
    """Add a line to a file in one write, on a line of its own; where that fails, do without."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            if size == 0:
                line = head + line
            else:
                file.seek(size - 1)
                if file.read(1) != b"\n":  # a full disk or a power cut left half a line
                    line = b"\n" + line
            file.write(line)
    except OSError:
        return

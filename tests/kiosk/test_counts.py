"""What a kiosk counts: by the hour, across kills and full disks, and nothing else."""

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lenet_gui.kiosk.counts import ANSWERS, Counts, as_csv, tally


class Clock:
    """The time, as a test says it is."""

    time = datetime(2026, 11, 30, 14, 59, 59, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "counts"


def visit(counts: Counts, *answers: str) -> None:
    counts.session_began()
    for answer in answers:
        counts.drawing_read(answer, [[(0.1, 0.2), (0.3, 0.44444)]])


def test_sessions_and_answers_are_counted_by_the_hour(folder: Path, clock: Clock) -> None:
    counts = Counts(folder, clock=clock)
    visit(counts, "7", "unsure")
    visit(counts)
    clock.time = datetime(2026, 12, 1, 9, tzinfo=UTC)
    visit(counts, "none", "7", "7")
    assert sorted(path.name for path in folder.iterdir()) == [
        "counts-2026-11.csv",
        "counts-2026-12.csv",
    ]
    assert as_csv(tally(folder), "hour") == (
        "hour,sessions,drawings,0,1,2,3,4,5,6,7,8,9,unsure,none\n"
        "2026-11-30T14,2,2,0,0,0,0,0,0,0,1,0,0,1,0\n"
        "2026-12-01T09,1,3,0,0,0,0,0,0,0,2,0,0,0,1\n"
    )
    assert [(day, t.drawings) for day, t in tally(folder, "day").items()] == [
        ("2026-11-30", 2),
        ("2026-12-01", 3),
    ]
    assert list(tally(folder, "month")) == ["2026-11", "2026-12"]


def test_nothing_counted_is_a_table_without_lines(folder: Path) -> None:
    assert as_csv(tally(folder), "day").splitlines() == [
        "day,sessions,drawings," + ",".join(ANSWERS)
    ]
    assert not folder.exists()


def test_drawings_are_kept_only_if_that_is_switched_on(folder: Path, clock: Clock) -> None:
    visit(Counts(folder, clock=clock), "7")
    assert "0.1" not in "".join(path.read_text() for path in folder.iterdir())
    assert len(list(folder.iterdir())) == 1
    visit(Counts(folder, keeps_drawings=True, clock=clock), "3")
    (line,) = (folder / "drawings-2026-11.jsonl").read_text().splitlines()
    assert json.loads(line) == {
        "hour": "2026-11-30T14",
        "answer": "3",
        "strokes": [[[0.1, 0.2], [0.3, 0.4444]]],
    }


def test_a_month_of_drawings_ends_before_the_disk_does(folder: Path, clock: Clock) -> None:
    folder.mkdir()
    kept = folder / "drawings-2026-11.jsonl"
    with kept.open("wb") as file:
        file.truncate(100_000_001)
    visit(Counts(folder, keeps_drawings=True, clock=clock), "3")
    assert kept.stat().st_size == 100_000_001
    assert tally(folder)["2026-11-30T14"].drawings == 1


def test_half_a_line_costs_itself_alone(folder: Path, clock: Clock) -> None:
    counts = Counts(folder, clock=clock)
    visit(counts, "1")
    with (folder / "counts-2026-11.csv").open("ab") as file:
        file.write(b"2026-11-30T14,dra")
    visit(counts, "1")
    (counted,) = tally(folder).values()
    assert (counted.sessions, counted.answers["1"]) == (2, 2)


@pytest.mark.parametrize(
    "line",
    ["", "a,b,c", "2026-11-30T14,drawing,x", "2026-11-30T14,session,7", "1,2,3,4", "\xff\x00"],
)
def test_what_nobody_counted_counts_for_nothing(folder: Path, line: str) -> None:
    folder.mkdir()
    (folder / "counts-2026-11.csv").write_text(line, "utf-8")
    (folder / "counts-2026-10.csv").mkdir()
    assert not tally(folder)


def test_a_program_that_is_killed_has_lost_no_count(folder: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom lenet_gui.kiosk.counts import Counts\n"
        "counts = Counts(Path(sys.argv[1]))\n"
        "for n in range(10**9): counts.drawing_read('5'); print(n, flush=True)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) == 50:
                os.kill(process.pid, signal.SIGKILL)
        told = int(line) + 1
    drawings = sum(counted.drawings for counted in tally(folder).values())
    assert told <= drawings <= told + 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
def test_a_full_disk_disturbs_nobody(folder: Path, clock: Clock) -> None:
    folder.mkdir()
    (folder / "counts-2026-11.csv").symlink_to("/dev/full")
    (folder / "drawings-2026-11.jsonl").symlink_to("/dev/full")
    visit(Counts(folder, keeps_drawings=True, clock=clock), "7")


def test_where_nothing_can_be_written_nobody_is_disturbed(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("no folder")
    visit(Counts(tmp_path / "file" / "counts", keeps_drawings=True, clock=clock), "7")

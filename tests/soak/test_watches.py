"""What a soak watches with notices what it is for, and only that."""

import logging
import threading
import time

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler, qWarning
from pytestqt.qtbot import QtBot

from benchmarks.soak import stacks
from benchmarks.soak.complaints import Complaints
from benchmarks.soak.diary import Diary, Failure
from benchmarks.soak.event_loop import Block, EventLoopWatch
from benchmarks.soak.histogram import Histogram

NO_SERVER = 0
LIMIT_MS = 100.0


def hold_up() -> None:
    time.sleep(0.4)


def test_a_slot_that_keeps_the_gui_thread_is_told_with_its_place(qtbot: QtBot) -> None:
    blocks: list[Block] = []
    watch = EventLoopWatch(NO_SERVER, lambda: "held up", LIMIT_MS, blocks.append)
    watch.start()
    QTimer.singleShot(20, hold_up)
    qtbot.waitUntil(lambda: any("hold_up" in " ".join(block.where) for block in blocks))
    watch.stop()
    found = next(block for block in blocks if "hold_up" in " ".join(block.where))
    assert found.waited_ms > LIMIT_MS
    assert found.worked_ms < found.own_ms, "it slept"
    assert found.during == "held up"


def test_what_is_done_aside_is_not_watched(qtbot: QtBot) -> None:
    blocks: list[Block] = []
    watch = EventLoopWatch(NO_SERVER, str, 350.0, blocks.append)
    watch.start()
    with watch.aside():
        hold_up()
    qtbot.wait(50)
    watch.stop()
    assert not blocks


def test_another_thread_is_seen_where_it_is() -> None:
    seen = stacks.of_thread(threading.get_ident())
    assert seen.endswith("of_thread")
    assert "test_another_thread_is_seen_where_it_is" in seen


def test_percentiles_are_those_of_all_times_in_a_room_of_one_size() -> None:
    times = Histogram()
    assert times.percentile(99) == 0.0
    for count in range(1000):
        times.add(count / 10)
    times.add(20_000.0)
    assert times.percentile(50) == pytest.approx(50, abs=0.5)
    assert times.percentile(99) == pytest.approx(99, abs=0.5)
    assert times.largest == 20_000.0


@pytest.mark.qt_log_ignore("sheet of paper")
def test_warnings_of_qt_and_of_the_log_and_exceptions_are_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for hook in ("sys.excepthook", "sys.unraisablehook", "threading.excepthook"):
        monkeypatch.setattr(hook, lambda *_: None)
    heard: list[str] = []
    complaints = Complaints(heard.append)
    before = qInstallMessageHandler(None)
    try:
        complaints.listen()
        qWarning("a sheet of paper is missing")
        logging.getLogger("lenet_gui.ui").warning("the pad is full")
        logging.getLogger("lenet_gui.ui").info("all is well")
        failing = threading.Thread(target=lambda: 1 // 0)
        failing.start()
        failing.join()
    finally:
        qInstallMessageHandler(before)
        logging.getLogger("lenet_gui").removeHandler(complaints)
    assert heard[0] == "Qt: a sheet of paper is missing"
    assert heard[1] == "log: WARNING the pad is full"
    assert "ZeroDivisionError" in heard[2]
    assert len(heard) == 3


def test_a_failure_is_told_with_what_was_done_before_and_not_for_ever() -> None:
    told: list[Failure] = []
    diary = Diary(told.append)
    diary.begin(7)
    diary.begin_deed("scribble")
    for _ in range(50):
        diary.complain("a hole in the sheet")
    assert diary.failed == 50
    assert len(told) == 3
    assert told[0].visitor == 7
    assert told[0].trail[0].endswith("scribble")

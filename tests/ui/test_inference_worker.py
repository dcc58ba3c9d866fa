"""The worker, with a reader that does as the test says."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from lenet_gui.errors import BundleError, LenetError
from lenet_gui.network.fields import FeatureMap, Silenced, Unit
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.prodding import NEUTRAL, Prodding
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.inference_worker import InferenceWorker, Reader
from tests.ui.conftest import MakeReading, Recorder

PATIENCE = 5.0


def drawing(x: float) -> Drawing:
    return Drawing((np.array([[x, 0.5], [0.5, 0.5]], np.float32),))


@contextmanager
def running(load: Callable[[], Reader]) -> Iterator[InferenceWorker]:
    worker = InferenceWorker(lambda _: load(), ["lenet5-tanh"])
    worker.start()
    try:
        yield worker
    finally:
        worker.stop()


def nothing(_: Drawing) -> None:
    pass


def test_a_drawing_is_answered_with_its_reading(qtbot: QtBot, make_reading: MakeReading) -> None:
    with running(lambda: Recorder(make_reading, nothing)) as worker:
        asked = drawing(0.1)
        with qtbot.waitSignal(worker.answered) as answer:
            worker.submit(asked)
    assert answer.args is not None
    assert answer.args[0][0].drawing is asked


def test_answers_arrive_on_the_thread_of_the_window(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    threads: list[threading.Thread] = []
    read_on: list[threading.Thread] = []
    recorder = Recorder(make_reading, lambda _: read_on.append(threading.current_thread()))
    with running(lambda: recorder) as worker:
        worker.answered.connect(lambda _: threads.append(threading.current_thread()))
        with qtbot.waitSignal(worker.answered):
            worker.submit(drawing(0.1))
    assert threads == [threading.main_thread()]
    assert read_on != threads


def test_of_drawings_that_wait_only_the_newest_is_read(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    reading, may_go_on = threading.Event(), threading.Event()

    def wait(_: Drawing) -> None:
        reading.set()
        assert may_go_on.wait(PATIENCE)

    recorder = Recorder(make_reading, wait)
    drawings = [drawing(x / 10) for x in range(5)]
    answers: list[tuple[Reading, ...]] = []
    with running(lambda: recorder) as worker:
        worker.answered.connect(answers.append)
        worker.submit(drawings[0])
        assert reading.wait(PATIENCE)
        for later in drawings[1:]:
            worker.submit(later)
        may_go_on.set()
        qtbot.waitUntil(lambda: len(answers) == 2)
    assert recorder.asked == [drawings[0], drawings[-1]]
    assert [answer[0].drawing for answer in answers] == [drawings[0], drawings[-1]]


def test_a_late_reading_of_a_cleared_drawing_never_shows(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    reading, may_go_on = threading.Event(), threading.Event()

    def wait(_: Drawing) -> None:
        reading.set()
        assert may_go_on.wait(PATIENCE)

    answers: list[tuple[Reading, ...]] = []
    with running(lambda: Recorder(make_reading, wait)) as worker:
        worker.answered.connect(answers.append)
        worker.submit(drawing(0.1))
        assert reading.wait(PATIENCE)
        worker.submit(Drawing())
        after = drawing(0.2)
        worker.submit(after)
        may_go_on.set()
        qtbot.waitUntil(lambda: bool(answers))
    assert [answer[0].drawing for answer in answers] == [after]


def test_what_was_drawn_while_the_network_loads_is_read_once_it_is_there(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    may_load = threading.Event()

    def load() -> Reader:
        assert may_load.wait(PATIENCE)
        return Recorder(make_reading, nothing)

    with running(load) as worker:
        asked = drawing(0.3)
        worker.submit(asked)
        with qtbot.waitSignals([worker.loaded, worker.answered]):
            may_load.set()


@pytest.mark.parametrize("error", [BundleError("damaged"), RuntimeError("no memory")])
def test_a_failure_to_load_is_told_in_a_sentence(qtbot: QtBot, error: Exception) -> None:
    def load() -> Reader:
        raise error

    worker = InferenceWorker(lambda _: load(), ["lenet5-tanh"])
    with qtbot.waitSignal(worker.failed) as failure:
        worker.start()
    worker.stop()
    assert failure.args is not None
    assert isinstance(failure.args[0], LenetError)
    assert str(error) in str(failure.args[0])


def test_a_failed_reading_is_told_and_the_next_drawing_is_read(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    bad, good = drawing(0.1), drawing(0.2)

    def fail_once(asked: Drawing) -> None:
        if asked is bad:
            raise RuntimeError("broken")

    with running(lambda: Recorder(make_reading, fail_once)) as worker:
        with qtbot.waitSignal(worker.failed):
            worker.submit(bad)
        with qtbot.waitSignal(worker.answered):
            worker.submit(good)


def test_stopping_before_the_start_is_no_error() -> None:
    InferenceWorker(lambda _: pytest.fail("never loaded"), ["lenet5-tanh"]).stop()


def test_what_is_silenced_is_read_so_at_once_and_from_then_on(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    places: Silenced = frozenset({FeatureMap("C1", 2), Unit("S2", 0, 1, 1)})
    with running(lambda: Recorder(make_reading, nothing)) as worker:
        readings: list[Reading] = []
        worker.answered.connect(lambda answer: readings.append(answer[0]))
        with qtbot.waitSignal(worker.answered):
            worker.submit(drawing(0.1))
        with qtbot.waitSignal(worker.answered):
            worker.silence(places)
        with qtbot.waitSignal(worker.answered):
            worker.submit(drawing(0.2))
        with qtbot.waitSignal(worker.answered):
            worker.silence(frozenset())
    assert [reading.silenced for reading in readings] == [frozenset(), places, places, frozenset()]


def test_what_is_prodded_is_read_so_at_once_and_from_then_on(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    turned = Prodding(rotation=20)
    with running(lambda: Recorder(make_reading, nothing)) as worker:
        readings: list[Reading] = []
        worker.answered.connect(lambda answer: readings.append(answer[0]))
        with qtbot.waitSignal(worker.answered):
            worker.submit(drawing(0.1))
        with qtbot.waitSignal(worker.answered):
            worker.prod(turned)
        with qtbot.waitSignal(worker.answered):
            worker.submit(drawing(0.2))
        with qtbot.waitSignal(worker.answered):
            worker.prod(NEUTRAL)
    assert [reading.prodding for reading in readings] == [NEUTRAL, turned, turned, NEUTRAL]


def test_a_late_reading_of_a_prodded_drawing_shows_while_it_is_prodded_and_not_after(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    reading, may_go_on = threading.Event(), threading.Semaphore(0)

    def wait(_: Drawing) -> None:
        reading.set()
        assert may_go_on.acquire(timeout=PATIENCE)

    shown: list[Prodding] = []
    one, other = Prodding(rotation=20), Prodding(rotation=21)
    with running(lambda: Recorder(make_reading, wait)) as worker:
        worker.answered.connect(lambda answer: shown.append(answer[0].prodding))
        worker.prod(one)
        worker.submit(drawing(0.1))
        assert reading.wait(PATIENCE)
        reading.clear()
        worker.prod(other)
        may_go_on.release()
        qtbot.waitUntil(lambda: shown == [one])
        assert reading.wait(PATIENCE)
        worker.prod(Prodding(rotation=22))
        worker.prod(NEUTRAL)
        may_go_on.release(2)
        qtbot.waitUntil(lambda: NEUTRAL in shown)
    assert shown == [one, NEUTRAL]


def test_what_explains_a_network_is_handed_over_once(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    handed_over: list[tuple[object, object]] = []
    recorder = Recorder(make_reading, nothing)
    worker = InferenceWorker(lambda _: recorder, ["lenet5-tanh"])
    worker.explainable.connect(lambda *told: handed_over.append(told))
    worker.start()
    try:
        with qtbot.waitSignal(worker.answered):
            worker.submit(drawing(0.1))
        with qtbot.waitSignal(worker.answered):
            worker.submit(drawing(0.2))
        qtbot.waitUntil(lambda: bool(handed_over))
    finally:
        worker.stop()
    assert handed_over == [(recorder.card, None)]


def test_started_afresh_it_forgets_what_was_silenced_and_drawn_and_explains_again(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    places: Silenced = frozenset({FeatureMap("C1", 2)})
    with running(lambda: Recorder(make_reading, nothing)) as worker:
        answers: list[tuple[Reading, ...]] = []
        explained: list[object] = []
        worker.answered.connect(answers.append)
        worker.silence(places)
        with qtbot.waitSignal(worker.answered):
            worker.submit(drawing(0.1))
        worker.explainable.connect(lambda card, _: explained.append(card))
        worker.submit(drawing(0.2))
        worker.start_afresh(["lenet5-tanh"])
        qtbot.waitUntil(lambda: explained != [])
        assert len(answers) == 1
        with qtbot.waitSignal(worker.answered):
            worker.submit(drawing(0.3))
    assert answers[-1][0].silenced == frozenset()

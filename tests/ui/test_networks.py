"""Switching between networks and comparing them, with readers whose answers are known."""

import dataclasses
from collections.abc import Callable, Iterator

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.app import load_reader, read_cards
from lenet_gui.network.card import Card
from lenet_gui.network.fields import Silenced
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.prodding import NEUTRAL, Prodding
from lenet_gui.recognition.reading import Reading
from lenet_gui.settings import Settings
from lenet_gui.ui import theme
from lenet_gui.ui.inference_worker import InferenceWorker, Reader
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network.network_row import NetworkRow
from lenet_gui.ui.pad import stroke_player
from lenet_gui.ui.reading.compare_view import CompareView
from tests.ui.conftest import STROKE, MakeReading

CTRL = Qt.KeyboardModifier.ControlModifier
DIGITS = {"one": 1, "two": 2, "three": 1, "four": 4, "five": 1}


VERDICTS: dict[str, Callable[[MakeReading], Reading]] = {
    "4": lambda make: make(digit=4),
    "7": lambda make: make(digit=7),
    "9/4?": lambda make: make.torn(9, 4),
    "?": lambda make: make.no_digit(),
}
"""Readings by what the row of one shows."""


class Fixed:
    """A network that always reads the same digit."""

    def __init__(self, card: Card) -> None:
        self.card = card
        self.explainer = None

    def read(
        self,
        drawing: Drawing,
        silenced: Silenced = frozenset(),
        prodding: Prodding = NEUTRAL,
    ) -> Reading:
        reading = MakeReading(self.card)(digit=DIGITS[self.card.id], drawing=drawing)
        return dataclasses.replace(reading, silenced=silenced, prodding=prodding)


@pytest.fixture
def cards(card: Card) -> dict[str, Card]:
    return {
        name: msgspec.structs.replace(card, id=name, title={"en": name.upper()}) for name in DIGITS
    }


@pytest.fixture
def window(qtbot: QtBot, cards: dict[str, Card]) -> Iterator[MainWindow]:
    def load(model: str) -> Reader:
        return Fixed(cards[model])

    worker = InferenceWorker(load, ["one"])
    made = MainWindow(worker, cards, Settings(model="one", motion=False, view="compact"), [])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    worker.start()
    stroke_player.play(made.pad, [STROKE])
    qtbot.waitUntil(lambda: made.reading is not None)
    yield made
    worker.stop()


@pytest.fixture
def compare(qtbot: QtBot, cards: dict[str, Card]) -> CompareView:
    made = CompareView()
    qtbot.addWidget(made)
    made.offer(cards, list(cards), "en")
    return made


def test_another_network_reads_what_is_on_the_pad_at_once(qtbot: QtBot, window: MainWindow) -> None:
    drawn = window.pad.drawing
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    qtbot.waitUntil(lambda: window.reading is not None)
    assert window.pad.drawing is drawn
    assert window.reading is not None
    assert window.reading.card.id == "two"
    assert window.page.prediction.reading is window.reading


def test_the_choice_of_a_network_is_told_as_settings(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.settings_changed) as change:
        QTest.keyClick(window, Qt.Key.Key_4, CTRL)
    assert change.args is not None
    assert change.args[0].model == "four"


def test_a_late_reading_of_the_network_before_never_shows(qtbot: QtBot, window: MainWindow) -> None:
    shown: list[str] = []
    window.choose_model("two")
    window.choose_model("four")
    for _ in range(50):
        QApplication.processEvents()
        if window.reading is not None:
            shown.append(window.reading.card.id)
        QTest.qWait(2)
    assert set(shown) == {"four"}


def test_all_networks_read_side_by_side_and_those_that_disagree_are_marked(
    qtbot: QtBot, window: MainWindow
) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    rows = window.compare.rows
    qtbot.waitUntil(lambda: all(row.reading is not None for row in rows))
    assert [row.card.id for row in rows] == list(DIGITS)
    assert [row.disagrees for row in rows] == [False, True, False, True, False]
    assert window.compare.summary == "They disagree: 1 (3×), 2 (1×), 4 (1×)."


@pytest.mark.parametrize(
    ("verdicts", "summary", "marked"),
    [
        ("4 4 4 4 4", "All read 4.", []),
        ("4 9/4? 4 ? 4", "They disagree: 4 (3×), unsure (2×).", [1, 3]),
        ("? ? 4 9/4? 7", "They disagree: unsure (3×), 4 (1×), 7 (1×).", [2, 4]),
        ("? 4 9/4? 4 7", "They disagree: 4 (2×), unsure (2×), 7 (1×).", [0, 2, 4]),
        ("? 9/4? ? ? ?", "All are unsure.", []),
        ("? ? ? ? ?", "None sees a digit.", []),
    ],
)
def test_the_comparison_counts_verdicts_and_marks_those_unlike_most(
    compare: CompareView, verdicts: str, summary: str, marked: list[int]
) -> None:
    readings = [
        VERDICTS[verdict](MakeReading(row.card))
        for row, verdict in zip(compare.rows, verdicts.split(), strict=True)
    ]
    compare.show_readings(tuple(readings))
    assert compare.summary == summary
    assert [index for index, row in enumerate(compare.rows) if row.disagrees] == marked


@pytest.mark.parametrize(
    ("verdict", "told", "bars"),
    [
        ("4", "4, 90.0 %", [4]),
        ("9/4?", "Unsure: 9 (48.0 %) or 4 (43.2 %)", [4, 9]),
        ("?", "That doesn't look like a digit to me", []),
    ],
)
def test_a_row_tells_its_verdict_and_lights_the_bars_it_names(
    qtbot: QtBot, card: Card, verdict: str, told: str, bars: list[int]
) -> None:
    row = NetworkRow(card, "en")
    qtbot.addWidget(row)
    row.setPalette(theme.palette("dark"))
    row.resize(680, 120)
    row.show_reading(VERDICTS[verdict](MakeReading(card)), disagrees=False)
    assert row.accessibleDescription().startswith(f"{told}, ")
    picture = row.grab().toImage()
    accent = row.palette().color(QPalette.ColorRole.Accent)
    left, step = row.width() * 0.54, row.width() * 0.46 / 10
    lit = [
        digit
        for digit in range(10)
        if any(
            picture.pixelColor(round(left + (digit + 0.5) * step), y) == accent for y in range(120)
        )
    ]
    assert lit == bars


@pytest.mark.parametrize("verdict", ["9/4?", "?"])
@pytest.mark.parametrize("width", [300, 400, 680])
def test_an_unsure_verdict_keeps_to_its_column(
    qtbot: QtBot, card: Card, verdict: str, width: int
) -> None:
    row = NetworkRow(card, "en")
    qtbot.addWidget(row)
    row.resize(width, 64)
    row.show_reading(VERDICTS[verdict](MakeReading(card)), disagrees=False)
    picture = row.grab().toImage()
    paper = row.palette().color(QPalette.ColorRole.Window)
    beside = [round(width * share) for share in (0.345, 0.525)]
    assert all(picture.pixelColor(x, y) == paper for x in beside for y in range(64))


def test_leaving_the_comparison_shows_the_one_network_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.commands.compare.setChecked(True)
    qtbot.waitUntil(lambda: window.compare.rows[-1].reading is not None)
    window.commands.compare.setChecked(False)
    qtbot.waitUntil(lambda: window.page.prediction.reading is not None)
    assert window.reading is not None
    assert window.reading.card.id == "one"


def test_networks_are_switched_in_and_out_but_never_fewer_than_two(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.commands.compare.setChecked(True)
    for name in DIGITS:
        switch = window.compare.switches[name]
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(8, switch.height() // 2))
    assert window.compare.models == ("four", "five")
    assert window.compare.switches["five"].isChecked()
    rows = window.compare.rows
    qtbot.waitUntil(lambda: all(row.reading is not None for row in rows))


def test_clearing_empties_every_row(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.compare.setChecked(True)
    qtbot.waitUntil(lambda: window.compare.rows[0].reading is not None)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert all(row.reading is None for row in window.compare.rows)


@pytest.mark.parametrize(("width", "height"), [(800, 600), (1280, 800)])
def test_five_networks_fit_without_overlap(window: MainWindow, width: int, height: int) -> None:
    window.resize(width, height)
    window.commands.compare.setChecked(True)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height)
    rects = [row.rect().translated(row.mapTo(window, QPoint())) for row in window.compare.rows]
    assert len(rects) == 5
    assert all(window.rect().contains(rect) for rect in rects)
    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)


def test_the_bundled_networks_read_a_drawn_one_and_their_views_appear(qtbot: QtBot) -> None:
    cards, problems = read_cards()
    assert not problems
    worker = InferenceWorker(load_reader, ["lenet5-tanh"])
    window = MainWindow(worker, cards, Settings(motion=False, view="compact"), [])
    qtbot.addWidget(window)
    window.show()
    worker.start()
    stroke_player.play(window.pad, [(STROKE * [0.1, 1] + [0.45, 0]).astype(np.float32)])
    try:
        for model, card in cards.items():
            window.choose_model(model)
            qtbot.waitUntil(lambda: window.reading is not None, timeout=30_000)
            assert window.reading is not None
            assert window.reading.card.id == model
            assert window.reading.verdict.digit == "1"
            assert (window.page.targets is not None) == (card.layers[-1].targets is not None)
    finally:
        worker.stop()


@pytest.mark.parametrize("comparing", [False, True])
def test_all_bundled_networks_leave_the_pad_its_room_in_the_smallest_window(
    qtbot: QtBot, *, comparing: bool
) -> None:
    cards, _ = read_cards()
    worker = InferenceWorker(lambda model: Fixed(cards[model]), ["lenet5-1998"])
    window = MainWindow(worker, cards, Settings(model="lenet5-1998", view="compact"), [])
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.commands.compare.setChecked(comparing)
    with qtbot.waitExposed(window):
        window.show()
    QApplication.processEvents()
    assert (window.width(), window.height()) == (800, 600)
    assert window.pad.sheet.width() > 300
    for switch in window.compare.switches.values():
        assert not comparing or switch.width() >= switch.sizeHint().width()

"""On small screens too a finger can press everything, in every language and size of text."""

import itertools
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui import app as program
from lenet_gui import paths
from lenet_gui.kiosk.config import Kiosk, KioskConfig
from lenet_gui.kiosk.pin import PinGuard
from lenet_gui.recognition.prodding import Prodding
from lenet_gui.ui.classroom.challenge import Challenge
from lenet_gui.ui.classroom.classroom import Classroom
from lenet_gui.ui.classroom.game import Game
from lenet_gui.ui.kiosk.exhibit import Exhibit
from lenet_gui.ui.kiosk.pin_pad import PinPad
from lenet_gui.ui.kiosk.still_there import StillThere
from lenet_gui.ui.network.network_page import NetworkPage
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.pad import stroke_player
from tests.ui.kiosk.conftest import visit
from tests.ui.kiosk.finger_room import wrong
from tests.ui.kiosk.plugged_screens import CAN_PLUG, Size, plugger
from tests.ui.under_finger import seven

pytestmark = pytest.mark.skipif(not CAN_PLUG, reason="screens cannot be plugged in here")

ORDINARY = (800, 800)
SIZES = [(800, 600), (800, 800), (1024, 768), (768, 1024), (1280, 800)]


@pytest.fixture(scope="module")
def exhibit(qapp: QApplication) -> Iterator[Exhibit]:
    """A kiosk of the real program, in which somebody has begun."""
    ordinary, palette = qapp.font(), qapp.palette()
    config = KioskConfig(language="en", motion="none", ask_after_s=0.0, counts=False)
    app, made = program._exhibited(qapp, {}, Kiosk(config))
    app.show()
    app.worker.start()
    visit(made)
    yield made
    made.stop()
    app.stop()
    app.interpreter.leave()
    app.window.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)
    qapp.setFont(ordinary)
    qapp.setPalette(palette)


@pytest.fixture(scope="module")
def plug() -> Iterator[Callable[[Size], None]]:
    """Changes the screen's size."""
    change = plugger()
    yield lambda size: change([size])
    change([ORDINARY])


@pytest.fixture(params=SIZES, ids=lambda size: "{}x{}".format(*size))
def page(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    exhibit: Exhibit,
    plug: Callable[[Size], None],
) -> NetworkPage:
    """The whole network with a digit read, on a screen of each size."""
    plug(request.param)
    stage = exhibit.stages.stage
    qtbot.waitUntil(lambda: stage.screen().size().toTuple() == request.param)
    exhibit.stages.arrange()
    qtbot.waitUntil(lambda: stage.size().toTuple() == request.param)
    exhibit.start_afresh()
    pad = exhibit.window.pad
    stroke_player.play(pad, stroke_player.fit(seven().strokes))
    network = exhibit.window.beside.network
    assert network is not None
    qtbot.waitUntil(lambda: network.explainer is not None, timeout=20_000)
    qtbot.waitUntil(lambda: exhibit.window.reading is not None)
    return network


def settled(qtbot: QtBot, exhibit: Exhibit) -> list[str]:
    """What is still wrong when everything has found its place."""
    left: list[str] = []
    for _ in range(20):
        qtbot.wait(20)
        left = wrong(exhibit)
        if not left:
            break
    return left


def look(qtbot: QtBot, exhibit: Exhibit) -> None:
    """See that all is well in both languages, with the smallest and the largest text."""
    found = []
    for language in ("en", "zh_CN"):
        exhibit.choices.bar.language_chosen.emit(language)
        for size in (100, 200):
            exhibit.choices.bar.text_size_chosen.emit(size)
            left = settled(qtbot, exhibit)
            found += [f"{language}, {size} %: {what}" for what in left]
    exhibit.choices.bar.language_chosen.emit("en")
    exhibit.choices.bar.text_size_chosen.emit(100)
    assert not found, "\n".join(found)


def test_the_whole_network(qtbot: QtBot, exhibit: Exhibit, page: NetworkPage) -> None:
    look(qtbot, exhibit)
    page.view.choose(Place(3, 4, (3, 3)))
    page.view.silence_wanted.emit(Place(1, 2))
    look(qtbot, exhibit)


def test_a_sweep(qtbot: QtBot, exhibit: Exhibit, page: NetworkPage) -> None:
    page.set_motion(motion=True)
    page.view.choose(Place(1, 3, (8, 9)))
    page.leader.start()
    page.leader.sweep.pause()
    look(qtbot, exhibit)


def test_the_lessons_that_are_offered(qtbot: QtBot, exhibit: Exhibit, page: NetworkPage) -> None:
    exhibit.choices.bar.learn_button.click()
    look(qtbot, exhibit)


def test_every_step_of_the_tour(qtbot: QtBot, exhibit: Exhibit, page: NetworkPage) -> None:
    room = classroom(exhibit, "tour")
    for step in range(6):
        room.panel.jumped.emit(step)
        look(qtbot, exhibit)
    exhibit.window.pad.clear()
    look(qtbot, exhibit)


@pytest.mark.parametrize("lesson", ["spotlight", "challenge", "fool"])
def test_a_lesson(qtbot: QtBot, exhibit: Exhibit, page: NetworkPage, lesson: str) -> None:
    room = classroom(exhibit, lesson)
    look(qtbot, exhibit)
    room.panel.jumped.emit(1) if lesson != "challenge" else None
    stroke_player.play(exhibit.window.pad, stroke_player.fit(seven().strokes))
    game = room.lesson
    if isinstance(game, Game):
        qtbot.waitUntil(lambda: game.judged is not None)
    look(qtbot, exhibit)


def test_a_challenge_that_is_over(qtbot: QtBot, exhibit: Exhibit, page: NetworkPage) -> None:
    room = classroom(exhibit, "challenge")
    game = room.lesson
    assert isinstance(game, Challenge)
    game.start("71")
    for _ in range(2):
        stroke_player.play(exhibit.window.pad, stroke_player.fit(seven().strokes))
        qtbot.waitUntil(lambda: game.judged is not None)
        room.panel.buttons.next.click()
    assert game.is_over
    assert game.again_button.isVisible()
    assert game.drawings.isVisible(), "what was misread"
    look(qtbot, exhibit)


def classroom(exhibit: Exhibit, lesson: str) -> Classroom:
    exhibit.window.classroom.enter(lesson)
    room = exhibit.window.classroom.classroom
    assert room is not None
    return room


def test_pinned_units(qtbot: QtBot, exhibit: Exhibit, page: NetworkPage) -> None:
    for place in (Place(1, 0, (5, 5)), Place(3, 4, (3, 3)), Place(5, 7), Place(6, 3), Place(7, 2)):
        page.view.choose(place)
        page.pins.toggle()
        look(qtbot, exhibit)


def test_the_input_that_is_prodded(qtbot: QtBot, exhibit: Exhibit, page: NetworkPage) -> None:
    page.prodder.button.click()
    page.prodder.prod(Prodding(rotation=20.0))
    look(qtbot, exhibit)
    page.prodder.button.click()
    look(qtbot, exhibit)


def test_the_kernels(qtbot: QtBot, exhibit: Exhibit, page: NetworkPage) -> None:
    page.choice_tools.kernels_button.click()
    look(qtbot, exhibit)


def test_the_compact_view_and_the_gallery(
    qtbot: QtBot, exhibit: Exhibit, page: NetworkPage
) -> None:
    exhibit.window.commands.gallery.setChecked(True)
    look(qtbot, exhibit)
    gallery = exhibit.window.gallery
    assert gallery is not None
    cell = gallery.thumbnails.gridSize()
    assert min(cell.width(), cell.height()) >= exhibit.stages.target
    exhibit.choices.bar.view_button.click()
    look(qtbot, exhibit)


def test_what_is_chosen_from_sheets(qtbot: QtBot, exhibit: Exhibit, page: NetworkPage) -> None:
    exhibit.choices.bar.models_wanted.emit()
    look(qtbot, exhibit)
    exhibit.choices.model_sheet.hide()
    exhibit.choices.bar.languages_wanted.emit()
    look(qtbot, exhibit)
    exhibit.choices.language_sheet.hide()


def test_the_question_whether_somebody_is_there(
    qtbot: QtBot, exhibit: Exhibit, page: NetworkPage
) -> None:
    asks = exhibit.still_there
    for language in ("en", "zh_CN"):
        exhibit.choices.bar.language_chosen.emit(language)
        asks.ask(600.0, motion=False)
        qtbot.waitUntil(lambda: all_fit(asks))
        asks.withdraw()
    exhibit.choices.bar.language_chosen.emit("en")


def all_fit(asks: StillThere) -> bool:
    """Whether all of what is asked is seen."""
    words = asks.findChildren(QLabel)
    has_room = [one.size().expandedTo(one.sizeHint()) == one.size() for one in words]
    parts = [part.geometry() for part in (asks.ring, *words)]
    apart = not any(one.intersects(other) for one, other in itertools.combinations(parts, 2))
    return len(words) == 2 and all(has_room) and apart and all(map(asks.rect().contains, parts))


def test_the_staffs_page(qtbot: QtBot, exhibit: Exhibit, page: NetworkPage) -> None:
    exhibit.desk.corner.held.emit()
    look(qtbot, exhibit)
    staff = exhibit.desk.page
    assert staff is not None
    assert staff.isVisible()
    assert staff.findChildren(QScrollBar)
    qtbot.waitUntil(lambda: not any(bar.maximum() for bar in across(staff)))
    staff.leave()


def across(part: QWidget) -> list[QScrollBar]:
    """What is scrolled from side to side."""
    bars = part.findChildren(QScrollBar)
    return [bar for bar in bars if bar.orientation() == Qt.Orientation.Horizontal]


def test_the_pin_pad(qtbot: QtBot, exhibit: Exhibit, page: NetworkPage) -> None:
    pad = PinPad(PinGuard("", paths.wrong_tries_file()), exhibit.stages.stage)
    pad.ask()
    look(qtbot, exhibit)
    pad.give_up()
    pad.deleteLater()

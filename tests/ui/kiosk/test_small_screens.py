"""On small screens too a finger can press everything, in every language and size of text."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui import app as program
from lenet_gui.kiosk.config import Kiosk, KioskConfig
from lenet_gui.ui.kiosk.exhibit import Exhibit
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
    app._speak("en")
    for translator in app._translators:
        qapp.removeTranslator(translator)
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


def look(qtbot: QtBot, exhibit: Exhibit) -> None:
    """See that all is well in both languages, with the smallest and the largest text."""
    found = []
    for language in ("en", "zh_CN"):
        exhibit.bar.language_chosen.emit(language)
        for size in (100, 200):
            exhibit.bar.text_size_chosen.emit(size)
            qtbot.wait(20)
            QApplication.processEvents()
            found += [f"{language}, {size} %: {what}" for what in wrong(exhibit)]
    exhibit.bar.language_chosen.emit("en")
    exhibit.bar.text_size_chosen.emit(100)
    assert found == []


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

"""The controls of the whole network have room in the smallest window, in every language."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from lenet_gui import paths
from lenet_gui.network.fields import FeatureMap
from lenet_gui.ui import theme
from lenet_gui.ui.elided_label import ElidedLabel
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network.network_plan import Place
from tests.ui.network.test_inspector import page_of, window
from tests.ui.painted_text import texts_on

__all__ = ["window"]

SIZES = [(800, 600), (1280, 800)]


@pytest.fixture
def fonts(qapp: QApplication) -> Iterator[None]:
    """The bundled fonts, as the app has them: others are wider."""
    before = qapp.font()
    theme.install_fonts(qapp, paths.resources() / "fonts")
    yield
    qapp.setFont(before)


@pytest.fixture(params=["en", "zh_CN"])
def speaking(
    request: pytest.FixtureRequest, fonts: None, window: MainWindow
) -> Iterator[MainWindow]:
    """The window in each language, with a unit chosen and a map silenced: all buttons are seen."""
    translator = QTranslator()
    app = QApplication.instance()
    assert app is not None
    if request.param != "en":
        name = f"lenet_gui_{request.param}.qm"
        assert translator.load(str(paths.resources() / "translations" / name))
        app.installTranslator(translator)
    page = page_of(window)
    page.view.choose(Place(3, 7, (4, 5)))
    page.view.silence_wanted.emit(Place(3, 2))
    assert page.silenced == {FeatureMap("C3", 2)}
    yield window
    app.removeTranslator(translator)


def buttons_in(window: MainWindow, row: QWidget) -> list[QAbstractButton]:
    """Those that are seen, from left to right, after checking that all of each is."""
    seen = [one for one in row.findChildren(QAbstractButton) if one.isVisible()]
    seen.sort(key=lambda one: one.mapTo(window, one.rect().topLeft()).x())
    spans = []
    for button in seen:
        left = button.mapTo(window, button.rect().topLeft()).x()
        assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
        assert button.height() >= 36
        assert button.accessibleName() or button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        spans.append((left, left + button.width()))
    page = page_of(window)
    edge = page.mapTo(window, page.rect().topRight()).x() + 1
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert spans[-1][1] <= edge
    return seen


@pytest.mark.parametrize("size", SIZES)
def test_every_button_is_seen_whole(speaking: MainWindow, size: tuple[int, int]) -> None:
    window, page = speaking, page_of(speaking)
    window.resize(*size)
    QTest.qWait(20)
    assert (window.width(), window.height()) == size
    row = page.choice_tools.parentWidget()
    assert row is not None
    assert len(buttons_in(window, row)) == 9
    page.set_motion(motion=True)
    page.leader.start()
    page.leader.sweep.pause()
    QTest.qWait(20)
    assert page.leader.bar is not None
    assert len(buttons_in(window, page.leader.bar)) == 7
    page.leader.back()
    page.kernels.open()
    QTest.qWait(20)
    assert page.kernels.page is not None
    assert len(buttons_in(window, page.kernels.page)) == 6
    assert (window.width(), window.height()) == size


def test_what_is_told_of_a_unit_is_not_cut_short(speaking: MainWindow) -> None:
    page = page_of(speaking)
    page.bring_back_button.click()
    speaking.resize(1280, 800)
    QTest.qWait(20)
    pieces = [text.words for text in texts_on(speaking) if isinstance(text.on, ElidedLabel)]
    told = "".join(pieces)
    assert told.count(page.view.words(page.view.chosen)) == 2, "in the row, and in the inspector"


def test_what_has_to_be_cut_short_is_not_made_small_too(speaking: MainWindow) -> None:
    page = page_of(speaking)
    speaking.resize(800, 600)
    QTest.qWait(20)
    told = [text for text in texts_on(speaking) if isinstance(text.on, ElidedLabel)]
    cut = [text for text in told if text.words.endswith("\N{HORIZONTAL ELLIPSIS}")]
    title = next(text for text in told if page.inspector.isAncestorOf(text.on))
    assert cut
    assert {text.room.height() for text in cut} == {title.room.height()}

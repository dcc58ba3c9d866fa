"""What a screen reader finds and hears, asked through Qt's accessibility on the real window."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

import lenet_gui.ui
from lenet_gui.ui import accessible_roles
from lenet_gui.ui.elided_label import ElidedLabel
from lenet_gui.ui.focus_ring import FocusRing
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.pad import stroke_player
from lenet_gui.ui.pad.pad_cursor import PadCursor
from lenet_gui.ui.reading.verdict_view import VerdictView
from tests.ui.conftest import STROKE
from tests.ui.real_window import every_page, real_window, settle

__all__ = ["real_window"]

DECORATION = (ElidedLabel, FocusRing, PadCursor)
"""Painted, but nothing by itself; the label has its text."""

NAME_SAYS_ALL = {"ProddedMark", "LargeText", "ScoreRow"}
"""Painted words: there is nothing more to say of them."""

VIEWS = {
    name for name, role in accessible_roles.ROLES.items() if role is not QAccessible.Role.Grouping
} - NAME_SAYS_ALL
"""Of these there is more to say than their names."""


def interfaces(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that can be found from one, as far as it is to be seen."""
    if top.isValid() and not top.state().invisible:
        yield top
        for index in range(top.childCount()):
            child = top.child(index)
            if child is not None:
                yield from interfaces(child)


def text(of: QAccessibleInterface, kind: QAccessible.Text) -> str:
    return of.text(kind).strip()


def paints_itself(widget: QObject | None) -> bool:
    """Whether a widget of ours has a painting of its own."""
    own = type(widget)
    is_ours = own.__module__.startswith("lenet_gui.")
    painting = inspect.getattr_static(own, "paintEvent", None)
    return is_ours and inspect.isfunction(painting) and not isinstance(widget, DECORATION)


def test_everything_has_a_name_on_every_page(real_window: MainWindow) -> None:
    nameless: set[str] = set()
    mute: set[str] = set()
    passed_over: set[str] = set()
    for page in every_page(real_window):
        settle()
        for one in interfaces(QAccessible.queryAccessibleInterface(real_window)):
            widget = one.object()
            told = f"{page}: {type(widget).__name__} {one.role().name}"
            is_painted = paints_itself(widget)
            if (one.state().focusable or is_painted) and not text(one, QAccessible.Text.Name):
                nameless.add(told)
            if (is_painted or text(one, QAccessible.Text.Name)) and (
                one.role() is QAccessible.Role.Client
            ):
                passed_over.add(told)
            if type(widget).__name__ in VIEWS:
                says = (QAccessible.Text.Description, QAccessible.Text.Value)
                if not any(text(one, kind) for kind in says):
                    mute.add(told)
    assert nameless == set()
    assert mute == set(), "a name, but nothing of what is seen in it"
    assert passed_over == set(), "no role: readers take it for a frame"


def test_every_role_is_that_of_a_widget_of_ours() -> None:
    sources = Path(lenet_gui.ui.__path__[0]).rglob("*.py")
    classes = {
        node.name
        for source in sources
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert set(accessible_roles.ROLES) <= classes


@pytest.mark.usefixtures("qapp")
def test_a_role_is_asked_for_as_often_as_there_are_widgets() -> None:
    accessible_roles.install()
    for _ in range(50):
        view = VerdictView()
        view.setAccessibleName("Verdict")
        asked = QAccessible.queryAccessibleInterface(view)
        assert asked.role() is QAccessible.Role.StaticText
        assert text(asked, QAccessible.Text.Name) == "Verdict"
        view.deleteLater()
        QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
        assert not Shiboken.isValid(asked)


def test_what_is_read_is_found_in_words(qtbot: QtBot, real_window: MainWindow) -> None:
    reading = real_window.reading
    assert reading is not None
    view = QAccessible.queryAccessibleInterface(real_window.verdict)
    qtbot.waitUntil(lambda: text(view, QAccessible.Text.Description) != "")
    (digit, *_) = reading.verdict.classes
    assert digit in text(view, QAccessible.Text.Description)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[QObject, str]]:
    """What is announced, as it goes to the system."""
    found: list[tuple[QObject, str]] = []

    def update(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Announcement:
            found.append((event.object(), event.message()))  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return found


def test_the_verdict_is_announced_once_the_ink_rests_not_while_it_flows(
    qtbot: QtBot, real_window: MainWindow, heard: list[tuple[QObject, str]]
) -> None:
    events = list(stroke_player.events(real_window.pad, [STROKE, STROKE[::-1]]))
    assert len(events) > 4
    stroke_player.play(real_window.pad, [STROKE, STROKE[::-1]])
    qtbot.waitUntil(lambda: bool(heard))
    settle()
    assert len(heard) == 1
    source, words = heard[0]
    assert source is real_window.pad
    assert words == QAccessible.queryAccessibleInterface(real_window.verdict).text(
        QAccessible.Text.Description
    )


def test_an_emptied_pad_is_not_announced_as_a_digit(
    qtbot: QtBot, real_window: MainWindow, heard: list[tuple[QObject, str]]
) -> None:
    stroke_player.play(real_window.pad, [STROKE])
    real_window.pad.clear()
    qtbot.wait(900)
    assert heard == []


def test_the_pen_of_the_keys_is_heard(
    real_window: MainWindow, heard: list[tuple[QObject, str]]
) -> None:
    QTest.keyClick(real_window.pad, Qt.Key.Key_Space)
    QTest.keyClick(real_window.pad, Qt.Key.Key_Space)
    assert [words for _, words in heard] == ["Pen down", "Pen lifted"]


def test_walking_over_maps_says_where_one_is(real_window: MainWindow) -> None:
    real_window.commands.whole_network.trigger()
    view: QWidget = real_window.page.feature_maps[0]
    QTest.keyClick(view, Qt.Key.Key_Right)
    said = QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Description)
    assert said.startswith("Map 1.")

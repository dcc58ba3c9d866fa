"""Visitors try to get out of the kiosk, by every way there is."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDropEvent,
    QHelpEvent,
    QKeySequence,
    QPointingDevice,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.errors import BundleError
from lenet_gui.ui.kiosk.exhibit import Exhibit, State
from tests.ui.kiosk.conftest import LEFT, OpenKiosk, draw, middle, visit

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, META = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.MetaModifier
WAYS_OUT = [
    (Qt.Key.Key_F4, ALT),
    (Qt.Key.Key_Q, CTRL),
    (Qt.Key.Key_W, CTRL),
    (Qt.Key.Key_Escape, CTRL),
    (Qt.Key.Key_Escape, ALT),
    (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Print, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_F, ALT),
    (Qt.Key.Key_Tab, ALT),
    (Qt.Key.Key_Space, ALT),
    (Qt.Key.Key_T, CTRL | ALT),
    (Qt.Key.Key_Delete, CTRL | ALT),
    (Qt.Key.Key_F2, CTRL | ALT),
    (Qt.Key.Key_Backspace, CTRL | ALT),
    (Qt.Key.Key_D, META),
    (Qt.Key.Key_O, CTRL),
    (Qt.Key.Key_O, CTRL | SHIFT),
    (Qt.Key.Key_S, CTRL),
    (Qt.Key.Key_S, CTRL | SHIFT),
    (Qt.Key.Key_A, CTRL | SHIFT),
    (Qt.Key.Key_P, CTRL),
    (Qt.Key.Key_V, CTRL),
    (Qt.Key.Key_C, CTRL),
    (Qt.Key.Key_K, CTRL),
    (Qt.Key.Key_R, CTRL),
    (Qt.Key.Key_1, CTRL),
]


@pytest.fixture
def exhibit(qtbot: QtBot, open_kiosk: OpenKiosk) -> Exhibit:
    made = open_kiosk()
    visit(made)
    draw(qtbot, made)
    return made


def others_open(exhibit: Exhibit) -> list[QWidget]:
    """Windows that are not the kiosk's."""
    return [
        window
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and window not in exhibit.stages.windows
    ]


def is_locked(exhibit: Exhibit) -> bool:
    QApplication.processEvents()
    stage = exhibit.stages.stage
    screen = stage.screen().geometry()
    return stage.isVisible() and stage.geometry() == screen and others_open(exhibit) == []


@pytest.mark.parametrize(("key", "modifiers"), WAYS_OUT)
def test_a_key_that_leads_out_leads_nowhere(
    exhibit: Exhibit, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    before, drawing = exhibit.window.settings, exhibit.window.pad.drawing
    QApplication.clipboard().setText("as it was")
    QTest.keyClick(exhibit.window.pad, key, modifiers)
    handle = exhibit.stages.stage.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, modifiers)
    assert is_locked(exhibit)
    assert exhibit.state is State.VISIT
    assert exhibit.window.settings == before
    assert exhibit.window.pad.drawing is drawing
    assert QApplication.clipboard().text() == "as it was"


def test_keys_that_draw_and_undo_still_do(exhibit: Exhibit) -> None:
    QTest.keyClick(exhibit.window.pad, Qt.Key.Key_Z, CTRL)
    assert exhibit.window.pad.drawing.is_empty
    QTest.keyClick(exhibit.window.pad, Qt.Key.Key_Z, CTRL | SHIFT)
    QTest.keyClick(exhibit.window.pad, Qt.Key.Key_N, CTRL)
    assert exhibit.window.pad.drawing.is_empty


def test_the_window_refuses_to_close_and_comes_back_from_being_minimised(
    qtbot: QtBot, exhibit: Exhibit
) -> None:
    stage = exhibit.stages.stage
    assert not stage.close()
    QApplication.closeAllWindows()
    assert is_locked(exhibit)
    assert not exhibit.window.close()
    assert exhibit.window.isVisible()
    stage.setWindowState(Qt.WindowState.WindowMinimized)
    qtbot.waitUntil(lambda: stage.windowState() == Qt.WindowState.WindowFullScreen)
    stage.setWindowState(Qt.WindowState.WindowNoState)
    qtbot.waitUntil(lambda: stage.windowState() == Qt.WindowState.WindowFullScreen)


def test_it_is_frameless_on_top_and_without_menus(exhibit: Exhibit) -> None:
    flags = exhibit.stages.stage.windowFlags()
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert not exhibit.window.menuBar().isVisible()
    assert not exhibit.window.isWindow()


def test_no_action_but_the_visitors_own_has_a_key_a_button_or_does_anything(
    exhibit: Exhibit,
) -> None:
    commands = exhibit.window.commands
    kept = {commands.undo, commands.clear, commands.gallery, commands.whole_network, commands.learn}
    before = exhibit.window.settings
    told: list[QAction] = []
    for action in exhibit.window.findChildren(QAction):
        if action in kept:
            continue
        assert action.shortcuts() == [], action.text()
        assert not action.isVisible()
        action.triggered.connect(lambda _=False, action=action: told.append(action))
        action.trigger()
    assert told == []
    assert is_locked(exhibit)
    assert exhibit.window.settings == before


@pytest.mark.parametrize("kind", [QDialog, QFileDialog, QMessageBox, QWidget])
def test_any_other_window_is_closed_as_soon_as_it_opens(
    qtbot: QtBot, exhibit: Exhibit, kind: type[QWidget]
) -> None:
    intruder = kind()
    qtbot.addWidget(intruder)
    intruder.show()
    qtbot.waitUntil(lambda: not intruder.isVisible())
    assert is_locked(exhibit)


def test_a_dialog_that_waits_for_an_answer_is_refused(exhibit: Exhibit) -> None:
    dialog = QDialog(exhibit.stages.stage)
    assert dialog.exec() == QDialog.DialogCode.Rejected


def test_a_second_button_a_context_menu_and_a_tool_tip_show_nothing(
    exhibit: Exhibit, finger: QPointingDevice
) -> None:
    drawing = exhibit.window.pad.drawing
    for part in (exhibit.window.pad, exhibit.choices.bar.afresh_button, exhibit.stages.stage):
        for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            QTest.mouseClick(part, button, pos=middle(part))
        place = part.mapToGlobal(middle(part))
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(part, QContextMenuEvent(reason, middle(part), place))
        QApplication.sendEvent(part, QHelpEvent(QEvent.Type.ToolTip, middle(part), place))
    assert is_locked(exhibit)
    assert QApplication.activePopupWidget() is None
    assert exhibit.window.pad.drawing is drawing


def test_three_fingers_on_the_pad_draw_one_stroke_and_leave_nothing_else(
    exhibit: Exhibit, finger: QPointingDevice
) -> None:
    pad = exhibit.window.pad
    pad.clear()
    touch = QTest.touchEvent(pad, finger)
    for number in range(3):
        touch.press(number, middle(pad) + QPoint(20 * number, 0), pad)
    touch.commit()
    for number in range(3):
        touch.move(number, middle(pad) + QPoint(20 * number, 60), pad)
    touch.commit()
    for number in range(3):
        touch.release(number, middle(pad) + QPoint(20 * number, 60), pad)
    touch.commit()
    assert len(pad.drawing.strokes) == 1
    assert is_locked(exhibit)


def test_a_file_is_neither_dropped_nor_pasted(exhibit: Exhibit) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/etc/hosts")])
    for part in (exhibit.stages.stage, exhibit.window, exhibit.window.pad):
        drop = QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            files,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(part, drop)
        assert not drop.isAccepted()
    QApplication.clipboard().setMimeData(files)
    drawing = exhibit.window.pad.drawing
    QTest.keySequence(exhibit.window.pad, QKeySequence("Ctrl+V"))
    QApplication.clipboard().clear()  # at exit Qt would free it a second time
    assert exhibit.window.pad.drawing is drawing


def test_what_goes_wrong_is_for_the_staff_alone(exhibit: Exhibit) -> None:
    exhibit.window.show_error(BundleError("The model file {path} is gone.", path="x.pt"))
    assert not exhibit.window.messages.isVisible()
    assert exhibit.desk.notes == ["The model file x.pt is gone."]


def test_while_it_draws_or_asks_a_touch_reaches_nothing_below(open_kiosk: OpenKiosk) -> None:
    exhibit = open_kiosk()
    wheel_free = exhibit.window.beside.network
    assert wheel_free is not None
    QTest.mouseClick(wheel_free.zoom_in_button, LEFT)
    assert exhibit.state is State.VISIT
    assert wheel_free.view.transform.is_whole


def test_the_mouse_cursor_is_hidden_unless_it_is_wanted(open_kiosk: OpenKiosk) -> None:
    open_kiosk()
    cursor = QApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() == Qt.CursorShape.BlankCursor


def test_the_mouse_cursor_stays_where_there_is_a_mouse(open_kiosk: OpenKiosk) -> None:
    open_kiosk(hide_cursor=False)
    assert QApplication.overrideCursor() is None

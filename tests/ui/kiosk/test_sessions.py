"""Visitors come, draw, change things, and go; the next one finds everything as it was."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.network.fields import FeatureMap
from lenet_gui.recognition.prodding import NEUTRAL, Prodding
from lenet_gui.ui.focus_ring import FocusRing
from lenet_gui.ui.kiosk.exhibit import Exhibit, State
from lenet_gui.ui.main_window import MainWindow
from tests.ui.kiosk.conftest import LEFT, OpenKiosk, counted, draw, middle, tap, visit

SOON = 0.3


def is_resting(exhibit: Exhibit) -> bool:
    return exhibit.state is State.ATTRACT


def test_it_starts_by_inviting_and_draws_by_itself_through_the_network(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk(motion="full")
    assert exhibit.state is State.ATTRACT
    assert exhibit.stages.stage.is_inviting
    assert not exhibit.choices.bar.isVisible()
    qtbot.waitUntil(lambda: exhibit.window.reading is not None)
    first = exhibit.window.pad.drawing
    qtbot.waitUntil(lambda: exhibit.window.pad.drawing is not first)
    assert counted().sessions == 0


def test_without_motion_whole_digits_are_put_on_the_pad(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk(motion="none")
    seen: list[int] = []
    exhibit.window.pad.drawing_changed.connect(lambda drawing: seen.append(len(drawing.strokes)))
    qtbot.waitUntil(lambda: exhibit.window.reading is not None)
    assert len(seen) == 1


def test_one_touch_begins_a_session_on_a_clean_pad_and_leaves_no_ink(
    qtbot: QtBot, open_kiosk: OpenKiosk, finger: QPointingDevice
) -> None:
    exhibit = open_kiosk(motion="full")
    pad = exhibit.window.pad
    qtbot.waitUntil(lambda: not pad.drawing.is_empty)
    place = middle(pad)
    touch = QTest.touchEvent(pad, finger)
    touch.press(0, place, pad).commit()
    assert exhibit.state is State.VISIT
    for step in range(1, 6):
        QTest.touchEvent(pad, finger).move(0, place + QPoint(9 * step, 0), pad).commit()
    QTest.touchEvent(pad, finger).release(0, place + QPoint(50, 0), pad).commit()
    assert pad.drawing.is_empty
    assert not exhibit.window.commands.undo.isEnabled()
    assert exhibit.choices.bar.isVisible()
    assert not exhibit.gate.is_held
    assert counted().sessions == 1


def test_a_mouse_that_drags_over_the_pad_begins_a_session_and_draws_with_the_next_stroke(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk()
    pad = exhibit.window.pad
    QTest.mousePress(pad, LEFT, pos=middle(pad))
    QTest.mouseMove(pad, middle(pad) + QPoint(40, 0))
    QTest.mouseRelease(pad, LEFT, pos=middle(pad) + QPoint(40, 0))
    assert exhibit.state is State.VISIT
    assert pad.drawing.is_empty
    draw(qtbot, exhibit)
    assert len(pad.drawing.strokes) == 1


def test_a_key_begins_a_session_too_and_does_nothing_else(open_kiosk: OpenKiosk) -> None:
    exhibit = open_kiosk()
    QTest.keyClick(exhibit.stages.stage, Qt.Key.Key_Space)
    assert exhibit.state is State.VISIT
    assert exhibit.window.pad.drawing.is_empty


def test_a_mouse_that_only_trembles_begins_nothing(open_kiosk: OpenKiosk) -> None:
    exhibit = open_kiosk()
    QTest.mouseMove(exhibit.window.pad, QPoint(20, 20))
    assert exhibit.state is State.ATTRACT


def test_left_with_an_empty_pad_it_goes_back_to_drawing_without_asking(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk(attract_after_s=SOON)
    visit(exhibit)
    qtbot.waitUntil(lambda: is_resting(exhibit))
    assert not exhibit.still_there.isVisible()


def test_left_with_ink_it_asks_and_a_touch_goes_on_with_what_was_drawn(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk(ask_after_s=SOON, countdown_s=60.0)
    visit(exhibit)
    draw(qtbot, exhibit)
    window, drawing = exhibit.window, exhibit.window.pad.drawing
    qtbot.waitUntil(lambda: exhibit.state is State.ASK)
    assert exhibit.still_there.isVisible()
    assert exhibit.still_there.ring.figure == 60
    tap(exhibit)
    assert exhibit.state is State.VISIT
    assert not exhibit.still_there.isVisible()
    assert exhibit.window is window
    assert window.pad.drawing is drawing


def test_any_key_answers_too(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    exhibit = open_kiosk(ask_after_s=SOON, countdown_s=60.0)
    visit(exhibit)
    draw(qtbot, exhibit)
    qtbot.waitUntil(lambda: exhibit.state is State.ASK)
    QTest.keyClick(exhibit.stages.stage, Qt.Key.Key_Escape)
    assert exhibit.state is State.VISIT
    assert not exhibit.window.pad.drawing.is_empty


def change_everything(qtbot: QtBot, exhibit: Exhibit) -> None:
    """Do all that a visitor can."""
    window = exhibit.window
    exhibit.choices.bar.language_buttons["zh_CN"].click()
    exhibit.choices.bar.text_button.click()
    draw(qtbot, exhibit)
    network = window.beside.network
    assert network is not None
    network.view.zoom_in()
    network.scale_button.click()
    network.prodder.prod(Prodding(rotation=90))
    window.beside.silenced_changed.emit(frozenset({FeatureMap("C1", 1)}))
    window.commands.gallery.trigger()
    exhibit.choices.bar.view_button.click()
    exhibit.choices.bar.models_button.click()
    exhibit.choices.model_sheet.buttons["other"].click()
    draw(qtbot, exhibit)


def test_unanswered_everything_a_visitor_changed_is_as_it_was(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk(ask_after_s=SOON, countdown_s=SOON)
    visit(exhibit)
    exhibit.idleness.wait(60)
    before = exhibit.window.settings
    change_everything(qtbot, exhibit)
    changed = exhibit.window.settings
    assert (changed.language, changed.view, changed.model) == ("zh_CN", "compact", "other")
    assert changed.text_size == 125
    qtbot.waitUntil(lambda: is_resting(exhibit))
    window = exhibit.window
    assert window.settings == before == open_kiosk.begun_with[-1]
    assert window.gallery is None
    assert window.beside.shows_network
    network = window.beside.network
    assert network is not None
    assert network.view.transform.is_whole
    assert network.silenced == frozenset()
    assert network.prodder.prodding == NEUTRAL
    assert exhibit.choices.bar.language_buttons["en"].isChecked()
    assert "100" in exhibit.choices.bar.text_button.text()
    assert not window.pad.undo_stack.canUndo()
    visit(exhibit)
    draw(qtbot, exhibit)
    assert window.reading is not None
    assert window.reading.silenced == frozenset()
    assert window.reading.prodding == NEUTRAL


def test_a_finger_that_is_down_holds_the_clock(
    qtbot: QtBot, open_kiosk: OpenKiosk, finger: QPointingDevice
) -> None:
    exhibit = open_kiosk(ask_after_s=SOON, countdown_s=60.0)
    visit(exhibit)
    draw(qtbot, exhibit)
    pad = exhibit.window.pad
    QTest.touchEvent(pad, finger).press(0, middle(pad), pad).commit()
    qtbot.wait(round(3000 * SOON))
    assert exhibit.state is State.VISIT
    QTest.touchEvent(pad, finger).release(0, middle(pad), pad).commit()
    qtbot.waitUntil(lambda: exhibit.state is State.ASK)


def test_a_pointer_whose_release_was_lost_holds_it_no_longer_than_its_time(
    monkeypatch: pytest.MonkeyPatch, open_kiosk: OpenKiosk, finger: QPointingDevice
) -> None:
    exhibit = open_kiosk()
    visit(exhibit)
    pad = exhibit.window.pad
    QTest.touchEvent(pad, finger).press(0, middle(pad), pad).commit()
    assert exhibit.gate.is_held
    monkeypatch.setattr("lenet_gui.ui.kiosk.gate._LOST_S", -1.0)
    assert not exhibit.gate.is_held
    QTest.touchEvent(pad, finger).release(0, middle(pad), pad).commit()


def test_start_again_clears_at_once_and_the_visit_goes_on(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk()
    visit(exhibit)
    draw(qtbot, exhibit)
    exhibit.choices.bar.language_buttons["zh_CN"].click()
    QTest.mouseClick(exhibit.choices.bar.afresh_button, LEFT)
    assert exhibit.state is State.VISIT
    assert exhibit.window.pad.drawing.is_empty
    assert exhibit.window.settings.language == ""
    assert not exhibit.window.commands.undo.isEnabled()
    assert counted().sessions == 1


def test_where_it_is_not_to_draw_by_itself_it_waits_on_a_clean_pad(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk(attract_after_s=0.0, ask_after_s=SOON, countdown_s=SOON)
    assert exhibit.state is State.VISIT
    assert counted().sessions == 0
    first = exhibit.window
    draw(qtbot, exhibit)
    assert counted().sessions == 1
    qtbot.waitUntil(lambda: exhibit.window is not first)
    assert exhibit.state is State.VISIT
    assert exhibit.window.pad.drawing.is_empty


def test_a_session_and_its_drawings_are_counted_and_the_apps_own_are_not(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk(attract_after_s=SOON)
    qtbot.waitUntil(lambda: exhibit.window.reading is not None)
    visit(exhibit)
    draw(qtbot, exhibit)
    exhibit.window.commands.clear.trigger()
    draw(qtbot, exhibit)
    exhibit.window.commands.clear.trigger()
    qtbot.waitUntil(lambda: is_resting(exhibit))
    qtbot.waitUntil(lambda: exhibit.window.reading is not None)
    whole = counted()
    assert (whole.sessions, whole.drawings) == (1, 2)
    assert whole.answers["7"] == 2


def test_what_is_read_of_a_prodded_drawing_is_not_counted(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk()
    visit(exhibit)
    network = exhibit.window.beside.network
    assert network is not None
    draw(qtbot, exhibit)
    network.prodder.prod(Prodding(rotation=90))
    window = exhibit.window
    qtbot.waitUntil(lambda: window.reading is not None and not window.reading.prodding.is_neutral)
    exhibit.window.commands.clear.trigger()
    assert counted().drawings == 1
    draw(qtbot, exhibit)
    exhibit.window.commands.clear.trigger()
    assert counted().drawings == 1


def test_nothing_is_counted_where_that_is_switched_off(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    exhibit = open_kiosk(counts=False)
    visit(exhibit)
    draw(qtbot, exhibit)
    exhibit.window.commands.clear.trigger()
    assert counted().sessions == 0


def test_a_window_of_an_earlier_session_is_forgotten(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    exhibit = open_kiosk()
    visit(exhibit)
    change_everything(qtbot, exhibit)
    gone: weakref.ref[MainWindow] = weakref.ref(exhibit.window)
    exhibit.choices.bar.afresh_button.click()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    assert gone() is None


def test_the_disc_of_the_apps_own_pen_is_gone_when_somebody_comes(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk(motion="full")
    pad = exhibit.window.pad
    shown: list[object] = []
    exhibit.ghost.pen_moved.connect(shown.append)
    qtbot.waitUntil(lambda: any(isinstance(place, QPointF) for place in shown))
    tap(exhibit)
    assert shown[-1] is None
    assert pad.drawing.is_empty


@pytest.mark.parametrize("screens", ["one", "two"])
def test_a_lesson_under_way_is_over_for_the_next_visitor(
    qtbot: QtBot, open_kiosk: OpenKiosk, screens: str
) -> None:
    exhibit = open_kiosk(screens=screens, ask_after_s=SOON, countdown_s=SOON)
    visit(exhibit)
    QTest.mouseClick(exhibit.choices.bar.learn_button, LEFT)
    exhibit.window.classroom.enter("tour")
    assert exhibit.choices.bar.learn_button.isChecked()
    assert exhibit.window.classroom.classroom is not None
    draw(qtbot, exhibit)
    qtbot.waitUntil(lambda: is_resting(exhibit))
    assert exhibit.window.classroom.classroom is None
    assert not exhibit.choices.bar.learn_button.isChecked()
    assert exhibit.window.tools.isVisible()


def test_whoever_comes_by_keyboard_sees_the_focus_on_every_button(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk()
    visit(exhibit)
    stage = exhibit.stages.stage
    stage.activateWindow()
    (ring,) = stage.findChildren(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    exhibit.choices.bar.afresh_button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(exhibit.choices.bar.afresh_button, Qt.Key.Key_Tab)
    assert ring.widget() is QApplication.focusWidget()
    assert ring.isVisible()
    QTest.keyClick(exhibit.choices.bar.afresh_button, Qt.Key.Key_Space)
    assert exhibit.state is State.VISIT
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.keyClick(exhibit.window.pad, Qt.Key.Key_Tab)
    assert ring.isVisible()


def test_drawing_by_itself_all_day_it_keeps_nothing(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    exhibit = open_kiosk()
    before = len(exhibit.ghost.children())
    for _ in range(20):
        exhibit.ghost._begin()
        exhibit.ghost._finish()
    assert len(exhibit.ghost.children()) == before

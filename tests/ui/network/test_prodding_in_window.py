"""The input is prodded in the real window, with bundled networks: by mouse, finger and keys."""

import logging
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.network.card import read_card
from lenet_gui.recognition import ink, prodded
from lenet_gui.recognition.explanation import Convolved
from lenet_gui.recognition.prodding import NEUTRAL, Prodding
from lenet_gui.recognition.reading import Reading
from lenet_gui.session_log import SessionLog
from lenet_gui.settings import Settings
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network.amount_slider import AmountSlider
from lenet_gui.ui.network.amounts import AMOUNTS, Amount
from lenet_gui.ui.network.network_page import NetworkPage
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.prod_panel import ProdPanel
from tests.ui.opened_window import window_with
from tests.ui.under_finger import seven

MODEL, OTHER = "lenet5-sigmoid", "lenet5-tanh"
PATIENCE = 60_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with a seven on the pad, read."""
    cards = {name: read_card(paths.models() / f"{name}.json") for name in (MODEL, OTHER)}
    with window_with(qtbot, cards, Settings(model=MODEL), (1280, 800)) as (made, worker):
        with qtbot.waitSignal(worker.explainable, timeout=PATIENCE):
            worker.start()
        with qtbot.waitSignal(worker.answered, timeout=PATIENCE):
            made.pad.set_strokes(seven().strokes)
        qtbot.waitUntil(lambda: made.reading is not None)
        yield made


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    device = QTest.createTouchDevice()
    assert isinstance(device, QPointingDevice)
    return device


def page_of(window: MainWindow) -> NetworkPage:
    assert window.beside.network is not None
    return window.beside.network


def opened(window: MainWindow) -> ProdPanel:
    """The drawer, opened by key, with everything in its place."""
    if not page_of(window).prodder.is_open:
        QTest.keyClick(window.pad, Qt.Key.Key_P)
        for _ in range(4):  # layouts follow one from another
            QTest.qWait(10)
    panel = page_of(window).prodder.panel
    assert panel is not None
    return panel


def read(qtbot: QtBot, window: MainWindow, when: Callable[[Prodding], bool]) -> Reading:
    """What is shown once it is a reading of the drawing prodded so."""

    def is_shown() -> bool:
        reading = window.reading
        is_newest = reading is not None and reading.drawing is window.pad.drawing
        return is_newest and reading is not None and when(reading.prodding)

    qtbot.waitUntil(is_shown)
    assert window.reading is not None
    return window.reading


def is_neutral(prodding: Prodding) -> bool:
    return prodding == NEUTRAL


def place(slider: AmountSlider, value: float) -> QPoint:
    return slider.place_of(value).toPoint()


def drag(slider: AmountSlider, value: float) -> None:
    """Drag the knob from where it is."""
    start, end = place(slider, slider.value() * slider.amount.notch), place(slider, value)
    QTest.mousePress(slider, LEFT, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(slider, start + (end - start) * step / 5)
    QTest.mouseRelease(slider, LEFT, pos=end)


def on_screen(qtbot: QtBot, window: MainWindow) -> None:
    """Make the window as small as it gets: no finger is beyond the screen there is in a test."""
    window.resize(800, 600)
    settled(qtbot, window)


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until everything has its place in a window of another size."""
    sliders = opened(window).sliders.values()
    before: list[QRect] = []

    def is_settled() -> bool:
        now = [slider.geometry() for slider in sliders]
        is_same = now == before
        before[:] = now
        return is_same and all(each.height() >= each.sizeHint().height() for each in sliders)

    qtbot.waitUntil(is_settled)


def tap(slider: QWidget, at: QPoint, finger: QPointingDevice) -> None:
    QTest.touchEvent(slider, finger).press(0, at, slider)
    QTest.touchEvent(slider, finger).release(0, at, slider)


def test_a_slider_that_is_dragged_moves_what_the_network_sees_and_not_the_drawing(
    qtbot: QtBot, window: MainWindow
) -> None:
    panel = opened(window)
    plain = read(qtbot, window, is_neutral)
    sheet = window.pad.grab().toImage()
    before = panel.input_view.grab().toImage()
    drag(panel.sliders["across"], 6.0)
    reading = read(qtbot, window, lambda prodding: abs(prodding.across - 6) < 0.3)
    assert np.array_equal(reading.input, prodded.normalize(window.pad.drawing, reading.prodding))
    assert not np.array_equal(reading.scores, plain.scores)
    assert window.pad.grab().toImage() == sheet
    assert panel.input_view.grab().toImage() != before
    assert panel.sliders["across"].text == f"{reading.prodding.across:+.1f} px"
    view = page_of(window).view
    assert view.reading is reading


@pytest.mark.parametrize("amount", AMOUNTS, ids=lambda amount: amount.name)
def test_every_amount_is_moved_by_keys_and_put_back_by_one(
    qtbot: QtBot, window: MainWindow, amount: Amount
) -> None:
    panel = opened(window)
    plain = read(qtbot, window, is_neutral)
    for _ in AMOUNTS:
        focused = window.focusWidget()
        if focused is panel.sliders[amount.name]:
            break
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    slider = panel.sliders[amount.name]
    assert window.focusWidget() is slider
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    expected = amount.neutral + 3 * amount.key * amount.notch
    reading = read(qtbot, window, lambda done: abs(amount.of(done) - expected) < 1e-6)
    assert not np.array_equal(reading.input, plain.input)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert slider.value() == slider.maximum()
    QTest.keyClick(slider, Qt.Key.Key_Delete)
    assert np.array_equal(read(qtbot, window, is_neutral).scores, plain.scores)


def test_a_finger_brings_the_knob_to_where_it_touches_and_two_touches_put_it_back(
    qtbot: QtBot, window: MainWindow, finger: QPointingDevice
) -> None:
    on_screen(qtbot, window)
    slider = opened(window).sliders["rotation"]
    tap(slider, place(slider, -60), finger)
    read(qtbot, window, lambda prodding: abs(prodding.rotation + 60) < 3)
    QTest.qWait(QApplication.doubleClickInterval() + 50)
    for _ in range(2):
        tap(slider, place(slider, -90), finger)
    read(qtbot, window, is_neutral)
    assert slider.text == "0°"


def test_without_centring_a_drawing_stays_in_its_corner(qtbot: QtBot, window: MainWindow) -> None:
    panel = opened(window)
    window.pad.set_strokes([stroke * np.float32(0.4) for stroke in seven().strokes])
    centred = read(qtbot, window, is_neutral)
    assert centred.verdict.digit == "7"
    QTest.mouseClick(panel.centred_button, LEFT)
    reading = read(qtbot, window, lambda prodding: not prodding.centred)
    assert not reading.input[14:].any() or reading.input[14:].max() < 0.01
    assert reading.input[:14, :14].max() > 0.9
    assert reading.verdict.digit != "7"
    QTest.mouseClick(panel.centred_button, LEFT)
    assert np.array_equal(read(qtbot, window, is_neutral).input, centred.input)


def test_the_drawer_closes_with_escape_and_the_mark_tells_and_undoes(
    qtbot: QtBot, window: MainWindow, finger: QPointingDevice
) -> None:
    on_screen(qtbot, window)
    panel, prodder = opened(window), page_of(window).prodder
    plain = read(qtbot, window, is_neutral)
    assert prodder.mark is not None
    drag(panel.sliders["shear"], 20)
    QTest.keyClick(panel.sliders["shear"], Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert not prodder.button.isChecked()
    assert not window.pad.drawing.is_empty
    read(qtbot, window, lambda prodding: prodding.shear > 15)
    assert prodder.mark.isVisible()
    button = prodder.mark.reset_button
    tap(button, button.rect().center(), finger)
    assert np.array_equal(read(qtbot, window, is_neutral).scores, plain.scores)
    assert not prodder.mark.isVisible()
    assert opened(window).sliders["shear"].value() == 0


def test_one_touch_resets_all_and_no_reading_from_before_shows_afterwards(
    qtbot: QtBot, window: MainWindow
) -> None:
    panel = opened(window)
    assert not panel.reset_button.isEnabled()
    shown: list[Reading] = []
    for name, value in (("scale", 0.7), ("noise", 0.3), ("line", 5.0)):
        drag(panel.sliders[name], value)
    QTest.mouseClick(panel.centred_button, LEFT)
    QTest.mouseClick(panel.motion_button, LEFT)
    qtbot.wait(150)
    QTest.mouseClick(panel.reset_button, LEFT)
    window._worker.answered.connect(lambda readings: shown.append(readings[0]))
    read(qtbot, window, is_neutral)
    qtbot.wait(150)
    assert shown
    assert all(reading.prodding == NEUTRAL for reading in shown)
    assert not panel.reset_button.isEnabled()
    assert panel.centred_button.isChecked()
    assert not panel.motion_button.isChecked()
    for slider in panel.sliders.values():
        assert slider.value() == round(slider.amount.neutral / slider.amount.notch)


def test_what_is_done_stays_for_the_next_drawing_and_for_another_network(
    qtbot: QtBot, window: MainWindow
) -> None:
    panel = opened(window)
    drag(panel.sliders["rotation"], 40)
    turned = read(qtbot, window, lambda prodding: prodding.rotation > 30).prodding
    window.pad.clear()
    assert window.reading is None
    window.pad.set_strokes(seven().strokes[:1])
    read(qtbot, window, lambda prodding: prodding == turned)
    window.choose_model(OTHER)
    qtbot.waitUntil(
        lambda: window.reading is not None and window.reading.card.id == OTHER, timeout=PATIENCE
    )
    assert read(qtbot, window, lambda prodding: prodding == turned).card.id == OTHER


def test_only_the_whole_network_sees_a_prodded_input(qtbot: QtBot, window: MainWindow) -> None:
    drag(opened(window).sliders["rotation"], 40)
    turned = read(qtbot, window, lambda prodding: prodding.rotation > 30).prodding
    for key in (Qt.Key.Key_L, Qt.Key.Key_K):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        read(qtbot, window, is_neutral)
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        read(qtbot, window, lambda prodding: prodding == turned)


def test_a_lesson_is_about_what_was_drawn_and_after_it_all_is_as_before(
    qtbot: QtBot, window: MainWindow
) -> None:
    drag(opened(window).sliders["rotation"], 40)
    turned = read(qtbot, window, lambda prodding: prodding.rotation > 30).prodding
    prodder = page_of(window).prodder
    assert prodder.mark is not None
    window.classroom.enter("spotlight")
    read(qtbot, window, is_neutral)
    QTest.keyClick(window.pad, Qt.Key.Key_P)
    assert not prodder.is_open
    assert not prodder.button.isEnabled()
    assert not prodder.mark.isVisible()
    assert window.classroom.leave()
    read(qtbot, window, lambda prodding: prodding == turned)
    assert prodder.button.isEnabled()
    assert prodder.is_open
    QTest.keyClick(window.pad, Qt.Key.Key_P)
    assert prodder.mark.isVisible()


def test_the_amounts_wander_until_they_are_stopped_and_stay_there(
    qtbot: QtBot, window: MainWindow
) -> None:
    panel = opened(window)
    seen: list[Prodding] = []
    window._worker.answered.connect(lambda readings: seen.append(readings[0].prodding))
    QTest.mouseClick(panel.motion_button, LEFT)
    qtbot.waitUntil(lambda: len(set(seen)) > 3)
    QTest.mouseClick(panel.motion_button, LEFT)
    rests = page_of(window).prodder.prodding
    assert rests != NEUTRAL
    read(qtbot, window, lambda prodding: prodding == rests)
    qtbot.wait(150)
    assert page_of(window).prodder.prodding == rests


def test_a_hand_at_a_slider_and_leaving_the_page_stop_the_motion(
    qtbot: QtBot, window: MainWindow
) -> None:
    panel = opened(window)
    QTest.mouseClick(panel.motion_button, LEFT)
    assert panel.motion_button.isChecked()
    slider = panel.sliders["line"]
    QTest.mousePress(slider, LEFT, pos=place(slider, 4))
    assert not panel.motion_button.isChecked()
    QTest.mouseRelease(slider, LEFT, pos=place(slider, 4))
    QTest.mouseClick(panel.motion_button, LEFT)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not panel.motion_button.isChecked()
    read(qtbot, window, is_neutral)


def test_nothing_moves_by_itself_where_motion_is_off(qtbot: QtBot, window: MainWindow) -> None:
    panel = opened(window)
    QTest.mouseClick(panel.motion_button, LEFT)
    window.commands.motion.setChecked(False)
    assert not panel.motion_button.isVisible()
    rests = page_of(window).prodder.prodding
    qtbot.wait(150)
    assert page_of(window).prodder.prodding == rests
    window.commands.motion.setChecked(True)
    assert panel.motion_button.isVisible()
    assert not panel.motion_button.isChecked()


def test_the_explanation_and_the_outline_follow_the_prodded_input(
    qtbot: QtBot, window: MainWindow
) -> None:
    page, panel = page_of(window), opened(window)
    page.view.choose(Place(1, 2, (10, 12)))
    assert not page.inspector.isVisible()
    drag(panel.sliders["rotation"], 30)
    drag(panel.sliders["down"], -3)
    reading = read(qtbot, window, lambda done: done.rotation > 25 and done.down < -2)
    placement = ink.placement(window.pad.drawing, reading.prodding)
    assert placement is not None
    outline = window.pad.outline
    assert outline is not None
    corners = [(12, 10), (17, 10), (17, 15), (12, 15)]
    for corner, at in zip(corners, outline.toList(), strict=True):
        assert (at.x(), at.y()) == pytest.approx(placement.to_drawing(*corner))
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert page.inspector.isVisible()
    assert page.inspector.explanation is not None
    form = page.inspector.explanation.form
    assert isinstance(form, Convolved)
    seen = reading.input[10:15, 12:17]
    assert np.corrcoef(form.patches[0].ravel(), seen.ravel())[0, 1] > 0.9999
    assert page.inspector.explanation.activation == reading.activations["C1"][2, 10, 12]


def test_a_large_window_has_room_for_the_sum_too(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    window.resize(1920, 1080)
    page.view.choose(Place(1, 2, (10, 12)))
    opened(window)
    qtbot.waitUntil(page.inspector.isVisible)
    settled(qtbot, window)
    assert page.view.height() > 400
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: not page.inspector.isVisible())


def test_what_a_unit_sees_of_a_picture_that_is_fitted_is_not_outlined(
    qtbot: QtBot, window: MainWindow
) -> None:
    page, panel = page_of(window), opened(window)
    page.view.choose(Place(1, 2, (10, 12)))
    picture = np.zeros((50, 80), np.float32)
    picture[5:45, 30:36] = 1
    window.pad.set_picture(picture)
    read(qtbot, window, is_neutral)
    assert window.pad.outline is None
    drag(panel.sliders["across"], 3)
    read(qtbot, window, lambda prodding: prodding.across > 2)
    assert window.pad.outline is None
    QTest.mouseClick(panel.centred_button, LEFT)
    read(qtbot, window, lambda prodding: not prodding.centred)
    assert window.pad.outline is not None


@pytest.mark.parametrize("size", [(800, 600), (1280, 800)])
def test_the_drawer_fits_and_leaves_the_figure_its_room(
    qtbot: QtBot, window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    panel, page = opened(window), page_of(window)
    settled(qtbot, window)
    assert page.view.height() >= 240
    assert panel.geometry().bottom() <= page.rect().bottom()
    assert (window.width(), window.height()) == size
    cells = [*panel.sliders.values(), panel.centred_button]
    cells += [panel.motion_button, panel.reset_button, panel.close_button]
    for index, cell in enumerate(cells):
        assert min(cell.width(), cell.height()) >= 32
        assert panel.rect().contains(cell.geometry())
        assert not any(cell.geometry().intersects(other.geometry()) for other in cells[:index])
    for slider in panel.sliders.values():
        words = slider.accessibleName() + "  " + slider.text
        assert slider.fontMetrics().horizontalAdvance(words) < slider.width()


def test_the_log_has_the_verdict_on_what_was_drawn_and_none_on_what_was_made_of_it(
    qtbot: QtBot, window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    log = SessionLog(window._worker, lambda: True, window)
    log.follow(window.pad)
    with caplog.at_level(logging.INFO, "lenet_gui"):
        window.pad.set_strokes(seven().strokes)
        read(qtbot, window, is_neutral)
        qtbot.waitUntil(lambda: caplog.text.count("verdict 7") == 1)
        drag(opened(window).sliders["rotation"], 160)
        read(qtbot, window, lambda prodding: prodding.rotation > 150)
        assert log._rest.isActive()
        qtbot.waitUntil(lambda: not log._rest.isActive())
    assert caplog.text.count("verdict") == 1


def test_who_cannot_see_a_slider_hears_its_name_and_its_value(window: MainWindow) -> None:
    panel = opened(window)
    told = {s.accessibleName(): s.accessibleDescription() for s in panel.sliders.values()}
    assert told == {
        "Shift across": "0.0 px",
        "Shift down": "0.0 px",
        "Scale": "100 %",
        "Rotation": "0°",
        "Shear": "0°",
        "Line width": "2.5 px",
        "Noise": "0 %",
    }
    QTest.keyClick(panel.sliders["shear"], Qt.Key.Key_Left)
    assert panel.sliders["shear"].accessibleDescription() == "−2°"
    assert panel.centred_button.accessibleDescription()

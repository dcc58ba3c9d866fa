"""The window with a reader whose every answer is known, and with the real one."""

from pathlib import Path

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.errors import BundleError
from lenet_gui.network.card import Card
from lenet_gui.settings import Settings, WindowState
from lenet_gui.ui.about_dialog import AboutDialog
from lenet_gui.ui.inference_worker import InferenceWorker
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.pad import stroke_player
from tests.ui.conftest import STROKE

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, worker: InferenceWorker, card: Card) -> MainWindow:
    made = MainWindow(
        worker, {card.id: card}, Settings(model=card.id, motion=False, view="compact"), ["zh_CN"]
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    worker.start()
    return made


def draw(qtbot: QtBot, window: MainWindow) -> None:
    stroke_player.play(window.pad, [STROKE])
    qtbot.waitUntil(
        lambda: window.reading is not None and window.reading.drawing is window.pad.drawing
    )


def test_every_view_shows_the_reading_of_what_was_drawn(qtbot: QtBot, window: MainWindow) -> None:
    blank = [view.grab().toImage() for view in window.page.feature_maps]
    draw(qtbot, window)
    assert window.page.prediction.reading is window.reading
    for before, view in zip(blank, window.page.feature_maps, strict=True):
        assert view.grab().toImage() != before
    assert [view.layer.name for view in window.page.feature_maps] == ["C1", "C3"]


def test_readings_come_while_the_stroke_is_being_drawn(qtbot: QtBot, window: MainWindow) -> None:
    stroke = np.linspace(0.2, 0.8, 20, dtype=np.float32)[:, None].repeat(2, 1)
    events = list(stroke_player.events(window.pad, [stroke]))
    for event in events[:-1]:
        QApplication.sendEvent(window.pad, event)
    assert events[-1].type() == QEvent.Type.MouseButtonRelease
    qtbot.waitUntil(lambda: window.reading is not None)


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_N, CTRL), (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)]
)
def test_clearing_by_key_empties_pad_and_prediction(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    draw(qtbot, window)
    QTest.keyClick(window, key, modifier)
    assert window.pad.drawing.is_empty
    assert window.reading is None
    assert window.page.prediction.reading is None


def test_undo_and_redo_by_key(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.pad.drawing.is_empty
    assert window.reading is None
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert len(window.pad.drawing.strokes) == 1
    qtbot.waitUntil(lambda: window.reading is not None)


def test_a_clicked_map_grows_and_escape_goes_back_without_clearing(
    qtbot: QtBot, window: MainWindow
) -> None:
    draw(qtbot, window)
    view = window.page.feature_maps[1]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell(5).center())
    assert window.page.magnifier.isVisible()
    assert not view.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert view.isVisible()
    assert not window.pad.drawing.is_empty


def test_an_enlarged_map_stays_live(qtbot: QtBot, window: MainWindow) -> None:
    view = window.page.feature_maps[0]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell(0).center())
    before = window.page.magnifier.map.grab().toImage()
    draw(qtbot, window)
    assert window.page.magnifier.map.grab().toImage() != before


def test_a_failure_is_told_in_the_window_and_drawing_goes_on(
    qtbot: QtBot, window: MainWindow, worker: InferenceWorker
) -> None:
    worker.failed.emit(BundleError("The model file {path} is gone.", path="x.pt"))
    assert window.messages.isVisible()
    assert window.messages.text == "The model file x.pt is gone."
    draw(qtbot, window)


def test_without_a_card_the_window_opens_and_the_pad_works(
    qtbot: QtBot, worker: InferenceWorker
) -> None:
    bare = MainWindow(worker, {}, Settings(), [])
    qtbot.addWidget(bare)
    bare.show()
    stroke_player.play(bare.pad, [STROKE])
    assert not bare.pad.drawing.is_empty


def test_ctrl_s_saves_the_drawing_as_png(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), "PNG"))
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    saved = QImage(str(tmp_path / "mine.png"))
    assert saved.pixelColor(saved.width() // 2, saved.height() // 2).lightness() < 50
    assert saved.pixelColor(2, 2).lightness() > 200


def test_a_drawing_that_cannot_be_saved_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    target = tmp_path / "file" / "mine.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "PNG"))
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert str(target) in window.messages.text


def test_f1_shows_the_model_card(qtbot: QtBot, window: MainWindow) -> None:
    opened: list[str] = []

    def close() -> None:
        dialog = window.findChild(AboutDialog)
        assert isinstance(dialog, AboutDialog)
        opened.append(dialog.told)
        dialog.reject()

    QTimer.singleShot(100, close)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert "61,706" in opened[0]
    assert "C3" in opened[0]


def test_f11_fills_the_screen_and_gives_it_back(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_ctrl_q_closes_and_the_size_is_remembered(qtbot: QtBot, window: MainWindow) -> None:
    changes: list[Settings] = []
    window.settings_changed.connect(changes.append)
    window.resize(1000, 700)
    QTest.keyClick(window, Qt.Key.Key_Q, CTRL)
    assert not window.isVisible()
    assert changes[-1].window == WindowState(1000, 700)


def test_the_remembered_size_is_taken(qtbot: QtBot, worker: InferenceWorker, card: Card) -> None:
    settings = Settings(window=WindowState(1100, 750))
    window = MainWindow(worker, {card.id: card}, settings, [])
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == (1100, 750)


@pytest.mark.parametrize(("width", "height"), [(800, 600), (1280, 800), (1920, 1080), (3840, 2160)])
def test_nothing_is_clipped_or_overlaps_at_any_size(
    qtbot: QtBot, window: MainWindow, width: int, height: int
) -> None:
    window.resize(width, height)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height)
    parts: list[QWidget] = [
        window.pad,
        window.tools,
        window.page.prediction,
        *window.page.feature_maps,
    ]
    rects = [part.rect().translated(part.mapTo(window, QPoint())) for part in parts]
    for part, rect in zip(parts, rects, strict=True):
        assert window.rect().contains(rect)
        hint = part.minimumSizeHint()
        assert rect.width() >= hint.width()
        assert rect.height() >= hint.height()
    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
    for view in window.page.feature_maps:
        assert all(view.rect().contains(view.cell(i)) for i in range(view.layer.maps))


def test_a_change_of_theme_and_motion_is_told_as_settings(qtbot: QtBot, window: MainWindow) -> None:
    changes: list[Settings] = []
    window.settings_changed.connect(changes.append)
    window.commands.theme_chosen.emit("light")
    window.commands.motion.trigger()
    assert changes[-1] == msgspec.structs.replace(changes[-1], theme="light", motion=True)
    assert window.page.prediction.motion


def test_a_touch_on_a_map_enlarges_it(qtbot: QtBot, window: MainWindow) -> None:
    window.setGeometry(0, 0, 800, 600)  # the offscreen screen is 800×800: no finger beyond it
    QApplication.processEvents()
    view = window.page.feature_maps[0]
    finger = QTest.createTouchDevice()
    place = view.cell(3).center()
    QTest.touchEvent(view, finger).press(0, place, view)
    QTest.touchEvent(view, finger).release(0, place, view)
    qtbot.waitUntil(window.page.magnifier.isVisible)


def test_a_layers_heading_opens_its_anatomy_and_escape_goes_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    draw(qtbot, window)
    view = window.page.feature_maps[1]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.heading_room().center())
    assert window.page.anatomy is not None
    assert window.page.anatomy.isVisible()
    assert window.page.anatomy.heading.startswith("C3")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert view.isVisible()
    assert not window.pad.drawing.is_empty


def test_opening_the_window_changes_no_settings(
    qtbot: QtBot, worker: InferenceWorker, card: Card
) -> None:
    settings = Settings(brush_width=0.0567, window=WindowState(1000, 700))
    opened = MainWindow(worker, {card.id: card}, settings, [])
    qtbot.addWidget(opened)
    changes: list[Settings] = []
    opened.settings_changed.connect(changes.append)
    opened.show()
    qtbot.waitExposed(opened)
    opened.close()
    assert changes == []
    assert opened.pad.brush_width == 0.0567

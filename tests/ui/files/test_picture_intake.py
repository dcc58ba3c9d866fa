"""Dropping pictures on the real window, and pasting them, with real drop events and clipboard."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPainter, QPen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.app import App
from lenet_gui.recognition.pictures import open_picture
from lenet_gui.settings import Settings

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot) -> Iterator[App]:
    """The app with its window shown, no network and nothing in the clipboard."""
    QGuiApplication.clipboard().clear()
    made = App(qapp, Settings(motion=False, language="en"))
    made.window.show()
    qtbot.waitExposed(made.window)
    made.window.activateWindow()
    yield made
    made.stop()
    made.window.deleteLater()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def one() -> QImage:
    """A one in dark blue, a little slanted, on yellowish paper."""
    image = QImage(90, 120, QImage.Format.Format_RGB32)
    image.fill(0xFFF4F0D8)
    with QPainter(image) as painter:
        painter.setPen(QPen(Qt.GlobalColor.darkBlue, 9))
        painter.drawLine(50, 20, 40, 100)
    return image


def drop(app: App, given: QMimeData) -> bool:
    """Drag onto the pad and let go; whether it was accepted."""
    how = (Qt.DropAction.CopyAction, given, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    enter = QDragEnterEvent(QPoint(100, 100), *how)
    QApplication.sendEvent(app.window, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(QPointF(100, 100), *how)
    QApplication.sendEvent(app.window, let_go)
    return let_go.isAccepted()


def of_files(*paths: Path) -> QMimeData:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return given


def of_image(image: QImage) -> QMimeData:
    given = QMimeData()
    given.setImageData(image)
    return given


def wait_for_ink(qtbot: QtBot, app: App, expected: Path) -> None:
    qtbot.waitUntil(lambda: app.window.pad.drawing.picture is not None, timeout=60_000)
    assert np.array_equal(np.asarray(app.window.pad.drawing.picture), open_picture(expected))


@pytest.mark.parametrize("way", ["drop", "paste"])
@pytest.mark.parametrize("what", ["file", "image"])
def test_a_picture_dropped_or_pasted_is_on_the_pad_as_its_file_would_be(
    qtbot: QtBot, app: App, one: QImage, tmp_path: Path, way: str, what: str
) -> None:
    path = tmp_path / "Ziffer 一.png"
    assert one.save(str(path))
    given = of_files(path) if what == "file" else of_image(one)
    if way == "drop":
        assert drop(app, given)
    else:
        QGuiApplication.clipboard().setMimeData(given)
        QTest.keyClick(app.window, Qt.Key.Key_V, CTRL)
    wait_for_ink(qtbot, app, path)
    QTest.keyClick(app.window, Qt.Key.Key_Z, CTRL)
    assert app.window.pad.drawing.is_empty


def test_of_several_files_dropped_the_first_is_opened(
    qtbot: QtBot, app: App, one: QImage, tmp_path: Path
) -> None:
    paths = [tmp_path / "first.png", tmp_path / "second.png"]
    one.save(str(paths[0]))
    one.scaled(45, 60).save(str(paths[1]))
    assert drop(app, of_files(*paths))
    wait_for_ink(qtbot, app, paths[0])


def test_text_and_links_are_not_accepted(app: App) -> None:
    text, link = QMimeData(), QMimeData()
    text.setText("7")
    link.setUrls([QUrl("https://example.org/seven.png")])
    assert not drop(app, text)
    assert not drop(app, link)


def test_pasting_without_a_picture_is_told(app: App) -> None:
    QGuiApplication.clipboard().setText("7")
    QTest.keyClick(app.window, Qt.Key.Key_V, CTRL)
    assert app.window.messages.isVisible()
    assert "no picture to paste" in app.window.messages.text
    assert app.window.pad.drawing.is_empty


def test_a_dropped_file_that_is_no_picture_is_told(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no picture")
    assert drop(app, of_files(path))
    qtbot.waitUntil(app.window.messages.isVisible, timeout=60_000)
    assert str(path) in app.window.messages.text


def test_a_blank_picture_that_is_pasted_is_told(qtbot: QtBot, app: App) -> None:
    blank = QImage(50, 50, QImage.Format.Format_ARGB32)
    blank.fill(Qt.GlobalColor.transparent)
    QGuiApplication.clipboard().setImage(blank)
    QTest.keyClick(app.window, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(app.window.messages.isVisible, timeout=60_000)
    assert "no ink on this picture" in app.window.messages.text

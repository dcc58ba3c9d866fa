"""Opening pictures, with real files, real threads and the real window's menu."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from lenet_gui.app import App
from lenet_gui.errors import LenetError
from lenet_gui.settings import Settings
from lenet_gui.ui.files.picture_opener import PictureOpener


@pytest.fixture
def opener() -> Iterator[PictureOpener]:
    made = PictureOpener()
    yield made
    made.stop()


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot) -> Iterator[App]:
    """The app with its window shown and no network."""
    made = App(qapp, Settings(motion=False, language="en"))
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.stop()
    made.window.deleteLater()


def picture(path: Path, ink: bool = True, size: tuple[int, int] = (120, 80)) -> Path:
    levels = np.full(size, 255, np.uint8)
    if ink:
        levels[size[0] // 4 : -size[0] // 4, size[1] // 2 - 4 : size[1] // 2 + 4] = 0
    Image.fromarray(levels).save(path)
    return path


def test_the_ink_of_a_picture_comes_from_a_thread_while_the_window_lives(
    qtbot: QtBot, opener: PictureOpener, tmp_path: Path
) -> None:
    path = picture(tmp_path / "large.png", size=(4000, 4000))
    opened: list[object] = []
    opener.opened.connect(opened.append)
    opener.open(path)
    assert not opened
    turns = 0

    def is_done() -> bool:
        nonlocal turns
        turns += 1
        return bool(opened)

    qtbot.waitUntil(is_done, timeout=60_000)
    assert turns > 2
    (ink,) = opened
    assert isinstance(ink, np.ndarray)
    assert ink.any()
    assert not ink[0].any()


def test_of_pictures_opened_at_once_the_last_is_delivered(
    qtbot: QtBot, opener: PictureOpener, tmp_path: Path
) -> None:
    paths = [picture(tmp_path / f"{side}.png", size=(side, side)) for side in (1000, 90, 60)]
    opened: list[object] = []
    opener.opened.connect(opened.append)
    for path in paths:
        opener.open(path)
    qtbot.waitUntil(lambda: bool(opened), timeout=60_000)
    opener.stop()
    QApplication.processEvents()
    assert [np.shape(np.asarray(ink)) for ink in opened] == [(60, 60)]


def test_nothing_is_delivered_after_the_stop(
    qtbot: QtBot, opener: PictureOpener, tmp_path: Path
) -> None:
    told: list[object] = []
    opener.opened.connect(told.append)
    opener.refused.connect(told.append)
    opener.open(picture(tmp_path / "one.png"))
    opener.stop()
    QApplication.processEvents()
    assert not told


def test_what_is_no_picture_or_blank_is_refused_with_a_sentence(
    qtbot: QtBot, opener: PictureOpener, tmp_path: Path
) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no picture")
    blank = picture(tmp_path / "blank.png", ink=False)
    for path, sentence in ((text, "is no PNG, JPEG or BMP"), (blank, "no ink"), (tmp_path, "")):
        with qtbot.waitSignal(opener.refused, timeout=60_000) as refused:
            opener.open(path)
        assert refused.args is not None
        (error,) = refused.args
        assert isinstance(error, LenetError)
        assert sentence in str(error)
        assert str(path) in str(error)


def test_a_picture_chosen_by_key_is_on_the_pad_and_can_be_undone(
    qtbot: QtBot, app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = picture(tmp_path / "one.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), "Pictures"))
    app.window.activateWindow()
    QTest.keyClick(app.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: app.window.pad.drawing.picture is not None, timeout=60_000)
    app.window.commands.undo.trigger()
    assert app.window.pad.drawing.is_empty


def test_choosing_no_picture_changes_nothing(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    app.window.commands.open_picture.trigger()
    assert app.window.pad.drawing.is_empty
    assert not app.window.messages.isVisible()

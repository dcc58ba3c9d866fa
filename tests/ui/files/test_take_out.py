"""Taking views and activations out of the real window, by key: real files, a real clipboard."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from lenet_gui.app import load_reader
from lenet_gui.network.card import Card
from lenet_gui.recognition import gallery
from lenet_gui.settings import Settings
from lenet_gui.ui.inference_worker import InferenceWorker
from lenet_gui.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, card: Card) -> Iterator[MainWindow]:
    """A window in which a bundled network reads, with the whole of it in sight."""
    QGuiApplication.clipboard().clear()
    worker = InferenceWorker(load_reader, [card.id])
    made = MainWindow(
        worker, {card.id: card}, Settings(model=card.id, motion=False, view="network"), []
    )
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    worker.start()
    yield made
    worker.stop()
    QGuiApplication.clipboard().clear()


def read_a_four(qtbot: QtBot, window: MainWindow) -> None:
    window.pad.set_picture(gallery.read()[24].ink, is_input=True)
    qtbot.waitUntil(lambda: window.reading is not None, timeout=60_000)
    QApplication.processEvents()


def save_to(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


def test_the_view_copied_is_what_is_seen_twice_as_fine(qtbot: QtBot, window: MainWindow) -> None:
    read_a_four(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().image()
    view = window.beside.view
    assert copied.size() == view.size() * 2
    seen = view.grab().toImage()
    scale = Qt.TransformationMode.SmoothTransformation
    small = copied.scaled(seen.size(), mode=scale)
    assert np.abs(levels(small) - levels(seen)).mean() < 4
    assert levels(seen).std() > 10  # there is something to be seen


def levels(image: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].astype(np.float32)


def test_the_view_saved_as_png_is_the_one_copied(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_a_four(qtbot, window)
    save_to(monkeypatch, tmp_path / "four")
    QTest.keyClick(window, Qt.Key.Key_S, CTRL | SHIFT)
    QTest.keyClick(window, Qt.Key.Key_C, CTRL)
    saved = QImage(str(tmp_path / "four.png"))
    assert np.array_equal(levels(saved), levels(QGuiApplication.clipboard().image()))


def test_another_page_is_taken_out_where_that_is_seen(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.whole_network.trigger()
    QTest.keyClick(window, Qt.Key.Key_C, CTRL)
    assert window.beside.view is window.page
    assert QGuiApplication.clipboard().image().size() == window.page.size() * 2


def test_activations_of_the_reading_shown_are_saved(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_a_four(qtbot, window)
    reading = window.reading
    assert reading is not None
    save_to(monkeypatch, tmp_path / "four")
    QTest.keyClick(window, Qt.Key.Key_A, CTRL | SHIFT)
    with np.load(tmp_path / "four.npz") as saved:
        assert list(saved) == ["input", *reading.activations]
        assert np.array_equal(saved["C3"], reading.activations["C3"])
    save_to(monkeypatch, tmp_path / "four", "Table (*.csv)")
    QTest.keyClick(window, Qt.Key.Key_A, CTRL | SHIFT)
    rows = list(csv.reader((tmp_path / "four.csv").read_text().splitlines()))
    assert rows[0] == ["layer", "shape", "map", "y", "x", "activation"]
    assert len(rows) == 1 + 1024 + sum(a.size for a in reading.activations.values())


def test_without_a_reading_it_is_told_that_there_is_nothing_to_save(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_to(monkeypatch, tmp_path / "none")
    QTest.keyClick(window, Qt.Key.Key_A, CTRL | SHIFT)
    assert window.messages.isVisible()
    assert "draw a digit first" in window.messages.text
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_S])
def test_what_cannot_be_written_is_told(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key,
) -> None:
    read_a_four(qtbot, window)
    (tmp_path / "file").write_text("no folder")
    save_to(monkeypatch, tmp_path / "file" / "four")
    QTest.keyClick(window, key, CTRL | SHIFT)
    assert window.messages.isVisible()
    assert "could not be written" in window.messages.text


def test_nothing_is_written_where_nobody_says_where(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_a_four(qtbot, window)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for key in (Qt.Key.Key_A, Qt.Key.Key_S):
        QTest.keyClick(window, key, CTRL | SHIFT)
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert not list(tmp_path.iterdir())
    assert not window.messages.isVisible()

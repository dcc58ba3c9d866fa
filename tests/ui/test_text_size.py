"""Text of any size and in any language, in the real window: nothing is cut, nothing overlaps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lenet_gui import paths
from lenet_gui.settings import TextSize
from lenet_gui.ui import text_size
from lenet_gui.ui.main_window import MainWindow
from tests.ui import painted_text, pseudo_language
from tests.ui.real_window import every_page, real_window, settle

__all__ = ["real_window"]

CTRL = Qt.KeyboardModifier.ControlModifier
TRANSLATION = paths.resources() / "translations" / "lenet_gui_zh_CN"


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[QTranslator]:
    translator = QTranslator()
    yield translator
    qapp.removeTranslator(translator)


def faults_on_every_page(window: MainWindow) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for page in every_page(window):
        settle()
        assert window.size() == text_size.FIRST_SIZE, f"{page} does not fit into the window"
        if faults := painted_text.faults(window):
            found[page] = faults
    return found


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_cut_and_nothing_overlaps_on_any_page(
    real_window: MainWindow, speak: QTranslator, language: str, size: TextSize
) -> None:
    if language != "en":
        assert speak.load(str(TRANSLATION))
        QApplication.installTranslator(speak)
    real_window.commands.text_size.chosen.emit(size)
    assert faults_on_every_page(real_window) == {}


def test_a_longer_language_has_room_too(
    real_window: MainWindow, speak: QTranslator, tmp_path: Path
) -> None:
    """And is one file: made from the sentences, loaded while the window is open."""
    compiled = pseudo_language.compile_into(tmp_path, TRANSLATION.with_suffix(".ts"))
    assert speak.load(str(compiled))
    QApplication.installTranslator(speak)
    settle()
    assert real_window.pad.accessibleName() == pseudo_language.spoken("Drawing pad")
    assert any(text.words.endswith("~") for text in painted_text.texts_on(real_window))
    assert faults_on_every_page(real_window) == {}


def test_the_check_sees_what_is_cut_and_what_overlaps(real_window: MainWindow) -> None:
    real_window.tools.setFixedHeight(20)
    settle()
    assert painted_text.faults(real_window)


def test_keys_make_text_larger_smaller_and_ordinary_at_once(real_window: MainWindow) -> None:
    told: list[int] = []
    real_window.settings_changed.connect(lambda settings: told.append(settings.text_size))
    before = real_window.tools.fontInfo().pixelSize()
    QTest.keyClick(real_window, Qt.Key.Key_Plus, CTRL)
    assert told == [125]
    for _ in range(5):
        QTest.keyClick(real_window, Qt.Key.Key_Plus, CTRL)
    assert told[-1] == 200
    assert real_window.tools.fontInfo().pixelSize() == 2 * before
    QTest.keyClick(real_window, Qt.Key.Key_Minus, CTRL)
    assert told[-1] == 150
    QTest.keyClick(real_window, Qt.Key.Key_0, CTRL)
    assert told[-1] == 100
    assert real_window.tools.fontInfo().pixelSize() == before


def test_keys_of_the_text_size_work_without_the_menu_bar(real_window: MainWindow) -> None:
    told: list[int] = []
    real_window.settings_changed.connect(lambda settings: told.append(settings.text_size))
    QTest.keyClick(real_window, Qt.Key.Key_F11)
    QTest.keyClick(real_window, Qt.Key.Key_Plus, CTRL)
    assert told[-1] == 125


@pytest.mark.parametrize("window_size", [QSize(800, 600), QSize(1280, 800), QSize(3840, 2160)])
def test_every_size_is_larger_than_the_one_before_in_any_window(window_size: QSize) -> None:
    heights = [text_size.pixels(window_size, size) for size in text_size.SIZES]
    assert heights == sorted(set(heights))
    assert heights[-1] >= 2 * heights[0]

"""A language is chosen while the window is open: all of it speaks the new one at once."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.app import App
from lenet_gui.settings import Settings
from lenet_gui.ui.main_window import MainWindow
from tests.ui import painted_text
from tests.ui.real_window import MODEL, every_page, settle
from tests.ui.test_screen_reader import interfaces

CHINESE = paths.resources() / "translations" / "lenet_gui_zh_CN.ts"
MENU_KEY = re.compile(r"\(&\w\)|&")


def english() -> set[str]:
    """The sentences of the window that are other ones in Chinese and are said as they are."""
    found = set()
    for message in ElementTree.parse(CHINESE).iter("message"):
        source, translation = message.findtext("source", ""), message.findtext("translation", "")
        if source != translation and "{" not in source:
            found.add(MENU_KEY.sub("", source))
    return found


def actions(menu: QMenuBar | QMenu) -> Iterator[QAction]:
    """All that a menu offers, in the menus it opens too."""
    for action in menu.actions():
        yield action
        opened = action.menu()
        if isinstance(opened, QMenu):
            yield from actions(opened)


def said_in(window: MainWindow) -> set[str]:
    """What is written in a window, what its menus say, and what a screen reader finds."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description)
    top = QAccessible.queryAccessibleInterface(window)
    told = {one.text(kind) for one in interfaces(top) for kind in kinds}
    menus = {MENU_KEY.sub("", action.text()) for action in actions(window.menuBar())}
    return told | menus | {text.words for text in painted_text.texts_on(window)}


@pytest.fixture
def app(qtbot: QtBot, qapp: QApplication) -> Iterator[App]:
    font, palette = qapp.font(), qapp.palette()
    made = App(qapp, Settings(model=MODEL, language="en", motion=False))
    made.start()
    qtbot.waitUntil(lambda: made.window.is_furnished)
    made.window.resize(1280, 800)
    yield made
    made.window.commands.language_chosen.emit("en")
    made.stop()
    qapp.setFont(font)
    qapp.setPalette(palette)


def test_every_page_speaks_chinese_once_it_is_chosen_and_english_again(app: App) -> None:
    sentences, window = english(), app.window
    settle()
    assert said_in(window) & sentences, "it spoke English before"
    stale: dict[str, set[str]] = {}
    for page in every_page(window):
        window.commands.language_chosen.emit("en")
        settle()
        window.commands.language_chosen.emit("zh_CN")
        settle()
        if left := said_in(window) & sentences:
            stale[page] = left
    assert stale == {}
    window.commands.language_chosen.emit("en")
    settle()
    assert not any(re.search("[\u4e00-\u9fff]", words) for words in said_in(window) - {"简体中文"})

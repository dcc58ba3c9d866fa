"""Showing the log, with a desktop that opens it and one that does not."""

import os
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.app import App
from lenet_gui.errors import LenetError
from lenet_gui.settings import Settings
from lenet_gui.ui.files import log_opener


class Desktop(QObject):
    """What opens files in place of the desktop's own programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.libraries: list[str | None] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())
        self.libraries.append(os.environ.get("LD_LIBRARY_PATH"))


@pytest.fixture
def desktop(qapp: QApplication) -> Iterator[Desktop]:
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "open")  # type: ignore[arg-type]  # the stub says bytes
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def log() -> str:
    paths.log_file().parent.mkdir(parents=True)
    paths.log_file().write_text("a line\n")
    return str(paths.log_file())


def test_the_menu_opens_the_log_with_the_desktops_program(
    qapp: QApplication, qtbot: QtBot, desktop: Desktop, log: str
) -> None:
    app = App(qapp, Settings(language="en"))
    qtbot.addWidget(app.window)
    app.window.commands.show_log.trigger()
    app.stop()
    assert desktop.opened == [log]
    assert not app.window.messages.text


def test_without_a_program_the_path_is_told_and_copied(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, log: str
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    with pytest.raises(LenetError, match="no program here opens it") as error:
        log_opener.show(paths.log_file())
    assert log in str(error.value)
    assert QGuiApplication.clipboard().text() == log


def test_a_log_that_is_not_there_is_told(qapp: QApplication, desktop: Desktop) -> None:
    with pytest.raises(LenetError, match="There is no log"):
        log_opener.show(paths.log_file())
    assert not desktop.opened


@pytest.mark.parametrize("before", [None, "/opt/lib"])
def test_a_program_of_the_desktop_finds_its_own_libraries(
    desktop: Desktop, log: str, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/app/_internal")
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    log_opener.show(paths.log_file())
    assert desktop.opened == [log]
    assert desktop.libraries == [before]
    assert os.environ["LD_LIBRARY_PATH"] == "/app/_internal"

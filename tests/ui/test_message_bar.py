"""The line for what went wrong."""

from pytestqt.qtbot import QtBot

from lenet_gui.errors import BundleError
from lenet_gui.ui.message_bar import MessageBar


def test_a_quiet_one_shows_nothing_and_passes_on_what_went_wrong(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    told: list[object] = []
    bar.told.connect(told.append)
    error = BundleError("The model file {path} is gone.", path="x.pt")
    bar.is_quiet = True
    bar.show_error(error)
    assert bar.isHidden()
    bar.is_quiet = False
    bar.show_error(error)
    assert bar.isVisible()
    assert told == [error, error]

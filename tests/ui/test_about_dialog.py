"""About: what people have to be told of what the program is made of."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lenet_gui.ui.about_dialog import AboutDialog


def test_about_tells_that_qt_is_used_under_the_lgpl_and_where_the_terms_are(qtbot: QtBot) -> None:
    dialog = AboutDialog(None, "en")
    qtbot.addWidget(dialog)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Qt and PySide6, © The Qt Company Ltd." in told
    assert "LGPL 3" in told
    assert "“licences”" in told

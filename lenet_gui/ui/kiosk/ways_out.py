"""What of the window a visitor has: all that leads out of it, or is of no use to them, goes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from lenet_gui.ui.main_window import MainWindow


def close_off(window: MainWindow) -> None:
    """Make a window one for visitors: a part of another, without menus, files and keys.

    What is not known to lead nowhere is taken to lead out, so that an action that is new to the
    app is in no visitor's reach until somebody has thought about it.
    """
    commands = window.commands
    of_pad = {commands.undo, commands.clear, commands.gallery}
    kept = {*of_pad, commands.learn, commands.whole_network}  # two of which the bar has
    window.setWindowFlags(Qt.WindowType.Widget)
    window.setMinimumSize(0, 0)  # it has to do with the screen there is
    window.menuBar().hide()
    window.messages.is_quiet = True
    window.tools.keep_only(of_pad)
    for action in window.findChildren(QAction):
        if action not in kept:
            action.setShortcuts([])
            action.setVisible(False)
            action.blockSignals(True)  # so that nothing of it happens, whoever triggers it
    for button in window.findChildren(QToolButton):
        if (action := button.defaultAction()) is not None and action not in kept:
            button.hide()
    for part in (window, *window.findChildren(QWidget)):
        part.setAcceptDrops(False)
        part.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

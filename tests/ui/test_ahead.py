"""What pages need is there before somebody opens them."""

import subprocess
import sys

OPENED = """
import os
import sys
from PySide6 import QtCore, QtWidgets
from lenet_gui import app
from lenet_gui.settings import Settings
from lenet_gui.ui import ahead, theme
qt = QtWidgets.QApplication(theme.ARGUMENTS)
started = app.App(qt, Settings(motion=False), at_once=False)
started.start()
wait = QtCore.QTimer(interval=20)
waited = []

def look():
    if not (started.window.is_furnished and started.ahead.is_done):
        return
    wait.stop()
    before = set(sys.modules)
    commands = started.window.commands
    for page in (commands.gallery, commands.results, commands.learn):
        page.trigger()
    print(sorted(set(sys.modules) - before), flush=True)
    os._exit(0)

wait.timeout.connect(look)
wait.start()
qt.exec()
"""


def test_no_page_has_to_import_anything_when_it_is_first_opened() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENED], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "[]"


def test_every_module_imported_ahead_is_one_that_the_first_paint_did_not_need() -> None:
    code = (
        "import sys\n"
        "from lenet_gui import app\n"
        "before = set(sys.modules)\n"
        "from lenet_gui.ui import ahead\n"
        "print([name for name in ahead.MODULES if name in before])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

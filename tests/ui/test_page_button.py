"""A button that is lit is painted all day."""

import ctypes
import sys

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.ui import theme
from lenet_gui.ui.page_button import PageButton

_FIELDS = [
    "arena",
    "ordblks",
    "smblks",
    "hblks",
    "hblkhd",
    "usmblks",
    "fsmblks",
    "uordblks",
    "fordblks",
    "keepcost",
]


class Usage(ctypes.Structure):
    """What `mallinfo2` of glibc tells."""

    _fields_ = [(name, ctypes.c_size_t) for name in _FIELDS]


def taken() -> int:
    """Bytes that C has taken and not freed."""
    usage = ctypes.CDLL(None).mallinfo2
    usage.restype = Usage
    return int(usage().uordblks)


@pytest.fixture
def button(qtbot: QtBot) -> PageButton:
    made = PageButton()
    qtbot.addWidget(made)
    made.setText("On")
    made.setCheckable(True)
    made.setChecked(True)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc tells what it has taken")
def test_painting_it_again_takes_no_more_memory(button: PageButton) -> None:
    for _ in range(50):
        button.repaint()
    before = taken()
    for _ in range(1000):
        button.repaint()
    assert taken() - before < 20_000


def test_it_has_the_accent_while_it_is_on_in_every_look(
    qtbot: QtBot, qapp: QApplication, button: PageButton
) -> None:
    def share_of_accent() -> float:
        accent = qapp.palette().color(QPalette.ColorRole.Highlight)
        image = button.grab().toImage()
        colours = [image.pixelColor(x, 4) for x in range(4, image.width() - 4)]
        near = [abs(one.hue() - accent.hue()) < 12 for one in colours if one.saturation() > 60]
        return sum(near) / len(colours)

    before = qapp.palette()
    try:
        for look in ("dark", "light", "dark"):
            qapp.setPalette(theme.palette(look))
            for is_on in (True, False):
                button.setChecked(is_on)
                qtbot.wait(20)
                assert (share_of_accent() > 0.8) == is_on, look
    finally:
        qapp.setPalette(before)

"""What the next visitor must find: a locked screen, and nothing of who was there before."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

from lenet_gui.ui.kiosk.exhibit import Exhibit
from lenet_gui.ui.kiosk.locked_window import LockedWindow

Pixels = NDArray[np.int16]

_NOTICED = 8
"""Levels of a colour from which on two pixels are not the same."""


def escaped(exhibit: Exhibit) -> list[str]:
    """What of the screen is not the kiosk's any more."""
    stage, found = exhibit.stages.stage, []
    if not stage.isVisible() or stage.isMinimized():
        found.append("the window is not seen")
    if stage.geometry() != stage.screen().geometry():
        found.append(f"the window covers {stage.geometry()} of {stage.screen().geometry()}")
    others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and _is_foreign(w)]
    found += [f"there is a window {type(other).__name__}" for other in others]
    if QGuiApplication.modalWindow() is not None:
        found.append("there is a modal window")
    if exhibit.desk.page is not None:
        found.append("somebody without the PIN saw the staff's page")
    return found


def left_over(exhibit: Exhibit) -> list[str]:
    """What somebody before has left: nothing, when a session has just begun or ended."""
    window, fresh = exhibit.window, exhibit.fresh_settings
    found = []
    if window.settings != fresh:
        found.append(f"settings {window.settings} instead of {fresh}")
    if not window.pad.drawing.is_empty or window.pad.undo_stack.count():
        found.append("a drawing")
    if window.gallery is not None and window.gallery.isVisible():
        found.append("the gallery")
    classroom = window.classroom.classroom
    if classroom is not None and classroom.lesson is not None:
        found.append(f"the lesson {type(classroom.lesson).__name__}")
    if window.commands.compare.isChecked() or window.commands.results.isChecked():
        found.append("another page")
    overlays = (exhibit.still_there, exhibit.choices.language_sheet, exhibit.choices.model_sheet)
    found += [type(part).__name__ for part in overlays if part.isVisible()]
    if exhibit.desk.is_open:
        found.append("the staff's desk")
    return found + _left_in_network(exhibit)


def picture(exhibit: Exhibit) -> Pixels:
    """What is seen: (height, width, 4), 0 to 255."""
    image = exhibit.stages.stage.grab().toImage()
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4).astype(np.int16)


def difference(seen: Pixels, wanted: Pixels) -> str:
    """Where two pictures differ, in words; empty where they are the same."""
    if seen.shape != wanted.shape:
        return f"a picture of {seen.shape} instead of {wanted.shape}"
    rows, columns = np.nonzero((np.abs(seen - wanted) > _NOTICED).any(axis=2))
    if not rows.size:
        return ""
    return (
        f"{rows.size} pixels between ({columns.min()}, {rows.min()}) and"
        f" ({columns.max()}, {rows.max()}) do not look as at the first start"
    )


def _left_in_network(exhibit: Exhibit) -> list[str]:
    network = exhibit.window.beside.network
    if network is None:
        return []
    left = {
        "a zoom": not network.view.transform.is_whole,
        "a choice": network.view.chosen is not None,
        "something silenced": bool(network.silenced),
        "pins": bool(network.pins.pinned),
        "a sweep": network.leader.sweep.swept is not None,
        "an open drawer": network.prodder.is_open,
        "a prodded input": not network.prodder.prodding.is_neutral,
        "the kernels": network.kernels.is_open,
    }
    return [name for name, is_there in left.items() if is_there]


def _is_foreign(window: QWidget) -> bool:
    return not isinstance(window, LockedWindow)

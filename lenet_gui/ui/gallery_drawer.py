"""Where the gallery is kept: made when it is first wanted, so the first paint is sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from lenet_gui.errors import LenetError

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from lenet_gui.recognition.drawing import Input
    from lenet_gui.ui.gallery_view import GalleryView
    from lenet_gui.ui.pad.drawing_pad import DrawingPad


class GalleryDrawer(QObject):
    """Pulls the gallery out and pushes it in, as an action says.

    Args:
        wanted: checked while the gallery is out.
        pad: to which a chosen digit goes.
        foot: at whose end the gallery is put.
        window: that it is a part of.

    Signals:
        refused(LenetError): why there is no gallery.
    """

    refused = Signal(object)

    def __init__(self, wanted: QAction, pad: DrawingPad, foot: QBoxLayout, window: QWidget) -> None:
        super().__init__(window)
        self._wanted, self._pad, self._foot, self._window = wanted, pad, foot, window
        self._gallery: GalleryView | None = None
        wanted.toggled.connect(self._pull)

    @property
    def gallery(self) -> GalleryView | None:
        """What is in it; None before anybody wanted it."""
        return self._gallery

    def leave(self) -> bool:
        """Push it in if the keys go to it; returns whether they did."""
        if self._gallery is None or not self._gallery.thumbnails.hasFocus():
            return False
        self._wanted.setChecked(False)
        return True

    @Slot(bool)
    def _pull(self, out: bool) -> None:
        if out and self._gallery is None:
            try:
                self._gallery = self._make()
            except LenetError as error:
                self._wanted.setChecked(False)
                self.refused.emit(error)
        if self._gallery is not None:
            self._gallery.setVisible(out)
            (self._gallery if out else self._pad).setFocus()

    def _make(self) -> GalleryView:
        from lenet_gui.recognition import gallery  # noqa: PLC0415 - not at start
        from lenet_gui.ui.gallery_view import GalleryView  # noqa: PLC0415 - not at start

        made = GalleryView(gallery.read(), self._window)
        made.chosen.connect(self._put_on_pad)
        self._pad.drawing_changed.connect(made.show_drawing)
        made.show_drawing(self._pad.drawing)
        self._foot.addWidget(made)
        return made

    @Slot(object)
    def _put_on_pad(self, ink: Input) -> None:
        self._pad.set_picture(ink, is_input=True)

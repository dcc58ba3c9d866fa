"""Taking out what is in the window: into files, and by copying."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError

if TYPE_CHECKING:
    from lenet_gui.ui.actions import Actions
    from lenet_gui.ui.beside_pad import BesidePad
    from lenet_gui.ui.files.taken_picture import TakenPicture
    from lenet_gui.ui.pad.drawing_pad import DrawingPad


class TakeOut(QObject):
    """Does what the actions say: asks where to, and writes or copies what is seen or chosen.

    Signals:
        refused(LenetError): why nothing was taken out.
    """

    refused = Signal(object)

    def __init__(
        self, commands: Actions, pad: DrawingPad, beside: BesidePad, window: QWidget
    ) -> None:
        super().__init__(window)
        self._pad, self._beside, self._window = pad, beside, window
        takings = (
            (commands.save, self.save_drawing),
            (commands.save_view, self.save_view),
            (commands.copy_view, self.copy_view),
            (commands.save_map, self.save_map),
            (commands.copy_map, self.copy_map),
            (commands.save_activations, self.save_activations),
            (commands.save_explanation, self.save_explanation),
        )
        for action, take in takings:
            action.triggered.connect(lambda _=False, take=take: self._try(take))

    def save_drawing(self) -> None:
        """Save the drawing as a picture."""
        from lenet_gui.ui.files import drawing_file  # noqa: PLC0415 - not at start

        path = self._ask(self.tr("Save drawing"), "drawing", {".png": self.tr("PNG picture")})
        if path is not None:
            drawing_file.save_png(self._pad.picture(), path)

    def copy_view(self) -> None:
        """Copy what is seen beside the pad as a picture."""
        QGuiApplication.clipboard().setMimeData(self._view().mime())

    def save_view(self) -> None:
        """Save it as a picture."""
        self._save_picture(self._view(), self.tr("Save view"), self._beside.view_name)

    def copy_map(self) -> None:
        """Copy the map chosen as a picture."""
        picture, _ = self._map()
        QGuiApplication.clipboard().setMimeData(picture.mime())

    def save_map(self) -> None:
        """Save the map chosen as a picture."""
        picture, name = self._map()
        self._save_picture(picture, self.tr("Save map"), name)

    def save_activations(self) -> None:
        """Save what every layer of the reading came to."""
        from lenet_gui.recognition import export  # noqa: PLC0415 - not at start

        reading = self._beside.reading
        if reading is None:
            raise LenetError(
                QT_TRANSLATE_NOOP(
                    "errors", "There are no activations to save yet: draw a digit first."
                )
            )
        name = f"{reading.card.id}-activations"
        path = self._ask(self.tr("Save activations"), name, self._arrays())
        if path is not None:
            export.write_activations(path, reading)

    def save_explanation(self) -> None:
        """Save what the unit chosen adds up."""
        from lenet_gui.recognition import export  # noqa: PLC0415 - not at start

        explanation, reading = self._beside.explanation, self._beside.reading
        if explanation is None or reading is None:
            raise LenetError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "No unit is explained: draw a digit, and choose a unit of the whole network.",
                )
            )
        name = f"{reading.card.id}-{export.name(explanation)}"
        path = self._ask(self.tr("Save explanation"), name, self._arrays())
        if path is not None:
            export.write_explanation(path, explanation, reading.card)

    def _view(self) -> TakenPicture:
        from lenet_gui.ui.files import taken_picture  # noqa: PLC0415 - not at start

        return taken_picture.of_view(self._beside.view, self._beside.title)

    def _map(self) -> tuple[TakenPicture, str]:
        """The map chosen, and what its file is called.

        Raises:
            LenetError: none is.
        """
        from lenet_gui.ui.files import taken_picture  # noqa: PLC0415 - not at start

        shown, reading, view = self._beside.map_picture, self._beside.reading, self._beside.view
        if shown is None or reading is None:
            raise LenetError(
                QT_TRANSLATE_NOOP(
                    "errors", "No map is chosen: draw a digit, and touch one of its maps."
                )
            )
        title = f"{self._beside.title} · {shown.title}"
        picture = taken_picture.of_map(shown, view.palette(), view.font(), title)
        return picture, f"{reading.card.id}-{shown.name}"

    def _save_picture(self, picture: TakenPicture, title: str, name: str) -> None:
        kinds = {".png": self.tr("PNG picture"), ".svg": self.tr("SVG picture")}
        path = self._ask(title, name, kinds)
        if path is not None:
            picture.save(path)

    def _arrays(self) -> dict[str, str]:
        return {".npz": self.tr("NumPy arrays"), ".csv": self.tr("Table")}

    def _ask(self, title: str, name: str, kinds: dict[str, str]) -> Path | None:
        from lenet_gui.ui.files import save_dialog  # noqa: PLC0415 - not at start

        return save_dialog.ask(self._window, title, name, kinds)

    def _try(self, take: Callable[[], None]) -> None:
        try:
            take()
        except LenetError as error:
            self.refused.emit(error)

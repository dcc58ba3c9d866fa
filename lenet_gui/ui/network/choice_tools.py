"""The buttons for what can be done with a choice in the whole network."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lenet_gui.ui.icon_button import IconButton


class ChoiceTools(QWidget):
    """Sweep, pin and kernels, in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sweep_button = IconButton("sweep", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.pin_button = IconButton("pin", self)
        row.addWidget(self.sweep_button)
        row.addWidget(self.pin_button)
        self.kernels_button = IconButton("kernels", self)
        row.addWidget(self.kernels_button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.sweep_button.set_name(
            self.tr("Sweep"),
            self.tr("Let the kernel slide over what the map is made from (space bar)"),
        )
        self.pin_button.set_name(
            self.tr("Pin"),
            self.tr("Keep the unit chosen in sight while others are chosen (key M)"),
        )
        self.kernels_button.set_name(
            self.tr("Kernels"), self.tr("Show all weights of the layer (key K)")
        )

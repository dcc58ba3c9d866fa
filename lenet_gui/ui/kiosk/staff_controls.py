"""The controls of the staff page: one of a few in a row, and a number with less and more."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lenet_gui.ui.kiosk.roomy_button import RoomyButton

_BETWEEN = 6


class Segments(QWidget):
    """Buttons in a row, of which one is on.

    Signals:
        chosen(object): another value.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_BETWEEN)
        self._row.addStretch(1)
        self.buttons: dict[object, RoomyButton] = {}

    def offer(self, names: Mapping[object, str], current: object) -> None:
        """Offer values by name."""
        if list(names) != list(self.buttons):
            for button in self.buttons.values():
                button.hide()
                button.deleteLater()
            self.buttons = {value: self._button(value) for value in names}
        for value, name in names.items():
            self.buttons[value].setText(name)
            self.buttons[value].setChecked(value == current)

    def _button(self, value: object) -> RoomyButton:
        button = RoomyButton(self)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._choose(value))
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    def _choose(self, value: object) -> None:
        for other, button in self.buttons.items():
            button.setChecked(other == value)
        self.chosen.emit(value)


class Stepper(QWidget):
    """One of some values in order, with a button for the one before and one for the next.

    Signals:
        chosen(object): another value.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: Sequence[object] = ()
        self._at = 0
        self._in_words: Callable[[object], str] = str
        self.less, self.more = RoomyButton(self), RoomyButton(self)
        self._told = QLabel(self)
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        for button, sign, step in ((self.less, "−", -1), (self.more, "+", 1)):
            button.setText(sign)
            button.clicked.connect(lambda _=False, step=step: self._step(step))
        row.addWidget(self.less)
        row.addWidget(self._told)
        row.addWidget(self.more)
        row.addStretch(1)

    @property
    def told(self) -> str:
        """The value in words."""
        return self._told.text()

    def offer(
        self, values: Sequence[object], current: object, in_words: Callable[[object], str]
    ) -> None:
        """Offer values in order; `in_words` says each."""
        self._values, self._in_words = values, in_words
        self._at = list(values).index(current)
        self._told.setMinimumWidth(
            max(self._told.fontMetrics().horizontalAdvance(in_words(value)) for value in values)
        )
        self._show()

    def _step(self, step: int) -> None:
        self._at += step
        self._show()
        self.chosen.emit(self._values[self._at])

    def _show(self) -> None:
        self._told.setText(self._in_words(self._values[self._at]))
        self.less.setEnabled(self._at > 0)
        self.more.setEnabled(self._at < len(self._values) - 1)


def steps(values: Sequence[float], current: float) -> tuple[float, ...]:
    """Some values in order, and among them the current one, whatever it is."""
    return tuple(sorted({*values, current}))

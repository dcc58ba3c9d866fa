"""A slider for one amount: its name, its value in its unit, and a mark where it does nothing."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QSizePolicy, QSlider, QWidget

from lenet_gui.ui import lettering
from lenet_gui.ui.network.amounts import Amount

_LEAST_HEIGHT = 40
"""A finger's width, in pixels."""

_LINES = 2.7
"""Height, in lines of text."""

_KNOB = 0.42
"""Radius of what a finger takes hold of, in lines of text."""

_INSET = 6
"""Between the ring of the keyboard's focus and the words, in pixels."""

_APART = 10
"""Between the name and the value, in pixels."""

_GROOVE = 4.0
_TICK = 5.0
"""How far the mark of doing nothing stands out of the groove, in pixels."""

_PAGE = 5
"""How many presses of an arrow key one of Page Up is."""

_BACK = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class AmountSlider(QSlider):
    """Goes to where it is touched, and is dragged; two quick touches, or Delete, put it back.

    Signals:
        chosen(float): a hand has moved it there.
    """

    chosen = Signal(float)

    def __init__(self, amount: Amount, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.amount = amount
        self._name = self._unit = ""
        self._grip = 0.0
        self._since_press = QElapsedTimer()
        self.setRange(round(amount.least / amount.notch), round(amount.most / amount.notch))
        self.setSingleStep(amount.key)
        self.setPageStep(amount.key * _PAGE)
        self.setValue(self._neutral)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._tell)

    @property
    def text(self) -> str:
        """The value in its unit."""
        return self._told(self.value())

    @property
    def words_width(self) -> int:
        """Width that the name and any value need, in pixels."""
        letters = self.fontMetrics()
        widest = max(
            map(letters.horizontalAdvance, map(self._told, (self.minimum(), self.maximum())))
        )
        return letters.horizontalAdvance(self._name) + _APART + widest + 2 * _INSET

    def set_words(self, name: str, unit: str, hint: str) -> None:
        """Say what it is, in which unit, with `{amount}` in it, and how it is put back."""
        self._name, self._unit = name, unit
        self.setAccessibleName(name)
        self.setToolTip(hint)
        self.sliderChange(QSlider.SliderChange.SliderValueChange)

    def show_value(self, value: float) -> None:
        """Be at a value, which no hand has chosen."""
        with QSignalBlocker(self):
            self.setValue(round(value / self.amount.notch))

    def place_of(self, value: float) -> QPointF:
        """Where the knob is at a value."""
        share = (value - self.amount.least) / (self.amount.most - self.amount.least)
        way = self._way()
        return QPointF(way.left() + share * way.width(), way.center().y())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A line of text and a groove below it, both for a finger."""
        line = self.fontMetrics().height()
        return QSize(12 * line, max(_LEAST_HEIGHT, round(_LINES * line)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the name and the value."""
        return QSize(8 * self.fontMetrics().height(), self.sizeHint().height())

    def sliderChange(self, change: QSlider.SliderChange) -> None:  # noqa: N802 - Qt's name
        """Tell the value in its unit to who cannot see it."""
        if change == QSlider.SliderChange.SliderValueChange:
            self.setAccessibleDescription(self.text)
            self.update()
        super().sliderChange(change)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Put it back with Delete."""
        if event.key() in _BACK:
            self.setValue(self._neutral)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of the knob, or fetch it; put it back with the second of two quick touches.

        Not every touch screen's second touch comes as a double click.
        """
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        since = self._since_press
        if since.isValid() and since.elapsed() < QApplication.doubleClickInterval():
            self.mouseDoubleClickEvent(event)
            return
        since.start()
        off = self.place_of(self.value() * self.amount.notch).x() - event.position().x()
        self._grip = off if abs(off) <= self._radius() + _TICK else 0.0
        self.setSliderDown(True)
        self._drag(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag the knob."""
        if self.isSliderDown():
            self._drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Let go of the knob."""
        self.setSliderDown(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Put it back."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._since_press.invalidate()
            self.setValue(self._neutral)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint name and value, and below them the groove."""
        colours, painter = self.palette(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_neutral = self.value() == self._neutral
        role = QPalette.ColorRole.PlaceholderText if is_neutral else QPalette.ColorRole.WindowText
        letters = painter.fontMetrics()
        baseline = _INSET // 2 + letters.ascent()
        right = self.width() - _INSET - letters.horizontalAdvance(self.text)
        painter.setPen(colours.color(role))
        painter.drawText(right, baseline, self.text)
        painter.setPen(colours.color(QPalette.ColorRole.WindowText))
        painter.setFont(lettering.fitting(painter.font(), self._name, right - _APART - _INSET))
        painter.drawText(_INSET, baseline, self._name)
        self._paint_groove(painter, colours)

    def _paint_groove(self, painter: QPainter, colours: QPalette) -> None:
        way, radius = self._way(), self._radius()
        knob = self.place_of(self.value() * self.amount.notch)
        neutral = self.place_of(self.amount.neutral)
        groove = QRectF(way.left(), way.center().y() - _GROOVE / 2, way.width(), _GROOVE)
        groove.adjust(-radius, 0, radius, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        tick = QRectF(neutral.x() - 1, groove.top() - _TICK, 2, _GROOVE + 2 * _TICK)
        painter.drawRoundedRect(tick, 1, 1)
        painter.setBrush(colours.color(QPalette.ColorRole.Highlight))
        left, right = sorted((neutral.x(), knob.x()))
        painter.drawRect(QRectF(left, groove.top(), right - left, _GROOVE))
        is_held = self.isSliderDown()
        role = QPalette.ColorRole.Highlight if is_held else QPalette.ColorRole.WindowText
        painter.setBrush(colours.color(role))
        painter.drawEllipse(knob, radius, radius)

    @property
    def _neutral(self) -> int:
        return round(self.amount.neutral / self.amount.notch)

    def _radius(self) -> float:
        return _KNOB * self.fontMetrics().height()

    def _way(self) -> QRectF:
        """What the middle of the knob goes along."""
        beside = self._radius() + _INSET
        room = QRectF(self.rect()).adjusted(beside, self.fontMetrics().height(), -beside, 0)
        return QRectF(room.left(), room.center().y(), room.width(), 0)

    def _drag(self, at: QPointF) -> None:
        way = self._way()
        share = (at.x() + self._grip - way.left()) / max(way.width(), 1.0)
        self.setValue(self.minimum() + round(share * (self.maximum() - self.minimum())))

    def _told(self, notches: int) -> str:
        value = notches * self.amount.notch
        if self.amount.unit == "%":
            value *= 100
        decimals = 1 if self.amount.unit == "px" else 0
        sign = "+" if self.minimum() < 0 < abs(value) else ""
        return self._unit.format(amount=f"{value:{sign}.{decimals}f}".replace("-", "−"))

    def _tell(self, notches: int) -> None:
        value = self.amount.neutral if notches == self._neutral else notches * self.amount.notch
        self.chosen.emit(value)

"""The row that a sweep is led by: forward, back, slower, faster."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSlider, QWidget

from lenet_gui.ui.elided_label import ElidedLabel
from lenet_gui.ui.folding_row import FoldingRow
from lenet_gui.ui.icon_button import IconButton
from lenet_gui.ui.network.sweep import FASTEST, SLOWEST, Sweep

_NOTCHES = 10
"""Of the slider, from one speed to that of twice as much."""

_ROW = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_UNIT = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SLOWER = (Qt.Key.Key_Comma, Qt.Key.Key_Less, Qt.Key.Key_BracketLeft)
_FASTER = (Qt.Key.Key_Period, Qt.Key.Key_Greater, Qt.Key.Key_BracketRight)


class SweepBar(FoldingRow):
    """Leads a sweep, and tells how far it is."""

    def __init__(self, sweep: Sweep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sweep = sweep
        self._name = self._words = ""
        self.restart_button = IconButton("restart", self)
        self.back_button, self.on_button = (
            IconButton("step-back", self),
            IconButton("step-on", self),
        )
        self.play_button = IconButton("play", self)
        self.slower_button, self.faster_button = (
            IconButton("slower", self),
            IconButton("faster", self),
        )
        self.end_button = IconButton("close", self)
        self._told, self._pace = ElidedLabel(self), QLabel(self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, round(_NOTCHES * math.log2(FASTEST / SLOWEST)))
        self.slider.setMinimumWidth(64)
        self.slider.setMaximumWidth(200)
        self._lay_out()
        self.restart_button.clicked.connect(self._restart)
        self.back_button.clicked.connect(lambda: sweep.step(-1))
        self.on_button.clicked.connect(lambda: sweep.step(1))
        self.play_button.clicked.connect(sweep.toggle)
        self.slower_button.clicked.connect(lambda: self._pace_by(-1))
        self.faster_button.clicked.connect(lambda: self._pace_by(1))
        self.slider.valueChanged.connect(self._choose_pace)
        self.end_button.clicked.connect(sweep.end)
        sweep.moved.connect(self._tell)
        sweep.paced.connect(self._show_pace)
        self._retranslate()

    @property
    def told(self) -> str:
        """What is swept, and how far."""
        return self._words

    def show_name(self, name: str) -> None:
        """Tell what is swept."""
        self._name = name
        self._tell()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means while there is a sweep; returns whether it means anything.

        Space goes and stays, arrows step by a unit or a row, Home begins anew; comma and period
        are slower and faster.
        """
        key, swept = Qt.Key(event.key()), self._sweep.swept
        if swept is None or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if key == Qt.Key.Key_Space:
            self._sweep.toggle()
        elif key in _UNIT:
            self._sweep.step(_UNIT[key])
        elif key in _ROW:
            self._sweep.step(_ROW[key] * swept.way.columns)
        elif key == Qt.Key.Key_Home:
            self._restart()
        elif key in _SLOWER:
            self._pace_by(-1)
        elif key in _FASTER:
            self._pace_by(1)
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell as much as there is room for."""
        super().resizeEvent(event)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.add(0, self.restart_button, self.back_button, self.play_button, self.on_button)
        self.add(0, self._told, share=3)
        self.add(1, self.slower_button)
        self.add(1, self.slider, share=1)
        self.add(1, self.faster_button, self._pace)
        self.add_gap(1)
        self.add(1, self.end_button)

    def _restart(self) -> None:
        self._sweep.go_to(0)
        self._sweep.play()

    def _pace_by(self, notches: int) -> None:
        """Twice as fast, or half."""
        self._sweep.rate = self._sweep.rate * 2.0**notches

    def _choose_pace(self, notch: int) -> None:
        self._sweep.rate = SLOWEST * 2 ** (notch / _NOTCHES)

    def _tell(self) -> None:
        swept = self._sweep.swept
        if swept is not None:
            far = f"{swept.index + 1} / {swept.way.count}"
            self._words = f"{self._name}: {far}"
            fits = self.fontMetrics().horizontalAdvance(self._words) <= self._told.width()
            self._told.setText(self._words if fits else far)
            self._told.setAccessibleName(self._words)
            self.back_button.setEnabled(swept.index > 0)
            self.on_button.setEnabled(swept.index + 1 < swept.way.count)

    def _show_pace(self) -> None:
        """Pace is of no use where nothing may move."""
        sweep = self._sweep
        pacing = (self.play_button, self.slower_button, self.slider, self.faster_button, self._pace)
        for widget in pacing:
            widget.setVisible(sweep.motion)
        self.play_button.set_icon("pause" if sweep.goes else "play")
        self.play_button.set_name(self.tr("Pause") if sweep.goes else self.tr("Play"))
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(_NOTCHES * math.log2(sweep.rate / SLOWEST)))
        self._pace.setText(self.tr("{rate}/s").format(rate=f"{sweep.rate:.2g}"))
        self._pace.setMinimumWidth(self._pace.fontMetrics().horizontalAdvance("0.75/s "))
        self.slower_button.setEnabled(sweep.rate > SLOWEST)
        self.faster_button.setEnabled(sweep.rate < FASTEST)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Sweep"))
        self.setAccessibleDescription(
            self.tr(
                "Space goes and stays, arrow keys step, comma and period are slower and faster,"
                " Escape ends it"
            )
        )
        self.restart_button.set_name(self.tr("From the beginning"))
        self.back_button.set_name(self.tr("One step back"))
        self.on_button.set_name(self.tr("One step on"))
        self.slower_button.set_name(self.tr("Slower"))
        self.faster_button.set_name(self.tr("Faster"))
        self.slider.setAccessibleName(self.tr("Speed"))
        self.slider.setToolTip(self.tr("Speed: units a second"))
        self.end_button.set_name(self.tr("End the sweep"))
        self._show_pace()
        self._tell()

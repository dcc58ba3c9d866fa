"""The PIN pad: the staff's door."""

import math
import threading

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.kiosk.pin import LONGEST, PinGuard
from lenet_gui.ui import lettering
from lenet_gui.ui.kiosk.overlay import Overlay

_GIVES_UP_MS = 20_000
"""Untouched for so long, it goes away."""

_TICK_MS = 250
_KEY = 0.1
"""Side of a key, as a share of the window's height."""

_TITLE, _DOTS = 0.05, 0.06
_DIGITS = "123456789"
_DOT = "●"
_BETWEEN = 10
_CANCEL = 200


class PinPad(Overlay):
    """Takes digits by touch or by keyboard; after wrong tries it has one wait.

    Signals:
        admitted(): the PIN was right.
        closed(): it went away without.
    """

    admitted = Signal()
    closed = Signal()
    _tried = Signal(bool)

    def __init__(self, guard: PinGuard, parent: QWidget) -> None:
        super().__init__(parent, veil=0.97)
        self._guard = guard
        self._entered = ""
        self._was_wrong = False
        self._is_trying = False
        self._title, self._dots, self._told = QLabel(self), QLabel(self), QLabel(self)
        self.keys = {digit: self._key(digit) for digit in "0" + _DIGITS}
        self.back_key, self.enter_key = self._key("⌫"), self._key("OK")
        self.cancel_button = QPushButton(self)
        self._lay_out()
        for digit, key in self.keys.items():
            key.clicked.connect(lambda _=False, digit=digit: self._enter(digit))
        self.back_key.clicked.connect(self._rub_out)
        self.enter_key.clicked.connect(self._try)
        self.cancel_button.clicked.connect(self.give_up)
        self._tried.connect(self._take_answer)
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self._show_state)
        self._gives_up = QTimer(self, singleShot=True, interval=_GIVES_UP_MS)
        self._gives_up.timeout.connect(self.give_up)
        self._retranslate()

    @property
    def told(self) -> str:
        """What it says below the digits."""
        return self._told.text()

    @property
    def entered(self) -> int:
        """How many digits were entered."""
        return len(self._entered)

    def ask(self) -> None:
        """Come, with nothing entered."""
        self._entered, self._was_wrong = "", False
        self._gives_up.start()
        self._ticks.start()
        self._show_state()
        self.open()

    def give_up(self) -> None:
        """Go away."""
        self._leave()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type it."""
        key, text = event.key(), event.text()
        if text and text in self.keys:
            self._enter(text)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._try()
        elif key == Qt.Key.Key_Backspace:
            self._rub_out()
        elif key == Qt.Key.Key_Escape:
            self.give_up()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the window."""
        side = round(min(self.height(), self.width()) * _KEY)
        for key in (*self.keys.values(), self.back_key, self.enter_key):
            key.setMinimumSize(max(side, key.minimumWidth()), max(side, key.minimumHeight()))
            key.setFont(lettering.sized(self.font(), side * 0.42, QFont.Weight.DemiBold))
        self._title.setFont(
            lettering.sized(self.font(), self.height() * _TITLE, QFont.Weight.DemiBold)
        )
        self._dots.setFont(lettering.sized(self.font(), self.height() * _DOTS))
        self._dots.setMinimumHeight(round(self.height() * _DOTS * 1.5))
        self._told.setMinimumHeight(round(self.fontMetrics().height() * 1.6))
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(_BETWEEN)
        for index, digit in enumerate(_DIGITS):
            grid.addWidget(self.keys[digit], index // 3, index % 3)
        for place, key in enumerate((self.back_key, self.keys["0"], self.enter_key)):
            grid.addWidget(key, 3, place)
        grid.setContentsMargins(0, 0, 0, 0)
        inner = QWidget(self)
        inner.setLayout(grid)
        self.cancel_button.setMinimumWidth(_CANCEL)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for part in (self._title, self._dots, self._told, inner, self.cancel_button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(_BETWEEN)
        column.addStretch(3)

    def _key(self, text: str) -> QPushButton:
        key = QPushButton(text, self)
        key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the pad itself has the keyboard
        key.setAutoDefault(False)
        return key

    def _enter(self, digit: str) -> None:
        if self._may_enter() and len(self._entered) < LONGEST:
            self._entered += digit
            self._was_wrong = False
        self._go_on()

    def _rub_out(self) -> None:
        self._entered = self._entered[:-1]
        self._go_on()

    def _may_enter(self) -> bool:
        return not self._is_trying and self._guard.wait_s == 0

    def _try(self) -> None:
        """Try what was entered; in a thread, because a hash takes its time, and a slow disk too."""
        if self._entered and self._may_enter():
            self._is_trying = True
            threading.Thread(target=self._look_up, args=(self._entered,), name="pin").start()
        self._go_on()

    def _look_up(self, entered: str) -> None:
        self._tried.emit(self._guard.admits(entered))

    def _take_answer(self, is_right: bool) -> None:
        self._is_trying, self._entered = False, ""
        self._was_wrong = not is_right
        if not self.isVisible():
            return
        if is_right:
            self._leave()
            self.admitted.emit()
        else:
            self._go_on()

    def _leave(self) -> None:
        self._entered = ""
        self._ticks.stop()
        self._gives_up.stop()
        self.hide()

    def _go_on(self) -> None:
        self._gives_up.start()
        self._show_state()

    def _show_state(self) -> None:
        wait_s = math.ceil(self._guard.wait_s)
        self._dots.setText(_DOT * len(self._entered))
        if wait_s:
            self._told.setText(self.tr("Wrong. Wait {seconds} s.").format(seconds=wait_s))
        else:
            self._told.setText(self.tr("Wrong. Try again.") if self._was_wrong else "")
        for key in (*self.keys.values(), self.enter_key):
            key.setEnabled(wait_s == 0)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("PIN"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.back_key.setAccessibleName(self.tr("Delete the last digit"))
        self.enter_key.setAccessibleName(self.tr("Enter"))
        self.setAccessibleName(self.tr("PIN of the staff"))
        self._show_state()

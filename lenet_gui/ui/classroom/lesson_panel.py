"""The panel of a lesson: it takes the place of the pad's tools below the pad."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from lenet_gui.ui import icons
from lenet_gui.ui.classroom.announcement import announce
from lenet_gui.ui.classroom.large_text import LargeText, plain
from lenet_gui.ui.classroom.number_row import NumberRow

_TARGET = 40
"""Least side of a button, in pixels."""

_ICON_LINES = 1.3
_BUTTON_LINES = 2.2
"""Sides of an icon and of its button, in lines of the text."""

_SPACING, _MARGIN, _ROUND = 10, 8, 8
_TITLE, _TEXT = 1.6, 2.0
"""Sizes of title and text where there is room, in sizes of the window's text."""

_BETWEEN = 6
_MOST_OF_HEIGHT = 0.12
"""A button has no more of the panel's height than this, however large a target is wanted."""

_LINES_HIGH, _LINES_WIDE = 22, 15
"""Height and width of the panel are so many sizes of its text at least."""

_TURNS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_CLICKER = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class LessonPanel(QWidget):
    """Steps in a row, a title, a text, room for what a lesson brings along, and buttons.

    Arrows and the space bar turn while the panel has the focus, PageUp and PageDown wherever it
    is in the window: that is what a presenter's clicker sends.

    Signals:
        turned(int): on by so many steps, 1 or −1.
        jumped(int): to a step, from 0.
        left(): the person is done with the lesson.
        clear_wanted(): the pad is to be cleared.
    """

    turned = Signal(int)
    jumped = Signal(int)
    left = Signal()
    clear_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._said, self._target = "", 0
        self.steps = NumberRow(self)
        self.steps.chosen.connect(self.jumped)
        self.title = LargeText(self, largest=_TITLE, lines=1, weight=QFont.Weight.DemiBold)
        self.text = LargeText(self, largest=_TEXT)
        self._extra = QVBoxLayout()
        self._extra.setSpacing(_SPACING)
        self.back_button, self.next_button = self._button(), self._button()
        self.clear_button, self.leave_button = self._button(), self._button()
        self.back_button.clicked.connect(lambda: self.turned.emit(-1))
        self.next_button.clicked.connect(lambda: self.turned.emit(1))
        self.clear_button.clicked.connect(self.clear_wanted)
        self.leave_button.clicked.connect(self.left)
        self._lay_out()
        self._take_keys()
        window.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retranslate()
        self._tint()

    def begin(self, *, can_turn: bool, centred: bool = False) -> None:
        """Take another lesson, with nothing of the one before."""
        self._said = ""
        self.show_steps((), (), -1)
        for text in (self.title, self.text):
            text.centre(centred=centred)
        self.resize_title(_TITLE)
        self.back_button.setVisible(can_turn)
        for button in self._buttons():
            button.setEnabled(True)
        self.next_button.show()
        self.clear_button.show()
        while (item := self._extra.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def set_target(self, least: int) -> None:
        """Have no button smaller than so many pixels a side, as far as there is room."""
        self._target = least
        self._fit_text()
        self._measure()

    def add(self, widget: QWidget) -> None:
        """Add something of a lesson's own below the text."""
        self._extra.addWidget(widget)

    def resize_title(self, largest: float) -> None:
        """Let the title be so large, in sizes of the window's text."""
        self.title.resize_text(largest, 1)

    def show_steps(self, labels: Sequence[str], names: Sequence[str], lit: int) -> None:
        """Show where one is among steps, each with a label and a name in words."""
        self.steps.setVisible(bool(labels))
        if labels:
            self.steps.offer(labels, names)
            self.steps.light(lit)

    def say(self, title: str, text: str, *, aloud: bool = True) -> None:
        """Show a title and a text, both markup with <b> alone; a screen reader says them.

        Args:
            title: a few words.
            text: two or three sentences.
            aloud: whether it is news: live numbers are no reason to speak again.
        """
        self.title.say(title)
        self.text.say(text)
        self.text.setVisible(bool(text))
        said = f"{plain(title)}. {plain(text)}"
        self.setAccessibleName(plain(title))
        self.setAccessibleDescription(plain(text))
        if aloud and said != self._said:
            self._said = said
            announce(self, said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the window's new size of text, as far as there is room."""
        if event.type() == QEvent.Type.FontChange:
            self._fit_text()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See how large the text may be."""
        super().resizeEvent(event)
        self._fit_text()
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Turn by an arrow or the space bar, jump by what a step is called."""
        labels = [button.text() for button in self.steps.buttons if self.steps.isVisible()]
        if (by := _TURNS.get(Qt.Key(event.key()))) is not None:
            self.turned.emit(by)
        elif event.text() in labels:
            self.jumped.emit(labels.index(event.text()))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, take the new theme's colours and the new size of text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        if event.type() == QEvent.Type.FontChange:
            self._measure()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a sheet like the pad's, and around it where the focus is."""
        super().paintEvent(event)
        role, width = QPalette.ColorRole.Mid, 1
        if self.hasFocus():
            role, width = QPalette.ColorRole.Highlight, 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(role), width))
            painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND, _ROUND)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(_BETWEEN)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        foot.addStretch(1)
        foot.addWidget(self.clear_button)
        foot.addWidget(self.leave_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_SPACING)
        column.addWidget(self.steps)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        column.addLayout(self._extra)
        column.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._measure()

    def _take_keys(self) -> None:
        """What clickers send is taken wherever the focus is, while the panel is seen."""
        for key, by in _CLICKER.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda by=by: self.turned.emit(by))

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _fit_text(self) -> None:
        """Take the window's text, or smaller: buttons, title and text have to have room."""
        most = min(self.height() / _LINES_HIGH, self.width() / _LINES_WIDE)
        pixels = min(self.window().font().pixelSize(), round(most))
        font = self.font()
        if pixels > 0 and pixels != font.pixelSize():
            font.setPixelSize(pixels)
            self.setFont(font)

    def _measure(self) -> None:
        line = self.fontMetrics().height()
        least = max(_TARGET, min(self._target, round(_MOST_OF_HEIGHT * self.height())))
        self.steps.set_target(min(least, self._target))
        side, icon = max(least, round(_BUTTON_LINES * line)), round(_ICON_LINES * line)
        for button in self._buttons():
            button.setFixedHeight(side)
            button.setMinimumWidth(min(least, (self.width() - 2 * _MARGIN) // 4 - _BETWEEN))
            button.setIconSize(QSize(icon, icon))

    def _buttons(self) -> tuple[QToolButton, ...]:
        return (self.back_button, self.next_button, self.clear_button, self.leave_button)

    def _tint(self) -> None:
        for button, name in zip(self._buttons(), ("back", "next", "clear", "close"), strict=True):
            button.setIcon(icons.tinted(name, self.palette()))

    def _retranslate(self) -> None:
        texts = (self.tr("Back"), self.tr("Next"), self.tr("Clear the pad"), self.tr("Leave"))
        for button, text in zip(self._buttons(), texts, strict=True):
            button.setAccessibleName(text)
            button.setToolTip(text)

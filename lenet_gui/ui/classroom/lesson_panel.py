"""The panel of a lesson: it takes the place of the pad's tools below the pad."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
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
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.ui.classroom.announcement import announce
from lenet_gui.ui.classroom.large_text import LargeText, plain
from lenet_gui.ui.classroom.lesson_buttons import LessonButtons
from lenet_gui.ui.classroom.number_row import NumberRow

_SPACING, _MARGIN, _ROUND = 10, 8, 8
_LOW, _LOW_SPACING = 320, 4
"""Height below which parts lie closer together, in pixels."""

_TITLE, _TEXT = 1.6, 2.0
"""Sizes of title and text where there is room, in sizes of the window's text."""

_LETTERS, _FEW_LETTERS = 180, 80
"""So many letters of text have to have room, before the steps have any."""

_LETTER, _LINE = 0.68, 1.35
"""Room that a letter takes, in squares of its size; height of a line, in sizes of the text."""

_MOST_OF_EXTRA = 1 / 3
"""Part of the panel's height that rows of pictures have at most, where fingers need large ones."""

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
        self._labels: tuple[str, ...] = ()
        self._title, self._letters, self._lit, self._needs_steps = "", _LETTERS, -1, False
        self.steps = NumberRow(self)
        self.steps.chosen.connect(self.jumped)
        self.title = LargeText(self, largest=_TITLE, lines=1, weight=QFont.Weight.DemiBold)
        self.text = LargeText(self, largest=_TEXT)
        self._extra = QVBoxLayout()
        self._extra.setSpacing(_SPACING)
        self.buttons = LessonButtons(self)
        self.buttons.turned.connect(self.turned)
        self.buttons.clear_wanted.connect(self.clear_wanted)
        self.buttons.left.connect(self.left)
        self._lay_out()
        self._take_keys()
        window.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def begin(self, *, can_turn: bool, centred: bool = False, needs_steps: bool = False) -> None:
        """Take another lesson, with nothing of the one before.

        Args:
            can_turn: whether there is a step before.
            centred: whether words are set in the middle.
            needs_steps: whether the steps are for more than a quick way; then they are always seen.
        """
        self._said, self._needs_steps = "", needs_steps
        self._letters = _FEW_LETTERS if needs_steps else _LETTERS
        self.show_steps((), (), -1)
        for text in (self.title, self.text):
            text.centre(centred=centred)
        self.resize_title(_TITLE)
        self.buttons.begin(can_turn=can_turn)
        while (item := self._extra.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def set_target(self, least: int) -> None:
        """Have no button smaller than so many pixels a side."""
        self._target = least
        self._fit_text()
        self._measure()

    def add(self, widget: QWidget) -> None:
        """Add something of a lesson's own below the text."""
        self._extra.addWidget(widget)
        self._measure()

    def has_room_for(self, part: QWidget) -> bool:
        """Whether there is room for something more below the text, with all else that is seen."""
        wanted = min(max(part.sizeHint().height(), part.minimumHeight()), part.maximumHeight())
        least = wanted + self._column.spacing()
        return self.height() >= self.minimumSizeHint().height() + least * part.isHidden()

    def resize_title(self, largest: float) -> None:
        """Let the title be so large, in sizes of the window's text."""
        self.title.resize_text(largest, 1)

    def show_steps(self, labels: Sequence[str], names: Sequence[str], lit: int) -> None:
        """Show where one is among steps, each with a label and a name in words."""
        self._lit, self._labels = lit, tuple(labels)
        if labels:
            self.steps.offer(labels, names)
            self.steps.light(lit)
        self._share_height()

    def say(self, title: str, text: str, *, aloud: bool = True) -> None:
        """Show a title and a text, both markup with <b> alone; a screen reader says them.

        Args:
            title: a few words.
            text: two or three sentences.
            aloud: whether it is news: live numbers are no reason to speak again.
        """
        self._title = title
        self.text.say(text)
        self.text.setVisible(bool(text))
        self._share_height()
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

    def event(self, event: QEvent) -> bool:
        """Share the height anew when a part comes or goes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_height()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Turn by an arrow or the space bar, jump by what a step is called."""
        labels = self._labels
        if (by := _TURNS.get(Qt.Key(event.key()))) is not None:
            self.turned.emit(by)
        elif event.text() in labels:
            self.jumped.emit(labels.index(event.text()))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the new size of text."""
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
        self.buttons.changed.connect(self._share_height)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_SPACING)
        column.addWidget(self.steps)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        column.addLayout(self._extra)
        column.addWidget(self.buttons)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._measure()

    def _take_keys(self) -> None:
        """What clickers send is taken wherever the focus is, while the panel is seen."""
        for key, by in _CLICKER.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda by=by: self.turned.emit(by))

    def _fit_text(self) -> None:
        """Take the window's text, or smaller: buttons, title and text have to have room."""
        most = min(self.height() / _LINES_HIGH, self.width() / _LINES_WIDE)
        pixels = min(self.window().font().pixelSize(), round(most))
        font = self.font()
        if pixels > 0 and pixels != font.pixelSize():
            font.setPixelSize(pixels)
            self.setFont(font)

    def _measure(self) -> None:
        self.buttons.measure(self._target)
        most = round(_MOST_OF_EXTRA * self.height()) if self._target else None
        for row in self.findChildren(NumberRow):
            row.set_target(self._target)
            if row is not self.steps:
                row.limit(most)
        self._share_height()

    def _share_height(self) -> None:
        """Have the steps seen as far as the text leaves room; without them the title counts."""
        parts = (self.buttons.sizeHint().height(), self._extra.minimumSize().height())
        between = _LOW_SPACING if self.height() < _LOW else _SPACING
        self._column.setSpacing(between)
        room = self.height() - sum(parts) - self._height_of_words() - 2 * _MARGIN - 4 * between
        has_room = room >= self.steps.row_height or self._needs_steps or not self._target
        is_seen = bool(self._labels) and has_room
        self.steps.limit(room if self._target else None)
        self.steps.setVisible(is_seen)
        counted = bool(self._labels) and not is_seen and self._lit >= 0
        far = f"{self._lit + 1}/{len(self._labels)}  " if counted else ""
        self.title.say(far + self._title)

    def _height_of_words(self) -> int:
        """What title and text need at least: letters are half as wide as high."""
        size = self.fontInfo().pixelSize()
        area = self._letters * size * size * _LETTER
        return round(area / max(1, self.width() - 2 * _MARGIN) + _TITLE * size * _LINE)

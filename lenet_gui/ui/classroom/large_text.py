"""Words as large as there is room for, wrapped; the numbers among them stand out."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.ui import lettering

_SMALLER = 0.94
"""From one size to the next that is tried."""

_LEAST = 10.0
"""The smallest text, in pixels."""

_SMALL = 12.0
"""The size that there is room for in any case, in pixels."""

_LINE, _HIGH_LINE = 1.35, 1.5
"""Height of a line, in sizes of its text; and where there is none to spare, of Chinese."""

_TITLE = 1.25
"""The smallest title, in sizes of the window's text."""

_TAG = re.compile(r"<[^>]*>")
_TOGETHER = re.compile(r" (?=[×%])|(?<=×) |(?<=&gt;) ")
"""Spaces at which no line ends: in `5 × 5` and in `> 99.9 %`."""


def bold(text: str) -> str:
    """Words that are to stand out, as markup."""
    return f"<b>{html.escape(text)}</b>"


def plain(markup: str) -> str:
    """Markup as it is read aloud."""
    words = html.unescape(_TAG.sub("", markup.replace("<br>", " ")))
    return words.replace("\u00a0", " ").replace("。 ", "。")


class LargeText(QWidget):
    """Shows markup whose only tag is <b>.

    Args:
        parent: owns it.
        largest: size of the text where there is room, in sizes of the window's.
        lines: it asks for the height of so many; 0: as high as there is room.
        weight: of the text.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        largest: float = 1.6,
        lines: int = 0,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        super().__init__(parent)
        self._markup = ""
        self._largest, self._lines, self._weight = largest, lines, weight
        self._align = Qt.AlignmentFlag.AlignLeft
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        upright = QSizePolicy.Policy.Maximum if lines else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Ignored, upright)

    @property
    def text(self) -> str:
        """What is said, without markup."""
        return plain(self._markup)

    @property
    def fits(self) -> bool:
        """Whether all of it is seen."""
        size = self._set(QRectF(self.rect())).size()
        return size.height() <= self.height() + 1 and size.width() <= self.width() + 1

    def say(self, markup: str) -> None:
        """Show this; sentences may be joined by spaces, which Chinese ones then lose."""
        markup = _TOGETHER.sub("\u00a0", markup.replace("。 ", "。"))
        if markup != self._markup:
            self._markup = markup
            self.setAccessibleName(self.text)
            self.update()

    def centre(self, *, centred: bool) -> None:
        """Set the words in the middle, or from the left."""
        self._align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        self.update()

    def resize_text(self, largest: float, lines: int) -> None:
        """Take another size where there is room, and another height."""
        self._largest, self._lines = largest, lines
        upright = QSizePolicy.Policy.Maximum if lines else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Ignored, upright)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """So many lines of the largest text."""
        return QSize(120, round((self._lines or 4) * self._size() * _LINE))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Less: the text is then smaller; a title is larger than the window's text still."""
        if not self._lines:
            return QSize(60, round(2 * min(self._size(), _SMALL) * _LINE))
        least = min(self._size(), max(_SMALL, _TITLE * self.fontInfo().pixelSize()))
        return QSize(60, round(self._lines * least * _HIGH_LINE))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the window's text."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the words, numbers in the accent colour."""
        room = self._set(QRectF(self.rect()))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self.palette()
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        context.palette.setColor(QPalette.ColorRole.Text, colour)
        with QPainter(self) as painter:
            painter.translate(0, room.top())
            self._document.documentLayout().draw(painter, context)

    def _size(self) -> float:
        return float(self._largest * self.fontInfo().pixelSize())

    def _set(self, room: QRectF) -> QRectF:
        """Set the words in the largest size that fits; returns where they come to lie."""
        accent = self.palette().color(QPalette.ColorRole.Accent).name()
        self._document.setDefaultStyleSheet(f"b {{ color: {accent}; font-weight: 600; }}")
        option = QTextOption(self._align)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        self._document.setDefaultTextOption(option)
        size = self._size()
        while True:
            self._document.setDefaultFont(lettering.sized(self.font(), size, self._weight))
            self._document.setHtml(self._markup)
            self._document.setTextWidth(room.width())
            needed = self._document.size()
            fits = needed.height() <= room.height() and (
                self._document.idealWidth() <= room.width() + 1
            )
            if fits or size <= _LEAST:
                break
            size = max(_LEAST, size * _SMALLER)
        top = max(0.0, (room.height() - needed.height()) / 2) if self._lines else 0.0
        return QRectF(0, top, self._document.idealWidth(), needed.height())

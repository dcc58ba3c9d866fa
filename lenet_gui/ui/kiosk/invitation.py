"""The invitation at the window's foot while the app draws by itself: in every language offered."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QLocale,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QTranslator,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui import paths
from lenet_gui.ui import lettering

_TOUCH = str(QT_TRANSLATE_NOOP("Invitation", "Touch to draw"))
_TOGETHER = 3
"""So many languages stand side by side; more take turns."""

_TURN_MS = 4000
_BETWEEN = "     ·     "
_LETTERS = 0.42
"""Height of the text, as a share of the pill's."""

_PILL = 0.86
_WIDEST = 0.9


def in_languages(languages: Sequence[str]) -> tuple[str, ...]:
    """What is said to visitors, in each of the languages by its code, none twice."""
    said: dict[str, None] = {}
    for code in languages:
        translator = QTranslator()
        folder = str(paths.resources() / "translations")
        is_there = translator.load(QLocale(code), "lenet_gui", "_", folder)
        said[(is_there and translator.translate("Invitation", _TOUCH)) or _TOUCH] = None
    return tuple(said)


class Invitation(QWidget):
    """One large line on the accent."""

    def __init__(self, languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = in_languages(languages)
        self._lines = (_BETWEEN.join(said),) if len(said) <= _TOGETHER else said
        self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ".join(said) or QCoreApplication.translate("Invitation", _TOUCH))
        if len(self._lines) > 1:
            turns = QTimer(self, interval=_TURN_MS)
            turns.timeout.connect(self._turn)
            turns.start()

    @property
    def text(self) -> str:
        """The line shown."""
        return self._lines[self._shown]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room."""
        return QSize(400, 100)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's names
        """Paint the line in its pill."""
        height = self.height() * _PILL
        font = lettering.sized(self.font(), height * _LETTERS, QFont.Weight.DemiBold)
        font = lettering.fitting(font, self.text, self.width() * _WIDEST - height)
        width = QFontMetricsF(font).horizontalAdvance(self.text) + 1.6 * height
        pill = QRectF(0, 0, min(width, self.width()), height)
        pill.moveCenter(QRectF(self.rect()).center())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(pill, height / 2, height / 2)
            painter.setPen(self.palette().color(QPalette.ColorRole.HighlightedText))
            painter.setFont(font)
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.text)

    def _turn(self) -> None:
        self._shown = (self._shown + 1) % len(self._lines)
        self.update()

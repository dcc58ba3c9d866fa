"""The inspector: what one unit adds up, live, in pictures and in numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from lenet_gui.recognition.explanation import Explanation
from lenet_gui.ui.elided_label import ElidedLabel
from lenet_gui.ui.network import inspector_forms
from lenet_gui.ui.network.inspector_forms import Sheet
from lenet_gui.ui.network.inspector_sheet import SheetPainter
from lenet_gui.ui.typesetter import Typesetter

_TARGET = 32
"""Least side of a button, in pixels."""

_LINES = 13
"""Height, in lines of text."""


class InspectorPaper(QWidget):
    """Where the sheet is painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self.hint = ""
        self._typesetter = Typesetter(self.font())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._typesetter = Typesetter(self.font())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the sheet, or in its place what is to be done for one."""
        with QPainter(self) as painter:
            if self.sheet is None:
                painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.hint)
                return
            size = self.font().pixelSize()
            brush = SheetPainter(painter, self.palette(), size, self._typesetter)
            brush.paint(QRectF(self.rect()), self.sheet)


class Inspector(QWidget):
    """A drawer that explains one unit; hidden while there is none, empty while there is no ink.

    Signals:
        closed(): the person is done with it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explanation: Explanation | None = None
        self._is_aside = False
        self._paper = InspectorPaper(self)
        self._title = ElidedLabel(self)
        self.close_button = QToolButton(self)
        self.close_button.setText("✕")
        self.close_button.setMinimumSize(_TARGET, _TARGET)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._paper, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._retranslate()
        self.hide()

    @property
    def explanation(self) -> Explanation | None:
        """What is shown."""
        return self._explanation

    @property
    def sheet(self) -> Sheet | None:
        """The same, as it is painted."""
        return self._paper.sheet

    @property
    def title(self) -> str:
        """Which unit it is, and its value."""
        return self._title.text()

    def show_explanation(self, explanation: Explanation | None, title: str = "") -> None:
        """Show what a unit adds up, under a title.

        None: nothing yet, but its name; without a title the drawer is closed.
        """
        self._explanation = explanation
        self._paper.sheet = None if explanation is None else inspector_forms.sheet(explanation)
        self._title.setText(title)
        self.setVisible(bool(title) and not self._is_aside)
        lines = (self._paper.hint,) if self._paper.sheet is None else self._paper.sheet.lines
        self._paper.setAccessibleDescription("\n".join(lines))
        self._paper.update()

    def set_aside(self, *, aside: bool) -> None:
        """Leave the place to another drawer, whatever there is to show, or take it again."""
        self._is_aside = aside
        self.setVisible(bool(self.title) and not aside)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A third of the page, with large text half: the network stays readable above it."""
        lines = round(_LINES * self.fontMetrics().height())
        page = self.parentWidget()
        return QSize(400, lines if page is None else min(lines, page.height() * 9 // 20))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, take the new size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What the unit adds up"))
        self._paper.setAccessibleName(self.accessibleName())
        self._paper.hint = self.tr("Draw, and what it adds up is seen here")
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close"))
        self.show_explanation(self._explanation, self.title)

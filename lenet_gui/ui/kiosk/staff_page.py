"""The staff's page: the settings that change, what was counted, what is wrong, and the way out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QScroller,
    QVBoxLayout,
    QWidget,
)

from lenet_gui import __version__
from lenet_gui.kiosk.config import KioskConfig
from lenet_gui.ui import lettering
from lenet_gui.ui.kiosk.overlay import Overlay
from lenet_gui.ui.kiosk.roomy_button import RoomyButton
from lenet_gui.ui.kiosk.staff_counts import StaffCounts
from lenet_gui.ui.kiosk.staff_form import StaffForm

_GIVES_UP_MS = 180_000
"""Forgotten for so long, it goes back to the visitors by itself."""

_TITLE = 0.042
_MARGIN = 0.03
_BESIDE_BAR = 20
"""Between the figures and the bar that scrolls them, in pixels."""


@dataclass(frozen=True)
class StaffFacts:
    """What the page tells beside the settings.

    Attributes:
        languages: names by code.
        models: titles by id.
        place: where changes are kept; None: nowhere, they hold until the program ends.
        wrong: what is wrong with the kiosk's file, and what went wrong since, in sentences.
    """

    languages: Mapping[str, str]
    models: Mapping[str, str]
    place: Path | None
    wrong: Sequence[str]


class StaffPage(Overlay):
    """Each setting is told as soon as it is chosen.

    Signals:
        chosen(str, object): a setting of `KioskConfig` by its name, and its new value.
        left(): back to the visitors.
        restart_wanted(), quit_wanted(): as they say.
    """

    chosen = Signal(str, object)
    left = Signal()
    restart_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, counts: Path, parent: QWidget) -> None:
        super().__init__(parent, veil=1.0)
        self._config = KioskConfig()
        self._facts = StaffFacts({}, {}, None, ())
        self.form = StaffForm(self)
        self.form.chosen.connect(self._choose)
        self.counts = StaffCounts(counts, self)
        self._title, self._counts_title, self._wrong_title = (
            QLabel(self),
            QLabel(self),
            QLabel(self),
        )
        self._wrong, self._place = self._text(), self._text()
        self.back_button = RoomyButton(self)
        self.restart_button, self.quit_button = RoomyButton(self), RoomyButton(self)
        self.back_button.clicked.connect(self.leave)
        self.restart_button.clicked.connect(self.restart_wanted)
        self.quit_button.clicked.connect(self.quit_wanted)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._gives_up = QTimer(self, singleShot=True, interval=_GIVES_UP_MS)
        self._gives_up.timeout.connect(self.leave)
        self._retranslate()

    @property
    def wrong(self) -> str:
        """What it says is wrong."""
        return self._wrong.text()

    @property
    def place(self) -> str:
        """What it says of where changes are kept."""
        return self._place.text()

    def show_facts(self, config: KioskConfig, facts: StaffFacts) -> None:
        """Show what holds, and come."""
        self._config, self._facts = config, facts
        self.counts.look_up()
        self._retranslate()
        self._gives_up.start()
        self._arrange()
        self.open()

    def show_place(self, place: Path | None, wrong: Sequence[str]) -> None:
        """Tell where changes are kept, and what is wrong."""
        facts = self._facts
        self._facts = StaffFacts(facts.languages, facts.models, place, wrong)
        self._tell()

    def stay(self) -> None:
        """Somebody is busy here."""
        if self.isVisible():
            self._gives_up.start()

    def leave(self) -> None:
        """Go back to the visitors."""
        self._gives_up.stop()
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the window."""
        margin = round(min(self.width(), self.height()) * _MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin)
        bold = QFont.Weight.DemiBold
        self._title.setFont(lettering.sized(self.font(), self.height() * _TITLE, bold))
        for title in (self._counts_title, self._wrong_title):
            title.setFont(lettering.sized(self.font(), self.font().pixelSize() * 1.2, bold))
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._arrange()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(12)
        for part in (self._counts_title, self.counts):
            beside.addWidget(part)
        beside.addSpacing(16)
        for part in (self._wrong_title, self._wrong, self._place):
            beside.addWidget(part)
        beside.addStretch(1)
        self._halves = halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        halves.setContentsMargins(0, 0, _BESIDE_BAR, 0)
        halves.setSpacing(56)
        halves.addWidget(self.form, 3)
        halves.addLayout(beside, 2)
        self._inner = inner = QWidget(self)
        inner.setLayout(halves)
        scrolled = QScrollArea(self)
        scrolled.setWidget(inner)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QScroller.grabGesture(scrolled.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.restart_button)
        foot.addWidget(self.quit_button)
        self._column.setSpacing(16)
        self._column.addWidget(self._title)
        self._column.addWidget(scrolled, 1)
        self._column.addLayout(foot)

    def _arrange(self) -> None:
        """What was counted beside the settings, or below them where there is no room."""
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight)
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - _BESIDE_BAR
        if self._inner.minimumSizeHint().width() > room:
            self._halves.setDirection(QBoxLayout.Direction.TopToBottom)

    def _text(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        return label

    def _choose(self, name: str, value: object) -> None:
        self._gives_up.start()
        self.chosen.emit(name, value)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Staff"))
        self._counts_title.setText(self.tr("Counted on this machine"))
        self._wrong_title.setText(self.tr("What is wrong"))
        self.back_button.setText(self.tr("Back to the visitors"))
        self.restart_button.setText(self.tr("Restart"))
        self.quit_button.setText(self.tr("Quit"))
        self.form.offer(self._config, self._facts.languages, self._facts.models)
        self._tell()

    def _tell(self) -> None:
        """Say where changes are kept, which program this is, and what is wrong."""
        if self._facts.place is None:
            kept = self.tr("Changes hold until the program ends: there is no file to keep them in.")
        else:
            kept = self.tr("Changes are kept in {path}.").format(path=self._facts.place)
        self._place.setText(f"{kept}\nLeNet GUI {__version__}")
        self._wrong.setText("\n".join(self._facts.wrong) or self.tr("Nothing."))

"""Prods the input from the page with the whole network: the drawer, the mark, the motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.recognition.prodding import NEUTRAL, Prodding
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.icon_button import IconButton
from lenet_gui.ui.network.inspector import Inspector
from lenet_gui.ui.network.network_view import NetworkView

if TYPE_CHECKING:
    from lenet_gui.ui.network.prod_panel import ProdPanel
    from lenet_gui.ui.network.prodded_mark import ProddedMark
    from lenet_gui.ui.network.wandering import Wandering

_FIGURE = 440
"""Height that figure and controls want before there is room for two drawers, in pixels."""

_MARGIN = 8
"""Between the mark and the edges of the figure, in pixels."""


class Prodder(QObject):
    """Holds what is done to the input, and lets hands and time change it.

    The drawer takes the inspector's place where there is no room for both. What is done stays when
    it is closed; then a mark on the figure tells it, with the way back. Nothing of all this is made
    before it is first wanted.

    Attributes:
        button: opens and closes the drawer, as the key P does.
        panel, mark: None until the drawer is opened for the first time.

    Signals:
        changed(): something else is done to the input.
    """

    changed = Signal()

    def __init__(self, page: QWidget, view: NetworkView, inspector: Inspector) -> None:
        super().__init__(page)
        self._page, self._view, self._inspector = page, view, inspector
        self._prodding = NEUTRAL
        self._reading: Reading | None = None
        self._motion = True
        self._is_aside = False
        self.panel: ProdPanel | None = None
        self.mark: ProddedMark | None = None
        self._wandering: Wandering | None = None
        self.button = IconButton("prod", page)
        self.button.setCheckable(True)
        self.button.clicked.connect(self._open)
        self._key = QShortcut(QKeySequence(Qt.Key.Key_P), page, self._toggle)
        page.installEventFilter(self)
        self._retranslate()

    @property
    def prodding(self) -> Prodding:
        """What is done to the input."""
        return NEUTRAL if self._is_aside else self._prodding

    @property
    def is_open(self) -> bool:
        """Whether the drawer is."""
        return self.button.isChecked()

    def prod(self, prodding: Prodding) -> None:
        """Have this done to the input."""
        if prodding == self._prodding:
            return
        self._prodding = prodding
        if self.panel is not None:
            self.panel.show_prodding(prodding)
        self._show_mark()
        self.changed.emit()

    def reset(self) -> None:
        """Have nothing done to the input."""
        self.rest()
        self.prod(NEUTRAL)

    def rest(self) -> None:
        """Let no amount wander any more; all stay where they are."""
        self._wander(wanted=False)

    def back(self) -> bool:
        """Close the drawer; returns whether it was open."""
        was_open = self.is_open
        if was_open:
            self._toggle()
        return was_open

    def set_aside(self, *, aside: bool) -> None:
        """Let nothing be done to the input for a while; what was done is done again then."""
        if aside == self._is_aside:
            return
        self.rest()
        if self.is_open:
            self.button.setChecked(False)
            self._open(wanted=False)
        self._is_aside = aside
        self.button.setEnabled(not aside)
        self._key.setEnabled(not aside)
        self._show_mark()
        self.changed.emit()

    def set_motion(self, *, motion: bool) -> None:
        """Let the amounts wander if somebody wants them to, or never."""
        self._motion = motion
        if not motion:
            self.rest()
        self._show_motion()

    def show_reading(self, reading: Reading | None) -> None:
        """Show a reading's input in the drawer."""
        self._reading = reading
        if self.panel is not None and self.is_open:
            self.panel.show_reading(reading)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Watch the page: out of sight nothing wanders, and what is over it grows with it."""
        if event.type() == QEvent.Type.Hide:
            self.rest()
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._fit()
        return super().eventFilter(watched, event)

    def _toggle(self) -> None:
        """Open or close the drawer by key."""
        self._page.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self.button.setChecked(not self.is_open)
        self._open(self.is_open, Qt.FocusReason.ShortcutFocusReason)

    def _open(self, wanted: bool, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        panel = self.panel or self._make_panel()
        panel.setVisible(wanted)
        self._share_room()
        self._show_mark()
        self.show_reading(self._reading)
        (panel if wanted else self._view).setFocus(reason)

    def _make_panel(self) -> ProdPanel:
        from lenet_gui.ui.network.prod_panel import ProdPanel  # noqa: PLC0415 - not at start
        from lenet_gui.ui.network.prodded_mark import ProddedMark  # noqa: PLC0415

        self.panel, self.mark = ProdPanel(self._page), ProddedMark(self._view)
        self.panel.chosen.connect(self.prod)
        self.panel.held.connect(self.rest)
        self.panel.motion_wanted.connect(lambda wanted: self._wander(wanted=wanted))
        # Not at once: only when it is laid out again does it know how high it wants to be.
        self.panel.arranged.connect(self._share_room, Qt.ConnectionType.QueuedConnection)
        self.panel.closed.connect(self.button.click)
        self.panel.reset.connect(self.reset)
        self.mark.reset.connect(self.reset)
        over_the_figure = QVBoxLayout(self._view)
        over_the_figure.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        over_the_figure.addStretch()
        over_the_figure.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        column = self._page.layout()
        assert column is not None, "the page has one"
        column.addWidget(self.panel)
        self._fit()
        self._show_motion()
        return self.panel

    def _fit(self) -> None:
        if self.panel is not None and self.mark is not None:
            self.panel.fit(self._page)
            self.mark.setFont(self.panel.font())
            self._share_room()

    def _share_room(self) -> None:
        """Have the inspector beside the drawer only where both leave the figure its room."""
        drawers = [self._inspector] if self.panel is None else [self._inspector, self.panel]
        left = self._page.height() - sum(drawer.sizeHint().height() for drawer in drawers)
        self._inspector.set_aside(aside=self.is_open and left < _FIGURE)

    def _wander(self, *, wanted: bool) -> None:
        if wanted and self._motion:
            if self._wandering is None:
                self._wandering = self._make_wandering()
            self._wandering.start(self._prodding)
        elif self._wandering is not None:
            self._wandering.stop()
        self._show_motion()

    def _make_wandering(self) -> Wandering:
        from lenet_gui.ui.network.wandering import Wandering  # noqa: PLC0415 - not at start

        made = Wandering(self)
        made.moved.connect(self.prod)
        return made

    def _show_motion(self) -> None:
        if self.panel is not None:
            goes = self._wandering is not None and self._wandering.goes
            self.panel.show_motion(goes=goes, allowed=self._motion)

    def _show_mark(self) -> None:
        """The drawer tells it itself while it is open."""
        if self.mark is not None:
            self.mark.setVisible(not self.prodding.is_neutral and not self.is_open)

    def _retranslate(self) -> None:
        self.button.set_name(
            self.tr("Prod"), self.tr("Shift, turn and distort the input; the key P does it too")
        )

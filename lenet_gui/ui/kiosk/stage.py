"""The locked window that visitors see: the app's window, and below it bar or invitation."""

from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from lenet_gui.settings import TextSize
from lenet_gui.ui import text_size
from lenet_gui.ui.folding_row import FoldingRow
from lenet_gui.ui.kiosk.locked_window import LockedWindow

_INVITATION = 0.13
"""Height of the invitation, as a share of the window's."""

_LARGEST_OF_BAR: TextSize = 150
"""In percent: larger words would not all have their place in one row."""


class Stage(LockedWindow):
    """Holds a window, as its part, above a foot of two faces.

    Args:
        bar: the foot while somebody is there.
        invitation: the foot while nobody is.
    """

    def __init__(self, bar: FoldingRow, invitation: QWidget) -> None:
        super().__init__()
        self._bar, self._invitation = bar, invitation
        self._window: QWidget | None = None
        self._text_size: TextSize = 100
        self._foot = QStackedWidget(self)
        self._foot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._foot.addWidget(bar)
        self._foot.addWidget(invitation)
        bar.changed.connect(self._fit)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the screen's size
        self._column.addWidget(self._foot)

    @property
    def is_inviting(self) -> bool:
        """Whether the invitation is seen."""
        return self._foot.currentWidget() is self._invitation

    def show_window(self, window: QWidget) -> None:
        """Take a window in place of the one before, which goes."""
        if self._window is not None:
            self._column.removeWidget(self._window)
        self._window = window
        self._column.insertWidget(0, window, 1)
        window.show()

    def invite(self, *, invites: bool) -> None:
        """Show the invitation, or the bar."""
        self._foot.setCurrentWidget(self._invitation if invites else self._bar)
        self._fit()

    def set_text_size(self, size: TextSize) -> None:
        """Have the bar's text so large, in percent."""
        self._text_size = size
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let everything grow with the window."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        font = self.font()
        font.setPixelSize(text_size.pixels(self.size(), 100))
        self.setFont(font)
        margin = text_size.margin(self.size())
        for face in (self._bar, self._invitation):
            face.setContentsMargins(margin, 0, margin, margin)
        self._fit_bar(font, self.width() - 2 * margin)
        height = round(self.height() * _INVITATION)
        self._invitation.setFixedHeight(height)
        self._foot.setFixedHeight(height if self.is_inviting else self._bar.sizeHint().height())

    def _fit_bar(self, font: QFont, room: int) -> None:
        """Have its words as large as was chosen, or as fit in one row; it folds before none do."""
        ordinary = text_size.pixels(self.size(), 100)
        wanted = text_size.pixels(self.size(), min(self._text_size, _LARGEST_OF_BAR))
        for pixels in range(wanted, ordinary - 1, -1):
            font.setPixelSize(pixels)
            self._bar.setFont(font)
            if self._bar.line_width <= room:
                break

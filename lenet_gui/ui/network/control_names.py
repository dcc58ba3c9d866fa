"""Names stand beside the icons of a row of buttons where there is room for them."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from lenet_gui.ui.icon_button import IconButton

_SPACE = 14
"""From a button to the next, in pixels, with what parts groups of them."""

_TOLD_LETTERS = 12
"""Width that is left for what is told between them, in letters."""


def show(row: QWidget, width: int) -> None:
    """Show the names of all buttons with icons in a row of this width, or of none of them."""
    named = row.findChildren(IconButton)
    for button in named:
        button.show_name(shown=True)
    seen = [one for one in row.findChildren(QAbstractButton) if one.isVisibleTo(row)]
    needed = sum(max(one.sizeHint().width(), one.minimumWidth()) + _SPACE for one in seen)
    told = _TOLD_LETTERS * row.fontMetrics().averageCharWidth()
    if needed + told > width:
        for button in named:
            button.show_name(shown=False)

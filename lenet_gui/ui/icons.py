"""Icons: one-colour SVGs tinted from the palette, so that a theme needs no second set."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap

from lenet_gui import paths

_DRAWN_IN = "#000"
"""The one colour the files are drawn in."""

_SIDE = 96
"""Pixels of the rendering; large enough for a button on a 4K screen."""


def tinted(name: str, palette: QPalette) -> QIcon:
    """The icon `name` in the colours of button text: enabled, disabled, and of a page shown."""
    svg = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    icon = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = palette.color(group, QPalette.ColorRole.ButtonText)
        icon.addPixmap(_render(svg.replace(_DRAWN_IN, colour.name()), colour.alphaF()), mode)
    colour = palette.color(QPalette.ColorRole.HighlightedText)
    on = _render(svg.replace(_DRAWN_IN, colour.name()), 1.0)
    icon.addPixmap(on, QIcon.Mode.Normal, QIcon.State.On)
    return icon


def application() -> QIcon:
    """The program's own icon."""
    return QIcon(str(paths.resources() / "icons" / "lenet-gui-256.png"))


def _render(svg: str, opacity: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the window need not wait for it

    pixmap = QPixmap(_SIDE, _SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, _SIDE, _SIDE))
    painter.end()
    return pixmap

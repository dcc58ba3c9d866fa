"""Icons: one-colour SVGs tinted from the palette, so that a theme needs no second set."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPalette, QPixmap

from lenet_gui import paths

_DRAWN_IN = "#000"
"""The one colour the files are drawn in."""

_SIDE = 96
"""Pixels of the rendering; large enough for a button on a 4K screen."""


def tinted(name: str, palette: QPalette) -> QIcon:
    """The icon `name` in the colours of button text: enabled, disabled, and of a page shown."""
    icon = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = palette.color(group, QPalette.ColorRole.ButtonText)
        image = _rendered(name, colour.name(), colour.alphaF())
        icon.addPixmap(QPixmap.fromImage(image), mode)
    colour = palette.color(QPalette.ColorRole.HighlightedText)
    on = _rendered(name, colour.name(), 1.0)
    icon.addPixmap(QPixmap.fromImage(on), QIcon.Mode.Normal, QIcon.State.On)
    return icon


def application() -> QIcon:
    """The program's own icon."""
    return QIcon(str(paths.resources() / "icons" / "lenet-gui-256.png"))


@cache
def _rendered(name: str, colour: str, opacity: float) -> QImage:
    """An icon in one colour; kept, since a kiosk makes every window of the day from the same."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the window need not wait for it

    svg = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(opacity)
    tinted_svg = QByteArray(svg.replace(_DRAWN_IN, colour).encode())
    QSvgRenderer(tinted_svg).render(painter, QRectF(0, 0, _SIDE, _SIDE))
    painter.end()
    return image

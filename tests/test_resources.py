"""Fonts, colours and icons are whole and fit what they are for."""

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from fontTools.ttLib import TTFont
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

RESOURCES = Path(__file__).parent.parent / "resources"
FONTS = sorted((RESOURCES / "fonts").glob("*.otf"))
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
APP_ICON = RESOURCES / "icons" / "lenet-gui.svg"


ROUNDING = 0.3
"""Lightness that rounding to 8 bits can take back from one colour to the next."""


def lightness(name: str) -> NDArray[np.float64]:
    """CIE lightness L*, 0 to 100, of each of a colour map's 256 colours."""
    lines = (RESOURCES / "colormaps" / f"{name}.txt").read_text("ascii").split()
    srgb = np.array([[int(line[i : i + 2], 16) for i in (1, 3, 5)] for line in lines]) / 255
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    luminance = linear @ [0.2126, 0.7152, 0.0722]
    assert luminance.shape == (256,)
    return np.where(luminance > 216 / 24389, 116 * np.cbrt(luminance) - 16, luminance * 24389 / 27)


@pytest.mark.parametrize("path", sorted(RESOURCES.glob("translations/*.ts")), ids=lambda p: p.stem)
def test_bundled_fonts_hold_every_character_that_is_said(path: Path) -> None:
    said = set("".join(ElementTree.parse(path).getroot().itertext()))
    held = set[str]().union(*(map(chr, TTFont(font).getBestCmap()) for font in FONTS))
    assert sorted(said - held - {"\n"}) == [], "run: make fonts"


@pytest.mark.parametrize("name", ["Inter-Regular.otf", "Inter-SemiBold.otf"])
def test_latin_fonts_hold_the_signs_that_figures_and_formulas_need(name: str) -> None:
    held = set(map(chr, TTFont(RESOURCES / "fonts" / name).getBestCmap()))
    assert set("0123456789%×−±≤≥≈Σσ∞√·…–—→←↑↓°") <= held


def test_every_font_stands_in_the_list_with_its_licence() -> None:
    listed = (RESOURCES / "fonts" / "README.md").read_text("utf-8")
    assert FONTS
    assert [font.name for font in FONTS if font.name not in listed] == []
    assert "SIL OPEN FONT LICENSE" in (RESOURCES / "fonts" / "OFL.txt").read_text("utf-8")


@pytest.mark.parametrize(("name", "outwards"), [("berlin", 1), ("vik", -1)])
def test_diverging_maps_change_lightness_evenly_from_the_middle(name: str, outwards: int) -> None:
    levels = lightness(name) * outwards
    below, above = levels[:128][::-1], levels[128:]
    for side in (below, above):
        steps = np.diff(side)
        assert (steps > -ROUNDING).all()
        assert side[-1] - side[0] > 50
    assert abs(below[-1] - above[-1]) < 10  # neither sign outshines the other


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_icons_can_be_drawn_and_are_of_one_colour_to_be_tinted(path: Path) -> None:
    assert QSvgRenderer(str(path)).isValid()
    if path != APP_ICON:
        elements = ElementTree.parse(path).iter()
        colours = {e.get(a) for e in elements for a in ("fill", "stroke")} - {None, "none"}
        assert colours == {"#000"}


def test_pictures_of_the_app_icon_are_as_large_as_they_are_named() -> None:
    pictures = sorted(APP_ICON.parent.glob("lenet-gui-*.png"))
    assert len(pictures) == 8
    for picture in pictures:
        side = int(picture.stem.removeprefix("lenet-gui-"))
        image = QImage(str(picture))
        assert (image.width(), image.height()) == (side, side)

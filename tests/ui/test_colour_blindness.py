"""What colours say is seen by colour-blind eyes too, by simulation.

Full deuteranopia, protanopia and tritanopia after Machado, Oliveira and Fernandes (2009), "A
physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15(6), severity
1.0, on linear RGB. Differences are CIE 1976 ΔE*ab under D65: 2.3 is just noticeable.
"""

from typing import get_args

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QPalette

from lenet_gui.settings import LookName
from lenet_gui.ui import colormap, theme

Role = QPalette.ColorRole
Colours = NDArray[np.float64]

EYES = {
    "all cones": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
STEPS = 8
"""Data levels that have to be told apart on either side of zero."""

TOLD_APART = 4.0
"""Between neighbouring levels: nearly twice what is just noticed."""

MEANS_SOMETHING_ELSE = 20.0
"""Between colours whose difference has a meaning of its own: seen at a glance."""

LOOKS: tuple[LookName, ...] = get_args(LookName)

every_eye = pytest.mark.parametrize("eyes", EYES)
every_look = pytest.mark.parametrize("look", LOOKS)


def lab(colours: list[QColor], eyes: str) -> Colours:
    """CIELAB (N, 3) of sRGB colours as some eyes see them."""
    srgb = np.array([[c.redF(), c.greenF(), c.blueF()] for c in colours])
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    seen = (linear @ EYES[eyes].T).clip(0, 1)
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    xyz = seen @ to_xyz.T / np.array([0.95047, 1.0, 1.08883])
    root = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    x, y, z = root.T
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=1)


def difference(one: QColor, other: QColor, eyes: str) -> float:
    first, second = lab([one, other], eyes)
    return float(np.linalg.norm(first - second))


def test_the_simulation_knows_red_from_green_only_with_all_cones() -> None:
    red, green = QColor(190, 60, 40), QColor(110, 110, 30)
    assert difference(red, green, "all cones") > 3 * difference(red, green, "deuteranopia")


@every_eye
@every_look
@pytest.mark.parametrize("has_signs", [True, False])
def test_neighbouring_levels_of_a_colour_map_are_told_apart(
    look: LookName, eyes: str, has_signs: bool
) -> None:
    colours = colormap.diverging(theme.palette(look), has_signs=has_signs)
    lowest = -STEPS if has_signs else 0
    levels = [colours.colour(step / STEPS) for step in range(lowest, STEPS + 1)]
    steps = np.linalg.norm(np.diff(lab(levels, eyes), axis=0), axis=1)
    assert steps.min() >= TOLD_APART


@every_eye
@every_look
def test_what_is_positive_is_told_from_what_is_negative(look: LookName, eyes: str) -> None:
    colours = colormap.diverging(theme.palette(look))
    for share in (0.25, 0.5, 0.75, 1.0):
        apart = difference(colours.colour(share), colours.colour(-share), eyes)
        assert apart >= MEANS_SOMETHING_ELSE, share


@every_eye
@every_look
def test_more_is_always_farther_from_zero_in_lightness(look: LookName, eyes: str) -> None:
    colours = colormap.diverging(theme.palette(look))
    for sign in (-1, 1):
        levels = [colours.colour(sign * step / STEPS) for step in range(STEPS + 1)]
        lightness = lab(levels, eyes)[:, 0]
        away = np.diff(lightness) * (1 if theme.is_dark(theme.palette(look)) else -1)
        assert (away[1:] > 0).all()


@every_eye
@every_look
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Role.Accent, Role.PlaceholderText),  # the bar of what is read, and the others
        (Role.Accent, Role.Button),  # a bar on its track
        (Role.Accent, Role.Mid),  # a connection that is lit, and one that is not
        (Role.Accent, Role.Window),  # an outline
        (Role.Highlight, Role.Button),  # a page that is shown, and one that is not
        (Role.Highlight, Role.Mid),  # the focus, and a frame
        (Role.Text, Role.PlaceholderText),  # what is read, and what is not
    ],
)
def test_states_are_told_apart(look: LookName, eyes: str, one: Role, other: Role) -> None:
    colours = theme.palette(look)
    apart = difference(colours.color(one), colours.color(other), eyes)
    assert apart >= MEANS_SOMETHING_ELSE

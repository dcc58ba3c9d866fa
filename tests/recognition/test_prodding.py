"""What the network sees of a drawing that is prodded."""

import cmath
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.network.card import card_path
from lenet_gui.recognition import ink, prodded
from lenet_gui.recognition.drawing import PICTURE_SHARE, Drawing, Input
from lenet_gui.recognition.prodding import LINE, NEUTRAL, Prodding
from lenet_gui.recognition.recognizer import Recognizer
from tests.handwritten_digits import handwritten_digits

_places = st.integers(0, 64).map(lambda part: part / 64)
_drawings = st.lists(
    st.lists(st.tuples(_places, _places), min_size=1, max_size=10), min_size=1, max_size=4
).map(lambda strokes: Drawing(tuple(np.array(points, np.float32) for points in strokes)))
_proddings = st.builds(
    Prodding,
    across=st.floats(-12, 12),
    down=st.floats(-12, 12),
    scale=st.floats(0.5, 1.5),
    rotation=st.floats(-180, 180),
    shear=st.floats(-45, 45),
    line=st.floats(1, 6),
    noise=st.floats(0, 0.5),
    grain=st.floats(0, 100),
    centred=st.booleans(),
)
_quick = settings(deadline=None, max_examples=40)

SEVEN = Drawing(
    (
        np.array([(0.3, 0.25), (0.65, 0.25)], np.float32),
        np.array([(0.65, 0.25), (0.4, 0.85)], np.float32),
    )
)
HANDWRITTEN = Drawing(picture=handwritten_digits()[15], is_input=True)


def photograph() -> Drawing:
    """A picture wider than high, with a bar left of its middle."""
    picture = np.zeros((60, 100), np.float32)
    picture[10:50, 20:30] = 1
    return Drawing(picture=picture)


ALL_KINDS = pytest.mark.parametrize(
    "drawing", [SEVEN, HANDWRITTEN, photograph()], ids=["strokes", "input", "picture"]
)


def centre(seen: Input) -> complex:
    """Where the mass lies, from the middle."""
    middles = np.arange(32) - 15.5
    return complex(seen.sum(axis=0) @ middles, seen.sum(axis=1) @ middles) / float(seen.sum())


def axis(seen: Input) -> float:
    """The direction in which most of the ink lies: degrees clockwise from the right, to 180."""
    middles = np.arange(32) - 15.5
    places = (middles + 1j * middles[:, None]) - centre(seen)
    return math.degrees(float(np.angle((seen * places**2).sum()))) / 2 % 180


def apart(one: float, other: float) -> float:
    """Degrees between two directions."""
    return abs((one - other + 90) % 180 - 90)


@_quick
@given(_drawings, st.floats(0, 100))
def test_without_prodding_the_input_is_the_same_to_the_bit(drawing: Drawing, grain: float) -> None:
    expected = ink.normalize(drawing)
    for neutral in (NEUTRAL, Prodding(grain=grain)):
        assert neutral.is_neutral
        assert np.array_equal(prodded.normalize(drawing, neutral), expected)


@ALL_KINDS
def test_a_picture_without_prodding_is_the_same_to_the_bit(drawing: Drawing) -> None:
    assert np.array_equal(prodded.normalize(drawing, Prodding()), ink.normalize(drawing))


@_quick
@given(_drawings, _proddings)
def test_whatever_is_done_the_input_is_ink_from_0_to_1(
    drawing: Drawing, prodding: Prodding
) -> None:
    for each in (drawing, HANDWRITTEN, photograph()):
        seen = prodded.normalize(each, prodding)
        assert seen.shape == (32, 32)
        assert seen.dtype == np.float32
        assert seen.min() >= 0
        assert seen.max() <= 1
        assert np.array_equal(prodded.normalize(each, prodding), seen)


@ALL_KINDS
@_quick
@given(across=st.integers(-3, 3), down=st.integers(-2, 2))
def test_a_shift_by_pixels_moves_the_input_by_as_many(
    drawing: Drawing, across: int, down: int
) -> None:
    seen = prodded.normalize(drawing, Prodding(across=across, down=down))
    shifted = np.roll(ink.normalize(drawing), (down, across), (0, 1))
    np.testing.assert_allclose(seen, shifted, atol=2e-3)


@ALL_KINDS
@_quick
@given(across=st.floats(-3, 3), down=st.floats(-2, 2))
def test_the_mass_moves_with_a_shift_by_parts_of_a_pixel(
    drawing: Drawing, across: float, down: float
) -> None:
    seen = prodded.normalize(drawing, Prodding(across=across, down=down))
    moved = centre(seen) - centre(ink.normalize(drawing))
    assert abs(moved - complex(across, down)) < 0.2


@ALL_KINDS
@_quick
@given(rotation=st.floats(-180, 180))
def test_the_ink_turns_clockwise_by_the_angle(drawing: Drawing, rotation: float) -> None:
    before = ink.normalize(drawing)
    turned = prodded.normalize(drawing, Prodding(rotation=rotation))
    assert apart(axis(turned), axis(before) + rotation) < 2
    assert abs(centre(turned) - centre(before) * cmath.rect(1, math.radians(rotation))) < 0.2


@ALL_KINDS
def test_turned_by_a_quarter_rows_are_columns(drawing: Drawing) -> None:
    turned = prodded.normalize(drawing, Prodding(rotation=90))
    np.testing.assert_allclose(turned, np.rot90(ink.normalize(drawing), -1), atol=2e-3)


@ALL_KINDS
def test_a_shear_slants_the_top_to_the_right_and_the_bottom_to_the_left(drawing: Drawing) -> None:
    before = ink.normalize(drawing)
    slanted = prodded.normalize(drawing, Prodding(shear=20))
    middles = np.arange(32) - 15.5
    to_the_right = slanted @ middles / slanted.sum(axis=1).clip(
        1e-6
    ) - before @ middles / before.sum(axis=1).clip(1e-6)
    ink_in_rows = np.minimum(slanted.sum(axis=1), before.sum(axis=1))
    slope = np.polyfit(middles, to_the_right, 1, w=ink_in_rows)[0]
    assert slope == pytest.approx(-math.tan(math.radians(20)), rel=0.1)


@ALL_KINDS
@pytest.mark.parametrize("scale", [0.5, 0.7, 1.2, 1.4])
def test_the_drawing_is_scaled(drawing: Drawing, scale: float) -> None:
    def spread(seen: Input) -> float:
        middles = np.arange(32) - 15.5
        return math.sqrt(float(seen.sum(axis=1) @ middles**2 / seen.sum()))

    seen = prodded.normalize(drawing, Prodding(scale=scale))
    assert spread(seen) == pytest.approx(spread(ink.normalize(drawing)) * scale, rel=0.06)


@_quick
@given(_drawings, st.floats(1, 6), st.floats(1, 6))
def test_a_wider_line_leaves_more_ink_everywhere(
    drawing: Drawing, one: float, other: float
) -> None:
    thin, wide = sorted((one, other))
    for each in (drawing, HANDWRITTEN):
        less, more = (prodded.normalize(each, Prodding(line=line)) for line in (thin, wide))
        assert (less <= more + 1e-5).all()
        assert wide - thin < 0.1 or less.sum() < more.sum()


@pytest.mark.parametrize("line", [1.5, 2.5, 4.0, 6.0])
def test_the_line_is_as_wide_as_it_says(line: float) -> None:
    upright = Drawing((np.array([(0.5, 0.1), (0.5, 0.9)], np.float32),))
    profile = prodded.normalize(upright, Prodding(line=line))[16]
    half = np.array([0.5])
    left = np.interp(half, profile[:17], np.arange(17))
    right = np.interp(half, profile[:15:-1], np.arange(31, 15, -1))
    assert float((right - left)[0]) == pytest.approx(line, abs=0.3)


def test_noise_is_as_strong_as_it_says_always_the_same_and_drifts_with_its_grain() -> None:
    grey = Drawing(picture=np.full((32, 32), 0.5, np.float32), is_input=True)
    noisy = Prodding(noise=0.1)
    seen = prodded.normalize(grey, noisy)
    assert seen.std() == pytest.approx(0.1, rel=0.1)
    assert np.array_equal(prodded.normalize(grey, noisy), seen)
    changes = [
        np.abs(prodded.normalize(grey, replace(noisy, grain=grain)) - seen).mean()
        for grain in (0.05, 0.5, 1.5)
    ]
    assert 0 < changes[0] < changes[1] < changes[2]


@pytest.mark.parametrize("corner", [(0.0, 0.0), (0.7, 0.0), (0.0, 0.7), (0.7, 0.7)])
def test_what_is_not_centred_stays_in_its_corner(corner: tuple[float, float]) -> None:
    small = Drawing(
        tuple(stroke * np.float32(0.3) + np.array(corner, np.float32) for stroke in SEVEN.strokes)
    )
    seen = prodded.normalize(small, Prodding(centred=False))
    assert abs(centre(ink.normalize(small))) < 0.1
    there = complex(*corner) * 32 + complex(0.3, 0.3) * 16 - complex(16, 16)
    assert abs(centre(seen) - there) < 1.5
    rows, columns = np.nonzero(seen > 0.5)
    assert rows.max() - rows.min() < 0.3 * 32
    left, top = corner[0] * 32, corner[1] * 32
    assert left - 1 <= columns.min() <= columns.max() <= left + 0.3 * 32 + 1
    assert top - 1 <= rows.min() <= rows.max() <= top + 0.3 * 32 + 1


def test_strokes_that_are_nowhere_or_far_off_the_sheet_are_read_without_complaint() -> None:
    strange = np.array([(np.nan, 0), (0.5, 0.5), (1e30, 0.5), (np.inf, 1)], np.float32)
    seen = prodded.normalize(Drawing((strange,)), Prodding(centred=False))
    assert np.isfinite(seen).all()
    assert seen[16, 20] > 0.5
    nowhere = Drawing((np.full((2, 2), np.nan, np.float32),))
    for centred in (True, False):
        assert not prodded.normalize(nowhere, Prodding(line=3, centred=centred)).any()


def test_a_picture_that_is_not_fitted_is_where_the_sheet_shows_it() -> None:
    seen = prodded.normalize(photograph(), Prodding(centred=False))
    rows, columns = np.nonzero(seen > 0.4)
    pixel = 32 * PICTURE_SHARE / 100
    expected = np.array([16 + (10 - 30) * pixel, 16 + (20 - 50) * pixel])
    assert np.abs(np.array([rows.min(), columns.min()]) - expected).max() < 1
    assert seen.sum() == pytest.approx(400 * pixel**2, rel=0.01)


def test_an_input_is_where_it_is_centred_or_not() -> None:
    seen = prodded.normalize(HANDWRITTEN, Prodding(centred=False))
    assert HANDWRITTEN.picture is not None
    assert np.array_equal(seen, HANDWRITTEN.picture)


@_quick
@given(_proddings)
def test_placement_tells_where_on_the_drawing_a_pixel_of_the_input_lies(prodding: Prodding) -> None:
    bare = replace(prodding, line=LINE, noise=0.0)
    for drawing in (SEVEN, HANDWRITTEN):
        placement = ink.placement(drawing, bare)
        assert placement is not None
        unmoved = ink.placement(drawing, Prodding(centred=prodding.centred))
        assert unmoved is not None
        x, y = placement.to_drawing(20.5, 9.25)
        place = bare.to_input(complex(x, y) * unmoved.scale + unmoved.shift)
        assert place == pytest.approx(complex(4.5, -6.75), abs=1e-6)


def test_the_end_of_a_stroke_is_found_where_placement_says() -> None:
    prodding = Prodding(across=3, down=-2, scale=0.8, rotation=50, shear=20)
    placement = ink.placement(SEVEN, prodding)
    assert placement is not None
    seen = prodded.normalize(SEVEN, prodding)
    lit = [
        placement.to_drawing(x + 0.5, y + 0.5) for y, x in zip(*np.nonzero(seen > 0.5), strict=True)
    ]
    assert len(lit) > 40
    share = np.linspace(0, 1, 50)[:, None]
    way = np.concatenate([a * (1 - share) + b * share for a, b in SEVEN.strokes])
    pixel = 1 / placement.scale / 0.8
    assert max(np.abs(way - place).max(axis=1).min() for place in np.array(lit)) < 1.8 * pixel


def test_a_picture_that_is_fitted_has_no_placement_but_one_that_is_not_has() -> None:
    assert ink.placement(photograph(), Prodding(rotation=10)) is None
    placement = ink.placement(photograph(), Prodding(centred=False))
    assert placement is not None
    assert placement.to_drawing(8, 24) == pytest.approx((0.25, 0.75))


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer.load(card_path("lenet5-sigmoid"))


def test_a_reading_says_what_was_done_and_has_what_the_network_saw(recognizer: Recognizer) -> None:
    prodding = Prodding(across=5, rotation=30)
    plain, reading = recognizer.read(SEVEN), recognizer.read(SEVEN, prodding=prodding)
    assert plain.prodding == NEUTRAL
    assert reading.prodding == prodding
    assert np.array_equal(reading.input, prodded.normalize(SEVEN, prodding))
    assert not np.array_equal(reading.scores, plain.scores)
    again = recognizer.read(Drawing(picture=reading.input, is_input=True))
    assert np.array_equal(again.scores, reading.scores)
    assert not reading.input.flags.writeable


def test_a_digit_in_a_corner_is_read_because_it_is_centred(recognizer: Recognizer) -> None:
    small = Drawing(tuple(stroke * np.float32(0.4) for stroke in SEVEN.strokes))
    assert recognizer.read(small).verdict.digit == "7"
    assert recognizer.read(small, prodding=Prodding(centred=False)).verdict.digit != "7"

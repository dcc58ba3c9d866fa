import itertools
from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lenet_gui.recognition import ink
from lenet_gui.recognition.drawing import Drawing, Input, Stroke
from lenet_gui.recognition.line_drawing import draw_line

# On a grid of 1/8, so that moving a drawing in float32 loses nothing of it.
_places = st.integers(-400, 400).map(lambda eighths: eighths / 8)
_strokes = st.lists(
    st.lists(st.tuples(_places, _places), min_size=1, max_size=12), min_size=1, max_size=5
).map(lambda strokes: [np.array(points, np.float32) for points in strokes])


def _same(a: Input, b: Input) -> None:
    np.testing.assert_allclose(a, b, rtol=0, atol=1e-3)


def _read(strokes: Sequence[Stroke]) -> Input:
    return ink.normalize(Drawing(tuple(strokes)))


def _centre(seen: Input) -> NDArray[np.float64]:
    middles = np.arange(32) + 0.5
    across, down = seen.sum(axis=0) @ middles, seen.sum(axis=1) @ middles
    return np.array([across, down], np.float64) / float(seen.sum())


ZIGZAG = [np.array([(0, 0), (30, 4), (2, 40), (33, 44)], np.float32)]


@settings(deadline=None)
@given(_strokes)
def test_input_is_ink_from_0_to_1_around_the_middle(strokes: list[Stroke]) -> None:
    seen = _read(strokes)
    assert seen.shape == (32, 32)
    assert seen.dtype == np.float32
    assert np.isfinite(seen).all()
    assert seen.min() >= 0
    assert 0.5 < seen.max() <= 1


@settings(deadline=None)
@given(_strokes)
def test_no_number_is_so_small_that_arithmetic_with_it_takes_long(strokes: list[Stroke]) -> None:
    seen = _read(strokes)
    assert seen[seen > 0].min() > np.finfo(np.float32).tiny


@settings(deadline=None)
@given(_strokes, _places, _places, st.integers(-10, 13))
def test_place_and_size_on_the_pad_do_not_matter(
    strokes: list[Stroke], x: float, y: float, power: int
) -> None:
    moved = [(stroke + np.array([x, y], np.float32)) * np.float32(2.0**power) for stroke in strokes]
    _same(_read(moved), _read(strokes))


@pytest.mark.parametrize("scale", [1e-30, 1e-3, 0.37, 1e4, 1e30])
def test_any_unit_will_do(scale: float) -> None:
    _same(_read([stroke * np.float32(scale) for stroke in ZIGZAG]), _read(ZIGZAG))


@settings(deadline=None)
@given(_strokes, st.randoms(use_true_random=False))
def test_order_and_direction_of_strokes_do_not_matter(
    strokes: list[Stroke],
    random: Random,
) -> None:
    turned = [stroke[::-1] if random.random() < 0.5 else stroke for stroke in strokes]
    random.shuffle(turned)
    _same(_read(turned), _read(strokes))


@settings(deadline=None)
@given(_strokes)
def test_points_reported_twice_do_not_matter(strokes: list[Stroke]) -> None:
    _same(_read([np.repeat(stroke, 2, axis=0) for stroke in strokes]), _read(strokes))


@settings(deadline=None)
@given(_strokes)
def test_points_added_along_the_line_do_not_matter(strokes: list[Stroke]) -> None:
    denser = [
        np.insert(stroke, np.arange(1, len(stroke)), (stroke[1:] + stroke[:-1]) / 2, axis=0)
        for stroke in strokes
    ]
    _same(_read(denser), _read(strokes))


@settings(deadline=None)
@given(_strokes)
def test_strokes_without_points_leave_no_ink(strokes: list[Stroke]) -> None:
    none = np.empty((0, 2), np.float32)
    _same(_read([none, *strokes, none]), _read(strokes))


def test_a_dot_is_a_round_spot_in_the_middle_wherever_it_is() -> None:
    spot = _read([np.array([(123, -45)], np.float32)])
    _same(spot, _read([np.zeros((5, 2), np.float32)]))
    _same(spot, spot.T)
    _same(spot, spot[::-1, ::-1])
    assert spot[16, 16] > 0.5
    assert spot[:12].max() < 1e-3


FIVE = [
    np.array([(30, 0), (4, 0), (2, 26), (24, 24), (28, 44), (0, 48)], np.float32),
    np.array([(30, 0), (38, 1)], np.float32),
]


@pytest.mark.parametrize("place", [(90.0, 5.0), (-60.0, 80.0), (15.0, -40.0)])
@pytest.mark.parametrize("wiggle", [0.0, 2.0])
def test_a_stray_dot_beside_a_digit_does_not_shrink_it(
    place: tuple[float, float], wiggle: float
) -> None:
    dot = np.array([place, (place[0] + wiggle, place[1])], np.float32)
    for strokes in ([*FIVE, dot], [dot, *FIVE], [dot[:1], *FIVE, dot + 3]):
        _same(_read(strokes), _read(FIVE))


def test_a_small_part_of_a_digit_stays() -> None:
    assert np.abs(_read(FIVE) - _read(FIVE[:1])).max() > 0.5


def test_a_dot_inside_a_digit_stays() -> None:
    ring = [np.array([(10, 0), (20, 15), (10, 30), (0, 15), (10, 0)], np.float32)]
    dot = np.array([(10, 15)], np.float32)
    assert _read([*ring, dot])[15:17, 15:17].mean() > 0.5 > _read(ring)[15:17, 15:17].mean()


def test_a_digit_of_taps_keeps_them_all() -> None:
    taps = [np.array([(x, y)], np.float32) for x, y in ((0, 0), (0, 9), (0, 18), (0, 27))]
    slip = np.array([(0, 36), (1, 36)], np.float32)
    assert np.count_nonzero(_read([*taps, slip])[:, 15:17].max(axis=1) > 0.5) > 9


def test_an_input_is_read_as_it_is() -> None:
    seen = np.zeros((32, 32), np.float32)
    seen[3:9, 20:24] = 0.5
    assert ink.normalize(Drawing(picture=seen, is_input=True)) is seen


@pytest.mark.parametrize("nowhere", [np.nan, np.inf, -np.inf])
def test_points_that_are_nowhere_leave_no_ink(nowhere: float) -> None:
    broken = np.insert(ZIGZAG[0], [0, 2, 4], np.array([nowhere, 3], np.float32), axis=0)
    _same(_read([broken]), _read(ZIGZAG))
    assert not _read([np.full((3, 2), nowhere, np.float32)]).any()


def test_points_at_the_ends_of_float32_are_read() -> None:
    end = np.finfo(np.float32).max
    _same(
        _read([np.array([(-end, -end), (end, end)])]),
        _read([np.array([(0, 0), (1, 1)], np.float32)]),
    )


@pytest.mark.parametrize("drawing", [Drawing(), Drawing((np.empty((0, 2), np.float32),))])
def test_an_empty_drawing_is_blank_paper(drawing: Drawing) -> None:
    assert drawing.is_empty
    assert not ink.normalize(drawing).any()


def test_a_drawing_with_a_dot_or_a_picture_with_ink_is_not_empty() -> None:
    assert not Drawing((np.zeros((1, 2), np.float32),)).is_empty
    assert not Drawing(picture=np.eye(3, dtype=np.float32)).is_empty
    assert Drawing(picture=np.zeros((3, 3), np.float32)).is_empty


DIGITS = {
    "one": [[(5, 0), (5, 40)]],
    "seven": [[(0, 0), (20, 0), (8, 40)]],
    "zero": [[(10 + 8 * np.cos(a), 15 + 14 * np.sin(a)) for a in np.linspace(0, 6.3, 40)]],
    "four, retraced": [[(10, 0), (0, 20), (18, 20)], [(14, 6), (14, 34), (14, 8), (14, 34)]],
}


@pytest.mark.parametrize("name", DIGITS)
def test_the_mass_of_the_ink_is_centred_even_where_a_line_is_drawn_twice(name: str) -> None:
    # A line clipped at full ink has not quite the same mass at every place between the pixels.
    seen = _read([np.array(stroke, np.float32) for stroke in DIGITS[name]])
    assert np.abs(_centre(seen) - 16).max() < 0.1


@pytest.mark.parametrize("name", DIGITS)
def test_the_longer_side_of_the_visible_ink_is_mnists_20_pixels(name: str) -> None:
    seen = _read([np.array(stroke, np.float32) for stroke in DIGITS[name]]) > 0.25
    sides = [np.ptp(np.flatnonzero(seen.any(axis=axis))) + 1 for axis in (0, 1)]
    assert max(sides) in (19, 20, 21)


def test_a_line_is_as_wide_as_mnists_and_full_in_its_middle() -> None:
    row = _read([np.array([(0, 0), (0, 10)], np.float32)])[16]
    assert row.max() == 1
    assert 2 < row.sum() < 4


def _mnist_like(rng: np.random.Generator) -> NDArray[np.float32]:
    """A stroke in a box of exactly 20×20 within 28×28, its mass near the middle."""
    y, x = np.mgrid[:28, :28]
    ring = np.hypot(x - 13.5, y - 13.5)
    shades = 0.9 + 0.1 * rng.random((28, 28))
    return np.asarray(shades * np.clip(2 - np.abs(ring - 8.2), 0, 1), np.float32)


def test_a_picture_like_mnists_is_only_padded() -> None:
    picture = _mnist_like(np.random.default_rng(1))
    seen = ink.normalize(Drawing(picture=picture))
    assert np.abs(seen - np.pad(picture, 2)).mean() < 0.01


@pytest.mark.parametrize("factor", [2, 5, 16])
def test_the_size_of_a_picture_does_not_matter(factor: int) -> None:
    picture = _mnist_like(np.random.default_rng(2))
    larger = np.kron(picture, np.ones((factor, factor), np.float32))
    np.testing.assert_allclose(
        ink.normalize_picture(larger), ink.normalize_picture(picture), atol=0.02
    )


def test_the_place_of_ink_in_a_picture_does_not_matter() -> None:
    picture = _mnist_like(np.random.default_rng(3))
    moved = np.pad(picture, ((3, 90), (40, 1)))
    _same(ink.normalize_picture(moved), ink.normalize_picture(picture))


@pytest.mark.parametrize("shape", [(1, 1), (1, 500), (500, 1), (3, 3)])
def test_pictures_full_of_ink_are_read_whatever_their_shape(shape: tuple[int, int]) -> None:
    seen = ink.normalize_picture(np.ones(shape, np.float32))
    assert np.isfinite(seen).all()
    assert seen.max() == 1
    np.testing.assert_allclose(_centre(seen), 16, atol=0.01)


def test_a_blank_picture_is_blank_paper() -> None:
    assert not ink.normalize_picture(np.zeros((40, 30), np.float32)).any()


def test_placement_tells_where_a_drawing_lies_on_its_input() -> None:
    rng = np.random.default_rng(7)
    for _ in range(20):
        scale, offset = rng.uniform(0.2, 300), rng.uniform(-50, 50, 2)
        stroke = (rng.random((6, 2)) * scale + offset).astype(np.float32)
        drawing = Drawing((stroke,))
        placement = ink.placement(drawing)
        assert placement is not None
        corners = np.array([placement.to_drawing(*corner) for corner in ((0, 0), (32, 32))])
        placed = (stroke - corners[0]) / (corners[1] - corners[0]) * 32
        samples = np.concatenate([np.linspace(*ends, 400) for ends in itertools.pairwise(placed)])
        line = np.linalg.norm(np.diff(placed, axis=0), axis=1).repeat(400) / 400
        drawn = draw_line((samples.T - 16).astype(np.float32), line.astype(np.float32))
        np.testing.assert_allclose(drawn, ink.normalize(drawing), atol=0.05)


def test_an_input_lies_on_the_whole_sheet_and_what_has_no_size_nowhere() -> None:
    whole = ink.placement(Drawing(picture=np.zeros((32, 32), np.float32), is_input=True))
    assert whole is not None
    assert whole.to_drawing(16, 32) == (0.5, 1.0)
    assert ink.placement(Drawing()) is None
    assert ink.placement(Drawing((np.full((1, 2), 0.5, np.float32),))) is None
    assert ink.placement(Drawing(picture=np.ones((50, 60), np.float32))) is None

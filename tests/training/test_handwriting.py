"""Variations stay the drawing they were, as far as they are told, and scribbles are drawings."""

from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.recognition import ink
from lenet_gui.recognition.drawing import Stroke
from lenet_gui.training import scribbles
from lenet_gui.training.handwriting import Variation, as_strokes, unit, vary
from lenet_gui.training.recipes import RECIPES
from lenet_gui.training.variants import add_variant

VARIATION = RECIPES["lenet5-bn"].mixture.variation
STILL = Variation(0, 0, 0, 0, 0, 0, 0, 0, 0)


def chance(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def stroke(*points: tuple[float, float]) -> Stroke:
    return np.array(points, np.float32)


FOUR = (stroke((0, 0), (0, 60), (50, 60)), stroke((40, 10), (40, 100)))
ONE = (stroke((10, 0), (10, 40), (11, 100)),)
ZERO = (stroke(*[(50 + 30 * np.cos(a), 50 + 50 * np.sin(a)) for a in np.linspace(0, 6.3, 40)]),)


def box(strokes: tuple[Stroke, ...]) -> tuple[float, float]:
    width, height = np.ptp(np.concatenate(strokes), axis=0)
    return float(width), float(height)


def test_nothing_varied_is_the_drawing_itself_at_side_1() -> None:
    varied = vary(FOUR, STILL, chance())
    assert max(box(varied)) == pytest.approx(1)
    for new, old in zip(varied, FOUR, strict=True):
        np.testing.assert_allclose(new * 100 + (25, 50), old, atol=1e-4)


@pytest.mark.parametrize("name", [n for n in vars(VARIATION) if n not in ("variant", "join")])
def test_each_amount_alone_changes_the_drawing_but_not_beyond_knowing(name: str) -> None:
    alone = replace(STILL, **{name: getattr(VARIATION, name)})
    drawn = ink.normalize_strokes(FOUR)
    for seed in range(20):
        varied = ink.normalize_strokes(vary(FOUR, alone, chance(seed)))
        overlap = np.minimum(varied, drawn).sum() / drawn.sum()
        assert 0.2 < overlap <= 1.0001
    assert any(
        not np.allclose(ink.normalize_strokes(vary(FOUR, alone, chance(seed))), drawn, atol=1e-3)
        for seed in range(20)
    )


def test_joined_strokes_are_one() -> None:
    [joined] = vary(FOUR, replace(STILL, join=1.0), chance())
    assert len(joined) == sum(map(len, FOUR))


@pytest.mark.parametrize("seed", range(10))
def test_taps_and_strokes_of_one_point_can_be_varied(seed: int) -> None:
    tap = (stroke((3, 3)),)
    assert np.isfinite(vary(tap, VARIATION, chance(seed))[0]).all()
    assert ink.normalize_strokes(vary(tap, VARIATION, chance(seed))).any()


def test_zero_gets_a_slash_through_its_middle() -> None:
    ring, slash = add_variant("0", ZERO, chance())
    assert len(ring) == len(ZERO[0])
    assert np.abs(slash.mean(axis=0)).max() < 0.4
    assert np.ptp(slash, axis=0).min() > 0.2


def test_plain_one_gets_a_flag_on_the_left_of_its_top() -> None:
    flagged = add_variant("1", ONE, chance())
    flag, top = flagged[0][0], flagged[0][1]
    assert flag[0] < top[0]
    assert flag[1] > top[1]


def test_seven_of_one_stroke_gets_a_bar_and_one_with_a_bar_stays() -> None:
    seven = (stroke((0, 0), (60, 0), (30, 100)),)
    _, bar = add_variant("7", seven, chance())
    assert np.ptp(bar[:, 0]) > 2 * np.ptp(bar[:, 1])
    barred = (*seven, stroke((20, 50), (60, 50)))
    assert len(add_variant("7", barred, chance())) == 2


def test_other_digits_have_no_variant() -> None:
    assert add_variant("4", FOUR, chance()) == FOUR


@pytest.mark.parametrize("seed", range(60))
def test_scribble_is_a_drawing_that_can_be_varied(seed: int) -> None:
    drawn = scribbles.scribble([FOUR, ONE], chance(seed))
    assert all(part.dtype == np.float32 and np.isfinite(part).all() for part in drawn)
    varied = ink.normalize_strokes(vary(drawn, VARIATION, chance(seed)))
    assert varied.sum() > 1 or not drawn


def test_an_empty_page_is_now_and_then_among_the_scribbles() -> None:
    drawn = [scribbles.scribble([], chance(seed)) for seed in range(200)]
    assert 0 < sum(not strokes for strokes in drawn) < 50


def test_unit_and_back_keeps_the_shape() -> None:
    back = as_strokes(unit(FOUR))
    width, height = box(back)
    assert (width, height) == pytest.approx((0.5, 1.0))


def test_no_scribble_of_lines_is_one_line_that_stands() -> None:
    for seed in range(4_000):
        strokes = scribbles.scribble([], chance(seed))
        if not strokes or any(len(stroke) not in (2, 3, 12) for stroke in strokes):
            continue  # no lines
        points = np.concatenate(strokes)
        away = points - points.mean(axis=0)
        _, sizes, directions = np.linalg.svd(away, full_matrices=False)
        is_one_line = sizes[1] < 0.05 * sizes[0]
        across, down = np.abs(directions[0])
        assert not (is_one_line and down > across), seed

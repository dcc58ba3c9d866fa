"""Made-up digits are drawings of the digit that they are said to be, each one another."""

import numpy as np
import pytest

from lenet_gui import paths
from lenet_gui.network import bundle, probability
from lenet_gui.recognition import ink
from lenet_gui.settings import Settings
from lenet_gui.training.made_up_digits import made_up_digit

EACH = 100


@pytest.fixture(scope="module")
def default() -> bundle.Bundle:
    """The network that the app starts with."""
    return bundle.load(paths.models() / f"{Settings().model}.json")


@pytest.mark.parametrize("digit", range(10))
def test_the_default_network_reads_made_up_digits_as_what_they_are(
    digit: int, default: bundle.Bundle
) -> None:
    chance = np.random.default_rng(digit)
    drawn = [ink.normalize_strokes(made_up_digit(digit, chance)) for _ in range(EACH)]
    scores = default.scores(np.stack(drawn)[:, None])
    read = probability.winners(default.card.probabilities, scores)
    assert np.count_nonzero(read == digit) >= 0.97 * EACH


@pytest.mark.parametrize("digit", range(10))
def test_no_two_are_alike_and_one_seed_gives_the_same(digit: int) -> None:
    chance = np.random.default_rng(1)
    drawn = [ink.normalize_strokes(made_up_digit(digit, chance)) for _ in range(30)]
    assert len({picture.tobytes() for picture in drawn}) == 30
    again = ink.normalize_strokes(made_up_digit(digit, np.random.default_rng(1)))
    assert np.array_equal(again, drawn[0])


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_is_about_one_high_and_made_of_strokes_that_can_be_drawn(digit: int) -> None:
    chance = np.random.default_rng(2)
    for _ in range(EACH):
        strokes = made_up_digit(digit, chance)
        assert 1 <= len(strokes) <= 2
        for stroke in strokes:
            assert stroke.dtype == np.float32
            assert len(stroke) >= 2
            assert np.isfinite(stroke).all()
        width, height = np.ptp(np.concatenate(strokes), axis=0)
        assert 0.7 < height < 1.4
        assert width < 1.4

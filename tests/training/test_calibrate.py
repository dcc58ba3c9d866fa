"""Calibration: probabilities that mean what they say, and a rule for being unsure that keeps."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from lenet_gui.network import probability
from lenet_gui.network.card import Probabilities
from lenet_gui.training import calibrate
from lenet_gui.training.calibrate import BINS, DIGITS_UNSURE, Answers

PLAIN = Probabilities("softmax", 1.0)
NO_OTHERS = Answers(np.zeros((0, 10), np.float32), np.zeros(0, np.int64))

Sureness = NDArray[np.float32]
surenesses = arrays(
    np.float32, st.integers(1, 60), elements=st.floats(0, 1, width=32).map(lambda p: round(p, 2))
)
seeds = st.integers(0, 2**32 - 1)


def drawn_from(
    scores: NDArray[np.float32], rule: Probabilities, chance: np.random.Generator
) -> Answers:
    """Answers whose labels are as likely as the rule says: calibrated but for chance."""
    likely = np.exp(probability.logarithms(rule, scores)[0]).astype(np.float64)
    ends = (likely / likely.sum(axis=1, keepdims=True)).cumsum(axis=1)
    labels = (chance.random((len(scores), 1)) > ends).sum(axis=1)
    return Answers(scores, labels.clip(0, scores.shape[1] - 1))


def some_scores(chance: np.random.Generator, count: int, scale: float) -> NDArray[np.float32]:
    return (chance.standard_normal((count, 10)) * scale).astype(np.float32)


def unlikelihood(rule: Probabilities, parts: list[Answers]) -> float:
    """What the fit of the temperature makes small, by material."""
    found = 0.0
    for part in parts:
        logarithms = probability.logarithms(rule, part.scores)[0]
        found -= float(np.mean(logarithms[np.arange(len(part.labels)), part.labels]))
    return found


def test_answers_as_often_right_as_they_say_have_no_error() -> None:
    sureness = np.repeat(np.array([0.25, 0.5, 0.75, 1.0], np.float32), 100)
    right = np.concatenate([np.arange(100) < 100 * share for share in (0.25, 0.5, 0.75, 1.0)])
    assert calibrate.expected_error(calibrate.calibration(sureness, right)) == pytest.approx(0)


def test_answers_that_are_sure_and_wrong_have_all_the_error_there_is() -> None:
    bins = calibrate.calibration(np.ones(50, np.float32), np.zeros(50, np.bool_))
    assert calibrate.expected_error(bins) == 1
    assert (bins[-1].n, bins[-1].probability, bins[-1].accuracy) == (50, 1, 0)


def test_error_is_the_mean_over_samples_not_over_bins() -> None:
    sureness = np.array([0.9] * 30 + [0.5] * 10, np.float32)
    right = np.array([True] * 30 + [False] * 10)
    found = calibrate.expected_error(calibrate.calibration(sureness, right))
    assert found == pytest.approx((30 * 0.1 + 10 * 0.5) / 40)


@given(surenesses, seeds)
def test_every_reading_lies_in_the_bin_of_its_probability(sureness: Sureness, seed: int) -> None:
    right = np.random.default_rng(seed).random(len(sureness)) < 0.5
    bins = calibrate.calibration(sureness, right)
    assert len(bins) == BINS
    assert sum(part.n for part in bins) == len(sureness)
    assert sum(part.n * part.accuracy for part in bins) == pytest.approx(right.sum())
    assert (bins[0].low, bins[-1].high) == (0, 1)
    for part in bins:
        if part.n:
            assert part.low - 1e-6 <= part.probability <= part.high + 1e-6
        else:
            assert part.probability == part.accuracy == 0
    assert 0 <= calibrate.expected_error(bins) <= 1


def test_no_readings_have_no_error() -> None:
    bins = calibrate.calibration(np.zeros(0, np.float32), np.zeros(0, np.bool_))
    assert calibrate.expected_error(bins) == 0


@given(surenesses, surenesses)
def test_area_under_roc_counts_the_pairs_that_are_in_order(
    digits: Sureness, others: Sureness
) -> None:
    pairs = [1.0 if a > b else 0.5 if a == b else 0.0 for a in digits for b in others]
    found = calibrate.area_under_roc(digits, others)
    assert found == pytest.approx(np.mean(pairs))
    assert calibrate.area_under_roc(others, digits) == pytest.approx(1 - found)


@settings(max_examples=20, deadline=None)
@given(seeds, st.floats(0.3, 3), st.sampled_from(["softmax", "softmax of negative distance"]))
def test_fit_finds_the_temperature_that_the_labels_were_drawn_with(
    seed: int, temperature: float, rule: str
) -> None:
    chance = np.random.default_rng(seed)
    true = Probabilities(rule, temperature)  # type: ignore[arg-type]
    answers = drawn_from(some_scores(chance, 4_000, 3), true, chance)
    found = calibrate.fit(Probabilities(rule, 1.0), [answers], NO_OTHERS)  # type: ignore[arg-type]
    assert found.rule == rule
    assert found.rubbish is None
    assert found.temperature == pytest.approx(temperature, rel=0.15)


@settings(max_examples=20, deadline=None)
@given(seeds, st.floats(0.5, 12))
def test_fit_makes_labels_likelier_than_any_neighbour_does(seed: int, scale: float) -> None:
    chance = np.random.default_rng(seed)
    parts = [
        drawn_from(some_scores(chance, count, scale), Probabilities("softmax", 1.7), chance)
        for count in (300, 900)
    ]
    found = calibrate.fit(PLAIN, parts, NO_OTHERS)
    for factor in (0.9, 1.1, 1 / found.temperature):
        other = Probabilities("softmax", found.temperature * factor)
        assert unlikelihood(found, parts) <= unlikelihood(other, parts) + 1e-4


def error(rule: Probabilities, part: Answers) -> float:
    likely = probability.probabilities(rule, part.scores)
    right = likely.argmax(axis=1) == part.labels
    return calibrate.expected_error(calibrate.calibration(likely.max(axis=1), right))


def ranking(rule: Probabilities, digits: Answers, others: Answers) -> float:
    sure, doubtful = (
        probability.probabilities(rule, part.scores).max(axis=1) for part in (digits, others)
    )
    return calibrate.area_under_roc(sure, doubtful)


def with_some_nobody_can_read(chance: np.random.Generator, share: float = 0.005) -> Answers:
    """Digits read by a wide margin, of which a share says another digit than its label."""
    scores, labels = some_scores(chance, 3_000, 1), chance.integers(10, size=3_000)
    scores[np.arange(3_000), labels] += chance.normal(11, 3, 3_000)
    labels = np.where(chance.random(3_000) < share, (labels + 1) % 10, labels)
    return Answers(scores, labels)


@pytest.mark.parametrize(("unreadable", "allowed"), [(0.005, 1.0), (0.001, 0.5)])
@pytest.mark.parametrize("seed", range(5))
def test_fit_ranks_better_than_what_is_likeliest_and_keeps_the_promised_error_or_half_of_it(
    seed: int, unreadable: float, allowed: float
) -> None:
    chance = np.random.default_rng(seed)
    digits = with_some_nobody_can_read(chance, unreadable)
    others = Answers(some_scores(chance, 500, 3), np.full(500, 10))
    likeliest = calibrate.fit(PLAIN, [digits], NO_OTHERS).temperature
    found = calibrate.fit(PLAIN, [digits], others)
    assert error(found, digits) <= allowed * calibrate.ERROR_PROMISED
    assert found.rubbish is not None
    kept = [
        rule
        for rubbish in (found.rubbish - 1, found.rubbish + 1)
        if error(rule := Probabilities("softmax", likeliest, rubbish), digits)
        <= allowed * calibrate.ERROR_PROMISED
    ]
    assert all(
        ranking(found, digits, others) >= ranking(rule, digits, others) - 2e-3 for rule in kept
    )


def test_strangers_have_to_keep_the_promised_error_too() -> None:
    chance = np.random.default_rng(3)
    digits = with_some_nobody_can_read(chance)
    others = Answers(some_scores(chance, 500, 3), np.full(500, 10))
    # read as well as others, but with half the scores: they look doubtful sooner
    strangers = Answers(digits.scores * np.float32(0.5), digits.labels)
    alone = calibrate.fit(PLAIN, [digits], others)
    among = calibrate.fit(PLAIN, [digits], others, [strangers])
    assert error(among, strangers) < error(alone, strangers)
    assert ranking(among, digits, others) <= ranking(alone, digits, others)


@settings(max_examples=20, deadline=None)
@given(seeds, st.floats(0.5, 8))
def test_fit_changes_no_answer(seed: int, scale: float) -> None:
    chance = np.random.default_rng(seed)
    scores = some_scores(chance, 400, scale)
    answers = drawn_from(scores, Probabilities("softmax", 2.0), chance)
    others = Answers(some_scores(chance, 100, 0.3), np.full(100, 10))
    found = calibrate.fit(PLAIN, [answers], others)
    probabilities = probability.probabilities(found, scores)
    likeliest = probabilities[np.arange(len(scores)), scores.argmax(axis=1)]
    assert np.array_equal(likeliest, probabilities.max(axis=1))


def test_fit_brings_badly_calibrated_answers_under_one_per_cent() -> None:
    chance = np.random.default_rng(5)
    scores = some_scores(chance, 20_000, 5)
    answers = drawn_from(scores, Probabilities("softmax", 3.0), chance)
    assert error(PLAIN, answers) > 0.1
    assert error(calibrate.fit(PLAIN, [answers], NO_OTHERS), answers) < 0.01


def test_materials_count_alike_however_many_they_have() -> None:
    chance = np.random.default_rng(6)
    sharp, blunt = (
        drawn_from(some_scores(chance, count, 3), Probabilities("softmax", temperature), chance)
        for count, temperature in ((2_000, 0.5), (2_000, 2.0))
    )
    tenfold = Answers(np.tile(sharp.scores, (10, 1)), np.tile(sharp.labels, 10))
    found = calibrate.fit(PLAIN, [sharp, blunt], NO_OTHERS)
    again = calibrate.fit(PLAIN, [tenfold, blunt], NO_OTHERS)
    assert found.temperature == pytest.approx(again.temperature, rel=1e-3)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.integers(1, 3_000), min_size=1, max_size=3),
    seeds,
    st.floats(0.1, 30),
    st.sampled_from([None, -3.0, 2.0]),
)
def test_no_more_digits_are_unsure_than_promised(
    counts: list[int], seed: int, scale: float, rubbish: float | None
) -> None:
    chance = np.random.default_rng(seed)
    rule = Probabilities("softmax", 1.0, rubbish)
    parts = [drawn_from(some_scores(chance, n, scale), rule, chance) for n in counts]
    others = Answers(some_scores(chance, 50, 0.5), np.full(50, 10))
    found = calibrate.rule_for_unsure(rule, parts, others)
    sureness = [probability.probabilities(rule, part.scores).max(axis=1) for part in parts]
    shares = [float(np.mean(part.astype(np.float64) < found.below)) for part in sureness]
    assert np.mean(shares) == pytest.approx(found.digits_unsure, abs=1e-9)
    assert found.digits_unsure <= DIGITS_UNSURE + 1e-9
    assert found.digits == sum(counts)
    assert 0 <= found.below <= 1
    # the next one that may be doubted would be one too many
    above = np.nextafter(found.below, math.inf)
    assert np.mean([np.mean(part.astype(np.float64) < above) for part in sureness]) >= (
        DIGITS_UNSURE - 1e-9
    )


def test_rule_tells_what_it_does_to_what_is_no_digit() -> None:
    chance = np.random.default_rng(7)
    answers = drawn_from(some_scores(chance, 3_000, 8), PLAIN, chance)
    others = Answers(some_scores(chance, 500, 1), np.full(500, 10))
    found = calibrate.rule_for_unsure(PLAIN, [answers], others)
    digits = probability.probabilities(PLAIN, answers.scores).max(axis=1)
    doubtful = probability.probabilities(PLAIN, others.scores).max(axis=1)
    assert found.others == 500
    assert found.others_unsure == pytest.approx(np.mean(doubtful < found.below))
    assert found.auroc == pytest.approx(np.mean([np.mean(digit > doubtful) for digit in digits]))
    without = calibrate.rule_for_unsure(PLAIN, [answers], NO_OTHERS)
    assert (without.others, without.others_unsure, without.auroc) == (0, None, None)
    assert without.below == found.below

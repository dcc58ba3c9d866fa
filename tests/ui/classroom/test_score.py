"""Scores: what counts how much."""

import pytest

from lenet_gui.recognition.reading import Verdict
from lenet_gui.ui.classroom.score import Outcome, Score, Try, outcome
from tests.ui.conftest import MakeReading


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict(("4",), 0.9), Outcome.RIGHT),
        (Verdict(("9",), 0.9), Outcome.OTHER),
        (Verdict(("4",), 0.5, doubted=True), Outcome.UNSURE),
        (Verdict(("9",), 0.5, doubted=True), Outcome.UNSURE),
        (Verdict(("4", "9"), 0.5), Outcome.UNSURE),
        (Verdict((), 0.1), Outcome.NO_DIGIT),
    ],
)
def test_a_verdict_is_right_another_unsure_or_no_digit(verdict: Verdict, expected: Outcome) -> None:
    assert outcome("4", verdict) is expected


def test_rows_and_points_are_counted(make_reading: MakeReading) -> None:
    right, other = Try("7", make_reading(7)), Try("1", make_reading(7))
    torn, none = Try("4", make_reading.torn()), Try("8", make_reading.no_digit())
    score = Score([right, right, right, other, right, right, torn, none])
    assert (score.right, score.streak, score.longest) == (5, 0, 3)
    assert score.missed == [other, torn, none]
    assert score.points == 1.5
    assert [one.caption for one in score.missed] == ["1 → 7", "4 → ?", "8 → ?"]
    assert Score([other, right]).streak == 1
    assert Score().longest == 0

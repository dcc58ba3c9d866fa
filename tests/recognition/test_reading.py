"""The verdict of a reading: one class, two, or none, by the rule on the card."""

from types import MappingProxyType

import msgspec
import numpy as np
import pytest

from lenet_gui import paths
from lenet_gui.network.card import Unsure, read_card
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.reading import Reading

BELOW = 0.75


def reading(likely: dict[int, float], rubbish: float = 0.0, below: float | None = BELOW) -> Reading:
    """A reading with these probabilities of digits; the others share the rest."""
    rest = (1 - sum(likely.values())) / (10 - len(likely))
    probabilities = np.full(10, rest, np.float32)
    probabilities[list(likely)] = list(likely.values())
    unsure = None if below is None else Unsure(below, 1000, 0.02, 0.01)
    card = msgspec.structs.replace(read_card(paths.models() / "lenet5-tanh.json"), unsure=unsure)
    return Reading(
        drawing=Drawing(),
        card=card,
        input=np.zeros((32, 32), np.float32),
        activations=MappingProxyType({}),
        scores=np.log(probabilities),
        probabilities=probabilities,
        rubbish=rubbish,
        seconds=0.0005,
    )


def test_a_probable_class_is_the_verdict() -> None:
    verdict = reading({4: 0.9, 9: 0.05}).verdict
    assert verdict.classes == ("4",)
    assert verdict.digit == "4"
    assert verdict.probability == pytest.approx(0.9)


def test_a_probability_at_the_bound_is_sure() -> None:
    assert reading({4: BELOW}).verdict.digit == "4"
    assert reading({4: BELOW - 0.001}).verdict.digit is None


@pytest.mark.parametrize(
    ("likely", "classes"),
    [({4: 0.5, 9: 0.4}, ("4", "9")), ({4: 0.4, 9: 0.5}, ("9", "4")), ({0: 0.3}, ("0",))],
)
def test_between_two_classes_the_likelier_comes_first(
    likely: dict[int, float], classes: tuple[str, ...]
) -> None:
    verdict = reading(likely).verdict
    assert len(verdict.classes) == 2
    assert verdict.classes[: len(classes)] == classes
    assert verdict.digit is None
    assert verdict.probability == pytest.approx(max(likely.values()))


def test_what_is_rather_no_class_at_all_has_none_in_its_verdict() -> None:
    verdict = reading({8: 0.12}, rubbish=0.97).verdict
    assert verdict.classes == ()
    assert verdict.probability == pytest.approx(0.12)
    assert verdict.digit is None
    assert len(reading({8: 0.5, 3: 0.3}, rubbish=0.2).verdict.classes) == 2
    assert reading({8: 0.5}, rubbish=0.5).verdict.classes == ()


def test_a_class_that_only_rubbish_rivals_is_doubted_alone() -> None:
    verdict = reading({9: 0.6, 4: 0.05}, rubbish=0.4).verdict
    assert (verdict.classes, verdict.doubted, verdict.digit) == (("9",), True, None)
    assert not reading({9: 0.5, 4: 0.42}, rubbish=0.06).verdict.doubted


def test_a_sure_verdict_stands_whatever_the_rubbish() -> None:
    assert reading({4: 0.4}, rubbish=0.6, below=0.3).verdict.digit == "4"


def test_a_network_without_a_rule_is_never_unsure() -> None:
    assert reading({8: 0.12}, rubbish=0.97, below=None).verdict.digit == "8"


def test_the_likeliest_class_is_named_sure_or_not() -> None:
    assert reading({4: 0.9}).likeliest == "4"
    assert reading({9: 0.5, 4: 0.4}).likeliest == "9"
    assert reading({8: 0.12}, rubbish=0.97).likeliest == "8"

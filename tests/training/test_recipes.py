"""Losses are the formulas of their sources, and every network has a recipe."""

import math
from pathlib import Path

import pytest
import torch

from lenet_gui.settings import Settings
from lenet_gui.training.recipes import RECIPES, CrossEntropy, Distance, Distillation
from lenet_gui.training.strokes import NO_DIGIT
from lenet_gui.training.teacher import NETWORKS, Teacher

ROOT = Path(__file__).parents[2]


def _equation_9(distances: list[float], right: int, j: float) -> float:
    """LeCun et al. 1998, equation 9, for one pattern."""
    competition = math.exp(-j) + sum(math.exp(-distance) for distance in distances)
    return distances[right] + math.log(competition)


def test_distance_is_equation_9_averaged_over_the_batch() -> None:
    distances = [[0.5, 3.0, 1.25], [2.0, 0.25, 7.0]]
    by_hand = (_equation_9(distances[0], 2, 0.1) + _equation_9(distances[1], 1, 0.1)) / 2
    loss = Distance(j=0.1, tolerance=0.7)(torch.tensor(distances), torch.tensor([2, 1]))
    assert loss.item() == pytest.approx(by_hand, abs=1e-6)
    # 1.25 + ln(e^-0.1 + e^-0.5 + e^-3 + e^-1.25) and 0.25 + ln(e^-0.1 + e^-2 + e^-0.25 + e^-7)
    assert by_hand == pytest.approx((1.863920 + 0.848773) / 2, abs=1e-6)


def test_distances_of_any_size_give_a_finite_loss_and_gradient() -> None:
    distances = torch.tensor([[1e4, 1e-6, 300.0]], requires_grad=True)
    loss = Distance(j=0.1, tolerance=0.7)(distances, torch.tensor([0]))
    loss.backward()  # type: ignore[no-untyped-call]
    assert loss.item() == pytest.approx(1e4 + math.log(math.exp(-0.1) + 1), rel=1e-6)
    assert distances.grad is not None
    assert distances.grad.isfinite().all()


def test_wrong_targets_are_pushed_away_less_the_further_they_are() -> None:
    distances = torch.tensor([[0.1, 0.5, 60.0]], requires_grad=True)
    Distance(j=0.1, tolerance=0.7)(distances, torch.tensor([0])).backward()  # type: ignore[no-untyped-call]
    assert distances.grad is not None
    right, near, far = distances.grad[0].tolist()
    assert right > 0 > near
    assert abs(far) < 1e-20


def test_no_digit_is_an_eleventh_answer_whose_score_is_0() -> None:
    scores, label = [2.0, -1.0, 0.5], torch.tensor([1])
    ten = torch.full((1, 10), -100.0)
    ten[0, :3] = torch.tensor(scores)
    by_hand = 1.0 + math.log(1 + sum(math.exp(score) for score in scores))
    assert CrossEntropy(tolerance=0.7)(ten, label).item() == pytest.approx(by_hand, abs=1e-5)


@pytest.mark.parametrize("loss", [CrossEntropy(tolerance=0.7), Distance(j=0.0, tolerance=0.7)])
def test_loss_of_what_is_no_digit_is_bounded_and_falls_to_0(
    loss: CrossEntropy | Distance,
) -> None:
    def of(answer: float) -> tuple[float, float]:
        """Loss and steepness where every digit's score, or distance below 0, is this."""
        scores = torch.full((1, 10), answer if isinstance(loss, CrossEntropy) else -answer)
        scores.requires_grad_()
        value = loss(scores, torch.tensor([NO_DIGIT]))
        value.backward()  # type: ignore[no-untyped-call]
        assert scores.grad is not None
        return value.item(), float(scores.grad.abs().sum())

    look_alike, doubtful, clear = of(50.0), of(0.0), of(-50.0)
    assert look_alike[0] == pytest.approx(1 / 0.7, abs=1e-4)
    assert clear[0] == pytest.approx(0, abs=1e-6)
    assert look_alike[1] < doubtful[1] / 100


def test_the_winner_is_the_smallest_distance_and_the_greatest_score() -> None:
    outputs = torch.tensor([[3.0, 1.0, 2.0], [0.5, 4.0, 9.0]])
    assert Distance(j=0.1, tolerance=0.7).winner(outputs).tolist() == [1, 0]
    assert CrossEntropy(tolerance=0.7).winner(outputs).tolist() == [0, 2]


def test_every_network_has_a_recipe_and_a_loss_for_its_output() -> None:
    assert set(RECIPES) == set(NETWORKS)
    for id_, recipe in RECIPES.items():
        assert isinstance(recipe.loss, Distance) == NETWORKS[id_]().closest_wins


def test_make_models_trains_every_network_and_gives_the_apps_own_all_teachers() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    chosen = dict(line.split(" := ", 1) for line in text.splitlines() if " := " in line)
    assert {Teacher.id, *chosen["NETWORKS"].split()} == set(RECIPES)
    assert chosen["DEFAULT"] == Settings().model


def test_distillation_is_the_cross_entropy_of_softened_answers() -> None:
    answers, lesson = [2.0, 0.0, -1.0], [0.9, 0.08, 0.02]
    softened = [math.sqrt(probability) for probability in lesson]
    own = [math.exp(answer / 2) for answer in answers]
    by_hand = -sum(
        soft / sum(softened) * math.log(one / sum(own))
        for soft, one in zip(softened, own, strict=True)
    )
    loss = Distillation(weight=1, temperature=2).loss(
        torch.tensor([answers] * 3), torch.tensor([lesson] * 3).log()
    )
    assert loss.item() == pytest.approx(4 * by_hand, rel=1e-5)


def test_distillation_pulls_nowhere_once_the_answers_are_the_teachers() -> None:
    lessons = torch.tensor([[0.7, 0.2, 0.1]]).log()
    answers = (lessons + 5).requires_grad_()
    Distillation(weight=1, temperature=3).loss(answers, lessons).backward()  # type: ignore[no-untyped-call]
    assert answers.grad is not None
    assert answers.grad.abs().max() < 1e-6

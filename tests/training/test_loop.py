"""One seed gives one set of weights, interrupted or not, and training teaches."""

from dataclasses import replace
from typing import Literal

import pytest
import torch

from lenet_gui.training import mnist
from lenet_gui.training.corpus import Corpus, read
from lenet_gui.training.loop import Score, Trainer, score
from lenet_gui.training.mnist import Digits
from lenet_gui.training.recipes import RECIPES, Recipe
from tests.drawn_strokes import write_strokes
from tests.typeset_mnist import write_mnist

ID = "lenet5-tanh"
SHORT = replace(RECIPES[ID], epochs=3, batch_size=32, averaging=0.9, normalization="none")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("corpus")
    return read(write_mnist(folder), [write_strokes(folder / "strokes.npz")])[0]


@pytest.fixture(scope="module")
def digits(tmp_path_factory: pytest.TempPathFactory) -> Digits:
    return mnist.training(write_mnist(tmp_path_factory.mktemp("mnist")))[0]


def weights_after(epochs: int, trainer: Trainer) -> torch.Tensor:
    for _ in range(epochs):
        trainer.epoch()
    return torch.cat([weight.detach().flatten() for weight in trainer.network().parameters()])


def test_same_seed_gives_the_same_weights_and_another_seed_others(corpus: Corpus) -> None:
    first = weights_after(1, Trainer(ID, SHORT, corpus, seed=1))
    torch.rand(3)  # what else the process does must not matter
    assert torch.equal(first, weights_after(1, Trainer(ID, SHORT, corpus, seed=1)))
    assert not torch.equal(first, weights_after(1, Trainer(ID, SHORT, corpus, seed=2)))


def test_training_leaves_the_process_its_own_chance(corpus: Corpus) -> None:
    before = torch.get_rng_state()
    Trainer(ID, SHORT, corpus, seed=1).epoch()
    assert torch.equal(before, torch.get_rng_state())


@pytest.mark.parametrize("done", [0, 1, 2])
def test_restored_trainer_ends_with_the_weights_of_one_that_never_stopped(
    corpus: Corpus, done: int
) -> None:
    stopped = Trainer(ID, SHORT, corpus, seed=1)
    weights_after(done, stopped)
    going_on = Trainer(ID, SHORT, corpus, seed=7)
    going_on.restore(stopped.state())
    whole = weights_after(3, Trainer(ID, SHORT, corpus, seed=1))
    assert torch.equal(weights_after(3 - done, going_on), whole)


def test_training_teaches(corpus: Corpus, digits: Digits) -> None:
    recipe = replace(SHORT, epochs=6)
    trainer = Trainer(ID, recipe, corpus, seed=1)
    before = trainer.score(digits)
    weights_after(6, trainer)
    after = trainer.score(digits)
    assert after.loss < before.loss / 2
    assert after.accuracy > 0.9


def test_every_step_tells_the_score_so_far_of_the_epoch(corpus: Corpus) -> None:
    told: list[Score] = []
    trainer = Trainer(ID, SHORT, corpus, seed=1)
    whole = trainer.epoch(told.append)
    assert len(told) == trainer.steps == -(-corpus.size(SHORT.mixture) // SHORT.batch_size)
    assert told[-1] == whole


@pytest.mark.parametrize("id_", [ID, "lenet5-bn"])
@pytest.mark.parametrize("normalization", ["none", "batch"])
def test_exported_network_is_the_one_that_was_scored(
    corpus: Corpus, digits: Digits, id_: str, normalization: Literal["none", "batch"]
) -> None:
    recipe = replace(SHORT, normalization=normalization)
    trainer = Trainer(id_, recipe, corpus, seed=1)
    trainer.epoch()
    network = trainer.network()
    exported, scored = score(network, digits, recipe), trainer.score(digits)
    assert exported.accuracy == scored.accuracy
    assert exported.loss == pytest.approx(scored.loss, rel=1e-5)
    assert all(weight.is_contiguous() for weight in network.parameters())


def test_sums_that_were_normalized_in_training_leave_the_network_as_it_is_described(
    corpus: Corpus,
) -> None:
    plain = Trainer(ID, SHORT, corpus, seed=1)
    normalized = Trainer(ID, replace(SHORT, normalization="batch"), corpus, seed=1)
    assert not torch.equal(weights_after(1, plain), weights_after(1, normalized))
    shapes = [
        {name: value.shape for name, value in trainer.network().state_dict().items()}
        for trainer in (plain, normalized)
    ]
    assert shapes[0] == shapes[1]


def test_card_names_every_figure_of_the_recipe() -> None:
    def figures(recipe: Recipe) -> list[str | int | float]:
        own = {
            name: value for name, value in vars(recipe).items() if isinstance(value, int | float)
        }
        mixture = recipe.mixture
        parts = (recipe.loss, recipe.distortion, recipe.distillation, mixture, mixture.variation)
        numbers = [number for part in parts for number in vars(part).values()]
        return [*own.values(), *(number for number in numbers if isinstance(number, int | float))]

    for recipe in RECIPES.values():
        card = recipe.for_card()
        numbers = [value for value in card.values() if not isinstance(value, str)]
        assert sorted(map(float, numbers)) == sorted(map(float, figures(recipe)))

"""A network learns from its teachers what no label says."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from lenet_gui.errors import RunError
from lenet_gui.network import bundle
from lenet_gui.network.bundle import Bundle
from lenet_gui.network.card import card_path, read_card
from lenet_gui.training import corpus, run
from lenet_gui.training.corpus import Corpus
from lenet_gui.training.drawn import Drawn, shares
from lenet_gui.training.loop import Trainer
from lenet_gui.training.recipes import RECIPES, Distillation
from lenet_gui.training.run import Order
from lenet_gui.training.teacher import lessons
from tests.typeset_mnist import write_mnist

ID = "lenet5-relu"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_mnist(tmp_path_factory.mktemp("mnist"))


@pytest.fixture(scope="module")
def mislabelled(folder: Path) -> Corpus:
    """Digits whose labels all say 3."""
    right = corpus.read(folder, [])[0]
    return replace(right, digits=replace(right.digits, labels=np.full_like(right.digits.labels, 3)))


@pytest.fixture(scope="module")
def teachers() -> list[Bundle]:
    return [bundle.load(card_path(id_)) for id_ in ("lenet5-sigmoid", "lenet5-1998")]


def test_lesson_is_the_mean_of_what_the_teachers_believe(
    mislabelled: Corpus, teachers: list[Bundle]
) -> None:
    inputs = torch.from_numpy(mislabelled.digits.inputs[:20, None]).float() / 255
    lesson = lessons(teachers, inputs).exp().numpy()
    assert lesson.shape == (20, 11)
    np.testing.assert_allclose(lesson.sum(axis=1), 1, atol=1e-5)
    beliefs = [teacher.beliefs(teacher.scores(inputs.numpy())) for teacher in teachers]
    rubbish = np.mean([nothing for _, nothing in beliefs], axis=0)
    np.testing.assert_allclose(lesson[:, 10], rubbish, atol=1e-5)
    classes = np.mean([classes for classes, _ in beliefs], axis=0)
    np.testing.assert_allclose(lesson[:, :10] + rubbish[:, None] / 10, classes, atol=1e-5)


def test_network_learns_from_its_teacher_where_the_labels_are_wrong(
    mislabelled: Corpus, teachers: list[Bundle]
) -> None:
    recipe = replace(
        RECIPES[ID],
        epochs=16,
        batch_size=32,
        averaging=0.9,
        distillation=Distillation(weight=1, temperature=2),
    )
    trainer = Trainer(ID, recipe, mislabelled, seed=1, teachers=teachers)
    for _ in range(recipe.epochs):
        trainer.epoch()
    inputs = torch.from_numpy(mislabelled.digits.inputs[:, None]).float() / 255
    with torch.no_grad():
        learned = trainer.network()(inputs).argmax(dim=1)
    taught = lessons(teachers, inputs)[:, :10].argmax(dim=1)
    assert (learned == taught).float().mean() > 0.8
    assert (taught == 3).float().mean() < 0.2


@pytest.mark.parametrize("done", [2, 3])
def test_pupil_that_was_stopped_ends_with_the_weights_of_one_that_never_was(
    mislabelled: Corpus, teachers: list[Bundle], done: int
) -> None:
    recipe = replace(RECIPES[ID], epochs=4, batch_size=64)

    def weights(trainer: Trainer, epochs: int) -> torch.Tensor:
        for _ in range(epochs):
            trainer.epoch()
        return torch.cat([weight.detach().flatten() for weight in trainer.network().parameters()])

    stopped = Trainer(ID, recipe, mislabelled, seed=1, teachers=teachers)
    weights(stopped, done)
    going_on = Trainer(ID, recipe, mislabelled, seed=7, teachers=teachers)
    going_on.restore(stopped.state())
    whole = weights(Trainer(ID, recipe, mislabelled, seed=1, teachers=teachers), 4)
    assert torch.equal(weights(going_on, 4 - done), whole)


def test_lessons_are_about_the_very_inputs_that_the_pupil_sees(
    mislabelled: Corpus, teachers: list[Bundle]
) -> None:
    before = mislabelled.digits.inputs.copy()
    drawn = Drawn.of(mislabelled.digits)
    distortion = RECIPES[ID].distortion
    taught = drawn.taught(teachers, distortion, torch.Generator().manual_seed(1))
    assert np.array_equal(mislabelled.digits.inputs, before)
    assert torch.equal(taught.labels, drawn.labels)
    assert not torch.equal(taught.inputs, drawn.inputs)
    few = taught.take(torch.tensor([5, 2]))
    assert few.lessons is not None
    torch.testing.assert_close(
        few.lessons, lessons(teachers, shares(few.inputs)), atol=1e-4, rtol=0
    )


def test_card_names_the_teacher_and_how_it_taught(folder: Path, tmp_path: Path) -> None:
    teacher = card_path("lenet5-bn")
    order = Order(ID, folder, epochs=1, teachers=(teacher,), run=tmp_path / "run", out=tmp_path)
    training = read_card(run.train(order)).training
    assert training.sources[-1].name == "lenet5-bn.pt"
    assert training.sources[-1].sha256 == read_card(teacher).sha256
    assert training.recipe["distillation weight"] == 0.8
    alone = replace(order, teachers=(), run=tmp_path / "alone", out=tmp_path / "alone")
    assert "distillation weight" not in read_card(run.train(alone)).training.recipe


def test_a_run_does_not_go_on_with_another_teacher_of_the_same_name(
    folder: Path, tmp_path: Path
) -> None:
    first, second = (
        run.train(Order(ID, folder, epochs=1, seed=seed, run=tmp_path / name, out=tmp_path / name))
        for seed, name in ((1, "first"), (2, "second"))
    )
    order = Order(
        ID, folder, epochs=1, teachers=(first, second), run=tmp_path / "run", out=tmp_path
    )
    run.train(order)
    with pytest.raises(RunError, match=f"{ID}.pt"):
        run.train(replace(order, teachers=(second, second), resume=True))

"""A training run from its first epoch to the bundle, in a folder from which it can go on.

The folder holds `checkpoint.pt`, from which all the rest can be made again, `log.csv` and
`curves.png`. Each is written whole after every epoch, so that whatever stops a run costs at
most the epoch under way.
"""

import csv
import io
import sys
import time
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import NoReturn

from tqdm import tqdm

from lenet_gui import paths
from lenet_gui.atomic import write_bytes
from lenet_gui.errors import QT_TRANSLATE_NOOP, RunError
from lenet_gui.network import bundle
from lenet_gui.network.card import Source, Training
from lenet_gui.training import (
    calibrate,
    checkpoint,
    corpus,
    curves,
    evaluate,
    material,
    mnist,
)
from lenet_gui.training.loop import Score, Trainer
from lenet_gui.training.recipes import RECIPES, Recipe

SEED = 1998
"""The seed of a run that is given none."""


@dataclass(frozen=True)
class Order:
    """What somebody wants trained, and where.

    Attributes:
        id: of the network.
        data: folder of MNIST's files; None for the user's cache.
        strokes: stroke sets, of digits and of anything else.
        teachers: cards of networks to learn from.
        epochs: None for as many as the recipe says, or as the run to go on with was given.
        seed: None for `SEED`, or that of the run to go on with.
        run: folder of the run; None for `runs/ID` in the current folder.
        out: folder for the bundle; None for the one trained bundles go to.
        resume: whether to go on with the run in the folder, if there is one.
    """

    id: str
    data: Path | None = None
    strokes: tuple[Path, ...] = ()
    teachers: tuple[Path, ...] = ()
    epochs: int | None = None
    seed: int | None = None
    run: Path | None = None
    out: Path | None = None
    resume: bool = False

    @property
    def folder(self) -> Path:
        """The folder of the run."""
        return self.run or Path("runs") / self.id

    @property
    def checkpoint(self) -> Path:
        """Where the run's checkpoint lies."""
        return self.folder / "checkpoint.pt"


def train(order: Order) -> Path:
    """Train a network, or go on with its training, and write its bundle.

    Returns:
        The path of the bundle's card.

    Raises:
        RunError: there is no such network, or the folder holds a run that is not this one.
        DatasetError: the digits cannot be had or read.
        BundleError: a teacher cannot be read.
        SaveError: something could not be written.
    """
    if order.id not in RECIPES:
        raise RunError(
            QT_TRANSLATE_NOOP("errors", "There is no network {id} to train. There are: {known}."),
            id=order.id,
            known=", ".join(RECIPES),
        )
    before = _checkpoint_to_resume(order)
    then = before.settings if before else {}
    seed = int(then.get("seed", SEED)) if order.seed is None else order.seed
    recipe = RECIPES[order.id]
    epochs = int(then.get("epochs", recipe.epochs)) if order.epochs is None else order.epochs
    distillation = recipe.distillation if order.teachers else None
    recipe = replace(recipe, epochs=epochs, distillation=distillation)

    data = mnist.folder(order.data)
    run = _Run(order, recipe, seed, data)
    if before:
        checkpoint.check_settings(order.folder, before.settings, run.settings)
        run.restore(before)
    run.finish()
    return run.export(data)


def _checkpoint_to_resume(order: Order) -> checkpoint.Checkpoint | None:
    """The checkpoint to go on from, or None to start at the beginning."""
    if not order.checkpoint.exists():
        return None
    if not order.resume:
        raise RunError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{folder} holds a run already: go on with it with --resume, or start another with"
                " --run.",
            ),
            folder=order.folder,
        )
    return checkpoint.read(order.checkpoint)


@dataclass(frozen=True)
class Epoch:
    """One line of the log. Accuracies are from 0 to 1.

    The training figures are those of the distorted digits while the weights were changing; the
    validation figures are those of the averaged weights at the epoch's end, on MNIST's digits and
    on those of the validation writers (0 without stroke sets).
    """

    epoch: int
    train_loss: float
    train_accuracy: float
    validation_loss: float
    validation_accuracy: float
    writers_loss: float
    writers_accuracy: float
    seconds: float


class _Run:
    """A run under way."""

    def __init__(self, order: Order, recipe: Recipe, seed: int, data: Path) -> None:
        self._order = order
        self._recipe = recipe
        self._seed = seed
        self._corpus, self._held_out = corpus.read(data, order.strokes)
        teachers = [bundle.load(path).compiled() for path in order.teachers]
        models = (Source(f"{teacher.card.id}.pt", teacher.card.sha256) for teacher in teachers)
        self._sources = (*self._corpus.sources, *models)
        self._trainer = Trainer(order.id, recipe, self._corpus, seed, teachers)
        self._log: list[Epoch] = []

    @property
    def settings(self) -> checkpoint.Settings:
        """All that decides what the weights become."""
        sources: dict[str, str] = {}
        for source in self._sources:  # several teachers have one name
            before = [sources[source.name]] if source.name in sources else []
            sources[source.name] = ", ".join([*before, source.sha256])
        started_with: checkpoint.Settings = {"network": self._order.id, "seed": self._seed}
        return {**started_with, **self._recipe.for_card(), **sources}

    def restore(self, before: checkpoint.Checkpoint) -> None:
        """Go back to where the run was stopped.

        Raises:
            RunError: the checkpoint does not hold what it should.
        """
        try:
            self._trainer.restore(before.state)
            self._log = [Epoch(**row) for row in before.log]
        except (KeyError, TypeError, ValueError, RuntimeError, AttributeError) as error:
            raise checkpoint.damaged(self._order.checkpoint) from error

    def finish(self) -> None:
        """Train all epochs that are left."""
        steps = self._trainer.steps
        bar: tqdm[NoReturn] = tqdm(
            total=self._recipe.epochs * steps,
            initial=len(self._log) * steps,
            unit="step",
            mininterval=0.2 if sys.stderr.isatty() else 10,  # a log wants fewer lines than a screen
        )
        with bar:
            while len(self._log) < self._recipe.epochs:
                self._epoch(bar)

    def _epoch(self, bar: "tqdm[NoReturn]") -> None:
        """Train one epoch and keep what came of it."""
        start = time.monotonic()
        number = len(self._log) + 1
        bar.set_description(f"epoch {number}/{self._recipe.epochs}", refresh=False)

        def show(so_far: Score) -> None:
            bar.set_postfix_str(
                f"loss {so_far.loss:.4f}, accuracy {so_far.accuracy:.2%}", refresh=False
            )
            bar.update()

        trained = self._trainer.epoch(show)
        validation = self._trainer.score(self._held_out.digits)
        writers = self._trainer.score(self._held_out.drawn)
        seconds = round(time.monotonic() - start, 2)
        figures = *_figures(trained), *_figures(validation), *_figures(writers)
        self._log.append(Epoch(number, *figures, seconds))
        self._keep()

    def _keep(self) -> None:
        """Write checkpoint, log and curves."""
        log = [asdict(epoch) for epoch in self._log]
        kept = checkpoint.Checkpoint(dict(self.settings), self._trainer.state(), log)
        checkpoint.write(self._order.checkpoint, kept)
        write_bytes(self._order.folder / "log.csv", _csv(self._log))
        picture = curves.draw(
            f"{self._order.id}, seed {self._seed}",
            {
                "training (as distorted)": [
                    (epoch.train_loss, epoch.train_accuracy) for epoch in self._log
                ],
                "validation digits": [
                    (epoch.validation_loss, epoch.validation_accuracy) for epoch in self._log
                ],
                **self._writers_curve(),
            },
            self._recipe.epochs,
        )
        write_bytes(self._order.folder / "curves.png", picture)

    def _writers_curve(self) -> dict[str, list[tuple[float, float]]]:
        """The curve of the validation writers, if there are any."""
        if not len(self._held_out.drawn):
            return {}
        curve = [(epoch.writers_loss, epoch.writers_accuracy) for epoch in self._log]
        return {"validation writers": curve}

    def export(self, data: Path) -> Path:
        """Calibrate, read the test digits, once, and write the bundle; its card's path."""
        network = self._trainer.network()
        training = Training(self._sources, self._recipe.for_card(), self._seed)
        draft = bundle.draft(network, training)
        held_out = [self._held_out.digits, self._held_out.drawn]
        digits = [calibrate.answer(draft, part) for part in held_out if len(part)]
        others = calibrate.answer(draft, self._held_out.others)
        varied = self._held_out.strangers(self._recipe.mixture.variation, self._seed)
        strangers = [calibrate.answer(draft, varied)] if len(varied) else []
        rule = calibrate.fit(draft.card.probabilities, digits, others, strangers)
        unsure = calibrate.rule_for_unsure(rule, digits, others)
        test = material.mnist_test(data)
        evaluation = evaluate.evaluate(bundle.draft(network, training, rule, unsure), test)
        return bundle.write(
            network,
            self._order.out or paths.trained_models(),
            training=training,
            results=[evaluate.as_result(evaluation)],
            probabilities=rule,
            unsure=unsure,
        )


def _figures(score: Score) -> tuple[float, float]:
    return round(score.loss, 5), round(score.accuracy, 5)


def _csv(log: list[Epoch]) -> bytes:
    """The log as a table with a heading."""
    text = io.StringIO()
    writer = csv.DictWriter(text, [field.name for field in fields(Epoch)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(epoch) for epoch in log)
    return text.getvalue().encode()

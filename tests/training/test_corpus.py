"""The corpus mixes MNIST, drawings and scribbles; test writers are in no part of it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.recognition import ink
from lenet_gui.training import mnist
from lenet_gui.training.corpus import Corpus, HeldOut, Mixture, as_digits, read
from lenet_gui.training.recipes import RECIPES
from lenet_gui.training.strokes import NO_DIGIT, read_strokes, split
from tests.drawn_strokes import write_strokes
from tests.typeset_mnist import write_mnist

MIXTURE = Mixture(
    copies=2, others=3, made_up=0.2, scribbles=0.1, variation=RECIPES["lenet5-bn"].mixture.variation
)
STILL = replace(
    MIXTURE.variation,
    **dict.fromkeys(vars(MIXTURE.variation), 0.0),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_mnist(tmp_path_factory.mktemp("corpus"))
    write_strokes(folder / "digits.npz")
    write_strokes(folder / "signs.npz", signs=True)
    return folder


@pytest.fixture(scope="module")
def both(folder: Path) -> tuple[Corpus, HeldOut]:
    return read(folder, [folder / "digits.npz", folder / "signs.npz"])


def test_corpus_has_only_the_training_writers(both: tuple[Corpus, HeldOut], folder: Path) -> None:
    corpus, held_out = both
    parts = [split(read_strokes(folder / name)) for name in ("digits.npz", "signs.npz")]
    assert [set(part.training.groups) for part in parts] == [
        {"w0", "w1", "w3"},
        {"Flat", "Hook", "Tent"},
    ]
    assert [set(part.test.groups) for part in parts] == [{"w4"}, {"Zig"}]
    assert len(corpus.drawings) == sum(len(part.training.drawings) for part in parts)
    assert len(held_out.drawn) == len(parts[0].validation.drawings) == 10
    assert len(held_out.others) == len(parts[1].validation.drawings) == 5
    assert set(held_out.others.labels) == {NO_DIGIT}


def test_strangers_draw_what_the_validation_writers_drew_but_otherwise(
    both: tuple[Corpus, HeldOut],
) -> None:
    _, held_out = both
    strangers = held_out.strangers(MIXTURE.variation, seed=1)
    assert len(strangers) == 3 * len(held_out.drawn)
    for start in range(0, len(strangers), len(held_out.drawn)):
        part = slice(start, start + len(held_out.drawn))
        assert np.array_equal(strangers.labels[part], held_out.drawn.labels)
        changed = (strangers.inputs[part] != held_out.drawn.inputs).any(axis=(1, 2))
        assert changed.all()
    again = held_out.strangers(MIXTURE.variation, seed=1)
    assert np.array_equal(again.inputs, strangers.inputs)
    assert not np.array_equal(
        held_out.strangers(MIXTURE.variation, seed=2).inputs, strangers.inputs
    )


def test_nothing_is_learned_from_characters_that_look_like_digits(folder: Path) -> None:
    arrays = dict(np.load(folder / "signs.npz"))
    arrays["labels"] = np.array(
        ["Latin/character15", "Latin/character01"] * 12 + ["Latin/character15"]
    )
    np.savez(folder / "letters.npz", **arrays)
    corpus, _ = read(folder, [folder / "letters.npz"])
    assert set(corpus.labels) == {"Latin/character01"}


def test_epoch_is_mnist_once_and_the_rest_as_often_as_the_mixture_says(
    both: tuple[Corpus, HeldOut],
) -> None:
    corpus, _ = both
    epoch = corpus.epoch(MIXTURE, np.random.default_rng(1))
    mnist_digits, digits, signs = len(corpus.digits), 3 * 10 * 2, 3 * 5 * 3
    made_up, scribbles = int(mnist_digits * 0.2), int(mnist_digits * 0.1)
    drawn = digits + signs + made_up + scribbles
    assert len(epoch) == corpus.size(MIXTURE) == mnist_digits + drawn
    assert np.array_equal(epoch.inputs[:mnist_digits], corpus.digits.inputs)
    assert np.count_nonzero(epoch.labels == NO_DIGIT) == signs + scribbles
    assert epoch.inputs.dtype == np.uint8
    assert epoch.inputs[mnist_digits:-scribbles].any(axis=(1, 2)).all()


def test_drawings_left_as_they_are_become_the_inputs_that_the_app_reads(
    both: tuple[Corpus, HeldOut],
) -> None:
    corpus, _ = both
    still = Mixture(copies=1, others=1, made_up=0.0, scribbles=0.0, variation=STILL)
    epoch = corpus.epoch(still, np.random.default_rng(1))
    for seen, strokes in zip(epoch.inputs[len(corpus.digits) :], corpus.drawings, strict=True):
        expected = np.rint(ink.normalize_strokes(strokes) * 255)
        assert np.abs(seen.astype(float) - expected).max() <= 8  # float32 units


def test_every_epoch_draws_anew_and_one_seed_the_same(both: tuple[Corpus, HeldOut]) -> None:
    corpus, _ = both
    chance = np.random.default_rng(1)
    first, second = corpus.epoch(MIXTURE, chance), corpus.epoch(MIXTURE, chance)
    assert not np.array_equal(first.inputs, second.inputs)
    again = corpus.epoch(MIXTURE, np.random.default_rng(1))
    assert np.array_equal(first.inputs, again.inputs)


def test_without_stroke_sets_there_are_mnist_and_what_is_made_up(folder: Path) -> None:
    corpus, held_out = read(folder, [])
    assert corpus.sources == mnist.training(folder)[0].sources
    assert len(held_out.drawn) == len(held_out.others) == 0
    epoch = corpus.epoch(MIXTURE, np.random.default_rng(1))
    drawn = epoch.labels[len(corpus.digits) :]
    assert np.count_nonzero(drawn == NO_DIGIT) == int(len(corpus.digits) * MIXTURE.scribbles)
    assert len(drawn) == corpus.size(MIXTURE) - len(corpus.digits)


def test_sources_name_every_file_with_its_hash(both: tuple[Corpus, HeldOut]) -> None:
    names = [source.name for source in both[0].sources]
    assert names[-2:] == ["digits.npz", "signs.npz"]
    assert all(len(source.sha256) == 64 for source in both[0].sources)


def test_set_without_such_drawings_gives_none(folder: Path) -> None:
    signs = read_strokes(folder / "signs.npz")
    assert len(as_digits([signs])) == 0
    assert len(as_digits([signs], others=True)) == len(signs.drawings)

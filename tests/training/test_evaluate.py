"""Evaluation counts what a network reads right, by class, whatever the material."""

import io
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from lenet_gui import paths
from lenet_gui.errors import DatasetError
from lenet_gui.network import bundle
from lenet_gui.network.bundle import Bundle
from lenet_gui.network.card import Result, Unsure
from lenet_gui.recognition import ink
from lenet_gui.recognition.drawing import Input
from lenet_gui.recognition.recognizer import Recognizer
from lenet_gui.training import evaluate, material, report
from lenet_gui.training.evaluate import Evaluation
from lenet_gui.training.material import HeldOut, Material
from lenet_gui.training.strokes import read_strokes
from tests.drawn_strokes import write_strokes
from tests.typeset_mnist import TEST, typeset_digits, write_mnist


@pytest.fixture(scope="module")
def tanh() -> Bundle:
    return bundle.load(paths.models() / "lenet5-tanh.json")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Typeset digits as an `.npz` of images."""
    path = tmp_path_factory.mktemp("images") / "digits.npz"
    images, labels = typeset_digits(TEST, seed=2)
    np.savez(path, images=images, labels=labels)
    return path


def adds_up(evaluation: Evaluation) -> bool:
    """Whether accuracy and shares per class are those of the confusion matrix."""
    confusion = np.array(evaluation.confusion)
    per_class = [share for share in evaluation.per_class.values() if share is not None]
    drawn = confusion.sum(axis=1)
    return (
        confusion.sum() == evaluation.n
        and evaluation.accuracy == confusion.trace() / evaluation.n
        and per_class == [*(confusion.diagonal()[drawn > 0] / drawn[drawn > 0])]
    )


def test_mnist_test_digits_are_read_as_they_are_padded(tanh: Bundle, tmp_path: Path) -> None:
    evaluation = evaluate.evaluate(tanh, material.mnist_test(write_mnist(tmp_path)))
    images, labels = typeset_digits(TEST, seed=2)
    padded = np.pad(images, ((0, 0), (2, 2), (2, 2)))[:, None].astype(np.float32) / np.float32(255)
    read = tanh.probabilities(tanh.scores(padded)).argmax(axis=1)
    assert evaluation.accuracy == np.mean(read == labels)
    assert evaluation.n == TEST
    assert adds_up(evaluation)


def test_images_are_fitted_and_centred_first(tanh: Bundle, tmp_path: Path) -> None:
    images, labels = typeset_digits(TEST, seed=2)
    shares = []
    for scale in (1, 4):
        path = tmp_path / f"{scale}.npz"
        large = np.kron(images, np.ones((1, scale, scale), np.uint8))
        corner = np.pad(large, ((0, 0), (0, 50 * (scale - 1)), (0, 90 * (scale - 1))))
        np.savez(path, images=corner, labels=labels)
        evaluation = evaluate.evaluate(tanh, material.images(path))
        assert adds_up(evaluation)
        shares.append(evaluation.accuracy)
    assert min(shares) > 0.5
    assert abs(shares[0] - shares[1]) < 0.05


def test_strokes_are_read_as_the_app_reads_them(tanh: Bundle, tmp_path: Path) -> None:
    line = np.stack([np.zeros(20), np.linspace(0, 300, 20)], axis=1).astype(np.float32)
    turn = np.linspace(0, 2 * np.pi, 40)
    ring = np.stack([100 * np.cos(turn), 150 * np.sin(turn)], axis=1).astype(np.float32)
    path = tmp_path / "set.npz"
    np.savez(
        path,
        points=np.concatenate([line, ring]),
        stroke_offsets=np.array([0, 20, 60], np.int32),
        sample_offsets=np.array([0, 1, 2], np.int32),
        labels=np.array([1, 0], np.int8),
        writers=np.array(["ann", "ann"]),
    )
    evaluation = evaluate.evaluate(tanh, material.stroke_set(path))
    inputs = np.stack([ink.normalize_strokes([line]), ink.normalize_strokes([ring])])
    right = tanh.probabilities(tanh.scores(inputs[:, None])).argmax(axis=1) == [1, 0]
    assert evaluation.accuracy == right.mean()
    assert evaluation.per_class["5"] is None
    assert adds_up(evaluation)


def test_confusion_has_drawn_in_rows_and_read_in_columns(tanh: Bundle, pictures: Path) -> None:
    honest = material.images(pictures)
    renamed = Material("x.npz", "all called 3", honest.inputs, ["3"] * TEST)
    confusion = np.array(evaluate.evaluate(tanh, renamed).confusion)
    assert confusion[3].sum() == TEST
    assert (confusion.sum(axis=0) > 0).sum() > 5


def test_more_samples_than_a_batch_are_all_read(tanh: Bundle) -> None:
    def blank() -> Iterator[Input]:
        for _ in range(1_203):
            yield np.zeros((32, 32), np.float32)

    evaluation = evaluate.evaluate(tanh, Material("x.npz", "blank", blank(), ["0"] * 1_203))
    assert np.sum(evaluation.confusion) == evaluation.n == 1_203


@pytest.mark.parametrize("labels", [[], ["x", "3"], ["10"]])
def test_labels_that_are_no_digits_are_refused(tanh: Bundle, labels: list[str]) -> None:
    inputs = [np.zeros((32, 32), np.float32) for _ in labels]
    with pytest.raises(DatasetError, match="can be asked"):
        evaluate.evaluate(tanh, Material("x.npz", "some", inputs, labels))


@pytest.fixture(scope="module")
def doubtful(written: Path, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """A network of random weights that is unsure of about half of what is drawn."""
    path = write_strokes(tmp_path_factory.mktemp("strokes") / "digits.npz")
    random = bundle.load(written)
    found = np.sort(sureness(random, path))[10:-10]
    # in the widest gap: alone and among others, a drawing is a hair more or less sure
    gap = int(np.diff(found).argmax())
    return with_rule(random, float(found[gap : gap + 2].mean()))


def with_rule(tanh: Bundle, below: float) -> Bundle:
    """The same network with a rule for being unsure."""
    unsure = Unsure(below=below, digits=0, digits_unsure=0.0, calibration_error=0.0)
    return Bundle(msgspec.structs.replace(tanh.card, unsure=unsure), tanh._module)


def sureness(tanh: Bundle, path: Path) -> NDArray[np.float32]:
    """The probability of the likeliest class of every drawing of a stroke set."""
    inputs = np.stack([ink.normalize(drawing) for drawing in read_strokes(path).drawings])
    found = tanh.probabilities(tanh.scores(inputs[:, None]))
    return found.max(axis=1)  # type: ignore[no-any-return]


def test_unsure_are_those_that_the_window_has_no_verdict_for(
    doubtful: Bundle, tmp_path: Path
) -> None:
    path = write_strokes(tmp_path / "digits.npz", writers=8)
    reader = Recognizer(doubtful)
    drawn = read_strokes(path)
    readings = [reader.read(drawing) for drawing in drawn.drawings]
    sure = [reading.verdict.digit is not None for reading in readings]
    right = [r.likeliest == label for r, label in zip(readings, drawn.labels, strict=True)]
    evaluation = evaluate.evaluate(doubtful, material.stroke_set(path))
    assert 0 < sum(sure) < len(sure)
    assert evaluation.unsure == pytest.approx(1 - np.mean(sure))
    assert evaluation.accuracy == pytest.approx(np.mean(right))
    assert evaluation.accuracy_when_sure == pytest.approx(np.mean(np.array(right)[sure]))


def test_a_reading_just_as_sure_as_it_must_be_is_sure(doubtful: Bundle, tmp_path: Path) -> None:
    path = write_strokes(tmp_path / "digits.npz")
    found = sureness(doubtful, path)
    just_enough = float(np.sort(found)[len(found) // 2])
    evaluation = evaluate.evaluate(with_rule(doubtful, just_enough), material.stroke_set(path))
    assert evaluation.unsure == np.mean(found < np.float32(just_enough)) > 0


def test_without_a_rule_nothing_is_unsure(tanh: Bundle, pictures: Path) -> None:
    plain = Bundle(msgspec.structs.replace(tanh.card, unsure=None), tanh._module)
    evaluation = evaluate.evaluate(plain, material.images(pictures))
    assert evaluation.unsure == 0
    assert evaluation.accuracy_when_sure == evaluation.accuracy


def test_where_none_is_sure_there_is_no_accuracy_when_sure(tanh: Bundle, pictures: Path) -> None:
    nothing_is_enough = with_rule(tanh, 1.0)
    blank = Material("x.npz", "blank", [np.zeros((32, 32), np.float32)] * 3, ["0"] * 3)
    evaluation = evaluate.evaluate(nothing_is_enough, blank)
    assert evaluation.unsure == 1
    assert evaluation.accuracy_when_sure is None
    assert report.as_values(evaluation)["accuracy_when_sure"] is None
    assert "– of all others" in report.as_text(evaluation)


def test_misread_are_kept_with_place_verdict_and_picture(tanh: Bundle) -> None:
    images, labels = typeset_digits(TEST, seed=2)
    inputs = np.pad(images, ((0, 0), (2, 2), (2, 2))).astype(np.float32) / np.float32(255)
    probabilities = tanh.probabilities(tanh.scores(inputs[:, None]))
    turned = [str(9 - label) for label in labels]  # no label is right then but by chance
    evaluation = evaluate.evaluate(tanh, Material("x.npz", "turned", inputs, turned))
    wrong = [i for i in range(TEST) if turned[i] != str(probabilities[i].argmax())]
    assert [one.index for one in evaluation.misread] == wrong
    assert evaluation.wrong == len(wrong)
    for one in evaluation.misread:
        assert one.label == turned[one.index]
        assert one.read == str(probabilities[one.index].argmax())
        assert one.probability == pytest.approx(probabilities[one.index].max(), abs=1e-6)
        with Image.open(io.BytesIO(one.picture)) as seen:
            assert np.array_equal(np.asarray(seen), np.pad(images[one.index], 2))


def test_misread_know_their_place_beyond_the_first_batch(tanh: Bundle) -> None:
    blank = np.zeros((32, 32), np.float32)
    read = int(tanh.probabilities(tanh.scores(blank[None, None])).argmax())
    labels = [str(read)] * 1_100
    for place in (3, 700, 1_099):
        labels[place] = str((read + 1) % 10)
    found = evaluate.evaluate(tanh, Material("x.npz", "blank", [blank] * 1_100, labels))
    assert [one.index for one in found.misread] == [3, 700, 1_099]


def test_only_so_many_misread_are_kept(tanh: Bundle) -> None:
    blank = np.zeros((32, 32), np.float32)
    read = int(tanh.probabilities(tanh.scores(blank[None, None])).argmax())
    wrong = Material("x.npz", "blank", [blank] * 700, [str((read + 1) % 10)] * 700)
    evaluation = evaluate.evaluate(tanh, wrong)
    assert evaluation.wrong == 700
    assert [one.index for one in evaluation.misread] == list(range(500))
    assert len(evaluate.as_result(evaluation).misread) == 100


def test_result_for_the_card_is_the_evaluation_and_can_be_read_back(
    doubtful: Bundle, tmp_path: Path
) -> None:
    evaluation = evaluate.evaluate(doubtful, material.mnist_test(write_mnist(tmp_path)))
    result = evaluate.as_result(evaluation)
    assert msgspec.json.decode(msgspec.json.encode(result), type=Result) == result
    assert result.source == "digits in MNIST's format test"
    assert (result.n, result.accuracy) == (TEST, evaluation.accuracy)
    assert result.unsure == evaluation.unsure > 0
    assert result.calibration_error == evaluation.calibration_error
    assert sum(part.n for part in result.calibration) == TEST
    assert np.sum(result.confusion) == TEST
    assert len(result.misread) == evaluation.wrong


def test_digits_are_told_from_what_is_no_digit_by_how_sure_the_network_is(
    doubtful: Bundle, tmp_path: Path
) -> None:
    digits = write_strokes(tmp_path / "digits.npz")
    signs = write_strokes(tmp_path / "signs.npz", signs=True)

    sure, doubted = sureness(doubtful, digits), sureness(doubtful, signs)
    pairs = [(a > b) + (a == b) / 2 for a in sure for b in doubted]
    rule = doubtful.card.unsure
    assert rule
    evaluation = evaluate.evaluate(
        doubtful, material.stroke_set(digits), [material.stroke_set(signs)]
    )
    [found] = evaluation.nondigits
    assert (found.name, found.n) == ("signs.npz", len(doubted))
    assert found.auroc == pytest.approx(np.mean(pairs))
    assert found.unsure == pytest.approx(np.mean(doubted < rule.below))
    values = report.as_values(evaluation)
    assert (values["auroc"], values["nondigits_unsure"]) == (found.auroc, found.unsure)


def test_several_sets_of_non_digits_are_told_apart_and_added_up(
    doubtful: Bundle, tmp_path: Path
) -> None:
    digits = write_strokes(tmp_path / "digits.npz")
    few = write_strokes(tmp_path / "few.npz", signs=True, writers=1)
    many = write_strokes(tmp_path / "many.npz", writers=3)  # labels are of no account
    one, other, together = evaluate.evaluate(
        doubtful,
        material.stroke_set(digits),
        [material.stroke_set(few), material.stroke_set(many)],
    ).nondigits
    assert together.n == one.n + other.n
    for figure in ("unsure", "auroc"):
        mean = (one.n * getattr(one, figure) + other.n * getattr(other, figure)) / together.n
        assert getattr(together, figure) == pytest.approx(mean)


def test_non_digits_without_drawings_are_refused(tanh: Bundle, pictures: Path) -> None:
    nothing = Material("none.npz", "none.npz", [], [])
    with pytest.raises(DatasetError, match=r"none\.npz holds no drawings"):
        evaluate.evaluate(tanh, material.images(pictures), [nothing])


def test_networks_side_by_side_read_each_input_once(tanh: Bundle, doubtful: Bundle) -> None:
    chance = np.random.default_rng(1)
    digits, others = chance.random((2, 7, 32, 32), np.float32) ** 9
    once = [Material("x.npz", "x", iter(inputs), ["3"] * 7) for inputs in (digits, others)]
    together = evaluate.evaluate_all([tanh, doubtful], once[:1], once[1:])
    again = [Material("x.npz", "x", inputs, ["3"] * 7) for inputs in (digits, others)]
    assert together == [
        evaluate.evaluate(network, again[0], again[1:]) for network in (tanh, doubtful)
    ]


def test_report_speaks_the_terminals_language(
    doubtful: Bundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    digits = write_strokes(tmp_path / "digits.npz")
    signs = write_strokes(tmp_path / "signs.npz", signs=True)
    evaluation = evaluate.evaluate(
        doubtful, material.stroke_set(digits), [material.stroke_set(signs)]
    )
    said = report.as_text(evaluation)
    assert f"{evaluation.n} 个中读对 {report.share(evaluation.accuracy)}，" in said
    for heading in ("所画", "读作", "概率", "不确定"):
        assert heading in said
    assert report.in_words(evaluation).startswith(f"{report.share(evaluation.accuracy)} of ")


def test_report_names_model_material_every_class_and_every_figure(
    doubtful: Bundle, tmp_path: Path
) -> None:
    digits = write_strokes(tmp_path / "digits.npz", writers=10)
    signs = write_strokes(tmp_path / "signs.npz", signs=True)
    held_out = HeldOut(frozenset())
    evaluation = evaluate.evaluate(
        doubtful,
        material.stroke_set(digits, held_out),
        [material.stroke_set(signs, held_out)],
    )
    said = report.as_text(evaluation)
    assert f"lenet5-tanh on {digits} (held out: w4, w9)" in said
    for figure in (
        evaluation.accuracy,
        evaluation.unsure,
        evaluation.accuracy_when_sure,
        evaluation.calibration_error,
    ):
        assert report.share(figure) in said
    lines = [line.split() for line in said.splitlines() if line]
    starts = [words[0] for words in lines]
    assert starts[starts.index("drawn") + 1 :][:10] == list("0123456789")
    bins = sum(1 for part in evaluation.calibration if part.n)
    assert starts.index("no") - starts.index("probability") == bins + 1
    assert lines[-1][:2] == ["signs.npz", "(Zig)"]
    assert lines[-1][-1] == f"{evaluation.nondigits[0].auroc:.4f}"

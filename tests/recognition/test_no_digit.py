"""What is no digit is not taken for one by the network that the app starts with."""

from collections.abc import Sequence

import numpy as np
import pytest

from lenet_gui.network.card import card_path
from lenet_gui.recognition.drawing import Drawing, Stroke
from lenet_gui.recognition.recognizer import Recognizer
from lenet_gui.settings import Settings


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer.load(card_path(Settings().model))


def line(*points: tuple[float, float]) -> Stroke:
    return np.array(points, np.float32)


def ring(x: float, y: float, across: float, down: float) -> Stroke:
    angle = np.linspace(0, 2 * np.pi, 40)
    return np.stack(
        [x + across * np.cos(angle), y + down * np.sin(angle)], axis=1, dtype=np.float32
    )


def rubbed(rows: int) -> Stroke:
    """A page filled to and fro, from edge to edge."""
    ends = [(0.02 + 0.96 * (row % 2), 0.02 + 0.96 * row / rows) for row in range(rows + 1)]
    return np.array(ends, np.float32)


def spiral(turns: float) -> Stroke:
    angle = np.linspace(0, 2 * np.pi * turns, 200)
    return np.stack([angle * np.cos(angle), angle * np.sin(angle)], axis=1, dtype=np.float32)


def scrawl(seed: int) -> Stroke:
    """A line that wanders all over the page."""
    steps = np.random.default_rng(seed).normal(0, 1, (250, 2))
    smooth = np.stack([np.convolve(axis, np.ones(5)) for axis in steps.T], axis=1)
    return smooth.cumsum(axis=0).astype(np.float32)


FOUR = [line((0.3, 0), (0, 0.6), (0.5, 0.6)), line((0.4, 0.3), (0.4, 1))]
TWO = line((0.7, 0.2), (0.9, 0), (1.2, 0.2), (0.7, 1), (1.2, 1))
SHAPES: dict[str, Sequence[Stroke]] = {
    "level line": [line((0, 0.5), (1, 0.5))],
    "line from corner to corner": [line((0, 1), (1, 0.2))],
    "line the other way": [line((0, 0.2), (1, 0.9))],
    "filled page": [rubbed(30)],
    "page filled coarsely": [rubbed(12)],
    "spiral": [spiral(6)],
    "cross": [line((0, 0), (1, 1)), line((1, 0), (0, 1))],
    "plus": [line((0.5, 0), (0.5, 1)), line((0, 0.5), (1, 0.5))],
    "triangle": [line((0.5, 0), (1, 0.9), (0, 0.9), (0.5, 0))],
    "house": [line((0, 1), (0, 0.4), (0.5, 0), (1, 0.4), (1, 1), (0, 1)), line((0, 0.4), (1, 0.4))],
    "cat": [
        ring(0.5, 0.6, 0.45, 0.4),
        line((0.12, 0.38), (0.15, 0), (0.4, 0.22)),
        line((0.6, 0.22), (0.85, 0), (0.88, 0.38)),
        ring(0.35, 0.5, 0.05, 0.05),
        ring(0.65, 0.5, 0.05, 0.05),
        line((0.3, 0.75), (0.5, 0.82), (0.7, 0.75)),
        line((-0.1, 0.6), (0.3, 0.65)),
        line((0.7, 0.65), (1.1, 0.6)),
    ],
    "star": [line((0.2, 1), (0.5, 0), (0.8, 1), (0, 0.4), (1, 0.4), (0.2, 1))],
    "forty-two": [*FOUR, TWO],
    "tap": [line((0.4, 0.4))],
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_that_is_no_digit_has_no_verdict(recognizer: Recognizer, name: str) -> None:
    reading = recognizer.read(Drawing(tuple(SHAPES[name])))
    assert reading.verdict.digit is None
    assert reading.probabilities.max() < 0.9


@pytest.mark.parametrize("seed", range(20))
def test_a_scrawl_is_never_almost_sure(recognizer: Recognizer, seed: int) -> None:
    assert recognizer.read(Drawing((scrawl(seed),))).probabilities.max() < 0.99


@pytest.mark.parametrize("ink", [0.0, 1.0])
def test_an_empty_and_a_full_page_have_no_verdict(recognizer: Recognizer, ink: float) -> None:
    page = np.full((64, 64), ink, np.float32)
    reading = recognizer.read(Drawing(picture=page))
    assert reading.verdict.digit is None
    assert reading.probabilities.max() < 0.9


def test_an_upright_line_is_a_one(recognizer: Recognizer) -> None:
    assert recognizer.read(Drawing((line((0.5, 0), (0.48, 1)),))).verdict.digit == "1"


VARIANTS: dict[str, tuple[str, Sequence[Stroke]]] = {
    "one with a flag": ("1", [line((0.15, 0.35), (0.5, 0), (0.5, 1))]),
    "one with flag and foot": (
        "1",
        [line((0.2, 0.3), (0.5, 0), (0.5, 1)), line((0.2, 1), (0.8, 1))],
    ),
    "seven with a bar": ("7", [line((0, 0), (0.7, 0), (0.3, 1)), line((0.15, 0.5), (0.7, 0.5))]),
    "zero with a slash": ("0", [ring(0.5, 0.5, 0.35, 0.5), line((0.2, 0.85), (0.8, 0.15))]),
    "open four": ("4", [line((0.1, 0), (0.05, 0.5), (0.7, 0.5)), line((0.6, 0.05), (0.6, 1))]),
    "two of straight lines": ("2", [line((0, 0.05), (0.6, 0), (0.3, 1), (0.9, 0.97))]),
    "three of straight lines": ("3", [line((0, 0), (0.6, 0), (0.2, 0.4), (0.65, 0.6), (0, 0.95))]),
    "closed four": ("4", [line((0.55, 1), (0.55, 0), (0, 0.65), (0.8, 0.65))]),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_digits_are_read_as_people_elsewhere_write_them(recognizer: Recognizer, name: str) -> None:
    digit, strokes = VARIANTS[name]
    assert recognizer.read(Drawing(tuple(strokes))).likeliest == digit

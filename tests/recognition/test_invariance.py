"""What is read depends on the shape drawn alone: not on its place, its size or its speed."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.network.card import card_path
from lenet_gui.recognition.drawing import Drawing, Stroke
from lenet_gui.recognition.recognizer import Recognizer
from lenet_gui.settings import Settings

ANGLES = np.linspace(0, 6.6, 30)
SHAPES = {
    "0": [np.stack([8 * np.sin(ANGLES), -14 * np.cos(ANGLES)], axis=1)],
    "1": [np.array([(5, 0), (5, 20), (4, 40)])],
    "4": [np.array([(6, 0), (0, 20), (18, 20)]), np.array([(14, 6), (14, 34)])],
    "7": [np.array([(0, 0), (20, 0), (8, 40)]), np.array([(6, 20), (18, 19)])],
    "cross": [np.array([(0, 0), (20, 20)]), np.array([(20, 0), (0, 20)])],
}


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer.load(card_path(Settings().model))


def drawn(name: str, wobble: Sequence[float]) -> list[Stroke]:
    """A shape with its points moved, so that no two examples are alike."""
    strokes = [stroke.astype(np.float32) for stroke in SHAPES[name]]
    chance = np.random.default_rng([round(1000 * part) for part in wobble])
    return [stroke + chance.normal(0, 0.7, stroke.shape).astype(np.float32) for stroke in strokes]


@settings(deadline=None, max_examples=60)
@given(
    name=st.sampled_from(sorted(SHAPES)),
    wobble=st.lists(st.floats(0, 1), min_size=2, max_size=2),
    place=st.tuples(st.floats(-500, 500), st.floats(-500, 500)),
    size=st.floats(0.02, 50),
)
def test_the_same_strokes_moved_and_scaled_give_the_same_probabilities(
    recognizer: Recognizer,
    name: str,
    wobble: list[float],
    place: tuple[float, float],
    size: float,
) -> None:
    strokes = drawn(name, wobble)
    moved = [((stroke * size) + np.array(place)).astype(np.float32) for stroke in strokes]
    np.testing.assert_allclose(
        recognizer.read(Drawing(tuple(moved))).probabilities,
        recognizer.read(Drawing(tuple(strokes))).probabilities,
        atol=1e-3,
    )


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_strokes_in_another_order_and_direction_give_the_same_probabilities(
    recognizer: Recognizer, name: str
) -> None:
    strokes = drawn(name, [0.5])
    np.testing.assert_allclose(
        recognizer.read(Drawing(tuple(stroke[::-1] for stroke in strokes[::-1]))).probabilities,
        recognizer.read(Drawing(tuple(strokes))).probabilities,
        atol=1e-3,
    )

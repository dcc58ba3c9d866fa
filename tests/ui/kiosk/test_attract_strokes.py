"""The digits that the app draws by itself."""

from collections import Counter

import numpy as np
import pytest

from lenet_gui import paths
from lenet_gui.app import load_reader
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.ui.kiosk import attract_strokes
from lenet_gui.ui.pad import stroke_player

BUNDLED = sorted(path.stem for path in paths.models().glob("*.json"))


def test_each_digit_is_there_as_often_as_any_other() -> None:
    counted = Counter(drawing.digit for drawing in attract_strokes.read())
    assert set(counted) == set("0123456789")
    assert len(set(counted.values())) == 1


@pytest.mark.parametrize("model", BUNDLED)
def test_every_bundled_network_is_sure_of_each(model: str) -> None:
    reader = load_reader(model)
    for drawing in attract_strokes.read():
        strokes = tuple(stroke_player.fit(drawing.strokes))
        verdict = reader.read(Drawing(strokes)).verdict
        assert verdict.digit == drawing.digit
        assert not verdict.doubted


def test_the_pen_goes_forward_in_time_at_the_pace_of_a_hand() -> None:
    for drawing in attract_strokes.read():
        times = [ms for stroke in drawing.times for ms in stroke]
        assert times == sorted(times)
        assert 500 < times[-1] < 3500
        for stroke, reached in zip(drawing.strokes, drawing.times, strict=True):
            way = np.linalg.norm(np.diff(stroke, axis=0), axis=1)
            speed = way / np.maximum(np.diff(reached), 1)  # thousandths of its height a millisecond
            assert speed.max() < 3
            middle = speed[len(speed) // 4 : -len(speed) // 4]
            assert speed[:2].mean() < middle.mean(), "it starts slowly"

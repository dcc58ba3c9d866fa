"""Pictures of the real window, taken by the real command."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

SIZE = (900, 640)
MENU = (0, 0, 300, 22)


def snapshot(out: Path, *arguments: str | Path) -> Image.Image:
    size = f"{SIZE[0]}x{SIZE[1]}"
    subprocess.run(
        [sys.executable, "-m", "lenet_gui", "snapshot", out, "--size", size, *arguments],
        capture_output=True,
        timeout=120,
        check=True,
    )
    with Image.open(out) as picture:
        return picture.convert("L")


@pytest.fixture
def stroke_file(tmp_path: Path) -> Path:
    """Two samples of one stroke: a 1, and a line from corner to corner."""
    path = tmp_path / "strokes.npz"
    np.savez(
        path,
        points=np.array([[5, 0], [5, 9], [0, 0], [9, 9]], np.float32),
        stroke_offsets=np.array([0, 2, 4], np.int32),
        sample_offsets=np.array([0, 1, 2], np.int32),
        labels=np.array([1, 1], np.int8),
        writers=np.array(["a", "a"]),
    )
    return path


def contrast(picture: Image.Image) -> float:
    low, high = picture.getextrema()
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    return high - low


def test_an_empty_pad_is_shown_with_everything_in_its_place(tmp_path: Path) -> None:
    picture = snapshot(tmp_path / "out.png")
    assert picture.size == SIZE
    assert contrast(picture.crop(MENU)) > 100


def test_the_strokes_of_the_sample_asked_for_are_drawn(tmp_path: Path, stroke_file: Path) -> None:
    upright = snapshot(tmp_path / "a.png", "--strokes", stroke_file)
    slanted = snapshot(tmp_path / "b.png", "--strokes", stroke_file, "--index", "1")
    pad = (60, 60, 360, 360)
    assert contrast(upright.crop(pad)) > 150
    assert upright.crop(pad).tobytes() != slanted.crop(pad).tobytes()


def test_a_picture_theme_language_model_and_comparison_can_be_chosen(tmp_path: Path) -> None:
    drawn = tmp_path / "one.png"
    ink = np.full((60, 60), 255, np.uint8)
    ink[10:50, 28:33] = 0
    Image.fromarray(ink).save(drawn)
    dark = snapshot(tmp_path / "a.png", "--picture", drawn)
    light = snapshot(
        tmp_path / "b.png",
        *("--picture", drawn, "--theme", "light", "--language", "zh_CN"),
        *("--model", "lenet5-1998", "--compare"),
    )
    assert np.asarray(dark).mean() < 80 < 180 < np.asarray(light).mean()

"""The gallery as it ships, and damaged ones."""

import json
import shutil
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from lenet_gui import paths
from lenet_gui.errors import PictureError
from lenet_gui.network.card import card_path
from lenet_gui.recognition import gallery
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.recognizer import Recognizer
from lenet_gui.settings import Settings


def test_there_are_six_digits_of_each_class_no_two_alike() -> None:
    samples = gallery.read()
    assert Counter(sample.label for sample in samples) == dict.fromkeys("0123456789", 6)
    assert len({sample.ink.tobytes() for sample in samples}) == len(samples)
    for sample in samples:
        assert sample.ink.shape == (32, 32)
        assert sample.ink.dtype == np.float32
        assert sample.ink.min() == 0
        assert sample.ink.max() > 0.9
        assert not sample.ink.flags.writeable


def test_the_network_that_reads_at_first_reads_the_easy_ones_surely_and_doubts_the_others() -> None:
    recognizer = Recognizer.load(card_path(Settings().model))
    drawings = [Drawing(picture=sample.ink, is_input=True) for sample in gallery.read()]
    readings = [recognizer.read(drawing) for drawing in drawings]
    labels = [sample.label for sample in gallery.read()]
    is_easy = [place % 6 < 3 for place in range(len(labels))]
    sure = [reading.verdict.digit == label for reading, label in zip(readings, labels, strict=True)]
    assert all(was_read for was_read, easy in zip(sure, is_easy, strict=True) if easy)
    easy = [r.probabilities.max() for r, e in zip(readings, is_easy, strict=True) if e]
    hard = [r.probabilities.max() for r, e in zip(readings, is_easy, strict=True) if not e]
    assert min(easy) > max(hard)


def test_the_gallery_is_small_and_tells_whose_digits_they_are() -> None:
    files = sorted((paths.resources() / "samples").glob("gallery.*"))
    assert sum(file.stat().st_size for file in files) < 60_000
    assert json.loads(files[0].read_bytes())["attribution"] == gallery.ATTRIBUTION
    assert "CC BY-SA 3.0" in gallery.ATTRIBUTION


@pytest.mark.parametrize("damage", ["no list", "no picture", "cut list", "cut picture", "short"])
def test_a_damaged_gallery_is_refused_with_a_sentence(
    damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "samples"
    shutil.copytree(paths.resources() / "samples", folder)
    listing, picture = folder / "gallery.json", folder / "gallery.png"
    if damage.startswith("no"):
        (listing if damage == "no list" else picture).unlink()
    elif damage.startswith("cut"):
        file = listing if damage == "cut list" else picture
        file.write_bytes(file.read_bytes()[:1000])
    else:
        content = json.loads(listing.read_bytes())
        listing.write_text(json.dumps(content | {"digits": content["digits"][1:]}))
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(PictureError, match="gallery"):
        gallery.read()

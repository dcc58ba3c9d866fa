"""The targets of the output of 1998 are the common transcription of the paper's figure 3."""

import hashlib

from lenet_gui.network import bitmaps

TRANSCRIPTION = "657773aa7a78dd3fa682a9c772995c53948bca1691e6410f2ba9b26f3663051e"
"""SHA-256 of the transcription's 120 rows of `#` and `.`, from 0 to 9, a line each."""

THREE = """
#######
.....##
....##.
...##..
..####.
.....##
.....##
.....##
##...##
.#####.
.......
.......
"""


def test_pictures_are_the_transcription_to_the_pixel() -> None:
    rows = [row for picture in bitmaps.BITMAPS.values() for row in picture.split()]
    assert len(rows) == 120
    assert {len(row) for row in rows} == {7}
    assert hashlib.sha256("\n".join(rows).encode()).hexdigest() == TRANSCRIPTION


def test_targets_are_the_pictures_of_0_to_9_row_by_row_in_plus_and_minus_one() -> None:
    targets = bitmaps.targets()
    assert list(bitmaps.BITMAPS) == list("0123456789")
    assert targets.shape == (10, bitmaps.SIZE[0] * bitmaps.SIZE[1])
    assert (targets.abs() == 1).all()
    assert (targets == 1).sum() == 349
    pixels = ["#" if value > 0 else "." for value in targets[3]]
    rows = ["".join(pixels[start : start + 7]) for start in range(0, 84, 7)]
    assert rows == THREE.split()

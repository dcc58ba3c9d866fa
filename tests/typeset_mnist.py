"""Small real material: digits set in a typeface, written as MNIST's files are."""

import gzip
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

TRAINING, TEST = 240, 60


def typeset_digits(count: int, seed: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Pictures (count, 28, 28), ink 255, and labels; each a little elsewhere."""
    chance = np.random.default_rng(seed)
    font = ImageFont.load_default(22)
    labels = np.arange(count, dtype=np.uint8) % 10
    pictures = np.zeros((count, 28, 28), np.uint8)
    for picture, label in zip(pictures, labels, strict=True):
        sheet = Image.new("L", (28, 28))
        at = tuple(14 + chance.uniform(-1.5, 1.5, 2))
        ImageDraw.Draw(sheet).text(at, str(label), 255, font, anchor="mm")
        picture[:] = np.asarray(sheet)
    return pictures, labels


def as_idx(array: NDArray[np.uint8]) -> bytes:
    """An array as an IDX file."""
    sides = struct.pack(f">{array.ndim}I", *array.shape)
    return bytes([0, 0, 8, array.ndim]) + sides + array.tobytes()


def write_mnist(folder: Path, *, gzipped: bool = True) -> Path:
    """Write the four files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for part, count, seed in (("train", TRAINING, 1), ("t10k", TEST, 2)):
        pictures, labels = typeset_digits(count, seed)
        for name, array in (("images-idx3", pictures), ("labels-idx1", labels)):
            path = folder / f"{part}-{name}-ubyte{'.gz' if gzipped else ''}"
            content = as_idx(array)
            path.write_bytes(gzip.compress(content) if gzipped else content)
    return folder

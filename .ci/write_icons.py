"""Writes the program's icon for Windows (.ico) and macOS (.icns) from resources/icons/*.png.

Usage: python .ci/write_icons.py FOLDER; build.spec calls it. They are made anew at each build, so
that there is one icon to keep, and no copy of it that could differ.
"""

import sys
from pathlib import Path

from PIL import Image

_DRAWN = Path(__file__).parents[1] / "resources" / "icons"
_LARGEST_OF_WINDOWS = 256


def write(folder: Path) -> None:
    """Write lenet-gui.ico and lenet-gui.icns, each size from the picture drawn for it."""
    pictures = [Image.open(path) for path in _DRAWN.glob("lenet-gui-*.png")]
    pictures.sort(key=lambda picture: picture.width)
    fit = [picture for picture in pictures if picture.width <= _LARGEST_OF_WINDOWS]
    folder.mkdir(parents=True, exist_ok=True)
    fit[-1].save(
        folder / "lenet-gui.ico",
        sizes=[picture.size for picture in fit],
        append_images=fit[:-1],
    )
    pictures[-1].save(folder / "lenet-gui.icns", append_images=pictures[:-1])


if __name__ == "__main__":
    write(Path(sys.argv[1]))

"""What takes the space in the standalone program: `make package-sizes`."""

import argparse
import os
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from PyInstaller.archive.readers import CArchiveReader


class Part(NamedTuple):
    """One line of the table. A file counts to the first part that one of whose patterns fits.

    Attributes:
        name: what is told.
        needed: whether it belongs to what no such program can leave out.
        patterns: of paths within the program's folder; a module is `modules/PACKAGE`.
    """

    name: str
    needed: bool
    patterns: tuple[str, ...]


_PARTS = (
    Part(
        "our models, resources and code",
        True,
        ("_internal/models/*", "_internal/resources/*", "_internal/lenet_gui/*", "*/lenet_gui"),
    ),
    Part("libtorch and its libraries", True, ("_internal/torch/lib/*", "_internal/torch/_C*")),
    Part("torch's modules", False, ("_internal/torch/*", "modules/torch*", "modules/functorch")),
    Part(
        "sympy, which torch's optimizers import",
        False,
        ("modules/sympy", "modules/mpmath", "modules/isympy"),
    ),
    Part("ICU", True, ("*/libicu*",)),
    Part(
        "Qt beyond these: SVG, Wayland, offscreen, input, Chinese",
        False,
        (
            "*/QtSvg.*",
            "*/libQt6Svg.*",
            "*/libQt6Wayland*",
            "*/wayland-*",
            "*/platforminput*",
            "*/libqoffscreen.*",
            "*/libqwayland.*",
            "*/translations/qt*",
        ),
    ),
    Part(
        "Qt Core, Gui, Widgets, the X11 platform",
        True,
        ("_internal/PySide6/*", "_internal/shiboken6/*", "modules/PySide6", "modules/shib*"),
    ),
    Part(
        "numpy's core",
        True,
        ("_internal/numpy/_core/*", "_internal/numpy.libs/*", "modules/numpy"),
    ),
    Part("the rest of numpy", False, ("_internal/numpy/*",)),
    Part("Pillow", False, ("_internal/PIL/*", "_internal/pillow.libs/*", "modules/PIL")),
    Part(
        "msgspec, platformdirs, tqdm",
        False,
        ("*/msgspec*", "*/platformdirs*", "*/tqdm*"),
    ),
    Part(
        "Python's runtime",
        True,
        (
            "lenet-gui",
            "modules/*",
            "_internal/python*",
            "_internal/base_library.zip",
            "_internal/libbz2.*",
            "_internal/libcrypto.*",
            "_internal/libffi.*",
            "_internal/libgcc_s.*",
            "_internal/liblzma.*",
            "_internal/libpython*",
            "_internal/libssl.*",
            "_internal/libstdc++.*",
            "_internal/libuuid.*",
            "_internal/libz.*",
        ),
    ),
    Part("system libraries under Qt's X11 platform", True, ("_internal/lib*",)),
    Part("anything else", False, ("*",)),
)


def measure(folder: Path, plain: Path | None = None) -> dict[str, float]:
    """Megabytes (10⁶ bytes) of each part, and what the whole is in proportion.

    Args:
        folder: the program, as `make package` leaves it on Linux.
        plain: the same from PyInstaller without build.spec, to compare with.
    """
    sizes: Counter[str] = Counter()
    for path, size in _contents(folder):
        sizes[_part_of(path).name] += size
    total = sum(sizes.values())
    needed = sum(sizes[part.name] for part in _PARTS if part.needed)
    figures = {part.name: sizes[part.name] / 1e6 for part in _PARTS}
    figures |= {"whole": total / 1e6, "whole / what no such program can leave out": total / needed}
    if plain is not None:
        figures["whole / plain build"] = total / sum(size for _, size in _files(plain))
    return figures


def _part_of(path: str) -> Part:
    return next(part for part in _PARTS if any(fnmatch(path, wanted) for wanted in part.patterns))


def _contents(folder: Path) -> Iterator[tuple[str, int]]:
    """Every file and its bytes; of the program itself, the modules in it one by one."""
    for path, size in _files(folder):
        if path != folder.name:
            yield path, size
            continue
        modules = CArchiveReader(str(folder / path)).open_embedded_archive("PYZ.pyz").toc
        for module, (_, _, length) in modules.items():
            yield f"modules/{module.partition('.')[0]}", length
        yield path, size - sum(length for _, _, length in modules.values())


def _files(folder: Path) -> Iterator[tuple[str, int]]:
    """Every file in a folder, links aside, and its bytes."""
    for top, _, names in os.walk(folder):
        for path in (Path(top, name) for name in names):
            if not path.is_symlink():
                yield path.relative_to(folder).as_posix(), path.stat().st_size


def _print(figures: dict[str, float]) -> None:
    """Print a table in Markdown, the largest part first."""
    print("| part | MB | |\n|---|---:|---|")
    for part in sorted(_PARTS, key=lambda part: -figures[part.name]):
        size = figures.pop(part.name)
        if size:
            print(f"| {part.name} | {size:.1f} | {'cannot be left out' if part.needed else ''} |")
    for name, value in figures.items():
        print(f"| **{name}** | {value:.3f} | |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.package_size", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plain", type=Path, help="the folder of a plain build")
    options = parser.parse_args()
    _print(measure(options.folder, options.plain))

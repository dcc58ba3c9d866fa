"""Components that came as Python packages, and Python itself."""

import platform
import re
import sys
import sysconfig
from collections.abc import Mapping
from functools import cache
from importlib import metadata
from pathlib import Path, PurePosixPath

from component import Component

_TEXTS = Path(__file__).parent / "licences"
_QT = {"PySide6_Essentials": "pyside6", "shiboken6": "pyside6"}

# What packages say in words of their own, as SPDX says it.
_SPDX = {"BSD": "BSD-3-Clause", "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception"}

# Libraries that wheels bring along, by the start of their file's name.
_WHEEL_LIBRARIES = {
    "libXau": "MIT",
    "libbrotli": "MIT",
    "libfreetype": "FTL",
    "libgfortran": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libgomp": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libharfbuzz": "MIT",
    "libicu": "Unicode-3.0",
    "libjpeg": "IJG AND BSD-3-Clause",
    "liblzma": "0BSD",
    "libopenjp2": "BSD-2-Clause",
    "libpng": "libpng-2.0",
    "libquadmath": "LGPL-2.1-or-later",
    "libscipy_openblas": "BSD-3-Clause",
    "libtiff": "libtiff",
    "libxcb": "MIT",
    "libz": "Zlib",
    "libzstd": "BSD-3-Clause",
}


@cache
def _owners() -> dict[str, metadata.Distribution]:
    """The installed package of every file of every package, by its path in site-packages."""
    return {
        file.as_posix(): package
        for package in metadata.distributions()
        for file in package.files or ()
    }


@cache
def _modules() -> Mapping[str, list[str]]:
    """The installed packages of every top-level module."""
    return metadata.packages_distributions()


def package_of_file(path: str) -> str | None:
    """The package that installed this file, given relative to site-packages."""
    owner = _owners().get(path)
    return owner.name if owner else None


def package_of_module(module: str) -> str | None:
    """The package that a module came with; None: it is Python's own."""
    name = module.partition(".")[0]
    if name in sys.stdlib_module_names or name.startswith(("_sysconfigdata", "_pyi_rth_utils")):
        return None
    return _modules()[name][0]


def package(name: str, files: tuple[str, ...]) -> Component:
    """The component of a Python package; `files` are those of it that the program holds."""
    about = metadata.distribution(name)
    if name in _QT:
        return _qt(about, files)
    fields = (field for field in ("License-Expression", "License") if field in about.metadata)
    said = next((about.metadata[field] for field in fields), "")
    return Component(
        name=about.name,
        version=about.version,
        licence=_SPDX.get(name, _SPDX.get(said, said)),
        origin=f"https://pypi.org/project/{about.name}/{_public(about.version)}/",
        purl=f"pkg:pypi/{about.name.lower()}@{_public(about.version)}",
        files=files,
        texts=_texts(about),
        parts=_wheel_libraries(files) + _third_parties(about),
    )


def _qt(about: metadata.Distribution, files: tuple[str, ...]) -> Component:
    """PySide6 or shiboken6, of whose licences LGPL-3 is taken; their wheels hold no texts."""
    notice = (
        f"Qt {about.version}, PySide6 and shiboken6 {about.version}: copyright (C) The Qt Company"
        " Ltd. and other contributors.\nUsed under the GNU Lesser General Public License, version"
        f" 3. Source:\nhttps://download.qt.io/official_releases/qt/{about.version[:4]}/"
        f"{about.version}/\nhttps://download.qt.io/official_releases/QtForPython/pyside6/\n"
    )
    return Component(
        name=about.name,
        version=about.version,
        licence="LGPL-3.0-only",
        origin="https://download.qt.io/official_releases/QtForPython/pyside6/",
        purl=f"pkg:pypi/{about.name.lower().replace('_', '-')}@{about.version}",
        files=files,
        texts=(notice, (_TEXTS / "parts-of-Qt").read_text("utf-8")),
        parts=_wheel_libraries(files),
    )


def _public(version: str) -> str:
    """A version without what a build adds to it, such as +cpu."""
    return version.partition("+")[0]


def _texts(about: metadata.Distribution) -> tuple[str, ...]:
    """The licence files of a package, each text once."""
    is_licence = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
    paths = (
        file
        for file in about.files or ()
        if ".dist-info" in file.parts[0] and is_licence.search("/".join(file.parts[1:]))
    )
    found: dict[str, str] = {}
    for file in sorted(paths):
        text = Path(str(about.locate_file(file))).read_text("utf-8", errors="replace")
        found.setdefault(text.strip(), "/".join(file.parts[1:]))
    return tuple(f"{name}\n\n{text}" for text, name in found.items())


def _wheel_libraries(files: tuple[str, ...]) -> tuple[Component, ...]:
    """The libraries of others among a package's files."""
    parts = []
    for file in files:
        stem, _, version = PurePosixPath(file).name.partition(".so")
        licence = next((of for start, of in _WHEEL_LIBRARIES.items() if stem.startswith(start)), "")
        if licence:
            name = re.sub(r"(-[0-9a-f]{8})+$", "", stem)
            parts.append(Component(name, version.lstrip("."), licence, "", files=(file,)))
    return tuple(parts)


def _third_parties(about: metadata.Distribution) -> tuple[Component, ...]:
    """What a package's authors say they built into it; its licence files are named after it."""
    names = {
        file.parts[file.parts.index("third_party") + 1]
        for file in about.files or ()
        if ".dist-info" in file.parts[0] and "third_party" in file.parts
    }
    return tuple(Component(name, "", "", "") for name in sorted(names))


@cache
def _names_of_python() -> frozenset[str]:
    """The names of the libraries that came with this Python."""
    library = Path(sysconfig.get_path("stdlib"))
    base = Path(sys.base_prefix)
    folders = [library / "lib-dynload", base, base / "DLLs"]
    if base != Path("/usr"):
        folders.append(base / "lib")
    return frozenset(
        path.name for folder in folders if folder.is_dir() for path in folder.iterdir()
    )


def is_of_python(path: str) -> bool:
    """Whether a file is part of Python itself."""
    name = PurePosixPath(path).name
    is_framework = path.startswith("Python.framework/")  # macOS
    return is_framework or name == "base_library.zip" or name in _names_of_python()


def python(files: tuple[str, ...]) -> Component:
    """Python itself."""
    version = platform.python_version()
    library = Path(sysconfig.get_path("stdlib"))
    texts = [
        folder / name
        for folder in (library, library.parent, Path(sys.base_prefix))
        for name in ("LICENSE.txt", "LICENSE")
    ]
    return Component(
        name="Python",
        version=version,
        licence="PSF-2.0",
        origin=f"https://www.python.org/ftp/python/{version}/",
        purl=f"pkg:generic/python@{version}",
        files=files,
        texts=(next(path for path in texts if path.is_file()).read_text("utf-8"),),
    )

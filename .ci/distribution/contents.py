"""Tells of every file of a standalone program whose work it is."""

import platform
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import debian_packages
import python_packages
from component import Component
from own_parts import own_parts
from PyInstaller.archive.readers import ArchiveReadError, CArchiveReader

LICENCES = "licences"
"""The folder of the program that holds the texts; it counts as nobody's work."""

_INSIDE = "_internal/"
_PYINSTALLER = "pyinstaller"
_PYTHON = "Python"


class UnknownOriginError(Exception):
    """Files of which nobody says whose they are: their licence cannot be told."""


def survey(folder: Path, version: str) -> list[Component]:
    """What the program in `folder` is made of, by name.

    Raises:
        UnknownOriginError: it holds files that belong to nothing known.
    """
    own = own_parts(version)
    files: dict[tuple[str, str], list[str]] = defaultdict(list)
    unknown = []
    for path in _files(folder):
        owners = list(_owners(folder, path, own))
        for owner in owners:
            files[owner].append(path)
        if not owners:
            unknown.append(path)
    if unknown:
        raise UnknownOriginError(f"Nothing is known to bring {', '.join(unknown)}")
    components = [_component(kind, name, tuple(of), own) for (kind, name), of in files.items()]
    return sorted(components, key=lambda component: component.name.lower())


def _files(folder: Path) -> list[str]:
    """The program's files, links left out: they lead to others of them."""
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    relative = sorted(path.relative_to(folder).as_posix() for path in paths)
    return [path for path in relative if not path.startswith(f"{LICENCES}/")]


def _owners(folder: Path, path: str, own: dict[str, Component]) -> Iterator[tuple[str, str]]:
    """Kind and name of each component that a file holds work of; none: it is unknown."""
    inside = path.removeprefix(_INSIDE)
    if inside == path:
        yield from _owners_of_program(folder / path)
    elif start := next((start for start in own if inside.startswith(start)), None):
        yield "own", own[start].name
    elif package := python_packages.package_of_file(inside):
        yield "python package", package
    elif python_packages.is_of_python(inside):
        yield "python", _PYTHON
    elif debian := debian_packages.package_of_library(inside):
        yield "debian package", debian
    elif platform.system() == "Windows" and inside.lower().endswith(".dll"):
        yield "windows", "Microsoft Visual C++ runtime"


def _owners_of_program(program: Path) -> Iterator[tuple[str, str]]:
    """Whose work the executable is: it starts with PyInstaller's and holds Python modules."""
    try:
        archive = CArchiveReader(str(program))
    except ArchiveReadError:
        return
    yield "python package", _PYINSTALLER
    yield "python", _PYTHON
    yield "own", "LeNet GUI"
    modules = archive.open_embedded_archive("PYZ.pyz").toc
    packages = {
        python_packages.package_of_module(module)
        for module in modules
        if module.partition(".")[0] != "lenet_gui"
    }
    yield from (("python package", package) for package in packages if package)


def _component(
    kind: str, name: str, files: tuple[str, ...], own: dict[str, Component]
) -> Component:
    """The component with all that its origin tells of it."""
    if kind == "own":
        found = next(part for part in own.values() if part.name == name)
        return Component(**{**vars(found), "files": files})
    if kind == "python package":
        return python_packages.package(name, files)
    if kind == "python":
        return python_packages.python(files)
    if kind == "debian package":
        return debian_packages.package(name, files)
    return Component(name, "", "Microsoft Software License Terms", "", files=files)

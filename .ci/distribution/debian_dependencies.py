"""Prints what a Debian package of a standalone program depends on, as its control file says it.

Usage: python .ci/distribution/debian_dependencies.py FOLDER; .ci/distribution/make-deb calls it.
It is what the program's libraries link to and what does not lie in its folder.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import debian_packages

# Files that the libraries inside look for in the system: keyboard layouts, where fonts lie.
_FILES = ("fontconfig-config", "xkb-data")


def dependencies(folder: Path) -> list[str]:
    """The packages, glibc with the oldest version that has all that is called of it.

    Raises:
        LookupError: no package of this system has a library that is needed.
    """
    there = {path.name for path in folder.rglob("*")}
    needed: set[str] = set()
    glibc: set[tuple[int, ...]] = set()
    for headers in _headers(folder):
        needed.update(re.findall(r"^ +NEEDED +(\S+)", headers, re.MULTILINE))
        versions = re.findall(r"\bGLIBC_(\d[\d.]*)", headers)
        glibc.update(tuple(map(int, version.split("."))) for version in versions)
    packages = set(_FILES)
    for library in sorted(needed - there):
        package = debian_packages.package_of_library(library)
        if package is None:
            raise LookupError(f"No package of this system has {library}.")
        packages.add(package)
    oldest = ".".join(map(str, max(glibc)))
    return sorted(packages - {"libc6"} | {f"libc6 (>= {oldest})"})


def _headers(folder: Path) -> Iterator[str]:
    """What objdump says of each program and library."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            if file.read(4) != b"\x7fELF":
                continue
        yield subprocess.run(  # noqa: S603 - a fixed command
            ["objdump", "-p", path],  # noqa: S607 - PyInstaller has found it before
            check=True,
            capture_output=True,
            text=True,
        ).stdout


if __name__ == "__main__":
    print(", ".join(dependencies(Path(sys.argv[1]))))  # noqa: T201 - a command line prints

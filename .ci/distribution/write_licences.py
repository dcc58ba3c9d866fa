"""Writes into a standalone program's folder what it is made of, and under which licences.

Usage: python .ci/distribution/write_licences.py FOLDER; `make package` calls it. Fills
FOLDER/licences/ anew: README.txt, a text for each component, and the software bill of materials.
SOURCE_DATE_EPOCH, if set, is the time that the bill tells.
"""

import os
import re
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import debian_packages
from component import Component
from contents import LICENCES, UnknownOriginError, survey
from sbom import as_cyclonedx

from lenet_gui import __version__

BILL = "lenet-gui.cdx.json"
"""The bill's name in the folder."""

_HEADING = """\
LeNet GUI {version} is free software: you may use, change and pass it on under the MIT licence,
LeNet-GUI.txt. It holds the work of many others, each under its own licence; the table below tells
what, whose terms, and where its source can be had. {bill} tells the same to programs,
with the files of each (CycloneDX).

Qt and PySide6, copyright (C) The Qt Company Ltd. and other contributors, are used under the GNU
Lesser General Public License, version 3 (LGPL-3.txt, which adds to GPL-3.txt). They are unchanged
but for symbols that were stripped, and lie in _internal/PySide6 and _internal/shiboken6 as shared
libraries: you may put your own builds of the same version in their place, and you may take the
program apart to find out how it works with them. The same holds for the other libraries of the
table under an LGPL, which lie in _internal/.

"""


def write(folder: Path, components: Sequence[Component], made_at: int) -> None:
    """Fill the folder's licences/ with texts, table and bill."""
    target = folder / LICENCES
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    names: dict[str, str] = {}  # of each text, which several components may share
    rows = []
    for component in (entry for top in components for entry in (top, *top.parts)):
        text = f"\n\n{'-' * 80}\n\n".join(component.texts)
        if text:
            names.setdefault(text, f"{_file_name(component.name)}.txt")
        rows.append(_row(component, names.get(text, "")))
    for text, name in names.items():
        (target / name).write_text(text, "utf-8")
    for name, text in _long_texts(names).items():
        (target / f"{name}.txt").write_text(text, "utf-8")
    heading = _HEADING.format(version=__version__, bill=BILL)
    (target / "README.txt").write_text(heading + "\n".join(rows) + "\n", "utf-8")
    bill = as_cyclonedx(components, __version__, made_at)
    (target / BILL).write_text(bill + "\n", "utf-8")


def _file_name(name: str) -> str:
    """A component's name without what file systems mind."""
    return re.sub(r"[^\w.+-]+", "-", name)


def _row(component: Component, text: str) -> str:
    """What README.txt says of a component."""
    title = f"{component.name} {component.version}".strip()
    told = [component.licence, component.origin, text]
    return "\n    ".join([title, *filter(None, told)])


def _long_texts(texts: dict[str, str]) -> dict[str, str]:
    """The licences that texts only point to, and those of Qt, by name."""
    beside = Path(__file__).parent / "licences"
    ours = {name: (beside / name).read_text("utf-8") for name in ("GPL-3", "LGPL-3")}
    return debian_packages.common_texts("\n".join(texts)) | ours


def main() -> int:
    """Write for the folder that the command line names; 1 if something's origin is unknown."""
    folder = Path(sys.argv[1])
    try:
        components = survey(folder, __version__)
    except UnknownOriginError as error:
        sys.stderr.write(f"{error}: .ci/distribution/ has to learn it.\n")
        return 1
    write(folder, components, int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
    return 0


if __name__ == "__main__":
    sys.exit(main())

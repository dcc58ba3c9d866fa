"""A language nobody speaks: English with accents, and longer, as many languages are."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ACCENTS = str.maketrans("aeiouyncszAEIOUYNCSZ", "áéíóúýñçšžÁÉÍÓÚÝÑÇŠŽ")
LONGER = 0.4
KEPT = re.compile(r"(\{[^}]*\}|%L?\d|%n|&\w|\(\*[^)]*\))")
"""What is filled in, the keys of menus, the endings of files."""


def spoken(sentence: str) -> str:
    """A sentence in this language."""
    parts = KEPT.split(sentence)
    said = "".join(
        part if index % 2 else part.translate(ACCENTS) for index, part in enumerate(parts)
    )
    return said + "~" * round(len(KEPT.sub("", sentence)) * LONGER)


def compile_into(folder: Path, model: Path) -> Path:
    """Translate every sentence of the .ts file of another language; returns the .qm file."""
    tree = ElementTree.parse(model)
    tree.getroot().set("language", "eo")
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.text = spoken(message.findtext("source", ""))
    source, compiled = folder / "lenet_gui_eo.ts", folder / "lenet_gui_eo.qm"
    tree.write(source, "utf-8", xml_declaration=True)
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    command = [str(lrelease), str(source), "-qm", str(compiled)]
    subprocess.run(command, check=True, capture_output=True)
    return compiled

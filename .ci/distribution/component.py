"""What a standalone program is made of: one component for each thing with an author of its own."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Component:
    """Somebody's work inside the program.

    Attributes:
        name: as its authors write it.
        version: as its authors count; empty where they do not.
        licence: an SPDX expression where there is one, else the authors' words.
        origin: where its source can be had.
        purl: the package URL that names it to other tools; empty where it comes in no package.
        files: where it lies, relative to the program's folder, "/" between folders.
        texts: the licence texts that its authors ask to be passed on.
        parts: names and licences of what its authors say they have put into it.
    """

    name: str
    version: str
    licence: str
    origin: str
    purl: str = ""
    files: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    parts: tuple["Component", ...] = ()

"""What the program says on a terminal, in the person's language: Qt's catalogues without Qt.

The sentences lie in the same `.qm` files as the window's. To read one takes a millisecond; to
load Qt would take fifty, and on Windows torch could not be loaded after it any more.
"""

import functools
import locale
import os
import struct
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from lenet_gui import paths
from lenet_gui.errors import LenetError

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_TRANSLATION, _OBSOLETE, _SOURCE, _CONTEXT, _COMMENT = 3, 5, 6, 7, 8
_OF_THEIR_LENGTH = (2, _TRANSLATION, 4, _SOURCE, _CONTEXT, _COMMENT)
"""Parts of a message that begin with their length."""

_NONE = 0xFFFFFFFF


def translate(context: str, sentence: str) -> str:
    """A sentence in the language of the terminal; itself where there is no translation."""
    catalogue = _catalogue(language())
    return sentence if catalogue is None else catalogue.find(context, sentence) or sentence


def sentence(error: LenetError) -> str:
    """What went wrong, in the language of the terminal."""
    return translate("errors", error.sentence).format(**error.fields)


def language() -> str:
    """Code of the language that the terminal's person reads, such as `zh_CN`; empty if unknown."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value.split(":")[0].split(".")[0].split("@")[0]
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - of Windows

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(number, "")
    return ""


class Catalogue:
    """The translations of one `.qm` file."""

    def __init__(self, content: bytes) -> None:
        """Read the content of a file; one that is none has no translations."""
        sections = dict(_sections(content)) if content.startswith(_MAGIC) else {}
        hashes = sections.get(_HASHES, b"")
        pairs = struct.iter_unpack(">II", hashes[: len(hashes) // 8 * 8])
        self._messages = sections.get(_MESSAGES, b"")
        self._offsets: dict[int, list[int]] = {}
        for hash_, offset in pairs:
            self._offsets.setdefault(hash_, []).append(offset)

    def find(self, context: str, sentence: str) -> str | None:
        """The translation of a sentence in a context; None where there is none."""
        source = sentence.encode()
        given = {_SOURCE: source, _CONTEXT: context.encode(), _COMMENT: b""}
        for offset in self._offsets.get(_elf_hash(source), ()):
            message = _message(self._messages, offset)
            if all(message.get(part, known) == known for part, known in given.items()):
                return message.get(_TRANSLATION, b"").decode("utf-16-be") or None
        return None


def _sections(content: bytes) -> Iterator[tuple[int, bytes]]:
    at = len(_MAGIC)
    while at + 5 <= len(content):
        tag, length = struct.unpack_from(">BI", content, at)
        yield tag, content[at + 5 : at + 5 + length]
        at += 5 + length


def _message(messages: bytes, at: int) -> Mapping[int, bytes]:
    """The parts of the message at an offset; what tells it from no other was left out."""
    parts: dict[int, bytes] = {}
    while at < len(messages):
        tag = messages[at]
        at += 1
        if tag == _OBSOLETE:
            at += 4
        elif tag in _OF_THEIR_LENGTH and at + 4 <= len(messages):
            (length,) = struct.unpack_from(">I", messages, at)
            at += 4
            if length != _NONE:
                parts.setdefault(tag, messages[at : at + length])
                at += length
        else:
            break
    return parts


def _elf_hash(text: bytes) -> int:
    """The hash by which Qt finds a message: that of the ELF format."""
    hash_ = 0
    for byte in text:
        hash_ = (hash_ << 4) + byte
        high = hash_ & 0xF0000000
        hash_ = (hash_ ^ high >> 24) & ~high
    return hash_ or 1


@functools.cache
def _catalogue(code: str) -> Catalogue | None:
    """The catalogue of a language; None for English and for those that there is none of."""
    if not code or code == "en" or code.startswith(("en_", "C", "POSIX")):
        return None
    folder = paths.resources() / "translations"
    path = _file(folder, code)
    try:
        return None if path is None else Catalogue(path.read_bytes())
    except OSError:
        return None


def _file(folder: Path, code: str) -> Path | None:
    """The file of a language, else of the one it is a variety of, else of any variety of it."""
    name = code.replace("-", "_")
    exact = [folder / f"lenet_gui_{part}.qm" for part in (name, name.split("_")[0])]
    varieties = sorted(folder.glob(f"lenet_gui_{name}_*.qm")) if "_" not in name else []
    return next((path for path in (*exact, *varieties) if path.is_file()), None)

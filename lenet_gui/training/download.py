"""Fetching a file from a mirror into a folder: it appears there whole and right, or not at all."""

import hashlib
import http.client
import urllib.request
import zlib
from collections.abc import Sequence
from pathlib import Path

from tqdm import tqdm

from lenet_gui.atomic import write_bytes
from lenet_gui.errors import QT_TRANSLATE_NOOP, DatasetError

_TIMEOUT = 30.0
"""Seconds of silence after which a mirror is given up."""

_LARGEST = 64 * 2**20
"""Bytes, unpacked, beyond which a file cannot be the one looked for."""

_CHUNK = 2**16


class _Refused(Exception):  # noqa: N818 - not an error yet: the next mirror may do
    """A mirror's file cannot be had or is not the one looked for; the text says why."""


def fetch(name: str, sha256: str, folder: Path, mirrors: Sequence[str]) -> Path:
    """Make sure that `folder` holds the file `name`; fetch `name`.gz and unpack it if not.

    A file there that has another hash is replaced.

    Args:
        name: of the unpacked file.
        sha256: of the unpacked file.
        folder: created if there is none.
        mirrors: addresses that end in a slash, tried in turn.

    Returns:
        The path of the file.

    Raises:
        DatasetError: no mirror gave the right file; the sentence says what each did.
        SaveError: the folder cannot be written.
    """
    path = folder / name
    if _has_hash(path, sha256):
        return path
    refusals = []
    for mirror in mirrors:
        try:
            content = _fetch_from(f"{mirror}{name}.gz", sha256)
        except _Refused as refusal:
            refusals.append(f"{mirror}: {refusal}")
        else:
            write_bytes(path, content)
            return path
    raise DatasetError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{name} could not be fetched ({reasons}). Fetch MNIST's four files yourself and name"
            " their folder with --data.",
        ),
        name=name,
        reasons="; ".join(refusals),
    )


def _has_hash(path: Path, sha256: str) -> bool:
    """Whether the file is there and is the one looked for."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError:
        return False


def _fetch_from(address: str, sha256: str) -> bytes:
    """One mirror's file, unpacked and checked.

    Raises:
        _Refused: it cannot be had, or is not the file looked for.
    """
    try:
        content = _unpack(_read(address))
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _Refused(str(getattr(error, "reason", error))) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise _Refused("the file is damaged or another one")
    return content


def _read(address: str) -> bytes:
    """The file at an address, read with a progress bar."""
    content = bytearray()
    with urllib.request.urlopen(address, timeout=_TIMEOUT) as response:  # noqa: S310 - our mirrors
        length = int(response.headers.get("Content-Length") or 0)
        name = address.rpartition("/")[2]
        with tqdm(desc=name, total=length or None, unit="B", unit_scale=True) as bar:
            while chunk := response.read(_CHUNK):
                content += chunk
                bar.update(len(chunk))
                if len(content) > _LARGEST:
                    raise _Refused("the file is too large")
    if length > len(content):
        raise _Refused("the file is cut short")
    return bytes(content)


def _unpack(packed: bytes) -> bytes:
    """A gzip file's content."""
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        content = unpacker.decompress(packed, _LARGEST)
    except zlib.error as error:
        raise _Refused("the file is damaged") from error
    if unpacker.unconsumed_tail:
        raise _Refused("the file is too large")
    if not unpacker.eof:
        raise _Refused("the file is cut short")
    return content

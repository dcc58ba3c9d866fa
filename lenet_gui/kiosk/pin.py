"""The PIN of the staff: kept salted and hashed, and wrong tries slowed, after a restart too.

A PIN of a few digits withstands nobody who has its hash and a computer; it keeps visitors out.
"""

import hashlib
import hmac
import json
import os
import time
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.atomic import write_bytes
from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError, SettingsError

UNUSABLE = "unusable"
"""Stands for a PIN that cannot be read: none matches it."""

SHORTEST, LONGEST = 4, 12

_SCHEME = "scrypt"
_COST = 2**13  # some 15 ms and 8 MB
_MOST_COST = 2**17
_BLOCKS = 8
_SALT_BYTES = 16
_HASH_BYTES = 32

_FREE_TRIES = 3
_FIRST_PAUSE_S = 5.0
_LONGEST_PAUSE_S = 300.0
_FORGOTTEN_AFTER_S = 3600.0


def hashed(pin: str) -> str:
    """The line that stands for a PIN in the kiosk's file.

    Raises:
        SettingsError: it is no PIN.
    """
    if not (pin.isascii() and pin.isdecimal() and SHORTEST <= len(pin) <= LONGEST):
        raise SettingsError(
            QT_TRANSLATE_NOOP("errors", "A PIN has {shortest} to {longest} digits."),
            shortest=SHORTEST,
            longest=LONGEST,
        )
    salt = os.urandom(_SALT_BYTES)
    made = _Hash(_COST, salt, _digest(pin, salt, _COST))
    return made.text()


def is_hash(text: str) -> bool:
    """Whether a text is what `hashed` makes."""
    return _Hash.read(text) is not None


def matches(pin: str, text: str) -> bool:
    """Whether `text` was made of this PIN; takes some 15 ms, as long for a wrong one."""
    kept = _Hash.read(text)
    if kept is None:
        return False
    return hmac.compare_digest(_digest(pin, kept.salt, kept.cost), kept.digest)


class PinGuard:
    """Lets a PIN be tried, and has whoever tries wrong ones wait longer and longer.

    Args:
        kept: the PIN's hash, from the kiosk's file.
        path: where wrong tries are remembered, so that a restart forgives none.
        clock: seconds since some moment that a restart does not change.
    """

    def __init__(self, kept: str, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._kept = kept
        self._path = path
        self._clock = clock
        self._wrong, self._last = _remembered(path)

    @property
    def wait_s(self) -> float:
        """Seconds until a PIN can be tried again; 0 if one can be now."""
        if self._wrong < _FREE_TRIES:
            return 0.0
        now = self._clock()
        self._last = min(self._last, now)  # a clock that was set back has nobody wait for long
        pause = min(_FIRST_PAUSE_S * 2.0 ** (self._wrong - _FREE_TRIES), _LONGEST_PAUSE_S)
        return max(0.0, self._last + pause - now)

    def admits(self, pin: str) -> bool:
        """Try a PIN. One that comes too early is not looked at, and makes nothing worse.

        Takes some 15 ms, and the time to write a small file.
        """
        if self.wait_s > 0:
            return False
        quiet = self._clock() - self._last
        self._remember(1 if quiet > _FORGOTTEN_AFTER_S else self._wrong + 1)  # whatever comes next
        is_right = matches(pin, self._kept)
        if is_right:
            self._remember(0)
        return is_right

    def _remember(self, wrong: int) -> None:
        self._wrong, self._last = min(wrong, 99), self._clock()
        content = json.dumps({"wrong": self._wrong, "last": self._last}).encode()
        try:
            write_bytes(self._path, content)
        except LenetError:
            return  # a full disk: remembered as long as the program runs


@dataclass(frozen=True)
class _Hash:
    """A hash and how it was made."""

    cost: int
    salt: bytes
    digest: bytes

    def text(self) -> str:
        return "$".join((_SCHEME, str(self.cost), _as_text(self.salt), _as_text(self.digest)))

    @classmethod
    def read(cls, text: str) -> "_Hash | None":
        try:
            scheme, cost, salt, digest = text.split("$")
            made = cls(int(cost), b64decode(salt, validate=True), b64decode(digest, validate=True))
        except ValueError:
            return None
        is_power = made.cost > 1 and made.cost & (made.cost - 1) == 0
        is_whole = len(made.salt) == _SALT_BYTES and len(made.digest) == _HASH_BYTES
        if scheme != _SCHEME or not is_power or made.cost > _MOST_COST or not is_whole:
            return None
        return made


def _digest(pin: str, salt: bytes, cost: int) -> bytes:
    memory = 2 * 128 * _BLOCKS * cost
    return hashlib.scrypt(
        pin.encode("utf-8", "replace"),
        salt=salt,
        n=cost,
        r=_BLOCKS,
        p=1,
        maxmem=memory,
        dklen=_HASH_BYTES,
    )


def _as_text(content: bytes) -> str:
    return b64encode(content).decode()


def _remembered(path: Path) -> tuple[int, float]:
    """How many tries were wrong, and when the last was; none if nobody knows."""
    try:
        kept = json.loads(path.read_bytes())
        return int(kept["wrong"]), float(kept["last"])
    except (OSError, ValueError, TypeError, KeyError, OverflowError):
        return 0, 0.0

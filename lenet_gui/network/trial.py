"""A trial: a candidate is run for the first time, in a process of its own, within limits.

What the command line and the window share: how the process is started, and what its end means.
What happens inside it is `examination`'s. It keeps honest mistakes away from the app; it is no
prison for a program that means harm, which is why people are asked before (`own_models.WARNING`).
"""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from lenet_gui import program
from lenet_gui.errors import QT_TRANSLATE_NOOP, BundleError, SaveError
from lenet_gui.network.own_models import Candidate

COMMAND = "examine-model"
"""The hidden command of `lenet-gui` that examines one bundle."""

_START = 60.0
"""Seconds in which even a slow disk has brought Python and torch."""


@dataclass(frozen=True)
class Limits:
    """What a trial may take.

    Attributes:
        seconds: of time, and of each processor core's time, once torch is there.
        memory: bytes of address space beyond what torch takes by itself.
    """

    seconds: float = 30.0
    memory: int = 2**30

    @property
    def patience(self) -> float:
        """Seconds after which whoever started the process ends it."""
        return _START + self.seconds


class Answer(msgspec.Struct, frozen=True):
    """What the process says at its end: nothing if the bundle passed, else an error's parts."""

    sentence: str = ""
    fields: dict[str, str] = {}


class Trial:
    """One trial: what to start, and what its end means. Use it as a context, or `close` it.

    Args:
        candidate: what is tried.
        limits: what it may take.

    Raises:
        SaveError: there is no room for a copy.
    """

    def __init__(self, candidate: Candidate, limits: Limits) -> None:
        self._candidate = candidate
        self.limits = limits
        try:
            self._folder = tempfile.TemporaryDirectory(
                prefix="lenet-gui-", ignore_cleanup_errors=True
            )
        except OSError as error:
            raise SaveError(
                QT_TRANSLATE_NOOP("errors", "No temporary folder can be made: {reason}."),
                reason=error.strerror,
            ) from error
        self._card = candidate.write(Path(self._folder.name))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Delete the copy that was tried."""
        self._folder.cleanup()

    @property
    def program(self) -> str:
        """What to start."""
        return self._command[0]

    @property
    def arguments(self) -> list[str]:
        """The program's arguments."""
        return self._command[1:]

    @property
    def folder(self) -> Path:
        """Where to start it."""
        return program.folder()

    @property
    def _command(self) -> list[str]:
        limits = ["--seconds", str(self.limits.seconds), "--memory", str(self.limits.memory)]
        return program.command(COMMAND, str(self._card), *limits)

    def judge(self, code: int, output: bytes) -> None:
        """Say what the end of the process means; returns if the candidate passed.

        Args:
            code: its exit code; −N if signal N ended it.
            output: what it wrote to its standard output.

        Raises:
            BundleError: the candidate is refused.
        """
        if code in _out_of_time():
            raise self.too_slow()
        try:
            answer = msgspec.json.decode(output, type=Answer)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise self._crash() from error
        if answer.sentence:
            raise BundleError(answer.sentence, **self._as_named(answer.fields))
        if code != 0:
            raise self._crash()

    def too_slow(self) -> BundleError:
        """The refusal of a model that took more than its time."""
        return BundleError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The model {path} was not done with a few inputs after {seconds} seconds.",
            ),
            path=self._candidate.model_path,
            seconds=f"{self.limits.seconds:g}",
        )

    def _crash(self) -> BundleError:
        return BundleError(
            QT_TRANSLATE_NOOP("errors", "The model {path} crashed when it was tried."),
            path=self._candidate.model_path,
        )

    def _as_named(self, fields: dict[str, str]) -> dict[str, object]:
        """Fields that name the files that people gave, not the copies that were tried."""
        originals = {
            str(self._card): self._candidate.card_path,
            str(self._card.with_suffix(".pt")): self._candidate.model_path,
        }
        return {name: originals.get(text, text) for name, text in fields.items()}


def run(candidate: Candidate, limits: Limits | None = None) -> None:
    """Try a candidate and wait for the end; returns if it passed.

    Raises:
        BundleError: it is refused.
        SaveError: there is no room for a copy.
    """
    with Trial(candidate, limits or Limits()) as trial:
        try:
            done = subprocess.run(  # noqa: S603 - our own program
                [trial.program, *trial.arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=trial.folder,
                timeout=trial.limits.patience,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise trial.too_slow() from error
        trial.judge(done.returncode, done.stdout)


def _out_of_time() -> tuple[int, ...]:
    """The ends of a process that took more than its time."""
    if sys.platform == "win32":
        return ()
    from signal import SIGALRM, SIGXCPU  # noqa: PLC0415 - Windows has neither

    return (-SIGALRM, -SIGXCPU)

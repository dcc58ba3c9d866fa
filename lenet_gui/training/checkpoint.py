"""Checkpoints: all that a run needs to go on as if it had never been stopped."""

import io
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from lenet_gui.atomic import write_bytes
from lenet_gui.errors import QT_TRANSLATE_NOOP, RunError

Settings = Mapping[str, str | int | float]
"""What a run was started with: network, seed, recipe, the hashes of its material."""


@dataclass(frozen=True)
class Checkpoint:
    """A run after an epoch.

    Attributes:
        settings: what the run was started with.
        state: of the trainer.
        log: a row of figures per epoch done.
    """

    settings: Settings
    state: dict[str, Any]
    log: list[dict[str, Any]]


def write(path: Path, checkpoint: Checkpoint) -> None:
    """Write a checkpoint in place of the one before.

    Raises:
        SaveError: it could not be written; the one before is untouched.
    """
    buffer = io.BytesIO()
    torch.save(dict(vars(checkpoint)), buffer)
    write_bytes(path, buffer.getvalue())


def read(path: Path) -> Checkpoint:
    """Read a checkpoint.

    Raises:
        RunError: it is damaged or cannot be read.
    """
    try:
        return Checkpoint(**torch.load(io.BytesIO(path.read_bytes()), weights_only=True))
    except OSError as error:
        raise RunError(
            QT_TRANSLATE_NOOP("errors", "The checkpoint {path} cannot be read: {reason}."),
            path=path,
            reason=error.strerror,
        ) from error
    except (pickle.UnpicklingError, RuntimeError, TypeError, EOFError, ValueError) as error:
        raise damaged(path) from error


def damaged(path: Path) -> RunError:
    """What to say of a checkpoint from which no run can go on."""
    return RunError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The checkpoint {path} is damaged. Start the run again in another folder, or delete it"
            " first.",
        ),
        path=path,
    )


def check_settings(folder: Path, then: Settings, now: Settings) -> None:
    """Refuse to go on with a run under other settings: it would be neither the one nor the other.

    Raises:
        RunError: the settings differ; the sentence says in what.
    """
    differences = [
        f"{name}: {then.get(name, '-')} then, {now.get(name, '-')} now"
        for name in sorted({*then, *now})
        if then.get(name) != now.get(name)
    ]
    if differences:
        raise RunError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The run in {folder} was started with other settings ({differences}). Give it those"
                " or start another with --run.",
            ),
            folder=folder,
            differences="; ".join(differences),
        )

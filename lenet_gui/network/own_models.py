"""Models of one's own: bundles from elsewhere, kept in the user's folder.

Nothing here runs a model: `trial` has to pass a candidate before it is installed.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from lenet_gui import paths
from lenet_gui.atomic import write_together
from lenet_gui.errors import QT_TRANSLATE_NOOP, BundleError, SaveError
from lenet_gui.network.card import Card, find_cards, known_cards, parse_card

WARNING = QT_TRANSLATE_NOOP(
    "errors",
    "A model is a program: it can do what any program can, such as read and change your files."
    " Only open models from people you trust.",
)
"""What everybody is told before a model from elsewhere is run for the first time."""

MOST_BYTES = 64 * 2**20
"""A model file may be this large: 16 million parameters, 260 times LeNet-5's."""

_MOST_CARD_BYTES = 4 * 2**20

# Safe as a file name on every system, also on those that take a capital for its small letter.
_SAFE_ID = re.compile(
    r"(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?"
)


@dataclass(frozen=True)
class Candidate:
    """A bundle that somebody wants to add: its bytes as they were read, once.

    What is checked and what is installed are these bytes, whatever becomes of the files.

    Attributes:
        card: what the card says.
        card_path: the file it came from, for sentences.
        model_path: the file the model came from, for sentences.
    """

    card: Card
    card_path: Path
    model_path: Path
    _card: bytes = field(repr=False)
    _model: bytes = field(repr=False)

    def write(self, folder: Path) -> Path:
        """Write the bundle into a folder, under its id; returns the path of its card.

        Raises:
            SaveError: the folder cannot be written to; what was there is untouched.
        """
        path = folder / f"{self.card.id}.json"
        write_together({path.with_suffix(".pt"): self._model, path: self._card})
        return path


def read(card_path: Path, model_path: Path) -> Candidate:
    """Read a bundle that is to be added, without running anything of it.

    Raises:
        BundleError: a file cannot be read or is too large, the card is damaged, its id is unsafe
            as a file name or that of a model that comes with the app.
    """
    content = _read(card_path, _MOST_CARD_BYTES)
    card = parse_card(content, card_path)
    if not _SAFE_ID.fullmatch(card.id):
        raise BundleError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The id on the card {path} cannot be the name of a file. An id has up to 64 small"
                " letters, digits, dots, hyphens and underscores, and begins and ends with a"
                " letter or digit.",
            ),
            path=card_path,
        )
    if card.id in _bundled():
        raise BundleError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The card {path} has the id {id}, which is that of a model that comes with the"
                " app. Give it another.",
            ),
            path=card_path,
            id=card.id,
        )
    return Candidate(card, card_path, model_path, content, _read(model_path, MOST_BYTES))


def install(candidate: Candidate) -> Path:
    """Put a candidate that was checked into the user's folder; returns the path of its card.

    An added model of the same id is replaced.

    Raises:
        SaveError: the folder cannot be written to; what was there is untouched.
    """
    return candidate.write(paths.added_models())


def remove(id: str) -> None:  # noqa: A002 - what the card calls it
    """Remove a model that was added.

    Raises:
        BundleError: there is none of this id, or it comes with the app.
        SaveError: a file cannot be deleted.
    """
    path = known_cards().get(id)
    if path is None or path.parent != paths.added_models():
        raise BundleError(
            QT_TRANSLATE_NOOP("errors", "You added no model {id}. You added: {added}."),
            id=id,
            added=", ".join(path.stem for path in find_cards(paths.added_models())) or "none",
        )
    try:
        path.unlink()  # first: a model without a card is no bundle
        path.with_suffix(".pt").unlink(missing_ok=True)
    except OSError as error:
        raise SaveError(
            QT_TRANSLATE_NOOP("errors", "{path} could not be deleted: {reason}."),
            path=error.filename,
            reason=error.strerror,
        ) from error


def _bundled() -> set[str]:
    """The ids of the models that come with the app."""
    return {path.stem for path in find_cards(paths.models())}


def _read(path: Path, most: int) -> bytes:
    """The content of an ordinary file of at most `most` bytes."""
    try:
        if path.exists() and not path.is_file():  # a pipe would keep us waiting for its other end
            raise BundleError(QT_TRANSLATE_NOOP("errors", "{path} is no file."), path=path)
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise BundleError(
            QT_TRANSLATE_NOOP("errors", "{path} cannot be read: {reason}."),
            path=path,
            reason=error.strerror,
        ) from error
    if len(content) > most:
        raise BundleError(
            QT_TRANSLATE_NOOP(
                "errors", "{path} is too large: files of up to {most} MB can be opened here."
            ),
            path=path,
            most=most // 2**20,
        )
    return content

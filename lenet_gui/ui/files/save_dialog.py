"""Asking where to save something, and as what."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask(parent: QWidget, title: str, name: str, kinds: Mapping[str, str]) -> Path | None:
    """The path chosen, which ends as one of the kinds does; None if nothing is to be saved.

    Args:
        parent: what asks.
        title: of the dialog.
        name: what the file is called unless somebody says otherwise, without its ending.
        kinds: what to call each kind of file, by its ending such as `.png`; the first is offered.
    """
    filters = {f"{words} (*{ending})": ending for ending, words in kinds.items()}
    first = next(iter(kinds))
    chosen, kind = QFileDialog.getSaveFileName(parent, title, name + first, ";;".join(filters))
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() in kinds else Path(chosen + filters.get(kind, first))

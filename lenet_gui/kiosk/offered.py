"""What there is to choose from: languages and networks, by their files."""

from lenet_gui import paths


def languages() -> tuple[str, ...]:
    """Codes of the languages that the app speaks, English first."""
    files = (paths.resources() / "translations").glob("lenet_gui_*.qm")
    return ("en", *sorted(path.stem.removeprefix("lenet_gui_") for path in files))


def models() -> tuple[str, ...]:
    """Ids of the networks that have a card, those that the user added too."""
    folders = (paths.models(), paths.added_models())
    return tuple(sorted({path.stem for folder in folders for path in folder.glob("*.json")}))

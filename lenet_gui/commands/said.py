"""What several commands print."""

from pathlib import Path

from lenet_gui.catalogue import translate


def as_json(value: object) -> None:
    """Print a value for programs."""
    import msgspec

    print(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def written(*files: Path) -> None:
    """Print which files were written."""
    named = translate("cli", " and ").join(map(str, files))
    print(translate("cli", "{files} written").format(files=named))

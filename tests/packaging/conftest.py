"""The frozen program, where `make package-test` names it, and a screen for it."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from benchmarks.desktop import Desktop, Window, missing_tools, opened

NOBODY = 65534


@pytest.fixture(scope="session")
def frozen() -> Path:
    """The frozen program."""
    named = os.environ.get("LENET_GUI_FROZEN")
    if not named:
        pytest.skip("LENET_GUI_FROZEN names no frozen program; make package-test does")
    path = Path(named).resolve()
    assert path.is_file(), f"{path} is not there: make package"
    return path


@pytest.fixture(scope="session")
def desktop(frozen: Path) -> Iterator[Desktop]:
    assert not missing_tools()
    with Desktop() as made:
        yield made


@pytest.fixture
def home(tmp_path: Path, home: Path) -> Path:
    """An empty home folder, of which no environment variable tells but HOME."""
    folder = tmp_path / "home of somebody"
    folder.mkdir()
    return folder


Open = Callable[..., AbstractContextManager[Window]]


@pytest.fixture
def open_window(frozen: Path, desktop: Desktop, home: Path) -> Open:
    """Opens the window in an environment of nothing but DISPLAY and HOME.

    Its arguments are those of the program; by name, another program, another home, and what the
    program is started by.
    """

    def start(
        *arguments: str | Path,
        program: Path = frozen,
        home: Path = home,
        screen: Desktop = desktop,
        by: Sequence[str] = (),
    ) -> AbstractContextManager[Window]:
        return opened([*by, program, *arguments], home, {"DISPLAY": screen.display})

    return start


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """An empty folder that every user can enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def copy(program: Path, folder: Path) -> Path:
    """Copy a program's folder, hard links where there can be any; returns the program there."""

    def link(source: str, target: str) -> None:
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError:
            shutil.copy2(source, target, follow_symlinks=False)

    shutil.copytree(program.parent, folder, symlinks=True, copy_function=link)
    return folder / program.name


def as_nobody() -> Sequence[str]:
    """What starts a program as an ordinary user: as who runs this, or, for root, as nobody."""
    if os.geteuid() != 0:
        return ()
    assert shutil.which("setpriv"), "root needs setpriv to be somebody else"
    return ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--")


def give_to_nobody(folder: Path) -> None:
    """Make a folder that of whom `as_nobody` starts programs as."""
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)

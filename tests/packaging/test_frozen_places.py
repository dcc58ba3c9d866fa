"""Where the frozen program runs, and for whom; and what is in its folder."""

import os
from fnmatch import fnmatch
from pathlib import Path

from benchmarks.desktop import Desktop, digit
from tests.packaging.conftest import Open, as_nobody, copy, give_to_nobody

# Parts of Qt that the app does not use are told by what it does use.
_QT = {"Core", "DBus", "Gui", "Svg", "WaylandClient", "Widgets", "XcbQpa"}
_QT_MODULES = {"QtCore", "QtGui", "QtSvg", "QtWidgets"}
_NOT_WANTED = (
    "*.a",
    "*.c",
    "*.cpp",
    "*.h",
    "*.hpp",
    "*.la",
    "*.pyx",
    "*.qml",
    "*.ts",
    "*/cmake/*",
    "*/include/*",
    "*/protoc*",
    "*/test/*",
    "*/tests/*",
    "*gtk*",
    "*libcu*",
    "*nvidia*",
    "*stub*",
    "*test_*",
    "*triton*",
)


def test_an_ordinary_user_runs_it_from_a_read_only_folder_with_a_chinese_name(
    frozen: Path, open_window: Open, desktop: Desktop, open_to_all: Path
) -> None:
    program = copy(frozen, open_to_all / "手写 数字 LeNet")
    home = open_to_all / "主页"
    home.mkdir()
    give_to_nobody(home)
    folders = [program.parent, *(path for path in program.parent.rglob("*") if path.is_dir())]
    before = _tree(program.parent)
    try:
        for folder in folders:
            folder.chmod(0o555)
        with open_window(program=program, home=home, by=as_nobody()) as window:
            window.wait_for("loaded")
            desktop.focus("LeNet GUI")
            desktop.draw(digit("6"), desktop.sheet())
            window.wait_for(r"verdict 6 \(")
            desktop.do("key", "ctrl+q")
            assert window.wait() == 0
            assert window.stderr() == ""
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert _tree(program.parent) == before
    made = {path.name for path in home.iterdir()}
    made.discard(".dbus")  # the message bus's own, where one starts by itself (Debian: dbus-x11)
    assert made == {".config", ".local"}


def test_two_people_run_it_at_once(
    open_window: Open, desktop: Desktop, open_to_all: Path, frozen: Path
) -> None:
    program = copy(frozen, open_to_all / "lenet-gui")
    homes = [open_to_all / name for name in ("one", "two")]
    for home in homes:
        home.mkdir()
    give_to_nobody(homes[1])
    with (
        Desktop() as other,
        open_window(program=program, home=homes[0]) as first,
        open_window(program=program, home=homes[1], screen=other, by=as_nobody()) as second,
    ):
        for window in (first, second):
            window.wait_for("loaded")
        for screen, window, name in ((desktop, first, "8"), (other, second, "9")):
            screen.draw(digit(name), screen.sheet())
            window.wait_for(rf"verdict {name} \(")
        for screen, window in ((desktop, first), (other, second)):
            screen.focus("LeNet GUI")
            screen.do("key", "ctrl+q")
            assert window.wait() == 0
            assert window.stderr() == ""


def test_one_person_opens_two_windows(open_window: Open, desktop: Desktop, home: Path) -> None:
    with Desktop() as other, open_window() as first:
        first.wait_for("loaded")
        with open_window(screen=other) as second:
            second.wait_for("loaded")
            for screen, name in ((desktop, "1"), (other, "7")):
                screen.draw(digit(name), screen.sheet())
                second.wait_for(rf"verdict {name} \(")  # they share a log
            for screen, window in ((desktop, first), (other, second)):
                screen.focus("LeNet GUI")
                screen.do("key", "ctrl+q")
                assert window.wait() == 0
                assert window.stderr() == ""


def test_the_folder_holds_nothing_that_is_not_wanted(frozen: Path) -> None:
    held = [str(path.relative_to(frozen.parent)) for path in frozen.parent.rglob("*")]
    assert [path for path in held if any(fnmatch(path, no) for no in _NOT_WANTED)] == []


def test_the_folder_holds_the_parts_of_qt_that_are_used(frozen: Path) -> None:
    inside = frozen.parent / "_internal" / "PySide6"
    assert {path.name.split(".")[0] for path in inside.glob("Qt*.so")} == _QT_MODULES
    libraries = {path.name.split(".")[0] for path in inside.rglob("libQt6*")}
    assert libraries <= {f"libQt6{part}" for part in _QT}


def test_no_link_in_the_folder_leads_out_of_it(frozen: Path) -> None:
    links = [path for path in frozen.parent.rglob("*") if path.is_symlink()]
    assert all(path.resolve().is_relative_to(frozen.parent) for path in links)
    assert all(path.exists() for path in links)


def test_nobody_but_its_owner_may_write_to_the_folder(frozen: Path) -> None:
    for top, _, names in os.walk(frozen.parent):
        for path in (Path(top, name) for name in names):
            assert path.lstat().st_mode & 0o022 == 0 or path.is_symlink(), path


def _tree(folder: Path) -> set[tuple[str, int]]:
    """All that is in a folder, with when it was changed."""
    return {(str(path), path.lstat().st_mtime_ns) for path in folder.rglob("*")}

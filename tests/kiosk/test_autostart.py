"""What starts the kiosk at login, as systemd and a desktop read it."""

import configparser
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lenet_gui.errors import LenetError
from lenet_gui.kiosk import autostart

FOLDER = Path("/srv/museum")
COMMAND = ("/usr/bin/env", "-m", "lenet_gui", "--kiosk", "/srv/museum/kiosk.toml")
ODD = ("/usr/bin/env", "two words", 'a "quote"', "back\\slash", "100 %f", "$HOME `id`", "'", "展台")


def value(text: str, section: str, key: str) -> str:
    """A value of a file as both systemd and desktops write them."""
    parser = configparser.RawConfigParser(delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return parser[section][key]


def as_a_desktop_reads(exec_line: str) -> list[str]:
    """The arguments of an Exec line, by the words of the specification: first the escapes of any
    string, then the quotes, in which four characters are escaped, then the field codes."""
    plain = exec_line.replace("\\\\", "\\")
    words = re.findall(r'"((?:[^"\\`$]|\\["\\`$])*)"(?: |$)', plain)
    assert " ".join(f'"{word}"' for word in words) == plain
    words = [re.sub(r'\\(["\\`$])', r"\1", word) for word in words]
    assert not any(re.search(r"(?<!%)(%%)*%(?!%)", word) for word in words)
    return [word.replace("%%", "%") for word in words]


@pytest.mark.parametrize("command", [COMMAND, ODD])
def test_a_desktop_starts_what_was_meant(command: tuple[str, ...]) -> None:
    text = autostart.entry(command, FOLDER)
    assert as_a_desktop_reads(value(text, "Desktop Entry", "Exec")) == list(command)
    assert value(text, "Desktop Entry", "Path") == str(FOLDER)
    assert value(text, "Desktop Entry", "Type") == "Application"
    assert value(text, "Desktop Entry", "Name")


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
@pytest.mark.parametrize("command", [COMMAND, ODD])
def test_systemd_finds_nothing_wrong(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / autostart.UNIT
    path.write_text(autostart.unit(command, tmp_path))
    done = subprocess.run(
        ["systemd-analyze", "--user", "--man=no", "verify", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert autostart.UNIT not in done.stderr
    assert done.returncode == 0 or "XDG_RUNTIME_DIR" in done.stderr, done.stderr


def test_systemd_starts_what_was_meant() -> None:
    line = value(autostart.unit(ODD, FOLDER), "Service", "ExecStart")
    words = [word.replace("%%", "%").replace("$$", "$") for word in shlex.split(line)]
    assert words == list(ODD)


def test_the_unit_starts_at_no_login_but_by_the_entry(home: Path) -> None:
    unit, entry = autostart.install(COMMAND, FOLDER, with_systemd=True)
    assert unit == home / "config" / "systemd" / "user" / "lenet-gui-kiosk.service"
    assert entry == home / "config" / "autostart" / "lenet-gui-kiosk.desktop"
    assert "[Install]" not in unit.read_text()
    *shell, line = as_a_desktop_reads(value(entry.read_text(), "Desktop Entry", "Exec"))
    assert shell == ["sh", "-c"]
    assert line.endswith("systemctl --user restart lenet-gui-kiosk.service")
    assert str(FOLDER) not in entry.read_text()


def test_without_systemd_the_entry_starts_it_and_no_unit_of_before_does() -> None:
    autostart.install(COMMAND, FOLDER, with_systemd=True)
    (entry,) = autostart.install(COMMAND, FOLDER, with_systemd=False)
    assert not autostart.unit_file().exists()
    assert as_a_desktop_reads(value(entry.read_text(), "Desktop Entry", "Exec")) == list(COMMAND)


def test_installing_twice_is_installing_once(home: Path) -> None:
    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}

    autostart.install(COMMAND, FOLDER, with_systemd=True)
    before = files()
    autostart.install(COMMAND, FOLDER, with_systemd=True)
    assert files() == before
    assert len(before) == 2


def test_what_is_removed_is_gone_and_can_be_removed_again(home: Path) -> None:
    written = autostart.install(COMMAND, FOLDER, with_systemd=True)
    assert sorted(autostart.remove()) == sorted(written)
    assert not any(path.is_file() for path in home.rglob("*"))
    assert not autostart.remove()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_are_told_where_it_is_written(
    monkeypatch: pytest.MonkeyPatch, system: str, home: Path
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    with pytest.raises(LenetError, match=r"docs/kiosk\.md"):
        autostart.install(COMMAND, FOLDER, with_systemd=False)
    with pytest.raises(LenetError, match=r"docs/kiosk\.md"):
        autostart.remove()

"""Has the kiosk start when its user is logged in: a systemd unit, and a desktop's autostart entry.

The unit is bound to no login by itself; the entry restarts it. So it runs once, whoever else
starts it, and a desktop that knows nothing of systemd starts it all the same. Where there is no
systemd the entry starts the program directly.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from lenet_gui.atomic import write_together
from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError, SaveError

UNIT = "lenet-gui-kiosk.service"
ENTRY = "lenet-gui-kiosk.desktop"

_OF_LOGIN = (
    "DISPLAY WAYLAND_DISPLAY XAUTHORITY XDG_SESSION_TYPE XDG_CURRENT_DESKTOP"
    " LANG LANGUAGE LC_ALL LC_MESSAGES LC_CTYPE"
)
_RESTART = f"systemctl --user import-environment {_OF_LOGIN}; systemctl --user restart {UNIT}"


def unit_file() -> Path:
    """Where the unit lies; need not exist."""
    return platformdirs.user_config_path() / "systemd" / "user" / UNIT


def entry_file() -> Path:
    """Where the autostart entry lies; need not exist."""
    return platformdirs.user_config_path() / "autostart" / ENTRY


def has_systemd() -> bool:
    """Whether this machine was started by systemd."""
    return Path("/run/systemd/system").is_dir()


def install(command: Sequence[str], folder: Path, *, with_systemd: bool) -> list[Path]:
    """Have a command start at login; returns the files that say so.

    Args:
        command: the program and its arguments.
        folder: where it is started.
        with_systemd: whether systemd runs it.

    Raises:
        LenetError: this system starts programs in another way.
        SaveError: the files cannot be written; what was there is untouched.
    """
    _check_system()
    if not with_systemd:
        remove()  # a unit of before would start it a second time
        contents = {entry_file(): entry(command, folder)}
    else:
        contents = {unit_file(): unit(command, folder), entry_file(): entry(("sh", "-c", _RESTART))}
    write_together({path: text.encode() for path, text in contents.items()})
    return list(contents)


def remove() -> list[Path]:
    """Have nothing start any more; returns the files that are gone.

    Raises:
        LenetError: this system starts programs in another way.
        SaveError: a file cannot be removed.
    """
    _check_system()
    gone = []
    for path in (entry_file(), unit_file()):
        try:
            path.unlink()
            gone.append(path)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise SaveError(
                QT_TRANSLATE_NOOP("errors", "{path} could not be removed: {reason}."),
                path=path,
                reason=error.strerror,
            ) from error
    return gone


def unit(command: Sequence[str], folder: Path) -> str:
    """The systemd unit that runs a command; systemd.service(5) and systemd.syntax(7)."""
    return f"""\
# Written by `lenet-gui kiosk-install --user`, which removes it too (--remove).
[Unit]
Description=LeNet GUI as a kiosk
PartOf=graphical-session.target
StartLimitIntervalSec=0

[Service]
ExecStart={" ".join(map(_for_systemd, command))}
WorkingDirectory={str(folder).replace("%", "%%")}
# The program looks after itself; this is for its supervisor. The staff's quit ends it for good.
Restart=on-failure
RestartSec=1
KillMode=mixed
TimeoutStopSec=10
"""


def entry(command: Sequence[str], folder: Path | None = None) -> str:
    """The entry that has a desktop run a command at login; the Desktop Entry Specification 1.5."""
    path = "" if folder is None else f"Path={_escaped(str(folder))}\n"
    return f"""\
# Written by `lenet-gui kiosk-install --user`, which removes it too (--remove).
[Desktop Entry]
Type=Application
Version=1.5
Name=LeNet GUI as a kiosk
Comment=Draw a digit and see LeNet-5 read it
Exec={" ".join(map(_for_desktop, command))}
{path}Terminal=false
"""


def _check_system() -> None:
    if not sys.platform.startswith("linux"):
        raise LenetError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Only Linux is set up by this command; docs/kiosk.md tells how others are.",
            )
        )


def _for_systemd(word: str) -> str:
    for mark, escape in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("$", "$$")):
        word = word.replace(mark, escape)
    return f'"{word}"'


def _for_desktop(word: str) -> str:
    for mark in ("\\", '"', "`", "$"):
        word = word.replace(mark, f"\\{mark}")
    return _escaped(f'"{word}"'.replace("%", "%%"))


def _escaped(text: str) -> str:
    """A text as the value of a key."""
    return text.replace("\\", "\\\\")

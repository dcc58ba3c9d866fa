"""`lenet-gui`: what it was given is read and done. Light at import; `commands` has the commands."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from lenet_gui.catalogue import sentence
from lenet_gui.commands import FAILED, INTERRUPTED, window
from lenet_gui.errors import LenetError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `lenet-gui` with its arguments (None: those of the process); returns the exit code."""
    _have_streams()
    _have_utf8()
    given = sys.argv[1:] if arguments is None else arguments
    _speak(given)
    options = _parsed(given)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that knows no − or × shows a ?
    try:
        code = options.call(options) or 0
        sys.stdout.flush()
    except LenetError as error:
        print(sentence(error), file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has gone; Python would complain again when it flushes at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return int(code)


def _parsed(given: Sequence[str]) -> argparse.Namespace:
    """The command line, read; that of a double click, which is empty, takes no time."""
    if not given:
        return argparse.Namespace(call=window.open_window, picture=None)
    from lenet_gui.commands.parser import parse

    return parse(given)


def _speak(given: Sequence[str]) -> None:
    """Speak the language that the command line asks for, here and in processes started from here.

    What is wrong with the line is to be said in it too, so nobody has read it yet.
    """
    for index, argument in enumerate(given):
        option, equals, value = argument.partition("=")
        if option == "--language":
            code = value if equals else next(iter(given[index + 1 :]), "")
            os.environ["LANGUAGE"] = code or os.environ.get("LANGUAGE", "")


def _have_streams() -> None:
    """Let what is printed go nowhere in a program without a console, which has no streams."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - stays open
            setattr(sys, name, nowhere)


def _have_utf8() -> None:
    """Have Qt, and processes started from here, read and write UTF-8 where no locale is set.

    Python does so for itself (PEP 538), but not in the frozen program, and Qt would warn.
    """
    kept = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    if next(filter(None, kept), "C") in ("C", "POSIX") and not os.environ.get("LC_ALL"):
        os.environ["LC_CTYPE"] = "C.UTF-8"

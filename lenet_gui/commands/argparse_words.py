"""What argparse itself says, in the language of the terminal."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from lenet_gui.catalogue import translate
from lenet_gui.errors import QT_TRANSLATE_NOOP

WORDS = (
    QT_TRANSLATE_NOOP("argparse", "usage: "),
    QT_TRANSLATE_NOOP("argparse", "options"),
    QT_TRANSLATE_NOOP("argparse", "positional arguments"),
    QT_TRANSLATE_NOOP("argparse", "show this help message and exit"),
    QT_TRANSLATE_NOOP("argparse", "%(prog)s: error: %(message)s\n"),
    QT_TRANSLATE_NOOP("argparse", "argument %(argument_name)s: %(message)s"),
    QT_TRANSLATE_NOOP("argparse", "expected one argument"),
    QT_TRANSLATE_NOOP("argparse", "expected at most one argument"),
    QT_TRANSLATE_NOOP("argparse", "expected at least one argument"),
    QT_TRANSLATE_NOOP("argparse", "ignored explicit argument %r"),
    QT_TRANSLATE_NOOP("argparse", "invalid %(type)s value: %(value)r"),
    QT_TRANSLATE_NOOP("argparse", "invalid choice: %(value)r (choose from %(choices)s)"),
    QT_TRANSLATE_NOOP("argparse", "ambiguous option: %(option)s could match %(matches)s"),
    QT_TRANSLATE_NOOP("argparse", "not allowed with argument %s"),
    QT_TRANSLATE_NOOP("argparse", "one of the arguments %s is required"),
    QT_TRANSLATE_NOOP("argparse", "the following arguments are required: %s"),
    QT_TRANSLATE_NOOP("argparse", "unrecognized arguments: %s"),
)
"""Those that people can come by."""


@contextmanager
def spoken() -> Iterator[None]:
    """Have argparse speak for a while: it asks `_` of its module for every sentence."""
    before = vars(argparse).get("_")
    setattr(argparse, "_", _said)  # noqa: B010 - not in the stubs
    try:
        yield
    finally:
        setattr(argparse, "_", before)  # noqa: B010


def _said(words: str | None) -> str | None:
    """Words of argparse's, which has none for some of its headings."""
    return words and translate("argparse", words)

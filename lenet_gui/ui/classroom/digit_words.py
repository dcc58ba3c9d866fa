"""Digits in words."""

from PySide6.QtCore import QCoreApplication


def word(label: str) -> str:
    """A digit in words; any other class as it is called."""
    translate = QCoreApplication.translate
    words = {
        "0": translate("Challenge", "zero"),
        "1": translate("Challenge", "one"),
        "2": translate("Challenge", "two"),
        "3": translate("Challenge", "three"),
        "4": translate("Challenge", "four"),
        "5": translate("Challenge", "five"),
        "6": translate("Challenge", "six"),
        "7": translate("Challenge", "seven"),
        "8": translate("Challenge", "eight"),
        "9": translate("Challenge", "nine"),
    }
    return words.get(label, label)

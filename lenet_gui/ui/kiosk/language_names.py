"""Languages by their own names, which everybody can read: no flags."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QLocale


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """Each language's own name, by its code."""
    return {
        code: "English" if code == "en" else QLocale(code).nativeLanguageName() for code in codes
    }


def spoken(code: str, among: Mapping[str, str]) -> str:
    """Which of some languages is spoken if `code` was chosen; empty is the system's."""
    wanted = code or QLocale.system().name()
    if wanted in among:
        return wanted
    language = wanted.partition("_")[0]
    alike = (other for other in among if other.partition("_")[0] == language)
    return next(alike, "en")

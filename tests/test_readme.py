"""The README says the same in every language, as far as one can see without reading it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TRANSLATIONS = sorted(ROOT.glob("README.*.md"))

every_translation = pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.name)


def text(path: Path) -> str:
    return path.read_text("utf-8")


def shape(path: Path) -> list[str]:
    """The headings by their depth, the rows of tables by their cells, and what starts code."""
    lines = text(path).splitlines()
    marks = [re.match(r"#+ |```\w*|\|", line) for line in lines]
    return [
        f"{mark.group()}{line.count('|')}" for mark, line in zip(marks, lines, strict=True) if mark
    ]


def links(path: Path) -> set[str]:
    """What is linked to, but for the other languages."""
    found = re.findall(r"\]\(([^)]+)\)", text(path))
    return {link for link in found if not link.startswith("README")}


def code(path: Path) -> list[str]:
    """Commands without what is said of them, and whatever stands between single backticks."""
    fenced = re.findall(r"```sh\n(.*?)```", text(path), re.DOTALL)
    commands = [line.split("#")[0].strip() for block in fenced for line in block.splitlines()]
    unfenced = re.sub(r"```.*?```", "", text(path), flags=re.DOTALL)
    return [*commands, *sorted(re.findall(r"`([^`\n]+)`", unfenced))]


def figures(path: Path) -> list[str]:
    return sorted(re.findall(r"\d[\d,.]*\d %|\d+,\d{3}", text(path)))


def test_there_is_a_translation() -> None:
    assert TRANSLATIONS


@every_translation
def test_a_translation_has_all_that_the_english_one_has(path: Path) -> None:
    english = ROOT / "README.md"
    assert shape(path) == shape(english)
    assert links(path) == links(english)
    assert code(path) == code(english)
    assert figures(path) == figures(english)


@every_translation
def test_each_leads_to_the_other(path: Path) -> None:
    assert "](README.md)" in text(path)
    assert f"]({path.name})" in text(ROOT / "README.md")


@pytest.mark.parametrize("path", [ROOT / "README.md", *TRANSLATIONS], ids=lambda path: path.name)
def test_what_is_linked_to_is_there(path: Path) -> None:
    missing = [link for link in links(path) if "://" not in link and not (ROOT / link).exists()]
    assert missing == []

"""Every language says everything the app says. A further language is one more .ts file."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parent.parent
TRANSLATIONS = sorted((ROOT / "resources" / "translations").glob("*.ts"))
TOOLS = Path(sys.executable).parent
MARKERS = {"tr": 0, "QT_TRANSLATE_NOOP": 1}
"""What marks a sentence, and which of its arguments the sentence is."""

every_language = pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.stem)


def messages(path: Path) -> list[tuple[str, str, str]]:
    """Of every message its source, its translation and its state, empty when finished."""
    found = []
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        source = message.findtext("source", "")
        found.append((source, translation.text or "", translation.get("type", "")))
    return found


def placeholders(sentence: str) -> list[str]:
    """What is filled in at run time, and the keys a menu answers to."""
    return sorted(re.findall(r"\{[^}]*\}|%L?\d|%n|&(?=\w)", sentence))


def said_in(source: Path) -> list[str]:
    """What a module marks for translation; the code itself where that is no plain sentence."""
    sentences = []
    for call in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if name in MARKERS:
                sentence = call.args[MARKERS[name]]
                if isinstance(sentence, ast.Constant):
                    sentences.append(str(sentence.value))
                else:
                    sentences.append(ast.unparse(sentence))
    return sentences


def test_there_is_a_translation() -> None:
    assert TRANSLATIONS


@every_language
def test_no_sentence_is_missing_or_stale(path: Path, tmp_path: Path) -> None:
    collected = tmp_path / path.name
    shutil.copy(path, collected)
    sources = sorted(str(source.relative_to(ROOT)) for source in ROOT.glob("lenet_gui/**/*.py"))
    command = [str(TOOLS / "pyside6-lupdate"), "-locations", "none", "-no-obsolete", *sources]
    subprocess.run([*command, "-ts", str(collected)], cwd=ROOT, check=True, capture_output=True)
    assert sorted(messages(collected)) == sorted(messages(path)), "run: make translations"


@every_language
def test_every_marked_sentence_is_collected_even_where_lupdate_is_blind(path: Path) -> None:
    """lupdate passes over a tr() inside an f-string without a word."""
    collected = {source for source, _, _ in messages(path)}
    lost = {
        f"{source.name}: {sentence}"
        for source in ROOT.glob("lenet_gui/**/*.py")
        for sentence in said_in(source)
        if sentence not in collected
    }
    assert lost == set()


@every_language
def test_every_sentence_is_translated(path: Path) -> None:
    assert [source for source, text, state in messages(path) if state or not text.strip()] == []


@every_language
def test_translations_keep_what_is_filled_in_and_the_menu_keys(path: Path) -> None:
    differing = [
        source for source, text, _ in messages(path) if placeholders(source) != placeholders(text)
    ]
    assert differing == []


@every_language
def test_the_compiled_file_is_that_of_the_sentences(path: Path, tmp_path: Path) -> None:
    compiled = tmp_path / "compiled.qm"
    command = [str(TOOLS / "pyside6-lrelease"), str(path), "-qm", str(compiled)]
    subprocess.run(command, check=True, capture_output=True)
    assert compiled.read_bytes() == path.with_suffix(".qm").read_bytes(), "run: make translations"

"""What is said on a terminal: in its language, from the catalogues of the window, without Qt."""

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from lenet_gui import catalogue, paths
from lenet_gui.cli import main
from lenet_gui.commands import argparse_words

FOLDER = paths.resources() / "translations"
CATALOGUES = sorted(FOLDER.glob("lenet_gui_*.qm"))
COMMANDS = (
    *("predict", "activations", "evaluate", "models", "describe", "train", "snapshot"),
    *("kiosk-config", "kiosk-pin", "kiosk-counts", "kiosk-install"),
)
CHINESE = re.compile("[\u4e00-\u9fff]")

every_language = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)


@pytest.fixture
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "zh_CN")


@every_language
def test_every_sentence_is_found_as_qt_finds_it(path: Path) -> None:
    found = catalogue.Catalogue(path.read_bytes())
    translator = QTranslator()
    assert translator.load(str(path))
    differing = []
    for context in ElementTree.parse(path.with_suffix(".ts")).iter("context"):
        name = context.findtext("name", "")
        for source in context.iter("source"):
            sentence = source.text or ""
            if found.find(name, sentence) != translator.translate(name, sentence):
                differing.append(sentence)
    assert differing == []
    assert found.find("cli", "nobody says this") is None


def test_garbage_has_no_translations() -> None:
    whole = CATALOGUES[0].read_bytes()
    assert catalogue.Catalogue(b"garbage").find("cli", "commands") is None
    for length in range(0, len(whole), 997):
        catalogue.Catalogue(whole[:length]).find("cli", "commands")


@every_language
def test_what_argparse_fills_in_stays(path: Path) -> None:
    found = catalogue.Catalogue(path.read_bytes())
    for words in argparse_words.WORDS:
        said = found.find("argparse", words)
        assert said is not None
        assert re.findall(r"%(?:\(\w+\))?[sr]", said) == re.findall(r"%(?:\(\w+\))?[sr]", words)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.GB2312"}, "zh_CN"),
        ({"LANG": "de_DE", "LANGUAGE": "zh_CN:en"}, "zh_CN"),
        ({}, ""),
    ],
)
def test_the_language_is_the_terminals(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert catalogue.language() == expected


@pytest.mark.parametrize("code", ["zh_CN", "zh-CN", "zh"])
def test_a_language_is_found_by_its_code_and_by_what_it_is_a_variety_of(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setenv("LANGUAGE", code)
    assert catalogue.translate("cli", "commands") == "命令"


@pytest.mark.parametrize("code", ["en", "en_GB", "C", "de_DE", ""])
def test_other_languages_are_answered_in_english(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setenv("LANGUAGE", code)
    monkeypatch.setenv("LC_ALL", code)
    assert catalogue.translate("cli", "commands") == "commands"


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_wholly_in_chinese(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("COLUMNS", "500")
    with pytest.raises(SystemExit):
        main([*command.split(), "--help"])
    said = capsys.readouterr().out
    assert said.startswith("用法：")
    explained = [line for line in said.splitlines() if re.search(r"\S {2,}\S", line.strip())]
    told = [line for line in explained if not line.startswith(" " * 7 + "lenet-gui")]
    assert [line for line in told if not CHINESE.search(line)] == []


@pytest.mark.usefixtures("chinese")
def test_what_is_wrong_with_a_command_line_is_said_in_chinese(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["predict"])
    assert "lenet-gui predict：错误：缺少参数：PICTURE" in capsys.readouterr().err


@pytest.mark.usefixtures("chinese")
def test_a_failure_is_told_in_chinese(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["predict", str(tmp_path / "none.png")]) == 2
    said = capsys.readouterr().err
    assert CHINESE.search(said)
    assert "none.png" in said


@pytest.mark.usefixtures("chinese")
def test_models_are_listed_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models"]) == 0
    assert "个参数" in capsys.readouterr().out


def test_the_language_asked_for_is_spoken_by_the_command_line_too() -> None:
    command = [sys.executable, "-m", "lenet_gui", "--language", "zh_CN", "--theme", "pink"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert "没有这个选择：'pink'" in done.stderr.decode()


def test_neither_help_nor_version_loads_anything_heavy_in_any_language() -> None:
    program = (
        "import sys, contextlib\nfrom lenet_gui import cli\n"
        "for line in (['--help'], ['--version']):\n"
        "    with contextlib.suppress(SystemExit): cli.main(line)\n"
        "print(sorted({'PySide6', 'numpy', 'torch', 'msgspec'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        capture_output=True,
        check=True,
        env={**os.environ, "LANGUAGE": "zh_CN"},
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"

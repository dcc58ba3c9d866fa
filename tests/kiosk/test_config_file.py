"""The kiosk's file: what a technician gets wrong costs one setting, and is told with its line."""

import os
from dataclasses import asdict
from pathlib import Path
from typing import get_args

import pytest

from lenet_gui.errors import SettingsError
from lenet_gui.kiosk import pin
from lenet_gui.kiosk.config import Kiosk, KioskConfig
from lenet_gui.kiosk.config_file import change, load
from lenet_gui.kiosk.config_text import commented
from lenet_gui.kiosk.presets import PRESETS
from lenet_gui.settings import ThemeName

DEFAULT = KioskConfig()
THEMES = ", ".join(get_args(ThemeName))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kiosk.toml"


def loaded(path: Path, content: str | bytes) -> Kiosk:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load(path)


def told(kiosk: Kiosk) -> list[str]:
    """What is wrong, without the path that each sentence begins with."""
    return [str(problem).removeprefix(str(kiosk.path)) for problem in kiosk.problems]


@pytest.mark.parametrize("preset", PRESETS)
def test_a_generated_file_says_all_that_its_preset_does(path: Path, preset: str) -> None:
    kiosk = loaded(path, commented(PRESETS[preset]))
    assert kiosk == Kiosk(PRESETS[preset], path, ())


def test_a_generated_file_has_a_comment_above_every_setting() -> None:
    lines = commented(DEFAULT).splitlines()
    for name in asdict(DEFAULT):
        (at,) = (i for i, line in enumerate(lines) if line.startswith(f"{name} = "))
        assert lines[at - 1].startswith("# ")
    assert max(map(len, lines)) <= 100


def test_an_empty_file_is_the_defaults(path: Path) -> None:
    assert loaded(path, "") == Kiosk(DEFAULT, path, ())


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('theme = "pink"', f'theme is one of {THEMES}, not "pink". "dark" is taken.'),
        ("text_size = 110", "text_size is one of 100, 125, 150, 200, not 110. 100 is taken."),
        ("text_size = true", "text_size is one of 100, 125, 150, 200, not true. 100 is taken."),
        ("countdown_s = 3", "countdown_s is a number from 10 to 120, not 3. 15 is taken."),
        ("countdown_s = nan", "countdown_s is a number from 10 to 120, not nan. 15 is taken."),
        ('countdown_s = "15"', 'countdown_s is a number from 10 to 120, not "15". 15 is taken.'),
        (
            "attract_after_s = 1",
            "attract_after_s is 0 (never) or a number from 5 to 86400, not 1. 60 is taken.",
        ),
        ("hide_cursor = 1", "hide_cursor is true or false, not 1. true is taken."),
        (
            'languages = ["en", "xx"]',
            'languages is a list of some of en, zh_CN, not ["en", "xx"]. [] is taken.',
        ),
        ("languages = [1, {a = 2}]", "languages is a list of some of en, zh_CN, not [1, {'a': 2}]"),
        ("attract_afer_s = 9", "there is no setting attract_afer_s. Is attract_after_s meant?"),
        ("volume = 11", "there is no setting volume."),
        ("[kiosk]", "there is no setting kiosk."),
        ("view = 1979-05-27", "view is one of network, compact, not 1979-05-27."),
    ],
)
def test_a_wrong_setting_is_told_with_its_line_and_the_default_is_taken(
    path: Path, line: str, sentence: str
) -> None:
    kiosk = loaded(path, f'# comment\n\nmotion = "gentle"\n{line}\ncounts = false\n')
    assert kiosk.config == KioskConfig(motion="gentle", counts=False)
    (problem,) = told(kiosk)
    assert problem.startswith(f", line 4: {sentence}")


@pytest.mark.parametrize(
    "line",
    ["language = en", "language: en", "language", 'language = "en', "= 3", "\x00\x01", "a = [1,"],
)
def test_a_line_that_is_no_toml_costs_only_itself(path: Path, line: str) -> None:
    kiosk = loaded(path, f'motion = "none"\n{line}\nmodels = [\n  "lenet5-tanh",\n]\nfoo = 1\n')
    assert kiosk.config == KioskConfig(motion="none", models=("lenet5-tanh",))
    garbled, unknown = told(kiosk)
    assert garbled.startswith(", line 2 makes no sense")
    assert unknown.startswith(", line 6: there is no setting foo")


def test_of_a_setting_that_is_there_twice_the_last_counts(path: Path) -> None:
    kiosk = loaded(path, "text_size = 150\n\ntext_size = 200\n")
    assert kiosk.config.text_size == 200
    assert told(kiosk) == [", line 3: text_size is set in line 1 too. The last one counts."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_are_those_of_whatever_editor_wrote_them(path: Path, encoding: str, end: str) -> None:
    kiosk = loaded(path, f'# 博物馆{end}motion = "none"{end}foo = 1{end}'.encode(encoding))
    assert kiosk.config.motion == "none"
    assert told(kiosk) == [", line 3: there is no setting foo."]


def test_letters_that_are_no_utf_8_do_no_harm_in_a_comment(path: Path) -> None:
    kiosk = loaded(path, b'# f\xfcr alle\nmotion = "none" # \xfc\nview = "\xfc"\n')
    assert kiosk.config == KioskConfig(motion="none")
    (problem,) = told(kiosk)
    assert problem.startswith(", line 3: view is one of network, compact")


@pytest.mark.parametrize(
    ("there", "keeps_shut"),
    [("nothing", False), ("folder", True), ("too much", True), ("long name", True), ("fifo", True)],
)
def test_what_cannot_be_read_is_told_and_the_kiosk_opens(
    path: Path, there: str, keeps_shut: bool
) -> None:
    if there == "folder":
        path.mkdir()
    elif there == "too much":
        path.write_bytes(b"#" * 1_000_000)
    elif there == "fifo":
        os.mkfifo(path)
    elif there == "long name":
        path = path.with_name("x" * 300)
    kiosk = load(path)
    (problem,) = told(kiosk)
    assert problem.startswith(" cannot be read: ")
    assert kiosk.config == KioskConfig(pin=pin.UNUSABLE if keeps_shut else "")


def test_a_file_that_nobody_named_need_not_be_there(path: Path) -> None:
    assert load(path, is_expected=False) == Kiosk(DEFAULT, path, ())


@pytest.mark.parametrize("content", [bytes(range(256)) * 400, b"\x89PNG\r\n" * 3000, b"[" * 9999])
def test_of_a_file_that_is_something_else_not_every_line_is_told(
    path: Path, content: bytes
) -> None:
    kiosk = loaded(path, content)
    assert 0 < len(kiosk.problems) <= 21
    assert all("\n" not in line and len(line) < 300 for line in told(kiosk))


def test_a_good_line_counts_after_any_number_of_bad_ones(path: Path) -> None:
    kiosk = loaded(path, "x =\n" * 500 + "text_size = 200\n")
    assert kiosk.config == KioskConfig(text_size=200)
    assert told(kiosk)[-1] == ": 480 more lines are wrong."


PIN = pin.hashed("2468")


@pytest.mark.parametrize(
    "content",
    ["pin = 2468", 'pin = "2468"', f"pin = {PIN}", f'pni = "{PIN}"', "\0" * 300_000],
    ids=["number", "plain", "no quotes", "mistyped", "too large"],
)
def test_a_pin_that_cannot_be_used_leaves_the_staff_page_shut_and_is_told_nowhere(
    path: Path, content: str
) -> None:
    kiosk = loaded(path, content)
    assert kiosk.config.pin == pin.UNUSABLE
    assert not pin.matches("2468", kiosk.config.pin)
    assert kiosk.problems
    assert "2468" not in "".join(told(kiosk))
    assert PIN[10:] not in "".join(told(kiosk))


def test_a_change_leaves_all_else_as_it_stands(path: Path) -> None:
    before = (
        "# ours\r\nmotion = 'full'   # as the director wants # it\r\n"
        'languages = [\r\n  "en", # first\r\n]\r\nfoo = 1\r\npin = 12ab\r\n\r\n'
    )
    path.write_bytes(before.encode())
    change(path, {"motion": "none", "languages": ("en", "zh_CN"), "pin": PIN, "text_size": 150})
    assert path.read_bytes().decode() == (
        '# ours\r\nmotion = "none"   # as the director wants # it\r\n'
        f'languages = ["en", "zh_CN"]\r\nfoo = 1\r\npin = "{PIN}"\r\n\r\ntext_size = 150\r\n'
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_a_change_keeps_how_the_file_is_written(path: Path, encoding: str) -> None:
    path.write_bytes("# für\nmotion = 'full'\n".encode(encoding))
    change(path, {"motion": "none"})
    assert path.read_bytes() == '# für\nmotion = "none"\n'.encode(encoding)


def test_of_two_lines_the_one_that_counts_is_changed(path: Path) -> None:
    path.write_text("text_size = 100\ntext_size = 125")
    change(path, {"text_size": 200})
    assert path.read_text() == "text_size = 100\ntext_size = 200"
    assert load(path).config.text_size == 200


def test_a_change_makes_a_file_where_none_is(path: Path) -> None:
    change(path, {"counts": False})
    assert load(path) == Kiosk(KioskConfig(counts=False), path, ())


@pytest.mark.parametrize("content", [None, b"\xff\xfea", b"#" * 1_000_000])
def test_a_change_of_what_cannot_be_read_is_refused(path: Path, content: bytes | None) -> None:
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    with pytest.raises(SettingsError, match="cannot be read"):
        change(path, {"counts": False})
    assert content is None or path.read_bytes() == content

"""What a command line means: a command, a picture, or a mistake."""

from pathlib import Path

import pytest

from lenet_gui.commands import window
from lenet_gui.commands.parser import parse


def test_without_a_word_the_window_opens_empty() -> None:
    options = parse(["--theme", "light"])
    assert (options.call, options.picture, options.theme) == (window.open_window, None, "light")


@pytest.mark.parametrize(
    ("given", "picture"),
    [
        (["digit.png"], "digit.png"),
        (["./digit"], "digit"),
        (["/home/me/My Pictures/图片.jpeg"], "/home/me/My Pictures/图片.jpeg"),
        (["--theme", "light", "--model=lenet5-bn", "digit.png"], "digit.png"),
        (["digit.png", "--language", "zh_CN"], "digit.png"),
        (["./train"], "train"),
        (["--", "-digit.png"], "-digit.png"),
    ],
)
def test_a_file_opens_in_the_window(given: list[str], picture: str) -> None:
    options = parse(given)
    assert options.call is window.open_window
    assert options.picture == Path(picture)


def test_a_file_without_a_suffix_is_one_if_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        parse(["digit"])
    assert "invalid choice: 'digit'" in capsys.readouterr().err
    (tmp_path / "digit").touch()
    assert parse(["digit"]).picture == Path("digit")


def test_a_command_stays_one_whatever_lies_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "train").touch()
    assert parse(["train", "lenet5-bn"]).command == "train"
    assert parse(["--theme", "dark", "predict", "digit.png"]).command == "predict"
    assert parse(["snapshot", "out.png", "--picture", "in.png"]).picture == Path("in.png")


def test_the_self_test_is_asked_for_by_an_option() -> None:
    assert parse(["--self-test"]).call is window.self_test


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["trian", "lenet5-bn"], "invalid choice: 'trian'"),
        (["one.png", "two.png"], "unrecognized arguments: two.png"),
        (["--theme", "purple", "one.png"], "argument --theme: invalid choice"),
        (["one.png", "--model"], "argument --model: expected one argument"),
    ],
)
def test_a_mistake_is_a_usage_and_exit_code_2(
    given: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        parse(given)
    assert end.value.code == 2
    assert told in capsys.readouterr().err

"""Settings on real files."""

from pathlib import Path

import pytest

from lenet_gui import settings
from lenet_gui.errors import SaveError, SettingsError
from lenet_gui.settings import Settings, WindowState


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    chosen = Settings(theme="light", language="zh_CN", window=WindowState(900, 700))
    settings.save(chosen, tmp_path / "new" / "settings.json")
    assert settings.load(tmp_path / "new" / "settings.json") == (chosen, None)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.json") == (Settings(), None)


def test_a_setting_of_a_newer_version_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "light", "holograms": true}')
    assert settings.load(path) == (Settings(theme="light"), None)


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b'{"theme": "pink"}',
        b'{"brush_width": "broad"}',
        b'{"brush_width": -3}',
        b'{"brush_width": 1e9}',
        b'{"window": {"width": -5, "height": 4}}',
        b'{"window": {"width": 99999999, "height": 400}}',
        b'{"theme": "dark"',
    ],
)
def test_garbage_gives_the_defaults_a_sentence_and_is_kept(tmp_path: Path, garbage: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(garbage)
    loaded, problem = settings.load(path)
    assert loaded == Settings()
    assert isinstance(problem, SettingsError)
    assert str(path) in str(problem)
    assert (tmp_path / "settings.damaged.json").read_bytes() == garbage


def test_a_folder_in_place_of_the_file_gives_the_defaults_and_a_sentence(tmp_path: Path) -> None:
    loaded, problem = settings.load(tmp_path)
    assert loaded == Settings()
    assert isinstance(problem, SettingsError)


def test_settings_that_cannot_be_saved_say_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SaveError, match="could not be written"):
        settings.save(Settings(), tmp_path / "file" / "settings.json")

import sys
from pathlib import Path

import pytest

from lenet_gui import paths

CHECKOUT = Path(__file__).parents[1]


def test_in_a_checkout_resources_and_models_lie_beside_the_package() -> None:
    assert paths.resources() == CHECKOUT / "resources"
    assert paths.models() == paths.trained_models() == CHECKOUT / "models"


def test_the_frozen_program_has_them_in_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"
    assert paths.models() == tmp_path / "models"
    assert paths.trained_models() == home / "data" / "lenet-gui" / "models"


def test_an_installed_wheel_has_them_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    package = tmp_path / "lenet_gui"
    (package / "_bundled").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.models() == package / "_bundled" / "models"
    assert paths.trained_models() == home / "data" / "lenet-gui" / "models"


@pytest.mark.skipif(sys.platform != "linux", reason="XDG's folders are Linux's")
def test_what_is_the_users_lies_in_the_users_folders(home: Path) -> None:
    assert paths.settings_file() == home / "config" / "lenet-gui" / "settings.json"
    assert paths.mnist_cache() == home / "cache" / "lenet-gui" / "mnist"
    assert home in paths.log_file().parents
    assert not any(path.exists() for path in (paths.settings_file(), paths.mnist_cache()))

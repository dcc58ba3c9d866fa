"""Where things lie: in a checkout, an installed wheel or the frozen program, and at the user's."""

import sys
from pathlib import Path

import platformdirs

APP = "lenet-gui"


def _root() -> Path:
    """The folder that holds `resources/` and `models/`."""
    if frozen := getattr(sys, "_MEIPASS", None):
        return Path(frozen)
    package = Path(__file__).resolve().parent
    installed = package / "_bundled"
    return installed if installed.is_dir() else package.parent


def resources() -> Path:
    """Icons, translations, fonts, samples: read only."""
    return _root() / "resources"


def models() -> Path:
    """The bundles that ship with the app: read only, except in a checkout."""
    return _root() / "models"


def trained_models() -> Path:
    """Where a newly trained bundle goes: the checkout's `models/`, else a folder of the user."""
    is_checkout = (_root() / "pyproject.toml").is_file()
    return models() if is_checkout else added_models()


def added_models() -> Path:
    """Where the bundles that the user added lie, in a checkout too; need not exist."""
    return platformdirs.user_data_path(APP) / "models"


def settings_file() -> Path:
    """The user's settings; need not exist."""
    return platformdirs.user_config_path(APP) / "settings.json"


def kiosk_file() -> Path:
    """The kiosk's file where nobody names another; need not exist."""
    return platformdirs.user_config_path(APP) / "kiosk.toml"


def counts() -> Path:
    """The folder of what a kiosk counted; need not exist."""
    return platformdirs.user_data_path(APP) / "counts"


def wrong_tries_file() -> Path:
    """Where it is remembered how often the kiosk's PIN was wrong; need not exist."""
    return platformdirs.user_state_path(APP) / "wrong-tries.json"


def mnist_cache() -> Path:
    """Where MNIST is kept after a download; need not exist."""
    return platformdirs.user_cache_path(APP) / "mnist"


def log_file() -> Path:
    """The program's log; need not exist."""
    return platformdirs.user_log_path(APP) / "lenet-gui.log"


def supervisor_log_file() -> Path:
    """The log of what keeps a kiosk running; need not exist."""
    return log_file().with_name("supervisor.log")

"""What the app remembers between two starts: typed, checked, and written atomically."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from lenet_gui.atomic import write_bytes
from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError, SettingsError

LookName = Literal["dark", "light", "dark-contrast", "light-contrast"]
ThemeName = Literal["system", LookName]
TextSize = Literal[100, 125, 150, 200]
ViewName = Literal["network", "compact"]
ColourScale = Literal["map", "layer", "all"]
Pixels = Annotated[int, msgspec.Meta(ge=1, le=100_000)]
Share = Annotated[float, msgspec.Meta(gt=0, le=1)]


class WindowState(msgspec.Struct, frozen=True):
    """Where the window was: its normal size in pixels, and whether it filled the screen."""

    width: Pixels
    height: Pixels
    maximized: bool = False


class Settings(msgspec.Struct, frozen=True):
    """The settings and their defaults.

    Attributes:
        theme: dark by default, with a light twin, both with more contrast too; or as the desktop.
        text_size: in percent of the size that suits the window.
        language: a code such as `zh_CN`; empty for the system's.
        model: id of the network that reads.
        compared: ids of the networks compared; empty for the first there are.
        brush_width: width of the brush as a share of the pad's side.
        motion: whether bars glide; off for people whom motion disturbs.
        view: what is beside the pad: the whole network, or its prediction and two layers.
        colour_scale: what shares a scale in the whole network: a map, a layer, or all layers.
        window: size of the window; None before the first time.
    """

    theme: ThemeName = "dark"
    text_size: TextSize = 100
    language: str = ""
    model: str = "lenet5-sigmoid"
    compared: tuple[str, ...] = ()
    brush_width: Share = 0.055
    motion: bool = True
    view: ViewName = "network"
    colour_scale: ColourScale = "layer"
    window: WindowState | None = None


class SettingsKeeper:
    """Keeps what the person chose, apart from what holds for one session alone.

    The latter is what the command line said, and the network that stands in for one that cannot
    be used.
    """

    def __init__(self, path: Path, stored: Settings, session: Settings) -> None:
        self._path = path
        self._stored = stored
        self._session = session
        self._is_failing = False

    def assume_model(self, model: str) -> None:
        """Take it that this network reads in this session, though nobody chose it."""
        self._session = msgspec.structs.replace(self._session, model=model)

    def keep(self, chosen: Settings) -> None:
        """Store what differs from the settings before.

        Raises:
            SaveError: the settings cannot be written. It is raised once, until they can be again.
        """
        before, after = msgspec.structs.asdict(self._session), msgspec.structs.asdict(chosen)
        changes = {name: after[name] for name in after if after[name] != before[name]}
        self._session = chosen
        self._stored = msgspec.structs.replace(self._stored, **changes)
        was_failing, self._is_failing = self._is_failing, True
        try:
            save(self._stored, self._path)
        except LenetError:
            if not was_failing:
                raise
        else:
            self._is_failing = False


def load(path: Path) -> tuple[Settings, LenetError | None]:
    """The settings at `path`, or the defaults with the reason if they cannot be used.

    A file that makes no sense is kept beside, as `settings.damaged.json`.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        return Settings(), SettingsError(
            QT_TRANSLATE_NOOP("errors", "The settings {path} cannot be read: {reason}."),
            path=path,
            reason=error.strerror,
        )
    try:
        return msgspec.json.decode(content, type=Settings), None
    except (msgspec.DecodeError, UnicodeDecodeError):
        kept = path.with_suffix(".damaged.json")
        try:
            write_bytes(kept, content)
        except LenetError as error:
            return Settings(), error
        return Settings(), SettingsError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The settings {path} make no sense and were set aside as {kept}."
                " The defaults are in use.",
            ),
            path=path,
            kept=kept.name,
        )


def save(settings: Settings, path: Path) -> None:
    """Write the settings.

    Raises:
        SaveError: they cannot be written; what was there is untouched.
    """
    write_bytes(path, msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n")

"""Pictures of the real window: ink goes into the real pad, then the window is saved."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from lenet_gui.app import App
from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError
from lenet_gui.recognition.drawing import Stroke
from lenet_gui.recognition.pictures import open_picture
from lenet_gui.recognition.reading import Reading
from lenet_gui.settings import Settings, ThemeName
from lenet_gui.ui import theme
from lenet_gui.ui.files import drawing_file
from lenet_gui.ui.pad import stroke_player

_PATIENCE_MS = 120_000


@dataclass(frozen=True)
class Scene:
    """What the picture shows.

    Attributes:
        strokes: to draw, in any unit; none for an empty pad.
        picture: a file to open instead.
        compare: whether all networks read it side by side.
        size: width and height of the window in pixels.
    """

    strokes: tuple[Stroke, ...] = ()
    picture: Path | None = None
    theme: ThemeName = "dark"
    language: str = "en"
    model: str = field(default_factory=lambda: Settings().model)
    compare: bool = False
    size: tuple[int, int] = (1280, 800)


def take(scene: Scene, out: Path) -> None:
    """Save a picture of the window with a scene, without a screen, as PNG.

    Raises:
        LenetError: the model or the picture cannot be used, or `out` cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    ink = None if scene.picture is None else open_picture(scene.picture)
    chosen = Settings(theme=scene.theme, language=scene.language, model=scene.model, motion=False)
    app = App(QApplication(theme.ARGUMENTS), chosen)
    app.window.resize(*scene.size)
    app.window.commands.compare.setChecked(scene.compare)
    app.start()
    try:
        if ink is not None:
            app.window.pad.set_picture(ink)
        elif scene.strokes:
            stroke_player.play(app.window.pad, stroke_player.fit(scene.strokes))
        _wait_for_network(app)
        drawing_file.save_png(app.window.grab().toImage(), out)
    finally:
        app.stop()


def _wait_for_network(app: App) -> None:
    """Let the window run until it shows the reading of all that is on the pad.

    An empty pad is not read: there the window is ready when the network is.
    """
    has_ink = not app.window.pad.drawing.is_empty
    loop = QEventLoop()
    failures: list[LenetError] = []

    def finish(answer: tuple[Reading, ...] | LenetError) -> None:
        if isinstance(answer, LenetError):
            failures.append(answer)
        elif answer[0].drawing is not app.window.pad.drawing:
            return
        loop.quit()

    if has_ink:
        app.worker.answered.connect(finish)
    else:
        app.worker.loaded.connect(loop.quit)
    app.worker.failed.connect(finish)
    QTimer.singleShot(_PATIENCE_MS, loop.quit)
    loop.exec()
    if failures:
        raise failures[0]
    if has_ink and app.window.reading is None:
        raise LenetError(QT_TRANSLATE_NOOP("errors", "The network did not answer in time."))

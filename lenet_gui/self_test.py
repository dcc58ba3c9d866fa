"""A technician's check: whether all that the program needs is there and works.

It needs no screen, and leaves nothing behind.
"""

import contextlib
import os
import platform
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import get_args

import msgspec
import numpy as np
import torch
from PySide6.QtCore import QLibraryInfo, QTranslator, qVersion
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from lenet_gui import __version__, paths
from lenet_gui.app import App
from lenet_gui.atomic import write_bytes
from lenet_gui.catalogue import sentence, translate
from lenet_gui.errors import LenetError
from lenet_gui.kiosk import offered
from lenet_gui.network.card import card_path, find_cards
from lenet_gui.recognition.drawing import Drawing, Stroke
from lenet_gui.recognition.recognizer import Recognizer, tune_for_single_readings
from lenet_gui.settings import LookName, Settings
from lenet_gui.ui import colormap, theme


@dataclass(frozen=True)
class Outcome:
    """What became of one check.

    Attributes:
        subject: what was checked.
        told: what was found; why it failed if it did.
        is_well: whether it did not fail.
    """

    subject: str
    told: str
    is_well: bool

    def __str__(self) -> str:
        came = translate("cli", "ok") if self.is_well else translate("cli", "FAILED")
        return f"{came}  {self.subject}: {self.told}"


class _Samples(msgspec.Struct, frozen=True):
    """Digits that every network has to read: strokes by what they are."""

    unit: str
    digits: dict[str, list[list[tuple[float, float]]]]


class _FailedCheckError(Exception):
    """Something is not as it should be; the text says what."""


def run() -> Iterator[Outcome]:
    """Check one thing after the other; a failure ends none of the others."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qt = QApplication(theme.ARGUMENTS)
    tune_for_single_readings()
    for subject, check in _checks(qt):
        try:
            yield Outcome(subject, check(), is_well=True)
        except LenetError as error:
            yield Outcome(subject, sentence(error), is_well=False)
        except _FailedCheckError as error:
            yield Outcome(subject, str(error), is_well=False)
        except Exception as error:
            yield Outcome(subject, f"{type(error).__name__}: {error}", is_well=False)


def _checks(qt: QApplication) -> Iterator[tuple[str, Callable[[], str]]]:
    yield translate("cli", "program"), _tell_versions
    bundled = {path.stem for path in find_cards(paths.models())}
    for model in sorted(bundled | {Settings().model}):
        yield translate("cli", "model {model}").format(model=model), partial(_read_digits, model)
    for language in offered.languages()[1:] or [translate("cli", "(any)")]:
        subject = translate("cli", "translation {language}").format(language=language)
        yield subject, partial(_translate, language)
    yield translate("cli", "icons"), _draw_icons
    yield translate("cli", "fonts"), _load_fonts
    yield translate("cli", "colour maps"), _load_colormaps
    yield translate("cli", "window"), partial(_draw_window, qt)
    yield translate("cli", "settings folder"), partial(_write_into, paths.settings_file().parent)
    yield translate("cli", "log folder"), partial(_write_into, paths.log_file().parent)
    yield translate("cli", "folder of added models"), partial(_write_into, paths.added_models())


def _tell_versions() -> str:
    return (
        f"LeNet GUI {__version__}, Python {platform.python_version()}, Qt {qVersion()},"
        f" torch {torch.__version__}, numpy {np.__version__}"
    )


def _read_digits(model: str) -> str:
    samples = paths.resources() / "samples" / "self-test.json"
    digits = msgspec.json.decode(samples.read_bytes(), type=_Samples).digits
    bundled = paths.models() / f"{model}.json"
    recognizer = Recognizer.load(bundled if bundled.is_file() else card_path(model))
    start = time.perf_counter()
    read = {digit: recognizer.read(_drawing(strokes)).verdict for digit, strokes in digits.items()}
    milliseconds = 1000 * (time.perf_counter() - start)
    wrong = [digit for digit, verdict in read.items() if verdict.digit != digit]
    told = translate("cli", "{right} of {count} digits read, {milliseconds} ms").format(
        right=len(digits) - len(wrong), count=len(digits), milliseconds=round(milliseconds)
    )
    if wrong:
        misread = translate("cli", "{told}; not read as they should be: {digits}")
        raise _FailedCheckError(misread.format(told=told, digits=", ".join(wrong)))
    return told


def _drawing(strokes: list[list[tuple[float, float]]]) -> Drawing:
    arrays: list[Stroke] = [np.array(stroke, np.float32) for stroke in strokes]
    return Drawing(tuple(arrays))


def _translate(language: str) -> str:
    """Load what the app says, and what Qt's own dialogs say."""
    for name, folder in (
        ("lenet_gui", str(paths.resources() / "translations")),
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    ):
        translator = QTranslator()
        if not translator.load(f"{name}_{language}", folder) or translator.isEmpty():
            told = translate("cli", "{folder} has no {file} that can be used.")
            raise _FailedCheckError(told.format(folder=folder, file=f"{name}_{language}.qm"))
    return translate("cli", "the app's sentences and Qt's are there")


def _draw_icons() -> str:
    folder = paths.resources() / "icons"
    drawn, pictures = sorted(folder.glob("*.svg")), sorted(folder.glob("*.png"))
    bad = [path.name for path in drawn if not QSvgRenderer(str(path)).isValid()]
    bad += [path.name for path in pictures if QImage(str(path)).isNull()]
    if bad or not drawn or not pictures:
        told = translate("cli", "no usable icons: {files}")
        missing = ", ".join(bad) or translate("cli", "there are too few")
        raise _FailedCheckError(told.format(files=missing))
    return translate("cli", "{count} drawn").format(count=len(drawn) + len(pictures))


def _load_fonts() -> str:
    found = sorted((paths.resources() / "fonts").glob("*.[ot]tf"))
    bad = [path.name for path in found if QFontDatabase.addApplicationFont(str(path)) < 0]
    if bad or not found:
        told = translate("cli", "no usable fonts: {files}")
        missing = ", ".join(bad) or translate("cli", "there are none")
        raise _FailedCheckError(told.format(files=missing))
    return translate("cli", "{count} loaded").format(count=len(found))


def _load_colormaps() -> str:
    looks: tuple[LookName, ...] = get_args(LookName)
    for name in looks:
        colormap.diverging(theme.palette(name)).legend()
    return translate("cli", "for every look")


def _draw_window(qt: QApplication) -> str:
    """Make the whole window and draw it, with nothing read."""
    app = App(qt, Settings(motion=False))
    try:
        app.window.show()
        picture = app.window.grab()
        if app.window.messages.isVisible():
            raise _FailedCheckError(app.window.messages.text)
        size = f"{picture.width()}×{picture.height()}"
        return translate("cli", "drawn, {size}").format(size=size)
    finally:
        app.window.hide()
        app.worker.stop()


def _write_into(folder: Path) -> str:
    """Write a file into a folder, which is made if it has to be; all is removed again."""
    probe = folder / f".{secrets.token_hex(8)}"
    made = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    try:
        write_bytes(probe, b"lenet-gui --self-test")
        probe.unlink()
    finally:
        for parent in made:
            with contextlib.suppress(OSError):
                parent.rmdir()
    return translate("cli", "{folder} can be written to").format(folder=folder)

"""Opening a model of one's own, with real dialogs, real processes and real bundles."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.errors import LenetError
from lenet_gui.network import own_models
from lenet_gui.network.card import known_cards
from lenet_gui.network.trial import Limits
from lenet_gui.ui.files.model_opener import ModelOpener
from tests import foreign_bundles
from tests.foreign_bundles import ID

PATIENCE = 60_000


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def opener() -> Iterator[ModelOpener]:
    made = ModelOpener(Limits(seconds=2.0))
    yield made
    made.cancel()


@pytest.fixture
def good(tmp_path: Path, written: Path) -> tuple[Path, Path]:
    return foreign_bundles.put(tmp_path, written, written.with_suffix(".pt").read_bytes())


@pytest.fixture
def endless(tmp_path: Path, written: Path, network: object) -> tuple[Path, Path]:
    from lenet_gui.network.architectures import LeNet5Tanh

    assert isinstance(network, LeNet5Tanh)
    model = foreign_bundles.script(foreign_bundles.Endless(network))
    return foreign_bundles.put(tmp_path, written, model)


def dialog(kind: type[QWidget]) -> QWidget | None:
    """The dialog of a kind that is on the screen."""
    shown = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible())
    return next((widget for widget in shown if isinstance(widget, kind)), None)


def press(qtbot: QtBot, name: str) -> QMessageBox:
    """Click a button of the question."""
    qtbot.waitUntil(lambda: dialog(QMessageBox) is not None)
    box = dialog(QMessageBox)
    assert isinstance(box, QMessageBox)
    button = next(b for b in box.buttons() if b.text().replace("&", "") == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return box


def test_a_good_model_is_added_after_a_yes(
    qtbot: QtBot, window: QWidget, opener: ModelOpener, good: tuple[Path, Path]
) -> None:
    opener.open(*good, window)
    with qtbot.waitSignal(opener.added, timeout=PATIENCE) as added:
        press(qtbot, "Open")
        assert opener.is_busy
        assert dialog(QProgressDialog) is not None
    assert added.args == [ID]
    assert known_cards()[ID].parent == paths.added_models()
    assert not opener.is_busy
    qtbot.waitUntil(lambda: dialog(QProgressDialog) is None)


def test_the_question_says_that_a_model_is_a_program_and_enter_is_a_no(
    qtbot: QtBot, window: QWidget, opener: ModelOpener, good: tuple[Path, Path]
) -> None:
    opener.open(*good, window)
    box = dialog(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.informativeText() == own_models.WARNING
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not opener.is_busy)
    (process,) = opener.findChildren(QProcess)
    assert process.state() is QProcess.ProcessState.NotRunning
    assert not paths.added_models().exists()


def test_the_window_lives_on_while_a_model_never_ends_which_is_refused(
    qtbot: QtBot, window: QWidget, opener: ModelOpener, endless: tuple[Path, Path]
) -> None:
    refused: list[LenetError] = []
    opener.refused.connect(refused.append)
    opener.open(*endless, window)
    press(qtbot, "Open")
    turns = 0

    def done() -> bool:
        nonlocal turns
        turns += 1
        return bool(refused)

    qtbot.waitUntil(done, timeout=PATIENCE)
    assert turns > 10
    assert str(refused[0]) == (
        f"The model {endless[1]} was not done with a few inputs after 2 seconds."
    )
    assert not paths.added_models().exists()


def test_cancelling_ends_the_process_and_adds_nothing(
    qtbot: QtBot, window: QWidget, opener: ModelOpener, endless: tuple[Path, Path]
) -> None:
    told: list[object] = []
    opener.refused.connect(told.append)
    opener.added.connect(told.append)
    opener.open(*endless, window)
    press(qtbot, "Open")
    (process,) = opener.findChildren(QProcess)
    assert process.state() is not QProcess.ProcessState.NotRunning
    opener.open(*endless, window)
    assert dialog(QMessageBox) is None, "one model at a time"
    waiting = dialog(QProgressDialog)
    assert waiting is not None
    button = waiting.findChild(QPushButton)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert process.state() is QProcess.ProcessState.NotRunning
    qtbot.waitUntil(lambda: not opener.is_busy)
    qtbot.wait(50)
    assert told == []
    assert not paths.added_models().exists()


def test_closing_during_the_question_or_the_trial_leaves_nothing(
    qtbot: QtBot, window: QWidget, opener: ModelOpener, good: tuple[Path, Path]
) -> None:
    opener.open(*good, window)
    opener.cancel()
    assert not opener.is_busy
    opener.open(*good, window)
    press(qtbot, "Open")
    opener.cancel()
    assert not opener.is_busy
    assert not paths.added_models().exists()


def test_a_card_that_is_none_is_refused_without_a_question(
    window: QWidget, opener: ModelOpener, good: tuple[Path, Path]
) -> None:
    refused: list[LenetError] = []
    opener.refused.connect(refused.append)
    good[0].write_text("{")
    opener.open(*good, window)
    assert "is damaged" in str(refused[0])
    assert dialog(QMessageBox) is None


def test_a_process_that_cannot_start_is_a_sentence(
    qtbot: QtBot,
    window: QWidget,
    opener: ModelOpener,
    good: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    opener.open(*good, window)
    with qtbot.waitSignal(opener.refused, timeout=PATIENCE) as refused:
        press(qtbot, "Open")
    assert str(refused.args[0]).startswith("No trial of the model could start: ")
    assert not opener.is_busy


Chosen = Callable[[list[Path | None]], list[str]]


@pytest.fixture
def choosing(monkeypatch: pytest.MonkeyPatch) -> Chosen:
    """Choose files in the file dialogs, one after the other; gives the kinds asked for."""

    def choose(files: list[Path | None]) -> list[str]:
        kinds: list[str] = []

        def chosen(parent: QWidget, title: str, folder: str, kind: str) -> tuple[str, str]:
            kinds.append(kind)
            return str(files[len(kinds) - 1] or ""), kind

        monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
        return kinds

    return choose


def test_the_model_beside_its_card_is_taken_by_itself(
    window: QWidget, opener: ModelOpener, good: tuple[Path, Path], choosing: Chosen
) -> None:
    good[1].rename(good[0].with_suffix(".pt"))
    kinds = choosing([good[0]])
    opener.ask(window)
    assert kinds == ["Model card (*.json)"]
    assert dialog(QMessageBox) is not None


@pytest.mark.parametrize("card_only", [False, True])
def test_a_model_elsewhere_is_asked_for(
    window: QWidget,
    opener: ModelOpener,
    good: tuple[Path, Path],
    choosing: Chosen,
    card_only: bool,
) -> None:
    kinds = choosing([good[0], None if card_only else good[1]])
    opener.ask(window)
    assert kinds == ["Model card (*.json)", "Model (*.pt)"]
    assert (dialog(QMessageBox) is None) is card_only


def test_choosing_nothing_changes_nothing(
    window: QWidget, opener: ModelOpener, choosing: Chosen
) -> None:
    assert len(choosing([None])) == 0
    opener.ask(window)
    assert not opener.is_busy

"""Opening a model of one's own: choose it, be warned, wait for its trial, and it is kept."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QWidget

from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError
from lenet_gui.network import own_models
from lenet_gui.network.own_models import Candidate
from lenet_gui.network.trial import Limits, Trial


class ModelOpener(QObject):
    """Leads from "Open model…" to a model in the user's folder, one model at a time.

    Attributes:
        is_busy: whether a model is asked about or tried right now.

    Signals:
        added(str): a model was added; its id.
        refused(LenetError): why it was not.
    """

    added = Signal(str)
    refused = Signal(object)

    def __init__(self, limits: Limits | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limits = limits or Limits()
        self._question: QMessageBox | None = None
        self._candidate: Candidate | None = None
        self._runner = _TrialRunner(self)
        self._runner.ended.connect(self._ended)

    @property
    def is_busy(self) -> bool:
        """Whether a model is asked about or tried right now."""
        return self._question is not None or self._runner.is_busy

    def ask(self, parent: QWidget) -> None:
        """Let somebody choose a card, and the model where it does not lie beside its card."""
        card = _choose(parent, self.tr("Open model: its card"), self.tr("Model card (*.json)"))
        if card is None:
            return
        model: Path | None = card.with_suffix(".pt")
        if not card.with_suffix(".pt").is_file():
            model = _choose(parent, self.tr("Open model: its file"), self.tr("Model (*.pt)"))
        if model is not None:
            self.open(card, model, parent)

    def open(self, card: Path, model: Path, parent: QWidget) -> None:
        """Warn about a model, try it if it is to be trusted, and keep it if it passes."""
        if self.is_busy:
            return
        try:
            candidate = own_models.read(card, model)
        except LenetError as error:
            self.refused.emit(error)
            return
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Open model"))
        box.setTextFormat(Qt.TextFormat.PlainText)  # an id or a path is no markup
        box.setText(self.tr("Open the model {name}?").format(name=model.name))
        box.setInformativeText(QCoreApplication.translate("errors", own_models.WARNING))
        trust = box.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._close_question)
        trust.clicked.connect(lambda: self._try(candidate, parent))
        self._question = box
        box.open()

    def cancel(self) -> None:
        """Give up the question or the trial under way, if any; call it when the window closes."""
        if self._question is not None:
            self._question.reject()
        self._runner.cancel()

    def _close_question(self) -> None:
        self._question = None

    def _try(self, candidate: Candidate, window: QWidget) -> None:
        try:
            trial = Trial(candidate, self._limits)
        except LenetError as error:
            self.refused.emit(error)
            return
        self._candidate = candidate
        self._runner.start(trial, window)

    def _ended(self, error: LenetError | None) -> None:
        candidate, self._candidate = self._candidate, None
        if candidate is None:
            return
        try:
            if error is not None:
                raise error
            own_models.install(candidate)
        except LenetError as reason:
            self.refused.emit(reason)
        else:
            self.added.emit(candidate.card.id)


class _TrialRunner(QObject):
    """Runs trials, one at a time, with a dialog to wait with or to give up.

    Signals:
        ended(LenetError | None): the trial is over; None if the candidate passed. It does not
            come after `cancel`.
    """

    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._trial: Trial | None = None
        self._wait: QProgressDialog | None = None
        self._process = QProcess(self)
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed, Qt.ConnectionType.QueuedConnection)
        self._alarm = QTimer(self)
        self._alarm.setSingleShot(True)
        self._alarm.timeout.connect(self._process.kill)

    @property
    def is_busy(self) -> bool:
        """Whether a trial is under way."""
        return self._trial is not None

    def start(self, trial: Trial, window: QWidget) -> None:
        """Start the process and show the dialog."""
        self._trial = trial
        self._wait = QProgressDialog(window)
        self._wait.setWindowModality(Qt.WindowModality.WindowModal)
        self._wait.setWindowTitle(self.tr("Open model"))
        self._wait.setLabelText(self.tr("The model is tried in a process of its own…"))
        self._wait.setRange(0, 0)
        self._wait.setMinimumDuration(0)
        self._wait.canceled.connect(self.cancel)
        self._wait.show()
        self._process.setProgram(trial.program)
        self._process.setArguments(trial.arguments)
        self._process.setWorkingDirectory(str(trial.folder))
        self._alarm.start(round(trial.limits.patience * 1000))
        self._process.start(QProcess.OpenModeFlag.ReadOnly)

    def cancel(self) -> None:
        """End the process, and say nothing more of this trial."""
        self._clear()
        self._process.kill()
        self._process.waitForFinished()

    def _failed(self, reason: QProcess.ProcessError) -> None:
        """Tell that the process did not start; every other failure ends it as well."""
        if self._trial is not None and reason is QProcess.ProcessError.FailedToStart:
            self._clear()
            self.ended.emit(
                LenetError(
                    QT_TRANSLATE_NOOP("errors", "No trial of the model could start: {reason}."),
                    reason=self._process.errorString(),
                )
            )

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        trial = self._trial
        if trial is None:
            return
        has_crashed = status is QProcess.ExitStatus.CrashExit
        is_late = has_crashed and not self._alarm.isActive()
        self._clear()
        error: LenetError | None = None
        try:
            if is_late:
                raise trial.too_slow()
            output = bytes(self._process.readAllStandardOutput().data())
            trial.judge(-code if has_crashed else code, output)
        except LenetError as refusal:
            error = refusal
        self.ended.emit(error)

    def _clear(self) -> None:
        self._alarm.stop()
        trial, self._trial = self._trial, None
        if trial is not None:
            trial.close()
        wait, self._wait = self._wait, None
        if wait is not None:
            wait.canceled.disconnect(self.cancel)
            wait.close()
            wait.deleteLater()


def _choose(parent: QWidget, title: str, kind: str) -> Path | None:
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", kind)
    return Path(chosen) if chosen else None

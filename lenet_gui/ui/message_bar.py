"""A line at the top of the window for what went wrong; drawing goes on below it."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from lenet_gui.errors import LenetError


def sentence(error: LenetError) -> str:
    """The sentence of an error in the language of the window."""
    return QCoreApplication.translate("errors", error.sentence).format(**error.fields)


class MessageBar(QFrame):
    """Shows one error at a time until it is dismissed.

    Attributes:
        is_quiet: whether it keeps to itself what goes wrong, where nobody there could help it.

    Signals:
        told(LenetError): this went wrong.
    """

    told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_quiet = False
        self._error: LenetError | None = None
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # a path is no markup
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._dismiss = QPushButton(self)
        self._dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.addWidget(self._label, 1)
        row.addWidget(self._dismiss)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.hide()
        self._retranslate()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._label.text()

    def show_error(self, error: LenetError) -> None:
        """Show what went wrong."""
        self._error = error
        self._retranslate()
        self.setHidden(self.is_quiet)
        self.told.emit(error)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._dismiss.setText(self.tr("Dismiss"))
        if self._error is not None:
            self._label.setText(sentence(self._error))
            self.setAccessibleName(self._label.text())

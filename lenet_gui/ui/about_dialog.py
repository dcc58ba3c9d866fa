"""About: the program, and the card of the network that reads."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from lenet_gui import __version__
from lenet_gui.network.card import Card


class AboutDialog(QDialog):
    """Tells the version and everything on the network's card."""

    def __init__(self, card: Card | None, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About LeNet GUI"))
        heading = QLabel(f"<h2>LeNet GUI {__version__}</h2>", self)
        purpose = QLabel(self.tr("Draw a digit and see a neural network read it."), self)
        purpose.setWordWrap(True)
        licences = QLabel(
            self.tr(
                "Free software under the MIT licence. The window is drawn by Qt and PySide6,"
                " © The Qt Company Ltd. and other contributors, under the LGPL 3; the networks run"
                " on PyTorch. The folder “licences” beside the standalone program holds the terms"
                " of all that is inside."
            ),
            self,
        )
        licences.setWordWrap(True)
        self._text = text = QTextBrowser(self)
        text.setAccessibleName(self.tr("The network's card"))
        if card is not None:
            text.setHtml(self._describe(card, language))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (heading, purpose, text, licences, buttons):
            column.addWidget(widget)
        text.setFocus(Qt.FocusReason.PopupFocusReason)
        self.resize(640, 560)

    @property
    def told(self) -> str:
        """What the dialog tells of the network, as plain text."""
        return self._text.toPlainText()

    def _describe(self, card: Card, language: str) -> str:
        """The card as a page."""
        title = card.title.get(language, card.title["en"])
        results = "".join(
            "<li>{}</li>".format(
                self.tr("{source}: {accuracy} of {n} read right").format(
                    source=escape(result.source),
                    accuracy=f"{100 * result.accuracy:.2f} %",
                    n=f"{result.n:,}",
                )
            )
            for result in card.results
        )
        sources = "".join(
            f"<li>{escape(source.name)}<br><small>SHA-256 {escape(source.sha256)}</small></li>"
            for source in card.training.sources
        )
        parameters = self.tr("{count} trainable parameters").format(count=f"{card.parameters:,}")
        read, trained_on = self.tr("Results"), self.tr("Trained on")  # lupdate reads no f-strings
        return (
            f"<h3>{escape(title)}</h3><p>{escape(card.source)}</p><p>{parameters}</p>"
            f"{self._layers(card)}"
            f"<h4>{read}</h4><ul>{results}</ul>"
            f"<h4>{trained_on}</h4><ul>{sources}</ul>"
        )

    def _layers(self, card: Card) -> str:
        """The layers as a table."""
        kinds = {
            "convolution": self.tr("convolution"),
            "full": self.tr("full"),
            "max pooling": self.tr("max pooling"),
        }
        headings = (
            self.tr("Layer"),
            self.tr("Kind"),
            self.tr("Maps"),
            self.tr("Size"),
            self.tr("Parameters"),
            self.tr("Connections"),
        )
        rows = [
            (
                layer.name,
                kinds[layer.kind],
                str(layer.maps),
                f"{layer.height}×{layer.width}",
                f"{layer.parameters:,}",
                f"{layer.connections:,}",
            )
            for layer in card.layers
        ]
        cells = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}&nbsp;&nbsp;</td>" for cell in row) + "</tr>"
            for row in rows
        )
        top = "".join(f"<th align='left'>{heading}&nbsp;&nbsp;</th>" for heading in headings)
        return f"<table><tr>{top}</tr>{cells}</table>"

"""The window: layout and wiring, nothing else."""

import math
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QEvent, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from lenet_gui.errors import LenetError
from lenet_gui.network.card import Card
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.reading import Reading
from lenet_gui.settings import Settings, WindowState
from lenet_gui.ui import drawing_file
from lenet_gui.ui.actions import Actions
from lenet_gui.ui.drawing_pad import DrawingPad
from lenet_gui.ui.feature_maps import FeatureMaps
from lenet_gui.ui.first_paint import FirstPaint
from lenet_gui.ui.inference_worker import InferenceWorker
from lenet_gui.ui.map_magnifier import MapMagnifier
from lenet_gui.ui.message_bar import MessageBar
from lenet_gui.ui.pad_tools import PadTools
from lenet_gui.ui.prediction_chart import PredictionChart

_FIRST_SIZE = (1280, 800)
_SMALLEST_SIZE = (800, 600)
_SHOWN_LAYERS = ("C1", "C3")
_MAPS_IN_A_ROW = 8
_MARGIN = 16
_TEXT_PIXELS = 15
_SMALLEST_TEXT = 12


class MainWindow(QMainWindow):
    """The pad, and beside it what the network makes of it.

    Signals:
        settings_changed(Settings): something was chosen that the next start should know.
    """

    settings_changed = Signal(object)

    def __init__(
        self,
        worker: InferenceWorker,
        card: Card | None,
        settings: Settings,
        languages: Sequence[str],
    ) -> None:
        """Build the window; without a card (a damaged model) it shows no maps but works."""
        super().__init__()
        self._card = card
        self._settings = settings
        self._reading: Reading | None = None
        self.pad = DrawingPad(self)
        self.messages = MessageBar(self)
        self.prediction = PredictionChart(self)
        self.feature_maps = [
            FeatureMaps(layer, self)
            for layer in (card.layers if card is not None else ())
            if layer.name in _SHOWN_LAYERS
        ]
        self.magnifier = MapMagnifier(self)
        self.commands = Actions(self, self.pad.undo_stack, languages)
        self.tools = PadTools(self.commands, self)
        self._pages = QStackedWidget(self)
        self._whole = QVBoxLayout()
        self.setCentralWidget(self._lay_out())
        self.setWindowTitle("LeNet GUI")
        self.setMinimumSize(*_SMALLEST_SIZE)
        self._wire(worker)
        self._take(settings)
        self.pad.setFocus()

    @property
    def reading(self) -> Reading | None:
        """The reading shown; None while there is nothing to read."""
        return self._reading

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the window's size."""
        size = self.normalGeometry().size()
        state = WindowState(size.width(), size.height(), maximized=self.isMaximized())
        self._change(window=state)
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, tint the icons for the new theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.commands.retranslate()
        if event.type() == QEvent.Type.PaletteChange:
            self.commands.tint(self.palette())
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the text grow with the window, so that a wall-sized one is read from afar."""
        scale = min(self.width() / _FIRST_SIZE[0], self.height() / _FIRST_SIZE[1])
        font = self.font()
        font.setPixelSize(max(_SMALLEST_TEXT, round(_TEXT_PIXELS * scale)))
        self.setFont(font)
        margin = max(_MARGIN, round(_MARGIN * scale))
        self._whole.setContentsMargins(margin, margin, margin, margin)
        super().resizeEvent(event)

    @Slot(object)
    def show_error(self, error: LenetError) -> None:
        """Tell what went wrong, and go on."""
        self.messages.show_error(error)

    def _lay_out(self) -> QWidget:
        maps = QWidget(self)
        column = QVBoxLayout(maps)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_MARGIN)
        for view in self.feature_maps:
            rows = math.ceil(view.layer.maps / _MAPS_IN_A_ROW)
            column.addWidget(view, 1 + rows)  # the heading counts as one
        self._pages.addWidget(maps)
        self._pages.addWidget(self.magnifier)
        left = QVBoxLayout()
        left.setSpacing(_MARGIN)
        left.addWidget(self.pad, 0)
        left.addWidget(self.tools, 1)
        right = QVBoxLayout()
        right.setSpacing(_MARGIN)
        right.addWidget(self.prediction, 4)
        right.addWidget(self._pages, 5)
        halves = QHBoxLayout()
        halves.setSpacing(2 * _MARGIN)
        halves.addLayout(left, 4)
        halves.addLayout(right, 5)
        central = QWidget(self)
        self._whole.addWidget(self.messages)
        self._whole.addLayout(halves, 1)
        central.setLayout(self._whole)
        return central

    def _wire(self, worker: InferenceWorker) -> None:
        self.pad.drawing_changed.connect(self._read)
        self._worker = worker
        worker.answered.connect(self._show_reading)
        worker.failed.connect(self.show_error)
        self.tools.brush_chosen.connect(self._choose_brush)
        for view in self.feature_maps:
            view.map_chosen.connect(lambda index, view=view: self._enlarge(view, index))
        self.magnifier.closed.connect(self._show_all_maps)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._escape)
        commands = self.commands
        commands.clear.triggered.connect(self.pad.clear)
        commands.save.triggered.connect(self._save_drawing)
        commands.quit.triggered.connect(self.close)
        commands.full_screen.toggled.connect(self._fill_screen)
        commands.about.triggered.connect(self._tell_about)
        commands.motion.toggled.connect(self._choose_motion)
        commands.theme_chosen.connect(lambda name: self._change(theme=name))
        commands.language_chosen.connect(lambda code: self._change(language=code))

    def _take(self, settings: Settings) -> None:
        """Start as the settings say."""
        self.resize(*_FIRST_SIZE)
        if settings.window is not None:
            self.resize(settings.window.width, settings.window.height)
            if settings.window.maximized:
                self.setWindowState(Qt.WindowState.WindowMaximized)
        self.tools.show_brush(settings.brush_width)
        self.pad.brush_width = settings.brush_width
        self.prediction.motion = settings.motion
        FirstPaint(self.pad, lambda: self.commands.tint(self.palette()))
        self.commands.tick(settings, settings.language or QLocale().name())

    def _change(self, **changes: object) -> None:
        changed = msgspec.structs.replace(self._settings, **changes)
        if changed != self._settings:
            self._settings = changed
            self.settings_changed.emit(changed)

    def _read(self, drawing: Drawing) -> None:
        if drawing.is_empty:
            self._show_reading(None)
        self._worker.submit(drawing)

    def _show_reading(self, reading: Reading | None) -> None:
        self._reading = reading
        self.prediction.show_reading(reading)
        self.tools.input_view.show_reading(reading)
        for view in self.feature_maps:
            view.show_reading(reading)
        self.magnifier.show_reading(reading)

    def _enlarge(self, view: FeatureMaps, index: int) -> None:
        self.magnifier.show_map(view.layer, index, self._reading)
        self._pages.setCurrentWidget(self.magnifier)

    def _show_all_maps(self) -> None:
        self._pages.setCurrentIndex(0)

    def _escape(self) -> None:
        """Go back from an enlarged map; otherwise clear the pad."""
        if self._pages.currentWidget() is self.magnifier:
            self._show_all_maps()
        else:
            self.pad.clear()

    def _choose_brush(self, width: float) -> None:
        self.pad.brush_width = width
        self._change(brush_width=width)

    def _choose_motion(self, motion: bool) -> None:
        self.prediction.motion = motion
        self._change(motion=motion)

    def _fill_screen(self, full: bool) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.menuBar().setVisible(not full)

    def _save_drawing(self) -> None:
        path = drawing_file.ask_where_to_save(self)
        if path is None:
            return
        try:
            drawing_file.save_png(self.pad.picture(), path)
        except LenetError as error:
            self.show_error(error)

    def _tell_about(self) -> None:
        from lenet_gui.ui.about_dialog import AboutDialog  # noqa: PLC0415 - seldom wanted

        AboutDialog(self._card, self._settings.language or QLocale().name(), self).exec()

"""The window: layout and wiring, nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6 import QtCore, QtGui
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from lenet_gui.errors import LenetError
from lenet_gui.settings import Settings, WindowState
from lenet_gui.ui import text_size
from lenet_gui.ui.halves import Halves
from lenet_gui.ui.pad.drawing_pad import DrawingPad

if TYPE_CHECKING:
    from lenet_gui.network.card import Card
    from lenet_gui.recognition.drawing import Drawing
    from lenet_gui.recognition.reading import Reading
    from lenet_gui.ui.actions import Actions
    from lenet_gui.ui.announcer import Announcer
    from lenet_gui.ui.beside_pad import BesidePad
    from lenet_gui.ui.classroom.door import Door
    from lenet_gui.ui.files.picture_intake import PictureIntake
    from lenet_gui.ui.files.take_out import TakeOut
    from lenet_gui.ui.focus_ring import FocusRing
    from lenet_gui.ui.gallery_view import GalleryView
    from lenet_gui.ui.inference_worker import InferenceWorker
    from lenet_gui.ui.message_bar import MessageBar
    from lenet_gui.ui.pad.pad_tools import PadTools
    from lenet_gui.ui.reading.compare_view import CompareView
    from lenet_gui.ui.reading.reading_page import ReadingPage
    from lenet_gui.ui.reading.verdict_view import VerdictView

_SMALLEST_SIZE = (800, 600)
_MARGIN = 16
_LINES_OF_VERDICT = 5


class MainWindow(QMainWindow):
    """The pad, and beside it what the network, or several, make of it.

    Attributes:
        is_furnished: whether there is more than the pad.

    Signals:
        settings_changed(Settings): something was chosen that the next start should know.
        model_wanted(): somebody wants to open a model of their own.
        picture_wanted(): somebody wants to open a picture.
        log_wanted(): somebody wants to see the log.
    """

    settings_changed = Signal(object)
    model_wanted = Signal()
    picture_wanted = Signal()
    log_wanted = Signal()

    commands: Actions
    messages: MessageBar
    beside: BesidePad
    tools: PadTools
    verdict: VerdictView
    intake: PictureIntake
    take_out: TakeOut
    classroom: Door
    announcer: Announcer
    focus_ring: FocusRing

    def __init__(
        self,
        worker: InferenceWorker,
        cards: Mapping[str, Card] | None,
        settings: Settings,
        languages: Sequence[str],
    ) -> None:
        """Build the window; for a model without a card (a damaged one) it shows no maps.

        Without `cards` it is an empty pad in its place, which is there sooner; `furnish` adds
        everything else.
        """
        super().__init__()
        self._worker = worker
        self._settings = settings
        self._readings: tuple[Reading, ...] = ()
        self._early: LenetError | None = None
        self.is_furnished = False
        self.pad = DrawingPad(self, at_once=False)
        self.pad.brush_width = settings.brush_width
        self._halves = Halves(self.pad, self)
        self.setCentralWidget(self._halves)
        self.setWindowTitle("LeNet GUI")
        self.setMinimumSize(*_SMALLEST_SIZE)
        self._take_size(settings.window)
        self._scale_text()
        if cards is None:
            self.menuBar().addMenu(
                QCoreApplication.translate("Actions", "&File")
            )  # as high as it is
            self._halves.keep_places(is_slim=settings.view == "network")
        else:
            self.furnish(cards, languages)
        self.pad.setFocus()

    def furnish(self, cards: Mapping[str, Card], languages: Sequence[str]) -> None:
        """Add to the pad all else there is; what was said and drawn before is not lost."""
        from lenet_gui.ui.actions import Actions  # noqa: PLC0415 - the pad is painted first
        from lenet_gui.ui.announcer import Announcer  # noqa: PLC0415
        from lenet_gui.ui.beside_pad import BesidePad  # noqa: PLC0415
        from lenet_gui.ui.classroom.door import Door  # noqa: PLC0415
        from lenet_gui.ui.files.picture_intake import PictureIntake  # noqa: PLC0415
        from lenet_gui.ui.files.take_out import TakeOut  # noqa: PLC0415
        from lenet_gui.ui.focus_ring import FocusRing  # noqa: PLC0415
        from lenet_gui.ui.gallery_drawer import GalleryDrawer  # noqa: PLC0415
        from lenet_gui.ui.message_bar import MessageBar  # noqa: PLC0415
        from lenet_gui.ui.pad.pad_tools import PadTools  # noqa: PLC0415
        from lenet_gui.ui.reading.verdict_view import VerdictView  # noqa: PLC0415

        self._cards = cards
        self.pad.furnish()
        self.menuBar().clear()
        self.messages = MessageBar(self)
        self.commands = Actions(self, self.pad.undo_stack, languages)
        self.tools = PadTools(self.commands, self)
        self.beside = BesidePad(self.commands, _MARGIN, self)
        self.intake = PictureIntake(self)
        self.take_out = TakeOut(self.commands, self.pad, self.beside, self)
        self.verdict = VerdictView(self)
        self.announcer, self.focus_ring = Announcer(self.pad), FocusRing(self)
        self.classroom = Door(self, self._halves.left, self._worker)
        self._drawer = GalleryDrawer(self.commands.gallery, self.pad, self._halves.whole, self)
        self._halves.put_in_place(self.messages, self.tools, self.verdict, self.beside)
        self.is_furnished = True
        self._scale_text()
        self._wire()
        self._take(self._settings)
        if self._early is not None:
            self.show_error(self._early)
            self._early = None
        if not self.pad.drawing.is_empty:
            self._read(self.pad.drawing)
        self._halves.whole.activate()  # everything in its place before it is painted

    @property
    def tells_error(self) -> bool:
        """Whether it tells, or is going to, that something went wrong."""
        return self._early is not None or (self.is_furnished and self.messages.isVisible())

    @property
    def page(self) -> ReadingPage:
        """The compact view of one network's reading."""
        return self.beside.page

    @property
    def compare(self) -> CompareView:
        """Several networks side by side."""
        return self.beside.compare

    @property
    def gallery(self) -> GalleryView | None:
        """Digits to start from; None before anybody wanted them."""
        return self._drawer.gallery

    @property
    def reading(self) -> Reading | None:
        """The reading shown, the first of those compared; None while there is nothing to read."""
        return self._readings[0] if self._readings else None

    @property
    def cards(self) -> Mapping[str, Card]:
        """The networks offered, by id."""
        return self._cards

    @property
    def settings(self) -> Settings:
        """What is chosen now."""
        return self._settings

    def offer(self, cards: Mapping[str, Card]) -> None:
        """Offer these networks, by id."""
        self._cards = cards
        language = self._language()
        titles = {id_: card.title.get(language, card.title["en"]) for id_, card in cards.items()}
        self.commands.offer_models(titles, self._settings.model)
        chosen = self._settings.model
        self.tools.show_network(titles.get(chosen, chosen))
        self.beside.show_title(cards.get(chosen), titles.get(chosen, chosen))
        self.beside.offer(cards, self._settings.compared, language)

    def choose_model(self, model: str) -> None:
        """Have another network read, what is on the pad at once."""
        self._change(model=model)
        self.commands.compare.setChecked(False)
        self.offer(self._cards)
        self._show_readings(())
        self.beside.show_card(self._cards.get(model))
        self._worker.choose([model])

    def lend_beside(self) -> BesidePad:
        """Give what is beside the pad away, to be shown on another screen."""
        self._halves.lend()
        self._arrange()
        return self.beside

    def take_beside(self) -> None:
        """Have it beside the pad again."""
        self._halves.take_back()
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the window's size; what is a part of another window goes only with that."""
        if not self.isWindow():
            event.ignore()
            return
        size = self.normalGeometry().size()
        state = WindowState(size.width(), size.height(), maximized=self.isMaximized())
        self._change(window=state)
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, tint the icons for the new theme."""
        if self.is_furnished and event.type() == QEvent.Type.LanguageChange:
            self.commands.retranslate()
            self.offer(self._cards)
            self._show_readings(self._readings)
        if self.is_furnished and event.type() == QEvent.Type.PaletteChange:
            self.commands.tint(self.palette())
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the text grow with the window, so that a wall-sized one is read from afar."""
        self._scale_text()
        super().resizeEvent(event)

    @Slot(object)
    def show_error(self, error: LenetError) -> None:
        """Tell what went wrong, and go on."""
        if self.is_furnished:
            self.messages.show_error(error)
        else:
            self._early = error

    def _scale_text(self) -> None:
        font, pixels = self.font(), text_size.pixels(self.size(), self._settings.text_size)
        font.setPixelSize(pixels)
        self.setFont(font)
        if self.is_furnished:
            self.verdict.setMinimumHeight(_LINES_OF_VERDICT * pixels)
        margin = text_size.margin(self.size())
        self._halves.whole.setContentsMargins(margin, margin, margin, margin)

    def _wire(self) -> None:
        self.pad.drawing_changed.connect(self._read)
        self.beside.misread_chosen.connect(lambda ink: self.pad.set_picture(ink, is_input=True))
        self.beside.silenced_changed.connect(self._worker.silence)
        self.beside.prodded.connect(self._worker.prod)
        self.beside.outlined.connect(self.pad.show_outline)
        self._worker.explainable.connect(self.beside.take_explainer)
        self._worker.answered.connect(self._show_readings)
        self._worker.failed.connect(self.show_error)
        self.tools.brush_chosen.connect(self._choose_brush)
        self.compare.chosen.connect(self._compare_models)
        escape = QtGui.QKeySequence(QtCore.Qt.Key.Key_Escape)
        QtGui.QShortcut(escape, self, self._escape)
        commands = self.commands
        commands.clear.triggered.connect(self.pad.clear)
        commands.paste.triggered.connect(self.intake.paste)
        self.intake.refused.connect(self.show_error)
        self.take_out.refused.connect(self.show_error)
        commands.open_model.triggered.connect(self.model_wanted)
        commands.open_picture.triggered.connect(self.picture_wanted)
        commands.show_log.triggered.connect(self.log_wanted)
        commands.quit.triggered.connect(self.close)
        commands.full_screen.toggled.connect(self._fill_screen)
        commands.about.triggered.connect(self._tell_about)
        commands.motion.toggled.connect(self._choose_motion)
        commands.whole_network.triggered.connect(self._choose_view)
        self.beside.turned.connect(self._arrange)
        self.beside.scale_chosen.connect(lambda scale: self._change(colour_scale=scale))
        self._drawer.refused.connect(self.show_error)
        commands.compare.toggled.connect(self._toggle_compare)
        commands.results.toggled.connect(self._toggle_results)
        commands.model_chosen.connect(self.choose_model)
        commands.theme_chosen.connect(lambda name: self._change(theme=name))
        commands.language_chosen.connect(lambda code: self._change(language=code))
        commands.text_size.chosen.connect(self._choose_text_size)

    def _take(self, settings: Settings) -> None:
        """Start as the settings say."""
        self.tools.show_brush(settings.brush_width)
        self.beside.set_motion(motion=settings.motion)
        self.beside.show_card(self._cards.get(settings.model))
        self.beside.set_scale(settings.colour_scale)
        self.offer(self._cards)
        self.commands.tint(self.palette())
        self.commands.tick(settings, self._language())
        self.beside.turn()

    def _take_size(self, window: WindowState | None) -> None:
        self.resize(text_size.FIRST_SIZE)
        if window is not None:
            self.resize(window.width, window.height)
            if window.maximized:
                self.setWindowState(QtCore.Qt.WindowState.WindowMaximized)

    def _language(self) -> str:
        return self._settings.language or QLocale().name()

    def _change(self, **changes: object) -> None:
        changed = msgspec.structs.replace(self._settings, **changes)
        if changed != self._settings:
            self._settings = changed
            self.settings_changed.emit(changed)

    def _read(self, drawing: Drawing) -> None:
        if drawing.is_empty:
            self._show_readings(())
        self.beside.show_drawing(drawing)
        self._worker.submit(drawing)

    def _show_readings(self, readings: tuple[Reading, ...]) -> None:
        self._readings = readings
        self.tools.input_view.show_reading(self.reading)
        self.verdict.show_reading(self.reading, at_once=not self._settings.motion)
        self.announcer.show_readings(readings)
        self.beside.show_readings(readings)

    def _arrange(self) -> None:
        """Beside the whole network pad and verdict are slim; elsewhere the page has the verdict."""
        is_slim = self.beside.shows_network or self._halves.is_lent
        self.verdict.setVisible(is_slim)
        self.tools.set_slim(slim=is_slim)
        self._halves.arrange(is_slim=is_slim, is_wide=self.width() > self.height())

    def _choose_view(self, whole: bool) -> None:
        self._change(view="network" if whole else "compact")
        self.beside.turn()

    def _turn(self) -> None:
        """Show the page wanted; where none is, the whole network if it was chosen."""
        others = (self.commands.compare, self.commands.results)
        if self._settings.view == "network" and not any(page.isChecked() for page in others):
            self.commands.whole_network.setChecked(True)
        self.beside.turn()

    def _toggle_results(self, wanted: bool) -> None:
        self._turn()
        (self.beside if wanted else self.pad).setFocus()

    def _toggle_compare(self, compare: bool) -> None:
        self._show_readings(())
        self._turn()
        self._worker.choose(self.compare.models if compare else [self._settings.model])

    def _compare_models(self, models: tuple[str, ...]) -> None:
        self._change(compared=models)
        self._worker.choose(models)

    def _escape(self) -> None:
        """Go back from where one went into: a lesson, the gallery, a map; or clear the pad."""
        if self.classroom.leave():
            return
        if not self._drawer.leave() and not self.beside.back():
            self.pad.clear()

    def _choose_brush(self, width: float) -> None:
        self.pad.brush_width = width
        self._change(brush_width=width)

    def _choose_text_size(self, size: int) -> None:
        self._change(text_size=size)
        self._scale_text()

    def _choose_motion(self, motion: bool) -> None:
        self.beside.set_motion(motion=motion)
        self._change(motion=motion)

    def _fill_screen(self, full: bool) -> None:
        self.setWindowState(self.windowState() ^ QtCore.Qt.WindowState.WindowFullScreen)
        self.menuBar().setVisible(not full)

    def _tell_about(self) -> None:
        from lenet_gui.ui.about_dialog import AboutDialog  # noqa: PLC0415 - seldom wanted

        AboutDialog(self._cards.get(self._settings.model), self._language(), self).exec()

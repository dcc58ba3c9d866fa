"""The drawing pad: a square sheet to draw on, and what is on it as strokes.

What is painted and what is read are kept apart. The drawing is the points the devices sent; the
line that runs through them, the brush and its pressure are paint.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QPolygonF,
    QUndoStack,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui import imports
from lenet_gui.recognition.drawing import Drawing, Stroke
from lenet_gui.ui.pad import sheet_paint
from lenet_gui.ui.pad.gesture import Gesture, lines_of
from lenet_gui.ui.pad.ink_layer import InkLayer
from lenet_gui.ui.pad.page import Change, Page
from lenet_gui.ui.pad.pen import Pen
from lenet_gui.ui.pad.stroke_path import Piece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lenet_gui.ui.pad.key_pen import KeyPen
else:
    np = imports.lazy("numpy")

DEFAULT_BRUSH = 0.055
"""Width of the brush as a share of the sheet's side."""

_LIGHTEST, _HEAVIEST = 0.6, 1.4
"""Width of the line at no and at full pressure, in brush widths."""

_PICTURE_SIDE = 1024
"""Side of the drawing saved as a picture, in pixels."""

_STEPS_BACK = 500
"""Steps that can be undone: enough for anybody, and a kiosk's memory does not fill."""


class DrawingPad(QWidget):
    """A sheet that mouse, finger, pen and keys draw on.

    Colours come from the palette: Base for the paper, Text for the ink, PlaceholderText for the
    hint, Mid for the border and Highlight for the focus ring.

    Attributes:
        keys: the pen that the keyboard moves; there once it is furnished.

    Signals:
        drawing_changed(Drawing): there is more ink, or less, or other ink.
        stroke_finished(): the pen was lifted.
    """

    drawing_changed = Signal(object)
    stroke_finished = Signal()

    paints_focus = True

    keys: KeyPen

    def __init__(self, parent: QWidget | None = None, *, at_once: bool = True) -> None:
        """An empty sheet; unless `at_once`, all but paper and pen waits for `furnish`."""
        super().__init__(parent)
        self._page = Page()
        self._drawing = Drawing()
        self._gesture = Gesture()
        self._tip: list[Piece] = []
        self._layer: InkLayer | None = None
        self._brush = DEFAULT_BRUSH
        self._ring = False
        self._outline: QPolygonF | None = None
        self._undo_stack = QUndoStack(self)
        self._undo_stack.setUndoLimit(_STEPS_BACK)
        self._pen = Pen(self)
        self._pen.pressed.connect(self._draw)
        self._pen.moved.connect(self._draw)
        self._pen.lifted.connect(self._finish)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._retranslate()
        self._is_furnished = False
        if at_once:
            self.furnish()

    def furnish(self) -> None:
        """Add what the first paint need not wait for: the names in `Qt` alone take 15 ms to make.

        They are the hint, fingers, keys, and the focus.
        """
        from lenet_gui.ui.pad.key_pen import KeyPen  # noqa: PLC0415 - the paper is painted first

        self._is_furnished = True
        self._pen.feel_fingers()
        self.keys = KeyPen(self, self._pen)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setCursor(QtCore.Qt.CursorShape.CrossCursor)
        self.update()

    @property
    def drawing(self) -> Drawing:
        """What is on the sheet now, a stroke under way included; it never changes.

        Strokes are in units of the sheet's side, so that a resized window scales them.
        """
        return self._drawing

    @property
    def is_drawing(self) -> bool:
        """Whether a stroke is under way."""
        return not self._gesture.is_empty

    @property
    def undo_stack(self) -> QUndoStack:
        """Undoes and redoes strokes, clearing, and what was put on the sheet."""
        return self._undo_stack

    @property
    def sheet(self) -> QRectF:
        """The square sheet, in the widget's coordinates."""
        side = max(min(self.width(), self.height()) - 2 * sheet_paint.MARGIN, 1)
        return QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)

    @property
    def brush_width(self) -> float:
        """Width of the line as a share of the sheet's side; all the ink is painted with it."""
        return self._brush

    @brush_width.setter
    def brush_width(self, width: float) -> None:
        self._brush = width
        self._repaint_ink()

    @property
    def outline(self) -> QPolygonF | None:
        """A part of the sheet that is outlined, in units of the sheet's side."""
        return self._outline

    def show_outline(self, outline: QPolygonF | None) -> None:
        """Outline a part of the sheet, or none."""
        if outline != self._outline:
            self._outline = outline
            self.update()

    def clear(self) -> None:
        """Take everything off the sheet; it can be undone."""
        self._put(Page())

    def set_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Put strokes on the sheet instead of what is there; it can be undone.

        Args:
            strokes: each (N, 2), in units of the sheet's side; what is off the sheet is cut.
        """
        self._put(Page(lines_of(strokes)))

    def set_picture(self, ink: NDArray[np.float32], *, is_input: bool = False) -> None:
        """Put a picture on the sheet instead of what is there; it can be undone.

        Args:
            ink: float32 (H, W), from 0 for paper to 1 for ink.
            is_input: whether it is an input already, (32, 32), to be read as it is: it is not
                fitted and centred a second time.
        """
        picture = np.array(ink, np.float32, order="C")
        picture.setflags(write=False)
        self._put(Page(picture=picture, is_input=is_input))

    def picture(self) -> QImage:
        """The drawing in black on white, to be saved."""
        layer = InkLayer(_PICTURE_SIDE, QColor("black"))
        self._shown().paint_on(layer, self._brush)
        picture = QImage(layer.image.size(), QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        with QPainter(picture) as painter:
            painter.drawImage(0, 0, layer.image)
        return picture

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Large: the drawing is one of the two largest things in the window."""
        return QSize(480, 480)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as wide: the sheet is a square."""
        return width

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A sheet that a finger can still draw on."""
        return QSize(200, 200)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take a new theme, speak a new language."""
        if event.type() == QEvent.Type.PaletteChange:
            self._repaint_ink()
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the ring to whoever came by keyboard."""
        if self._is_furnished:
            from lenet_gui.ui.keys import BY_KEYBOARD  # noqa: PLC0415 - names of `Qt`, not at start

            if event.reason() != QtCore.Qt.FocusReason.ActiveWindowFocusReason:
                self._ring = event.reason() in BY_KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802, ARG002 - Qt's names
        """Hide the ring."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's names
        """Paint the sheet and the ink, pixel for pixel on any screen."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sheet = self.sheet
            box, scale = sheet_paint.device_box(painter, sheet)
            with sheet_paint.device_pixels(painter, box):
                sheet_paint.paint_paper(painter, box.width(), scale, self.palette())
                if not self._drawing.is_empty:
                    self._layer_of(box.width()).show_on(painter, self._tip, self._brush)
            if self._is_furnished and self._drawing.is_empty:
                sheet_paint.paint_hint(painter, sheet, self.palette(), self.tr("Draw a digit"))
            if self._outline is not None:
                sheet_paint.paint_outline(painter, sheet, self._outline, self.palette())
            if self._ring and self.hasFocus():
                sheet_paint.paint_ring(painter, sheet, self.palette())

    def _layer_of(self, side: int) -> InkLayer:
        """The ink at a size in device pixels, painted anew if it was lost or another size."""
        if self._layer is None or self._layer.side != side:
            self._layer = InkLayer(side, self.palette().color(QPalette.ColorRole.Text))
            under = self._page if self._gesture.is_empty else Page(self._page.lines)
            under.paint_on(self._layer, self._brush)
            self._layer.paint(self._gesture.settled, self._brush)
        return self._layer

    def _repaint_ink(self) -> None:
        self._layer = None
        self.update()

    def _shown(self) -> Page:
        """The page with what is being drawn; drawing on a picture replaces it."""
        lines = self._gesture.lines
        return Page(self._page.lines + lines) if lines else self._page

    def _put(self, page: Page) -> None:
        """Put a page on the sheet as a step that can be undone."""
        self._pen.lift()
        if not (page.drawing().is_empty and self._drawing.is_empty):
            self._undo_stack.push(Change(self._show, self._page, page))

    def _show(self, page: Page) -> None:
        if page is self._page:
            return  # what was just drawn is there already
        self._page = page
        self._repaint_ink()
        self._tell()

    def _tell(self) -> None:
        self._drawing = self._shown().drawing()
        self.drawing_changed.emit(self._drawing)

    def _draw(self, position: QPointF, pressure: float) -> None:
        """The pen is there."""
        sheet = self.sheet
        place = (position - sheet.topLeft()) / sheet.width()
        swell = _LIGHTEST + (_HEAVIEST - _LIGHTEST) * pressure
        starts = self._gesture.is_empty
        if not self._gesture.add(complex(place.x(), place.y()), swell):
            return
        if starts and not self._page.lines:
            self._repaint_ink()  # the hint, or a picture, goes
        self._paint_newest()
        self._tell()

    def _finish(self) -> None:
        """The pen was lifted: what it drew becomes one step."""
        self._gesture.end()
        self._paint_newest()
        before, self._page = self._page, self._shown()
        self._gesture = Gesture()
        if self._page is not before:
            self._undo_stack.push(Change(self._show, before, self._page))
            self.stroke_finished.emit()

    def _paint_newest(self) -> None:
        """Add what is settled to the layer, and have what changed repainted."""
        settled, stale = self._gesture.take_settled(), self._tip
        self._tip = self._gesture.tip()
        if self._layer is not None:
            self._layer.paint(settled, self._brush)
        self.update(self._area((*settled, *stale, *self._tip)))

    def _area(self, pieces: Iterable[Piece]) -> QRect:
        """The part of the widget that pieces cover."""
        sheet = self.sheet
        area = QRectF()
        for piece in pieces:
            reach = max(piece.start, piece.end) * self._brush / 2
            area |= piece.path.controlPointRect().adjusted(-reach, -reach, reach, reach)
        side = sheet.width()
        scaled = QRectF(area.topLeft() * side, area.size() * side).translated(sheet.topLeft())
        return scaled.toAlignedRect().adjusted(-2, -2, 2, 2)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Drawing pad"))
        self.setAccessibleDescription(
            self.tr(
                "Draw a digit here with the mouse, a finger or a pen. By key: the arrows move the"
                " pen, Shift finer, Ctrl faster; space puts it down and lifts it."
            )
        )
        self.update()

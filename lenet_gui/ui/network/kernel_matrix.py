"""All weights of a layer as one picture, zoomed and panned, of which one kernel is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.ui.network import kernel_brush, kernel_walk
from lenet_gui.ui.network.kernel_plan import KernelPlan
from lenet_gui.ui.network.kernel_table import KernelTable
from lenet_gui.ui.network.kernel_walk import Chosen
from lenet_gui.ui.network.network_gestures import NetworkGestures
from lenet_gui.ui.network.network_keys import ZOOM_STEP, NetworkKeys
from lenet_gui.ui.network.view_transform import ViewTransform
from lenet_gui.ui.typesetter import Typesetter

_MARGIN = 4
_SMALL = 0.8
"""Size of numbers beside the pictures, as a share of the text."""

_FRAMED_FROM = 14.0
"""Width of a picture from which on it is framed, in pixels."""

_LEAST_LABEL = 7.0
"""Size of the smallest numbers, in pixels."""


class KernelMatrix(QWidget):
    """The pictures of a table; a click, a touch or an arrow key chooses one.

    The keys are those of the whole network: + and − zoom, 0 shows all, PageUp and PageDown turn
    to another layer.

    Signals:
        chosen_changed(int, int): a map and a row.
        layer_turned(int): the layer after, 1, or before, −1, is wanted.
        zoom_changed(): another part is seen, or all.
    """

    chosen_changed = Signal(int, int)
    layer_turned = Signal(int)
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: KernelTable | None = None
        self._plan: KernelPlan | None = None
        self._bands: list[QImage] = []
        self._chosen: Chosen = (0, 0)
        self._transform = ViewTransform(1, 1, 0, 0)
        self._typesetter = Typesetter(self.font())
        gestures, keys = NetworkGestures(self), NetworkKeys(self)
        gestures.tapped.connect(lambda at, _: self._tap(at))
        gestures.tapped_twice.connect(lambda: None)
        for source in (gestures, keys):
            source.panned.connect(self._pan)
        gestures.zoomed.connect(self._zoom)
        keys.zoomed.connect(self._zoom_chosen)
        keys.shown_all.connect(self.show_all)
        keys.walked.connect(self._walk)
        keys.map_turned.connect(self.layer_turned)
        keys.layer_turned.connect(self.layer_turned)
        self.setMinimumSize(160, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retranslate()

    @property
    def chosen(self) -> Chosen:
        """Map and row of the picture chosen."""
        return self._chosen

    @property
    def transform(self) -> ViewTransform:
        """What part is seen, and how large."""
        return self._transform

    def show_table(self, table: KernelTable, map_: int) -> None:
        """Show a layer's weights, with a map's first picture chosen."""
        self._table = table
        self._lay_out()
        self.choose(kernel_walk.first(table, map_))

    def unit_in(self, table: KernelTable, width: float, height: float) -> float:
        """Side of a weight that a table would have in a room of this size."""
        return self._fit(table, (max(1.0, width), max(1.0, height))).unit

    def place_of(self, chosen: Chosen) -> QRectF:
        """Where a picture is seen."""
        return QRectF() if self._plan is None else self._transform.to_view(self._plan.cell(*chosen))

    def choose(self, chosen: Chosen) -> None:
        """Choose a picture."""
        self._chosen = chosen
        self.update()
        self.chosen_changed.emit(*chosen)

    def zoom_in(self) -> None:
        """Larger, about the picture chosen."""
        self._zoom_chosen(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Smaller."""
        self._zoom_chosen(1 / ZOOM_STEP)

    def show_all(self) -> None:
        """Show all pictures."""
        self._look(self._transform.whole())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Most of the page."""
        return QSize(600, 500)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Find the pictures a place in the new room."""
        self._lay_out()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, take the new theme's colours and the new size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.FontChange:
            self._typesetter = Typesetter(self.font())
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint what is seen of the table."""
        if self._table is None or self._plan is None:
            return
        with QPainter(self) as painter:
            for index, image in enumerate(self._bands):
                place = self._transform.to_view(self._plan.band(index))
                painter.drawImage(place, image)
            self._frame(painter, self._table, self._plan)
            self._write_weights(painter, self._table, self._plan)
            self._write_labels(painter, self._table, self._plan)
            pen = QPen(self.palette().color(QPalette.ColorRole.Accent), 2)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(self.place_of(self._chosen).adjusted(-2, -2, 2, 2))

    def _frame(self, painter: QPainter, table: KernelTable, plan: KernelPlan) -> None:
        """A thin line around each picture: on dark, 0 is nearly as dark as what is behind."""
        if plan.cell(0, 0).width() * self._transform.scale < _FRAMED_FROM:
            return
        places = [self.place_of((map_, row)) for map_, row in table.places()]
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 0))
        painter.drawRects([place for place in places if place.intersects(QRectF(self.rect()))])

    def _write_weights(self, painter: QPainter, table: KernelTable, plan: KernelPlan) -> None:
        if plan.unit * self._transform.scale < kernel_brush.NUMBERS_FROM:
            return
        for chosen in table.places():
            place = self.place_of(chosen)
            if place.intersects(QRectF(self.rect())):
                weights = table.pictures[chosen]
                kernel_brush.numbers(
                    painter, place, weights, table.limit, self._typesetter, self.palette()
                )

    def _write_labels(self, painter: QPainter, table: KernelTable, plan: KernelPlan) -> None:
        """Numbers of maps above, every so many where all would not fit; of rows; and biases."""
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        maps, rows, _, wide = plan.shape
        metrics = QFontMetricsF(self.font())
        label = metrics.horizontalAdvance(str(maps - 1)) * _SMALL + 4
        across = (wide + 1) * plan.unit * self._transform.scale
        every = next(n for n in (1, 2, 5, 10, 20, 50, maps) if n * across >= label or n == maps)
        for map_ in range(0, maps, every):
            there = self._transform.to_view(plan.above(map_))
            lacking = max(0.0, label - there.width()) / 2
            self._label(painter, there.adjusted(-lacking, 0, lacking, 0), str(map_))
        if table.biases is not None and metrics.horizontalAdvance("−.00") * _SMALL <= across:
            for map_, bias in enumerate(table.biases.tolist()):
                there = self._transform.to_view(plan.below(map_))
                self._label(painter, there, kernel_brush.compact(bias))
        if rows > 1:
            for band in range(plan.bands):
                for row in range(rows):
                    there = self._transform.to_view(plan.beside(band, row))
                    self._label(painter, there, table.row_name(row))

    def _label(self, painter: QPainter, there: QRectF, text: str) -> None:
        """Write a number, if it is high enough to be read and is seen at all."""
        size = min(self.font().pixelSize() * _SMALL, there.height() * 0.85)
        if size >= _LEAST_LABEL and there.intersects(QRectF(self.rect())):
            self._typesetter.write(painter, there, text, size)

    def _lay_out(self) -> None:
        """Find the pictures a place; all are seen again."""
        if self._table is None or self.width() <= 2 * _MARGIN or self.height() <= 2 * _MARGIN:
            return
        room = (self.width() - 2.0 * _MARGIN, self.height() - 2.0 * _MARGIN)
        table = self._table
        self._plan = plan = self._fit(table, room)
        self._bands = [
            kernel_brush.band(table, band * plan.columns, plan.columns, self.palette())
            for band in range(plan.bands)
        ]
        self._transform = ViewTransform(*room, _MARGIN, _MARGIN)
        self.update()
        self.zoom_changed.emit()

    def _fit(self, table: KernelTable, room: tuple[float, float]) -> KernelPlan:
        metrics = QFontMetricsF(self.font())
        maps, rows, high, wide = table.pictures.shape
        names = [metrics.horizontalAdvance(table.row_name(row)) for row in range(rows)]
        gutter = max(names) * _SMALL + 12 if rows > 1 else 0.0
        shape, has_biases = (maps, rows, high, wide), table.biases is not None
        return KernelPlan.fit(shape, room, metrics.height(), gutter, has_biases=has_biases)

    def _zoom_chosen(self, factor: float) -> None:
        """Larger or smaller, with what is chosen in sight."""
        if self._plan is not None:
            about = self.place_of(self._chosen).center()
            zoomed = self._transform.zoomed(factor, about)
            self._look(zoomed.revealing(self._plan.cell(*self._chosen)))

    def _look(self, transform: ViewTransform) -> None:
        if transform != self._transform:
            self._transform = transform
            self.update()
            self.zoom_changed.emit()

    def _zoom(self, factor: float, about: QPointF) -> None:
        self._look(self._transform.zoomed(factor, about))

    def _pan(self, by: QPointF) -> None:
        self._look(self._transform.panned(by.x(), by.y()))

    def _tap(self, at: QPointF) -> None:
        if self._table is None or self._plan is None:
            return
        found = self._plan.nearest(self._transform.to_plan(at))
        if self._table.connected[found]:
            self.choose(found)

    def _walk(self, down: int, across: int) -> None:
        if self._table is None or self._plan is None:
            return
        self.choose(kernel_walk.step(self._table, self._plan, self._chosen, down, across))
        self._look(self._transform.revealing(self._plan.cell(*self._chosen)))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("All weights of the layer"))
        self.update()

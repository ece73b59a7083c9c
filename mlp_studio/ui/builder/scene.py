"""The items of the builder's canvas, kept in step with the document."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from mlp_studio.core.check import shape_text
from mlp_studio.core.layers import (
    Activation,
    AnyLayer,
    BatchNormalization,
    Dense,
    Dropout,
    GaussianNoise,
    LayerNormalization,
    LeakyReLU,
)
from mlp_studio.core.network import Shape
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.column_item import FROZEN, NAME_POINTS, ColumnItem
from mlp_studio.ui.builder.geometry import INPUT, Cell, Column, Kind, Layout, lay_out
from mlp_studio.ui.builder.hits import edge_x
from mlp_studio.ui.builder.link_item import LinkItem, StrokeItem
from mlp_studio.ui.builder.marks import BandItem, DragMark, EdgeMark, Pill, PlusItem
from mlp_studio.ui.builder.pace import Pace
from mlp_studio.ui.builder.weights import bias_values, link_values
from mlp_studio.ui.theme import Theme, Tokens, font

BAND_STYLES = {
    "dense": "",
    "dropout": "drop",
    "batch_normalization": "normalise",
    "layer_normalization": "normalise",
    "activation": "activate",
    "leaky_relu": "activate",
    "prelu": "activate",
    "gaussian_noise": "drop",
    "flatten": "reshape",
}

SHARP_MS = 150  # after zooming, connections are drawn anew
SHARPENED, SHARPEN_MS = 4, 10  # so many at a time, and then the next


class NetworkScene(QGraphicsScene):
    """Columns, connections and marks of one document's network.

    Parameters
    ----------
    document : Document
        What is shown; never edited here.
    theme : Theme
        Colours.

    Attributes
    ----------
    network : NetworkSpec
        What is laid out: in the middle of an edit the document may be ahead of it.
    """

    def __init__(self, document: Document, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self._size = (600.0, 300.0)
        self._rooms = (24.0, 0.0)
        self._notes: dict[str, str] = {}
        bold, plain = QFontMetricsF(font(NAME_POINTS, bold=True)), QFontMetricsF(font(NAME_POINTS))
        self._metrics = (plain, bold)
        self.columns: list[ColumnItem] = []
        self.links: list[LinkItem] = []
        self._all_columns: list[ColumnItem] = []
        self._all_links: list[LinkItem] = []
        self._pace, self._sharp = Pace(), 0
        self._sharpening = QTimer(self)
        self._sharpening.setSingleShot(True)
        self._sharpening.timeout.connect(self._sharpen)
        self.plus = PlusItem(theme.tokens)
        self.mark = DragMark(theme.tokens)
        self.pill = Pill(theme.tokens)
        self.band = BandItem(theme.tokens)
        self.edge = EdgeMark(theme.tokens)
        self.stroke = StrokeItem(theme.tokens)
        self._marks = (self.plus, self.mark, self.pill, self.band, self.edge, self.stroke)
        for mark in self._marks:
            self.addItem(mark)
        self.layout, self.network = self._lay_out(), document.network
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.take_tokens(theme.tokens)
        self.synchronize()

    # --- keeping in step ---------------------------------------------------------------

    def fit(
        self, width: float, height: float, top: float, spare: float, *, changed: bool = False
    ) -> None:
        """Lay out for a canvas of this size, leaving room at the top.

        Where the network is wider than the canvas, room is left beneath it as well.

        Nothing is done when nothing is different, unless the network is said to have
        `changed`.
        """
        size, rooms = (width, height), (top, spare)
        if changed or (size, rooms) != (self._size, self._rooms):
            self._size, self._rooms = size, rooms
            self.synchronize()

    def synchronize(self) -> None:
        """Lay out anew and show the whole state of the document."""
        self.layout, self.network = self._lay_out(), self._document.network
        columns, links = self.layout.columns, self.layout.links
        self._adjust(len(columns), len(links))
        ending = self._document.network.ending[:1]
        outputs = {layer.name for layer in ending}
        for item, column in zip(self.columns, columns, strict=True):
            item.set_column(column, output=column.cell.key in outputs)
        for link, (source, target) in zip(self.links, links, strict=True):
            link.set_ends(columns[source], columns[target])
        self.setSceneRect(0, 0, self.layout.width, self.layout.height)
        self.show_weights()
        self.show_state()

    def show_weights(self, first: int = 0, count: int | None = None) -> bool:
        """Show the newest weights, or that there are none.

        A deep network is shown in parts, so that no single frame takes long.

        Parameters
        ----------
        first, count : int
            From which connection on and how many of them; all by default.

        Returns
        -------
        bool
            Whether there are connections behind these.
        """
        snapshot, columns = self._document.snapshot, self.layout.columns
        end = len(self.links) if count is None else first + count
        for link, ends in zip(self.links[first:end], self.layout.links[first:end], strict=True):
            source, target = (columns[number] for number in ends)
            link.set_values(link_values(snapshot, source, target))
            self.columns[ends[1]].set_biases(bias_values(snapshot, target))
        return end < len(self.links)

    def hurry(self) -> None:
        """Let connections and neurons be shown by former pictures for a moment."""
        if not self._pace.hurried:
            self._pace.hurried = True
            for item in (*self._all_columns, *self._all_links):
                # Of every scale a picture of each item would be made to be shown once.
                item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        self._sharp = 0
        self._sharpening.start(SHARP_MS)

    def _sharpen(self) -> None:
        """Show some of the network sharply again, the rest soon: no frame takes long."""
        self._pace.hurried = False
        some = slice(self._sharp, self._sharp + SHARPENED)
        items: list[ColumnItem | LinkItem] = [*self._all_columns[some], *self._all_links[some]]
        for item in items:
            item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
            item.sharpen()
        self._sharp += SHARPENED
        if self._sharp < len(self._all_columns):
            self._sharpening.start(SHARPEN_MS)

    def show_maps(
        self, maps: Mapping[str, tuple[QImage, ...]], first: int = 0, count: int | None = None
    ) -> bool:
        """Show these pictures in the neurons of some columns, by the layer's name.

        Parameters
        ----------
        maps : mapping of str to tuple of QImage
            By the layer's name; columns without any become plain.
        first, count : int
            From which column on and how many of them; all by default.

        Returns
        -------
        bool
            Whether there are columns behind these.
        """
        end = len(self.columns) if count is None else first + count
        columns = self.layout.columns[first:end]
        for item, column in zip(self.columns[first:end], columns, strict=True):
            item.set_maps(maps.get(column.cell.key, ()))
        return end < len(self.columns)

    def show_state(self, selected: tuple[str, ...] | None = None) -> None:
        """Show which layers are selected, or are about to be, and which have problems."""
        badges = self._badges()
        names = self._document.selection if selected is None else selected
        for item, column in zip(self.columns, self.layout.columns, strict=True):
            key = column.cell.key
            item.set_state(selected=key != INPUT and key in names, badge=badges.get(key))

    def set_notes(self, notes: dict[str, str]) -> None:
        """Show a small mark at layers on which there is advice, and the words in their tips."""
        if notes != self._notes:
            self._notes = notes
            self.show_state()

    def take_tokens(self, tokens: Tokens) -> None:
        """Take another look."""
        self.setBackgroundBrush(tokens.colour("background"))
        for column in self._all_columns:
            column.set_tokens(tokens)
        for link in self._all_links:
            link.set_tokens(tokens)
        for mark in self._marks:
            mark.set_tokens(tokens)

    def set_hovered(self, column: int | None) -> None:
        """Show which column is under the mouse."""
        for number, item in enumerate(self.columns):
            item.set_hovered(number == column)

    def show_plus(self, gap: int | None) -> None:
        """Show the small + in a gap, or nowhere."""
        self.plus.setVisible(gap is not None)
        if gap is not None:
            self.plus.setPos(QPointF(self.layout.gap_x(gap), self.layout.middle))

    def show_edge(self, column: int | None) -> None:
        """Show that a column's edge can be dragged, or none."""
        self.edge.setVisible(column is not None)
        if column is not None:
            self.edge.show_along(edge_x(self.layout, column), self.layout.columns[column].body)

    def show_mark(self, gap: int, ghost: QPointF, words: str) -> None:
        """Show where a dragged layer would go."""
        self.mark.show_at(self.layout, gap, ghost, words, self.measure(words, True))

    def measure(self, words: str, bold: bool) -> float:
        """Return the width of a label."""
        return self._metrics[bold].horizontalAdvance(words)

    def tip(self, column: Column) -> str:
        """Return a sentence about a column."""
        network, key = self._document.network, column.cell.key
        if key == INPUT:
            return self.tr("The input: {shape} numbers for each example.").format(
                shape=shape_text(network.input_shape)
            )
        number = network.index(key)
        shapes = (network.input_shape, *network.shapes())
        words = self.tr("{layer} ({kind}): {before} → {after}, {count} parameters").format(
            layer=key,
            kind=_kind_words(network.layers[number]),
            before=shape_text(shapes[number]),
            after=shape_text(shapes[number + 1]),
            count=f"{network.parameter_counts()[key]:,}",
        )
        layer, frozen = network.layers[number], ""
        if isinstance(layer, Dense) and not layer.trainable:
            frozen = self.tr("Frozen: training leaves its weights as they are.")
        return "\n".join(filter(None, (words, frozen, self._notes.get(key))))

    # --- parts -------------------------------------------------------------------------

    def _adjust(self, columns: int, links: int) -> None:
        """Have this many items in use; the others wait, hidden, to be used again."""
        while len(self._all_columns) < columns:
            self._all_columns.append(ColumnItem(self._theme.tokens, self._pace))
            self.addItem(self._all_columns[-1])
        while len(self._all_links) < links:
            self._all_links.append(LinkItem(self._theme.tokens, self._pace))
            self.addItem(self._all_links[-1])
        for number, column in enumerate(self._all_columns):
            column.setVisible(number < columns)
        for number, link in enumerate(self._all_links):
            link.setVisible(number < links)
        self.columns, self.links = self._all_columns[:columns], self._all_links[:links]

    def _lay_out(self) -> Layout:
        return lay_out(self._cells(), *self._size, self.measure, *self._rooms)

    def _cells(self) -> list[Cell]:
        network = self._document.network
        shape, counts = network.input_shape, network.parameter_counts()
        cells = [Cell(INPUT, "input", math.prod(shape), self.tr("input"), shape_text(shape))]
        for layer, out in zip(network, network.shapes(), strict=True):
            kind: Kind = "dense" if isinstance(layer, Dense) else "band"
            cells.append(
                Cell(
                    layer.name,
                    kind,
                    layer.units if isinstance(layer, Dense) else math.prod(out),
                    layer.name,
                    detail(layer, out),
                    FROZEN
                    if isinstance(layer, Dense) and not layer.trainable
                    else BAND_STYLES[layer.kind],
                    self._more(layer, counts[layer.name]),
                )
            )
        return cells

    def _more(self, layer: AnyLayer, count: int) -> str:
        """Return the third line: how many parameters a layer has, or what kind it is."""
        if isinstance(layer, Dense) and not layer.trainable:
            return self.tr("{count} frozen").format(count=f"{count:,}")
        if isinstance(layer, Dense):
            return self.tr("{count} parameters").format(count=f"{count:,}")
        return type(layer).__name__ if layer.kind not in layer.name else ""

    def _badges(self) -> dict[str, str]:
        document = self._document
        badges: dict[str, str] = {}
        for problem in document.problems:
            if problem.layer is not None:
                badges.setdefault(problem.layer, problem.severity)
        if document.network.input_shape != document.facts.input_shape:
            badges[INPUT] = "error"
        for name in self._notes:
            badges.setdefault(name, "hint")
        return badges


def _kind_words(layer: AnyLayer) -> str:
    name = type(layer).__name__
    return f"{name}, {layer.activation}" if isinstance(layer, Dense | Activation) else name


def detail(layer: AnyLayer, shape: Shape) -> str:
    """Return the second line beneath a layer whose output has `shape`."""
    if isinstance(layer, Dense):
        return f"{layer.units} · {layer.activation}"
    if isinstance(layer, Dropout):
        return f"{layer.rate:g}"
    if isinstance(layer, BatchNormalization):
        return f"{layer.momentum:g}"
    if isinstance(layer, Activation):
        return layer.activation
    if isinstance(layer, LeakyReLU):
        return f"{layer.negative_slope:g}"
    return _band_detail(layer, shape)


def _band_detail(layer: AnyLayer, shape: Shape) -> str:
    if isinstance(layer, GaussianNoise):
        return f"{layer.stddev:g}"
    if isinstance(layer, LayerNormalization):
        return f"{layer.epsilon:g}"
    return shape_text(shape)

"""Keeps the neurons' activation maps in step with weights, data and mouse."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Slot
from PySide6.QtWidgets import QGraphicsView

from mlp_studio.analysis.probe import probe_indices
from mlp_studio.analysis.regions import plane_bounds
from mlp_studio.core.dataset import Dataset
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.geometry import INPUT, Column
from mlp_studio.ui.builder.raster import rgb
from mlp_studio.ui.builder.scene import NetworkScene
from mlp_studio.ui.builder.unit_maps import (
    MapAnswer,
    MapQuestion,
    answer,
    diverging,
    side_for,
)
from mlp_studio.ui.builder.unit_popup import PlaneData, UnitPopup, as_image
from mlp_studio.ui.common.colours import colouring
from mlp_studio.ui.common.latest import Latest
from mlp_studio.ui.theme import Theme

EVERY_MS = 250  # at most that often while a network trains
REST = 6.0  # and then this many times as long as the pictures took
POINTS = 250  # examples over the large map
COLUMNS_A_FRAME, FRAME_MS = 3, 12  # of a deep network: no frame takes long
PAUSE_MS = 150  # the mouse rests that long on a neuron before its large map opens


class LiveMaps(QObject):
    """Computes the maps off the GUI thread and shows them in the neurons and beside one.

    There are maps where the examples lie in a plane and the network has been trained.

    Parameters
    ----------
    document : Document
        Network and weights.
    store : DataStore
        The examples.
    scene : NetworkScene
        Shows the small maps.
    theme : Theme
        Colours.
    view : QGraphicsView
        Where the mouse is.
    """

    def __init__(
        self,
        document: Document,
        store: DataStore,
        scene: NetworkScene,
        theme: Theme,
        view: QGraphicsView,
    ) -> None:
        super().__init__(view)
        self._document, self._store = document, store
        self._scene, self._theme, self._view = scene, theme, view
        self._data: PlaneData | None = None
        self._shown: MapAnswer | None = None
        self._dirty = True
        self._next_column = 0
        self._parts = QTimer(self)
        self._parts.setSingleShot(True)
        self._parts.setInterval(FRAME_MS)
        self._parts.timeout.connect(self._show_part)
        self._unit: tuple[str, int] | None = None
        self._small, self._large = Latest(EVERY_MS, self), Latest(EVERY_MS, self)
        self.popup = UnitPopup(theme, view)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._open)
        self._small.done.connect(self._on_small)
        self._large.done.connect(self._on_large)
        for latest in (self._small, self._large):
            latest.failed.connect(self._on_failed)
        document.network_changed.connect(self._on_network)
        document.snapshot_changed.connect(self.synchronize)
        store.dataset_changed.connect(self._on_dataset)
        theme.changed.connect(self.synchronize)
        self._on_dataset(store.dataset)

    @property
    def shown(self) -> MapAnswer | None:
        """The maps in the neurons."""
        return self._shown

    # --- keeping in step ---------------------------------------------------------------

    @Slot()
    def synchronize(self, _what: object = None) -> None:
        """Have the newest weights shown as soon as it is their turn."""
        self._dirty = True
        # In the middle of an edit: what was laid out before it would be asked for. The weights
        # that belong to the network are told of last.
        laid_out = self._scene.network == self._document.network
        if not (self._view.isVisible() and laid_out):
            return
        self._dirty = False
        question = self._question()
        if question is None:
            self._small.forget()
            self._large.forget()
            self._shown = None
            self._parts.stop()
            self._scene.show_maps({})
            self.hover(None)
            return
        self._small.ask(lambda: answer(question), rest=REST)
        if self.popup.isVisible():
            self._ask_large()

    def catch_up(self) -> None:
        """Show what changed while nothing was to be seen."""
        if self._dirty:
            self.synchronize()

    def _question(self, only: tuple[str, int] | None = None) -> MapQuestion | None:
        document, data, tokens = self._document, self._data, self._theme.tokens
        network, snapshot = document.network, document.snapshot
        if data is None or snapshot is None or network.input_shape != (2,):
            return None
        if snapshot.network != network:
            return None  # in the middle of an edit
        columns = self._scene.layout.columns
        # The columns may still be those of the network before.
        known = {INPUT, *(layer.name for layer in network)}
        units = {
            c.cell.key: c.shown for c in columns if c.cell.kind != "band" and c.cell.key in known
        }
        if only is not None:
            units = {only[0]: (only[1],)}
        widths = {
            layer.name: shape[-1] for layer, shape in zip(network, network.shapes(), strict=True)
        }
        widths[INPUT] = network.input_shape[-1]
        if any(max(shown, default=0) >= widths.get(name, 0) for name, shown in units.items()):
            return None  # the columns are still those of the network before
        colours = diverging(rgb(tokens.negative), rgb(tokens.panel), rgb(tokens.positive))
        side = side_for(network.parameters, fine=only is not None)
        return MapQuestion(network, snapshot.weights, data.bounds, side, units, colours)

    @Slot(object)
    def _on_dataset(self, dataset: Dataset | None) -> None:
        self._small.forget()
        self._large.forget()
        self._data = None
        if dataset is not None and dataset.facts.input_shape == (2,):
            train, colours = dataset.train, colouring(dataset)
            chosen = probe_indices(train.y, POINTS)
            self._data = PlaneData(
                plane_bounds(train.x),
                train.x[chosen],
                colours.indices(train.y[chosen]),
                colours.colours,
            )
        self.hover(None)
        self.synchronize()

    @Slot(object)
    def _on_network(self, _network: object) -> None:
        self.hover(None)
        self.synchronize()

    @Slot(object)
    def _on_small(self, found: MapAnswer) -> None:
        if found.question.network != self._document.network or self._data is None:
            return
        self._shown = found
        self._next_column = 0
        self._show_part()

    @Slot()
    def _show_part(self) -> None:
        """Show the pictures of some columns, those of the next ones soon."""
        if self._shown is None:
            return
        first = self._next_column
        names = [c.cell.key for c in self._scene.layout.columns[first : first + COLUMNS_A_FRAME]]
        images = self._shown.images
        maps = {n: tuple(as_image(p) for p in images[n]) for n in names if n in images}
        if self._scene.show_maps(maps, first, COLUMNS_A_FRAME):
            self._next_column = first + COLUMNS_A_FRAME
            self._parts.start()

    @Slot(object)
    def _on_large(self, found: MapAnswer) -> None:
        ((name, units),) = found.question.units.items()
        if self._unit == (name, units[0]):
            self.popup.show_map(
                found.images[name][0], found.ranges[name][0], found.question.colours
            )

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error  # a defect of the program: shown by the handler of unexpected errors

    # --- the large map -----------------------------------------------------------------

    def hover(self, unit: tuple[Column, int] | None) -> None:
        """Show the large map of the neuron under the mouse, None where there is none.

        Parameters
        ----------
        unit : tuple of Column and int, or None
            The column and the neuron's place among those drawn.
        """
        known = unit is not None and self._shown is not None
        if unit is None or not known or unit[0].cell.key not in self._images():
            self._unit = None
            self._pause.stop()
            self.popup.hide()
            return
        column, place = unit
        chosen = (column.cell.key, column.shown[place])
        if chosen == self._unit:
            return
        self._unit = chosen
        if self.popup.isVisible():
            self._open()
        else:
            self._pause.start()

    def _images(self) -> dict[str, object]:
        return dict(self._shown.images) if self._shown is not None else {}

    def _open(self) -> None:
        found = self._places()
        if found is None or self._shown is None or self._data is None:
            return
        column, place = found
        name, popup = column.cell.key, self.popup
        if name not in self._shown.images or place >= len(self._shown.images[name]):
            return
        window = self._view.window()
        if popup.parentWidget() is not window:
            popup.setParent(window)
        popup.show_unit(self._title(column, place), self._data)
        # At once what is known already, then a finer one.
        shown = self._shown
        popup.show_map(shown.images[name][place], shown.ranges[name][place], shown.question.colours)
        top = self._view.mapTo(window, QPoint()).y() + 4  # the buttons above stay free
        popup.place_beside(self._box(column, place), window.rect(), top)
        popup.show()
        popup.raise_()
        self._ask_large()

    def _ask_large(self) -> None:
        question = None if self._unit is None else self._question(self._unit)
        if question is not None:
            self._large.ask(lambda: answer(question), rest=REST)

    def _places(self) -> tuple[Column, int] | None:
        """Return where the unit in question is drawn now."""
        if self._unit is None:
            return None
        for column in self._scene.layout.columns:
            if column.cell.key == self._unit[0] and self._unit[1] in column.shown:
                return column, column.shown.index(self._unit[1])
        return None

    def _title(self, column: Column, place: int) -> str:
        number = column.shown[place] + 1
        if column.cell.key == INPUT:
            return self.tr("Input {number}").format(number=number)
        return self.tr("{layer} · unit {number} of {count}").format(
            layer=column.cell.key, number=f"{number:,}", count=f"{column.cell.units:,}"
        )

    def _box(self, column: Column, place: int) -> QRect:
        """Return where a neuron is, in the window."""
        view, radius = self._view, column.radius
        left, top = column.x - radius, column.ys[place] - radius
        polygon = view.mapFromScene(left, top, 2 * radius, 2 * radius)
        box = polygon.boundingRect()
        box.moveTopLeft(view.viewport().mapTo(view.window(), box.topLeft()))
        return box

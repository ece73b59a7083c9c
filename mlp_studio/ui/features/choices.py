"""What a person has chosen to see: layer, view, examples, colours."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, Slot

from mlp_studio.analysis.examples import Axis
from mlp_studio.analysis.neighbours import Neighbourhood, available
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.layers import Activation, Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import FLAGS_ROLE
from mlp_studio.ui.examples.ways import examples_of
from mlp_studio.ui.features.frame import NEIGHBOURS, PartName, View, ViewName
from mlp_studio.ui.features.options import ViewOptions
from mlp_studio.ui.features.page import FeaturesPage
from mlp_studio.ui.features.tints import Tint, column_tint, tint_called
from mlp_studio.ui.theme import Theme


def default_layer(network: NetworkSpec) -> str | None:
    """Return the layer most worth a look: two units wide, else the last hidden Dense layer."""
    hidden = [layer for layer in network.layers[:-1] if isinstance(layer, Dense)]
    narrow = [layer for layer in hidden if layer.units == 2]
    for layers in (narrow, hidden, network.layers):
        if layers:
            return layers[-1].name
    return None


class Choices(QObject):
    """The combo boxes of the page and the settings behind the three dots.

    Signals
    -------
    changed()
        Something else is to be shown.
    tint_changed()
        The same in other colours.
    """

    changed = Signal()
    tint_changed = Signal()

    def __init__(
        self, page: FeaturesPage, document: Document, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page, self._document = page, document
        self._axes: tuple[Axis, ...] = ()
        self._chosen: str | None = None  # the layer a person chose; None follows the network
        self.options = ViewOptions(theme, page)
        self.film_there = False
        page.layers.activated.connect(self._on_layer)
        page.views.activated.connect(self._on_view)
        page.parts.activated.connect(self._tell)
        page.tints.activated.connect(self._on_tint)
        page.more.clicked.connect(self._open_options)
        self.options.changed.connect(self.changed)
        if not available("umap"):
            row = page.views.findData("umap")
            page.views.setItemData(row, 0, FLAGS_ROLE)
            missing = self.tr("UMAP needs the package umap-learn, which is not installed.")
            page.views.setItemData(row, missing, Qt.ItemDataRole.ToolTipRole)

    # --- what is chosen ----------------------------------------------------------------

    @property
    def layer(self) -> str | None:
        """The name of the layer that is shown."""
        name = self._page.layers.currentData()
        return name if isinstance(name, str) else None

    @property
    def view(self) -> View:
        """How it is shown."""
        name: ViewName = self._page.views.currentData()
        options = self.options
        before = options.before.isChecked() and self._activated()
        if name in {"units", "units3"}:
            across, up, deep = (box.value() for box in options.units)
            return View(name, across, up, deep if name == "units3" else 2, before)
        return View(name, before_activation=before)

    @property
    def neighbourhood(self) -> Neighbourhood:
        """How neighbours are kept together, for the views that do."""
        asked = self.options.neighbourhood
        if self.view.name == "umap":
            return Neighbourhood("umap", neighbours=asked.neighbours)
        return Neighbourhood("tsne", perplexity=asked.perplexity)

    @property
    def part(self) -> PartName:
        """Which examples are shown."""
        part: PartName | None = self._page.parts.currentData()
        return part or "validation"

    @property
    def tint(self) -> Tint:
        """What the colours tell."""
        return tint_called(self._page.tints.currentData() or "class", self._axes)

    # --- filling -----------------------------------------------------------------------

    def fill_layers(self) -> None:
        """Offer the network's layers; the choice stays where it can."""
        network, layers = self._document.network, self._page.layers
        names = [layer.name for layer in network]
        wanted = self._chosen if self._chosen in names else default_layer(network)
        with QSignalBlocker(layers):
            layers.clear()
            for layer, shape in zip(network.layers, network.shapes(), strict=True):
                units = " × ".join(str(side) for side in shape)
                layers.addItem(f"{layer.name} · {units}", layer.name)
            layers.setCurrentIndex(layers.findData(wanted))
        self._show_options()

    def fill_data(self, dataset: Dataset | None) -> None:
        """Offer the parts of a data set, and what colours may tell of its examples."""
        parts, tints = self._page.parts, self._page.tints
        part, tint = self.part, tints.currentText()
        source = self._document.data.source
        self._axes = examples_of(dataset, source).axes if dataset is not None else ()
        with QSignalBlocker(parts), QSignalBlocker(tints):
            parts.clear()
            parts.addItem(self.tr("Validation examples"), "validation")
            parts.addItem(self.tr("Training examples"), "train")
            if dataset is not None and dataset.test is not None:
                parts.addItem(self.tr("Test examples"), "test")
            parts.setCurrentIndex(max(0, parts.findData(part)))
            tints.clear()
            classes = dataset is not None and bool(dataset.class_names)
            tints.addItem(self.tr("Class") if classes else self.tr("Target"), "class")
            tints.addItem(self.tr("Prediction"), "prediction")
            if classes:
                tints.addItem(self.tr("Right or wrong"), "right")
            tints.addItem(self.tr("Loss"), "loss")
            alone = sum(axis.kind == "output" for axis in self._axes) == 1  # it is the target
            for number, axis in enumerate(self._axes):
                if axis.kind == "input" or (axis.kind == "output" and not alone):
                    tints.addItem(axis.name, column_tint(number))
            row = tints.findText(tint) if tint else 0
            tints.setCurrentIndex(max(0, row))

    def choose_part(self, part: PartName) -> None:
        """Show the examples of a part, chosen anew."""
        self._page.parts.setCurrentIndex(max(0, self._page.parts.findData(part)))
        self.changed.emit()

    def choose_layer(self, name: str) -> None:
        """Show a layer from now on."""
        if self._page.layers.findData(name) < 0:
            return
        self._chosen = name
        with QSignalBlocker(self._page.layers):
            self._page.layers.setCurrentIndex(self._page.layers.findData(name))
        self._show_options()
        self.changed.emit()

    def forget_layer(self) -> None:
        """Follow the network again."""
        self._chosen = None

    # --- events ------------------------------------------------------------------------

    @Slot(int)
    def _on_layer(self, _index: int) -> None:
        if self.layer is not None:
            self.choose_layer(self.layer)

    @Slot(int)
    def _on_view(self, _index: int) -> None:
        self._show_options()
        self.changed.emit()

    @Slot(int)
    def _tell(self, _index: int) -> None:
        self.changed.emit()

    @Slot(int)
    def _on_tint(self, _index: int) -> None:
        self.tint_changed.emit()

    @Slot()
    def _open_options(self) -> None:
        self._show_options()
        self.options.open_at(self._page.more)

    def _activated(self) -> bool:
        network, name = self._document.network, self.layer
        if name is None:
            return False
        layer = network.layers[network.index(name)]
        return isinstance(layer, Dense | Activation) and layer.activation != "linear"

    def _show_options(self) -> None:
        network, name = self._document.network, self.layer
        width = 0
        if name is not None:
            width = 1
            for side in network.shapes()[network.index(name)]:
                width *= side
        self.options.show_view(
            self.view.name, width, activated=self._activated(), film=self.film_there
        )
        self._page.arrange.setVisible(self.view.name in NEIGHBOURS)

"""The Features panel: the input beside what a layer makes of it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from mlp_studio.analysis.projection import Basis, Projection
from mlp_studio.core.check import MAX_PARAMETERS, problems
from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.colours import Colouring, colouring
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.common.legend import Legend
from mlp_studio.ui.features.card import ExampleCard
from mlp_studio.ui.features.fitting import FittingLabel
from mlp_studio.ui.features.frame import MOST_UNTRAINED, Frame, PartName, Probe, Question, answer
from mlp_studio.ui.features.latest import REST, Latest
from mlp_studio.ui.features.scatter import ScatterView
from mlp_studio.ui.theme import RHYTHM, Theme


def default_layer(network: NetworkSpec) -> str | None:
    """Return the layer most worth a look: two units wide, else the last hidden Dense layer."""
    hidden = [layer for layer in network.layers[:-1] if isinstance(layer, Dense)]
    narrow = [layer for layer in hidden if layer.units == 2]
    for layers in (narrow, hidden, network.layers):
        if layers:
            return layers[-1].name
    return None


class FeaturesPanel(QWidget):
    """Input and features side by side, moving while the network learns.

    Parameters
    ----------
    document : Document
        Network and weights.
    store : DataStore
        The examples.
    training : TrainingController
        Told of, so that new weights begin with a picture of their own.
    theme : Theme
        The look in force.
    """

    def __init__(
        self,
        document: Document,
        store: DataStore,
        training: TrainingController,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._store = store
        self._training = training
        self._latest = Latest(parent=self)
        self._frame: Frame | None = None
        self._probe: Probe | None = None
        self._basis: Basis | None = None
        self._colouring: Colouring | None = None
        self._chosen: str | None = None  # the layer a person chose; None follows the network
        self._anew = True
        self._dirty = True
        self.setProperty("panel", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(theme)
        self._connect()
        self._fill_layers()
        self._on_dataset(store.dataset)

    # --- what others may ask -----------------------------------------------------------

    @property
    def layer(self) -> str | None:
        """The name of the layer that is shown."""
        name = self.layers.currentData()
        return name if isinstance(name, str) else None

    @property
    def part(self) -> PartName:
        """Which examples are shown."""
        return "train" if self.parts.currentData() == "train" else "validation"

    @property
    def frame(self) -> Frame | None:
        """What is shown, or None."""
        return self._frame

    def synchronize(self) -> None:
        """Have the newest weights shown as soon as it is their turn."""
        self._dirty = True
        if not self.isVisible():
            return
        self._dirty = False
        trouble = self._trouble()
        dataset, layer = self._store.dataset, self.layer
        if trouble or dataset is None or layer is None:
            self._latest.forget()
            self._frame = None
            self.card.hide()
            self._empty.setText(trouble)
            self._pages.setCurrentWidget(self._empty)
            return
        question = Question(
            dataset,
            self.part,
            self._document.network,
            self._document.snapshot,
            self._document.training.seed,
            layer,
            self._basis,
            self._probe,
        )
        rest = REST if self._training.state == "running" else 0.0
        self._latest.ask(lambda: answer(question), rest=rest)

    # --- building ----------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.input = ScatterView(theme, self.tr("Input"), square=True)
        self.features = ScatterView(theme, self.tr("Features"))
        self.legend = Legend(theme)
        self.layers = CalmCombo()
        self.layers.setAccessibleName(self.tr("Layer"))
        self.layers.setToolTip(self.tr("The layer whose activations are shown"))
        self.layers.setMinimumWidth(140)
        self.layers.setMaximumWidth(220)
        self.parts = CalmCombo()
        self.parts.setAccessibleName(self.tr("Examples"))
        self.parts.addItem(self.tr("Validation examples"), "validation")
        self.parts.addItem(self.tr("Training examples"), "train")
        title = QLabel(self.tr("Input"))
        title.setProperty("role", "title")
        self._input_words, self._feature_words = FittingLabel(), FittingLabel()
        self._page = QWidget()
        grid = QGridLayout(self._page)
        grid.setContentsMargins(RHYTHM, RHYTHM, RHYTHM, RHYTHM)
        grid.setHorizontalSpacing(2 * RHYTHM)
        grid.setVerticalSpacing(RHYTHM)
        grid.addLayout(_row(title, self._input_words), 0, 0)
        grid.addLayout(_row(self.layers, self._feature_words), 0, 1)
        grid.addWidget(self.input, 1, 0)
        grid.addWidget(self.features, 1, 1)
        self._count = QLabel()
        self._count.setProperty("role", "caption")
        below = QHBoxLayout()
        below.setSpacing(RHYTHM)
        below.addWidget(self.legend, 1)
        below.addWidget(self._count)
        below.addWidget(self.parts)
        grid.addLayout(below, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        self._empty = QLabel()
        self._empty.setProperty("role", "caption")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.card = ExampleCard(theme, self)

    def _connect(self) -> None:
        document = self._document
        document.snapshot_changed.connect(self._on_changed)
        document.training_changed.connect(self._on_changed)
        document.network_changed.connect(self._on_network)
        document.selection_changed.connect(self._on_selection)
        document.opened.connect(self._on_opened)
        self._store.dataset_changed.connect(self._on_dataset)
        self._store.failed.connect(self._on_changed)
        self._training.cleared.connect(self._on_cleared)
        self._latest.done.connect(self._on_frame)
        self._latest.failed.connect(self._on_failed)
        self.layers.activated.connect(self._on_layer_chosen)
        self.parts.activated.connect(self._on_part_chosen)
        self.legend.hidden_changed.connect(self._on_hidden)
        self.input.pointed.connect(self._on_pointed_input)
        self.features.pointed.connect(self._on_pointed_features)

    def _fill_layers(self) -> None:
        network = self._document.network
        names = [layer.name for layer in network]
        wanted = self._chosen if self._chosen in names else default_layer(network)
        with QSignalBlocker(self.layers):
            self.layers.clear()
            for layer, shape in zip(network.layers, network.shapes(), strict=True):
                units = " × ".join(str(side) for side in shape)
                self.layers.addItem(f"{layer.name} · {units}", layer.name)
            self.layers.setCurrentIndex(self.layers.findData(wanted))

    # --- what keeps it from being shown ------------------------------------------------

    def _trouble(self) -> str:
        network, dataset = self._document.network, self._store.dataset
        if dataset is None:
            return self._no_data(self._store.error)
        if not network.layers:
            return self.tr("Add a layer to see what it makes of the data.")
        if network.input_shape != dataset.facts.input_shape:
            problem = problems(network, self._document.training, dataset.facts)[0]
            return f"{render(problem.what)}\n{render(problem.remedy)}"
        if network.parameters > (MAX_PARAMETERS if self._document.snapshot else MOST_UNTRAINED):
            return self.tr("A network this large shows its features once it is trained.")
        return ""

    def _no_data(self, error: Exception | None) -> str:
        if isinstance(error, StudioError):
            return "\n".join(render(words) for words in (error.what, error.remedy) if words)
        if error is not None:
            return self.tr("The data could not be loaded.")
        return self.tr("The features appear as soon as the data is loaded.")

    # --- events ------------------------------------------------------------------------

    @Slot()
    def _on_changed(self, _what: object = None) -> None:
        self.synchronize()

    @Slot(object)
    def _on_network(self, _network: NetworkSpec) -> None:
        before = self.layer
        self._fill_layers()
        if self.layer != before:
            self._begin_anew()
        self.synchronize()

    @Slot(object)
    def _on_selection(self, names: tuple[str, ...]) -> None:
        if len(names) == 1 and self.layers.findData(names[0]) >= 0:
            self._choose(names[0])

    @Slot()
    def _on_opened(self) -> None:
        self._chosen = None
        self._fill_layers()
        self._begin_anew()
        self.synchronize()

    @Slot(object)
    def _on_dataset(self, dataset: object) -> None:
        self._probe = None
        self._begin_anew()
        found = self._store.dataset
        self._colouring = colouring(found) if dataset is not None and found is not None else None
        self.legend.show_colouring(self._colouring)
        self._on_hidden(frozenset())
        self.synchronize()

    @Slot()
    def _on_cleared(self) -> None:
        self._begin_anew()
        self.synchronize()

    @Slot(int)
    def _on_layer_chosen(self, _index: int) -> None:
        if self.layer is not None:
            self._choose(self.layer)

    @Slot(int)
    def _on_part_chosen(self, _index: int) -> None:
        self._probe = None
        self._begin_anew()
        self.synchronize()

    @Slot(object)
    def _on_hidden(self, hidden: frozenset[int]) -> None:
        self.input.hide_colours(hidden)
        self.features.hide_colours(hidden)

    def _choose(self, name: str) -> None:
        self._chosen = name
        self.layers.setCurrentIndex(self.layers.findData(name))
        self._begin_anew()
        self.synchronize()

    def _begin_anew(self) -> None:
        """Forget the orientation and the range of the pictures so far."""
        self._latest.forget()
        self._basis = None
        self._anew = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._dirty:
            self.synchronize()

    # --- a frame -----------------------------------------------------------------------

    @Slot(object)
    def _on_frame(self, frame: Frame) -> None:
        asked = frame.question
        if asked.dataset is not self._store.dataset or asked.layer != self.layer:
            return
        if self._colouring is None or asked.part != self.part:
            return
        anew, other_probe = self._anew, frame.probe is not self._probe
        self._frame, self._probe = frame, frame.probe
        self._basis, self._anew = frame.projection.basis, False
        colours = self._colouring.indices(frame.probe.y)
        if other_probe:
            self.input.show_points(
                frame.probe.input.points, colours, self._colouring.colours, anew=True
            )
        self.features.show_points(frame.points, colours, self._colouring.colours, anew=anew)
        self._describe(frame)
        self._pages.setCurrentWidget(self._page)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error  # a defect of the program: shown by the handler of unexpected errors

    def _describe(self, frame: Frame) -> None:
        probe, snapshot = frame.probe, frame.question.snapshot
        shown, total = f"{len(probe.x):,}", f"{probe.total:,}"
        some = self.tr("{count} of {total}").format(count=shown, total=total)
        self._count.setText(some if shown != total else self.tr("all {total}").format(total=total))
        width = probe.x[0].size if len(probe.x) else 0
        self._input_words.say(*self._projection_words(probe.input, width))
        self._feature_words.say(*self._projection_words(frame.projection, frame.width))
        self.features.setAccessibleDescription(self._feature_words.toolTip())
        if frame.projection.note is not None:
            self.features.caption = render(frame.projection.note)
        elif snapshot is None:
            self.features.caption = self.tr("Not trained yet: features of new random weights")
        else:
            self.features.caption = self.tr("after epoch {epoch}").format(
                epoch=f"{snapshot.epoch:,}"
            )

    def _projection_words(self, projection: Projection, width: int) -> tuple[str, str]:
        """Return how features became points, in full and in short."""
        if width == 1:
            return self.tr("1 unit · height only spreads the points"), self.tr("1 unit")
        if width == 2:
            return self.tr("2 values as they are"), self.tr("2 values")
        first, second = (f"{100 * share:.0f}" for share in projection.explained)
        full = self.tr("PCA · {first} % + {second} % of the variance")
        short = self.tr("PCA · {first} % + {second} %")
        return full.format(first=first, second=second), short.format(first=first, second=second)

    # --- reading an example ------------------------------------------------------------

    @Slot(int)
    def _on_pointed_input(self, index: int) -> None:
        self._point(self.input, index)

    @Slot(int)
    def _on_pointed_features(self, index: int) -> None:
        self._point(self.features, index)

    def _point(self, view: ScatterView, index: int) -> None:
        self.input.mark(index)
        self.features.mark(index)
        if index < 0 or self._frame is None:
            self.card.hide()
            return
        names = self._colouring.names if self._colouring is not None else ()
        self.card.tell(self._frame, index, names)
        self.card.stand_by(view.mapTo(self, view.place(index).toPoint()))


def _row(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(RHYTHM)
    row.addWidget(left)
    row.addWidget(right, 1)
    return row

"""The try-it panel for inputs in the plane: live regions and a probe."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.analysis.metrics import class_probabilities
from mlp_studio.analysis.probe import probe_indices
from mlp_studio.analysis.regions import plane_bounds
from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.forward import predict
from mlp_studio.core.function_source import Function
from mlp_studio.core.network import NetworkSpec
from mlp_studio.data.functions import evaluate
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.colours import Colouring, colouring
from mlp_studio.ui.common.latest import Latest
from mlp_studio.ui.common.legend import Legend
from mlp_studio.ui.common.numbers import fixed
from mlp_studio.ui.common.standing import EpochLabel, follow, trouble
from mlp_studio.ui.common.still import StillLabel
from mlp_studio.ui.digits.bars import ProbabilityBars
from mlp_studio.ui.plane.choice import ShownChoice
from mlp_studio.ui.plane.map import PlaneMap
from mlp_studio.ui.plane.regions import RegionFrame, RegionQuestion, answer, grid_size
from mlp_studio.ui.theme import RHYTHM, Theme

MOST_POINTS = 700
INTERVAL_MS = 60  # at least, between two pictures
REST = 2.0  # after a picture while training, in times of its work
CLASSES_A_ROW = 6


class PlanePanel(QWidget):
    """What the network says all over the plane, and at one place to choose.

    Parameters
    ----------
    document : Document
        Network and weights.
    store : DataStore
        The examples.
    training : TrainingController
        While it trains, pictures are coarser.
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
        self._theme = theme
        self._latest = Latest(INTERVAL_MS, self)
        self._frame: RegionFrame | None = None
        self._colouring: Colouring | None = None
        self._dirty = True
        self.setProperty("panel", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(theme)
        document.network_changed.connect(self._offer)
        follow(document, store, training, self._on_changed, self._on_dataset)
        self.choice.changed.connect(self._on_chosen)
        theme.changed.connect(self._on_changed)
        self._latest.done.connect(self._on_frame)
        self._latest.failed.connect(self._on_failed)
        self.map.probe_moved.connect(self._read)
        self.legend.hidden_changed.connect(self.map.hide_colours)
        self._on_dataset(store.dataset)

    # --- what others may ask -----------------------------------------------------------

    @property
    def frame(self) -> RegionFrame | None:
        """The picture that is shown, or None."""
        return self._frame

    @property
    def sentence(self) -> str:
        """What the network says at the probe."""
        return self._sentence.text()

    def synchronize(self) -> None:
        """Have the newest weights shown as soon as it is their turn."""
        self._dirty = True
        if not self.isVisible():
            return
        self._dirty = False
        dataset, bounds = self._store.dataset, self.map.bounds
        wrong = self._trouble()
        if wrong or dataset is None or bounds is None or self._colouring is None:
            self._latest.forget()
            self._frame = None
            self.map.show_regions(None)
            self._tell(wrong)
            return
        running = self._training.state == "running"
        network, tokens = self._document.network, self._theme.tokens
        ground, *signs = (
            (c.red(), c.green(), c.blue())
            for c in map(tokens.colour, ("background", "positive", "negative"))
        )
        question = RegionQuestion(
            network,
            self._document.snapshot,
            self._document.training.seed,
            bounds,
            grid_size(network.parameters, training=running),
            dataset.facts.task,
            self._colouring.rgb,
            ground,
            (self._colouring.low, self._colouring.high),
            self.choice.shown,
            (signs[0], signs[1]),
        )
        self._latest.ask(lambda: answer(question), rest=REST if running else 0.0)

    # --- building ----------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.choice = ShownChoice()
        self._epoch = EpochLabel()
        header = QHBoxLayout()
        header.addWidget(self.choice, 1)
        header.addWidget(self._epoch)
        self.map = PlaneMap(theme)
        self.legend = Legend(theme, columns=CLASSES_A_ROW)
        self._sentence = StillLabel(2 * self.fontMetrics().lineSpacing())
        self._sentence.label.setWordWrap(True)
        self._hint = QLabel(self.tr("Move the mouse over the plane, or press the arrow keys."))
        self._hint.setProperty("role", "caption")
        self._hint.setWordWrap(True)
        self.bars = ProbabilityBars(theme)
        self._note = QLabel()
        self._note.setProperty("role", "note")
        self._note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM)
        layout.setSpacing(RHYTHM)
        layout.addLayout(header)
        layout.addWidget(self.map)
        layout.addWidget(self.legend)
        layout.addWidget(self._note)
        layout.addWidget(self._sentence)
        layout.addWidget(self.bars)
        layout.addWidget(self._hint)
        layout.addStretch()

    # --- what keeps it from being shown ------------------------------------------------

    def _trouble(self) -> str:
        dataset = self._store.dataset
        if dataset is not None and dataset.facts.input_shape != (2,):
            return self.tr("This data does not lie in the plane.")
        waiting = self.tr("The plane appears as soon as the data is loaded.")
        return trouble(self._document, self._store, waiting)

    def _tell(self, wrong: str = "") -> None:
        """Say how things stand: trouble, no training yet, or nothing at all."""
        note = wrong
        if not wrong and self._document.snapshot is None:
            note = self.tr("Not trained yet: this is what new random weights say.")
        self._note.setText(note)
        self._note.setVisible(bool(note))
        for widget in (self._sentence, self._hint):
            widget.setVisible(not wrong)
        self.bars.setVisible(not wrong and self._classes())
        self._tell_epoch()

    def _tell_epoch(self) -> None:
        snapshot = None if self._trouble() else self._document.snapshot
        self._epoch.tell(snapshot, live=self._training.state == "running")

    def _classes(self) -> bool:
        return self._colouring is not None and bool(self._colouring.names)

    # --- events ------------------------------------------------------------------------

    def _offer(self, _network: object = None) -> None:
        self.choice.offer(self._document.network, self._document.facts)

    @Slot()
    def _on_changed(self, _what: object = None) -> None:
        self._tell_epoch()  # at once: a run's last picture may still be on its way
        self.synchronize()

    @Slot()
    def _on_chosen(self) -> None:
        """Show something else; another of several values has other colours."""
        dataset, old, output = self._store.dataset, self._colouring, self._output()
        if dataset is not None and old is not None and not old.names and old.output != output:
            self._colouring = colouring(dataset, output)
            self.legend.show_colouring(self._colouring)
            probe = self.map.probe
            self._show_points(dataset)
            self.map.move_probe(*probe)
        self.synchronize()

    def _output(self) -> int:
        """Return which of several values has the colours."""
        shown = self.choice.shown
        return shown.unit if shown.layer is None else 0

    def _show_points(self, dataset: Dataset) -> None:
        if self._colouring is None:
            return
        train = dataset.train
        chosen = probe_indices(train.y, MOST_POINTS)
        self.map.show_data(
            plane_bounds(train.x),
            train.x[chosen],
            self._colouring.indices(train.y[chosen]),
            self._colouring.colours,
        )

    @Slot(object)
    def _on_dataset(self, _dataset: object) -> None:
        self._latest.forget()
        self._frame = None
        self._colouring = None
        self._offer()
        dataset = self._store.dataset
        flat = dataset is not None and dataset.facts.input_shape == (2,)
        if dataset is not None and flat:
            self._colouring = colouring(dataset, self._output())
            self._show_points(dataset)
        else:
            self.map.show_nothing()
        self.map.setVisible(dataset is None or flat)
        self.map.hide_colours(frozenset())
        self.legend.show_colouring(self._colouring)
        self._tell(self._trouble())
        self.synchronize()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._dirty:
            self.synchronize()

    @Slot(object)
    def _on_frame(self, frame: RegionFrame) -> None:
        if frame.question.bounds != self.map.bounds:
            return
        self._frame = frame
        self.map.show_regions(frame.regions.image)
        self._tell()
        self._read(*self.map.probe)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error  # a defect of the program: shown by the handler of unexpected errors

    # --- the probe ---------------------------------------------------------------------

    @Slot(float, float)
    def _read(self, x: float, y: float) -> None:
        """Say what the weights in the picture say at a place."""
        if self._frame is None or self._colouring is None:
            return
        network = self._frame.question.network
        with np.errstate(over="ignore", invalid="ignore"):  # a diverged network: reads "nan"
            outputs = predict(network, self._frame.weights, np.array([[x, y]], np.float32))
        here = self._unscaled(x, y)
        if self._colouring.names:
            words = self._class_words(network, outputs, *here)
        else:
            words = self._value_words(outputs, *here)
        shown = self._frame.question.shown
        if shown.layer is not None:
            with np.errstate(over="ignore", invalid="ignore"):
                inner = predict(
                    network.until(shown.layer),
                    self._frame.weights,
                    np.array([[x, y]], np.float32),
                )
            words = self.tr("({x}, {y}) → {layer}, unit {unit}: {value}").format(
                x=fixed(here[0], 2),
                y=fixed(here[1], 2),
                layer=shown.layer,
                unit=shown.unit,
                value=fixed(float(inner[0, shown.unit]), 3),
            )
        self._sentence.set_words(words)

    def _unscaled(self, x: float, y: float) -> tuple[float, float]:
        """Return a place of the map as it was before the scaling: what people can read."""
        dataset = self._store.dataset
        if dataset is None:
            return x, y
        raw = dataset.scaler.inverse(np.array([[x, y]], np.float32))[0]
        return float(raw[0]), float(raw[1])

    def _class_words(self, network: NetworkSpec, outputs: AnyArray, x: float, y: float) -> str:
        names = self._colouring.names if self._colouring is not None else ()
        probabilities = class_probabilities(outputs)[0]
        self.bars.show_values(names, probabilities if np.isfinite(probabilities).all() else None)
        winner = int(np.argmax(probabilities))
        if network.output_activation in {"softmax", "sigmoid"}:
            words = self.tr("({x}, {y}) → class {name} with {value}")
        else:  # the last layer's numbers are no probabilities
            words = self.tr("({x}, {y}) → class {name}, output {value}")
        return words.format(
            x=fixed(x, 2),
            y=fixed(y, 2),
            name=names[winner],
            value=f"{probabilities[winner]:.2f}",
        )

    def _value_words(self, outputs: AnyArray, x: float, y: float) -> str:
        source = self._document.data.source
        words = {"x": fixed(x, 2), "y": fixed(y, 2), "value": _numbers(outputs[0])}
        if isinstance(source, Function) and len(source.inputs) == 2:
            true = evaluate(source, np.array([[x, y]]))[0]
            if np.isfinite(true).all():
                words["true"] = _numbers(true)
                return self.tr("f({x}, {y}) ≈ {value}, true {true}").format(**words)
        return self.tr("f({x}, {y}) ≈ {value}").format(**words)


def _numbers(values: AnyArray) -> str:
    """Return an output as people write it: a number, or several in parentheses."""
    words = [fixed(float(value), 3) for value in values]
    return words[0] if len(words) == 1 else f"({', '.join(words)})"

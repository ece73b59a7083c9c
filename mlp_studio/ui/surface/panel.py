"""The try-it panel for functions: target, network and error as surfaces or curves."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from mlp_studio.core.check import problems
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.errors import StudioError
from mlp_studio.core.function_source import Function
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.common.latest import Latest
from mlp_studio.ui.common.legend import Legend
from mlp_studio.ui.common.numbers import fixed
from mlp_studio.ui.surface.curve import CurvePlot, Curves
from mlp_studio.ui.surface.frame import (
    INTERVAL_MS,
    REST,
    SurfaceFrame,
    SurfaceQuestion,
    answer,
    corners_for,
)
from mlp_studio.ui.surface.looks import Look, Wanted, curves_of, surface_of
from mlp_studio.ui.surface.plot import SurfacePlot
from mlp_studio.ui.theme import RHYTHM, Theme


class SurfacePanel(QWidget):
    """A function of one input or two, and what the network makes of it.

    Parameters
    ----------
    document : Document
        Network, weights and formulas.
    store : DataStore
        The examples.
    training : TrainingController
        While it trains, surfaces are coarser.
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
        self._frame: SurfaceFrame | None = None
        self._look: Look | None = None
        self._dirty = True
        self.setProperty("panel", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(theme)
        for changed in (
            document.network_changed,
            document.training_changed,
            document.snapshot_changed,
            store.failed,
            training.state_changed,
        ):
            changed.connect(self._on_changed)
        store.dataset_changed.connect(self._on_dataset)
        theme.changed.connect(self._show)
        self._latest.done.connect(self._on_frame)
        self._latest.failed.connect(self._on_failed)
        self.what.activated.connect(self._show)
        self.output.valueChanged.connect(self._show)
        self.plot.pointed.connect(self._read)
        self.curve.pointed.connect(self._read)
        self._on_dataset(store.dataset)

    # --- what others may ask -----------------------------------------------------------

    @property
    def frame(self) -> SurfaceFrame | None:
        """The values that are shown, or None."""
        return self._frame

    @property
    def sentence(self) -> str:
        """What is said at the probe."""
        return self._sentence.text()

    def synchronize(self) -> None:
        """Have the newest weights shown as soon as it is their turn."""
        self._dirty = True
        if not self.isVisible():
            return
        self._dirty = False
        trouble = self._trouble()
        dataset, source = self._store.dataset, self._document.data.source
        if trouble or dataset is None or not isinstance(source, Function):
            self._latest.forget()
            self._frame = None
            self._show()
            return
        running = self._training.state == "running"
        network = self._document.network
        question = SurfaceQuestion(
            network,
            self._document.snapshot,
            self._document.training.seed,
            source,
            dataset.scaler,
            corners_for(network.parameters, training=running),
        )
        self._latest.ask(lambda: answer(question), rest=REST if running else 0.0)

    # --- building ----------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.what = CalmCombo()
        self.what.setAccessibleName(self.tr("What is shown of the function"))
        for words, wanted in (
            (self.tr("Network with points"), "points"),
            (self.tr("Network"), "network"),
            (self.tr("Target"), "target"),
            (self.tr("Error"), "error"),
        ):
            self.what.addItem(words, wanted)
        self.what.setItemData(
            3,
            self.tr("What the network says less the true value."),
            Qt.ItemDataRole.ToolTipRole,
        )
        self.output = QSpinBox()
        self.output.setAccessibleName(self.tr("Output"))
        self.output.setToolTip(self.tr("Which of the function's values."))
        self.output.setWrapping(True)
        self.output.setMinimum(1)
        self._epoch = QLabel()
        self._epoch.setProperty("role", "caption")
        header = QHBoxLayout()
        header.addWidget(self.what, 1)
        header.addWidget(self.output)
        header.addWidget(self._epoch)
        self.plot = SurfacePlot(theme, self.tr("Surface over the two inputs"))
        self.curve = CurvePlot(theme, self.tr("Curves over the input"))
        self.plots = QStackedWidget()
        self.plots.addWidget(self.plot)
        self.plots.addWidget(self.curve)
        self.plots.setMinimumHeight(200)
        self.plots.setMaximumHeight(290)
        self.legend = Legend(theme)
        self._key = QLabel()
        self._key.setTextFormat(Qt.TextFormat.RichText)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        # Two lines are kept free, so that nothing moves while it is read.
        self._sentence.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._hint = QLabel()
        self._hint.setProperty("role", "caption")
        self._hint.setWordWrap(True)
        self._note = QLabel()
        self._note.setProperty("role", "note")
        self._note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM)
        layout.setSpacing(RHYTHM)
        layout.addLayout(header)
        layout.addWidget(self.plots, 1)
        layout.addWidget(self.legend)
        layout.addWidget(self._key)
        layout.addWidget(self._note)
        layout.addWidget(self._sentence)
        layout.addWidget(self._hint)
        layout.addStretch()

    # --- what keeps it from being shown ------------------------------------------------

    def _trouble(self) -> str:
        dataset, source = self._store.dataset, self._document.data.source
        if dataset is None:
            if isinstance(self._store.error, StudioError):
                return render(self._store.error.what)
            if self._store.error is not None:
                return self.tr("The data could not be loaded.")
            return self.tr("The surface appears as soon as the data is loaded.")
        if not isinstance(source, Function) or len(source.inputs) > 2:
            return self.tr("This data is no function of one or two inputs.")
        return self._misfit(dataset, source)

    def _misfit(self, dataset: Dataset, source: Function) -> str:
        if not _fits(dataset, source):
            return self.tr("The surface appears as soon as the data is loaded.")
        # The document's own list is brought up to date only after its network's signal.
        for problem in problems(self._document.network, self._document.training, dataset.facts):
            if problem.severity == "error":
                return f"{render(problem.what)} {render(problem.remedy)}"
        return ""

    def _tell(self, *, cut: bool = False, hole: bool = False) -> None:
        """Say how things stand: trouble, no training yet, what is cut off, or nothing."""
        trouble, snapshot = self._trouble(), self._document.snapshot
        notes = [trouble] if trouble else []
        if not trouble and snapshot is None:
            notes.append(self.tr("Not trained yet: this is what new random weights say."))
        if not trouble and cut:
            notes.append(self.tr("Values beyond the box are shown at its floor or lid."))
        if not trouble and hole:
            notes.append(self.tr("Where a value is no finite number, nothing is shown."))
        self._note.setText(" ".join(notes))
        self._note.setVisible(bool(notes))
        for widget in (self._sentence, self._hint, self.legend):
            widget.setVisible(not trouble)
        self._key.setVisible(not trouble and self._look is not None and self._look.curve)
        if snapshot is None or trouble:
            self._epoch.clear()
        else:
            words = self.tr("live · epoch {epoch}")
            if self._training.state != "running":
                words = self.tr("epoch {epoch}")
            self._epoch.setText(words.format(epoch=f"{snapshot.epoch:,}"))

    # --- events ------------------------------------------------------------------------

    @Slot()
    def _on_changed(self, _what: object = None) -> None:
        self.synchronize()

    @Slot(object)
    def _on_dataset(self, _dataset: object) -> None:
        self._latest.forget()
        self._frame = None
        source = self._document.data.source
        outputs = len(source.formulas) if isinstance(source, Function) else 1
        with QSignalBlocker(self.output):
            self.output.setMaximum(outputs)
            self.output.setSuffix(" " + self.tr("of {count}").format(count=outputs))
            self.output.setVisible(outputs > 1)
        curve = isinstance(source, Function) and len(source.inputs) == 1
        self.plots.setCurrentWidget(self.curve if curve else self.plot)
        self._hint.setText(
            self.tr("Move the mouse over the curves, or press the arrow keys.")
            if curve
            else self.tr("Drag to turn, wheel to zoom; point at the surface to read it.")
        )
        self._show()
        self.synchronize()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._dirty:
            self.synchronize()

    @Slot(object)
    def _on_frame(self, frame: SurfaceFrame) -> None:
        self._frame = frame
        self._show()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error  # a defect of the program: shown by the handler of unexpected errors

    @Slot()
    def _show(self, _what: object = None) -> None:
        """Show the values in hand as they are wanted now."""
        frame, dataset = self._frame, self._store.dataset
        if frame is None or dataset is None or not _fits(dataset, frame.question.source):
            self.plot.show_surface(None)
            self.curve.show_curves(None)
            self._look = None
            self._tell()
            return
        wanted: Wanted = self.what.currentData()
        names = {
            "error": self.tr("error"),
            "target": self.tr("target"),
            "network": self.tr("network"),
            "value": self.tr("value"),
        }
        tokens = self._theme.tokens
        # Shading darkens: a surface in the colour of a dark ground could not be seen.
        pale = max(map(tokens.colour, ("background", "text")), key=QColor.lightness)
        colours = (tokens.colour("negative"), pale, tokens.colour("positive"))
        look = Look(frame, dataset, wanted, self.output.value() - 1, names, colours)
        if self._look is None or not look.same_scale(self._look):
            self.legend.show_colouring(None if look.curve else look.colouring)
        self._look = look
        if look.curve:
            curves = curves_of(look)
            self._key.setText(_key_words(curves))
            self.curve.show_curves(curves)
            self._tell(hole=not np.isfinite(look.values).all())
            self._read(self.curve.marked)
        else:
            surface = surface_of(look)
            self.plot.show_surface(surface)
            whole = (round(len(surface.shape.corners) ** 0.5) - 1) ** 2
            self._tell(cut=surface.shape.cut, hole=len(surface.shape.cells) < whole)
            self._read(self.plot.marked)

    @Slot(int)
    def _read(self, index: int) -> None:
        """Say what is at a place of the lattice."""
        if self._look is None or index < 0:
            self._sentence.clear()
            return
        frame, output = self._look.frame, self._look.output
        said, true = float(frame.said[index, output]), float(frame.true[index, output])
        words = {
            "place": ", ".join(fixed(float(each), 2) for each in frame.inputs[index]),
            "value": fixed(said, 3),
            "true": fixed(true, 3),
            "error": fixed(said - true, 3),
        }
        if math.isfinite(true):
            sentence = self.tr("f({place}) ≈ {value}\ntrue {true}, error {error}")
        else:
            sentence = self.tr("f({place}) ≈ {value}\nThe formula has no value here.")
        self._sentence.setText(sentence.format(**words))


def _fits(dataset: Dataset, source: Function) -> bool:
    """Return whether the examples are of such a function, not of the one before."""
    outputs = np.reshape(dataset.train.y, (len(dataset.train), -1)).shape[1]
    return dataset.facts.input_shape == (len(source.inputs),) and outputs == len(source.formulas)


def _key_words(curves: Curves) -> str:
    """Return the key of the curves: a piece of each line and what it is."""
    pieces = (
        f'<span style="color:{line.colour.name()}">{"╌╌" if line.dashed else "━━"}'
        f"</span>&nbsp;{line.name}"
        for line in curves.lines
    )
    return "&nbsp;&nbsp;&nbsp;".join(pieces)

"""The try-it panel for functions: target, network and error as surfaces or curves."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from mlp_studio.core.dataset import Dataset
from mlp_studio.core.function_source import Function
from mlp_studio.figures.function_page import FunctionPage
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.common.latest import Latest
from mlp_studio.ui.common.legend import Legend
from mlp_studio.ui.common.standing import EpochLabel, follow, trouble
from mlp_studio.ui.surface.frame import (
    INTERVAL_MS,
    REST,
    SurfaceFrame,
    SurfaceQuestion,
    answer,
    corners_for,
)
from mlp_studio.ui.surface.graphics import Graphics
from mlp_studio.ui.surface.keys import key_of, scale_of, values_at
from mlp_studio.ui.surface.looks import Look, Wanted
from mlp_studio.ui.surface.page import PageRow
from mlp_studio.ui.surface.slices import SliceBox
from mlp_studio.ui.surface.views import View, Views
from mlp_studio.ui.theme import RHYTHM, Theme


class SurfacePanel(QWidget):
    """A function given by formulas, and what the network makes of it.

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
    jobs : Jobs
        Where an interactive page is written.
    graphics : Graphics, optional
        Tells whether OpenGL paints the surface.
    """

    def __init__(
        self,
        document: Document,
        store: DataStore,
        training: TrainingController,
        theme: Theme,
        jobs: Jobs,
        graphics: Graphics | None = None,
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
        self._scale: tuple[object, ...] | None = None  # the colours that the legend shows
        self._view: View = "surface"
        self._dirty = True
        self.setProperty("panel", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(theme, jobs, graphics)
        follow(document, store, training, self._on_changed, self._on_dataset)
        theme.changed.connect(self._show)
        self._latest.done.connect(self._on_frame)
        self._latest.failed.connect(self._on_failed)
        self.what.activated.connect(self._show)
        self.output.valueChanged.connect(self._show)
        self.slices.changed.connect(self.synchronize)
        self.views.pointed.connect(self._read)
        self.views.rearranged.connect(self._show_key)
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

    def show_view(self, view: View) -> None:
        """Show the function in another way."""
        self._view = view
        self._fit_view()

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
            self.slices.across,
            self.slices.held,
        )
        self._latest.ask(lambda: answer(question), rest=REST if running else 0.0)

    # --- building ----------------------------------------------------------------------

    def _build(self, theme: Theme, jobs: Jobs, graphics: Graphics | None) -> None:
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
        self._epoch = EpochLabel()
        header = QHBoxLayout()
        header.addWidget(self.what, 1)
        header.addWidget(self._epoch)
        self.outputs = QWidget()
        which = QHBoxLayout(self.outputs)
        which.setContentsMargins(0, 0, 0, 0)
        which.setSpacing(RHYTHM)
        which.addWidget(QLabel(self.tr("Output")))
        which.addWidget(self.output)
        which.addStretch()
        self.slices = SliceBox()
        self.views = Views(theme, graphics)
        self.plot, self.curve = self.views.plot, self.views.curve
        self.legend = Legend(theme)
        self._key = QLabel()
        self._key.setTextFormat(Qt.TextFormat.RichText)
        self._key.setWordWrap(True)
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
        layout.addWidget(self.outputs)
        layout.addWidget(self.slices)
        layout.addWidget(self.views, 1000)
        for widget in (self.legend, self._key, self._note, self._sentence, self._hint):
            layout.addWidget(widget)
        self.page = PageRow(jobs, theme)
        self.page.asked = self._page
        layout.addWidget(self.page)
        layout.addStretch(1)

    # --- what keeps it from being shown ------------------------------------------------

    def _trouble(self) -> str:
        dataset, source = self._store.dataset, self._document.data.source
        waiting = self.tr("The surface appears as soon as the data is loaded.")
        if dataset is not None and not isinstance(source, Function):
            return self.tr("This data is no function given by formulas.")
        if dataset is not None and isinstance(source, Function) and not _fits(dataset, source):
            return waiting
        return trouble(self._document, self._store, waiting)

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
        for widget in (self._sentence, self._hint, self.legend, self.page):
            widget.setVisible(not trouble)
        self._key.setVisible(not trouble and bool(self._key.text()))
        self._tell_epoch()

    def _tell_epoch(self) -> None:
        snapshot = None if self._trouble() else self._document.snapshot
        self._epoch.tell(snapshot, live=self._training.state == "running")

    # --- events ------------------------------------------------------------------------

    @Slot()
    def _on_changed(self, _what: object = None) -> None:
        self._tell_epoch()
        self.synchronize()

    @Slot(object)
    def _on_dataset(self, _dataset: object) -> None:
        self._latest.forget()
        self._frame = None
        self._fit_view()

    def _fit_view(self) -> None:
        """Have shown what is chosen, as far as the function has it."""
        source = self._document.data.source
        inputs, outputs = 2, 1
        if isinstance(source, Function):
            inputs, outputs = len(source.inputs), len(source.formulas)
            self.slices.offer(source)
        view: View = "curve" if inputs == 1 else self._view
        if view == "arrows" and outputs != 2:
            view = "surface"
        whole = inputs == (1 if view == "curve" else 2) and view != "arrows"
        points = self.tr("Network with points") if whole else self.tr("Network and target")
        self.what.setItemText(0, points)
        if view != self.views.view:
            self._look = None  # it was made for the other one
        self.views.show_view(view)
        self.slices.run(1 if view == "curve" else 2)
        with QSignalBlocker(self.output):
            self.output.setMaximum(outputs)
            self.output.setSuffix(" " + self.tr("of {count}").format(count=outputs))
            self.outputs.setVisible(outputs > 1 and view != "arrows")
        turned = self.tr("Drag to turn, wheel to zoom; point at the surface to read it.")
        hints = {
            "curve": self.tr("Move the mouse over the curves, or press the arrow keys."),
            "arrows": self.tr("Move the mouse over the arrows, or press the arrow keys."),
        }
        self._hint.setText(hints.get(view, turned))
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
        if not self._shows(frame) or frame is None or dataset is None:
            self.views.show_look(None)
            self._look = None
            self._key.clear()
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
        signs = (tokens.colour("negative"), pale, tokens.colour("positive"))
        ground, ink = tokens.colour("panel"), tokens.colour("muted")
        look = Look(frame, dataset, wanted, self.output.value() - 1, names, signs, ground, ink)
        scale = scale_of(look, self.views.view)
        known = None if scale is None else (scale.colours, scale.low, scale.high)
        if known != self._scale:
            self._scale = known
            self.legend.show_colouring(scale)
        self._look = look
        told = self.views.show_look(look)
        self._show_key()
        self._tell(cut=told.cut, hole=told.hole)
        self._read(self.views.marked)

    @Slot()
    def _show_key(self) -> None:
        """Say what the lines are."""
        words = ""
        if self._look is not None:
            contours = self.tr("Contours: network black, target white")
            arrows = self.tr("network, coloured by the size of its error")
            if self.views.contours.isHidden():
                contours = ""
            words = key_of(self._look, self.views.view, contours, arrows)
        self._key.setText(words)
        self._key.setVisible(bool(words))

    def _page(self) -> FunctionPage | None:
        """Return what an interactive page is to show: what is seen."""
        frame, dataset = self._frame, self._store.dataset
        if not self._shows(frame) or frame is None or dataset is None:
            return None
        asked = frame.question
        return FunctionPage(
            asked.network,
            frame.weights,
            None if asked.snapshot is None else asked.snapshot.epoch,
            asked.source,
            dataset,
            asked.across,
            asked.held,
            self.output.value() - 1,
        )

    def _shows(self, frame: SurfaceFrame | None) -> bool:
        """Whether values in hand are of what is to be shown."""
        dataset = self._store.dataset
        return (
            frame is not None
            and dataset is not None
            and _fits(dataset, frame.question.source)
            and frame.question.source == self._document.data.source
            and len(frame.question.across) == (1 if self.views.view == "curve" else 2)
        )

    @Slot(int)
    def _read(self, index: int) -> None:
        """Say what is at a place of the lattice."""
        if self._look is None or index < 0:
            self._sentence.clear()
            return
        view, frame = self.views.view, self._look.frame
        words = values_at(self._look, view, index)
        true = frame.true[index] if view == "arrows" else frame.true[index, self._look.output]
        if np.isfinite(true).all():
            sentence = self.tr("f({place}) ≈ {value}\ntrue {true}, error {error}")
        else:
            sentence = self.tr("f({place}) ≈ {value}\nThe formula has no value here.")
        self._sentence.setText(sentence.format(**words))


def _fits(dataset: Dataset, source: Function) -> bool:
    """Return whether the examples are of such a function, not of the one before."""
    outputs = np.reshape(dataset.train.y, (len(dataset.train), -1)).shape[1]
    return dataset.facts.input_shape == (len(source.inputs),) and outputs == len(source.formulas)

"""The try-it panel's page that holds predictions against the true values."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from mlp_studio.analysis.evaluation import PartName
from mlp_studio.core.dataset import Part
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.common.latest import REST, Latest
from mlp_studio.ui.common.standing import EpochLabel, follow, trouble
from mlp_studio.ui.evaluation.words import figure, part_name, score
from mlp_studio.ui.examples.plot_frame import AxisLook
from mlp_studio.ui.fit.frame import FitFrame, FitQuestion, answer, examples_for
from mlp_studio.ui.fit.plot import Fit, FitPlot
from mlp_studio.ui.theme import RHYTHM, Theme

MOST_SEEN = 3000  # dots
HIGHEST = 340  # pixels of the plot


class FitPanel(QWidget):
    """Each example by its true value and what the network says, with R² and mean error.

    Parameters
    ----------
    document : Document
        Network and weights.
    store : DataStore
        The examples.
    training : TrainingController
        While it trains, fewer examples are shown.
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
        self._document, self._store, self._training = document, store, training
        self._latest = Latest(parent=self)
        self._frame: FitFrame | None = None
        self._dirty = True
        self._build(theme)
        follow(document, store, training, self._on_changed, self._on_dataset)
        self._latest.done.connect(self._on_frame)
        self._latest.failed.connect(self._on_failed)
        self.parts.activated.connect(self._on_part)
        self.output.valueChanged.connect(self._show)
        self.plot.pointed.connect(self._read)
        self._on_dataset(store.dataset)

    @property
    def frame(self) -> FitFrame | None:
        """The values that are shown, or None."""
        return self._frame

    @property
    def sentence(self) -> str:
        """What is said of the example that is pointed at."""
        return self._sentence.text()

    @property
    def scores(self) -> str:
        """What is said of all examples."""
        return self._scores.text()

    def synchronize(self) -> None:
        """Have the newest weights shown as soon as it is their turn."""
        self._dirty = True
        if not self.isVisible():
            return
        self._dirty = False
        part = self._part()
        if self._trouble() or part is None:
            self._latest.forget()
            self._frame = None
            self._show()
            return
        running = self._training.state == "running"
        network = self._document.network
        question = FitQuestion(
            network,
            self._document.snapshot,
            self._document.training.seed,
            part,
            examples_for(network.parameters, training=running),
        )
        self._latest.ask(lambda: answer(question), rest=REST if running else 0.0)

    # --- building ----------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.parts = CalmCombo()
        self.parts.setAccessibleName(self.tr("Part of the examples"))
        self.parts.setToolTip(self.tr("Which part of the examples is shown."))
        self.output = QSpinBox()
        self.output.setAccessibleName(self.tr("Output"))
        self.output.setToolTip(self.tr("Which of the network's values."))
        self.output.setWrapping(True)
        self.output.setMinimum(1)
        self._epoch = EpochLabel()
        header = QHBoxLayout()
        header.addWidget(self.parts, 1)
        header.addWidget(self.output)
        header.addWidget(self._epoch)
        self.plot = FitPlot(theme, self.tr("True values and predictions"))
        self.plot.setMinimumHeight(200)
        self.plot.setMaximumHeight(HIGHEST)
        self._scores, self._sentence, self._note = QLabel(), QLabel(), QLabel()
        self._hint = QLabel(
            self.tr("On the dashed line the network is right. Point at an example to read it.")
        )
        self._hint.setProperty("role", "caption")
        self._note.setProperty("role", "note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM)
        layout.setSpacing(RHYTHM)
        layout.addLayout(header)
        layout.addWidget(self.plot, 1000)
        for label in (self._scores, self._note, self._sentence, self._hint):
            label.setWordWrap(True)
            layout.addWidget(label)
        # A line is kept free, so that nothing moves while it is read.
        self._sentence.setMinimumHeight(self.fontMetrics().lineSpacing())
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addStretch(1)

    # --- what is shown -----------------------------------------------------------------

    def _trouble(self) -> str:
        waiting = self.tr("The predictions appear as soon as the data is loaded.")
        found = trouble(self._document, self._store, waiting)
        dataset = self._store.dataset
        if not found and dataset is not None and dataset.facts.task != "regression":
            return self.tr("This network tells classes apart and predicts no values.")
        return found

    def _part(self) -> Part | None:
        dataset, name = self._store.dataset, self.parts.currentData()
        if dataset is None:
            return None
        part = {"train": dataset.train, "test": dataset.test}.get(name, dataset.validation)
        return part if part is not None and len(part) else None

    @Slot()
    def _show(self, _what: object = None) -> None:
        """Show the values in hand."""
        frame, found = self._frame, self._trouble()
        notes = [found] if found else []
        for widget in (self._scores, self._sentence, self._hint):
            widget.setVisible(not found)
        self._tell_epoch()
        if not found and self._store.dataset is not None and self._part() is None:
            notes.append(self.tr("This part has no examples."))
        if frame is None:
            self.plot.show_fit(None)
            self._scores.clear()
            self._sentence.clear()
        else:
            notes += self._show_frame(frame)
        self._note.setText(" ".join(notes))
        self._note.setVisible(bool(notes))

    def _show_frame(self, frame: FitFrame) -> list[str]:
        """Show values and scores; return what else has to be said."""
        output = min(self.output.value(), frame.true.shape[1]) - 1
        axes = (AxisLook(self.tr("true value")), AxisLook(self.tr("predicted")))
        true, said = frame.true[:MOST_SEEN, output], frame.said[:MOST_SEEN, output]
        self.plot.show_fit(Fit(true, said, axes))
        notes = []
        if self._document.snapshot is None:
            notes.append(self.tr("Not trained yet: this is what new random weights say."))
        broken = int((~np.isfinite(frame.said[:, output])).sum())
        scores = frame.scores[output]
        if broken:
            words = self.tr("{count} predictions are no finite numbers: the training has diverged.")
            notes.append(words.format(count=f"{broken:,}"))
        if float(np.ptp(frame.true[:, output])) == 0:
            notes.append(self.tr("All true values are equal: R² says nothing here."))
        mae = scores["mae"]
        self._scores.setText(
            self.tr("R² {r2} · mean error {mae} · {count} examples").format(
                r2="–" if broken else score(scores["r2"]),
                mae="–" if broken or mae is None else figure(mae),
                count=f"{len(frame.true):,}",
            )
        )
        self._read(self.plot.marked)
        return notes

    @Slot(int)
    def _read(self, example: int) -> None:
        """Say what is known of an example."""
        fit = self.plot.fit
        if fit is None or not 0 <= example < len(fit.true):
            self._sentence.clear()
            return
        true, said = float(fit.true[example]), float(fit.said[example])
        words = self.tr("true {true}, predicted {value}, error {error}")
        self._sentence.setText(
            words.format(true=figure(true), value=figure(said), error=figure(said - true))
        )

    def _tell_epoch(self) -> None:
        live = self._training.state == "running"
        snapshot = None if self._trouble() else self._document.snapshot
        self._epoch.tell(snapshot, live=live)

    # --- events ------------------------------------------------------------------------

    @Slot()
    def _on_changed(self, _what: object = None) -> None:
        self._tell_epoch()
        self.synchronize()

    @Slot(int)
    def _on_part(self, _row: int) -> None:
        self.plot.show_fit(None)  # an example of another part must not stay marked
        self.synchronize()

    @Slot(object)
    def _on_dataset(self, _dataset: object) -> None:
        self._latest.forget()
        self._frame = None
        dataset, chosen = self._store.dataset, self.parts.currentData()
        with QSignalBlocker(self.parts), QSignalBlocker(self.output):
            self.parts.clear()
            names: tuple[PartName, ...] = ("validation", "train", "test")
            for name in names:
                if name != "test" or (dataset is not None and dataset.test is not None):
                    self.parts.addItem(part_name(name), name)
            self.parts.setCurrentIndex(max(0, self.parts.findData(chosen)))
            outputs = dataset.facts.outputs if dataset is not None else 1
            self.output.setMaximum(outputs)
            self.output.setSuffix(" " + self.tr("of {count}").format(count=outputs))
            self.output.setVisible(outputs > 1)
        self._show()
        self.synchronize()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._dirty:
            self.synchronize()

    @Slot(object)
    def _on_frame(self, frame: FitFrame) -> None:
        self._frame = frame
        self._show()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error  # a defect of the program: shown by the handler of unexpected errors

"""How a sweep goes about it: sampler, pruning, budget, workers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFormLayout, QLabel, QSpinBox, QWidget

from mlp_studio.core.sweep import MAX_TRIALS, Pruner, Sampler, SweepSpec, grid_size
from mlp_studio.core.sweep_space import OBJECTIVES, sweep_of
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.sweep.words import objective_name


class _Spin(QSpinBox):
    """A number that leaves the wheel to the panel it scrolls in."""

    def __init__(self, low: int, high: int, none: str = "") -> None:
        super().__init__()
        self.setRange(low, high)
        self.setSpecialValueText(none)
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(True)

    def wheelEvent(self, event: Any) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SweepSettings(QWidget):
    """Rows of the settings; each edit is one step of undo."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.objective, self.sampler, self.pruner = CalmCombo(), CalmCombo(), CalmCombo()
        self.trials = _Spin(0, MAX_TRIALS, self.tr("no limit"))
        self.minutes = _Spin(0, 1_000_000, self.tr("no limit"))
        self.epochs = _Spin(1, 1_000_000)
        self.workers = _Spin(0, 256, self.tr("one a core"))
        self.seed = _Spin(0, 2**31 - 1)
        self.points = _Spin(2, 100)
        self.grid = QLabel()
        self.grid.setProperty("role", "caption")
        names = {
            "tpe": self.tr("TPE: learns from earlier trials"),
            "random": self.tr("Random"),
            "grid": self.tr("Grid: all combinations"),
        }
        for sampler in get_args(Sampler):
            self.sampler.addItem(names[sampler], sampler)
        names = {
            "none": self.tr("None: every trial to its end"),
            "median": self.tr("Worse than the median"),
            "halving": self.tr("Successive halving"),
        }
        for pruner in get_args(Pruner):
            self.pruner.addItem(names[pruner], pruner)
        self._lay_out()
        self._connect()

    def synchronize(self, spec: SweepSpec) -> None:
        """Show the settings of a sweep."""
        allowed = OBJECTIVES[self._document.facts.task]
        widgets = (self.objective, self.sampler, self.pruner, self.trials, self.minutes,
                   self.epochs, self.workers, self.seed, self.points)  # fmt: skip
        blockers = [QSignalBlocker(widget) for widget in widgets]
        if [self.objective.itemData(n) for n in range(self.objective.count())] != list(allowed):
            self.objective.clear()
            for objective in allowed:
                self.objective.addItem(objective_name(objective), objective)
        self.objective.setCurrentIndex(self.objective.findData(spec.objective))
        self.sampler.setCurrentIndex(self.sampler.findData(spec.sampler))
        self.pruner.setCurrentIndex(self.pruner.findData(spec.pruner))
        self.trials.setValue(spec.trials or 0)
        self.minutes.setValue(round((spec.seconds or 0.0) / 60))
        self.epochs.setValue(spec.epochs)
        self.workers.setValue(spec.workers or 0)
        self.seed.setValue(spec.seed)
        self.points.setValue(spec.grid_points)
        del blockers
        gridded = spec.sampler == "grid"
        self._form.setRowVisible(self.points, gridded)
        self._form.setRowVisible(self.grid, gridded)
        if gridded:
            self.grid.setText(self.tr("{count} combinations").format(count=f"{grid_size(spec):,}"))

    def _lay_out(self) -> None:
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(4)
        rows = (
            (self.tr("Best by"), self.objective,
             self.tr("Measured on the validation part; the test part is never looked at.")),
            (self.tr("Sampler"), self.sampler, self.tr("How the next trial is chosen.")),
            (self.tr("Points"), self.points, self.tr("Of each range, in a grid.")),
            ("", self.grid, ""),
            (self.tr("Pruning"), self.pruner, self.tr("Ends unpromising trials early.")),
            (self.tr("Trials"), self.trials, self.tr("In all, by all computers together.")),
            (self.tr("Minutes"), self.minutes, self.tr("How long each start goes on at most.")),
            (self.tr("Epochs"), self.epochs, self.tr("Of each trial.")),
            (self.tr("Workers"), self.workers, self.tr("Processes that try at the same time.")),
            (self.tr("Seed"), self.seed, self.tr("Of the sampler.")),
        )  # fmt: skip
        for name, widget, tip in rows:
            label = QLabel(name)
            label.setProperty("role", "secondary")
            label.setToolTip(tip)
            widget.setToolTip(tip)
            widget.setAccessibleName(name)
            self._form.addRow(label, widget)

    def _connect(self) -> None:
        for combo, field in (
            (self.objective, "objective"),
            (self.sampler, "sampler"),
            (self.pruner, "pruner"),
        ):
            combo.activated.connect(self._taker(field, combo.currentData))
        self.trials.valueChanged.connect(self._take_trials)
        self.minutes.valueChanged.connect(self._take_minutes)
        self.workers.valueChanged.connect(
            self._taker("workers", lambda: self.workers.value() or None)
        )
        for spin, field in (
            (self.epochs, "epochs"),
            (self.seed, "seed"),
            (self.points, "grid_points"),
        ):
            spin.valueChanged.connect(self._taker(field, spin.value))

    def _taker(self, field: str, value: Callable[[], Any]) -> Callable[..., None]:
        return lambda *_: self._edit({field: value()})

    def _take_trials(self, count: int) -> None:
        changes: dict[str, Any] = {"trials": count or None}
        if not count and not self.minutes.value():
            changes["seconds"] = 600.0  # something must end it
        self._edit(changes)

    def _take_minutes(self, minutes: int) -> None:
        changes: dict[str, Any] = {"seconds": 60.0 * minutes or None}
        if not minutes and not self.trials.value():
            changes["trials"] = 20
        self._edit(changes)

    def _edit(self, changes: dict[str, Any]) -> None:
        document = self._document
        spec = sweep_of(document.project)
        spec = SweepSpec.model_validate({**spec.model_dump(), **changes})
        field = next(iter(changes))
        document.edit(self.tr("Change the sweep"), sweep=spec, merge=f"sweep {field}")

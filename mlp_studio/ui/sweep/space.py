"""The search space: every parameter of the design with a tick, and its range where it is ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.core.sweep import AnyRange, SweepSpec
from mlp_studio.core.sweep_space import Candidate, candidates, sweep_of
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import caption
from mlp_studio.ui.sweep.range_field import RangeField
from mlp_studio.ui.sweep.words import field_name, target_name, value_words
from mlp_studio.ui.theme import RHYTHM

NAME_WIDTH = 128


class SpaceRow(QWidget):
    """One parameter.

    Signals
    -------
    ticked(str, object)
        Its target, and the range to search in; None for not at all.
    refused(str)
        What was typed is no range.
    """

    ticked = Signal(str, object)
    refused = Signal(str)

    def __init__(self, candidate: Candidate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.candidate = candidate
        self.box = QCheckBox(field_name(candidate.field))
        self.box.setToolTip(self.tr("Search over {name}").format(
            name=target_name(candidate.target)
        ))  # fmt: skip
        self.present = QLabel(value_words(candidate.present) or self.tr("various"))
        self.present.setProperty("role", "caption")
        self.field = RangeField(candidate, candidate.suggested)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(RHYTHM)
        layout.setColumnMinimumWidth(0, NAME_WIDTH)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self.box, 0, 0)
        layout.addWidget(self.present, 0, 1)
        layout.addWidget(self.field, 0, 1)
        self.field.hide()
        self.box.toggled.connect(self._toggled)
        self.field.changed.connect(lambda found: self.ticked.emit(candidate.target, found))
        self.field.refused.connect(self.refused)

    def synchronize(self, spec: SweepSpec) -> None:
        """Show whether and where the sweep searches it."""
        found = spec.searched(self.candidate.target)
        self.box.blockSignals(True)
        self.box.setChecked(found is not None)
        self.box.blockSignals(False)
        self.field.setVisible(found is not None)
        self.present.setVisible(found is None)
        if found is not None and isinstance(found, type(self.candidate.suggested)):
            self.field.show_range(found)

    def _toggled(self, on: bool) -> None:
        self.ticked.emit(self.candidate.target, self.candidate.suggested if on else None)


class SpaceList(QWidget):
    """All parameters of the design.

    Parameters
    ----------
    document : Document
        Its design; ticks are edits of it.

    Signals
    -------
    refused(str)
        What was typed is no range, and why; ``""`` once all is well.
    """

    refused = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.rows: dict[str, SpaceRow] = {}
        self._offered: tuple[Candidate, ...] = ()
        self._headings: dict[str, QLabel] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def synchronize(self, spec: SweepSpec) -> None:
        """Show the design's parameters and what the sweep searches."""
        offered = candidates(self._document.project)
        if offered != self._offered:
            self._offer(offered)
        for row in self.rows.values():
            row.synchronize(spec)

    def show_layer(self, name: str) -> QWidget | None:
        """Return the heading of a layer's parameters, to scroll to; None where it has none."""
        return self._headings.get(name)

    def tick(self, target: str) -> None:
        """Search over a parameter where the design has it."""
        row = self.rows.get(target)
        if row is not None and not row.box.isChecked():
            row.box.setFocus(Qt.FocusReason.OtherFocusReason)
            row.box.setChecked(True)

    def _offer(self, offered: tuple[Candidate, ...]) -> None:
        self._offered = offered
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows, self._headings = {}, {}
        for candidate in offered:
            group = candidate.layer or candidate.target.split("/")[0]
            if group not in self._headings:
                heading = caption(self._group_name(candidate))
                heading.setContentsMargins(0, RHYTHM if self._headings else 0, 0, 0)
                self._headings[group] = heading
                self._layout.addWidget(heading)
            row = SpaceRow(candidate)
            row.ticked.connect(self._ticked)
            row.refused.connect(self.refused)
            self.rows[candidate.target] = row
            self._layout.addWidget(row)

    def _group_name(self, candidate: Candidate) -> str:
        if candidate.layer:
            return candidate.layer
        return {
            "training": self.tr("Training"),
            "network": self.tr("Network"),
            "hidden": self.tr("All hidden layers"),
        }[candidate.target.split("/")[0]]

    def _ticked(self, target: str, found: AnyRange | None) -> None:
        document = self._document
        spec = sweep_of(document.project).with_search(target, found)
        label = self.tr("Search over {name}") if found else self.tr("Do not search over {name}")
        document.edit(label.format(name=target_name(target)), sweep=spec)

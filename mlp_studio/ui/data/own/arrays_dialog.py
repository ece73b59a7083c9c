"""The dialog for NumPy's arrays: which are inputs, which are answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.arrays import Progress
from mlp_studio.core.check import shape_text
from mlp_studio.core.errors import StudioError
from mlp_studio.core.file_sources import Arrays
from mlp_studio.core.table_sources import OwnData
from mlp_studio.data.array_files import ArraysInfo, inspect_arrays
from mlp_studio.data.npy_reading import Header, headers
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.language import render
from mlp_studio.ui.common.fields import CalmCombo, caption
from mlp_studio.ui.data.own.dialog import OwnDataDialog
from mlp_studio.ui.theme import RHYTHM, Theme

_PARTNERS = (("x", "y"), ("X", "y"), ("inputs", "labels"), ("images", "labels"),
             ("features", "targets"), ("data", "labels"), ("data", "target"))  # fmt: skip


@dataclass(frozen=True)
class Found:
    """What a look into arrays found: all of them, and what they make or why they make nothing."""

    arrays: dict[str, Header]
    answers: Header | None  # of the second file of a pair
    info: ArraysInfo | None
    error: StudioError | None


class ArraysDialog(OwnDataDialog):
    """An ``.npz``, or a pair of ``.npy`` files."""

    def __init__(
        self, jobs: Jobs, theme: Theme, former: Arrays | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(jobs, theme, parent)
        self._labels_path = former.labels_path if former is not None else ""
        self._names = (former.x, former.y) if former is not None else ("", "")
        self._regression = not former.classes if former is not None else None
        self._found: Found | None = None
        self.choose = self.add_button(self.tr("Choose a file…"), self._choose)
        self.table = QTableWidget(0, 4)
        self.inputs, self.answers, self.task = CalmCombo(), CalmCombo(), CalmCombo()
        self.labels_button = self.add_button(self.tr("Choose the answers…"), self._choose_labels)
        self.labels_button.setToolTip(self.tr("A second .npy file with one answer an example"))
        self.labels_button.hide()
        self._why = QLabel()
        self._lay_out()
        invitation = self.tr(
            "Drop an .npz file here, or choose one: it holds an array of inputs and one of "
            "answers, a row for each example.\nOr choose a .npy file with inputs, then one "
            "with answers."
        )
        path = former.path if former is not None else ""
        self.begin(self.tr("Your own arrays"), invitation, path, self.choose)

    # --- looking --------------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        if str(path) != self._opened and self._opened:
            self._names, self._regression, self._labels_path = ("", ""), None, ""
        if path.suffix.lower() == ".npy" and not self._labels_path:
            partner = _partner(path)
            self._labels_path = str(partner) if partner is not None else ""
        super().open_path(path)

    def look_into(self, path: Path) -> None:
        labels = Path(self._labels_path) if self._labels_path else None
        names, regression = self._names, self._regression

        def work(progress: Progress) -> Found:
            arrays = headers(path)
            answers = None
            try:
                if labels is not None and "" in arrays:
                    answers = headers(labels).get("")
                x, y = names if set(names) <= set(arrays) else ("", "")
                info = inspect_arrays(
                    path, labels, x=x, y=y, regression=regression, progress=progress
                )
            except StudioError as error:
                return Found(arrays, answers, None, error)
            return Found(arrays, answers, info, None)

        self.look.start(work)

    def show_found(self, found: object) -> None:
        assert isinstance(found, Found)
        self._found = found
        single = "" in found.arrays
        self.labels_button.setVisible(single)
        for combo in (self.inputs, self.answers):
            combo.setEnabled(not single)
        names = list(found.arrays)
        if found.info is not None:
            chosen = (found.info.source.x, found.info.source.y)
        else:
            chosen = self._names
        for combo, name in ((self.inputs, chosen[0]), (self.answers, chosen[1])):
            with QSignalBlocker(combo):
                combo.clear()
                for array in names:
                    combo.addItem(array or Path(self.path.text()).name, array)
                combo.setCurrentIndex(combo.findData(name))
        if single:
            with QSignalBlocker(self.inputs), QSignalBlocker(self.answers):
                self.inputs.setCurrentIndex(0)
                self.answers.clear()
                if self._labels_path:
                    self.answers.addItem(Path(self._labels_path).name, "")
        self._show_task(found.info)
        self._fill_table(found)
        (self.labels_button if single and found.info is None else self.task).setFocus()

    def _show_task(self, info: ArraysInfo | None) -> None:
        self._why.setText(render(info.why) if info is not None else "")
        with QSignalBlocker(self.task):
            regression = self._regression if info is None else not info.source.classes
            self.task.setCurrentIndex(1 if regression else 0)

    def source(self) -> Arrays | None:
        if self._found is None:
            return None
        if self._found.error is not None:
            raise self._found.error
        return self._found.info.source if self._found.info is not None else None

    def summarise(self, source: OwnData) -> str:
        assert isinstance(source, Arrays)
        assert self._found is not None
        assert self._found.info is not None
        info = self._found.info
        words = self.tr("{count} examples → {shape}")
        if info.test_examples:
            words = self.tr("{count} examples, {test} to test → {shape}")
        if source.classes:
            answers = self.tr("{outputs} classes")
        elif source.outputs == 1:
            answers = self.tr("1 value")
        else:
            answers = self.tr("{outputs} values")
        return f"{words} · {answers}".format(
            count=f"{info.examples:,}",
            test=f"{info.test_examples:,}",
            shape=shape_text(source.input_shape),
            outputs=source.outputs,
        )

    # --- what people do -------------------------------------------------------------------

    def _choose(self) -> None:
        path = self.ask_for_file(
            self.tr("Choose arrays"), self.tr("NumPy files (*.npz *.npy);;All files (*)")
        )
        if path is not None:
            self.open_path(path)

    def _choose_labels(self) -> None:
        path = self.ask_for_file(
            self.tr("Choose the answers"), self.tr("NumPy arrays (*.npy);;All files (*)")
        )
        if path is not None:
            self._labels_path = str(path)
            self._regression = None
            self.look_into(Path(self.path.text()))

    def _choose_names(self, _row: int) -> None:
        names = (self.inputs.currentData(), self.answers.currentData())
        if all(names):
            self._names, self._regression = names, None
            self.look_into(Path(self.path.text()))

    def _choose_task(self, row: int) -> None:
        self._regression = row == 1
        self.look_into(Path(self.path.text()))

    # --- inside ---------------------------------------------------------------------------

    def _fill_table(self, found: Found) -> None:
        rows = [(name or Path(self.path.text()).name, found.arrays[name], self._role(name))
                for name in found.arrays]  # fmt: skip
        if found.answers is not None:
            rows.append((Path(self._labels_path).name, found.answers, self.tr("Answers")))
        self.table.setRowCount(len(rows))
        for line, (name, header, role) in enumerate(rows):
            cells = (name, role, shape_text(header.shape) or "–", str(header.dtype))
            for column, words in enumerate(cells):
                self.table.setItem(line, column, QTableWidgetItem(words))

    def _role(self, name: str) -> str:
        info = self._found.info if self._found is not None else None
        if info is None:
            return "–"
        if not name:
            return self.tr("Inputs")
        source = info.source
        roles = {
            source.x: self.tr("Inputs"),
            source.y: self.tr("Answers"),
            source.x_test: self.tr("Inputs of the test set"),
            source.y_test: self.tr("Answers of the test set"),
        }
        return roles.get(name, self.tr("Not used"))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM)
        layout.addWidget(caption(self.tr("The arrays in the file")))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Array"), self.tr("Role"), self.tr("Shape"), self.tr("Type")]
        )
        self.table.setAccessibleName(self.tr("The arrays in the file"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        layout.addWidget(self.table, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(RHYTHM)
        grid.setVerticalSpacing(RHYTHM)
        self.task.addItem(self.tr("Classes (classification)"), "classification")
        self.task.addItem(self.tr("Values (regression)"), "regression")
        rows = (
            (self.tr("Inputs"), self.inputs),
            (self.tr("Answers"), self.answers),
            (self.tr("Predict"), self.task),
        )
        for line, (name, combo) in enumerate(rows):
            label = QLabel(name)
            label.setProperty("role", "secondary")
            label.setBuddy(combo)
            combo.setAccessibleName(name)
            combo.setMinimumWidth(240)
            grid.addWidget(label, line, 0)
            grid.addWidget(combo, line, 1)
        self._why.setProperty("role", "caption")
        self._why.setWordWrap(True)
        grid.addWidget(self._why, 2, 2)
        grid.setColumnStretch(2, 1)
        layout.addLayout(grid)
        self.inputs.activated.connect(self._choose_names)
        self.answers.activated.connect(self._choose_names)
        self.task.activated.connect(self._choose_task)


def _partner(path: Path) -> Path | None:
    """Return the .npy beside one with inputs that is named like its answers."""
    for x, y in _PARTNERS:
        if x in path.stem:
            head, _, tail = path.stem.rpartition(x)
            other = path.with_name(f"{head}{y}{tail}{path.suffix}")
            if other != path and other.is_file():
                return other
    return None

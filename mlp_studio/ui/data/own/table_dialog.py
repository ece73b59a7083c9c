"""The dialog for a table: how it is written, what each column is for, what it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.arrays import Progress
from mlp_studio.core.errors import StudioError
from mlp_studio.core.table_sources import OwnData, Role, Table, TableFormat
from mlp_studio.data.tables.blocks import sheet_names
from mlp_studio.data.tables.inspection import TableInfo, inspect
from mlp_studio.studio.jobs import Jobs
from mlp_studio.ui.common.fields import CalmCombo, caption
from mlp_studio.ui.data.own.columns_view import LINE, ColumnsView
from mlp_studio.ui.data.own.dialog import OwnDataDialog
from mlp_studio.ui.data.own.format_fields import FormatFields
from mlp_studio.ui.data.own.table_choice import TableChoice
from mlp_studio.ui.data.own.table_models import ROLE, ColumnsModel, RowsModel
from mlp_studio.ui.data.own.table_words import TableWords
from mlp_studio.ui.theme import RHYTHM, Theme

FITTED = 30  # columns of the preview that get a width of their own; measuring takes time


@dataclass(frozen=True)
class Found:
    """What a look into a table found."""

    info: TableInfo
    sheets: list[str]


class TableDialog(OwnDataDialog):
    """CSV, TSV, Excel and Parquet."""

    def __init__(
        self, jobs: Jobs, theme: Theme, former: Table | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(jobs, theme, parent)
        self._former = former
        self._format = former.format if former is not None else None
        self.choice: TableChoice | None = None
        self._words = TableWords(self)
        self.format = FormatFields()
        self.columns = ColumnsModel(theme, self)
        self.list = ColumnsView(self.columns, theme)
        self._rows = RowsModel(theme, self)
        self.preview = QTableView()
        self.task = CalmCombo()
        self.missing = CalmCombo()
        self.choose = self.add_button(self.tr("Choose a file…"), self._choose)
        self._task_why = QLabel()
        self._missing_words = QLabel()
        self._lay_out()
        self.format.edited.connect(self._reformat)
        self.columns.edited.connect(self._edited)
        self.task.activated.connect(self._choose_task)
        self.missing.activated.connect(self._choose_missing)
        self.list.selectionModel().currentRowChanged.connect(self._show_column)
        invitation = self.tr(
            "Drop a table here, or choose a file: CSV, TSV, Excel (.xlsx) or Parquet.\n"
            "A row is an example; one column is what there is to predict."
        )
        path = former.path if former is not None else ""
        self.begin(self.tr("Your own table"), invitation, path, self.choose)

    # --- looking --------------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        if self._former is None or str(path) != self._former.path:
            self._format = None
        super().open_path(path)

    def look_into(self, path: Path) -> None:
        form = self._format

        def work(progress: Progress) -> Found:
            info = inspect(path, form, progress)
            return Found(info, sheet_names(path) if info.format.kind == "excel" else [])

        self.look.start(work)

    def show_found(self, found: object) -> None:
        assert isinstance(found, Found)
        info = found.info
        self._format = info.format
        former = self._former
        if former is None and self.choice is not None and self.choice.info.path == info.path:
            former = self._still_wanted(self.choice)
        self.choice = TableChoice(info, former)
        self._former = None
        self.format.show_format(info.format, found.sheets)
        self.columns.show_choice(self.choice)
        self._rows.show_choice(self.choice)
        self._fit_preview()
        target = next((k for k, c in enumerate(info.columns)
                       if self.choice.roles[c.name] == "target"), 0)  # fmt: skip
        self.list.setCurrentIndex(self.columns.index(target, ROLE))
        self.list.setFocus()
        self._edited()

    @staticmethod
    def _still_wanted(choice: TableChoice) -> Table | None:
        """Return what was chosen before the format was corrected, where it was of use."""
        try:
            return choice.table()
        except StudioError:
            return None

    def source(self) -> Table | None:
        return self.choice.table() if self.choice is not None else None

    def summarise(self, source: OwnData) -> str:
        assert isinstance(source, Table)
        assert self.choice is not None
        return self._words.summary(source, self.choice)

    # --- what people do -------------------------------------------------------------------

    def _choose(self) -> None:
        kinds = self.tr("Tables (*.csv *.tsv *.txt *.dat *.data *.xlsx *.parquet);;All files (*)")
        path = self.ask_for_file(self.tr("Choose a table"), kinds)
        if path is not None:
            self.open_path(path)

    def _reformat(self, form: TableFormat) -> None:
        self._format = form
        self.look_into(Path(self.path.text()))

    def _give_role(self, role: Role) -> None:
        self.columns.give(self.list.selected_lines(), ROLE, role)
        self.list.setFocus()

    def _choose_task(self, _row: int) -> None:
        if self.choice is not None:
            self.choice.set_task(self.task.currentData())
            self.columns.changed()

    def _choose_missing(self, _row: int) -> None:
        if self.choice is not None:
            self.choice.missing = self.missing.currentData()
            self._edited()

    def _edited(self) -> None:
        if self.choice is None:
            return
        self._rows.recolour()
        with QSignalBlocker(self.task):
            self.task.setCurrentIndex(self.task.findData(self.choice.task))
        self._task_why.setText(self._words.why(self.choice))
        cost = self.choice.cost()
        with QSignalBlocker(self.missing):
            self.missing.setCurrentIndex(self.missing.findData(self.choice.missing))
        self.missing.setVisible(cost.cells > 0)
        self._missing_words.setText(self._words.missing(self.choice))
        self.refresh()

    def _show_column(self, index: QModelIndex, _former: QModelIndex) -> None:
        if index.isValid():
            self.preview.selectColumn(index.row())
            first = self._rows.index(max(0, self.preview.rowAt(0)), index.row())
            self.preview.scrollTo(first)

    # --- inside ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM + RHYTHM // 2)
        layout.addWidget(self.format)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._column_side())
        split.addWidget(self._preview_side())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([600, 400])
        split.setChildrenCollapsible(False)
        split.setHandleWidth(2 * RHYTHM)
        split.setStyleSheet("QSplitter::handle { background: transparent; }")
        layout.addWidget(split, 1)
        layout.addLayout(self._answers())

    def _column_side(self) -> QWidget:
        side = QWidget()
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(RHYTHM // 2)
        above = QHBoxLayout()
        above.setSpacing(RHYTHM // 2)
        above.addWidget(caption(self.tr("What each column is for")))
        above.addStretch(1)
        above.addWidget(caption(self.tr("Selected:")))
        tips: dict[Role, str] = {
            "input": self.tr("The network gets the selected columns"),
            "target": self.tr("The selected columns are to be predicted, and no other"),
            "ignore": self.tr("Leave the selected columns out"),
        }
        for role, words in self.columns.role_words.items():
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.setProperty("role", "link")
            button.setObjectName(f"role_{role}")
            button.setToolTip(tips[role])
            button.clicked.connect(lambda _on=False, role=role: self._give_role(role))
            above.addWidget(button)
        head = QWidget()
        head.setFixedHeight(LINE)
        above.setContentsMargins(0, 0, 0, 0)
        head.setLayout(above)
        rows.addWidget(head)
        rows.addWidget(self.list, 1)
        return side

    def _preview_side(self) -> QWidget:
        side = QWidget()
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(RHYTHM // 2)
        head = caption(self.tr("First rows"))
        head.setFixedHeight(LINE)
        rows.addWidget(head)
        self.preview.setModel(self._rows)
        self.preview.setAccessibleName(self.tr("First rows"))
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.preview.setTabKeyNavigation(False)
        self.preview.setWordWrap(False)
        self.preview.verticalHeader().setDefaultSectionSize(LINE - 4)
        self.preview.horizontalHeader().setHighlightSections(False)
        self.preview.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.preview.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows.addWidget(self.preview, 1)
        return side

    def _fit_preview(self) -> None:
        header = self.preview.horizontalHeader()
        header.setDefaultSectionSize(96)
        header.setResizeContentsPrecision(0)  # the rows in sight tell enough
        for column in range(min(self._rows.columnCount(), FITTED)):
            wanted = max(header.sectionSizeHint(column), self.preview.sizeHintForColumn(column))
            self.preview.setColumnWidth(column, min(max(wanted + 10, 64), 180))

    def _answers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(RHYTHM)
        grid.setVerticalSpacing(RHYTHM)
        self.task.addItem(self.tr("Classes (classification)"), "classification")
        self.task.addItem(self.tr("Values (regression)"), "regression")
        self.missing.addItem(self.tr("Leave out rows that lack a value"), "drop")
        self.missing.addItem(self.tr("Put in the mean"), "mean")
        self.missing.addItem(self.tr("Put in the most frequent value"), "most_frequent")
        self.missing.setToolTip(
            self.tr(
                "Means and most frequent values are those of the training examples alone. "
                "Categories always get the most frequent one."
            )
        )
        rows = (
            (self.tr("Predict"), self.task, self._task_why),
            (self.tr("Missing values"), self.missing, self._missing_words),
        )
        for line, (name, combo, words) in enumerate(rows):
            label = QLabel(name)
            label.setProperty("role", "secondary")
            label.setBuddy(combo)
            combo.setAccessibleName(name)
            combo.setMinimumWidth(240)
            words.setProperty("role", "caption")
            words.setWordWrap(True)
            words.setMinimumHeight(combo.sizeHint().height())
            grid.addWidget(label, line, 0)
            grid.addWidget(combo, line, 1)
            grid.addWidget(words, line, 2)
        grid.setColumnStretch(2, 1)
        return grid

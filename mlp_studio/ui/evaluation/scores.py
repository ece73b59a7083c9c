"""The scores of all parts side by side, with their intervals."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from mlp_studio.ui.common.table_model import ReadingTable
from mlp_studio.ui.evaluation.view import View
from mlp_studio.ui.evaluation.words import error_with_range, part_name, with_range


class ScoresPage(QWidget):
    """A table of scores, training, validation and test side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = ReadingTable()
        self.table.setAccessibleName(self.tr("Scores"))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setDefaultSectionSize(22)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    def show_view(self, view: View) -> None:
        """Show the scores of every part."""
        parts = list(view.parts)
        rows = self._rows(view)
        heads = ["", *(part_name(part) for part in parts)]

        def cell(row: int, column: int) -> str:
            name, label, _tip = rows[row]
            if column == 0:
                return label
            judged = view.parts[parts[column - 1]]
            if name == "examples":
                return self._count(len(judged.said), judged.said.total)
            value, known = judged.report.scores.get(name), judged.ranges.get(name)
            return with_range(value, known) if view.names else error_with_range(value, known)

        def tip(row: int, column: int) -> str:
            return rows[row][2] if column == 0 else cell(row, column)

        at = self.table.verticalScrollBar().value()
        self.table.model_shown.show(heads, len(rows), cell, tip=tip)
        self.table.verticalScrollBar().setValue(at)

    def _count(self, count: int, total: int) -> str:
        if count == total:
            return f"{count:,}"
        return self.tr("{count} of {total}").format(count=f"{count:,}", total=f"{total:,}")

    def _rows(self, view: View) -> list[tuple[str, str, str]]:
        """Return name, label and explanation of each row."""
        examples = (
            "examples",
            self.tr("Examples"),
            self.tr("How many were read; of the training part at most 10,000, all classes alike"),
        )
        if not view.names:
            return [examples, *self._value_rows()]
        rows = [examples, *self._class_rows()]
        if not view.calibrated:
            rows = [row for row in rows if row[0] not in {"log_loss", "calibration_error"}]
        scores = view.report.scores
        return [row for row in rows if not row[0].startswith("top_") or scores[row[0]] is not None]

    def _class_rows(self) -> list[tuple[str, str, str]]:
        macro = self.tr("{score}, macro")
        weighted = self.tr("{score}, weighted")
        precision, recall = self.tr("Precision"), self.tr("Recall")
        plain = self.tr("The plain average over the classes.")
        by_size = self.tr("The average over the classes, each with its number of examples.")
        of_answers = self.tr("How many of the answers with a class are right.")
        of_class = self.tr("How many examples of a class are found.")
        both = self.tr("The harmonic mean of precision and recall.")
        return [
            ("accuracy", self.tr("Accuracy"), self.tr("Which share of the answers is right")),
            ("balanced_accuracy", self.tr("Balanced accuracy"),
             self.tr("The average recall: every class counts the same, however rare it is")),
            ("precision_macro", macro.format(score=precision), f"{of_answers} {plain}"),
            ("recall_macro", macro.format(score=recall), f"{of_class} {plain}"),
            ("f1_macro", macro.format(score="F1"), f"{both} {plain}"),
            ("precision_weighted", weighted.format(score=precision), f"{of_answers} {by_size}"),
            ("recall_weighted", weighted.format(score=recall), f"{of_class} {by_size}"),
            ("f1_weighted", weighted.format(score="F1"), f"{both} {by_size}"),
            ("roc_auc", self.tr("ROC-AUC"),
             self.tr("How often an example of a class gets a higher probability for it than an "
                     "example of another; the average over the classes")),
            ("log_loss", self.tr("Log loss"),
             self.tr("The mean of −log of the true class's probability; smaller is better")),
            ("top_2", self.tr("Among the first 2"),
             self.tr("How often the true class is one of the two likeliest")),
            ("top_3", self.tr("Among the first 3"),
             self.tr("How often the true class is one of the three likeliest")),
            ("kappa", self.tr("Cohen's kappa"),
             self.tr("The agreement beyond chance: 0 is guessing, 1 is perfect")),
            ("calibration_error", self.tr("Calibration error"),
             self.tr("How far the probability of the answer is from how often it is right")),
        ]  # fmt: skip

    def _value_rows(self) -> list[tuple[str, str, str]]:
        return [
            ("mae", self.tr("Mean absolute error"),
             self.tr("How far off the values are, on average")),
            ("mse", self.tr("Mean squared error"), self.tr("The average of the squared errors")),
            ("rmse", self.tr("Root of it (RMSE)"),
             self.tr("The squared error's root, in the unit of the values")),
            ("r2", self.tr("R²"),
             self.tr("The share of the values' variance that is explained; 1 is perfect, 0 is no "
                     "better than always answering the mean")),
            ("max_error", self.tr("Largest error"), self.tr("The farthest any value is off")),
        ]  # fmt: skip

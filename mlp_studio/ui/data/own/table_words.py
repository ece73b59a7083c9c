"""What a table comes to, in plain words with its numbers."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mlp_studio.core.table_sources import Table
from mlp_studio.studio.language import render
from mlp_studio.ui.data.own.table_choice import TableChoice


class TableWords(QObject):
    """Sentences about a choice."""

    def summary(self, table: Table, choice: TableChoice) -> str:
        """Return what the network will get, such as “150 rows → 4 inputs · 3 classes”."""
        rows = choice.rows
        if rows is None:
            head = self.tr("at most {count} rows").format(count=f"{choice.info.rows:,}")
        else:
            head = self.tr("{count} rows").format(count=f"{rows:,}")
        width = table.input_shape[0]
        inputs = self.tr("1 input") if width == 1 else self.tr("{count} inputs").format(count=width)
        if len(table.inputs) != width:
            from_columns = self.tr("(from {count} columns)").format(count=len(table.inputs))
            inputs = f"{inputs} {from_columns}"
        if table.class_names:
            answers = self.tr("{count} classes").format(count=table.outputs)
        elif table.outputs == 1:
            answers = self.tr("1 value")
        else:
            answers = self.tr("{count} values").format(count=table.outputs)
        return f"{head} → {inputs} · {answers}"

    def why(self, choice: TableChoice) -> str:
        """Return what is predicted, and how that was recognised."""
        targets = choice.targets
        if not targets:
            return self.tr("No column is the target yet.")
        suggested = {c.name for c in choice.info.columns if c.role == "target"} == set(targets)
        if suggested and choice.task == choice.info.task:
            return render(choice.info.why)
        names = "”, “".join(targets[:5])
        if choice.task == "regression":
            return self.tr("The value of “{name}” is to be predicted.").format(name=names)
        words = self.tr("“{name}” has {count} different values: its classes are to be predicted.")
        return words.format(name=names, count=choice.info.column(targets[0]).distinct)

    def missing(self, choice: TableChoice) -> str:
        """Return what missing values there are, and what they cost."""
        cost, total = choice.cost(), f"{choice.info.rows:,}"
        words = []
        if cost.cells and choice.missing == "drop":
            if cost.incomplete is None:
                words.append(self.tr("The rows of {cells} empty cells are left out."))
            else:
                words.append(self.tr("{rows} of {total} rows lack a value and are left out."))
        elif cost.cells:
            words.append(
                self.tr("{cells} empty cells in 1 column are filled in.")
                if cost.columns == 1
                else self.tr("{cells} empty cells in {columns} columns are filled in.")
            )
        if cost.no_target:
            words.append(self.tr("{lacking} rows have nothing to predict and are left out."))
        if not words:
            words.append(self.tr("No values are missing."))
        return " ".join(words).format(
            rows=f"{cost.incomplete or 0:,}",
            total=total,
            cells=f"{cost.cells:,}",
            columns=cost.columns,
            lacking=f"{cost.no_target or 0:,}",
        )

"""Labels beside what the network gets of them, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.function_source import Function
from mlp_studio.core.table_sources import ScikitTable
from mlp_studio.core.templates import template
from mlp_studio.ui.data.label_rows import LabelDialog, LabelLine
from tests.ui.data_desk import Desk

LEFT = Qt.MouseButton.LeftButton


def opened(line: LabelLine) -> LabelDialog:
    QTest.mouseClick(line.more, LEFT)
    assert line.dialog is not None
    assert line.dialog.isVisible()
    assert not line.dialog.isModal()
    return line.dialog


def test_rows_with_one_1_lead_back_to_the_class(desk: Desk) -> None:
    desk.document.edit("Iris", data=DataSpec(source=ScikitTable(name="iris")))
    desk.loaded()
    line = desk.panel.scaling.labels
    dataset = desk.store.dataset
    assert dataset is not None
    first = int(dataset.train.y[0])
    figures = ["0", "0", "0"]
    figures[first] = "1"
    assert line.line.text() == f"{dataset.class_names[first]} → {' '.join(figures)}"
    dialog = opened(line)
    table = dialog.table
    assert table.heads() == ["Label", "setosa", "versicolor", "virginica", "argmax", "Class"]
    assert table.model_shown.rowCount() == 6
    for row in range(6):
        ones = [column for column in range(1, 4) if table.text(row, column) == "1"]
        assert len(ones) == 1
        assert table.heads()[ones[0]] == table.text(row, 0) == table.text(row, 5)
        assert int(table.text(row, 4)) == ones[0] - 1
    before = [table.text(row, 0) for row in range(6)]
    QTest.mouseClick(dialog.others, LEFT)
    assert [table.text(row, 0) for row in range(6)] != before
    assert not dialog.grab().isNull()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_two_classes_are_one_output_or_two(desk: Desk) -> None:
    project = template("spirals-2").project
    desk.document.edit("Two", data=project.data, network=project.network)
    desk.loaded()
    line = desk.panel.scaling.labels
    dialog = opened(line)
    table = dialog.table
    assert table.heads() == ["Label", "Output", "Above ½?", "Class"]
    for row in range(6):
        assert table.text(row, 1) == table.text(row, 0) == table.text(row, 3)
        assert table.text(row, 2) == ("yes" if table.text(row, 1) == "1" else "no")
    assert "one output" in dialog.words.text()
    six = template("spirals-6").project.network  # its last layer is wider than one
    desk.document.edit("Six outputs", network=six)
    assert table.heads() == ["Label", "0", "1", "argmax", "Class"]
    desk.undo()
    assert "Output" in table.heads()


def test_values_have_no_labels(desk: Desk) -> None:
    dialog = opened(desk.panel.scaling.labels)
    desk.document.edit("Values", data=DataSpec(source=Function(samples=50)))
    desk.loaded()
    assert not desk.panel.scaling.labels.isVisible()
    assert not dialog.isVisible()

"""Tables of a person's own through the window: looked at, corrected, used, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.table_sources import Table
from mlp_studio.ui.data.own.table_dialog import TableDialog
from mlp_studio.ui.data.own.table_models import MISSING, NAME, ROLE, TYPE, VALUES
from tests.ui.own_bench import LEFT, LONG, SPIRALS, Bench, customers

Key = Qt.Key


def opened(bench: Bench, path: Path) -> TableDialog:
    bench.choose_source("table")
    dialog = bench.dialog(TableDialog)
    bench.type_path(dialog, path)
    return dialog


def cell(dialog: TableDialog, name: str, column: int) -> str:
    row = [c.name for c in dialog.choice.info.columns].index(name)
    return str(dialog.columns.index(row, column).data())


def give(dialog: TableDialog, bench: Bench, name: str, column: int, value: str) -> None:
    """Open the list of a role or a type with the keyboard, and choose."""
    row = [c.name for c in dialog.choice.info.columns].index(name)
    dialog.list.setFocus()
    dialog.list.setCurrentIndex(dialog.columns.index(row, column))
    QTest.keyClick(dialog.list, Key.Key_Return)
    combo = dialog.list.findChild(QComboBox)
    assert isinstance(combo, QComboBox)
    bench.qtbot.waitUntil(lambda: combo.view().isVisible())
    combo.view().setCurrentIndex(combo.model().index(combo.findData(value), 0))
    QTest.keyClick(combo.view(), Key.Key_Return)
    bench.qtbot.waitUntil(lambda: dialog.list.findChild(QComboBox) is None)


# --- choosing ---------------------------------------------------------------------------------


def test_cancelling_leaves_all_as_it_was(bench: Bench, tmp_path: Path) -> None:
    dataset = bench.store.dataset
    bench.choose_source("table")
    dialog = bench.dialog(TableDialog)
    assert bench.panel.source.currentData() == "spirals"
    assert not dialog.use.isEnabled()
    bench.type_path(dialog, customers(tmp_path))
    assert dialog.use.isEnabled()
    QTest.keyClick(dialog, Key.Key_Escape)
    assert bench.no_dialog()
    assert bench.document.project == SPIRALS
    assert bench.document.undo_stack.count() == 0
    assert bench.panel.source.currentData() == "spirals"
    assert bench.store.dataset is dataset


def test_a_table_is_used_as_one_step_of_undo(bench: Bench, tmp_path: Path) -> None:
    dialog = opened(bench, customers(tmp_path))
    assert dialog.summary.text() == "104 rows → 5 inputs (from 3 columns) · 2 classes"
    bench.use(dialog)
    assert bench.no_dialog()
    assert bench.document.undo_stack.count() == 1
    assert bench.document.undo_stack.undoText() == "Use customers.csv"
    assert bench.document.network == SPIRALS.network  # never changed without a word
    assert any("shape" in str(problem.what) for problem in bench.document.problems)
    assert bench.document.data.scaling == "standard"
    assert bench.panel.source.currentText() == "Table"
    assert "104 examples · 5 · 2 classes" in bench.panel._facts.text()
    bench.document.undo_stack.undo()
    bench.loaded()
    assert bench.document.project == SPIRALS
    assert bench.panel.source.currentData() == "spirals"
    names = [bench.panel.source.itemText(k) for k in range(bench.panel.source.count())]
    assert "Table…" in names


def test_change_opens_it_again_as_it_was_chosen(bench: Bench, tmp_path: Path) -> None:
    dialog = opened(bench, customers(tmp_path))
    give(dialog, bench, "income", ROLE, "target")
    give(dialog, bench, "plan", ROLE, "ignore")
    bench.pick(dialog.missing, "mean")
    assert dialog.summary.text() == "120 rows → 4 inputs (from 2 columns) · 1 value"
    bench.use(dialog)
    used = bench.document.data
    split = used.split.model_copy(update={"validation": 0.3})
    bench.document.edit("Split", data=used.model_copy(update={"split": split}))
    QTest.mouseClick(bench.button("Change…"), LEFT)
    again = bench.dialog(TableDialog)
    bench.looked(again)
    assert cell(again, "income", ROLE) == "Target"
    assert cell(again, "plan", ROLE) == "Ignore"
    assert again.missing.currentData() == "mean"
    assert again.source() == used.source
    give(again, bench, "city", ROLE, "ignore")
    bench.use(again)
    source = bench.document.data.source
    assert isinstance(source, Table)
    assert [column.name for column in source.inputs] == ["age"]
    assert bench.document.data.split == split  # the same kind of data keeps its split
    assert bench.document.undo_stack.count() == 3


@pytest.mark.parametrize("name", ["iris", "wine", "breast_cancer", "diabetes"])
def test_scikits_tables_are_chosen_directly(bench: Bench, name: str) -> None:
    bench.choose_source(f"scikit:{name}")
    bench.loaded()
    assert bench.no_dialog()
    assert bench.panel.source.currentData() == f"scikit:{name}"
    assert bench.store.dataset is not None
    assert bench.document.undo_stack.count() == 1
    assert not [b for b in bench.panel.findChildren(QPushButton) if b.text() == "Change…"]


def test_california_housing_is_offered_where_it_was_fetched(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mlp_studio.ui.data.sources import source_groups

    monkeypatch.setenv("SCIKIT_LEARN_DATA", str(tmp_path))
    key = "scikit:california_housing"
    assert not any(key in titles for _, titles in source_groups())
    (tmp_path / "cal_housing_py3.pkz").write_bytes(b"fetched")
    assert any(key in titles for _, titles in source_groups())


# --- what is shown, and corrected -------------------------------------------------------------


def test_what_was_found_is_shown(bench: Bench, tmp_path: Path) -> None:
    dialog = opened(bench, customers(tmp_path))
    assert cell(dialog, "id", VALUES) == "It only numbers the rows."
    assert cell(dialog, "joined", VALUES) == "It looks like dates: ignored."
    assert cell(dialog, "joined", ROLE) == "Ignore"
    assert cell(dialog, "city", VALUES) == "Lugo, Ourense, Vigo"
    assert cell(dialog, "city", MISSING) == "10"
    assert cell(dialog, "age", TYPE) == "Number"
    assert dialog.task.currentData() == "classification"
    # Of rows 0–14, which lack something, row 8 has no plan either; row 40 lacks only that.
    words = dialog._missing_words.text()
    assert words.startswith("14 of 120 rows lack a value")
    assert "2 rows have nothing to predict" in words
    bench.pick(dialog.missing, "most_frequent")
    assert "20 empty cells in 2 columns are filled in." in dialog._missing_words.text()
    assert dialog.summary.text().startswith("118 rows")
    model = dialog.preview.model()
    assert model.rowCount() == 100
    assert model.index(0, 4).data() in {"Lugo", "Vigo", "Ourense"}
    assert model.index(0, 2).data() == "–"


def test_several_columns_get_a_role_at_once(bench: Bench, tmp_path: Path) -> None:
    dialog = opened(bench, customers(tmp_path))
    dialog.list.clearSelection()
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (2, 3):
        dialog.list.selectionModel().select(dialog.columns.index(row, NAME), rows)
    QTest.mouseClick(dialog.findChild(QPushButton, "role_target"), LEFT)
    assert dialog.choice.targets == ["age", "income"]
    assert cell(dialog, "plan", ROLE) == "Input"
    assert dialog.task.currentData() == "regression"
    assert dialog.summary.text() == "104 rows → 5 inputs (from 2 columns) · 2 values"


def test_the_format_is_corrected(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a;b;kind\n" + "".join(f"{k},5;{k}|{k};{'xy'[k % 2]}\n" for k in range(30)))
    dialog = opened(bench, path)
    assert (dialog.format.delimiter.currentData(), dialog.format.decimal.currentData()) == (
        ";", ",",
    )  # fmt: skip
    assert cell(dialog, "a", VALUES) == "0.5 to 29.5"
    bench.pick(dialog.format.delimiter, "|")
    bench.looked(dialog)
    assert "row 2 has 2 cells" in dialog.trouble.text()
    assert not dialog.use.isEnabled()
    bench.pick(dialog.format.delimiter, "\t")  # no cells at all
    bench.looked(dialog)
    assert not dialog.use.isEnabled()
    assert "one column only" in dialog.trouble.text()
    bench.pick(dialog.format.delimiter, ";")
    bench.looked(dialog)
    assert not dialog.trouble.isVisible()
    QTest.mouseClick(dialog.format.header, LEFT, pos=dialog.format.header.rect().center())
    QTest.keyClick(dialog.format.header, Key.Key_Space)
    bench.looked(dialog)
    assert dialog.choice.info.format.header is dialog.format.header.isChecked()


def test_sheets_of_a_workbook(bench: Bench, tmp_path: Path) -> None:
    import pandas as pd

    path = tmp_path / "book.xlsx"
    with pd.ExcelWriter(path) as writer:
        for name, n in (("one", 20), ("two", 40)):
            table = pd.DataFrame({"x": [k * 1.5 for k in range(n)], "kind": ["a", "b"] * (n // 2)})
            table.to_excel(writer, sheet_name=name, index=False)
    dialog = opened(bench, path)
    assert dialog.summary.text() == "20 rows → 1 input · 2 classes"
    bench.pick(dialog.format.sheet, "two")
    bench.looked(dialog)
    assert dialog.summary.text() == "40 rows → 1 input · 2 classes"
    bench.use(dialog)
    assert bench.store.dataset is not None


# --- what is wrong ----------------------------------------------------------------------------


def test_the_reason_is_said_while_something_is_wrong(bench: Bench, tmp_path: Path) -> None:
    dialog = opened(bench, customers(tmp_path))
    give(dialog, bench, "plan", ROLE, "ignore")
    assert not dialog.use.isEnabled()
    assert "no column is the target" in dialog.trouble.text()
    QTest.keyClick(dialog, Key.Key_Return)
    assert dialog.isVisible()
    give(dialog, bench, "city", ROLE, "target")
    assert dialog.use.isEnabled()
    assert not dialog.trouble.isVisible()
    bench.pick(dialog.task, "regression")
    assert "“city” holds no numbers" in dialog.trouble.text()
    bench.pick(dialog.task, "classification")
    assert dialog.summary.text().endswith("3 classes")
    give(dialog, bench, "age", TYPE, "category")
    assert cell(dialog, "age", TYPE) == "Category"
    give(dialog, bench, "city", ROLE, "input")
    give(dialog, bench, "income", ROLE, "target")
    assert dialog.task.currentData() == "regression"


def test_cells_that_are_no_numbers_are_named(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    lines = [f"{k / 2},{k * 3},{'ab'[k % 2]}" for k in range(40)]
    lines[6] = "oops,1,a"
    path.write_text("x,n,kind\n" + "\n".join(lines) + "\n")
    dialog = opened(bench, path)
    assert not dialog.use.isEnabled()
    assert "“oops” in row 8" in dialog.trouble.text()
    give(dialog, bench, "x", ROLE, "ignore")
    assert dialog.use.isEnabled()


BAD = {
    "empty.csv": (b"", "it is empty"),
    "header.csv": (b"a,b\n", "no rows"),
    "one.csv": (b"a\n1\n2\n", "one column only"),
    "class.csv": (b"a,b\n1.5,x\n9.1,x\n3.2,x\n", "one class only"),
    "binary.csv": (b"a,b\n1,\0\n", "not text"),
    "broken.xlsx": (b"PK\x03\x04 no workbook", "no whole Excel file"),
    "broken.parquet": (b"PAR1 no table", "no whole Parquet file"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_refused_in_the_dialog(bench: Bench, tmp_path: Path, name: str) -> None:
    content, words = BAD[name]
    path = tmp_path / name
    path.write_bytes(content)
    dialog = opened(bench, path)
    assert dialog.isVisible()
    assert not dialog.use.isEnabled()
    if name != "class.csv":  # what is the same in every row is ignored, and another is the target
        assert words in dialog.trouble.text()
        assert name in dialog.trouble.text()
        bench.type_path(dialog, customers(tmp_path))
    else:
        give(dialog, bench, "b", ROLE, "target")
        assert words in dialog.trouble.text()
        bench.type_path(dialog, customers(tmp_path))
    assert not dialog.trouble.isVisible()
    assert dialog.use.isEnabled()


def large(folder: Path) -> Path:
    """Write a table that takes a second or so to read."""
    path = folder / "large.csv"
    rows = "".join(f"{k / 7:.6f},{k / 11:.6f},{'ab'[k % 2]}\n" for k in range(20_000))
    path.write_text("x,y,kind\n" + rows * 40)
    return path


def test_loading_is_cancelled_in_the_panel_and_undone(bench: Bench, tmp_path: Path) -> None:
    dialog = opened(bench, large(tmp_path))
    with bench.qtbot.waitSignal(bench.store.loading, timeout=LONG):
        QTest.mouseClick(dialog.use, LEFT)
    QTest.mouseClick(bench.button("Cancel"), LEFT)
    assert not bench.store.busy
    assert "cancelled" in bench.panel._facts.text()
    assert bench.document.undo_stack.count() == 1
    bench.document.undo_stack.undo()
    bench.loaded()
    assert bench.document.project == SPIRALS
    assert bench.store.dataset is not None


def test_reading_can_be_stopped(bench: Bench, tmp_path: Path) -> None:
    path = large(tmp_path)
    bench.choose_source("table")
    dialog = bench.dialog(TableDialog)
    with bench.qtbot.waitSignal(dialog.look.progressed, timeout=LONG):
        dialog.path.setText(str(path))
        dialog.path.setFocus()
        QTest.keyClick(dialog.path, Key.Key_Return)
    assert dialog.stop.isVisible()
    assert not dialog.use.isEnabled()
    QTest.mouseClick(dialog.stop, LEFT)
    assert not dialog.look.busy
    assert "stopped" in dialog.trouble.text()
    assert not dialog.use.isEnabled()
    bench.type_path(dialog, customers(tmp_path))
    assert dialog.use.isEnabled()


def test_a_load_that_fails_or_is_cancelled_leaves_the_former_data_to_undo(
    bench: Bench, tmp_path: Path
) -> None:
    path = customers(tmp_path)
    dialog = opened(bench, path)
    path.unlink()  # between looking and loading
    bench.use(dialog)
    assert "There is no file" in bench.panel._facts.text()
    customers(tmp_path)
    QTest.mouseClick(bench.button("Try again"), LEFT)
    bench.loaded()
    assert "104 examples" in bench.panel._facts.text()
    bench.store.reload()
    bench.store.give_up()
    assert "cancelled" in bench.panel._facts.text()
    bench.document.undo_stack.undo()
    bench.loaded()
    assert bench.document.project == SPIRALS
    assert bench.store.dataset is not None


def test_the_same_choice_again_reads_a_mended_file(bench: Bench, tmp_path: Path) -> None:
    path = customers(tmp_path)
    bench.use(opened(bench, path))
    before: DataSpec = bench.document.data
    path.unlink()
    bench.store.reload()
    bench.loaded()
    assert bench.store.dataset is None
    customers(tmp_path)
    QTest.mouseClick(bench.button("Change…"), LEFT)
    dialog = bench.dialog(TableDialog)
    bench.looked(dialog)
    bench.use(dialog)
    assert bench.document.data == before
    assert bench.document.undo_stack.count() == 1
    assert bench.store.dataset is not None

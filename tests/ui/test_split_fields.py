"""The split in the data panel: shares, strata, counts per class, and what helps rare classes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mlp_studio.core.datasets import BuiltinDigits, DataSpec, Split
from mlp_studio.core.function_source import Function
from mlp_studio.core.plane_sources import Painted
from mlp_studio.core.table_sources import ScikitTable
from mlp_studio.data.array_files import inspect_arrays
from mlp_studio.ui.data.class_counts import ClassCounts
from mlp_studio.ui.data.split_fields import MOST_TOGETHER, SplitFields
from tests.ui.data_desk import SPIRALS, Desk

LEFT = Qt.MouseButton.LeftButton


def use(desk: Desk, data: DataSpec) -> SplitFields:
    desk.document.edit("Other data", data=data)
    desk.loaded()
    assert desk.store.dataset is not None
    return desk.panel.split


def painted(*sizes: int) -> Painted:
    """Return painted points, so many of each class."""
    numbers = np.repeat(np.arange(len(sizes)), sizes).tolist()
    points = tuple((k / len(numbers), 0.5, number) for k, number in enumerate(numbers))
    return Painted(n_classes=len(sizes), points=points)


def test_a_test_share_is_typed_and_undone(desk: Desk) -> None:
    fields = desk.panel.split
    assert fields.test.isVisible()
    assert not fields.own_test.isVisible()
    desk.type(fields.test, "15")
    assert desk.document.data.split == SPIRALS.data.split.model_copy(update={"test": 0.15})
    desk.loaded()
    dataset = desk.store.dataset
    assert dataset is not None
    assert dataset.test is not None
    total = len(dataset.train) + len(dataset.validation) + len(dataset.test)
    assert len(dataset.test) == round(0.15 * total)
    assert f"{len(dataset.test):,} for the test" in fields.bar.accessibleName()
    assert desk.steps == 1
    desk.undo()
    assert desk.document.project == SPIRALS
    assert fields.test.value == 0


def test_something_is_left_to_learn_from(desk: Desk) -> None:
    fields = desk.panel.split
    desk.type(fields.validation, "60")
    desk.type(fields.test, "50")
    split = desk.document.data.split
    assert Split.model_validate(split.model_dump()) == split  # a project with it can be opened
    assert round(100 * (split.validation + split.test)) == MOST_TOGETHER
    assert fields.test.value == MOST_TOGETHER - 60
    desk.type(fields.test, "50")  # once more changes nothing, and shows what holds
    assert fields.test.value == MOST_TOGETHER - 60
    assert desk.document.data.split == split
    desk.loaded()
    assert desk.store.error is None


def test_strata_can_be_given_up(desk: Desk) -> None:
    fields = desk.panel.split
    assert fields.stratified.isChecked()
    assert not fields.random.isVisible()
    QTest.mouseClick(fields.stratified, LEFT, pos=QPoint(8, 8))
    assert not desk.document.data.split.stratified
    desk.loaded()
    assert desk.store.dataset is not None
    assert len({parts[1] for parts in desk.store.dataset.class_counts.values()}) > 1
    desk.undo()
    assert fields.stratified.isChecked()
    desk.loaded()
    assert len({parts[1] for parts in desk.store.dataset.class_counts.values()}) == 1


def test_values_have_no_strata(desk: Desk) -> None:
    fields = use(desk, DataSpec(source=Function(samples=50)))
    assert fields.random.isVisible()
    for absent in (fields.stratified, fields.counts, fields.few, fields.balance):
        assert not absent.isVisible()


def test_a_test_set_of_the_sources_own_is_told_of(desk: Desk) -> None:
    fields = use(desk, DataSpec(source=BuiltinDigits(count=1000)))
    assert not fields.test.isVisible()
    assert fields.own_test.isVisible()
    assert "100 digits" in fields.own_test.text()


def test_a_test_set_in_a_file_is_named(desk: Desk, tmp_path: Path) -> None:
    path, rng = tmp_path / "data.npz", np.random.default_rng(0)
    x, y = rng.normal(size=(40, 3)), np.arange(40) % 2
    np.savez(path, x_train=x[:33], y_train=y[:33], x_test=x[33:], y_test=y[33:])
    fields = use(desk, DataSpec(source=inspect_arrays(path).source, split=Split(test=0.3)))
    assert not fields.test.isVisible()
    assert "7 examples, the file's arrays “x_test” and “y_test”" in fields.own_test.text()
    assert desk.store.dataset is not None
    assert desk.store.dataset.test is not None
    assert len(desk.store.dataset.test) == 7


def test_counts_per_class_are_shown_and_follow(desk: Desk) -> None:
    fields = use(desk, DataSpec(source=ScikitTable(name="wine"), split=Split(test=0.1)))
    tip = fields.bar.toolTip()
    assert "class_2" in tip
    QTest.mouseClick(fields.counts, LEFT)
    dialog = desk.panel.findChild(ClassCounts)
    assert isinstance(dialog, ClassCounts)
    assert dialog.isVisible()
    assert not dialog.isModal()
    for stratified in (True, False):
        if not stratified:
            QTest.mouseClick(fields.stratified, LEFT, pos=QPoint(8, 8))
            desk.loaded()
        dataset = desk.store.dataset
        assert dataset is not None
        assert dataset.test is not None
        parts = (dataset.train, dataset.validation, dataset.test)
        for row, name in enumerate(dataset.class_names):
            assert dialog.table.text(row, 0) == name
            for number, part in enumerate(parts):
                count = int(np.sum(part.y == row))
                assert dialog.table.text(row, 2 + 2 * number) == str(count)
                share = f"{100 * count / len(part):.1f} %"
                assert dialog.table.text(row, 3 + 2 * number) == share
        assert ("Stratified" in dialog.words.text()) == stratified
        assert not dialog.grab().isNull()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    QTest.mouseClick(fields.counts, LEFT)
    assert dialog.isVisible()
    desk.document.edit("Values", data=DataSpec(source=Function(samples=50)))
    desk.loaded()
    assert not dialog.isVisible()


def test_a_class_that_is_too_small_is_named(desk: Desk) -> None:
    three = Split(test=0.2)
    fields = use(desk, DataSpec(source=painted(30, 30, 2), split=three))
    assert fields.few.isVisible()
    assert fields.few.text().startswith("“2” has too few examples (2)")
    use(desk, DataSpec(source=painted(30, 2, 2), split=three))
    assert "2 classes have too few examples" in fields.few.text()
    assert "“1”, “2”" in fields.few.text()
    use(desk, DataSpec(source=painted(30, 30, 5), split=three))
    assert not fields.few.isVisible()


def test_uneven_classes_are_balanced_with_one_click(desk: Desk) -> None:
    fields = desk.panel.split
    assert not fields.balance.isVisible()
    use(desk, DataSpec(source=painted(60, 10)))
    assert fields.balance.isVisible()
    assert "The classes are uneven" in desk.panel._notes.text()
    steps = desk.steps
    QTest.mouseClick(fields.balance, LEFT)
    assert desk.document.training.class_weight == "balanced"
    assert desk.steps == steps + 1
    assert not fields.balance.isVisible()
    assert fields.balanced.isVisible()
    assert desk.panel.training.loss.class_weights.choice.currentData() == "balanced"
    desk.undo()
    assert desk.document.training.class_weight == "none"
    assert fields.balance.isVisible()
    assert not fields.balanced.isVisible()


def test_class_weights_are_called_by_the_classes_names(desk: Desk) -> None:
    use(desk, DataSpec(source=ScikitTable(name="iris")))
    training = desk.document.training.model_copy(update={"class_weight": (1.0, 2.0, 3.0)})
    desk.document.edit("Weights", training=training)
    weights = desk.panel.training.loss.class_weights
    names = [field.accessibleName() for field in weights.fields]
    assert names == [f"Weight of class {name}" for name in ("setosa", "versicolor", "virginica")]
    use(desk, DataSpec(source=ScikitTable(name="wine")))  # three other classes
    assert weights.fields[2].accessibleName() == "Weight of class class_2"
    assert [field.value() for field in weights.fields] == pytest.approx([1, 2, 3])

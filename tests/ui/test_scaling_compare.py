"""Scalings side by side: the numbers are NumPy's, a choice is one step of undo."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mlp_studio.core.datasets import BuiltinDigits, DataSpec
from mlp_studio.core.function_source import Function, FunctionInput
from mlp_studio.core.scaling import Scaling
from mlp_studio.core.table_sources import ScikitTable
from mlp_studio.data.comparison import SCALINGS
from mlp_studio.data.leak import leak_report
from mlp_studio.data.load import load
from mlp_studio.ui.data.scaling_compare import ScalingCompare
from mlp_studio.ui.data.scaling_pictures import figure
from tests.ui.data_desk import SPIRALS, Desk

LEFT = Qt.MouseButton.LeftButton


def opened(desk: Desk, data: DataSpec | None = None) -> ScalingCompare:
    """Open the window and wait for its numbers."""
    if data is not None:
        desk.document.edit("Other data", data=data)
        desk.loaded()
    QTest.mouseClick(desk.panel.scaling.compare, LEFT)
    dialog = desk.panel.scaling.dialog
    assert dialog is not None
    done(desk, dialog)
    return dialog


def done(desk: Desk, dialog: ScalingCompare) -> None:
    desk.qtbot.waitUntil(lambda: not dialog.bar.isVisible(), timeout=30_000)


def read(words: str) -> float:
    return float(words.replace("\N{MINUS SIGN}", "-"))


@pytest.mark.parametrize("loaded_as", ["none", "standard"])
def test_the_table_says_what_numpy_says(desk: Desk, loaded_as: Scaling) -> None:
    source = ScikitTable(name="wine")
    dialog = opened(desk, DataSpec(source=source, scaling=loaded_as))
    assert not dialog.isModal()
    assert dialog.table.isVisible()
    assert dialog.names.isVisible()
    assert not dialog.others.isVisible()
    heads = dialog.table.heads()
    assert [heads[1 + 4 * k].split("\n") for k in range(4)] == [
        [title, "min"] for title in ("Original", "Min-max", "Standard", "÷ 255")
    ]
    assert dialog.table.text(0, 0) == "alcohol"
    for group, kind in enumerate(SCALINGS):
        x = load(DataSpec(source=source, scaling=kind)).train.x.astype(np.float64)
        measured = (x.min(axis=0), x.max(axis=0), x.mean(axis=0), x.std(axis=0))
        for measure, values in enumerate(measured):
            shown = [read(dialog.table.text(row, 1 + 4 * group + measure)) for row in range(13)]
            assert shown == pytest.approx(values, rel=6e-3, abs=2e-6)
        told = tuple(map(read, dialog.views[kind].accessibleDescription().split(" … ")))
        assert told == pytest.approx((x[:, :12].min(), x[:, :12].max()), rel=1e-3, abs=1e-6)
    assert not dialog.grab().isNull()


def test_the_leak_is_told_in_numbers(desk: Desk) -> None:
    dialog = opened(desk, DataSpec(source=ScikitTable(name="wine"), scaling="standard"))
    dataset = desk.store.dataset
    assert dataset is not None
    words = dialog.leak.words.text()
    for kind in ("min_max", "standard"):
        report = leak_report(dataset, kind)
        assert str(report.words) in words
        for number in (
            report.honest.shift[report.feature],
            report.honest.scale[report.feature],
            report.leaky.shift[report.feature],
            report.leaky.scale[report.feature],
        ):
            assert figure(number) in words
    assert "outside 0 to 1" in words


def test_a_scaling_is_chosen_there_and_undone(desk: Desk) -> None:
    dialog = opened(desk)
    assert not dialog.use["none"].isEnabled()
    QTest.mouseClick(dialog.use["standard"], LEFT)
    assert desk.document.data == SPIRALS.data.model_copy(update={"scaling": "standard"})
    assert desk.steps == 1
    assert dialog.use["standard"].text() == "In use"
    assert not dialog.use["standard"].isEnabled()
    assert dialog.use["none"].isEnabled()
    assert desk.panel.scaling.choice.currentData() == "standard"
    before = dialog._comparison
    desk.loaded()
    assert dialog._comparison is before  # the data is the same but for its scaling
    assert desk.store.dataset is not None
    assert desk.store.dataset.train.x.std(axis=0) == pytest.approx([1, 1], abs=1e-4)
    desk.undo()
    assert desk.document.project == SPIRALS
    assert dialog.use["none"].text() == "In use"


def test_pictures_are_shown_as_numpy_scales_them(desk: Desk) -> None:
    data = DataSpec(source=BuiltinDigits(count=1000), scaling="divide_255")
    dialog = opened(desk, data)
    assert not dialog.table.isVisible()
    train = desk.store.dataset.train.x if desk.store.dataset else np.zeros(0)
    raw = np.rint(train.astype(np.float64) * 255)
    chosen = np.random.default_rng(0).choice(len(raw), 3, replace=False)
    spread = raw.std(axis=0)
    standard = (raw - raw.mean(axis=0)) / np.where(spread > 0, spread, 1)
    width = raw.max(axis=0) - raw.min(axis=0)
    min_max = (raw - raw.min(axis=0)) / np.where(width > 0, width, 1)
    for kind, scaled in (
        ("none", raw), ("min_max", min_max), ("standard", standard), ("divide_255", raw / 255),
    ):  # fmt: skip
        told = dialog.views[kind].accessibleDescription().split("; ")
        for words, picture in zip(told, scaled[chosen], strict=True):
            low, high = map(read, words.split(" … "))
            assert (low, high) == pytest.approx((picture.min(), picture.max()), rel=1e-3, abs=1e-5)
    before = dialog.views["none"].grab().toImage()
    QTest.mouseClick(dialog.others, LEFT)
    assert dialog.views["none"].grab().toImage() != before
    assert "“row " in dialog.leak.words.text()


def test_points_of_the_plane_have_their_ranges(desk: Desk) -> None:
    dialog = opened(desk)
    x = desk.store.dataset.train.x if desk.store.dataset else np.zeros((1, 2))
    told = dialog.views["none"].accessibleDescription().split("; ")
    for column, words in enumerate(told):
        low, high = map(read, words.split("  ")[1].split(" … "))
        assert (low, high) == pytest.approx((x[:, column].min(), x[:, column].max()), rel=1e-3)
    assert dialog.views["min_max"].accessibleDescription() == "x₁  0 … 1; x₂  0 … 1"
    assert not dialog.views["standard"].grab().isNull()


def test_the_window_follows_the_data_while_it_is_open(desk: Desk) -> None:
    dialog = opened(desk)
    inputs = tuple(FunctionInput(name=name) for name in ("u", "v", "w"))
    source = Function(formulas=("u + v * w",), inputs=inputs, samples=60)
    desk.document.edit("A function", data=DataSpec(source=source))
    desk.loaded()
    desk.qtbot.waitUntil(lambda: dialog.table.text(2, 0) == "w", timeout=30_000)
    done(desk, dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    before = dialog._comparison
    desk.undo()
    desk.loaded()
    assert dialog._comparison is before  # nobody looks
    dialog = opened(desk)
    assert dialog.table.text(0, 0) == "x₁"


def test_comparing_can_be_cancelled_and_taken_up_again(desk: Desk) -> None:
    desk.document.edit("Digits", data=DataSpec(source=BuiltinDigits(count=1000)))
    desk.loaded()
    QTest.mouseClick(desk.panel.scaling.compare, LEFT)
    dialog = desk.panel.scaling.dialog
    assert dialog is not None
    assert dialog.cancel.isVisible()
    QTest.mouseClick(dialog.cancel, LEFT)
    assert not desk.jobs.busy
    assert not dialog.bar.isVisible()
    assert "cancelled" in dialog.leak.words.text()
    QTest.mouseClick(dialog.again, LEFT)
    assert desk.jobs.busy
    done(desk, dialog)
    assert "Standard" in dialog.leak.words.text()
    assert not dialog.again.isVisible()
    desk.type(desk.panel.split.validation, "30")
    desk.loaded()
    dialog.close()
    assert not desk.jobs.busy


def test_enter_closes_and_chooses_nothing(desk: Desk) -> None:
    dialog = opened(desk)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert desk.steps == 0

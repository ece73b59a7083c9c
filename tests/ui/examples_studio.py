"""The Examples panel in a window, and a hand at it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.datasets import AnySource, BuiltinDigits, DataSpec
from mlp_studio.core.scaling import Scaler
from mlp_studio.core.templates import template
from mlp_studio.data.load import load
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.selection import Selection
from mlp_studio.ui.examples.panel import ExamplesPanel
from mlp_studio.ui.theme import Theme

NO_KEY = Qt.KeyboardModifier.NoModifier


class Store(QObject):
    """A data store that has what it is given."""

    dataset_changed = Signal(object)
    loading = Signal(float, str)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.dataset: Dataset | None = None
        self.error: Exception | None = None
        self.busy = False

    def give(self, dataset: Dataset | None) -> None:
        self.dataset = dataset
        self.dataset_changed.emit(dataset)


def pictures(shape: tuple[int, ...] = (6, 6), *, classes: int = 3, n: int = 300) -> Dataset:
    """Pictures whose first pixel tells their class and whose others tell their number."""
    rng = np.random.default_rng(0)

    def part(count: int) -> Part:
        y = (np.arange(count) % classes).astype(np.int32)
        x = rng.integers(0, 250, (count, *shape)).astype(np.float32)
        x[:, 0, 0] = 10 * y[:, np.newaxis] if len(shape) == 3 else 10 * y
        return Part(Scaler(kind="divide_255").transform(x), y)

    names = tuple("abcdefghij"[:classes])
    scaler = Scaler(kind="divide_255")
    facts = Facts("multiclass", shape, classes)
    return Dataset(facts, part(n), part(60), part(30), names, scaler)


class Studio:
    """The panel on a document; data is given by `show` or loaded by `load`."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.document = Document(template("digits").project)
        self.store = Store()
        self.jobs = Jobs()
        self.selection = Selection(self.store)  # type: ignore[arg-type]
        self.theme = Theme("light")
        self.panel = ExamplesPanel(
            self.document,
            self.store,  # type: ignore[arg-type]
            self.jobs,
            self.selection,
            self.theme,
        )
        self.panel.resize(900, 330)
        qtbot.addWidget(self.panel)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    def show(self, dataset: Dataset, source: AnySource | None = None) -> None:
        """Show data as if it had been loaded from a source."""
        spec = self.document.data.model_copy(update={"source": source or BuiltinDigits()})
        self.document.edit("Data", data=spec)
        self.store.give(dataset)
        self.idle()

    def load(self, spec: DataSpec) -> Dataset:
        dataset = load(spec)
        self.show(dataset, spec.source)
        return dataset

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.busy, timeout=20_000)

    def go(self, way: str) -> None:
        """Click one of the buttons that choose the view."""
        QTest.mouseClick(self.panel.buttons[way], Qt.MouseButton.LeftButton)
        assert self.panel.way == way
        self.idle()

    @property
    def ways(self) -> list[str]:
        return [way for way, button in self.panel.buttons.items() if button.isVisible()]

    @property
    def words(self) -> str:
        return self.panel.words.text()

    def choose(self, combo: QComboBox, row: int) -> None:
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(row):
            QTest.keyClick(combo, Qt.Key.Key_Down)
        self.idle()

    def hover(self, widget: QWidget, at: QPointF) -> None:
        QTest.mouseMove(widget, at.toPoint())

    def close(self) -> None:
        self.jobs.close()


def wheel(widget: QWidget, at: QPointF, notches: int) -> None:
    """Turn the wheel over a place of a widget."""
    nothing, none = QPoint(0, 0), Qt.MouseButton.NoButton
    event = QWheelEvent(
        at, widget.mapToGlobal(at), nothing, QPoint(0, 120 * notches), none, NO_KEY,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Drag with the left button."""
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, NO_KEY, start)
    QTest.mouseMove(widget, (start + end) / 2)
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, NO_KEY, end)

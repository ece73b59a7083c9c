"""The tour: the main job from the first look to the exported weights, with mouse and keyboard.

It is the acceptance test a person can watch: each step acts through real events,
checks what it sees, takes a picture and goes into the report, passed or not.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from mlp_studio.core.errors import StudioError
from mlp_studio.core.forward import predict
from mlp_studio.core.layers import Dense
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.core.text import text
from mlp_studio.storage.project_file import load_project
from mlp_studio.ui.tour import handwriting
from mlp_studio.ui.tour.hand import GapMeter, Hand
from mlp_studio.ui.window.main_window import MainWindow
from mlp_studio.ui.window.parts import Parts

RIGHT_OF_TEN = 8  # so many of the ten drawn digits must be read


@dataclass
class Report:
    """What the tour saw; becomes ``tour.json``."""

    steps: list[dict[str, Any]] = field(default_factory=list)
    window_visible_s: float = 0.0
    train_ready_s: float = 0.0
    frame_gap_ms: dict[str, float] = field(default_factory=dict)
    stroke_latency_ms: dict[str, float] = field(default_factory=dict)
    stop_latency_ms: float | None = None
    stop_latencies_ms: list[float] = field(default_factory=list)
    drawn: list[dict[str, int | None]] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether every step went well."""
        return bool(self.steps) and all(step["ok"] for step in self.steps)


class Tour:
    """Drives one window through the main job.

    Parameters
    ----------
    window : MainWindow
        Shown, just started.
    parts : Parts
        What it was built from, to see whether it did what was asked.
    folder : Path
        Where pictures and exported files go.
    since_start : callable
        Seconds since the program was started.
    say : callable
        Told a line a step.
    """

    def __init__(
        self,
        window: MainWindow,
        parts: Parts,
        folder: Path,
        since_start: Callable[[], float],
        say: Callable[[str], None],
    ) -> None:
        self._window = window
        self._parts = parts
        self._folder = folder
        self._since_start = since_start
        self._say = say
        self._hand = Hand(window, folder)
        self._gaps = GapMeter()
        self._latencies: list[float] = []
        self._ready = False
        self.report = Report()
        parts.training.ready.connect(self._on_ready)

    def run(self) -> Report:
        """Take every step; one that fails does not keep the next from being tried."""
        for name, step in (
            ("01_start", self._start),
            ("02_template", self._template),
            ("03_train_spirals", self._train_spirals),
            ("04_features", self._features),
            ("05_digits", self._digits),
            ("06_edit", self._edit),
            ("07_undo", self._undo),
            ("08_train", self._train),
            ("09_digit_features", self._digit_features),
            ("10_draw", self._draw),
            ("11_stop", self._stop),
            ("12_export", self._export),
            ("13_save_and_open", self._save_and_open),
            ("14_dark", self._dark),
        ):
            self._take(name, step)
        gaps = np.array(self._gaps.gaps)
        if len(gaps):
            self.report.frame_gap_ms = {
                "p50": _share(gaps, 50), "p99": _share(gaps, 99), "max": float(gaps.max()),
            }  # fmt: skip
        if self._latencies:
            taken = np.array(self._latencies)
            self.report.stroke_latency_ms = {"p50": _share(taken, 50), "p95": _share(taken, 95)}
        if self.report.stop_latencies_ms:
            self.report.stop_latency_ms = float(np.median(self.report.stop_latencies_ms))
        return self.report

    def _take(self, name: str, step: Callable[[], str]) -> None:
        try:
            checked, ok = step(), True
        except StudioError as error:
            checked, ok = f"{error}", False
        picture = self._hand.picture(name)
        self.report.steps.append(
            {"name": name, "screenshot": picture, "checked": checked, "ok": ok}
        )
        self._say(f"{'ok    ' if ok else 'FAILED'} {name}: {checked}")

    # --- the steps ---------------------------------------------------------------------

    def _start(self) -> str:
        window, parts = self._window, self._parts
        self._hand.wait(window.isVisible, 10, "the window shows")
        self.report.window_visible_s = self._shown_after()
        self._hand.wait(self._data_there, 120, "the built-in digits are loaded")
        self._hand.wait(lambda: self._ready, 120, "TensorFlow is loaded")
        self.report.train_ready_s = self._since_start()
        _require(self._button("train").isEnabled(), "Train can be pressed")
        _require(not parts.document.problems, "the network has no problems")
        return "the window shows the digits template; Train can be pressed"

    def _template(self) -> str:
        self._choose_template("spirals-6")
        self._hand.wait(self._data_there, 30, "the spirals are loaded")
        document = self._parts.document
        _require(document.network == TEMPLATES["spirals-6"].project.network, "its network is shown")
        _require(self._window.plane.isVisible(), "the plane panel is shown")
        return "spirals-6 was chosen from the menu; data and network changed with it"

    def _train_spirals(self) -> str:
        training = self._parts.training
        self._hand.click(self._button("train"))
        self._hand.wait(lambda: training.state == "running", 60, "training runs")
        self._gaps.start()
        self._hand.wait(lambda: training.state == "idle", 180, "training ends")
        self._gaps.stop()
        accuracy = max(event.logs["val_accuracy"] for event in training.history)
        _require(accuracy >= 0.95, f"validation accuracy {accuracy:.3f} is at least 0.95")
        return f"{len(training.history)} epochs, best validation accuracy {accuracy:.3f}"

    def _features(self) -> str:
        self._open_tab(1)
        features = self._window.features
        self._hand.wait(lambda: features.frame is not None, 20, "the features are shown")
        _require(features.layer == "bottleneck_2d", "the two-unit layer is shown by itself")
        self._hand.rest(800)
        return "the activations of bottleneck_2d beside the input plane"

    def _digits(self) -> str:
        self._choose_template("digits")
        self._hand.wait(self._data_there, 120, "the digits are loaded")
        self._open_tab(0)
        _require(self._window.digits.isVisible(), "the drawing canvas is shown")
        return "back to the built-in digits"

    def _edit(self) -> str:
        document, canvas = self._parts.document, self._window.builder.canvas
        before = len(document.network.layers)
        self._hand.click(canvas.viewport(), self._place_of("dense_1"))
        _require(document.selection == ("dense_1",), "a click selects dense_1")
        self._hand.click(self._builder_button("add_dense"))
        _require(len(document.network.layers) == before + 1, "a click on + Dense adds a layer")
        added = document.network.layers[document.network.index("dense_1") + 1]
        self._hand.rest(200)
        self._hand.double_click(canvas.viewport(), self._place_of("dense"))
        self._hand.wait(lambda: canvas.editor is not None, 5, "a field opens on the layer")
        editor = canvas.editor
        if editor is None:
            raise StudioError(text("The field closed by itself."))
        editor.selectAll()
        self._hand.type(editor, "300")
        first = document.network.layer("dense")
        _require(isinstance(first, Dense) and first.units == 300, "dense has 300 units")
        return f"{added.name} was added after dense_1; dense was widened to 300 units"

    def _undo(self) -> str:
        document = self._parts.document
        edited = document.network
        for _ in range(2):
            self._hand.click(self._button("undo"))
        _require(document.network == TEMPLATES["digits"].project.network, "undo leads back")
        for _ in range(2):
            self._hand.click(self._button("redo"))
        _require(document.network == edited, "redo leads forth")
        return "two edits undone and redone"

    def _train(self) -> str:
        training, button = self._parts.training, self._button("train")
        self._hand.click(button)
        self._hand.wait(lambda: training.state == "running", 60, "training runs")
        self._gaps.start()
        self._hand.wait(lambda: len(training.history) >= 2, 120, "two epochs are done")
        self._hand.click(button)
        _require(training.state == "paused", "a click pauses")
        held = len(training.history)
        self._hand.rest(500)
        _require(len(training.history) <= held + 1, "nothing goes on while paused")
        self._hand.click(button)
        self._hand.wait(lambda: training.state == "idle", 180, "training ends")
        self._gaps.stop()
        accuracy = training.history[-1].logs["val_accuracy"]
        _require(accuracy >= 0.9, f"validation accuracy {accuracy:.3f} is at least 0.9")
        return f"paused, resumed, {len(training.history)} epochs, validation {accuracy:.3f}"

    def _digit_features(self) -> str:
        self._open_tab(1)
        features = self._window.features
        self._hand.wait(lambda: features.frame is not None, 20, "the features are shown")
        self._hand.rest(800)
        return f"the activations of {features.layer} by PCA beside the input"

    def _draw(self) -> str:
        panel = self._window.digits
        for digit in range(10):
            panel.canvas.setFocus()
            QTest.keyClick(panel.canvas, Qt.Key.Key_Delete)
            self._hand.draw(panel.canvas, self._strokes_of(digit), self._read_latency)
            self.report.drawn.append({"drawn": digit, "read": panel.digit})
            if digit == 2:
                self._hand.picture("10_draw_two")
        right = sum(one["drawn"] == one["read"] for one in self.report.drawn)
        _require(right >= RIGHT_OF_TEN, f"{right} of 10 drawn digits are read")
        return f"{right} of 10 digits drawn with the mouse are read"

    def _stop(self) -> str:
        training = self._parts.training
        self._open_tab(0)
        for _ in range(3):
            self._hand.click(self._button("train"))
            steps = _Counter()
            training.steps_done.connect(steps)
            self._hand.wait(steps.counted, 60, "training goes on")
            training.steps_done.disconnect(steps)
            began = time.perf_counter()
            self._hand.click(self._button("stop"))
            self._hand.wait(lambda: training.state == "idle", 10, "training stops")
            self.report.stop_latencies_ms.append((time.perf_counter() - began) * 1000)
        worst = max(self.report.stop_latencies_ms)
        return f"three runs stopped, each within {worst:.0f} ms"

    def _export(self) -> str:
        folder = self._folder / "weights"
        folder.mkdir(exist_ok=True)
        self._hand.answer_file_dialog(folder)
        self._window.actions_by_id["export_npy"].trigger()
        files = sorted(path.name for path in folder.glob("*.npy"))
        dense = [layer for layer in self._parts.document.network if isinstance(layer, Dense)]
        _require(len(files) == 2 * len(dense), f"{len(files)} arrays for {len(dense)} Dense layers")
        first = np.load(folder / "digits_weights1.npy")
        _require(first.shape == (784, 300), f"the first kernel has shape {first.shape}")
        return f"exported {', '.join(files)}"

    def _save_and_open(self) -> str:
        document, path = self._parts.document, self._folder / "tour.mlpstudio"
        path.unlink(missing_ok=True)
        self._hand.answer_file_dialog(path)
        self._window.actions_by_id["save_as"].trigger()
        _require(path.is_file() and not document.modified, "the project is saved")
        project, snapshot = document.project, document.snapshot
        _require(load_project(path).project == project, "the file holds the project")
        self._choose_template("egg-crate")
        self._hand.answer_file_dialog(path)
        self._window.actions_by_id["open"].trigger()
        _require(document.project == project, "the project is open again")
        self._hand.wait(self._data_there, 60, "its data is loaded")
        dataset, reopened = self._parts.store.dataset, document.snapshot
        if dataset is None or reopened is None or snapshot is None:
            raise StudioError(text("The weights or the data did not come back."))
        before, after = (
            predict(document.network, kept.weights, dataset.validation.x[:100])
            for kept in (snapshot, reopened)
        )
        _require(np.array_equal(before, after), "the network answers as before")
        return "saved, another template opened, opened again: the same project and weights"

    def _dark(self) -> str:
        self._parts.settings.set("look", "dark")
        self._hand.draw(self._window.digits.canvas, self._strokes_of(5))
        _require(self._parts.theme.tokens.dark, "the dark look is on")
        return "the dark look"

    # --- how ---------------------------------------------------------------------------

    def _on_ready(self) -> None:
        self._ready = True

    def _shown_after(self) -> float:
        """Seconds from the program's start to the first picture on the screen."""
        QApplication.processEvents()
        return self._since_start()

    def _data_there(self) -> bool:
        store = self._parts.store
        return store.dataset is not None and not store.busy

    def _button(self, action: str) -> QPushButton:
        return _found(self._window.toolbar, f"button_{action}")

    def _builder_button(self, name: str) -> QPushButton:
        return _found(self._window.builder, name)

    def _choose_template(self, name: str) -> None:
        bar = self._window.toolbar
        menu = bar.template.menu()
        action = next(a for a in menu.actions() if a.objectName() == f"template_{name}")
        self._hand.choose(bar.template, menu, action)

    def _open_tab(self, number: int) -> None:
        bar = self._window.tabs.tabBar()
        self._hand.click(bar, bar.tabRect(number).center())
        _require(self._window.tabs.currentIndex() == number, "the tab opens")

    def _place_of(self, layer: str) -> QPoint:
        """Where a layer's column is in the builder's viewport."""
        canvas = self._window.builder.canvas
        column = next(c for c in canvas.network_scene.layout.columns if c.cell.key == layer)
        return canvas.mapFromScene(QPointF(column.x, column.body.y + column.body.height / 2))

    def _strokes_of(self, digit: int) -> list[list[QPointF]]:
        canvas = self._window.digits.canvas
        square: QRect = canvas.rect()
        side = min(square.width(), square.height())
        left, top = (square.width() - side) / 2, (square.height() - side) / 2
        return [
            [QPointF(left + x * side, top + y * side) for x, y in handwriting.path(stroke)]
            for stroke in handwriting.DIGITS[digit]
        ]

    def _read_latency(self) -> None:
        """Wait for the bars' next painting after a mouse move was sent."""
        bars = self._window.digits.bars
        painted, began = bars.paints, time.perf_counter()
        while bars.paints == painted and time.perf_counter() - began < 1.0:
            QApplication.processEvents()
        self._latencies.append((time.perf_counter() - began) * 1000)


class _Counter:
    """Counts how often a signal was sent."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self, _event: object) -> None:
        self._count += 1

    def counted(self) -> bool:
        """Whether it was sent a few times."""
        return self._count >= 3


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise StudioError(text("This does not hold: {what}.", what=what))


def _found(parent: QWidget, name: str) -> QPushButton:
    button = parent.findChild(QPushButton, name)
    if button is None:
        raise StudioError(text("There is no button {name}.", name=name))
    return button


def _share(values: np.ndarray, percent: float) -> float:
    return round(float(np.percentile(values, percent)), 2)

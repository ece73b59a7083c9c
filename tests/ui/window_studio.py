"""The whole window, and people who answer its dialogs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mlp_studio.app import make_parts, make_window
from mlp_studio.core.datasets import BuiltinDigits, DataSpec, Spirals
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.training import Adam, TrainingSpec
from mlp_studio.studio.settings import Settings
from mlp_studio.ui.window.main_window import MainWindow
from mlp_studio.ui.window.parts import Parts

LONG = 20_000  # the first run of the session loads TensorFlow and compiles
ENDLESS = 100_000  # epochs
SMALL = ProjectSpec(
    name="small",
    data=DataSpec(source=Spirals(points_per_arm=20)),
    network=NetworkSpec(
        input_shape=(2,),
        layers=(
            Dense(name="dense", units=8, activation="relu"),
            Dense(name="output", units=1, activation="sigmoid"),
        ),
    ),
    training=TrainingSpec(
        loss="binary_crossentropy", optimizer=Adam(learning_rate=0.01), batch_size=16, epochs=3
    ),
)
FEW_DIGITS = DataSpec(source=BuiltinDigits(count=1000), scaling="divide_255")


class Studio:
    """The window with everything it was built from, on a small project."""

    def __init__(self, qtbot: QtBot, app: QApplication, settings: Settings) -> None:
        self.qtbot = qtbot
        self.parts: Parts = make_parts(app, settings)
        self.document = self.parts.document
        self.training = self.parts.training
        self.document.open(SMALL)
        self._ready = False
        self.training.ready.connect(self._set_ready)
        self.window: MainWindow = make_window(self.parts)
        self.window.resize(1366, 768)
        self.window.show()
        qtbot.waitExposed(self.window)

    def _set_ready(self) -> None:
        self._ready = True

    def wait(self) -> None:
        """Wait until TensorFlow and the data are loaded."""
        self.until(lambda: self._ready and not self.parts.store.busy)
        assert self.parts.store.dataset is not None

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=LONG)

    def button(self, name: str) -> QPushButton:
        found = self.window.toolbar.findChild(QPushButton, f"button_{name}")
        assert isinstance(found, QPushButton)
        return found

    def click(self, name: str) -> None:
        button = self.button(name)
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) \
            -> None:  # fmt: skip
        self.window.activateWindow()
        with self.qtbot.waitActive(self.window):
            pass
        QTest.keyClick(self.window, key, modifier)

    def begin_endless(self) -> None:
        training = self.document.training.model_copy(update={"epochs": ENDLESS})
        self.document.edit("Endless", training=training)
        self.click("train")
        self.until(lambda: len(self.training.history) >= 2)

    def stop(self) -> None:
        self.click("stop")
        self.until(lambda: self.training.state == "idle")

    def learn(self) -> Snapshot:
        """Take over weights as if they had been trained."""
        network = self.document.network
        self.document.set_snapshot(Snapshot(network, initial_weights(network, 3), 1))
        assert self.document.snapshot is not None
        return self.document.snapshot

    def message(self) -> str:
        """What the message bar shows; empty where it is hidden."""
        bar = self.window.message_bar
        return max((x.text() for x in bar.findChildren(QLabel)), key=len) if bar.isVisible() else ""

    def close(self) -> None:
        self.window.project.ask_before_leaving = False
        self.window.close()
        self.window.deleteLater()
        p = self.parts
        for part in (
            p.queue, p.recorder, p.runs, p.files, p.templates,
            p.messages, p.training, p.film, p.store, p.jobs, p.document,
            p.theme,
        ):  # fmt: skip
            part.deleteLater()


def answer(window: QWidget, button: QMessageBox.StandardButton, seen: list[str]) -> QTimer:
    """Click a button of the next message box; the caller keeps the timer."""
    timer = QTimer(window)

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            timer.stop()
            seen.append(box.text())
            QTest.mouseClick(box.button(button), Qt.MouseButton.LeftButton)

    timer.timeout.connect(look)
    timer.start(10)
    return timer


def type_into_file_dialog(window: QWidget, path: Path) -> QTimer:
    """Type a path into the next file dialog and accept it; the caller keeps the timer."""
    timer = QTimer(window)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        field = dialog.findChild(QLineEdit, "fileNameEdit") if dialog is not None else None
        if isinstance(dialog, QFileDialog) and isinstance(field, QLineEdit):
            timer.stop()
            field.setText(str(path))  # pasted: typing would open the completer over the field
            QTest.keyClick(field, Qt.Key.Key_Return)

    timer.timeout.connect(look)
    timer.start(10)
    return timer

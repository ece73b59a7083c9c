"""The digits panel with photos, and a person at it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.templates import template
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.messages import Message, Messages
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.digits.acquaintance import Acquaintance
from mlp_studio.ui.digits.panel import DigitsPanel
from mlp_studio.ui.photo.opened import PhotoState
from mlp_studio.ui.photo.workspace import PhotoWorkspace
from mlp_studio.ui.theme import Theme
from tests.digits.paper import encoded, pictured, sheet, style, written

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class PhotoLab:
    """The panel, the workspace once a photo is open, and a person at both."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.document = Document(template("digits").project)
        self.jobs = Jobs()
        self.messages = Messages()
        self.told: list[Message] = []
        self.messages.posted.connect(self.told.append)
        self.store = DataStore(self.document, self.jobs)
        self.training = TrainingController(self.document, self.store)
        known = Acquaintance(self.document, self.store, self.training)
        self.panel = DigitsPanel(self.document, self.jobs, self.messages, Theme("light"), known)
        qtbot.addWidget(self.panel)
        self.panel.resize(332, 860)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.learn()

    def learn(self, seed: int = 3) -> Snapshot:
        network = self.document.network
        snapshot = Snapshot(network, initial_weights(network, seed), 1)
        self.document.set_snapshot(snapshot)
        return snapshot

    @property
    def workspace(self) -> PhotoWorkspace:
        return self.panel.photos.workspace

    @property
    def state(self) -> PhotoState:
        assert self.workspace.current is not None
        return self.workspace.current.state

    @property
    def note(self) -> str:
        note = self.workspace.desk.note
        return note.label.text() if note.isVisible() else ""

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not (self.jobs.busy or self.panel.photos.busy), timeout=60_000)

    def open(self, *paths: Path) -> PhotoWorkspace:
        self.panel.photos.open(paths)
        self.wait()
        return self.workspace

    def drop(self, data: QMimeData, target: QWidget | None = None) -> bool:
        """Drop something; return whether it was taken."""
        widget = target or self.panel
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(QPoint(20, 20), copy, data, LEFT, PLAIN)
        enter.ignore()
        QApplication.sendEvent(widget, enter)
        if enter.isAccepted():
            QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), copy, data, LEFT, PLAIN))
            self.wait()
        return enter.isAccepted()

    def drop_files(self, *paths: Path, target: QWidget | None = None) -> bool:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return self.drop(data, target)

    def click(self, button: QPushButton) -> None:
        assert button.isVisible(), button.text()
        QTest.mouseClick(button, LEFT)
        self.wait()

    def drag(self, widget: QWidget, start: QPointF, end: QPointF) -> None:
        places = [start + (end - start) * share for share in (0.0, 0.3, 0.7, 1.0)]
        QTest.mousePress(widget, LEFT, PLAIN, places[0].toPoint())
        for place in places[1:]:
            QTest.mouseMove(widget, place.toPoint())
        QTest.mouseRelease(widget, LEFT, PLAIN, places[-1].toPoint())
        self.wait()

    def point(self, widget: QWidget, place: QPointF) -> None:
        """Move the mouse with no button pressed; the platform of the tests tells it to nobody."""
        where = QPointF(widget.mapToGlobal(place))
        none = Qt.MouseButton.NoButton
        move = QMouseEvent(QEvent.Type.MouseMove, place, where, none, none, PLAIN)
        QApplication.sendEvent(widget, move)

    def key(self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(widget, key, modifiers)
        self.wait()

    def close(self) -> None:
        self.training.close()
        self.jobs.close()


def photo_of(path: Path, digit: int, seed: int = 1) -> Path:
    """Write a photo of one digit, in the middle of the paper."""
    rng = np.random.default_rng(seed)
    ink = written(style(digit, rng), 300, (80, 70, 140, 140), 14)
    path.write_bytes(encoded(pictured(ink, "uneven", rng)))
    return path


def sheet_of(path: Path, digits: Sequence[int], seed: int = 1, columns: int = 5) -> Path:
    """Write a photo of many digits."""
    rng = np.random.default_rng(seed)
    ink, _cells = sheet([style(digit, rng) for digit in digits], rng, columns=columns, cell=64)
    Image.fromarray(pictured(ink, "texture", rng)).save(path)
    return path

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

from mlp_studio.ui.photo.opened import PhotoState
from mlp_studio.ui.photo.workspace import PhotoWorkspace
from tests.digits.paper import encoded, pictured, sheet, style, written
from tests.ui.digits_lab import DigitsLab

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class PhotoLab(DigitsLab):
    """The panel, the workspace once a photo is open, and a person at both."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.learn()

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

"""Mouse and eyes: real events into the window, conditions waited for, pictures taken."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget

from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text

POLL_MS = 10
MENU_MS = 300
DIALOG_MS = 600


class Hand:
    """Drives one window.

    Parameters
    ----------
    window : QWidget
        The window.
    folder : Path
        Where pictures go.
    """

    def __init__(self, window: QWidget, folder: Path) -> None:
        self._window = window
        self._folder = folder

    def wait(self, condition: Callable[[], bool], seconds: float, what: str) -> None:
        """Let the program run until `condition` holds.

        Raises
        ------
        StudioError
            When it does not hold in time.
        """
        if condition():
            return
        loop = QEventLoop()
        poll, limit = QTimer(), QTimer()
        poll.setInterval(POLL_MS)
        poll.timeout.connect(lambda: loop.quit() if condition() else None)
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        poll.start()
        limit.start(int(seconds * 1000))
        loop.exec()
        poll.stop()
        limit.stop()
        if not condition():
            raise StudioError(
                text("Waited {seconds} s in vain: {what}.", seconds=seconds, what=what)
            )

    def rest(self, milliseconds: int) -> None:
        """Let the program run for a while, as a person looks."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget with the left button."""
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or QPoint()
        )

    def double_click(self, widget: QWidget, at: QPoint) -> None:
        """Double-click a widget with the left button."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def choose(self, button: QWidget, menu: QMenu, action: QAction) -> None:
        """Open a menu with a click on its button and click one of its actions."""

        def pick() -> None:
            self.click(menu, menu.actionGeometry(action).center())

        # The menu runs an event loop of its own inside the click: the choice comes from a timer.
        QTimer.singleShot(MENU_MS, pick)
        self.click(button)
        self.wait(lambda: not menu.isVisible(), 5, f"the menu closes after {action.text()}")

    def answer_file_dialog(self, path: Path) -> None:
        """Type a path into the file dialog that opens next, and accept it."""

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QFileDialog):
                field = dialog.findChild(QLineEdit, "fileNameEdit")
                if isinstance(field, QLineEdit):
                    field.selectAll()
                    self.type(field, str(path))

        QTimer.singleShot(DIALOG_MS, answer)

    def type(self, widget: QWidget, words: str) -> None:
        """Type into a widget and press Return."""
        QTest.keyClicks(widget, words)
        QTest.keyClick(widget, Qt.Key.Key_Return)

    def draw(
        self,
        canvas: QWidget,
        strokes: list[list[QPointF]],
        moved: Callable[[], None] | None = None,
    ) -> None:
        """Draw strokes with the left button; `moved` is called after each move."""
        for stroke in strokes:
            QTest.mousePress(
                canvas,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                stroke[0].toPoint(),
            )
            for point in stroke[1:]:
                QTest.mouseMove(canvas, point.toPoint())
                if moved is not None:
                    moved()
            QTest.mouseRelease(
                canvas,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                stroke[-1].toPoint(),
            )
        QApplication.processEvents()

    def picture(self, name: str) -> str:
        """Take a picture of the window; return the file's name."""
        self.rest(150)
        file = f"{name}.png"
        if not self._window.grab().save(str(self._folder / file)):
            raise StudioError(text("The picture {file} can't be written.", file=file))
        return file


class GapMeter(QObject):
    """Reads how long the GUI thread leaves its events waiting, with a 5 ms timer."""

    INTERVAL_MS = 5

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(self.INTERVAL_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to read."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """End."""
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

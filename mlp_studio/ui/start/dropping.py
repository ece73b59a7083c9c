"""Projects and networks dropped onto the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from mlp_studio.studio.architectures import SUFFIXES
from mlp_studio.studio.files import SUFFIX


class Dropping(QObject):
    """Opens a file that is dropped; files of other kinds pass.

    Parameters
    ----------
    window : QWidget
        Onto which they are dropped.
    open_project, open_architecture : callable
        Given the file's path.
    """

    def __init__(
        self,
        window: QWidget,
        open_project: Callable[[Path], None],
        open_architecture: Callable[[Path], None],
    ) -> None:
        super().__init__(window)
        self._open_project = open_project
        self._open_architecture = open_architecture
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):  # entering and moving are such events too
            path = _file(event)
            if path is not None:
                event.acceptProposedAction()
                if type(event) is QDropEvent:
                    self._open(path)
                return True
        return super().eventFilter(watched, event)

    def _open(self, path: Path) -> None:
        if path.suffix.lower() == SUFFIX:
            self._open_project(path)
        else:
            self._open_architecture(path)


def _file(event: QDropEvent | QDragEnterEvent) -> Path | None:
    """Return the file that is being dragged, where it is one that can be opened."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in SUFFIXES else None

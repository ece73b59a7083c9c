"""The pace at which the canvas shows new weights while a network trains."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.scene import NetworkScene

PAUSE_MS = 140  # weights are shown seven times a second at most
LINKS_A_FRAME, FRAME_MS = 3, 12  # and in a deep network some connections at a time


class LiveWeights(QObject):
    """Shows the newest weights, neither too often nor unseen nor all in one long frame."""

    def __init__(self, document: Document, scene: NetworkScene, view: QWidget) -> None:
        super().__init__(view)
        self._scene = scene
        self._view = view
        self._stale = False
        self._next_link = 0
        self._at_once = False
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.timeout.connect(self.catch_up)
        document.snapshot_changed.connect(self._changed)

    def catch_up(self) -> None:
        """Show a part of the newest weights if they are not all shown, the next part soon."""
        if not self._view.isVisible():
            return
        if self._next_link == 0:
            if not self._stale:
                return
            self._stale = False
        more = self._scene.show_weights(self._next_link, LINKS_A_FRAME)
        self._next_link = self._next_link + LINKS_A_FRAME if more else 0
        self._pace.start(FRAME_MS if more else PAUSE_MS)

    def begin_anew(self) -> None:
        """Show the next weights at once: the network is another one."""
        self._next_link = 0
        self._at_once = True

    def _changed(self, _snapshot: object) -> None:
        self._stale = True
        if self._at_once or not self._pace.isActive():
            self._at_once = False
            self.catch_up()

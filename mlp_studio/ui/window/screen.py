"""Where the window is on the screen: kept from start to start, never beyond its edges."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from mlp_studio.studio.settings import Settings
from mlp_studio.ui.common.on_screen import bring_on_screen

WANTED = QSize(1600, 900)  # logical pixels, at the first start


class Placement(QObject):
    """Restores a window's place, and keeps it on the screen it is on.

    Parameters
    ----------
    window : QWidget
        The window.
    settings : Settings
        Where its place is kept.
    """

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._screen: QScreen | None = None
        window.resize(WANTED.boundedTo(window.screen().availableGeometry().size()))
        if settings.values.geometry:
            window.restoreGeometry(QByteArray.fromBase64(settings.values.geometry.encode()))

    def keep(self) -> None:
        """Remember the window's place."""
        place = bytes(self._window.saveGeometry().toBase64().data()).decode()
        self._settings.set("geometry", place)

    def fit(self, _what: object = None) -> None:
        """Bring the window onto its screen, smaller where it is larger than that."""
        window = self._window
        if window.isMaximized() or window.isFullScreen() or window.isMinimized():
            return
        bring_on_screen(window)

    def shown(self) -> None:
        """Bring the window onto its screen, and keep it there when its room changes."""
        handle = self._window.windowHandle()
        if self._screen is None and handle is not None:
            handle.screenChanged.connect(self._follow)
            self._follow(handle.screen())
        self.fit()

    def _follow(self, screen: QScreen) -> None:
        """Watch the screen the window is on: its room may change while the program runs."""
        if self._screen is not None:
            self._screen.availableGeometryChanged.disconnect(self.fit)
        self._screen = screen
        screen.availableGeometryChanged.connect(self.fit)

"""Panels that scroll where they are cut short, and stacks as large as the page shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QWidget


class Scrolling(QScrollArea):
    """Lets a panel scroll up and down; it never gets narrower than the panel can be.

    Parameters
    ----------
    panel : QWidget
        What scrolls.
    ground : str
        The value of the property ``panel``: ``"side"`` or ``"canvas"``.
    """

    def __init__(self, panel: QWidget, ground: str = "side", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("panel", ground)
        self.viewport().setProperty("panel", ground)
        self.setWidget(panel)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        panel = self.widget()
        least = panel.minimumSizeHint().expandedTo(panel.minimumSize()).width()
        return QSize(least + bar, 80)

    def sizeHint(self) -> QSize:
        wanted = self.widget().sizeHint()
        return QSize(wanted.width() + self.verticalScrollBar().sizeHint().width(), wanted.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class PageStack(QStackedWidget):
    """A stack that asks for as much room as the page shown, not as the largest of all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: dict[QWidget, QSizePolicy] = {}
        self.currentChanged.connect(self._measure)

    def add(self, *pages: QWidget) -> None:
        """Add pages."""
        for page in pages:
            self._wanted[page] = page.sizePolicy()
            self.addWidget(page)
        self._measure()

    def _measure(self, _number: int = 0) -> None:
        ignored = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        for page, wanted in self._wanted.items():
            page.setSizePolicy(wanted if page is self.currentWidget() else ignored)
        self.updateGeometry()

"""Panels that scroll where they are cut short, and stacks as large as the page shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
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
        self._panel = panel
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("panel", ground)
        self.viewport().setProperty("panel", ground)
        self.setWidget(panel)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        least = self._panel.minimumSizeHint().expandedTo(self._panel.minimumSize()).width()
        return QSize(least + bar, 80)

    def sizeHint(self) -> QSize:
        wanted = self._panel.sizeHint()
        return QSize(wanted.width() + self.verticalScrollBar().sizeHint().width(), wanted.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Sheet(QScrollArea):
    """Lets the body of a dialog scroll both ways where the screen is smaller than it."""

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.setProperty("panel", "side")
        self.setProperty("panel", "side")
        self.viewport().setProperty("panel", "side")
        self.setWidget(body)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160).boundedTo(self._body.minimumSizeHint())

    def sizeHint(self) -> QSize:
        return self._body.sizeHint()


class Sideways(QScrollArea):
    """Lets a row scroll to the side where it is cut short; the wheel scrolls it too.

    Parameters
    ----------
    row : QWidget
        What scrolls.
    told : callable, optional
        Told how many pixels there are across, so that the row can do with less.
    """

    def __init__(
        self,
        row: QWidget,
        told: Callable[[int], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row = row
        self._told = told
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part in (self, self.viewport(), row):
            part.setProperty("panel", "canvas")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(row)

    @property
    def cut(self) -> bool:
        """Whether not all of the row is seen."""
        return self._row.minimumSizeHint().width() > self.width()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        row = self._row
        if row.minimumHeight() == row.maximumHeight():  # it has room for the bar in it
            return QSize(row.sizeHint().width(), row.height())
        bar = self.horizontalScrollBar().sizeHint().height() if self.cut else 0
        return row.sizeHint() + QSize(0, bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._told is not None:
            self._told(self.width())
        super().resizeEvent(event)
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()


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

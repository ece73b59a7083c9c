"""What a person sees of a window: whether everything lies within it and can be read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mlp_studio.ui.builder.facts import FactsLabel
from mlp_studio.ui.common.eliding import ElidingLabel
from mlp_studio.ui.features.fitting import FittingLabel
from mlp_studio.ui.window.rail import Rail

CAUGHT_UP_MS = 1000
YIELDING = ElidingLabel, FittingLabel, FactsLabel, Rail  # they say less by themselves


def seen(widget: QWidget) -> Iterator[QWidget]:
    """Yield what is visible in a widget, but not what scrolling areas and tab bars do inside."""
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield child
            if not isinstance(child, QComboBox | QTabBar):
                yield from seen(child)


def _scrolled(widget: QWidget) -> bool:
    """Whether a widget is the content of an area that scrolls, or lies in one."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            area = above.parentWidget()
            assert isinstance(area, QAbstractScrollArea)
            if above is area.viewport():
                return True
        above = above.parentWidget()
    return False


def told(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName()!r} {words!r}"


def faults(window: QWidget) -> list[str]:
    """Return what is beyond the window, cut off by its parent or too narrow for its words."""
    found = []
    inside = window.rect()
    for widget in seen(window):
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        if not _scrolled(widget) and not inside.contains(place) and place.isValid():
            found.append(f"beyond the window: {told(widget)} at {place.getRect()}")
        found += _cut(widget)
    return found


def lasting_faults(window: QWidget, qtbot: QtBot) -> list[str]:
    """Return the faults that are still there when layouts have caught up."""
    try:
        qtbot.waitUntil(lambda: not faults(window), timeout=CAUGHT_UP_MS)
    except qtbot.TimeoutError:
        return faults(window)
    return []


def _leaves(widget: QWidget, parent: QWidget | None) -> bool:
    """Whether a widget that a layout has placed reaches beyond its parent."""
    if parent is None or parent.layout() is None or widget.size().isEmpty():
        return False
    return not parent.rect().contains(widget.geometry())


def _cut(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent is not None else None
    content = isinstance(area, QScrollArea) and area.widget() is widget
    if content:
        assert isinstance(area, QScrollArea)
        hidden = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if hidden and widget.width() > area.viewport().width():
            yield f"cut at the side: {told(widget)}"
    elif _leaves(widget, parent):
        yield f"beyond its parent {told(widget.parentWidget())}: {told(widget)}"
    if isinstance(widget, YIELDING):
        if isinstance(widget, ElidingLabel) and widget.cut and not widget.text():
            yield f"nothing said: {told(widget)}"
    elif isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
        if widget.width() < widget.minimumSizeHint().width():
            yield f"words cut off: {told(widget)}"
    elif isinstance(widget, QAbstractButton) and widget.text():
        if isinstance(widget, QToolButton) and isinstance(parent, QTabBar):
            return
        if widget.width() < widget.fontMetrics().horizontalAdvance(widget.text().replace("&", "")):
            yield f"words cut off: {told(widget)}"

"""Thumbnails of projects: painted once for each look and size, and kept."""

from __future__ import annotations

import math
from collections import OrderedDict

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from mlp_studio.core.datasets import AnySource
from mlp_studio.core.layers import Activation, Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.studio.jobs import Jobs
from mlp_studio.ui.start.miniature import SLOW, Miniature, miniature
from mlp_studio.ui.start.painting import paint_data, paint_network
from mlp_studio.ui.theme import Theme, Tokens

MOST = 240  # pictures kept
SMALL = 64  # pixels; below this only the data is painted
ACROSS = {"softmax", "log_softmax"}  # activations without a curve of their own


class Thumbnails(QObject):
    """Paints projects in miniature.

    Parameters
    ----------
    theme : Theme
        Its colours.
    jobs : Jobs
        For data that takes long to make.
    parent : QObject, optional
        Owner.

    Signals
    -------
    improved()
        Data that was being made is there: whoever shows thumbnails paints anew.
    """

    improved = Signal()

    def __init__(self, theme: Theme, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._jobs = jobs
        self._kept: OrderedDict[object, QPixmap] = OrderedDict()
        self._data: dict[AnySource, Miniature | None] = {}
        self._making: set[AnySource] = set()

    def pixmap(self, project: ProjectSpec, size: QSize, ratio: float = 1.0) -> QPixmap:
        """Return the picture of a project.

        Parameters
        ----------
        project : ProjectSpec
            What to paint: its data and its network.
        size : QSize
            In logical pixels.
        ratio : float
            Pixels of the screen for each of them.
        """
        tokens = self._theme.tokens
        source = project.data.source
        shown, whole = self._miniature(source)
        key = (
            source, project.network, project.name, size.width(), size.height(), ratio,
            tokens.dark, whole,
        )  # fmt: skip
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(0, 0, size.width(), size.height())
        paint(painter, frame, project, shown, tokens, waiting=not whole)
        painter.end()
        self._kept[key] = picture
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
        return picture

    def _miniature(self, source: AnySource) -> tuple[Miniature | None, bool]:
        """Return what there is to see, and whether that is all there will be."""
        if source in self._data:
            return self._data[source], True
        if not isinstance(source, SLOW):
            self._data[source] = miniature(source)
            return self._data[source], True
        if source not in self._making:
            self._making.add(source)

            def done(found: Miniature | None) -> None:
                self._data[source] = found
                self._making.discard(source)
                self.improved.emit()

            self._jobs.start(lambda _progress: miniature(source), done, self._failed)
        return None, False

    def _failed(self, error: Exception) -> None:
        raise error  # made from a valid spec: nothing is expected to go wrong


def paint(
    painter: QPainter,
    frame: QRectF,
    project: ProjectSpec,
    shown: Miniature | None,
    tokens: Tokens,
    *,
    waiting: bool = False,
) -> None:
    """Paint a project's card: its data, and beside it its network where there is room."""
    outline = QPainterPath()
    outline.addRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setPen(QPen(tokens.colour("line"), 1))
    painter.setBrush(tokens.colour("background"))
    painter.drawPath(outline)
    painter.setClipPath(outline)
    if frame.width() < SMALL:
        inside = frame.adjusted(3, 3, -3, -3)
        paint_data(painter, inside, shown, tokens, project.name)
        return
    margin = frame.height() * 0.09
    inside = frame.adjusted(margin, margin, -margin, -margin)
    widths, marks = columns(project.network)
    if shown is None and not waiting:  # the place of data that is to come stays free
        paint_network(painter, inside, widths, marks, tokens)
        return
    share = 0.56
    left = QRectF(inside.left(), inside.top(), inside.width() * share, inside.height())
    paint_data(painter, left, shown, tokens, project.name)
    gap = inside.width() * 0.05
    right = QRectF(left.right() + gap, inside.top() + 4, 0, inside.height() - 8)
    right.setRight(inside.right())
    paint_network(painter, right, widths, marks, tokens)


def columns(network: NetworkSpec) -> tuple[list[int], list[str]]:
    """Return the units of the input and of each Dense layer, and each one's activation.

    That of the output is left out, as are those without a curve.
    """
    widths, marks = [math.prod(network.input_shape)], [""]
    for layer in network.layers:
        if isinstance(layer, Dense):
            widths.append(layer.units)
            marks.append(layer.activation)
        elif isinstance(layer, Activation) and len(widths) > 1:
            marks[-1] = layer.activation
    marks[-1] = ""
    return widths, ["" if mark in ACROSS else mark for mark in marks]

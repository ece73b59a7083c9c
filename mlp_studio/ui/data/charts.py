"""Small pictures of examples that are no images: points, graphs, curves and arrows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.dataset import Dataset
from mlp_studio.ui.common.colours import colouring, value_colours
from mlp_studio.ui.theme import class_colour

Kind = Literal["plane", "graph", "curve", "field", "first"]
"""Points of the plane; outputs against the one input; two outputs of one input as a curve;
two outputs of two inputs as arrows; else the first output against the first input."""

DOT = 1.4  # radius of a point, in pixels
ARROWS = 13  # to a side
HEAD = 0.35  # of an arrow's length


@dataclass(frozen=True, eq=False)
class Chart:
    """Points to paint and the colour of each.

    Parameters
    ----------
    kind : str
        What is shown.
    points : AnyArray of shape (n, 2)
        Places.
    colours : tuple of QColor
        To choose from.
    colour_of : ndarray of int, shape (n,)
        Which of them each point has.
    arrows : AnyArray of shape (n, 2), optional
        Arrows to paint at the points.
    """

    kind: Kind
    points: AnyArray
    colours: tuple[QColor, ...]
    colour_of: NDArray[np.int64]
    arrows: AnyArray | None = None


def chart_of(x: FloatArray, y: AnyArray, dataset: Dataset) -> Chart:
    """Return what is to be seen of some examples.

    Parameters
    ----------
    x : FloatArray of shape (n, inputs)
        Their inputs.
    y : ndarray of shape (n,) or (n, outputs)
        Their classes or values.
    dataset : Dataset
        Where they are from: the ranges of the colours are those of all.
    """
    inputs = x.shape[1]
    if dataset.facts.task != "regression":
        colours = colouring(dataset)
        if inputs == 1:  # a strip for each class
            height = y + np.random.default_rng(0).uniform(-0.3, 0.3, len(y))
            x = np.stack([x[:, 0], height.astype(np.float32)], axis=1)
        return Chart("plane", x[:, :2], colours.colours, colours.indices(y))
    outputs = y.shape[1]
    if inputs == 1 and outputs == 2:
        return _by_value("curve", y, x[:, 0])
    if inputs == 1:
        points = np.stack([np.tile(x[:, 0], outputs), y.T.ravel()], axis=1)
        number = np.repeat(np.arange(outputs), len(x))
        return Chart("graph", points, tuple(map(class_colour, range(outputs))), number)
    if inputs == 2 and outputs == 2:
        chosen = _spaced(x)
        length = np.hypot(*y[chosen].T)
        chart = _by_value("field", x[chosen], length)
        return Chart("field", chart.points, chart.colours, chart.colour_of, y[chosen])
    colours = colouring(dataset)
    if inputs == 2:
        return Chart("plane", x, colours.colours, colours.indices(y))
    points = np.stack([x[:, 0], y[:, 0]], axis=1)
    return Chart("first", points, (class_colour(0),), np.zeros(len(x), np.int64))


def paint(painter: QPainter, frame: QRectF, chart: Chart) -> None:
    """Paint a chart into a frame; the plane keeps its proportions, graphs fill the frame."""
    low, high = chart.points.min(axis=0), chart.points.max(axis=0)
    span = np.maximum((high - low).astype(np.float64), 1e-9)
    scale = np.array([frame.width(), frame.height()]) / span
    if chart.kind in {"plane", "curve", "field"}:
        scale[:] = scale.min()
    middle = (low + high) / 2
    centre = np.array([frame.center().x(), frame.center().y()])
    places = centre + (chart.points - middle) * scale * [1, -1]
    if chart.arrows is not None:
        _paint_arrows(painter, frame, places, chart)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    for (x, y), number in zip(places.tolist(), chart.colour_of.tolist(), strict=True):
        painter.setBrush(chart.colours[number])
        painter.drawEllipse(QPointF(x, y), DOT, DOT)


def _paint_arrows(painter: QPainter, frame: QRectF, places: AnyArray, chart: Chart) -> None:
    arrows = np.asarray(chart.arrows, np.float64) * [1, -1]
    longest = max(float(np.hypot(*arrows.T).max()), 1e-12)
    arrows *= 1.2 * min(frame.width(), frame.height()) / ARROWS / longest
    for place, arrow, number in zip(places, arrows, chart.colour_of, strict=True):
        painter.setPen(QPen(chart.colours[number], 1.3))
        start, tip = place - arrow / 2, place + arrow / 2
        side = np.array([-arrow[1], arrow[0]]) * HEAD / 2
        back = tip - HEAD * arrow
        painter.drawLine(QPointF(*start), QPointF(*tip))
        painter.drawPolyline([QPointF(*(back + side)), QPointF(*tip), QPointF(*(back - side))])


def _by_value(kind: Kind, points: AnyArray, values: AnyArray) -> Chart:
    """Return points coloured from the lowest of their values to the highest."""
    colours = value_colours()
    span = float(values.max() - values.min()) or 1.0
    level = np.rint((values - values.min()) / span * (len(colours) - 1)).astype(np.int64)
    return Chart(kind, points, colours, level)


def _spaced(x: FloatArray) -> NDArray[np.int64]:
    """Return one example in each of the squares of a coarse grid."""
    low, high = x.min(axis=0), x.max(axis=0)
    cell = ((x - low) / np.maximum(high - low, 1e-9) * ARROWS).astype(int).clip(0, ARROWS - 1)
    _cells, first = np.unique(cell @ [1, ARROWS], return_index=True)
    return np.asarray(first, np.int64)

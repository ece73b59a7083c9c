"""What the items of a scene share: haste while zooming, and costly shapes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from weakref import WeakValueDictionary

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from mlp_studio.ui.builder.raster import CurveRaster

KEPT = 64  # stamps: columns of one scale have few sizes between them


@dataclass
class Pace:
    """Whether former pictures, scaled, will do for now, and shapes that are made once.

    Parameters
    ----------
    hurried : bool
        Whether they will do.
    stamps : dict
        Pictures of neurons by what they look like.
    rasters : WeakValueDictionary
        The curves between columns by their shape; in a deep network most are alike.
    """

    hurried: bool = False
    stamps: dict[tuple[object, ...], QPixmap] = field(default_factory=dict)
    rasters: WeakValueDictionary[tuple[object, ...], CurveRaster] = field(
        default_factory=WeakValueDictionary
    )

    def raster(
        self,
        width: float,
        height: float,
        sources: Sequence[float],
        targets: Sequence[float],
        scale: float,
    ) -> CurveRaster:
        """Return a `CurveRaster`; connections of one shape share it."""
        key = (width, height, tuple(sources), tuple(targets), scale)
        found = self.rasters.get(key)
        if found is None:
            found = self.rasters[key] = CurveRaster(width, height, sources, targets, scale)
        return found

    def stamp(self, radius: float, scale: float, ratio: float, ring: QColor, fill: QColor,
              dot: float) -> QPixmap:  # fmt: skip
        """Return the picture of a neuron; columns alike share it.

        Parameters
        ----------
        radius : float
            In scene pixels.
        scale, ratio : float
            Of the view, and pixels of the device for one of the window.
        ring, fill : QColor
            Of the ring with its dot, and of what is between.
        dot : float
            Radius of the dot as a share of the ring's; 0 draws none.
        """
        key = (radius, scale, ratio, ring.rgba(), fill.rgba(), dot)
        found = self.stamps.get(key)
        if found is None:
            if len(self.stamps) >= KEPT:
                self.stamps.clear()
            found = self.stamps[key] = _stamp(radius, scale, ratio, ring, fill, dot)
        return found


def _stamp(
    radius: float, scale: float, ratio: float, ring: QColor, fill: QColor, dot: float
) -> QPixmap:
    side = 2 * int(scale * (radius + pen_width(radius)) + 1)
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    painter.scale(scale, scale)
    paint_neuron(painter, QPointF(0, 0), radius, ring, fill, dot)
    painter.end()
    return picture


def pen_width(radius: float) -> float:
    """Return how wide a neuron's ring is."""
    return max(1.2, radius * 0.19)


def paint_neuron(
    painter: QPainter, centre: QPointF, radius: float, ring: QColor, fill: QColor, dot: float
) -> None:
    """Paint a neuron: a ring with a dot of `dot` times its radius."""
    painter.setPen(QPen(ring, pen_width(radius)))
    painter.setBrush(fill)
    painter.drawEllipse(centre, radius, radius)
    if dot:
        inner = QColor(ring)
        inner.setAlphaF(0.8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inner)
        painter.drawEllipse(centre, radius * dot, radius * dot)

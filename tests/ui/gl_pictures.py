"""Paints surfaces by OpenGL and by the program's own drawing, and tells how they differ.

Run under a display: ``python -m tests.ui.gl_pictures``. The last line is JSON.
"""

from __future__ import annotations

import json
import sys
import time

import numpy as np
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from mlp_studio.analysis.space import Eye
from mlp_studio.analysis.surface import lattice, mesh
from mlp_studio.ui.common.colours import LEVELS, value_colours
from mlp_studio.ui.examples.plot_frame import AxisLook
from mlp_studio.ui.surface.graphics import Graphics
from mlp_studio.ui.surface.plot import Surface, SurfacePlot
from mlp_studio.ui.theme import Theme

EYES = (Eye(), Eye(turn=0.9, tilt=0.7), Eye(turn=2.5, tilt=1.4, zoom=1.3), Eye(tilt=-0.4))


def surface(n: int) -> Surface:
    """A hilly one with a hole and points that stand above it."""
    places = lattice((-1, 1), (-1, 1), n)
    heights = np.sin(3 * places[:, 0]) * np.cos(2 * places[:, 1])
    heights[np.hypot(places[:, 0] - 0.5, places[:, 1] - 0.5) < 0.2] = np.nan
    shape, coarse = mesh(heights, -1, 1), mesh(heights.reshape(n, n)[::2, ::2].ravel(), -1, 1)

    def levels(form: object) -> np.ndarray:
        z = form.corners[:, 2][form.cells].mean(axis=1)  # type: ignore[attr-defined]
        return np.rint((z + 1) / 2 * (LEVELS - 1)).astype(np.int64)

    axes = (AxisLook("x"), AxisLook("y"), AxisLook("z"))
    points = np.array([[-0.5, -0.5, 0.9], [0.6, -0.6, 0.8]], np.float32)
    unit = (-1.0, 1.0)
    return Surface(
        shape, levels(shape), coarse, levels(coarse), value_colours(), points,
        np.full(len(heights), np.nan), axes, (unit, unit, unit),
    )  # fmt: skip


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(float)


def main() -> int:
    app = QApplication(sys.argv[:1])
    graphics = Graphics()
    said: list[str] = []
    graphics.settled.connect(said.append)
    theme = Theme("light")
    theme.apply(app)
    plots = {"own": SurfacePlot(theme, "own"), "gl": SurfacePlot(theme, "gl", graphics)}
    for plot in plots.values():
        plot.resize(320, 300)
        plot.show_surface(surface(61))
    plots["gl"].show()
    end = time.monotonic() + 60
    while not said and time.monotonic() < end:
        app.processEvents()
    found: dict[str, object] = {"settled": said, "painted": graphics.ready}
    apart, red = [], QColor(255, 0, 0)
    for eye in EYES:
        pictures = {}
        for name, plot in plots.items():
            plot.look_from(eye)
            image = QImage(320, 300, QImage.Format.Format_RGB32)
            image.fill(red)
            plot.render(image)
            pictures[name] = pixels(image)
        apart.append(float((np.abs(pictures["own"] - pictures["gl"]).max(axis=2) > 40).mean()))
    found["apart"] = apart
    graphics.close()
    for plot in plots.values():
        plot.close()
    sys.stdout.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

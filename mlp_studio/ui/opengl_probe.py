"""Does OpenGL work here? Run as a process of its own: a broken driver may crash it.

``python -m mlp_studio.ui.opengl_probe`` prints the version and renderer in one line,
or nothing where no context can be made. With ``--picture`` it paints the very pictures that
surfaces need, looks at them, and prints what it found as JSON.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtGui import QGuiApplication

PICTURES = 8


def main(arguments: list[str]) -> int:
    """Print what there is; 1 when there is nothing."""
    from mlp_studio.ui.surface.gl import GLError, GLSurface

    app = QGuiApplication(sys.argv[:1])
    try:
        surface = GLSurface()
        version, renderer = surface.described
        if "--picture" not in arguments:
            sys.stdout.write(" · ".join(words for words in (version, renderer) if words) + "\n")
        else:
            found = {"version": version, "renderer": renderer, "ms": _picture_ms(surface)}
            sys.stdout.write(json.dumps(found) + "\n")
        surface.close()
    except GLError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    del app
    return 0


def _picture_ms(surface: object) -> float:
    """Paint a bowl with points and return the time of a picture, in milliseconds."""
    import numpy as np
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QColor

    from mlp_studio.analysis.space import Eye
    from mlp_studio.analysis.surface import lattice, mesh
    from mlp_studio.ui.surface.gl import GLError, GLSurface

    assert isinstance(surface, GLSurface), "made by the caller"
    places = lattice((-1, 1), (-1, 1), 61)
    shape = mesh((places**2).sum(axis=1), 0.0, 2.0)
    red = np.tile(np.array([1, 0, 0], np.float32), (len(shape.corners), 1))
    points = np.zeros((300, 3), np.float32)
    size, dots = QSize(300, 300), ((3.0, QColor(255, 255, 255)),)
    times = []
    for number in range(PICTURES):
        began = time.perf_counter()
        image = surface.paint(shape, red, points, Eye(0.1 * number, 1.2), size, 1.0, dots)
        times.append(1000 * (time.perf_counter() - began))
        seen = image.pixelColor(150, 200)
        if not (seen.red() > 120 and seen.green() < 60 and seen.alpha() == 255):
            raise GLError(f"the picture is wrong: {seen.name()} where red belongs")
        if image.pixelColor(2, 2).alpha() != 0:
            raise GLError("the picture has no clear ground")
    return float(np.median(times))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

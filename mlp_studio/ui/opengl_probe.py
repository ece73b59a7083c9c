"""OpenGL in a process of its own: a broken driver may crash it, and nothing else with it.

``python -m mlp_studio.ui.opengl_probe`` prints the version and renderer in one line, or
nothing where no context can be made. With ``--serve`` it paints a surface, looks at it, tells
what it found, and then paints what it is asked for, until its input ends; see
`mlp_studio.ui.surface.wire`. It has to be another process also where the driver is sound:
Mesa's drivers and TensorFlow both bring LLVM, and in one process they crash each other.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any, BinaryIO

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage

from mlp_studio.analysis.space import Eye
from mlp_studio.analysis.surface import Mesh, lattice, mesh
from mlp_studio.ui.surface.gl import GLError, GLSurface
from mlp_studio.ui.surface.wire import HEAD, packed

PICTURES = 8


def main(arguments: list[str]) -> int:
    """Print what there is; 1 when there is nothing."""
    app = QGuiApplication(sys.argv[:1])
    try:
        surface = GLSurface()
        if "--serve" in arguments:
            serve(surface, sys.stdin.buffer, sys.stdout.buffer)
        else:
            sys.stdout.write(" · ".join(words for words in surface.described if words) + "\n")
        surface.close()
    except GLError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    del app
    return 0


def serve(surface: GLSurface, given: BinaryIO, told: BinaryIO) -> None:
    """Tell of the first pictures, then paint until the input ends."""
    version, renderer = surface.described
    found = {"version": version, "renderer": renderer, "ms": _picture_ms(surface)}
    told.write(packed(found))
    told.flush()
    shape = Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 4), np.int64), False)
    colours = points = np.zeros((0, 3), np.float32)
    while (message := _read(given)) is not None:
        what, arrays = message
        if arrays:
            corners, cells, colours, points = (
                np.frombuffer(data, kind).reshape(-1, width)
                for data, kind, width in zip(
                    arrays,
                    (np.float32, np.int64, np.float32, np.float32),
                    (3, 4, 3, 3),
                    strict=True,
                )
            )
            shape = Mesh(corners, cells, False)
        dots = tuple((width, QColor(*rgba)) for width, rgba in what["dots"])
        size = QSize(*what["size"])
        image = surface.paint(shape, colours, points, Eye(*what["eye"]), size, what["ratio"], dots)
        image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        side = {"size": [image.width(), image.height()]}
        told.write(packed(side, [bytes(image.constBits())]))
        told.flush()


def _read(given: BinaryIO) -> tuple[dict[str, Any], list[bytes]] | None:
    """Read a message; None at the end of the input."""
    head = given.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    what = json.loads(given.read(HEAD.unpack(head)[0]))
    return what, [given.read(size) for size in what["bytes"]]


def _picture_ms(surface: GLSurface) -> float:
    """Paint a bowl with points, look at it, and return a picture's time in milliseconds.

    Raises
    ------
    GLError
        When the picture is not what it should be.
    """
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

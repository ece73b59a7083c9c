"""Real digits drawn on the canvas with mouse events, anywhere, of any size and with any pen.

``python -m tests.benchmarks.canvas RUN STROKES [COUNT]`` prints how many the network of a run
folder reads as they were written, and how many drawn on the canvas at random sizes, places,
proportions and widths of the pen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mlp_studio.commands.console import say
from mlp_studio.commands.models import Model, digit_model
from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.digits.drawing import drawing_to_image
from mlp_studio.digits.stroke_files import StrokeExample, read_strokes
from mlp_studio.ui.digits.canvas import PEN_WIDTHS, UNIT, DrawingCanvas

SIZES = (0.2, 0.95)  # of the longer side, in the canvas's
PROPORTIONS = (0.75, 4 / 3)  # what the width is multiplied by, beside the height


def draw(canvas: DrawingCanvas, example: StrokeExample, rng: np.random.Generator) -> None:
    """Draw an example with the mouse on an empty canvas."""
    points = np.concatenate([np.asarray(stroke, np.float64) for stroke in example.strokes])
    low, high = points.min(axis=0), points.max(axis=0)
    stretch = np.array([np.exp(rng.uniform(*np.log(PROPORTIONS))), 1.0])
    extent = (high - low) * stretch
    size = rng.uniform(*SIZES) * UNIT
    factor = size / max(float(extent.max()), 1e-6)
    corner = rng.uniform(0, 1, 2) * (UNIT - extent * factor)
    canvas.clear()
    # No thicker than holes stay open: nobody writes a small 8 with a broad pen.
    canvas.set_pen_width(min(rng.uniform(*PEN_WIDTHS), size / 5))
    square = min(canvas.width(), canvas.height())
    left, top = (canvas.width() - square) / 2, (canvas.height() - square) / 2
    for stroke in example.strokes:
        units = (np.asarray(stroke, np.float64) - low) * stretch * factor + corner
        places = units * square / UNIT + (left, top)
        way = [QPoint(round(x), round(y)) for x, y in places]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=way[0])
        for place in way[1:]:
            QTest.mouseMove(canvas, place)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=way[-1])


def drawn(canvas: DrawingCanvas, examples: Sequence[StrokeExample], seed: int = 0) -> FloatArray:
    """Return what the network gets of each example drawn on the canvas, (n, 28, 28)."""
    rng = np.random.default_rng(seed)
    images = np.zeros((len(examples), 28, 28), np.float32)
    for k, example in enumerate(examples):
        draw(canvas, example, rng)
        image = drawing_to_image(canvas.drawing, canvas=UNIT)
        assert image is not None
        images[k] = image
    return images


def plain(examples: Sequence[StrokeExample]) -> FloatArray:
    """Return what the network gets of each example as it was written, (n, 28, 28)."""
    images = [drawing_to_image(example.drawing) for example in examples]
    return np.stack([np.zeros((28, 28), np.float32) if i is None else i for i in images])


def share_read(model: Model, images: FloatArray, examples: Sequence[StrokeExample]) -> float:
    """Return the share of the images that are read as their labels say."""
    labels: AnyArray = np.array([example.label for example in examples])
    read = model.outputs(model.scaler.of_picture(images)).argmax(axis=1)
    return float((read == labels).mean())


def main() -> int:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from mlp_studio.app import make_application
    from mlp_studio.ui.theme import Theme

    app = make_application()
    run, file = Path(sys.argv[1]), Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else None
    model, examples = digit_model(run), read_strokes(file)[:count]
    canvas = DrawingCanvas(Theme("light"))
    canvas.resize(300, 300)
    canvas.show()
    app.processEvents()
    say(f"as written: {share_read(model, plain(examples), examples):.4f}")
    for seed in range(3):
        images = drawn(canvas, examples, seed)
        say(f"on the canvas, seed {seed}: {share_read(model, images, examples):.4f}")
    canvas.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Every figure that a trained network gives."""

from __future__ import annotations

from mlp_studio.figures.classes import calibration, confusion, thresholds
from mlp_studio.figures.content import Evaluated
from mlp_studio.figures.diagram import diagram
from mlp_studio.figures.drawing import Drawing, Say
from mlp_studio.figures.functions import functions
from mlp_studio.figures.samples import samples
from mlp_studio.figures.space import features, kernel, regions
from mlp_studio.figures.training import curves
from mlp_studio.figures.values import values


def drawings(seen: Evaluated, say: Say) -> list[Drawing]:
    """Return the figures, in the order of a report; `say` puts sentences into a language."""
    content = seen.content
    found = [
        diagram(content, say),
        curves(content, say),
        regions(content, say),
        *functions(content, say),
        confusion(seen, say, shares=False),
        confusion(seen, say, shares=True),
        *thresholds(seen, say),
        calibration(seen, say),
        *values(seen, say),
        features(seen, say),
        kernel(content, say),
        *samples(seen, say),
    ]
    return [drawing for drawing in found if drawing is not None]

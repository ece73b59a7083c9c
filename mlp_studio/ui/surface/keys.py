"""What is said of a picture: its colours, its lines, and the values at a place."""

from __future__ import annotations

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.common.colours import Colouring
from mlp_studio.ui.common.numbers import fixed
from mlp_studio.ui.surface.looks import Look, curves_of
from mlp_studio.ui.surface.views import View


def scale_of(look: Look, view: View) -> Colouring | None:
    """Return the colours that a legend explains; None for curves."""
    if view == "curve":
        return None
    if view == "arrows":
        return None if look.wanted == "target" else look.sizes
    return look.colouring


def key_of(look: Look, view: View, contours: str, arrows: str) -> str:
    """Return a piece of each line and what it is, as rich text.

    Parameters
    ----------
    look : Look
        What is shown.
    view : {"surface", "curve", "arrows"}
        How.
    contours, arrows : str
        What the lines of a contour plot and the network's arrows are.
    """
    compared = look.wanted in {"points", "network"}
    if view == "surface":
        return contours if compared else ""
    if view == "arrows":
        target = (look.ink.name(), "━▸", look.names["target"])
        network = (look.sizes.colours[0].name(), "━▸", arrows)
        pieces = {
            "points": (target, network),
            "network": (network,),
            "target": (target,),
            "error": (),
        }[look.wanted]
    else:
        pieces = tuple(
            (line.colour.name(), "╌╌" if line.dashed else "━━", line.name)
            for line in curves_of(look).lines
        )
    return "&nbsp;&nbsp; ".join(
        f'<span style="color:{colour}">{sign}</span>&nbsp;{name}' for colour, sign, name in pieces
    )


def values_at(look: Look, view: View, index: int) -> dict[str, str]:
    """Return place, value, true value and error at a place of the lattice, in words."""
    frame = look.frame
    columns = [0, 1] if view == "arrows" else [look.output]
    said, true = (each[index, columns].astype(np.float64) for each in (frame.said, frame.true))
    with np.errstate(over="ignore", invalid="ignore"):
        error = said - true
    size = np.hypot(*error) if view == "arrows" else error[0]
    return {
        "place": ", ".join(fixed(float(each), 2) for each in frame.inputs[index]),
        "value": _numbers(said),
        "true": _numbers(true),
        "error": fixed(float(size), 3),
    }


def _numbers(values: AnyArray) -> str:
    words = [fixed(float(value), 3) for value in values]
    return words[0] if len(words) == 1 else f"({', '.join(words)})"

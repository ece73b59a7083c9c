"""Some examples with what the network says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlp_studio.analysis.evaluation import Indices, at_random, worst_mistakes
from mlp_studio.core.text import Text, text
from mlp_studio.figures.content import Evaluated
from mlp_studio.figures.drawing import Column, Drawing, Say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

COUNT = 10
GOOD, BAD = "#1f7d45", "#c0292b"


def samples(seen: Evaluated, say: Say) -> list[Drawing]:
    """Return ten examples at random and the ten worst mistakes, where there are pictures."""
    names = seen.content.dataset.class_names
    if not names or len(seen.judged.said.x.shape) < 3:
        return []
    seed = seen.content.project.training.seed
    chosen = (
        ("examples", text("Ten examples at random"), at_random(seen.judged, COUNT, seed)),
        ("mistakes", text("The worst mistakes"), worst_mistakes(seen.judged, COUNT)),
    )
    return [_gallery(seen, *one, say) for one in chosen if len(one[2])]


def _gallery(seen: Evaluated, name: str, title: Text, places: Indices, say: Say) -> Drawing:
    judged, names = seen.judged, seen.content.dataset.class_names
    said = judged.said
    raw = seen.content.dataset.scaler.inverse(said.x[places])
    pictures = raw if raw.ndim == 3 else raw.mean(axis=-1)
    true, answered = said.y[places].astype(int), judged.answered[places]
    sure = said.outputs[places, answered]

    def paint(figure: Figure) -> None:
        grid = figure.subplots(2, COUNT // 2)
        for k, axes in enumerate(grid.ravel()):
            axes.axis("off")
            if k >= len(places):
                continue
            axes.imshow(pictures[k], cmap="gray_r", interpolation="nearest")
            words = f"{names[true[k]]} → {names[answered[k]]}  {sure[k]:.3f}"
            axes.set_title(words, fontsize=7, color=GOOD if true[k] == answered[k] else BAD)

    numbers: dict[str, Column] = {
        "example": places.tolist(),
        say(text("true class")): [names[k] for k in true],
        say(text("answer")): [names[k] for k in answered],
    }
    numbers |= {
        f"p({n})": np.round(said.outputs[places, k], 6).tolist() for k, n in enumerate(names)
    }
    return Drawing(name, say(title), paint, numbers, aspect=0.5, tab="examples")

"""Examples in a space of three dimensions as an interactive page."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mlp_studio.core.arrays import AnyArray, Progress, no_progress
from mlp_studio.core.text import text
from mlp_studio.figures.page import PageLook, page


def space_page(
    points: AnyArray,
    group_of: AnyArray,
    groups: Sequence[tuple[str, str]],
    axes: tuple[str, str, str],
    words: Sequence[str],
    title: str,
    caption: str,
    look: PageLook,
    progress: Progress = no_progress,
) -> str:
    """Return a page with points that are turned, read and switched on and off by group.

    Parameters
    ----------
    points : ndarray of shape (n, 3)
        Three units of a layer, or three components.
    group_of : ndarray of int, shape (n,)
        Which group each point is in: its class, say.
    groups : sequence of (str, str)
        Name and CSS colour of each group.
    axes : tuple of str
        What the axes are called.
    words : sequence of str
        What is read at each point, n of them; lines are parted by ``<br>``.
    title, caption : str
        Above the figure.
    look : PageLook
        Colours and language.
    progress : Progress
        Told how far it is; may raise `Cancelled`.

    Returns
    -------
    str
        HTML with everything in it, about 5 MB.
    """
    progress(0.0, text("Loading the library for pages…"))
    import plotly.graph_objects as go

    progress(0.4, text("Computing the page…"))
    figure = go.Figure()
    sound = np.isfinite(points).all(axis=1)
    for number, (name, colour) in enumerate(groups):
        chosen = np.flatnonzero(sound & (group_of == number))
        if not len(chosen):
            continue
        x, y, z = points[chosen].astype(np.float32).T
        figure.add_trace(
            go.Scatter3d(
                x=x,
                y=y,
                z=z,
                mode="markers",
                marker={"size": 3, "color": colour, "opacity": 0.85},
                name=name,
                text=[words[k] for k in chosen.tolist()],
                hovertemplate="%{text}<extra>%{fullData.name}</extra>",
            )
        )
    first, second, third = axes
    figure.update_layout(
        scene={"xaxis_title": first, "yaxis_title": second, "zaxis_title": third},
        legend={"itemsizing": "constant"},
    )
    progress(0.8, text("Writing the page…"))
    return page(figure, title, caption, look)

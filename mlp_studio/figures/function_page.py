"""A function and the network that learns it as an interactive page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from mlp_studio.analysis.metrics import regression
from mlp_studio.analysis.probe import probe_indices
from mlp_studio.analysis.surface import lattice
from mlp_studio.core.arrays import AnyArray, Progress, Weights, no_progress
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.forward import predict
from mlp_studio.core.function_source import Function
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.text import text
from mlp_studio.data.functions import evaluate
from mlp_studio.figures.page import PageLook, Say, page

GRID = 100  # places to a side
CURVE = 1000  # places of a curve
MOST_POINTS = 5000  # training examples
POINT = "#e3477f"  # of the examples: no colour of the surface
LINES = ("#2f7fd6", "#d9772b")  # network and target as curves


@dataclass(frozen=True, eq=False)
class FunctionPage:
    """What the page is about.

    Parameters
    ----------
    network : NetworkSpec
        Takes as many inputs as the function.
    weights : Weights
        Its weights.
    epoch : int, optional
        Of the weights; None for new ones.
    source : Function
        What is learnt.
    dataset : Dataset
        Its examples.
    across : tuple of int
        The one or two inputs that run through their ranges.
    held : tuple of float
        The values of all inputs; those of the others count.
    output : int
        Which output is shown first; the page has a list of all.
    """

    network: NetworkSpec
    weights: Weights
    epoch: int | None
    source: Function
    dataset: Dataset
    across: tuple[int, ...]
    held: tuple[float, ...]
    output: int = 0


@dataclass(frozen=True, eq=False)
class _Values:
    """Places in the function's units, and both values there."""

    inputs: AnyArray
    said: AnyArray
    true: AnyArray

    @property
    def error(self) -> AnyArray:
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray(self.said.astype(np.float64) - self.true)


def function_page(
    asked: FunctionPage,
    look: PageLook,
    say: Say = str,
    progress: Progress = no_progress,
) -> str:
    """Return a page with network, target, error and training examples.

    Over two inputs a 100 × 100 grid as surfaces that are turned, over one input curves. All
    of it can be read by pointing and switched on and off.

    Parameters
    ----------
    asked : FunctionPage
        What to show.
    look : PageLook
        Colours and language.
    say : callable
        Puts a sentence into the language of the page.
    progress : Progress
        Told how far it is; may raise `Cancelled`.

    Returns
    -------
    str
        HTML with everything in it, about 5 MB.
    """
    progress(0.0, text("Loading the library for pages…"))
    import plotly.graph_objects as go

    progress(0.3, text("Computing the page…"))
    grid, points = _on_grid(asked), _examples(asked)
    figure = go.Figure()
    outputs = len(asked.source.formulas)
    per_output = 0
    for output in range(outputs):
        made = (_curves if len(asked.across) == 1 else _surfaces)(
            go, asked, output, grid, points, look, say
        )
        per_output = len(made)
        for trace in made:
            trace.visible = trace.visible if output == asked.output else False
            figure.add_trace(trace)
        progress(0.3 + 0.4 * (output + 1) / outputs, text("Computing the page…"))
    if len(asked.across) == 1:
        _lay_out_curves(figure, asked, say)
    else:
        _lay_out_surfaces(figure, asked, say)
    if outputs > 1:
        _add_menu(figure, asked, per_output, say)
    progress(0.8, text("Writing the page…"))
    return page(figure, say(text("Function and network")), _caption(asked, points, say), look)


def _on_grid(asked: FunctionPage) -> _Values:
    ends = [(asked.source.inputs[k].low, asked.source.inputs[k].high) for k in asked.across]
    if len(ends) == 1:
        running = np.linspace(*ends[0], CURVE)[:, np.newaxis]
    else:
        running = lattice(ends[0], ends[1], GRID)
    inputs = np.tile(np.array(asked.held, np.float64), (len(running), 1))
    inputs[:, list(asked.across)] = running
    return _Values(inputs, _said(asked, inputs), evaluate(asked.source, inputs))


def _examples(asked: FunctionPage) -> _Values:
    """Return training examples; their values are what the network was given, noise included."""
    train = asked.dataset.train
    chosen = probe_indices(train.y, MOST_POINTS)
    inputs = asked.dataset.scaler.inverse(train.x[chosen])
    said = _predict(asked, train.x[chosen])
    return _Values(inputs, said, train.y[chosen].reshape(len(chosen), -1))


def _said(asked: FunctionPage, inputs: AnyArray) -> AnyArray:
    return _predict(asked, asked.dataset.scaler.transform(inputs))


def _predict(asked: FunctionPage, x: AnyArray) -> AnyArray:
    with np.errstate(over="ignore", invalid="ignore"):  # a diverged network: holes
        return predict(asked.network, asked.weights, x).reshape(len(x), -1)


def _surfaces(
    go: Any,
    asked: FunctionPage,
    output: int,
    grid: _Values,
    points: _Values,
    look: PageLook,
    say: Say,
) -> list[Any]:
    """Return network, target and examples in one scene, the error in the other."""
    (a, b), n = asked.across, GRID
    x, y = (grid.inputs[:, k].reshape(n, n).astype(np.float32) for k in (a, b))
    x, y = x[0], y[:, 0]
    said, true, error = (
        each[:, output].reshape(n, n).astype(np.float32)
        for each in (grid.said, grid.true, grid.error)
    )
    beside = np.stack([said, true, error], axis=-1)
    low, high = _ends(true, asked.dataset.train.y.reshape(len(asked.dataset.train), -1)[:, output])
    most = _most(error)
    names = [asked.source.inputs[k].name for k in (a, b)]
    hover = _hover(names, say)
    network, target, wrong = say(text("network")), say(text("target")), say(text("error"))
    common = {"x": x, "y": y, "customdata": beside, "hovertemplate": hover, "showlegend": True}
    made = [
        go.Surface(z=said, name=network, colorscale="Viridis", cmin=low, cmax=high,
                   colorbar={"len": 0.6, "x": 0.56, "thickness": 12}, visible=True, **common),
        go.Surface(z=true, name=target, colorscale="Greys", cmin=low, cmax=high, opacity=0.75,
                   showscale=False, visible="legendonly", **common),
    ]  # fmt: skip
    if len(asked.source.inputs) == 2:
        made.append(
            go.Scatter3d(
                x=points.inputs[:, a].astype(np.float32),
                y=points.inputs[:, b].astype(np.float32),
                z=points.true[:, output].astype(np.float32),
                mode="markers",
                marker={"size": 2, "color": POINT},
                name=say(text("training examples")),
                customdata=_beside(points, output),
                hovertemplate=hover,
                visible=True,
            )
        )
    scale = [[0, look.negative], [0.5, look.middle], [1, look.positive]]
    made.append(
        go.Surface(z=error, name=wrong, colorscale=scale, cmin=-most, cmax=most, scene="scene2",
                   colorbar={"len": 0.6, "x": 1.0, "thickness": 12}, visible=True, **common)
    )  # fmt: skip
    return made


def _curves(
    go: Any,
    asked: FunctionPage,
    output: int,
    grid: _Values,
    points: _Values,
    look: PageLook,
    say: Say,
) -> list[Any]:
    """Return network, target and examples in one plot, the error below."""
    (a,) = asked.across
    x = grid.inputs[:, a]
    hover = _hover([asked.source.inputs[a].name], say)
    common = {"x": x, "customdata": _beside(grid, output), "hovertemplate": hover,
              "visible": True}  # fmt: skip
    made = []
    if len(asked.source.inputs) == 1:
        made.append(
            go.Scattergl(
                x=points.inputs[:, a],
                y=points.true[:, output],
                mode="markers",
                marker={"size": 4, "color": POINT, "opacity": 0.6},
                name=say(text("training examples")),
                customdata=_beside(points, output),
                hovertemplate=hover,
                visible=True,
            )
        )
    made += [
        go.Scatter(y=grid.true[:, output], name=say(text("target")),
                   line={"color": LINES[1], "dash": "dash"}, **common),
        go.Scatter(y=grid.said[:, output], name=say(text("network")),
                   line={"color": LINES[0]}, **common),
        go.Scatter(y=grid.error[:, output], name=say(text("error")), yaxis="y2",
                   line={"color": look.positive}, fill="tozeroy", **common),
    ]  # fmt: skip
    return made


def _beside(values: _Values, output: int) -> AnyArray:
    """Return what is read at each place: network, target and error."""
    columns = [each[:, output] for each in (values.said, values.true, values.error)]
    return np.stack(columns, axis=-1).astype(np.float32)


def _hover(names: list[str], say: Say) -> str:
    places = [f"{name} %{{{axis}:.3f}}" for name, axis in zip(names, "xy", strict=False)]
    words = [say(text("network")), say(text("target")), say(text("error"))]
    values = [f"{word} %{{customdata[{k}]:.4f}}" for k, word in enumerate(words)]
    return "<br>".join((*places, *values)) + "<extra>%{fullData.name}</extra>"


def _lay_out_surfaces(figure: Any, asked: FunctionPage, say: Say) -> None:
    first, second = (asked.source.inputs[k].name for k in asked.across)
    axes = {"xaxis_title": first, "yaxis_title": second, "aspectmode": "manual",
            "aspectratio": {"x": 1, "y": 1, "z": 0.62}}  # fmt: skip
    figure.update_layout(
        scene={"domain": {"x": [0, 0.55]}, "zaxis_title": say(text("value")), **axes},
        scene2={"domain": {"x": [0.62, 1]}, "zaxis_title": say(text("error")), **axes},
        legend={"x": 0, "y": 1},
    )


def _lay_out_curves(figure: Any, asked: FunctionPage, say: Say) -> None:
    figure.update_layout(
        xaxis={"title": asked.source.inputs[asked.across[0]].name, "anchor": "y2"},
        yaxis={"title": say(text("value")), "domain": [0.36, 1]},
        yaxis2={"title": say(text("error")), "domain": [0, 0.28], "anchor": "x"},
        legend={"x": 0, "y": 1.06, "orientation": "h"},
    )


def _add_menu(figure: Any, asked: FunctionPage, per_output: int, say: Say) -> None:
    """Add a list of the outputs that shows one of them."""
    shown = [trace.visible for trace in figure.data]
    first = shown[asked.output * per_output : (asked.output + 1) * per_output]
    entries = []
    for output, formula in enumerate(asked.source.formulas):
        visible: list[Any] = [False] * len(shown)
        visible[output * per_output : (output + 1) * per_output] = first
        label = say(text("Output {number}: {formula}", number=output + 1, formula=formula))
        entries.append({"label": label, "method": "update", "args": [{"visible": visible}]})
    menu = {"buttons": entries, "active": asked.output, "x": 1, "xanchor": "right", "y": 1.08,
            "bgcolor": "#ffffff", "font": {"color": "#1b2433"}}  # fmt: skip
    figure.update_layout(updatemenus=[menu])


def _caption(asked: FunctionPage, points: _Values, say: Say) -> str:
    """Return formulas, epoch, scores of the validation part and what is held."""
    words = ["f = " + "; ".join(asked.source.formulas)]
    if asked.epoch is None:
        words.append(say(text("new random weights")))
    else:
        words.append(say(text("after epoch {epoch}", epoch=f"{asked.epoch:,}")))
    part = asked.dataset.validation
    if len(part):
        scores = regression(part.y.reshape(len(part), -1), _predict(asked, part.x))
        if scores["mae"] is not None and np.isfinite(scores["mae"]):
            r2 = "–" if scores["r2"] is None else f"{scores['r2']:.4f}"
            words.append(
                say(
                    text("validation: mean error {mae}, R² {r2}", mae=f"{scores['mae']:.4g}", r2=r2)
                )
            )
    if len(points.inputs) < len(asked.dataset.train) and len(asked.source.inputs) <= 2:
        words.append(
            say(
                text(
                    "{shown} of {count} training examples",
                    shown=f"{len(points.inputs):,}",
                    count=f"{len(asked.dataset.train):,}",
                )
            )
        )
    held = [
        f"{each.name} = {asked.held[k]:.4g}"
        for k, each in enumerate(asked.source.inputs)
        if k not in asked.across
    ]
    if held:
        words.append(say(text("held: {inputs}", inputs=", ".join(held))))
    return " · ".join(words)


def _ends(true: AnyArray, learnt: AnyArray) -> tuple[float, float]:
    """Return the range of the colours."""
    finite = true[np.isfinite(true)]
    both = np.concatenate([finite, learnt[:0] if len(finite) else learnt]).astype(np.float64)
    low, high = float(both.min()), float(both.max())
    return (low, high) if low < high else (low - 0.5, high + 0.5)


def _most(error: AnyArray) -> float:
    finite = np.abs(error[np.isfinite(error)])
    return float(finite.max(initial=0.0)) or 1.0

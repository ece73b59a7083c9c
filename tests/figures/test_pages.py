"""Interactive pages have the numbers of the forward pass, and everything is inside them."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import numpy as np
import pytest

from mlp_studio.core.arrays import Progress
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.errors import Cancelled
from mlp_studio.core.forward import predict
from mlp_studio.core.function_source import GALLERY, Function, FunctionInput
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.text import Text
from mlp_studio.data.functions import evaluate
from mlp_studio.data.load import load
from mlp_studio.figures.function_page import GRID, FunctionPage, function_page
from mlp_studio.figures.page import PageLook
from mlp_studio.figures.space_page import space_page


def asked(source: Function, across: tuple[int, ...], **more: Any) -> FunctionPage:
    n, m = len(source.inputs), len(source.formulas)
    layers = (Dense(name="a", units=5, activation="tanh"), Dense(name="b", units=m))
    network = NetworkSpec(input_shape=(n,), layers=layers)
    dataset = load(DataSpec(source=source.model_copy(update={"samples": 200}), scaling="standard"))
    held = tuple(0.25 * k for k in range(n))
    return FunctionPage(
        network, initial_weights(network, 1), 7, source, dataset, across, held, **more
    )


def traces(html: str) -> list[dict[str, Any]]:
    """Read what the page gives to the drawing library."""
    start = re.search(r'Plotly\.newPlot\(\s*"[^"]+",\s*', html)
    assert start is not None
    found, _ = json.JSONDecoder().raw_decode(html, start.end())
    return [{key: decoded(value) for key, value in trace.items()} for trace in found]


def decoded(value: Any) -> Any:
    if not (isinstance(value, dict) and "bdata" in value):
        return value
    array = np.frombuffer(base64.b64decode(value["bdata"]), value["dtype"])
    sides = [int(side) for side in str(value.get("shape", len(array))).split(",")]
    return array.reshape(sides)


def test_a_surface_has_the_networks_values_and_its_examples() -> None:
    page = asked(GALLERY["egg-crate"].function, (0, 1))
    html = function_page(page, PageLook())
    network, target, points, error = traces(html)
    x, y = np.meshgrid(network["x"], network["y"])
    assert x.shape == (GRID, GRID)
    places = np.stack([x.ravel(), y.ravel()], axis=1).astype(np.float64)
    said = predict(page.network, page.weights, page.dataset.scaler.transform(places))
    true = evaluate(page.source, places)
    np.testing.assert_allclose(network["z"].ravel(), said[:, 0], atol=1e-5)
    np.testing.assert_allclose(target["z"].ravel(), true[:, 0], atol=1e-4)
    np.testing.assert_allclose(error["z"].ravel(), (said - true)[:, 0], atol=1e-4)
    assert (error["scene"], target["visible"]) == ("scene2", "legendonly")
    at = np.stack([points["x"], points["y"]], axis=1)
    assert len(at) == len(page.dataset.train) == 160
    np.testing.assert_allclose(points["z"], evaluate(page.source, at)[:, 0], atol=1e-4)
    np.testing.assert_allclose(points["customdata"][:, 1], points["z"])
    assert points["marker"]["color"] not in str(network["colorscale"])
    assert "%{customdata[2]" in network["hovertemplate"]


def test_the_page_needs_nothing_from_elsewhere() -> None:
    html = function_page(asked(GALLERY["saddle"].function, (0, 1)), PageLook(dark=True))
    assert not re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=", html)
    assert "plotly.js v" in html
    assert "after epoch 7" in html
    assert re.search(r"validation: mean error [\d.e+]+, R² −?-?[\d.]+", html)


def test_every_output_is_in_a_list_and_the_chosen_one_is_shown() -> None:
    html = function_page(asked(GALLERY["vortex"].function, (0, 1), output=1), PageLook())
    made = traces(html)
    assert len(made) == 8
    assert [trace["visible"] for trace in made[:4]] == [False] * 4
    assert [trace["visible"] for trace in made[4:]] == [True, "legendonly", True, True]
    assert "Output 2: x * exp(-(x^2 + y^2) / 4)" in html.replace(r"\u002f", "/")


def test_one_input_is_curves_and_held_inputs_are_said() -> None:
    wave = traces(function_page(asked(GALLERY["wave"].function, (0,)), PageLook()))
    assert [trace["name"] for trace in wave] == ["training examples", "target", "network", "error"]
    inputs = tuple(FunctionInput(name=name) for name in "abc")
    page = asked(Function(formulas=("a * b - c",), inputs=inputs), (2, 0))
    html = function_page(page, PageLook())
    made = traces(html)
    assert [trace["name"] for trace in made] == ["network", "target", "error"]
    assert "held: b = 0.25" in html
    c, a = np.meshgrid(made[1]["x"], made[1]["y"])
    np.testing.assert_allclose(made[1]["z"], a * 0.25 - c, atol=1e-5)


def test_values_that_are_no_numbers_are_holes() -> None:
    page = asked(Function(formulas=("log(x)",), inputs=(FunctionInput(name="x"),)), (0,))
    target = traces(function_page(page, PageLook()))[1]
    assert np.isnan(target["y"][0])
    assert np.isfinite(target["y"][-1])


def test_it_is_cancelled_between_its_steps_and_speaks_other_languages() -> None:
    said: list[float] = []

    def stop(share: float, _what: Text) -> None:
        said.append(share)
        if share > 0.3:
            raise Cancelled

    stopping: Progress = stop
    page = asked(GALLERY["saddle"].function, (0, 1))
    with pytest.raises(Cancelled):
        function_page(page, PageLook(), progress=stopping)
    assert said[:2] == [0.0, 0.3]
    html = function_page(page, PageLook(language="es"), lambda words: f"¡{words}!")
    assert '<html lang="es">' in html
    assert traces(html)[0]["name"] == "¡network!"


def test_points_in_space_are_grouped_and_broken_ones_left_out() -> None:
    points = np.arange(15, dtype=np.float64).reshape(5, 3)
    points[3] = np.nan
    groups = (("zero", "#ff0000"), ("one", "#00ff00"), ("none", "#0000ff"))
    html = space_page(
        points,
        np.array([0, 1, 0, 1, 1]),
        groups,
        ("u", "v", "w"),
        [f"example {k}" for k in range(5)],
        "Features <of> a layer",
        "epoch 3",
        PageLook(),
    )
    zero, one = traces(html)
    np.testing.assert_array_equal(zero["x"], [0, 6])
    assert one["text"] == ["example 1", "example 4"]
    assert "<h1>Features &lt;of&gt; a layer</h1>" in html

"""Figures: what they show is what the numbers say, in every format."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from sklearn import metrics

from mlp_studio.core.dataset import Dataset, Part
from mlp_studio.core.errors import Cancelled
from mlp_studio.core.events import EpochDone, Snapshot
from mlp_studio.core.forward import predict
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.templates import template
from mlp_studio.core.text import Text
from mlp_studio.data.load import load
from mlp_studio.figures.catalogue import drawings
from mlp_studio.figures.content import Content, Evaluated, evaluated
from mlp_studio.figures.drawing import FORMATS, Drawing, as_csv
from mlp_studio.figures.report import Circumstances, report

COLOURS = ("#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9")


def content(name: str, epochs: int = 4) -> Content:
    project = template(name).project
    dataset = load(project.data)
    network = project.network
    snapshot = Snapshot(network, initial_weights(network, 1), epochs)
    rows = tuple(
        EpochDone(1, k + 1, {"loss": 1 / (k + 1), "val_loss": 1.1 / (k + 1)}, 0.01, snapshot, 0.5)
        for k in range(epochs)
    )
    colours = tuple(COLOURS[k % 6] for k in range(len(dataset.class_names)))
    return Content(project.name, project, dataset, snapshot, rows, colours)


@pytest.fixture(scope="module")
def spirals() -> Evaluated:
    return evaluated(content("spirals-6"))


@pytest.fixture(scope="module")
def egg_crate() -> Evaluated:
    return evaluated(content("egg-crate"))


def by_name(seen: Evaluated) -> dict[str, Drawing]:
    found = drawings(seen, str)
    assert len({drawing.name for drawing in found}) == len(found)
    return {drawing.name: drawing for drawing in found}


def table(drawing: Drawing) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(drawing.as_bytes("csv").decode())))


def test_classes_have_their_figures_and_values_theirs(
    spirals: Evaluated, egg_crate: Evaluated
) -> None:
    shared = {"network", "curves", "plane", "features", "kernel"}
    assert set(by_name(spirals)) == shared | {
        "confusion", "confusion_shares", "roc", "precision_recall", "calibration",
    }  # fmt: skip
    assert set(by_name(egg_crate)) == shared | {"function", "predicted", "residuals"}


def test_the_matrix_and_the_curves_are_scikit_learns(spirals: Evaluated) -> None:
    said, names = spirals.judged.said, spirals.content.dataset.class_names
    found = by_name(spirals)
    rows = table(found["confusion"])
    matrix = np.array([[int(row[name]) for name in names] for row in rows])
    assert (matrix == metrics.confusion_matrix(said.y, said.outputs.argmax(axis=1))).all()
    shares = np.array([[float(r[n]) for n in names] for r in table(found["confusion_shares"])])
    assert shares == pytest.approx(matrix / matrix.sum(axis=1, keepdims=True))
    rows = [row for row in table(found["roc"]) if row["class"] == names[2]]
    x = [float(row["false positive rate"]) for row in rows]
    y = [float(row["true positive rate"]) for row in rows]
    truth = metrics.roc_auc_score(said.y == 2, said.outputs[:, 2])
    assert metrics.auc(x, y) == pytest.approx(truth)


def test_the_plane_and_the_function_are_what_the_network_says(
    spirals: Evaluated, egg_crate: Evaluated
) -> None:
    snapshot, names = spirals.content.snapshot, spirals.content.dataset.class_names
    rows = table(by_name(spirals)["plane"])[::97]
    points = np.array([[float(row["x1"]), float(row["x2"])] for row in rows], np.float32)
    told = np.array([[float(row[name]) for name in names] for row in rows])
    assert told == pytest.approx(predict(snapshot.network, snapshot.weights, points), abs=1e-5)
    rows = table(by_name(egg_crate)["function"])[::97]
    x, y = (np.array([float(row[name]) for row in rows]) for name in ("x", "y"))
    target = np.sin(x) * np.sin(y) + 0.1 * (x**2 + y**2)
    assert [float(row["target"]) for row in rows] == pytest.approx(target, abs=1e-5)


def test_residuals_are_predicted_less_true(egg_crate: Evaluated) -> None:
    found = by_name(egg_crate)
    for one, rest in zip(table(found["predicted"]), table(found["residuals"]), strict=True):
        difference = float(one["predicted"]) - float(one["true"])
        assert float(rest["residual"]) == pytest.approx(difference, abs=1e-6)


@pytest.mark.parametrize("name", ["spirals", "egg_crate"])
def test_every_figure_is_written_in_every_format(name: str, request: pytest.FixtureRequest) -> None:
    seen = request.getfixturevalue(name)
    starts = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}
    for drawing in drawings(seen, str):
        for form in FORMATS:
            written = drawing.as_bytes(form, width_mm=80, dpi=50)
            assert written.startswith(starts.get(form, b""))
        with Image.open(io.BytesIO(drawing.as_bytes("png", width_mm=80, dpi=50))) as picture:
            assert picture.width == pytest.approx(80 / 25.4 * 50, abs=2)
            assert picture.height == pytest.approx(picture.width * drawing.aspect, abs=2)
            assert len(picture.convert("RGB").getcolors(1 << 20) or ()) > 5  # something is drawn


def test_the_same_figure_is_the_same_file(spirals: Evaluated) -> None:
    first, second = (by_name(spirals)["confusion"] for _ in range(2))
    for form in FORMATS:
        assert first.as_bytes(form, dpi=50) == second.as_bytes(form, dpi=50)


def test_numbers_keep_words_with_commas_and_leave_missing_ones_empty() -> None:
    rows = list(csv.reader(io.StringIO(as_csv({"a, b": ["x, y", 'q"'], "n": [float("nan"), 1]}))))
    assert rows == [["a, b", "n"], ["x, y", ""], ['q"', "1"]]


@pytest.mark.parametrize("task", ["spirals-6", "egg-crate"])
def test_odd_states_are_drawn_too(task: str) -> None:
    """One example, weights that diverged, one epoch, a class nobody is in."""
    whole = content(task, epochs=1)
    dataset = whole.dataset
    one = Part(dataset.validation.x[:1], dataset.validation.y[:1])
    few = Dataset(dataset.facts, one, one, None, dataset.class_names, dataset.scaler, dataset.notes)
    weights = {
        name: tuple(np.full_like(array, np.nan) for array in arrays)
        for name, arrays in whole.snapshot.weights.items()
    }
    broken = Snapshot(whole.snapshot.network, weights, 1)
    for odd in (
        replace(whole, dataset=few),
        replace(whole, dataset=few, snapshot=broken, epochs=()),
    ):
        for drawing in drawings(evaluated(odd), str):
            assert drawing.as_bytes("png", width_mm=60, dpi=40)
            assert drawing.as_bytes("csv")


WHERE = Circumstances("en", "25 November 2026", {"python": "3.11 & <more>"})


def test_a_report_stands_by_itself_and_tells_the_scores(spirals: Evaluated) -> None:
    told: list[float] = []
    page = report(spirals, WHERE, str, lambda share, _what: told.append(share))
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1, abs=0.2)
    score = spirals.judged.report.scores["accuracy"]
    assert f"{score:.4f} (" in page
    assert "3.11 &amp; &lt;more&gt;" in page
    assert page.count("<figure>") == len(drawings(spirals, str))
    for heading in ("Result", "Network", "Training", "Evaluation", "Settings", "Environment"):
        assert f"<h2>{heading}</h2>" in page
    for loaded in ('src="http', "<link", "<script", "@import"):
        assert loaded not in page
    assert "bottleneck_2d (Dense)" in page
    assert "optimizer.learning_rate" in page


def test_a_report_of_values_and_one_that_is_cancelled(egg_crate: Evaluated) -> None:
    page = report(egg_crate, WHERE, str, lambda _share, _what: None)
    assert "Mean absolute error" in page
    assert "Confusion" not in page

    def stop(share: float, _what: Text) -> None:
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        report(egg_crate, WHERE, str, stop)

"""Single examples: behind a cell of the confusion matrix, the worst mistakes, and values."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlp_studio.core.dataset import Dataset, Part
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.forward import predict
from mlp_studio.core.function_source import GALLERY, Function
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.templates import template
from mlp_studio.data.load import load
from mlp_studio.studio.document import Document
from mlp_studio.ui.evaluation.matrix import FULL, MatrixView, mixed, readable_on
from mlp_studio.ui.theme import DARK, LIGHT, Theme, Tokens
from tests.ui.evaluation_studio import Studio, choose, pictures

DIGITS = pictures()
CRATE = load(template("egg-crate").project.data)


@pytest.fixture
def digits(qtbot: QtBot) -> Iterator[Studio]:
    studio = Studio(qtbot, "digits", DIGITS)
    yield studio
    studio.panel.close()


def _cell_with_examples(studio: Studio, *, mistakes: bool) -> tuple[int, int]:
    view = studio.panel.view
    assert view is not None
    matrix = view.report.matrix.copy()
    if mistakes:
        np.fill_diagonal(matrix, 0)
    true, answered = divmod(int(matrix.argmax()), len(matrix))
    return true, answered


def test_a_click_on_a_cell_shows_its_examples(digits: Studio) -> None:
    view = digits.train()
    digits.open(digits.panel.confusion)
    page = digits.panel.confusion
    true, answered = _cell_with_examples(digits, mistakes=True)
    at = page.matrix.cell(true, answered).center().toPoint()
    QTest.mouseClick(page.matrix, Qt.MouseButton.LeftButton, pos=at)
    count = int(view.report.matrix[true, answered])
    assert len(page.strip.cards) == count
    assert {card.title for card in page.strip.cards} == {f"{true} → {answered}"}
    shown = [float(card.number) for card in page.strip.cards]
    assert shown == sorted(shown, reverse=True)
    said = view.judged.said
    first = page.strip.cards[0]
    assert shown[0] == pytest.approx(said.outputs[first.position, answered], abs=5e-4)
    assert first.picture is not None
    np.testing.assert_allclose(
        first.picture / first.picture.max(),
        said.x[first.position] / said.x[first.position].max(),
        atol=1e-6,
    )
    assert page.title.text().startswith(f"{true} read as {answered}: {count} time")


def test_the_arrow_keys_go_from_cell_to_cell_and_stop_at_the_edge(digits: Studio) -> None:
    digits.train()
    digits.open(digits.panel.confusion)
    matrix = digits.panel.confusion.matrix
    matrix.choose(0, 0)
    matrix.setFocus()
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    QTest.keyClick(matrix, Qt.Key.Key_Down)
    assert matrix.current == (1, 1)
    for _ in range(12):
        QTest.keyClick(matrix, Qt.Key.Key_Left)
    assert matrix.current == (1, 0)


def test_most_confused_is_told_and_leads_to_its_cell(digits: Studio) -> None:
    view = digits.train()
    digits.open(digits.panel.confusion)
    page = digits.panel.confusion
    true, answered = _cell_with_examples(digits, mistakes=True)
    count = int(view.report.matrix[true, answered])
    words = page.confused.text().replace("&nbsp;", " ")
    assert f"{true} read as {answered}: {count} times" in words
    page.matrix.choose(5, 5)
    page.confused.linkActivated.emit(f"{true}-{answered}")
    assert page.matrix.current == (true, answered)


def test_the_numbers_are_counts_or_shares(digits: Studio) -> None:
    view = digits.train()
    digits.open(digits.panel.confusion)
    page = digits.panel.confusion
    true, answered = _cell_with_examples(digits, mistakes=False)
    count = view.report.matrix[true, answered]
    assert page.matrix.number(true, answered) == f"{count:,}"
    choose(page.numbers, True)
    share = 100 * count / view.report.matrix[true].sum()
    assert page.matrix.number(true, answered) == f"{share:.1f}"


def test_a_chosen_cell_stays_chosen_with_newer_weights(digits: Studio) -> None:
    digits.train()
    digits.open(digits.panel.confusion)
    digits.panel.confusion.matrix.choose(2, 7)
    digits.train(seed=8)
    assert digits.panel.confusion.matrix.current == (2, 7)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_numbers_are_readable_on_every_cell(tokens: Tokens) -> None:
    def luminance(colour: QColor) -> float:
        shares = np.array([colour.redF(), colour.greenF(), colour.blueF()])
        linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
        return float(linear @ [0.2126, 0.7152, 0.0722])

    for name in ("positive", "negative"):
        for strength in np.linspace(0, FULL, 30):
            ground = mixed(tokens.colour("panel"), tokens.colour(name), float(strength))
            pair = sorted([luminance(ground), luminance(readable_on(ground))])
            assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5


def test_the_worst_mistakes_come_first_with_all_their_probabilities(digits: Studio) -> None:
    view = digits.train()
    digits.open(digits.panel.examples)
    page = digits.panel.examples
    said, judged = view.judged.said, view.judged
    likely = said.outputs[np.arange(len(said)), said.y]
    wrong = judged.answered != said.y
    card = page.strip.current
    assert card is not None
    assert likely[card.position] == likely[wrong].min()
    np.testing.assert_array_equal(page.row.values, said.outputs[card.position])
    best = int(said.outputs[card.position].argmax())
    total = f"{said.outputs[card.position].astype(np.float64).sum():.4f}"
    assert f"argmax {best} with" in page.sentence.text()
    assert f"sum {total}" in page.sentence.text()
    assert page.sentence.text().endswith("a mistake")
    assert page.picture.isVisible()


def test_keys_and_clicks_choose_an_example(digits: Studio) -> None:
    view = digits.train()
    digits.open(digits.panel.examples)
    page = digits.panel.examples
    body = page.strip.body
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_Right)
    assert page.strip.current is page.strip.cards[1]
    at = body.place(3).center().toPoint()
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=at)
    assert page.strip.current is page.strip.cards[3]
    position = page.strip.cards[3].position
    np.testing.assert_array_equal(page.row.values, view.judged.said.outputs[position])


def test_ten_at_random_are_drawn_again(digits: Studio) -> None:
    digits.train()
    digits.open(digits.panel.examples)
    page = digits.panel.examples
    assert not page.again.isVisible()
    choose(page.which, "random")
    first = [card.position for card in page.strip.cards]
    assert len(first) == 10
    QTest.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert [card.position for card in page.strip.cards] != first
    choose(page.classes, 4)
    assert {card.title[0] for card in page.strip.cards} == {"4"}


def test_where_nothing_is_wrong_the_words_say_so(qtbot: QtBot) -> None:
    """The labels are what the network answers."""
    document = Document(template("digits").project)
    weights = initial_weights(document.network, 7)
    said = predict(document.network, weights, DIGITS.validation.x).argmax(axis=1)
    right = Part(DIGITS.validation.x, said)
    dataset = Dataset(DIGITS.facts, DIGITS.train, right, None, DIGITS.class_names)
    studio = Studio(qtbot, "digits", dataset)
    studio.train()
    studio.open(studio.panel.examples)
    page = studio.panel.examples
    assert page.empty.isVisible()
    assert page.empty.text() == "No mistakes here."
    assert not page.picture.isVisible()
    choose(page.which, "uncertain")
    assert not page.empty.isVisible()
    assert page.sentence.text().endswith("right")
    studio.open(studio.panel.confusion)
    assert studio.panel.confusion.confused.text() == "No mistakes."


def test_a_chosen_example_is_followed_from_epoch_to_epoch(digits: Studio) -> None:
    digits.train()
    digits.open(digits.panel.examples)
    page = digits.panel.examples
    choose(page.which, "random")
    page.strip.body.choose(6)
    position = page.strip.cards[6].position
    view = digits.train(seed=8)
    assert page.strip.current is not None
    assert page.strip.current.position == position
    np.testing.assert_array_equal(page.row.values, view.judged.said.outputs[position])


def test_values_have_their_own_scores_and_pictures(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "egg-crate", CRATE)
    view = studio.train()
    assert studio.pages() == ["Scores", "Values", "Examples", "In words"]
    bar = studio.panel.pages
    qtbot.waitUntil(lambda: bar.width() == bar.sizeHint().width())
    assert bar.sizeHint().width() == bar.tabRect(bar.count() - 1).right() + 1
    table = studio.panel.scores.table
    labels = [table.text(k, 0) for k in range(table.model_shown.rowCount())]
    assert labels[1:] == [
        "Mean absolute error",
        "Mean squared error",
        "Root of it (RMSE)",
        "R²",
        "Largest error",
    ]
    said = view.judged.said
    error = np.abs(said.outputs - said.y.reshape(len(said), -1))
    assert table.text(5, len(view.parts)) == f"{error.max():.4g}"
    studio.open(studio.panel.values)
    (points,) = studio.panel.values.scatter.traces
    np.testing.assert_allclose(points.x, said.y.ravel(), rtol=1e-6)
    (bars,) = studio.panel.values.histogram.traces
    assert bars.y.sum() == len(said)
    studio.open(studio.panel.examples)
    card = studio.panel.examples.strip.current
    assert card is not None
    assert error[card.position].max() == error.max()
    assert not studio.panel.examples.row.isVisible()
    assert card.picture is None
    assert len(card.lines) == 2


def test_each_of_several_values_is_shown(qtbot: QtBot) -> None:
    source = Function(inputs=GALLERY["egg-crate"].function.inputs, formulas=("x + y", "10 * x"))
    dataset = load(DataSpec(source=source))
    studio = Studio(qtbot, "egg-crate", dataset)
    two = studio.document.network.replaced(
        "output", Dense(name="output", units=2, activation="linear")
    )
    studio.document.edit("Two", data=DataSpec(source=source), network=two)
    studio.store.give(dataset)
    studio.train()
    studio.open(studio.panel.values)
    page = studio.panel.values
    assert page.outputs.isVisible()
    page.outputs.setCurrentIndex(1)
    page.outputs.activated.emit(1)
    (points,) = page.scatter.traces
    np.testing.assert_allclose(points.x, dataset.validation.y[:, 1], rtol=1e-6)


def test_very_many_classes_are_painted_as_a_picture_in_the_same_colours(qtbot: QtBot) -> None:
    rng = np.random.default_rng(0)
    view = MatrixView(Theme("light"))
    qtbot.addWidget(view)
    view.resize(900, 620)
    matrix = rng.integers(0, 5, (60, 60)) + 200 * np.eye(60, dtype=np.int64)
    names = tuple(str(k) for k in range(60))
    view.show_matrix(matrix, names, None, shares=False)
    shown = view.grab().toImage()
    for true, answered in ((3, 3), (10, 40), (59, 0)):
        pixel = shown.pixelColor(view.cell(true, answered).center().toPoint())
        expected = view.colour(true, answered)
        for one, other in zip(pixel.getRgb()[:3], expected.getRgb()[:3], strict=True):
            assert abs(one - other) <= 1


def test_a_plot_is_read_under_the_pointer(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "egg-crate", CRATE)
    studio.train()
    studio.open(studio.panel.values)
    plot = studio.panel.values.histogram
    at = plot.place(0.0, 1.0)
    assert plot.words_at(at).startswith("predicted − true ")
    assert plot.words_at(QPointF(0, 0)) == ""
    QTest.mouseMove(plot, QPoint(int(at.x()), int(at.y())))


def test_an_example_is_opened_among_the_features_and_in_the_digit_lab(digits: Studio) -> None:
    view = digits.train()
    panel = digits.panel
    digits.open(panel.examples)
    strip = panel.examples.strip
    strip.body.choose(1)
    card = strip.current
    assert card is not None
    with digits.qtbot.waitSignal(strip.menu_wanted):
        QTest.mouseDClick(
            strip.body, Qt.MouseButton.LeftButton, pos=strip.body.place(1).center().toPoint()
        )
    first, second = panel.opening.menu.actions()
    panel.opening.menu.close()
    with digits.qtbot.waitSignal(panel.opening.features_wanted):
        first.trigger()
    assert digits.selection.part == view.part
    assert digits.selection.indices.tolist() == [view.judged.said.numbers[card.position]]
    with digits.qtbot.waitSignal(panel.opening.picture_wanted) as wanted:
        second.trigger()
    assert wanted.args is not None
    part = {"test": DIGITS.test, "validation": DIGITS.validation}[view.part]
    assert part is not None
    own = DIGITS.scaler.inverse(part.x[view.judged.said.numbers[card.position]][None])[0]
    assert np.corrcoef(wanted.args[0].ravel(), own.ravel())[0, 1] == pytest.approx(1)

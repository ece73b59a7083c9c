"""What is drawn on the canvas has its place among the examples."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.analysis.nearest import layer_values
from mlp_studio.core.events import Snapshot
from mlp_studio.core.scaling import Scaler
from mlp_studio.ui.features.guest import NEAREST
from mlp_studio.ui.features.scene import Star
from tests.ui.features_studio import PLANE, Studio, random_images


@pytest.fixture
def digits(qtbot: QtBot) -> Iterator[Studio]:
    """Weights of a network that reads pictures."""
    studio = Studio(qtbot, "digits", random_images())
    snapshot = studio.snapshot(3)
    studio.document.set_snapshot(Snapshot(snapshot.network, snapshot.weights, 2, Scaler()))
    studio.shown(studio.document.snapshot)
    yield studio
    studio.close()


def drawing(seed: int = 5) -> np.ndarray:
    return np.random.default_rng(seed).random((28, 28), dtype=np.float32)


def draw(studio: Studio, image: np.ndarray | None) -> None:
    studio.panel.guest.show_drawing(image)
    settle(studio)


def settle(studio: Studio) -> None:
    panel = studio.panel
    studio.qtbot.waitUntil(lambda: panel.settled and not panel.guest.busy)


def star(studio: Studio, view: str = "features") -> Star:
    found = getattr(studio.panel.page, view).star
    assert isinstance(found, Star)
    return found


def expected(studio: Studio, image: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the star's place and the numbers of the nearest training examples, slowly."""
    frame, snapshot = studio.panel.frame, studio.document.snapshot
    assert frame is not None
    assert snapshot is not None
    layer = frame.question.layer
    train = frame.question.dataset.train.x
    x = np.asarray((snapshot.scaler or Scaler()).of_picture(image[None]), np.float32)
    rows, own = (
        layer_values(snapshot.network, snapshot.weights, some, (layer,))[layer]
        for some in (train, x)
    )
    order = np.argsort(np.linalg.norm(rows - own, axis=1), kind="stable")[:NEAREST]
    return frame.projection.basis.apply(own)[0], order


@pytest.mark.parametrize(("view", "plot"), [("auto", "features"), ("lda", "features"),
                                            ("units", "features"), ("pca3", "space"),
                                            ("units3", "space")])  # fmt: skip
def test_it_is_a_star_at_its_place_with_lines_to_the_nearest(
    digits: Studio, view: str, plot: str
) -> None:
    if view != "auto":
        digits.view(view)
    image = drawing()
    draw(digits, image)
    found = star(digits, plot)
    place, order = expected(digits, image)
    np.testing.assert_allclose(found.point, place, rtol=1e-3, atol=1e-3)
    frame = digits.panel.frame
    assert frame is not None
    train = frame.question.dataset.train
    snapshot = digits.document.snapshot
    assert snapshot is not None
    layer = frame.question.layer
    near = layer_values(snapshot.network, snapshot.weights, train.x[order], (layer,))[layer]
    np.testing.assert_allclose(found.near, frame.projection.basis.apply(near), rtol=1e-3, atol=1e-3)
    assert digits.panel.guest.card.isVisible()
    assert digits.panel.page.star.text() == "★ your drawing"


def test_it_moves_while_the_stroke_grows_and_goes_with_it(digits: Studio) -> None:
    draw(digits, drawing(1))
    first = star(digits)
    draw(digits, drawing(2))
    assert not np.array_equal(star(digits).point, first.point)
    given = digits.panel.input.scene.star
    assert given is not None
    draw(digits, None)
    assert digits.panel.features.star is None
    assert digits.panel.input.star is None
    assert not digits.panel.page.star.isVisible()
    assert not digits.panel.guest.card.isVisible()


def test_a_point_of_a_stroke_costs_the_window_little(digits: Studio) -> None:
    draw(digits, drawing(0))
    spent = []
    for seed in range(20):
        image = drawing(seed)
        began = time.thread_time()
        digits.panel.guest.show_drawing(image)
        spent.append(time.thread_time() - began)
        settle(digits)
    assert np.median(spent) < 0.008


def test_what_was_drawn_beside_another_tab_is_there_when_this_one_is_shown(
    digits: Studio,
) -> None:
    digits.panel.hide()
    draw(digits, drawing())
    assert digits.panel.features.star is None
    digits.panel.show()
    digits.qtbot.waitUntil(lambda: digits.panel.features.star is not None)


def test_layers_beside_each_other_each_have_it(digits: Studio) -> None:
    digits.view("several")
    draw(digits, drawing())
    several = digits.panel.page.several
    assert len(several.names) > 1
    for name, plot in zip(several.names, several.plots, strict=False):
        assert plot.star is not None, name
        assert len(plot.star.near) == NEAREST
    assert digits.panel.features.star is None


def test_it_follows_other_weights_and_another_layer(digits: Studio) -> None:
    draw(digits, drawing())
    first = star(digits).point
    other = digits.snapshot(8, epoch=3)
    digits.document.set_snapshot(other)
    digits.shown(other)
    settle(digits)
    place, _order = expected(digits, drawing())
    np.testing.assert_allclose(star(digits).point, place, rtol=1e-3, atol=1e-3)
    assert not np.array_equal(star(digits).point, first)


def test_a_map_has_no_place_for_it_and_says_why(digits: Studio) -> None:
    digits.view("heat")
    draw(digits, drawing())
    label = digits.panel.page.star
    assert label.text() == "★ not in this view"
    assert "no place for a drawing" in label.toolTip()
    assert digits.panel.features.star is None
    assert digits.panel.input.star is not None


def test_a_film_without_weights_has_no_place_for_it(digits: Studio) -> None:
    digits.film.budget = 5_000_000
    digits.record(2)
    film = digits.film.film
    assert film is not None
    assert not film.keeps_weights
    draw(digits, drawing())
    assert digits.panel.features.star is not None
    digits.panel.player.go(0)
    digits.scrubbed()
    settle(digits)
    assert digits.panel.features.star is None
    assert "keeps no weights" in digits.panel.page.star.toolTip()
    digits.panel.player.go_live()
    digits.qtbot.waitUntil(lambda: digits.panel.features.star is not None)


def test_a_network_that_reads_no_pictures_has_no_star(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "spirals-6", PLANE)
    studio.shown(None)
    draw(studio, drawing())
    assert studio.panel.features.star is None
    assert not studio.panel.page.star.isVisible()
    studio.close()

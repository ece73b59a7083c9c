"""What is drawn on the canvas, among the examples: a star, and what is nearest to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from mlp_studio.analysis.nearest import Landscape, layer_values
from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.scaling import Scaler
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.colours import colouring
from mlp_studio.ui.common.latest import REST, Latest
from mlp_studio.ui.features.frame import PLACING, SPACE, Frame
from mlp_studio.ui.features.guest_card import GuestCard
from mlp_studio.ui.features.page import FeaturesPage
from mlp_studio.ui.features.scene import Star
from mlp_studio.ui.theme import Theme

NEAREST = 5
SOON_MS = 100  # between two places of the star: the bars come first


@dataclass(frozen=True, eq=False)
class _Placed:
    """Where a drawing belongs in a frame.

    `points` and `near` are by layer: the star's place, the places and numbers of the examples.
    """

    frame: Frame
    weights: Weights
    x: FloatArray
    input: FloatArray  # of the star, then of the examples nearest in the layer that is shown
    points: dict[str, FloatArray]
    numbers: dict[str, NDArray[np.int64]]


class Guest(QObject):
    """Shows a drawing in every view that has a place for what is new.

    Everything is computed off the GUI thread; the newest stroke wins.

    Parameters
    ----------
    page : FeaturesPage
        Where it is shown.
    training : TrainingController
        Whether a network trains, so that comparisons must be fewer.
    theme : Theme
        The look in force.
    home : QWidget
        What its card stands in.

    Signals
    -------
    failed(Exception)
        A defect of the program.
    """

    failed = Signal(object)

    def __init__(
        self, page: FeaturesPage, training: TrainingController, theme: Theme, home: QWidget
    ) -> None:
        super().__init__(home)
        self._page, self._training, self._home = page, training, home
        self.card = GuestCard(theme, home)
        self._image: FloatArray | None = None
        self._frame: Frame | None = None
        self._weights: tuple[Frame, Weights] | None = None
        self._landscape: tuple[Frame, Landscape] | None = None
        self._told: tuple[int, str, tuple[int, ...]] | None = None  # what the card shows
        self._placing = Latest(interval_ms=SOON_MS, parent=self)
        self._comparing = Latest(parent=self)
        self._placing.done.connect(self._on_placed)
        self._comparing.done.connect(self._on_landscape)
        for latest in (self._placing, self._comparing):
            latest.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether the star is still to move."""
        return self._placing.busy or self._comparing.busy

    def show_drawing(self, image: FloatArray | None) -> None:
        """Show a drawing.

        Parameters
        ----------
        image : FloatArray of shape (28, 28), optional
            Ink in [0, 1]; None where there is nothing.
        """
        self._image = image
        self._ask()

    def show_frame(self, frame: Frame | None) -> None:
        """Show it in another frame."""
        self._frame = frame
        if self._image is not None:
            self._ask()

    # --- asking ------------------------------------------------------------------------

    def _ask(self) -> None:
        frame, x = self._frame, self._input()
        if frame is None or x is None:
            self._placing.forget()
            self._show_nothing()
            return
        if not self._home.isVisible():
            return  # when a frame is shown again
        known, landscape = self._weights, self._landscape
        weights = known[1] if known is not None and known[0] is frame else None
        compared = landscape[1] if landscape is not None and _alike(landscape[1], frame) else None
        self._placing.ask(lambda: _place(frame, weights, x, compared))
        if landscape is None or landscape[0] is not frame:
            # A slightly older comparison will do while a network trains or the film runs.
            hurry = compared is None and self._training.state != "running"
            self._comparing.ask(_comparison(frame), rest=0.0 if hurry else REST)

    def _input(self) -> FloatArray | None:
        """Return the drawing as the network gets it; None where it takes no drawings."""
        frame, image = self._frame, self._image
        if frame is None or image is None:
            return None
        shape = frame.question.network.input_shape
        if int(np.prod(shape)) != image.size or len(shape) < 2:
            return None
        snapshot = frame.question.snapshot
        scaler: Scaler | None = snapshot.scaler if snapshot is not None else None
        contract = scaler or frame.question.dataset.scaler
        return np.asarray(contract.of_picture(image.reshape(1, *shape))[0], np.float32)

    # --- showing -----------------------------------------------------------------------

    @Slot(object)
    def _on_landscape(self, made: tuple[Frame, Landscape] | None) -> None:
        if made is not None:  # there is none of a film that keeps no weights
            self._landscape = made
            self._ask()

    @Slot(object)
    def _on_placed(self, placed: _Placed | None) -> None:
        if placed is None:
            self._show_nothing()
            self._say_none(self.tr("This film keeps no weights: a drawing has no place in it."))
            return
        if placed.frame is not self._frame or self._image is None:
            return
        self._weights = placed.frame, placed.weights
        frame, page = placed.frame, self._page
        view, layer = frame.question.view.name, frame.question.layer
        labels = frame.question.dataset.train.y
        answers = colouring(frame.question.dataset)

        def star(cloud: FloatArray, numbers: NDArray[np.int64]) -> Star:
            which = answers.indices(labels[numbers]).tolist()
            return Star(cloud[0], cloud[1:], tuple(answers.colours[k] for k in which))

        none = np.zeros(0, np.int64)
        numbers = placed.numbers.get(layer, none)
        page.input.show_star(star(placed.input, numbers))
        main = page.space if view in SPACE else page.features
        for plot in (page.features, page.space):
            there = plot is main and layer in placed.points and not frame.others
            plot.show_star(star(placed.points[layer], numbers) if there else None)
        for name, small in zip(page.several.names, page.several.plots, strict=False):
            there = bool(frame.others) and name in placed.points
            near = placed.numbers.get(name, none)
            small.show_star(star(placed.points[name], near) if there else None)
        self._tell(frame)
        self._show_card(frame, numbers)

    def _show_card(self, frame: Frame, numbers: NDArray[np.int64]) -> None:
        shown = self._page.input  # whose sides are empty, as it is a square in a wide frame
        if not len(numbers):
            self.card.hide()
            return
        corner = shown.mapTo(self._home, QPoint(0, 0))
        place = shown.star_place
        away = corner + (place.toPoint() if place is not None else shown.rect().topRight())
        told = (id(frame.question.dataset), frame.question.layer, tuple(numbers.tolist()))
        if told != self._told or not self.card.isVisible():
            self._told = told
            self.card.tell(frame.question.dataset, numbers, frame.question.layer)
        self.card.stand_in_corner(QRect(corner, shown.size()), away, low=True)

    def _tell(self, frame: Frame) -> None:
        """Say what the star is, or why there is none."""
        star, view = self._page.star, frame.question.view.name
        star.setVisible(True)
        if view in PLACING:
            star.setText(self.tr("★ your drawing"))
            star.setToolTip(
                self.tr(
                    "The star is what is drawn on the canvas. Lines lead to the {count} training "
                    "examples that are nearest to it by distance in this layer."
                ).format(count=NEAREST)
            )
            return
        if view == "heat":
            why = self.tr("A map of the examples' activations has no place for a drawing.")
        else:
            name = "t-SNE" if view == "tsne" else "UMAP"
            why = self.tr(
                "{name} lays out the examples it is given and has no place for what is new. "
                "Choose PCA, LDA or units."
            ).format(name=name)
        self._say_none(why)

    def _say_none(self, why: str) -> None:
        star = self._page.star
        star.setText(self.tr("★ not in this view"))
        star.setToolTip(why)
        star.show()

    def _show_nothing(self) -> None:
        for plot in self._page.scatters:
            plot.show_star(None)
        self._page.star.hide()
        self.card.hide()


def _comparison(frame: Frame) -> Callable[[], tuple[Frame, Landscape] | None]:
    def work() -> tuple[Frame, Landscape] | None:
        weights = frame.weights
        if weights is None:
            return None
        asked = frame.question
        early = asked.view.before_activation
        made = Landscape(
            asked.dataset, asked.network, weights, _layers(frame), before_activation=early
        )
        return frame, made

    return work


def _layers(frame: Frame) -> tuple[str, ...]:
    others = tuple(other.question.layer for other in frame.others)
    return tuple(dict.fromkeys((frame.question.layer, *others)))


def _alike(landscape: Landscape, frame: Frame) -> bool:
    """Return whether a comparison is of the same layers, though perhaps of older weights."""
    same = landscape.network == frame.question.network and landscape.layers == _layers(frame)
    return same and landscape.before_activation == frame.question.view.before_activation


def _place(
    frame: Frame, weights: Weights | None, x: FloatArray, landscape: Landscape | None
) -> _Placed | None:
    """Find the places of an input and of the training examples nearest to it."""
    known = weights if weights is not None else frame.weights
    if known is None:
        return None
    asked = frame.question
    near = landscape.nearest(x, NEAREST) if landscape is not None else {}
    points = {}
    for one in frame.others or (frame,):
        if asked.view.name not in PLACING:
            break
        layer = one.question.layer
        points[layer] = _places(one, known, x, near.get(layer))
    shown = near.get(asked.layer)
    given = frame.probe.input.basis.apply(_with(asked.dataset.train.x, x, shown))
    return _Placed(frame, known, x, given, points, near)


def _places(
    frame: Frame, weights: Weights, x: FloatArray, near: NDArray[np.int64] | None
) -> FloatArray:
    asked = frame.question
    rows = _with(asked.dataset.train.x, x, near).reshape(-1, *asked.network.input_shape)
    early = asked.view.before_activation
    found = layer_values(asked.network, weights, rows, (asked.layer,), before_activation=early)
    return np.nan_to_num(frame.projection.basis.apply(found[asked.layer]))


def _with(train: AnyArray, x: FloatArray, near: NDArray[np.int64] | None) -> FloatArray:
    """Return an input and the training examples nearest to it, flattened: one row each."""
    some = train[near] if near is not None else train[:0]
    rows = np.concatenate([x.reshape(1, -1), some.reshape(len(some), x.size)])
    return np.asarray(rows, np.float32)

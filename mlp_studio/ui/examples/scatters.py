"""Examples that are rows, as points: in the plane of two axes, and in space."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSignalBlocker, QSize, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.analysis.examples import Axis, Examples, Indices, thinned
from mlp_studio.analysis.space import to_cube
from mlp_studio.ui.common.colours import Colouring
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.common.hover_card import HoverCard
from mlp_studio.ui.examples.matrix import Matrix
from mlp_studio.ui.examples.point_plot import Cloud, PointPlot
from mlp_studio.ui.examples.rows import LINES, axis_name, colouring_by, look_of, row_lines
from mlp_studio.ui.examples.space_plot import Space, SpacePlot
from mlp_studio.ui.examples.view import ExampleView, count
from mlp_studio.ui.theme import Theme

MOST_POINTS = 100_000  # painted at once
FEW_LINES = 12  # of a card, above each other
NARROWEST, WIDEST, ARROW = 84, 180, 46  # pixels of a choice, and of its frame and arrow
SPREAD = 0.3  # how far points of a category are strewn, so that they do not hide each other


def strewn(examples: Examples, axis: Axis) -> NDArray[np.float64]:
    """Return where every example is on an axis, those of a category beside each other."""
    values = examples.values(axis)
    if axis.categories:
        values = values + np.random.default_rng(0).uniform(-SPREAD, SPREAD, len(values))
    return values


class AxisChoice(CalmCombo):
    """Chooses an axis."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(2)
        self.setMaximumWidth(WIDEST)
        self._wanted = 0

    def offer(self, axes: tuple[Axis, ...], chosen: int) -> None:
        """Offer these axes, one of them chosen."""
        with QSignalBlocker(self):
            self.clear()
            for axis in axes:
                self.addItem(axis_name(axis), axis)
            self.setCurrentIndex(min(chosen, len(axes) - 1))
        # The style's own hint forgets the room of the arrow.
        words = max(self.fontMetrics().horizontalAdvance(axis_name(axis)) for axis in axes)
        self._wanted = min(WIDEST, words + ARROW)
        self.setMinimumWidth(min(NARROWEST, self._wanted))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(max(self._wanted, NARROWEST // 2), super().sizeHint().height())

    @property
    def axis(self) -> Axis:
        """The axis that is chosen."""
        axis = self.currentData()
        assert isinstance(axis, Axis)
        return axis


class ScatterBase(ExampleView):
    """Points and a card about the one that is pointed at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._examples: Examples | None = None
        self._colouring: Colouring | None = None
        self._chosen: Indices = np.zeros(0, np.int64)
        self._painted: Indices = np.zeros(0, np.int64)
        self._selected: Indices = np.zeros(0, np.int64)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.card = HoverCard(theme, self)

    @property
    def painted(self) -> Indices:
        """The examples that have a point, in the points' order."""
        return self._painted

    def show_chosen(self, indices: Indices) -> None:
        self._chosen = indices
        self._painted = thinned(indices, MOST_POINTS)
        self.retell()
        self._mark_selected()
        total, some = count(len(indices)), count(len(self._painted))
        self.said.emit(
            self.tr("{total} examples").format(total=total)
            if total == some
            else self.tr("{count} of {total} examples").format(count=some, total=total)
        )

    def show_selected(self, indices: Indices) -> None:
        self._selected = indices
        self._mark_selected()

    def _mark_selected(self) -> None:
        """Let the points that are not selected fade, where some are."""
        among = np.isin(self._painted, self._selected)
        self.drawing.select(among if among.any() else None)

    @property
    def drawing(self) -> PointPlot | SpacePlot | Matrix:
        """Where the points are drawn."""
        raise NotImplementedError

    @Slot(int)
    def _on_clicked(self, point: int) -> None:
        if 0 <= point < len(self._painted):
            self.picked.emit(int(self._painted[point]))

    @property
    def shown_axes(self) -> tuple[Axis, ...]:
        """What is drawn along the axes."""
        raise NotImplementedError

    def retell(self) -> None:
        """Show the points anew."""
        raise NotImplementedError

    def tell(self, point: int, at: QPoint) -> None:
        """Say everything about the example of a point."""
        if self._examples is None or not 0 <= point < len(self._painted):
            self.card.hide()
            return
        # Where there is little room a second column would hide what is pointed at.
        most = min(LINES, self.card.rows * (1 if self.card.rows < FEW_LINES else 2))
        index = int(self._painted[point])
        self.card.say(row_lines(self._examples, index, self.shown_axes, most))
        self.card.stand_in_corner(QRect(QPoint(0, 0), self.size()), at)


class PlaneView(ScatterBase):
    """Two of the columns and values against each other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.plot = PointPlot(theme, self.tr("Points"))
        self.across = AxisChoice(
            self.tr("Axis across"), self.tr("What is drawn from left to right")
        )
        self.up = AxisChoice(self.tr("Axis up"), self.tr("What is drawn from below to above"))
        self.add_control(self.across)
        self.add_control(self.up)
        self._layout.addWidget(self.plot)
        self.setFocusProxy(self.plot)
        self._anew = True
        self.plot.pointed.connect(self._on_pointed)
        self.plot.clicked.connect(self._on_clicked)
        for choice in (self.across, self.up):
            choice.activated.connect(self._on_axis)

    def show_examples(self, examples: Examples, colouring: Colouring) -> None:
        self._examples, self._colouring = examples, colouring
        self._anew = True
        self.across.offer(examples.axes, 0)
        # Classes are the colours: as an axis they serve where there is no second column.
        self.up.offer(examples.axes, 1)
        simple = len(examples.columns) == 2 and bool(colouring.names)
        self.across.setVisible(not simple)
        self.up.setVisible(not simple)

    @property
    def shown_axes(self) -> tuple[Axis, ...]:
        return self.across.axis, self.up.axis

    @property
    def drawing(self) -> PointPlot:
        return self.plot

    def choose(self, across: int, up: int) -> None:
        """Show two of the axes."""
        self.across.setCurrentIndex(across)
        self.up.setCurrentIndex(up)
        self._on_axis()

    def retell(self) -> None:
        examples, colouring = self._examples, self._colouring
        if examples is None or colouring is None:
            return
        first, second = self.shown_axes
        points = np.stack([strewn(examples, first), strewn(examples, second)], axis=1)
        shown = self._painted
        cloud = Cloud(
            points[shown],
            colouring.indices(examples.y[shown]),
            colouring.colours,
            examples.part_of[shown],
        )
        plane = examples.columns and len(examples.columns) == 2 and first.kind == second.kind
        self.plot.show_cloud(
            cloud, (look_of(first), look_of(second)), square=bool(plane), anew=self._anew
        )
        self._anew = False

    @Slot()
    def _on_axis(self, _index: int = 0) -> None:
        self._anew = True
        self.retell()
        self._mark_selected()

    @Slot(int)
    def _on_pointed(self, point: int) -> None:
        at = self.plot.place(point).toPoint() if point >= 0 else QPoint()
        self.tell(point, at)


class SpaceView(ScatterBase):
    """Two inputs and a value over them, coloured by the value or by the class."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.plot = SpacePlot(theme, self.tr("Points in space"))
        self.first = AxisChoice(self.tr("First axis"), self.tr("The first axis of the floor"))
        self.second = AxisChoice(self.tr("Second axis"), self.tr("The second axis of the floor"))
        self.height_axis = AxisChoice(self.tr("Upright axis"), self.tr("What is drawn upright"))
        for choice in (self.first, self.second, self.height_axis):
            self.add_control(choice)
            choice.activated.connect(self._on_axis)
        self._layout.addWidget(self.plot)
        self.setFocusProxy(self.plot)
        self.plot.pointed.connect(self._on_pointed)
        self.plot.clicked.connect(self._on_clicked)

    @property
    def drawing(self) -> SpacePlot:
        return self.plot

    def show_examples(self, examples: Examples, colouring: Colouring) -> None:
        self._examples, self._colouring = examples, colouring
        inputs = tuple(axis for axis in examples.axes if axis.kind == "input")
        outputs = tuple(axis for axis in examples.axes if axis.kind == "output")
        self.first.offer(inputs, 0)
        self.second.offer(inputs, 1)
        self.height_axis.offer(outputs or inputs, 0 if outputs else 2)
        for choice in (self.first, self.second, self.height_axis):
            choice.setVisible(choice.count() > (2 if choice is not self.height_axis else 1))

    @property
    def shown_axes(self) -> tuple[Axis, ...]:
        return self.first.axis, self.second.axis, self.height_axis.axis

    def retell(self) -> None:
        examples, colouring = self._examples, self._colouring
        if examples is None or colouring is None:
            return
        upright = self.height_axis.axis
        if upright.kind == "output" and not colouring.names:
            colouring = colouring_by(examples, upright.number)
            self.coloured.emit(colouring)
        axes = self.shown_axes
        shown = self._painted
        places, ranges = [], []
        for axis in axes:
            values = strewn(examples, axis)
            low, high = float(values.min()), float(values.max())
            places.append(to_cube(values[shown], low, high))
            ranges.append((low, high))
        y = examples.y[shown]
        level = y if colouring.names else y[:, upright.number]
        self.plot.show_space(
            Space(
                np.stack(places, axis=1).astype(np.float32),
                colouring.indices(level),
                colouring.colours,
                (look_of(axes[0]), look_of(axes[1]), look_of(axes[2])),
                (ranges[0], ranges[1], ranges[2]),
            )
        )

    @Slot()
    def _on_axis(self, _index: int = 0) -> None:
        self.retell()
        self._mark_selected()

    @Slot(int)
    def _on_pointed(self, point: int) -> None:
        at = self.plot.place(point).toPoint() if point >= 0 else QPoint()
        self.tell(point, at)

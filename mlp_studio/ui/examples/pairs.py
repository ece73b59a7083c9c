"""The scatter matrix as a view: which columns it has, and their numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from mlp_studio.analysis.examples import Axis, Examples, Indices, thinned
from mlp_studio.analysis.histogram import edges_for, histogram
from mlp_studio.analysis.space import to_cube
from mlp_studio.ui.common.colours import Colouring
from mlp_studio.ui.examples.matrix import Matrix, Pairs
from mlp_studio.ui.examples.rows import axis_name
from mlp_studio.ui.examples.scatters import ScatterBase, strewn
from mlp_studio.ui.examples.view import count
from mlp_studio.ui.theme import Theme

MOST_COLUMNS = 5
AT_FIRST = 4
MOST_POINTS = 20_000  # in a cell
LISTED = 200  # columns in the menu


class _Menu(QMenu):
    """Stays open while columns are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            if action.isEnabled():
                action.trigger()
        else:
            super().mouseReleaseEvent(event)


class PairsView(ScatterBase):
    """Every pair of up to five columns.

    Signals
    -------
    opened(int, int)
        A person wants to see these two of the examples' axes alone.
    """

    opened = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.matrix = Matrix(theme, self.tr("Pairs of columns"))
        self.columns = QToolButton()
        self.columns.setText(self.tr("Columns…"))
        self.columns.setToolTip(
            self.tr("Choose up to {n} columns to compare.").format(n=MOST_COLUMNS)
        )
        self.columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = _Menu(self.columns)
        self.menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
        self.columns.setMenu(self.menu)
        self.add_control(self.columns)
        self._layout.addWidget(self.matrix)
        self.setFocusProxy(self.matrix)
        self._axes: list[int] = []  # those which are shown, of the examples' axes
        self.matrix.pointed.connect(self._on_pointed)
        self.matrix.opened.connect(lambda a, b: self.opened.emit(self._axes[a], self._axes[b]))

    @property
    def shown_axes(self) -> tuple[Axis, ...]:
        """The columns that are shown."""
        assert self._examples is not None
        every = self._examples.axes
        return tuple(every[k] for k in self._axes)

    def show_examples(self, examples: Examples, colouring: Colouring) -> None:
        before = self._examples
        same = before is not None and before.axes == examples.axes
        self._examples, self._colouring = examples, colouring
        if same:
            return
        offered = [k for k, axis in enumerate(examples.axes) if axis.kind != "class"][:LISTED]
        self._axes = offered[:AT_FIRST]
        self.menu.clear()
        for k in offered:
            action = self.menu.addAction(axis_name(examples.axes[k]).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(k in self._axes)
            action.setData(k)
            action.toggled.connect(self._on_ticked)
        self._follow_ticks()

    def show_chosen(self, indices: Indices) -> None:
        self._chosen = indices
        self._painted = thinned(indices, MOST_POINTS)
        self.retell()
        total, some = count(len(indices)), count(len(self._painted))
        self.said.emit(
            self.tr("{total} examples").format(total=total)
            if total == some
            else self.tr("{count} of {total} examples").format(count=some, total=total)
        )

    def retell(self) -> None:
        examples, colouring = self._examples, self._colouring
        if examples is None or colouring is None:
            return
        shown, groups = self._painted, len(colouring.names)
        y = examples.y[shown]
        columns, bars = [], []
        for axis in self.shown_axes:
            spread = strewn(examples, axis)
            low, high = float(spread.min()), float(spread.max())
            columns.append((to_cube(spread[shown], low, high) + 1) / 2)
            values = examples.values(axis)
            edges = edges_for(values, len(axis.categories))
            levels = None if groups else y[:, 0].astype(np.float64)
            by = y if groups else None
            bars.append(histogram(values[shown], edges, by, max(1, groups), levels))
        names = tuple(axis_name(axis) for axis in self.shown_axes)
        self.matrix.show_pairs(
            Pairs(
                names,
                np.stack(columns, axis=1),
                tuple(bars),
                colouring.indices(y),
                colouring,
            )
        )
        self._mark_selected()

    @property
    def drawing(self) -> Matrix:
        return self.matrix

    def _actions(self) -> list[QAction]:
        return list(self.menu.actions())

    def _follow_ticks(self) -> None:
        """Keep two columns at least and `MOST_COLUMNS` at most."""
        ticked = [action for action in self._actions() if action.isChecked()]
        for action in self._actions():
            on = action.isChecked()
            action.setEnabled(len(ticked) > 2 if on else len(ticked) < MOST_COLUMNS)

    @Slot(bool)
    def _on_ticked(self, _on: bool) -> None:
        self._axes = [action.data() for action in self._actions() if action.isChecked()]
        self._follow_ticks()
        self.retell()

    @Slot(int)
    def _on_pointed(self, point: int) -> None:
        self.tell(point, self.mapFromGlobal(self.cursor().pos()))

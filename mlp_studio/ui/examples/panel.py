"""The Examples panel: every way of looking at the data, and what is chosen of it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.analysis.examples import Examples, Indices
from mlp_studio.core.errors import StudioError
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.language import explained
from mlp_studio.studio.selection import Selection
from mlp_studio.ui.common.colours import Colouring, colouring
from mlp_studio.ui.common.legend import Legend
from mlp_studio.ui.common.selected_button import SelectedButton
from mlp_studio.ui.examples.gallery import GalleryView, MeansView
from mlp_studio.ui.examples.histograms import HistogramView
from mlp_studio.ui.examples.pairs import PairsView
from mlp_studio.ui.examples.part_choice import PartChoice
from mlp_studio.ui.examples.scatters import PlaneView, SpaceView
from mlp_studio.ui.examples.view import ExampleView
from mlp_studio.ui.examples.ways import examples_of, ways_of
from mlp_studio.ui.theme import RHYTHM, Theme

ONE_ROW = 100_000  # classes in a row of the legend, which scrolls


class ExamplesPanel(QWidget):
    """The examples of the open project, to be looked at closely.

    Parameters
    ----------
    document : Document
        Says what the columns are called.
    store : DataStore
        The examples.
    jobs : Jobs
        Count and average in the background.
    selection : Selection
        Which examples are selected everywhere.
    theme : Theme
        The look in force.
    """

    def __init__(
        self,
        document: Document,
        store: DataStore,
        jobs: Jobs,
        selection: Selection,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._selection = selection
        self._document = document
        self._store = store
        self._jobs = jobs
        self._theme = theme
        self._examples: Examples | None = None
        self._colouring: Colouring | None = None
        self._views: dict[str, ExampleView] = {}
        self._fed: dict[str, Examples] = {}  # which examples each view has
        self._way = ""
        self._dirty = True
        self.setProperty("panel", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._titles = {
            "gallery": self.tr("Gallery"),
            "means": self.tr("Mean of each class"),
            "space": self.tr("In space"),
            "plane": self.tr("Points"),
            "histograms": self.tr("Histograms"),
            "pairs": self.tr("Pairs"),
        }
        self._makers: dict[str, Callable[[], ExampleView]] = {
            "gallery": lambda: GalleryView(theme),
            "means": lambda: MeansView(theme, jobs),
            "plane": lambda: PlaneView(theme),
            "space": lambda: SpaceView(theme),
            "histograms": lambda: HistogramView(theme, jobs),
            "pairs": self._make_pairs,
        }
        self._build()
        self._connect()

    # --- what others may ask -----------------------------------------------------------

    @property
    def examples(self) -> Examples | None:
        """What is looked at."""
        return self._examples

    @property
    def way(self) -> str:
        """How: one of the names in `ways_of`."""
        return self._way

    @property
    def view(self) -> ExampleView | None:
        """What is shown."""
        return self._views.get(self._way)

    def choose_way(self, way: str) -> None:
        """Look at the examples in another way."""
        self._way = way
        if way not in self._views:
            view = self._views[way] = self._makers[way]()
            self.pages.addWidget(view)
            self._controls.addWidget(view.controls)
            view.said.connect(self._said)
            view.coloured.connect(self._on_coloured)
            view.picked.connect(self._on_picked)
        with QSignalBlocker(self._group):
            self.buttons[way].setChecked(True)
        for name, view in self._views.items():
            view.controls.setVisible(name == way)
        self.pages.setCurrentWidget(self._views[way])
        self.setFocusProxy(self._views[way])
        self._feed()

    # --- building ----------------------------------------------------------------------

    def _build(self) -> None:
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        top = QHBoxLayout()
        top.setSpacing(4)
        for way, title in self._titles.items():
            button = QPushButton(title)
            button.setCheckable(True)
            button.setProperty("role", "flat")
            button.hide()
            self._group.addButton(button)
            self.buttons[way] = button
            top.addWidget(button)
        top.addStretch(1)
        self._controls = QHBoxLayout()
        top.addLayout(self._controls)
        self.pages = QStackedWidget()
        self._empty = QLabel()
        self._empty.setProperty("role", "caption")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(RHYTHM, RHYTHM, RHYTHM, 4)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.pages, 1)
        layout.addLayout(self._bottom())

    def _bottom(self) -> QHBoxLayout:
        self.legend = Legend(self._theme, columns=ONE_ROW)
        scroll = QScrollArea()
        scroll.setWidget(self.legend)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedHeight(34)
        scroll.setProperty("panel", "canvas")
        scroll.viewport().setProperty("panel", "canvas")
        self.legend.setProperty("panel", "canvas")
        self.legend.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words = QLabel()
        self.words.setProperty("role", "caption")
        self.parts = PartChoice()
        below = QHBoxLayout()
        below.setSpacing(RHYTHM)
        self.only_selected = QCheckBox(self.tr("Only selected"))
        self.only_selected.setToolTip(self.tr("Show only the examples that are selected"))
        self.only_selected.hide()
        below.addWidget(scroll, 1)
        below.addWidget(SelectedButton(self._selection))
        below.addWidget(self.only_selected)
        below.addWidget(self.words)
        below.addWidget(self.parts)
        return below

    def _make_pairs(self) -> ExampleView:
        view = PairsView(self._theme)
        view.opened.connect(self._open_pair)
        return view

    def _connect(self) -> None:
        self._store.dataset_changed.connect(self._on_dataset)
        self._store.failed.connect(self._on_failed)
        self._store.loading.connect(self._on_loading)
        self._group.buttonClicked.connect(self._on_button)
        self.legend.hidden_changed.connect(self._on_chosen)
        self.parts.activated.connect(self._on_chosen)
        self.only_selected.toggled.connect(self._on_chosen)
        self._selection.changed.connect(self._on_selection)

    # --- following ---------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._dirty:
            self._synchronize()
        self._on_selection()  # another one, perhaps

    @Slot(object)
    def _on_dataset(self, _dataset: object) -> None:
        self._dirty = True
        if self.isVisible():
            self._synchronize()

    @Slot(object)
    def _on_failed(self, _error: object) -> None:
        self._on_dataset(None)

    @Slot(float, str)
    def _on_loading(self, share: float, words: str) -> None:
        if self._store.dataset is None and self._store.busy:
            self._empty.setText(
                self.tr("{what}: {percent} %").format(what=words, percent=round(100 * share))
            )

    def _synchronize(self) -> None:
        self._dirty = False
        dataset, source = self._store.dataset, self._document.data.source
        shown = dataset is not None
        for widget in (self.legend, self.words, self.parts):
            widget.setVisible(shown)
        if dataset is None:
            self._examples = None
            self._fed.clear()
            self._empty.setText(self._trouble())
            self.pages.setCurrentWidget(self._empty)
            for button in self.buttons.values():
                button.hide()
            for view in self._views.values():
                view.controls.hide()
            return
        self._examples = examples_of(dataset, source)
        before = self._colouring
        self._colouring = colouring(dataset)
        if before is None or not before.names or before.names != self._colouring.names:
            self.legend.show_colouring(self._colouring)
        self.parts.offer(self._examples)
        ways = ways_of(self._examples, source)
        for way, button in self.buttons.items():
            button.setVisible(way in ways)
        self.choose_way(self._way if self._way in ways else ways[0])

    def _trouble(self) -> str:
        error = self._store.error
        if error is None:
            return self.tr("The examples appear as soon as the data is loaded.")
        if isinstance(error, StudioError):
            return explained(error, "\n")
        return self.tr("The data could not be loaded.")

    def _feed(self) -> None:
        """Give the view that is shown what it shows."""
        view, examples, colours = self.view, self._examples, self._colouring
        if view is None or examples is None or colours is None:
            return
        if self._fed.get(self._way) is not examples:
            self._fed[self._way] = examples
            view.show_examples(examples, colours)
        if not colours.names:
            self.legend.show_colouring(colours)
        chosen = examples.chosen(self.parts.part, self.legend.hidden)
        if self.only_selected.isChecked():
            chosen = np.intersect1d(chosen, self._selected(examples))
        view.show_selected(self._selected(examples))
        view.show_chosen(chosen)

    def _selected(self, examples: Examples) -> Indices:
        return examples.indices(self._selection.part, self._selection.indices)

    # --- what people choose ------------------------------------------------------------

    def _on_button(self, button: QPushButton) -> None:
        self.choose_way(next(way for way, each in self.buttons.items() if each is button))

    def _on_chosen(self, _what: object) -> None:
        self._feed()

    @Slot(int)
    def _on_picked(self, index: int) -> None:
        if self._examples is not None:
            self._selection.toggle(*self._examples.place(index))

    @Slot()
    def _on_selection(self) -> None:
        self.only_selected.setVisible(len(self._selection) > 0)
        if not len(self._selection) and self.only_selected.isChecked():
            self.only_selected.setChecked(False)  # shows all of them again
        elif not self.isVisible() or self.view is None or self._examples is None:
            return  # when it is shown again
        elif self.only_selected.isChecked():
            self._feed()
        else:
            self.view.show_selected(self._selected(self._examples))

    def _open_pair(self, across: int, up: int) -> None:
        self.choose_way("plane")
        view = self.view
        assert isinstance(view, PlaneView)
        view.choose(across, up)

    def _said(self, words: str) -> None:
        if self.sender() is self.view:
            self.words.setText(words)

    def _on_coloured(self, colours: Colouring) -> None:
        if self.sender() is self.view:
            self.legend.show_colouring(colours)

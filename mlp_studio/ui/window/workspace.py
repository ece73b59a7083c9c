"""The body of the window: panels around the network, each of which can be folded away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from mlp_studio.studio.settings import Settings
from mlp_studio.ui.common.scrolling import Scrolling
from mlp_studio.ui.theme import Theme
from mlp_studio.ui.window.fold_handle import THICK, Arrow, FoldSplitter
from mlp_studio.ui.window.folds import PANELS, SIDES, Folds, Panel
from mlp_studio.ui.window.rail import WIDE, Rail

LEAST_DATA, LEAST_TRY_IT, LEAST_MIDDLE = 264, 300, 400  # pixels
MOST_DATA, MOST_TRY_IT = 420, 480
ENDLESS = (1 << 24) - 1  # Qt's QWIDGETSIZE_MAX


class Workspace(QWidget):
    """Data at the left, the network above the results in the middle, try-it at the right.

    Parameters
    ----------
    data, network, try_it : QWidget
        The panels.
    results : QTabWidget
        Folded, its tabs stay: a click on one opens it.
    settings : Settings
        Where it is kept what is folded.
    theme : Theme
        The look in force.
    """

    def __init__(
        self,
        data: QWidget,
        network: QWidget,
        results: QTabWidget,
        try_it: QWidget,
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.folds = Folds(settings, self)
        self._network, self._results = network, results
        self._panels = {"data": data, "network": network, "try_it": Scrolling(try_it)}
        self.rails: dict[Panel, Rail] = {
            "data": Rail(self.tr("Data"), "right", theme),
            "network": Rail(self.tr("Network"), "down", theme),
            "try_it": Rail(self.tr("Try it"), "left", theme),
        }
        for panel, rail in self.rails.items():
            rail.setObjectName(f"rail_{panel}")
            rail.clicked.connect(self._opener(panel))
        self.actions_by_panel: dict[Panel, QAction] = {}
        self._arrange(theme)
        self._make_actions()
        results.tabBarClicked.connect(self._tab_clicked)
        results.currentChanged.connect(self._tab_clicked)
        self.folds.changed.connect(self.synchronize)
        self.synchronize()

    def _arrange(self, theme: Theme) -> None:
        self.middle = FoldSplitter(Qt.Orientation.Vertical, theme, [("background", True)])
        self.middle.addWidget(self._network)
        self.middle.addWidget(self._results)
        self.middle.setSizes([430, 330])
        self.middle.setStretchFactor(0, 4)
        self.middle.setStretchFactor(1, 3)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rails["network"])
        column.addWidget(self.middle, 1)
        data, try_it = self._panels["data"], self._panels["try_it"]
        self.columns = FoldSplitter(
            Qt.Orientation.Horizontal, theme, [("panel", False), ("panel", True)]
        )
        for widget in (data, centre, try_it):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 1)
        self.columns.setSizes([288, 980, 332])
        data.setMinimumWidth(LEAST_DATA)
        data.setMaximumWidth(MOST_DATA)
        try_it.setMaximumWidth(MOST_TRY_IT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rails["data"])
        row.addWidget(self.columns, 1)
        row.addWidget(self.rails["try_it"])

    def _make_actions(self) -> None:
        names = {
            "data": (self.tr("Data &panel"), "Ctrl+1"),
            "network": (self.tr("&Network"), "Ctrl+2"),
            "results": (self.tr("&Results"), "Ctrl+3"),
            "try_it": (self.tr("&Try-it panel"), "Ctrl+4"),
        }
        for panel in PANELS:
            words, keys = names[panel]
            action = QAction(words, self, checkable=True)
            action.setObjectName(f"show_{panel}")
            action.setShortcut(QKeySequence(keys))
            action.setStatusTip(self.tr("Open this panel or fold it away"))
            action.triggered.connect(self._shower(panel))
            self.addAction(action)
            self.actions_by_panel[panel] = action

    def _opener(self, panel: Panel) -> Callable[[], None]:
        return lambda: self.folds.show(panel)

    def _shower(self, panel: Panel) -> Callable[[bool], None]:
        return lambda on: self.folds.show(panel, on)

    def _folder(self, panel: Panel) -> Callable[[], None]:
        return lambda: self.folds.show(panel, False)

    # --- showing -----------------------------------------------------------------------

    def synchronize(self) -> None:
        """Show what is to be shown."""
        folds = self.folds
        for panel, rail in self.rails.items():
            self._panels[panel].setVisible(folds.shows(panel))
            rail.setVisible(not folds.shows(panel))
        self._fold_results(not folds.shows("results"))
        for panel, action in self.actions_by_panel.items():
            action.setChecked(folds.shows(panel))
            if panel in self.rails:
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                tip = self.tr("Open this panel ({keys})").format(keys=keys)
                self.rails[panel].setToolTip(tip)
        self._offer_arrows()
        self.updateGeometry()

    def _offer_arrows(self) -> None:
        tip = self.tr("Fold this panel away ({keys})")

        def said(words: str, panel: Panel) -> str:
            keys = self.actions_by_panel[panel].shortcut()
            return words.format(keys=keys.toString(QKeySequence.SequenceFormat.NativeText))

        self.columns.seam(0).set_arrows(Arrow("left", said(tip, "data"), self._folder("data")))
        self.columns.seam(1).set_arrows(Arrow("right", said(tip, "try_it"), self._folder("try_it")))
        results = self.tr("Open the results ({keys})"), self._opener("results")
        if self.folds.shows("results"):
            self.middle.seam(0).set_arrows(
                Arrow(
                    "up",
                    said(self.tr("Give the results all the room ({keys})"), "network"),
                    self._folder("network"),
                ),
                Arrow(
                    "down",
                    said(self.tr("Give the network all the room ({keys})"), "results"),
                    self._folder("results"),
                ),
            )
        else:
            self.middle.seam(0).set_arrows(Arrow("up", said(results[0], "results"), results[1]))

    def open_results(self) -> None:
        """See to it that the results are seen."""
        self.folds.show("results")

    def _fold_results(self, folded: bool) -> None:
        """Leave the tabs of the results alone where they are folded."""
        pages = self._results.findChild(QStackedWidget, "qt_tabwidget_stackedwidget")
        if isinstance(pages, QStackedWidget):
            pages.setVisible(not folded)
        if folded:
            self._results.setFixedHeight(self._results.tabBar().sizeHint().height())
        else:
            self._results.setMinimumHeight(0)
            self._results.setMaximumHeight(ENDLESS)

    def _tab_clicked(self, number: int) -> None:
        if number >= 0:
            self.folds.show("results")

    # --- size --------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Return the size in which one side panel, and network or results, find room."""
        least = [self._panels[panel].minimumSizeHint().width() for panel in SIDES]
        least += [LEAST_DATA, LEAST_TRY_IT]
        parts = self._network, self._results
        middle = max(LEAST_MIDDLE, *(part.minimumSizeHint().width() for part in parts))
        network = self._network.minimumSizeHint().height() + THICK
        network += self._results.tabBar().sizeHint().height()
        results = WIDE + self._results.minimumSizeHint().height()
        return QSize(WIDE + THICK + max(least) + middle, max(network, results))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.folds.fit(self.width(), self.height())

"""How the Features panel is laid out: two plots, what is chosen above, the film below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.common.legend import Legend
from mlp_studio.ui.common.scrolling import Sideways
from mlp_studio.ui.features.fitting import FittingLabel
from mlp_studio.ui.features.heat_view import HeatView
from mlp_studio.ui.features.player import Player
from mlp_studio.ui.features.reading import Points
from mlp_studio.ui.features.scatter import ScatterView
from mlp_studio.ui.features.several import SeveralView
from mlp_studio.ui.features.space_scatter import SpaceScatter
from mlp_studio.ui.features.timeline import Timeline
from mlp_studio.ui.theme import RHYTHM, Theme


class FeaturesPage(QWidget):
    """The widgets of the panel in their places; the panel gives them their meaning."""

    def __init__(self, player: Player, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input = ScatterView(theme, self.tr("Input"), square=True)
        self.features = ScatterView(theme, self.tr("Features"))
        self.space = SpaceScatter(theme, self.tr("Features in space"))
        self.heat = HeatView(theme, self.tr("Activations"))
        self.picture = QStackedWidget()
        self.picture.addWidget(self.features)
        self.picture.addWidget(self.heat)
        self.several = SeveralView(theme)
        self.picture.addWidget(self.several)
        self.picture.addWidget(self.space)
        self.scatters: tuple[Points, ...] = (
            self.input,
            self.features,
            self.space,
            *self.several.plots,
        )
        self.legend = Legend(theme)
        self.timeline = Timeline(player)
        self._make_choices()
        self.lasso = QPushButton(self.tr("Lasso"))
        self.lasso.setCheckable(True)
        self.lasso.setProperty("role", "flat")
        self.lasso.setToolTip(
            self.tr(
                "Draw around points to select them; or drag with Shift. "
                "A click with Ctrl selects one more."
            )
        )
        self.clear = QPushButton(self.tr("Clear"))
        self.clear.setProperty("role", "flat")
        self.clear.setToolTip(self.tr("End the selection"))
        self.clear.hide()
        self.theirs = QPushButton(self.tr("Show them"))
        self.theirs.setProperty("role", "flat")
        self.theirs.setToolTip(self.tr("Show the part of the examples that is selected"))
        self.theirs.hide()
        self.star = QLabel()
        self.star.setProperty("role", "caption")
        self.star.hide()
        self.more = QPushButton("⋯")
        self.more.setProperty("role", "flat")
        self.more.setFixedWidth(34)
        self.more.setAccessibleName(self.tr("More about this view"))
        self.more.setToolTip(self.tr("More about this view"))
        self.arrange = QPushButton()
        self.arrange.setProperty("role", "flat")
        self.arrange.setToolTip(self.tr("Lay out the moment that is shown"))
        self.arrange.hide()
        self.input_words, self.feature_words = FittingLabel(), FittingLabel()
        self.count = QLabel()
        self.count.setProperty("role", "caption")
        self._arrange()

    def _make_choices(self) -> None:
        self.layers = CalmCombo()
        self.layers.setAccessibleName(self.tr("Layer"))
        self.layers.setToolTip(self.tr("The layer whose activations are shown"))
        self.layers.setMinimumWidth(96)
        self.layers.setMaximumWidth(180)
        self.views = CalmCombo()
        self.views.setAccessibleName(self.tr("View"))
        self.views.setToolTip(self.tr("How the layer's features become a picture"))
        self.views.setFixedWidth(104)
        for name, words, tip in (
            ("auto", self.tr("Automatic"), self.tr("One or two units as they are, more by PCA")),
            ("units", self.tr("Two units"), self.tr("Two chosen units as the axes")),
            ("pca", "PCA", self.tr("The two directions of greatest variance")),
            (
                "units3",
                self.tr("Units 3-D"),
                self.tr("Three chosen units as the axes, in space"),
            ),
            ("pca3", self.tr("PCA 3-D"), self.tr("The three directions of greatest variance")),
            ("lda", "LDA", self.tr("The two directions that separate the classes best")),
            ("tsne", "t-SNE", self.tr("Neighbours stay neighbours")),
            ("umap", "UMAP", self.tr("Neighbours stay neighbours")),
            ("several", self.tr("Layers"), self.tr("Up to four layers beside each other")),
            ("heat", self.tr("Heat map"), self.tr("Every activation: examples × units")),
        ):
            self.views.addItem(words, name)
            self.views.setItemData(self.views.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.tints = CalmCombo()
        self.tints.setAccessibleName(self.tr("Colours"))
        self.tints.setToolTip(self.tr("What the colours tell"))
        self.parts = CalmCombo()
        self.parts.setAccessibleName(self.tr("Examples"))

    def _arrange(self) -> None:
        title = QLabel(self.tr("Input"))
        title.setProperty("role", "title")
        grid = QGridLayout(self)
        grid.setContentsMargins(RHYTHM, RHYTHM, RHYTHM, RHYTHM // 2)
        grid.setHorizontalSpacing(2 * RHYTHM)
        grid.setVerticalSpacing(RHYTHM // 2)
        grid.addLayout(
            _row((title,), self.input_words, (self.theirs, self.clear, self.lasso)), 0, 0
        )
        chosen = (self.layers, self.views, self.more)
        grid.addLayout(_row(chosen, self.feature_words, (self.arrange,)), 0, 1)
        grid.addWidget(self.input, 1, 0)
        grid.addWidget(self.picture, 1, 1)
        below = QHBoxLayout()
        below.setSpacing(RHYTHM)
        below.addWidget(self.tints)
        below.addWidget(Sideways(self.legend), 1)
        below.addWidget(self.star)
        below.addWidget(self.count)
        below.addWidget(self.parts)
        grid.addLayout(below, 2, 0, 1, 2)
        grid.addWidget(self.timeline, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)


def _row(left: tuple[QWidget, ...], middle: QWidget, right: tuple[QWidget, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(RHYTHM // 2)
    for widget in left:
        row.addWidget(widget)
    row.addWidget(middle, 1)
    for widget in right:
        row.addWidget(widget)
    return row

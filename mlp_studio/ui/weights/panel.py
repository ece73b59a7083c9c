"""The weights panel: each layer's arrays as pictures, as a matrix and as a histogram."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.check import MAX_PARAMETERS
from mlp_studio.core.initializers import current_weights
from mlp_studio.studio.document import Document
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.common.latest import REST, Latest
from mlp_studio.ui.features.frame import MOST_UNTRAINED
from mlp_studio.ui.theme import RHYTHM, Theme
from mlp_studio.ui.weights.picture import (
    Mode,
    WeightPicture,
    WeightQuestion,
    answer,
    can_be_pictures,
)
from mlp_studio.ui.weights.view import Histogram, WeightsView


class WeightsPanel(QWidget):
    """Shows the newest weights, also while they are trained.

    Parameters
    ----------
    document : Document
        Network and weights.
    training : TrainingController
        While it trains, pictures come less often.
    theme : Theme
        The look in force.
    """

    def __init__(
        self,
        document: Document,
        training: TrainingController,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._training, self._theme = document, training, theme
        self._latest = Latest(parent=self)
        self._chosen: tuple[str, int] | None = None  # what a person chose; None follows
        self._mode: Mode = "pictures"
        self._dirty = True
        self.setProperty("panel", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self._connect()
        self._fill()

    @property
    def picture(self) -> WeightPicture | None:
        """What is shown, or None."""
        return self.view.picture

    @property
    def words(self) -> str:
        """What is said of the array."""
        return self._facts.text()

    def synchronize(self, _what: object = None) -> None:
        """Have the newest weights shown as soon as it is their turn."""
        self._dirty = True
        if not self.isVisible():
            return
        self._dirty = False
        trouble = self._trouble()
        if trouble:
            self._latest.forget()
            self.view.show_picture(None)
            self.histogram.show_picture(None)
            self._empty.setText(trouble)
            self._pages.setCurrentWidget(self._empty)
            return
        network, snapshot = self._document.network, self._document.snapshot
        seed, (layer, number) = self._document.training.seed, self.arrays.currentData()
        mode = self._mode if can_be_pictures(network, layer, number) else "matrix"
        tokens = self._theme.tokens
        found = [tokens.colour(name) for name in ("positive", "negative", "panel")]
        positive, negative, ground = (
            np.array([c.red(), c.green(), c.blue()], np.float32) for c in found
        )

        def work() -> WeightPicture:
            weights = current_weights(network, snapshot, seed)
            return answer(
                WeightQuestion(
                    network,
                    layer,
                    number,
                    weights[layer][number],
                    mode,
                    snapshot.epoch if snapshot else None,
                    (positive, negative, ground),
                )
            )

        self._latest.ask(work, rest=REST if self._training.state == "running" else 0.0)

    # --- building ----------------------------------------------------------------------

    def _build(self) -> None:
        self.arrays = CalmCombo()
        self.arrays.setAccessibleName(self.tr("Array of weights"))
        self.arrays.setToolTip(self.tr("The layer and the array that are shown"))
        self.arrays.setMinimumWidth(220)
        self.modes = CalmCombo()
        self.modes.setAccessibleName(self.tr("How weights are shown"))
        self.modes.addItem(self.tr("A picture for each unit"), "pictures")
        self.modes.addItem(self.tr("One matrix"), "matrix")
        self._when = QLabel()
        self._when.setProperty("role", "caption")
        self.view = WeightsView(self._theme)
        self.histogram = Histogram(self._theme)
        self._facts = QLabel()
        self._facts.setProperty("role", "secondary")
        self._facts.setWordWrap(True)
        self._facts.setFixedWidth(220)
        self._count = QLabel()
        self._count.setProperty("role", "caption")
        self.before = self._turner("‹", self.tr("Earlier units (Page Up)"), -1)
        self.after = self._turner("›", self.tr("Later units (Page Down)"), 1)
        head = QHBoxLayout()
        head.setSpacing(RHYTHM)
        head.addWidget(self.arrays)
        head.addWidget(self.modes)
        head.addStretch(1)
        for widget in (self._count, self.before, self.after, self._when):
            head.addWidget(widget)
        side = QVBoxLayout()
        side.setSpacing(RHYTHM)
        side.addWidget(self.histogram, 1)
        side.addWidget(self._facts)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(RHYTHM, RHYTHM, RHYTHM, RHYTHM)
        grid.setHorizontalSpacing(2 * RHYTHM)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self.view, 1, 0)
        grid.addLayout(side, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(1, 1)
        self._empty = QLabel()
        self._empty.setProperty("role", "caption")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._page = page
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _turner(self, sign: str, tip: str, pages: int) -> QPushButton:
        button = QPushButton(sign)
        button.setProperty("role", "flat")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: self.view.turn(pages))
        return button

    def _connect(self) -> None:
        document = self._document
        document.network_changed.connect(self._fill)
        document.snapshot_changed.connect(self.synchronize)
        document.training_changed.connect(self.synchronize)
        document.selection_changed.connect(self._on_selection)
        document.opened.connect(self._on_opened)
        self._theme.changed.connect(self.synchronize)
        self._latest.done.connect(self._on_picture)
        self._latest.failed.connect(self._on_failed)
        self.arrays.activated.connect(self._on_array)
        self.modes.activated.connect(self._on_mode)
        self.view.page_changed.connect(self._show_count)

    @Slot()
    def _fill(self, _network: object = None) -> None:
        network = self._document.network
        with QSignalBlocker(self.arrays):
            self.arrays.clear()
            for name, specs in network.weight_specs().items():
                for number, spec in enumerate(specs):
                    sides = " × ".join(str(side) for side in spec.shape)
                    self.arrays.addItem(f"{name} · {spec.name} {sides}", (name, number))
            known = [self.arrays.itemData(k) for k in range(self.arrays.count())]
            if self._chosen in known:
                self.arrays.setCurrentIndex(known.index(self._chosen))
        self.synchronize()

    def _trouble(self) -> str:
        network = self._document.network
        if not self.arrays.count():
            return self.tr("No layer of this network has weights.")
        if network.parameters > (MAX_PARAMETERS if self._document.snapshot else MOST_UNTRAINED):
            return self.tr("A network this large shows its weights once it is trained.")
        return ""

    # --- events ------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._dirty:
            self.synchronize()

    @Slot(object)
    def _on_selection(self, names: tuple[str, ...]) -> None:
        known = [self.arrays.itemData(k) for k in range(self.arrays.count())]
        if len(names) == 1 and (names[0], 0) in known:
            self.arrays.setCurrentIndex(known.index((names[0], 0)))
            self._on_array(0)

    @Slot()
    def _on_opened(self) -> None:
        self._chosen = None
        self._fill()

    @Slot(int)
    def _on_array(self, _index: int) -> None:
        self._chosen = self.arrays.currentData()
        self.synchronize()

    @Slot(int)
    def _on_mode(self, _index: int) -> None:
        self._mode = self.modes.currentData()
        self.synchronize()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error  # a defect of the program: shown by the handler of unexpected errors

    @Slot(object)
    def _on_picture(self, picture: WeightPicture) -> None:
        asked = picture.question
        if asked.network != self._document.network:
            return
        able = can_be_pictures(asked.network, asked.layer, asked.number)
        self.modes.setVisible(able)
        self.view.show_picture(picture)
        self.histogram.show_picture(picture)
        self._when.setText(
            self.tr("new random weights")
            if asked.epoch is None
            else self.tr("after epoch {epoch}").format(epoch=f"{asked.epoch:,}")
        )
        facts = picture.facts
        words = self.tr(
            "{count} weights\nfrom {low} to {high}\nmean {mean} · spread {spread}\n"
            "{small} % next to nothing"
        ).format(
            count=f"{asked.array.size:,}",
            low=_number(facts.low),
            high=_number(facts.high),
            mean=_number(facts.mean),
            spread=f"{facts.spread:.3g}",
            small=f"{100 * facts.small:.0f}",
        )
        if facts.not_finite:
            broken = self.tr("{count} are no numbers: the training has diverged.")
            words += "\n" + broken.format(count=f"{facts.not_finite:,}")
        self._facts.setText(words)
        self._pages.setCurrentWidget(self._page)
        self._show_count()

    @Slot()
    def _show_count(self) -> None:
        first, after, count = self.view.shown
        paged = after - first < count
        for widget in (self._count, self.before, self.after):
            widget.setVisible(paged)
        self.before.setEnabled(first > 0)
        self.after.setEnabled(after < count)
        words = self.tr("units {first}–{last} of {count}")
        self._count.setText(words.format(first=first, last=after - 1, count=count))


def _number(value: float) -> str:
    return f"{value:.3g}".replace("-", "−")

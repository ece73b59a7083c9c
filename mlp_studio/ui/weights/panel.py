"""The weights panel: each layer's arrays as pictures, as a matrix, and through the film."""

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

from mlp_studio.analysis.film import FilmFrame
from mlp_studio.analysis.kernel_path import PathKeeper
from mlp_studio.core.check import MAX_PARAMETERS
from mlp_studio.studio.document import Document
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.common.latest import REST, Latest
from mlp_studio.ui.features.frame import MOST_UNTRAINED
from mlp_studio.ui.features.player import Player
from mlp_studio.ui.features.timeline import Timeline, epoch_words
from mlp_studio.ui.theme import RHYTHM, Theme
from mlp_studio.ui.weights.moment import Change, Moment, Seen, answer
from mlp_studio.ui.weights.path_plot import PathPlot
from mlp_studio.ui.weights.picture import Mode, WeightPicture, WeightQuestion, can_be_pictures
from mlp_studio.ui.weights.view import Histogram, WeightsView

INTERVAL_MS = 60  # at least, between two pictures


class WeightsPanel(QWidget):
    """Shows the newest weights, also while they are trained, and those of the film.

    Parameters
    ----------
    document : Document
        Network and weights.
    training : TrainingController
        While it trains, pictures come less often.
    theme : Theme
        The look in force.
    player : Player, optional
        Leads through the film.
    """

    def __init__(
        self,
        document: Document,
        training: TrainingController,
        theme: Theme,
        player: Player | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._training, self._theme = document, training, theme
        self._player = player
        self._latest = Latest(INTERVAL_MS, parent=self)
        self._keeper = PathKeeper()
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
            self.path.show_path(None)
            self._empty.setText(trouble)
            self._pages.setCurrentWidget(self._empty)
            return
        network, (layer, number) = self._document.network, self.arrays.currentData()
        mode = self._mode if can_be_pictures(network, layer, number) else "matrix"
        tokens = self._theme.tokens
        positive, negative, ground = (
            np.array([c.red(), c.green(), c.blue()], np.float32)
            for c in map(tokens.colour, ("positive", "negative", "panel"))
        )
        moment, keeper = self._moment(), self._keeper
        colours = (positive, negative, ground)
        running = self._training.state == "running" and moment.shown is None
        self._latest.ask(
            lambda: answer(moment, layer, number, mode, colours, keeper),
            rest=REST if running else 0.0,
        )

    def _moment(self) -> Moment:
        """Return what is to be looked at."""
        shown = None if self._player is None else self._player.shown
        change: Change = self.changes.currentData()
        return Moment(
            self._document.network,
            self._document.snapshot,
            self._document.training.seed,
            self._frames(),
            shown,
            change if self._frames() else "none",
        )

    def _frames(self) -> tuple[FilmFrame, ...]:
        """Return the frames of the film, where they have weights."""
        film = None if self._player is None else self._player.film
        return tuple(film.frames) if film is not None and film.keeps_weights else ()

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
        self.changes = CalmCombo()
        self.changes.setAccessibleName(self.tr("Weights or their change"))
        self.changes.setToolTip(
            self.tr("The weights themselves, or what the training has added to them.")
        )
        self.changes.addItem(self.tr("Weights"), "none")
        self.changes.addItem(self.tr("Change since the start"), "start")
        self.changes.addItem(self.tr("Change since the frame before"), "before")
        self._when = QLabel()
        self._when.setProperty("role", "caption")
        self.view = WeightsView(self._theme)
        self.histogram = Histogram(self._theme)
        self.path = PathPlot(self._theme)
        self._facts = QLabel()
        self._facts.setProperty("role", "secondary")
        self._facts.setWordWrap(True)
        self._facts.setFixedWidth(220)
        self._count = QLabel()
        self._count.setProperty("role", "caption")
        self.before = self._turner("‹", self.tr("Earlier units (Page Up)"), -1)
        self.after = self._turner("›", self.tr("Later units (Page Down)"), 1)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(RHYTHM)
        head.addWidget(self.arrays)
        head.addWidget(self.modes)
        head.addWidget(self.changes)
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
        grid.addLayout(head, 0, 0, 1, 3)
        grid.addWidget(self.view, 1, 0)
        grid.addWidget(self.path, 1, 1)
        grid.addLayout(side, 1, 2)
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
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        self.timeline: Timeline | None = None
        if self._player is not None:
            self.timeline = Timeline(self._player)
            self.timeline.film.hide()  # the film's memory and its export belong to the features
            self.timeline.setContentsMargins(RHYTHM, 0, RHYTHM, RHYTHM)
            self.timeline.add_keys(self)
            layout.addWidget(self.timeline)
        self._show_film()

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
        self.changes.activated.connect(self.synchronize)
        if self._player is not None:
            self._player.moved.connect(self._on_moved)
            self._player.changed.connect(self._on_film)
            self.path.wanted.connect(self._player.seek)
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
        shown = None if self._player is None else self._player.shown
        if shown is not None and shown.weights is None:
            return self.tr("The film keeps no weights of a network this large: go back to Live.")
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

    @Slot()
    def _on_moved(self) -> None:
        shown = None if self._player is None else self._player.shown
        self.path.mark(None if shown is None else shown.epoch)
        self.synchronize()

    @Slot()
    def _on_film(self) -> None:
        """Follow a film that has other frames, or is another one."""
        self._show_film()
        if self._training.state != "running":  # else the next snapshot brings the newest path
            self.synchronize()

    def _show_film(self) -> None:
        """Show what there is to do with a film."""
        there = len(self._frames()) > 1
        self.changes.setVisible(there)
        self.path.setVisible(there)

    @Slot(object)
    def _on_picture(self, seen: Seen) -> None:
        picture = seen.picture
        asked = picture.question
        if asked.network != self._document.network:
            return
        able = can_be_pictures(asked.network, asked.layer, asked.number)
        self.modes.setVisible(able)
        self.view.show_picture(picture)
        self.histogram.show_picture(picture)
        self.path.show_path(seen.path)
        self._when.setText(self._when_words(asked))
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

    def _when_words(self, asked: WeightQuestion) -> str:
        if asked.epoch is None:
            return self.tr("new random weights")
        if asked.since is not None:
            return self.tr("from epoch {first} to {last}").format(
                first=epoch_words(asked.since), last=epoch_words(asked.epoch)
            )
        return self.tr("after epoch {epoch}").format(epoch=epoch_words(asked.epoch))

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

"""The Features panel: the input beside what a layer makes of it, live and as a film."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from mlp_studio.analysis.film import Film, FilmFrame
from mlp_studio.analysis.neighbours import spread_over
from mlp_studio.core.network import NetworkSpec
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.film import FilmRecorder
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.selection import Selection
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.latest import REST, Latest
from mlp_studio.ui.features.arranger import Arranger
from mlp_studio.ui.features.card import ExampleCard
from mlp_studio.ui.features.choices import Choices
from mlp_studio.ui.features.compute import answer
from mlp_studio.ui.features.film_box import FilmBox
from mlp_studio.ui.features.film_export import FilmExport, Seen, in_order
from mlp_studio.ui.features.frame import Frame, PartName, Place
from mlp_studio.ui.features.guest import Guest
from mlp_studio.ui.features.page import FeaturesPage
from mlp_studio.ui.features.player import Player
from mlp_studio.ui.features.questions import Questions
from mlp_studio.ui.features.reading import Reading
from mlp_studio.ui.features.reel import Reel
from mlp_studio.ui.features.stage import Stage
from mlp_studio.ui.features.trouble import Trouble
from mlp_studio.ui.theme import Theme

PICTURE_MS = 150  # between two live pictures
FILM_LAYOUTS = 12  # moments of a film that are laid out in a row


class FeaturesPanel(QWidget):
    """Input and features side by side, moving while the network learns; then its film.

    Parameters
    ----------
    document : Document
        Network and weights.
    store : DataStore
        The examples.
    training : TrainingController
        Told of, so that new weights begin with a picture of their own.
    film : FilmRecorder
        Has the film of the training.
    jobs : Jobs
        Where layouts of neighbours and exports are made.
    selection : Selection
        Which examples are selected everywhere.
    theme : Theme
        The look in force.

    Signals
    -------
    failed(Exception)
        Something that was asked for can't be done.
    """

    failed = Signal(object)

    def __init__(
        self,
        document: Document,
        store: DataStore,
        training: TrainingController,
        film: FilmRecorder,
        jobs: Jobs,
        selection: Selection,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._store, self._training = document, store, training
        self._jobs = jobs
        self._trouble = Trouble(document, store, self)
        self._latest = Latest(PICTURE_MS, self)
        self._reel = Reel(self)
        self._anew = self._dirty = True
        self.player = Player(film, self)
        self.player.fits = self._fits
        self.player.ready = self._ready
        self.setProperty("panel", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(theme)
        self.choices = Choices(self.page, document, theme, self)
        self._questions = Questions(
            document, store, training, self.choices, self.player, selection, theme
        )
        self.reading = Reading(selection, self.page.scatters, self.page.heat, self.card, self)
        self.arranger = Arranger(jobs, self)
        self.stage = Stage(self.page, self.choices, self.reading, self.arranger, self)
        self.guest = Guest(self.page, training, theme, self)
        self._connect()
        theme.changed.connect(self._on_changed)
        self.choices.fill_layers()
        self._on_dataset(store.dataset)

    # --- what others may ask -----------------------------------------------------------

    @property
    def layer(self) -> str | None:
        """The name of the layer that is shown."""
        return self.choices.layer

    @property
    def part(self) -> PartName:
        """Which examples are shown."""
        return self.choices.part

    @property
    def frame(self) -> Frame | None:
        """What is shown, or None."""
        return self.stage.frame

    @property
    def settled(self) -> bool:
        """Whether nothing is being computed for it."""
        return not (self._latest.busy or self._reel.busy or self.arranger.busy)

    def synchronize(self) -> None:
        """Have the newest weights, or the film's frame, shown as soon as it is their turn."""
        self._dirty = True
        if not self.isVisible():
            return
        self._dirty = False
        trouble = self._trouble.words()
        if trouble:
            self._latest.forget()
            self._reel.forget()
            self.stage.show_nothing()
            self.guest.show_frame(None)
            self._empty.setText(trouble)
            self._pages.setCurrentWidget(self._empty)
        elif self.player.shown is not None:
            self._latest.forget()
            self._show_film(self.player.shown)
        elif (question := self._questions.question()) is not None:
            rest = REST if self._training.state == "running" else 0.0
            self._latest.ask(lambda: answer(question), rest=rest)

    # --- building ----------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.page = FeaturesPage(self.player, theme)
        self.input, self.features = self.page.input, self.page.features
        self.legend, self.layers, self.parts = self.page.legend, self.page.layers, self.page.parts
        self._empty = QLabel()
        self._empty.setProperty("role", "caption")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.card = ExampleCard(theme, self)
        self.film_box = FilmBox(self.player.recorder, theme, self)
        self.export = FilmExport(self.film_box, self.player, self._jobs, theme, self)
        self.export.seen = self._film_seen
        self.page.timeline.add_keys(self)

    def _connect(self) -> None:
        document, choices, player = self._document, self.choices, self.player
        document.snapshot_changed.connect(self._on_changed)
        document.training_changed.connect(self._on_changed)
        document.network_changed.connect(self._on_network)
        document.selection_changed.connect(self._on_selection)
        document.opened.connect(self._on_opened)
        self._store.dataset_changed.connect(self._on_dataset)
        self._store.failed.connect(self._on_changed)
        self._training.cleared.connect(self._on_cleared)
        self._latest.done.connect(self._on_frame)
        self._latest.failed.connect(self._on_failed)
        self._reel.done.connect(self._on_picture)
        self._reel.failed.connect(self._on_failed)
        self.stage.failed.connect(self.failed)
        self.export.failed.connect(self.failed)
        choices.changed.connect(self._on_choice)
        choices.options.fixed_changed.connect(self._on_fixed)
        choices.options.sort_wanted.connect(self._on_choice)
        choices.options.film_wanted.connect(self._lay_out_film)
        choices.options.regions.toggled.connect(self._on_changed)
        self.page.theirs.clicked.connect(self._show_theirs)
        self.guest.failed.connect(self._on_failed)
        player.moved.connect(self._on_moved)
        player.changed.connect(self._on_film)
        self.page.several.layer_chosen.connect(choices.choose_layer)
        self.page.timeline.film_wanted.connect(self._open_film_box)

    # --- the film ----------------------------------------------------------------------

    def _show_film(self, frame: FilmFrame) -> None:
        """Show a frame of the film as soon as its picture is there, and have others made."""
        view = self.choices.view
        self._reel.begin(self._questions.film_key)
        picture = self._reel.find(frame)
        if picture is not None and picture is not self.frame:
            self._present(picture)
        following = self.player.following
        if picture is not None and self.player.between and following is not None:
            next_one = self._reel.find(following)
            if next_one is not None:
                self.stage.show_between(next_one, self.player.between)
        rest = REST if self._training.state == "running" else 0.0
        ahead = view.name != "heat"  # a map is too large to keep for every frame
        self._reel.want(frame, self.player.frames, self._picture_work, ahead=ahead, rest=rest)

    def _picture_work(self, frame: FilmFrame, place: Place | None) -> Callable[[], Frame]:
        shot = self._questions.shot(frame)
        question = self._questions.question(shot, place)
        if shot is None or question is None:
            raise RuntimeError("a frame without a film or without data was wanted")
        return lambda: answer(question)

    def _fits(self, film: Film) -> bool:
        return film.network == self._document.network

    def _ready(self, frame: FilmFrame) -> bool:
        if not self.isVisible():
            return True
        if self.choices.view.name == "heat":
            return not self._reel.busy
        return self._reel.find(frame) is not None

    # --- events ------------------------------------------------------------------------

    @Slot()
    def _on_changed(self, _what: object = None) -> None:
        self.synchronize()

    @Slot(object)
    def _on_network(self, _network: NetworkSpec) -> None:
        before = self.layer
        self.choices.fill_layers()
        self.player.refresh()
        if self.layer != before:
            self._begin_anew()
        self.synchronize()

    @Slot(object)
    def _on_selection(self, names: tuple[str, ...]) -> None:
        if len(names) == 1:
            self.choices.choose_layer(names[0])

    @Slot()
    def _on_opened(self) -> None:
        self.choices.forget_layer()
        self.choices.fill_layers()
        self._begin_anew()
        self.synchronize()

    @Slot(object)
    def _on_dataset(self, _dataset: object) -> None:
        self.arranger.forget()
        self.choices.fill_data(self._store.dataset)
        self._begin_anew()
        self.stage.show_data(self._store.dataset)
        self.synchronize()

    @Slot()
    def _on_cleared(self) -> None:
        self.arranger.forget()
        self._begin_anew()
        self.synchronize()

    @Slot()
    def _on_choice(self) -> None:
        self.arranger.cancel()
        self.arranger.trouble = None
        self._begin_anew()
        self.synchronize()

    @Slot(bool)
    def _on_fixed(self, fixed: bool) -> None:
        frame = self.frame
        basis = frame.projection.basis if fixed and frame is not None else None
        self._questions.fixed = basis
        self.synchronize()

    @Slot()
    def _on_moved(self) -> None:
        self.synchronize()

    @Slot()
    def _on_film(self) -> None:
        self.choices.film_there = len(self.player.frames) > 1
        if self.player.shown is not None:
            self.synchronize()

    @Slot()
    def _show_theirs(self) -> None:
        """Show the part that the selected examples are in, these among them."""
        self.choices.choose_part(self.reading.selection.part)

    @Slot()
    def _open_film_box(self) -> None:
        self.film_box.open_at(self.page.timeline.film)

    @Slot()
    def _lay_out_film(self) -> None:
        """Lay out some moments of the film, each beginning with the one before."""
        frames, shown = self.player.frames, self.frame
        if shown is None:
            return
        chosen = [frames[number] for number in spread_over(len(frames), FILM_LAYOUTS)]
        ask = self._questions
        asked = [(ask.question(ask.shot(frame)), frame.epoch) for frame in chosen]
        moments = [(question, epoch) for question, epoch in asked if question is not None]
        self.choices.options.hide()
        self.arranger.begin(moments, shown.probe, self.choices.neighbourhood)

    def _film_seen(self) -> Seen:
        """Return the film as it is seen now: its frames in order, each beside the one before."""
        draw, shared = self.stage.stills(self.export.rate)
        frames = self.player.frames
        known = [self._reel.find(frame) for frame in frames]
        ask = self._questions
        questions = [ask.question(ask.shot(frame)) for frame in frames]
        return Seen(lambda: in_order(known, questions), len(frames), draw, shared)

    def _begin_anew(self) -> None:
        """Forget the examples, the orientation and the range of the pictures so far."""
        self._latest.forget()
        self._reel.forget()
        self._questions.forget()
        self.choices.options.release()
        self._anew = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._dirty:
            self.synchronize()
        self.guest.show_frame(self.frame)  # it may have been drawn meanwhile

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.player.pause()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.reading.clear()
        else:
            super().keyPressEvent(event)

    # --- a frame -----------------------------------------------------------------------

    @Slot(object)
    def _on_frame(self, frame: Frame) -> None:
        if self.player.shown is None and self._questions.is_of(frame):
            self._present(frame)

    @Slot(object)
    def _on_picture(self, frame: Frame) -> None:
        shot, shown = frame.question.shot, self.player.shown
        if shot is not None and shot.frame is shown and self._questions.is_of(frame):
            self._present(frame)

    def _present(self, frame: Frame) -> None:
        anew, self._anew = self._anew, False
        self._questions.keep(frame)
        self.stage.show(frame, anew=anew)
        self.guest.show_frame(frame)
        self._pages.setCurrentWidget(self.page)
        self.stage.lay_out_if_new()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error  # a defect of the program: shown by the handler of unexpected errors

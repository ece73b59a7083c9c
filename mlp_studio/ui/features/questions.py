"""What the Features panel asks: the same examples, in the same orientation, again and again."""

from __future__ import annotations

from mlp_studio.analysis.film import FilmFrame
from mlp_studio.analysis.projection import Basis
from mlp_studio.core.dataset import Dataset
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.selection import Selection
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.colours import Colouring, colouring
from mlp_studio.ui.features.choices import Choices
from mlp_studio.ui.features.frame import Frame, Place, Probe, Question, Shot
from mlp_studio.ui.features.inside import Shading
from mlp_studio.ui.features.player import Player
from mlp_studio.ui.theme import Theme


class Questions:
    """Makes questions, and remembers of the pictures so far what the next must keep to.

    Parameters
    ----------
    document : Document
        Network and weights.
    store : DataStore
        The examples.
    training : TrainingController
        Whether a network trains.
    choices : Choices
        What is to be seen.
    player : Player
        Has the film.
    selection : Selection
        Examples that must be among those shown.
    theme : Theme
        The look in force.
    """

    def __init__(
        self,
        document: Document,
        store: DataStore,
        training: TrainingController,
        choices: Choices,
        player: Player,
        selection: Selection,
        theme: Theme,
    ) -> None:
        self._document, self._store, self._training = document, store, training
        self._choices, self._player = choices, player
        self._selection, self._theme = selection, theme
        self._answers: tuple[Dataset, Colouring] | None = None
        self._probe: Probe | None = None
        self._place: Place | None = None
        self.fixed: Basis | None = None

    def question(self, shot: Shot | None = None, place: Place | None = None) -> Question | None:
        """Return what to ask about the newest weights, or a shot; None where there is nothing."""
        dataset, layer = self._store.dataset, self._choices.layer
        if dataset is None or layer is None:
            return None
        part, wanted = self._choices.part, None
        if self._probe is None and self._selection.part == part and len(self._selection):
            wanted = self._selection.indices
        return Question(
            dataset,
            part,
            self._document.network,
            self._document.snapshot,
            self._document.training.seed,
            layer,
            self._choices.view,
            self._choices.options.most,
            self._probe,
            place or self._place,
            self.fixed,
            shot,
            wanted,
            self._shading(dataset),
        )

    def shot(self, frame: FilmFrame) -> Shot | None:
        """Return a moment of the film."""
        film, examples = self._player.film, self._player.recorder.examples
        return None if film is None or examples is None else Shot(film, frame, examples)

    @property
    def film_key(self) -> tuple[object, ...]:
        """What the pictures of a film have in common."""
        dataset, choices = self._store.dataset, self._choices
        shading = self._shading(dataset) if dataset is not None else None
        look = shading.key if shading is not None else None
        seen = choices.layer, choices.view, choices.part, choices.options.most
        return (*seen, id(self.fixed), look)

    def is_of(self, frame: Frame) -> bool:
        """Return whether a frame answers what would be asked now."""
        asked, choices = frame.question, self._choices
        return (
            asked.dataset is self._store.dataset
            and asked.layer == choices.layer
            and asked.part == choices.part
            and asked.view == choices.view
        )

    def keep(self, frame: Frame) -> None:
        """Have the next picture keep to this one."""
        probe = frame.probe  # a film without weights has examples of its own
        count = min(self._choices.options.most, probe.total)
        if probe.part == self._choices.part and len(probe.x) == count:
            self._probe = probe
        self._place = frame.place

    def forget(self) -> None:
        """Forget the examples, the orientation and the axes that stand fast."""
        self._probe = self._place = self.fixed = None

    def _shading(self, dataset: Dataset) -> Shading | None:
        if not self._choices.options.regions.isChecked():
            return None
        if self._answers is None or self._answers[0] is not dataset:
            self._answers = dataset, colouring(dataset)
        answers = self._answers[1]
        ground = self._theme.tokens.colour("background")
        return Shading(
            answers.rgb,
            (ground.red(), ground.green(), ground.blue()),
            (answers.low, answers.high),
            self._training.state == "running",
        )

"""The hints on the open project, kept in step with it, and which of them were dismissed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from mlp_studio.core.dataset import Dataset
from mlp_studio.core.hint import HintKey
from mlp_studio.core.hints import Hint, hints
from mlp_studio.core.observed import Observed, observed
from mlp_studio.studio.document import Document


class Advice(QObject):
    """What could be better in the design. Dismissed hints stay away, also in the saved project.

    Signals
    -------
    changed()
        There are other hints, or other ones are dismissed.
    """

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._observed: Observed | None = None
        self._dismissed: set[HintKey] = set()
        self._all: tuple[Hint, ...] = ()
        for signal in (
            document.network_changed,
            document.training_changed,
            document.data_changed,
            document.problems_changed,
        ):
            signal.connect(self._follow)
        document.opened.connect(lambda: self.take(()))
        self._follow()

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The hints that were not dismissed."""
        return tuple(hint for hint in self._all if hint.key not in self._dismissed)

    @property
    def dismissed(self) -> int:
        """How many of the hints that hold were dismissed."""
        return sum(hint.key in self._dismissed for hint in self._all)

    @property
    def observed(self) -> Observed | None:
        """What the loaded examples tell; None while there are none."""
        return self._observed

    def observe(self, dataset: Dataset | None) -> None:
        """Take other examples into account."""
        self._observed = None if dataset is None else observed(dataset)
        self._follow(told=True)

    @property
    def dismissed_keys(self) -> tuple[HintKey, ...]:
        """What was dismissed, whether it holds at the moment or not: to be saved."""
        return tuple(sorted(self._dismissed))

    def dismiss(self, hint: Hint) -> None:
        """Don't show a hint again in this project."""
        if hint.key not in self._dismissed:
            self._dismissed.add(hint.key)
            self._document.touch()
            self.changed.emit()

    def restore(self) -> None:
        """Show dismissed hints again."""
        if self._dismissed:
            self._document.touch()
            self.take(())

    def take(self, keys: Iterable[HintKey]) -> None:
        """Take over what was dismissed in a project that was opened."""
        dismissed = set(keys)
        if dismissed != self._dismissed:
            self._dismissed = dismissed
            self.changed.emit()

    def _follow(self, _spec: object = None, *, told: bool = False) -> None:
        document = self._document
        # A design that can't be trained has graver things to be told of.
        broken = any(problem.severity == "error" for problem in document.problems)
        found = () if broken else hints(
            document.network, document.training, document.data, document.facts, self._observed
        )  # fmt: skip
        if told or found != self._all:
            self._all = found
            self.changed.emit()

"""The epochs of the training so far, with the weights of those that anybody may want back."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from mlp_studio.core.events import EpochDone, Snapshot

GONE = -1  # the epoch of a snapshot that was let go


class History(list[EpochDone]):
    """Epochs, oldest first.

    A long run of a large network would fill the memory with weights: those of the last
    epoch are kept, and those of the best one by each quantity that is measured.
    """

    def __init__(self) -> None:
        super().__init__()
        self._best: dict[str, tuple[float, int]] = {}

    def append(self, event: EpochDone) -> None:
        """Add an epoch and let go of the weights that nobody can ask for any more."""
        before = self._wanted()
        super().append(event)
        self._look_at(len(self) - 1)
        for position in before - self._wanted():
            self._let_go(position)

    def replace(self, events: Iterable[EpochDone]) -> None:
        """Put other epochs in place of all."""
        self[:] = events
        self._best.clear()
        for position in range(len(self)):
            self._look_at(position)

    def clear(self) -> None:
        """Forget all epochs."""
        self.replace(())

    def _wanted(self) -> set[int]:
        last = {len(self) - 1} if self else set()
        return last | {position for _value, position in self._best.values()}

    def _look_at(self, position: int) -> None:
        for name, value in self[position].logs.items():
            signed = -value if name.endswith("accuracy") else value
            known = self._best.get(name)
            if not math.isnan(signed) and (known is None or signed < known[0]):
                self._best[name] = signed, position

    def _let_go(self, position: int) -> None:
        event = self[position]
        self[position] = replace(event, snapshot=Snapshot(event.snapshot.network, {}, GONE))

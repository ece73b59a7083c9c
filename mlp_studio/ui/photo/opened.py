"""The photos that are open, and undo for what is done to each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from mlp_studio.digits.cut import Cut
from mlp_studio.digits.photo_work import PhotoChoice
from mlp_studio.digits.sheet import Box
from mlp_studio.digits.sheet_edits import SheetEdits

MERGE_ID = 1  # one id for all changes: whether two really merge is told by their key


@dataclass(frozen=True)
class Source:
    """Where a photo comes from.

    Parameters
    ----------
    name : str
        What people call it.
    path : Path
        Its file; only a name where `data` is given.
    data : bytes, optional
        What was pasted or dropped.
    """

    name: str
    path: Path
    data: bytes | None = None


@dataclass(frozen=True)
class PhotoState:
    """All that a person chose for a photo.

    Parameters
    ----------
    sheet : bool
        Whether many digits are on it.
    choice : PhotoChoice
        What is cut out and how ink is told from paper.
    edits : SheetEdits
        The corrections of a sheet.
    """

    sheet: bool = False
    choice: PhotoChoice = PhotoChoice()  # noqa: RUF009 - frozen
    edits: SheetEdits = SheetEdits()  # noqa: RUF009 - frozen


class Opened(QObject):
    """One photo with what is done to it.

    Signals
    -------
    changed()
        Something else is chosen now.
    """

    changed = Signal()

    def __init__(
        self, source: Source, size: tuple[float, float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.source = source
        self.size = size
        self.undo_stack = QUndoStack(self)
        self._state = PhotoState()

    @property
    def state(self) -> PhotoState:
        """What is chosen."""
        return self._state

    def begin(self, state: PhotoState) -> None:
        """Start from a state; there is nothing to undo before it."""
        self._state = state

    def edit(self, words: str, state: PhotoState, key: str = "") -> None:
        """Choose something else.

        Parameters
        ----------
        words : str
            What is done, for *Undo*.
        state : PhotoState
            All that is chosen from now on.
        key : str
            Changes with the same key, one after the other, are undone together.
        """
        if state != self._state:
            self.undo_stack.push(_Change(self, words, self._state, state, key))

    def choose(self, words: str, choice: PhotoChoice, key: str = "") -> None:
        """Cut the photo, or tell its ink from the paper, in another way."""
        self.edit(words, replace(self._state, choice=choice), key)

    def correct(self, words: str, edits: SheetEdits, key: str = "") -> None:
        """Correct the sheet."""
        self.edit(words, replace(self._state, edits=edits), key)

    def cut(self, words: str, cut: Cut, key: str = "") -> None:
        """Cut or turn the photo; what was corrected on it turns with it."""
        state = self._state
        more = cut.angle - state.choice.cut.angle
        edits = state.edits.turned(self.size, more) if more else state.edits
        choice = replace(state.choice, cut=cut)
        self.edit(words, replace(state, choice=choice, edits=edits), key)

    def relabel(self, words: str, boxes: tuple[Box, ...], label: str | None) -> None:
        """Say what the digits in some boxes are."""
        edits = self._state.edits
        for box in boxes:
            edits = edits.labelled(box, label)
        self.correct(words, edits)

    def _put(self, state: PhotoState) -> None:
        self._state = state
        self.changed.emit()


class _Change(QUndoCommand):
    def __init__(
        self, opened: Opened, words: str, old: PhotoState, new: PhotoState, key: str
    ) -> None:
        super().__init__(words)
        self._opened, self._old, self._new, self._key = opened, old, new, key

    def redo(self) -> None:
        self._opened._put(self._new)

    def undo(self) -> None:
        self._opened._put(self._old)

    def id(self) -> int:
        return MERGE_ID if self._key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other._key != self._key:
            return False
        self._new = other._new
        return True

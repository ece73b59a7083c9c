"""Corrections of a sheet by hand: photo and list show the same digits, and both take them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from mlp_studio.core.events import Snapshot
from mlp_studio.digits.sheet import Box
from mlp_studio.digits.sheet_edits import narrowest
from mlp_studio.ui.photo.bench import Look
from mlp_studio.ui.photo.boxes import BoxesView
from mlp_studio.ui.photo.opened import Opened
from mlp_studio.ui.photo.reading import Reading, readings
from mlp_studio.ui.photo.sheet_panel import SheetPanel


class Correcting(QObject):
    """Links the outlines on the photo with the list, and turns gestures into corrections.

    Signals
    -------
    picked(Reading or None)
        The one digit that is selected; None where none or several are.
    told(str)
        A sentence to show: what was tried can't be done.
    """

    picked = Signal(object)
    told = Signal(str)

    def __init__(self, view: BoxesView, panel: SheetPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._panel = view, panel
        self._opened: Opened | None = None
        self._look: Look | None = None
        self._chosen: tuple[Box, ...] = ()
        self.readings: tuple[Reading, ...] = ()
        view.hovered.connect(panel.list.show_hover)
        panel.list.hovered.connect(view.show_hover)
        view.picked.connect(self._pick)
        panel.list.picked.connect(self._pick)
        for side in (view, panel.list):
            side.typed.connect(self._typed)
        view.drawn.connect(self._drawn)
        view.placed.connect(self._placed)
        panel.label_chosen.connect(self._label)
        panel.merge.connect(self._merge)
        panel.split.connect(self._split)
        panel.delete.connect(self._delete)

    def show_look(
        self,
        opened: Opened,
        look: Look,
        snapshot: Snapshot | None,
        names: tuple[str, ...],
        why: str,
    ) -> None:
        """Show the digits of a sheet as they are read now; what is selected stays so."""
        if opened is not self._opened:
            self._chosen = ()
        self._opened, self._look = opened, look
        self.readings = readings(look.rows, snapshot, names)
        self._view.show_readings(self.readings)
        self._panel.show_readings(self.readings, names, why)
        self._show_chosen()

    def clear(self) -> None:
        """Show no sheet."""
        self._opened = self._look = None
        self._chosen, self.readings = (), ()
        self._view.show_readings(())
        self._panel.show_readings((), (), "")
        self._show_chosen()

    @property
    def chosen(self) -> tuple[Reading, ...]:
        """The digits that are selected."""
        return tuple(r for r in self.readings if r.item.box in self._chosen)

    # --- selecting ---------------------------------------------------------------------

    def _pick(self, numbers: Sequence[int]) -> None:
        boxes = tuple(self.readings[k].item.box for k in numbers if k < len(self.readings))
        if boxes != self._chosen:
            self._chosen = boxes
            self._show_chosen()

    def _show_chosen(self) -> None:
        numbers = [k for k, r in enumerate(self.readings) if r.item.box in self._chosen]
        self._view.show_picked(numbers)
        self._panel.list.show_picked(numbers)
        chosen = self.chosen
        self._panel.show_picked(chosen)
        self.picked.emit(chosen[0] if len(chosen) == 1 else None)

    # --- correcting --------------------------------------------------------------------

    def _typed(self, letter: str) -> None:
        chosen = self.chosen
        if not chosen:
            self.told.emit(self.tr("Select a digit first, then type what it is."))
            return
        names = chosen[0].names
        exact = [name for name in names if name.casefold() == letter.casefold()]
        begun = [name for name in names if name.casefold().startswith(letter.casefold())]
        fitting = exact or begun
        if len(fitting) == 1:
            self._label(fitting[0])
        else:
            self.told.emit(
                self.tr("“{letter}” is none of the classes: {names}.").format(
                    letter=letter, names=", ".join(names) or "–"
                )
            )

    def _label(self, label: str | None) -> None:
        if self._opened is not None and self._chosen:
            words = self.tr("Correct a digit")
            self._opened.relabel(words, self._chosen, label)

    def _drawn(self, box: Box) -> None:
        if self._opened is not None:
            self._chosen = (box,)
            self._opened.correct(self.tr("Add a digit"), self._opened.state.edits.added(box))

    def _placed(self, number: int, box: Box) -> None:
        if self._opened is not None:
            old = self.readings[number].item.box
            self._chosen = (box,)
            edits = self._opened.state.edits.placed(old, box)
            self._opened.correct(self.tr("Place a digit"), edits)

    def _merge(self) -> None:
        if self._opened is not None and len(self._chosen) > 1:
            edits = self._opened.state.edits.merged(self._chosen)
            self._chosen = (edits.marks[-1].box,)
            self._opened.correct(self.tr("Merge digits"), edits)

    def _split(self) -> None:
        if self._opened is None or self._look is None or self._look.sheet is None:
            return
        if len(self._chosen) == 1:
            (box,) = self._chosen
            edits = self._opened.state.edits.split(box, narrowest(self._look.sheet, box))
            self._chosen = tuple(mark.box for mark in edits.marks[-2:])
            self._opened.correct(self.tr("Split a digit"), edits)

    def _delete(self) -> None:
        if self._opened is not None and self._chosen:
            edits = self._opened.state.edits.without(self._chosen)
            self._chosen = ()
            self._opened.correct(self.tr("Delete digits"), edits)

"""What can be done with layers, whichever gesture asks for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from mlp_studio.core.check import Problem
from mlp_studio.core.errors import StudioError
from mlp_studio.core.hints import Hint
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import explained, render
from mlp_studio.ui.builder import commands, values
from mlp_studio.ui.builder.commands import Step
from mlp_studio.ui.builder.gestures import carry_out
from mlp_studio.ui.builder.resetting import reset


class LayerActions(QObject):
    """Edits and selects layers of one document.

    Signals
    -------
    refused(str)
        Something can't be done, and why.
    edit_asked(str)
        The main number of this layer is to be edited in place.
    search_asked(str)
        A sweep is to search over this layer.
    """

    refused = Signal(str)
    edit_asked = Signal(str)
    search_asked = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._anchor: str | None = None
        self._session = 0
        document.selection_changed.connect(self._new_session)

    # --- edits -------------------------------------------------------------------------

    def act(self, what: str) -> None:
        """Carry out an action of `LayerMenu` on the selected layers."""
        network, names = self._document.network, self._document.selection
        if not names:
            return
        if what == "edit":
            self.edit_asked.emit(names[-1])
        elif what == "search":
            self.search_asked.emit(names[-1])
        elif what == "delete":
            self.carry_out(lambda: commands.remove(network, names))
        elif what in {"copy", "cut"}:
            self.copy()
            if what == "cut":
                self.carry_out(lambda: commands.remove(network, names))
        elif what == "paste":
            self.paste()
        elif what == "reset":
            self.carry_out(lambda: reset(network, names))
        elif what in {"freeze", "thaw"}:
            self.carry_out(lambda: commands.change(network, names, "trainable", what == "thaw"))
        elif what == "duplicate":
            self.carry_out(lambda: commands.duplicate(network, names))
        elif what in {"left", "right"}:
            by = 1 if what == "right" else -1
            self.carry_out(lambda: commands.move_by(network, names, by))
        elif what.startswith("activation:"):
            activation = what.partition(":")[2]
            self.carry_out(lambda: commands.change(network, names, "activation", activation))

    def add(self, kind: str, gap: int | None = None) -> None:
        """Add a fresh layer, in a gap or where a click in the palette puts it."""
        network, facts = self._document.network, self._document.facts
        if gap is None:
            gap = commands.position_for(kind, network, self._document.selection, facts)
        layer = commands.new_layer(kind, facts)
        if self._document.snapshot is not None and self._document.keep_function:
            layer = commands.passing_on(network, layer, gap)
        self.carry_out(lambda: commands.insert(network, layer, gap))

    def copy(self) -> None:
        """Put the selected layers on the clipboard."""
        if self._document.selection:
            words = commands.copied(self._document.network, self._document.selection)
            QGuiApplication.clipboard().setText(words)

    def paste(self) -> None:
        """Insert the layers on the clipboard behind the selected ones."""
        layers = commands.pasted(QGuiApplication.clipboard().text())
        if not layers:
            self.refused.emit(self.tr("There are no layers on the clipboard to paste."))
            return
        network, facts = self._document.network, self._document.facts
        gap = commands.position_for("dense", network, self._document.selection, facts)
        self.carry_out(lambda: commands.insert_all(network, layers, gap))

    def move_to(self, gap: int) -> None:
        """Move the selected layers into a gap."""
        network, names = self._document.network, self._document.selection
        if names:
            self.carry_out(lambda: commands.move(network, names, gap))

    def step(self, direction: int) -> None:
        """Make the main number of the selected layers larger (1) or smaller (−1)."""
        step = commands.step_main(self._document.network, self._document.selection, direction)
        if step is not None:
            carry_out(self._document, step, self._session)

    def steps(self, name: str) -> bool:
        """Whether a layer has a number that can be stepped, as its units."""
        network = self._document.network
        return any(commands.step_main(network, (name,), by) is not None for by in (1, -1))

    def step_layer(self, name: str, direction: int) -> None:
        """Step a layer's number, and those of the layers selected with it."""
        if name not in self._document.selection:
            self.select(name)
        self.step(direction)

    def new_session(self) -> int:
        """Begin a gesture whose edits become one step of undo; return its number."""
        self._session += 1
        return self._session

    def set_number(self, name: str, field: str, text: str) -> None:
        """Set a field of a layer to what was typed.

        Raises
        ------
        StudioError
            When it is no such number, or out of range.
        """
        number = values.parsed(field, text)
        carry_out(self._document, commands.change(self._document.network, (name,), field, number))

    def repair(self, problem: Problem | Hint) -> None:
        """Mend a problem, or follow a hint, as it proposes."""
        repair = problem.repair
        if repair is not None:
            self._document.edit(
                render(repair.label),
                network=repair.network,
                training=repair.training,
                data=repair.data,
            )

    def carry_out(self, command: Callable[[], Step]) -> None:
        """Carry a command out, or tell why that can't be."""
        try:
            carry_out(self._document, command(), self._session)
        except StudioError as error:
            self.refused.emit(explained(error))

    # --- selecting ---------------------------------------------------------------------

    def select(self, name: str) -> None:
        """Select one layer; a range may begin there."""
        self._anchor = name
        self._document.select((name,))

    def toggle(self, name: str) -> None:
        """Add a layer to the selection, or take it out."""
        selection = self._document.selection
        self._anchor = name
        if name in selection:
            self._document.select(tuple(other for other in selection if other != name))
        else:
            self._document.select((*selection, name))

    def select_range(self, name: str) -> None:
        """Select from where the range began to `name`, which comes last."""
        names = [layer.name for layer in self._document.network]
        if self._anchor not in names:
            self._anchor = (self._document.selection or (name,))[0]
        a, b = names.index(self._anchor), names.index(name)
        chosen = names[a : b + 1] if a <= b else names[b : a + 1][::-1]
        self._document.select(tuple(chosen))

    def select_all(self) -> None:
        """Select every layer."""
        self._document.select(tuple(layer.name for layer in self._document.network))

    def walk(self, by: int, *, extend: bool) -> None:
        """Move the selection by some layers, or extend it there."""
        layers = self._document.network.layers
        if not layers:
            return
        selection = self._document.selection
        outside = -1 if by > 0 else len(layers)
        start = self._document.network.index(selection[-1]) if selection else outside
        name = layers[max(0, min(start + by, len(layers) - 1))].name
        if extend:
            self.select_range(name)
        else:
            self.select(name)

    def _new_session(self, _names: object) -> None:
        self.new_session()

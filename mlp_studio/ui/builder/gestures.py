"""Carrying a step out: the one way from a gesture into the document."""

from __future__ import annotations

from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.ui.builder import commands
from mlp_studio.ui.builder.commands import Step


def carry_out(document: Document, step: Step, session: int = 0) -> None:
    """Edit the document by `step` and select what it asks for.

    Parameters
    ----------
    document : Document
        What is edited.
    step : Step
        The edit.
    session : int
        Steps of different sessions at one field don't become one step of undo.
    """
    merge = None if step.merge is None else f"{step.merge}#{session}"
    document.edit(render(step.label), network=step.network, merge=merge)
    document.select(step.select)


def add_layer(document: Document, kind: str, position: int | None = None) -> None:
    """Add a fresh layer at a position, or where a click in the palette puts it."""
    network, facts = document.network, document.facts
    if position is None:
        position = commands.position_for(kind, network, document.selection, facts)
    carry_out(document, commands.insert(network, commands.new_layer(kind, facts), position))

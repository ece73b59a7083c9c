"""Carrying a step out: the one way from a gesture into the document."""

from __future__ import annotations

from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
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

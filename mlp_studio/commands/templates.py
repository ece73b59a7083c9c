"""``mlp-studio templates``: the ready-made projects."""

from __future__ import annotations

from mlp_studio.commands.console import print_json, say
from mlp_studio.core.templates import TEMPLATES


def templates_command(*, as_json: bool) -> int:
    """Print the names and descriptions of the templates."""
    if as_json:
        print_json(
            [
                {"name": t.name, "title": str(t.title), "description": str(t.description)}
                for t in TEMPLATES.values()
            ]
        )
        return 0
    width = max(len(name) for name in TEMPLATES)
    for entry in TEMPLATES.values():
        say(f"{entry.name:<{width}}  {entry.description}")
    return 0

"""``mlp-studio templates``: the ready-made projects, built in and own."""

from __future__ import annotations

from mlp_studio.commands.console import print_json, say, warn
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.storage.own_templates import own_templates


def templates_command(*, as_json: bool) -> int:
    """Print the names and descriptions of the templates."""
    shelf = own_templates()
    for fault in shelf.broken:
        warn(str(fault))
    entries = [*TEMPLATES.values(), *shelf.templates]
    if as_json:
        print_json(
            [
                {
                    "name": each.name,
                    "title": str(each.title),
                    "description": str(each.description),
                    "own": each.own,
                }
                for each in entries
            ]
        )
        return 0
    width = max(len(each.name) for each in entries)
    for each in entries:
        say(f"{each.name:<{width}}  {str(each.description) or each.title}")
    return 0

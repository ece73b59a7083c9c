"""Sentences for people, kept apart from their values so that they can be translated.

The lower floors know nothing of Qt, yet what they say reaches the screen. They
return a `Text`: the English source and its values. ``str(text)`` is English;
the studio floor looks the source up in the chosen language and fills in the
same values. The translation tool finds the sources because every one is a
literal in a call to `text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Text:
    """A translatable sentence.

    Parameters
    ----------
    source : str
        English, with ``{name}`` placeholders.
    params : tuple of (str, object)
        The values of the placeholders; a value may itself be a `Text`.
    """

    source: str
    params: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        return self.source.format(**dict(self.params))


def text(source: str, /, **params: Any) -> Text:
    """Return a translatable sentence; `source` must be a literal.

    Parameters
    ----------
    source : str
        English, with ``{name}`` placeholders.
    **params
        The values of the placeholders.
    """
    return Text(source, tuple(params.items()))

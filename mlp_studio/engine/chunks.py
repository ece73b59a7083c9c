"""How much to ask of the device between two looks at the control."""

from __future__ import annotations

from mlp_studio.engine.loop import MAX_STEPS

TARGET = 0.04  # seconds: Pause and Stop act within two of these, the window included
LONG = 0.1  # seconds: what takes longer is better waited for from outside
GROWTH = 4


class ChunkLength:
    """Adapts to the time that steps take.

    Attributes
    ----------
    steps : int
        To make next.
    """

    def __init__(self) -> None:
        self.steps = 1
        self._each: float | None = None

    @property
    def may_be_long(self) -> bool:
        """Whether the next chunk may take so long that *Stop* should not wait for its end."""
        return self._each is None or self._each * self.steps > LONG

    def took(self, steps: int, seconds: float) -> None:
        """Learn from a chunk of `steps`."""
        self._each = seconds / steps
        wanted = int(TARGET * steps / max(seconds, 1e-9))
        self.steps = max(1, min(wanted, self.steps * GROWTH, MAX_STEPS))

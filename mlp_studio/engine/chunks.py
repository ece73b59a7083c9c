"""How many steps to make between two looks at the control."""

from __future__ import annotations

from mlp_studio.engine.loop import MAX_STEPS

TARGET = 0.03  # seconds: Pause and Stop act within a few of these
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

    def took(self, steps: int, seconds: float) -> None:
        """Learn from a chunk of `steps`."""
        wanted = int(TARGET * steps / max(seconds, 1e-9))
        self.steps = max(1, min(wanted, self.steps * GROWTH, MAX_STEPS))

"""The one kind of error which people are expected to meet."""

from __future__ import annotations

from mlp_studio.core.text import Text


class StudioError(Exception):
    """Something a person can understand and mend; never a defect of the program.

    Parameters
    ----------
    what : Text
        What was wrong and what was received, as one sentence.
    remedy : Text, optional
        What to do about it, as one sentence.
    """

    def __init__(self, what: Text, remedy: Text | None = None) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}" if self.remedy else str(self.what)


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """A person cancelled the work."""

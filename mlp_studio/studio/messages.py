"""The one channel for everything that must be told: errors, warnings, news."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from mlp_studio.core.errors import Cancelled, StudioError
from mlp_studio.studio.language import render

Level = Literal["info", "warning", "error"]


@dataclass(frozen=True)
class Message:
    """Something to tell.

    Parameters
    ----------
    level : {"info", "warning", "error"}
        How grave it is.
    what : str
        One translated sentence.
    remedy : str
        What to do about it; may be empty.
    details : str
        A traceback to copy where the program itself is at fault.
    """

    level: Level
    what: str
    remedy: str = ""
    details: str = ""


class Messages(QObject):
    """Whoever has something to tell tells it here; the window shows it.

    Signals
    -------
    posted(Message)
        Something is to be shown.
    """

    posted = Signal(object)

    def info(self, what: str) -> None:
        """Tell news."""
        self.posted.emit(Message("info", what))

    def warning(self, what: str, remedy: str = "") -> None:
        """Tell something to mind."""
        self.posted.emit(Message("warning", what, remedy))

    def settings_repaired(self) -> None:
        """Tell that the settings file was damaged."""
        self.warning(self.tr("The settings file was damaged; what could be read was kept."))

    def report(self, error: BaseException) -> None:
        """Tell an error: an expected one in its own words, any other with its traceback."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, StudioError):
            remedy = render(error.remedy) if error.remedy else ""
            self.posted.emit(Message("error", render(error.what), remedy))
            return
        self.posted.emit(
            Message(
                "error",
                self.tr("Something went wrong inside MLP Studio: {error}").format(
                    error=f"{type(error).__name__}: {error}"
                ),
                self.tr("Your project is unchanged. The details help to mend the program."),
                "".join(traceback.format_exception(error)),
            )
        )

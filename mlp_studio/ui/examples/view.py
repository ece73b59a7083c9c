"""What every way of looking at the examples has, and how numbers are written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mlp_studio.analysis.examples import Examples, Indices
from mlp_studio.ui.common.colours import Colouring
from mlp_studio.ui.theme import RHYTHM, Theme


class ExampleView(QWidget):
    """One way of looking at the examples.

    Parameters
    ----------
    theme : Theme
        The look in force.

    Signals
    -------
    said(str)
        How many of the examples are shown.
    coloured(Colouring)
        The colours mean something else now.
    picked(int)
        This example was clicked: it is to be selected, or no longer.
    """

    said = Signal(str)
    coloured = Signal(object)
    picked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.controls = QWidget()
        row = QHBoxLayout(self.controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        self.controls.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = row

    def add_control(self, widget: QWidget) -> None:
        """Put a control beside the buttons that choose the view."""
        self._row.addWidget(widget)

    def show_examples(self, examples: Examples, colouring: Colouring) -> None:
        """Show other examples.

        Parameters
        ----------
        examples : Examples
            All of them.
        colouring : Colouring
            Of their classes, or of their first value.
        """
        raise NotImplementedError

    def show_chosen(self, indices: Indices) -> None:
        """Show these of them, ascending."""
        raise NotImplementedError

    def show_selected(self, indices: Indices) -> None:
        """Mark these as selected, ascending; nothing where single examples are not seen."""


def number(value: float) -> str:
    """Return a number as people write it."""
    return f"{float(value):.5g}".replace("-", "−")


def count(value: int) -> str:
    """Return a count with its thousands apart."""
    return f"{value:,}"


def surface(error: Exception) -> None:
    """Raise what a job failed with: a defect, for the handler of unexpected errors to show."""
    raise error

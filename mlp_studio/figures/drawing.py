"""A figure that can be written as a picture, as vectors and as numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from mlp_studio.core.text import Text

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.ticker import Locator

Format = Literal["png", "svg", "pdf", "csv"]
FORMATS: tuple[Format, ...] = ("png", "svg", "pdf", "csv")
WIDTH_MM = 160.0  # the text's width on A4
DPI = 300
MM = 1 / 25.4  # in inches

# White paper, small sans-serif type, quiet frames; text stays text in vectors.
STYLE: dict[str, object] = {
    "axes.axisbelow": True,
    "axes.edgecolor": "#69748a",
    "axes.grid": True,
    "axes.labelcolor": "#10182b",
    "axes.labelsize": 8,
    "axes.linewidth": 0.7,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlesize": 9,
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 8,
    "grid.color": "#e4e8f0",
    "grid.linewidth": 0.6,
    "legend.fontsize": 7.5,
    "legend.frameon": False,
    "lines.linewidth": 1.4,
    "pdf.fonttype": 42,
    "savefig.facecolor": "white",
    "svg.fonttype": "none",
    "svg.hashsalt": "mlp-studio",
    "xtick.color": "#465066",
    "xtick.labelsize": 7.5,
    "ytick.color": "#465066",
    "ytick.labelsize": 7.5,
}

Say = Callable[[Text], str]  # a sentence in the language of whoever reads it
Column = Sequence[object]


@dataclass(frozen=True, eq=False)
class Drawing:
    """One figure.

    Parameters
    ----------
    name : str
        What its files are called, without an ending.
    title : str
        What it shows, for people.
    paint : callable
        Draws it on an empty Matplotlib figure.
    numbers : mapping of str to sequence
        Its numbers, by column; all columns are equally long.
    aspect : float
        Height by width.
    tab : str
        The part of the program that shows the same: ``"curves"``, ``"features"``,
        ``"weights"``, ``"evaluation"``, ``"examples"``, ``"network"`` or ``"plane"``.
    """

    name: str
    title: str
    paint: Callable[[Figure], None]
    numbers: Mapping[str, Column]
    aspect: float = 0.6
    tab: str = ""

    def as_bytes(self, form: Format, *, width_mm: float = WIDTH_MM, dpi: int = DPI) -> bytes:
        """Return the figure as the content of a file; slow.

        Parameters
        ----------
        form : {"png", "svg", "pdf", "csv"}
            Picture, vectors, or numbers.
        width_mm : float
            Width on paper, in millimetres.
        dpi : int
            Pixels an inch, for pictures and for what is a picture inside vectors.
        """
        if form == "csv":
            return as_csv(self.numbers).encode()
        import matplotlib as mpl
        from matplotlib.figure import Figure

        stream = io.BytesIO()
        with mpl.rc_context(STYLE):
            size = (width_mm * MM, width_mm * MM * self.aspect)
            figure = Figure(figsize=size, layout="constrained")
            self.paint(figure)
            # No dates: the same figure is the same file.
            dates = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {}}
            figure.savefig(stream, format=form, dpi=dpi, metadata=dates[form])
        return stream.getvalue()


def as_csv(numbers: Mapping[str, Column]) -> str:
    """Return columns as comma-separated values, with a line of names."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(numbers)
    writer.writerows([_cell(value) for value in row] for row in zip(*numbers.values(), strict=True))
    return stream.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, float | np.floating):
        return "" if np.isnan(value) else f"{float(value):.9g}"
    return str(value)


def whole_numbers() -> Locator:
    """Return what puts an axis's marks at whole numbers only."""
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator("auto", integer=True)

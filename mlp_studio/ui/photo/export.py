"""The digits of a sheet as a table in a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from mlp_studio.storage.files import write_text
from mlp_studio.ui.photo.bench import Look
from mlp_studio.ui.photo.reading import Reading, as_csv


def export_digits(parent: QWidget, look: Look, readings: Sequence[Reading]) -> None:
    """Ask for a file and write a row a digit.

    Raises
    ------
    StudioError
        When it can't be written.
    """
    suggestion = f"{look.source.path.stem}.csv"
    name, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("export_digits", "Export the digits"),
        suggestion,
        QCoreApplication.translate("export_digits", "Table (*.csv)"),
    )
    if name:
        angle = look.state.choice.cut.angle
        write_text(Path(name), as_csv(look.source.name, readings, look.size, angle))

"""Strokes in and out of files, behind one small button."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QToolButton, QWidget

from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text
from mlp_studio.digits.drawing import Drawing
from mlp_studio.digits.stroke_files import StrokeExample, read_strokes
from mlp_studio.storage.strokes import write_strokes
from mlp_studio.studio.messages import Messages
from mlp_studio.ui.digits.canvas import UNIT, DrawingCanvas

MARGIN = 0.15  # of the canvas, around a drawing that comes from elsewhere
LISTED = 200  # drawings of a file that are offered by name


class StrokeMenu(QToolButton):
    """Opens and saves what is on the canvas."""

    def __init__(
        self, canvas: DrawingCanvas, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._canvas, self._messages = canvas, messages
        self.setText("⋯")
        self.setProperty("role", "flat")
        self.setObjectName("stroke_menu")
        self.setToolTip(self.tr("Open and save the strokes"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_of_strokes = QMenu(self)
        self.menu_of_strokes.addAction(self.tr("Open strokes…"), self.ask_and_open)
        self._save = self.menu_of_strokes.addAction(
            self.tr("Save the strokes as…"), self.ask_and_save
        )
        self.menu_of_strokes.aboutToShow.connect(
            lambda: self._save.setEnabled(bool(canvas.drawing))
        )
        self.setMenu(self.menu_of_strokes)

    def ask_and_open(self) -> None:
        """Put strokes from a file that is asked for on the canvas."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open strokes"), "", self.tr("Strokes (*.json *.json.gz)")
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Put the strokes of a file on the canvas; of several drawings one is asked for."""
        try:
            examples = [example for example in read_strokes(path) if any(example.strokes)]
            if not examples:
                raise StudioError(
                    text("There are no strokes in {file}.", file=path.name),
                    text("Choose a file with a drawing in it."),
                )
        except StudioError as error:
            self._messages.report(error)
            return
        chosen = examples[0] if len(examples) == 1 else self._asked(path, examples)
        if chosen is not None:
            self._canvas.set_drawing(fitted(chosen.drawing))

    def ask_and_save(self) -> None:
        """Write the strokes on the canvas into a file that is asked for."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the strokes"), self.tr("strokes.json"), self.tr("Strokes (*.json)")
        )
        if name:
            path = Path(name)
            self.save(path if path.suffix else path.with_suffix(".json"))

    def save(self, path: Path) -> None:
        """Write the strokes on the canvas into a file."""
        try:
            write_strokes(path, [StrokeExample(self._canvas.drawing)])
        except StudioError as error:
            self._messages.report(error)
        else:
            self._messages.info(self.tr("The strokes are in {path}").format(path=path))

    def _asked(self, path: Path, examples: list[StrokeExample]) -> StrokeExample | None:
        names = [
            self.tr("{number}: unlabelled").format(number=k + 1)
            if example.label is None
            else self.tr("{number}: a {digit}").format(number=k + 1, digit=example.label)
            for k, example in enumerate(examples[:LISTED])
        ]
        words = self.tr("{file} holds {count} drawings. Which one?")
        name, accepted = QInputDialog.getItem(
            self,
            self.tr("Open strokes"),
            words.format(file=path.name, count=len(examples)),
            names,
            0,
            editable=False,
        )
        return examples[names.index(name)] if accepted else None


def fitted(drawing: Drawing) -> Drawing:
    """Return a drawing of any unit in that of the canvas; one that is on it stays as it is.

    One that says how wide its pen was comes from a canvas.
    """
    points = [point for stroke in drawing for point in stroke.points]
    low = [min(point[k] for point in points) for k in (0, 1)]
    high = [max(point[k] for point in points) for k in (0, 1)]
    inside = min(low) >= 0 and max(high) <= UNIT
    if inside and all(stroke.width for stroke in drawing):
        return drawing
    longer = max(high[0] - low[0], high[1] - low[1]) or 1.0
    factor = UNIT * (1 - 2 * MARGIN) / longer
    shift = [UNIT / 2 - factor * (low[k] + high[k]) / 2 for k in (0, 1)]
    return tuple(
        replace(
            stroke,
            points=tuple((x * factor + shift[0], y * factor + shift[1]) for x, y in stroke.points),
            width=stroke.width * factor,
        )
        for stroke in drawing
        if stroke.points
    )

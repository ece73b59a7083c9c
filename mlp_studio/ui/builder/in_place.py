"""The field that opens over a label at a double click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from mlp_studio.core.errors import StudioError
from mlp_studio.ui.builder import values
from mlp_studio.ui.builder.fields import Field
from mlp_studio.ui.theme import Theme

WIDTH, HEIGHT = 76, 28


class InPlaceField(Field):
    """Edits one number where it stands: Enter takes it over, Escape does not.

    Parameters
    ----------
    commit : callable
        Takes the text over.
    theme : Theme
        Colours.
    field, value : str
        Which field of a layer it is, and what it begins with.
    middle : QPoint
        Where it stands in the parent.
    """

    def __init__(
        self,
        commit: Callable[[str], None],
        theme: Theme,
        field: str,
        value: str,
        middle: QPoint,
        parent: QWidget,
    ) -> None:
        super().__init__(commit, theme, live=False, parent=parent)
        self._field = field
        self.stepped.connect(self._step)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setObjectName("in_place")
        self.resize(WIDTH, HEIGHT)
        x = max(2, min(middle.x() - WIDTH // 2, parent.width() - WIDTH - 2))
        y = max(2, min(middle.y() - HEIGHT // 2, parent.height() - HEIGHT - 2))
        self.move(x, y)
        self.show_text(value)
        self.selectAll()

    def _step(self, direction: int) -> None:
        try:
            value = values.parsed(self._field, self.text())
        except StudioError:  # told when it is taken over
            return
        self.setText(values.shown(self._field, values.next_value(self._field, value, direction)))

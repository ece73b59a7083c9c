"""The field that opens over a label at a double click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QGraphicsView, QWidget

from mlp_studio.core.errors import StudioError
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder import values
from mlp_studio.ui.builder.actions import LayerActions
from mlp_studio.ui.builder.fields import Field
from mlp_studio.ui.builder.geometry import Column
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


class InPlaceEditing(QObject):
    """Opens the field over a label of a view, and closes it.

    Parameters
    ----------
    document : Document
        Whose layers are edited.
    actions : LayerActions
        What carries the edit out.
    theme : Theme
        Colours.
    view : QGraphicsView
        Gets the field, and the focus back.

    Signals
    -------
    refused(str)
        What was typed can't be taken over, and why.
    accepted()
        All is well again.
    """

    refused = Signal(str)
    accepted = Signal()

    def __init__(
        self, document: Document, actions: LayerActions, theme: Theme, view: QGraphicsView
    ) -> None:
        super().__init__(view)
        self._document, self._actions = document, actions
        self._theme, self._view = theme, view
        self.editor: InPlaceField | None = None

    def open(self, column: Column) -> None:
        """Edit the main number of a column's layer; nothing happens where it has none."""
        self.close()
        name = column.cell.key
        layer = self._document.network.layer(name)
        field = values.main_field(layer)
        if field is None:
            return

        def commit(text: str) -> None:
            self._actions.set_number(name, field, text)

        y = column.label.y + column.label.height - 8
        middle = self._view.mapFromScene(QPointF(column.x, y))
        value = values.shown(field, getattr(layer, field))
        editor = InPlaceField(commit, self._theme, field, value, middle, self._view.viewport())
        editor.setAccessibleName(self.tr("{field} of {layer}").format(field=field, layer=name))
        editor.refused.connect(self.refused)
        editor.accepted.connect(self._done)
        editor.left.connect(self._done)
        self.editor = editor
        editor.show()
        editor.setFocus()

    def close(self) -> None:
        """Take the field away, if there is one."""
        editor, self.editor = self.editor, None
        if editor is not None:
            focused = editor.hasFocus()
            editor.hide()
            editor.deleteLater()
            if focused:
                self._view.setFocus()

    def _done(self) -> None:
        if self.editor is not None and not self.editor.wrong:
            self.accepted.emit()
        self.close()

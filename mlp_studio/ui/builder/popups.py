"""The menus that open over the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from mlp_studio.core.layers import Activation, Dense
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder import values
from mlp_studio.ui.builder.actions import LayerActions
from mlp_studio.ui.builder.menus import InsertMenu, LayerMenu


class Popups(QObject):
    """Opens menus and hands what was chosen to the actions."""

    def __init__(self, document: Document, actions: LayerActions, owner: QWidget) -> None:
        super().__init__(owner)
        self._document = document
        self._actions = actions
        self._owner = owner
        self._menu: InsertMenu | LayerMenu | None = None

    @property
    def menu(self) -> InsertMenu | LayerMenu | None:
        """The menu that is open."""
        return self._menu

    def insert(self, gap: int, place: QPoint) -> None:
        """Offer layers to insert into a gap, at a place on the screen."""
        menu = InsertMenu(self._owner)
        menu.chosen.connect(self._inserter(gap))
        self._popup(menu, place)

    def layer(self, name: str, place: QPoint) -> None:
        """Offer what can be done with the selected layers, `name` among them."""
        layer = self._document.network.layer(name)
        activation = layer.activation if isinstance(layer, Dense | Activation) else None
        editable = values.main_field(layer) is not None
        selected = (self._document.network.layer(other) for other in self._document.selection)
        dense = [other for other in selected if isinstance(other, Dense)]
        frozen = not any(other.trainable for other in dense) if dense else None
        menu = LayerMenu(activation, editable=editable, frozen=frozen, parent=self._owner)
        menu.chosen.connect(self._actions.act)
        self._popup(menu, place)

    def _popup(self, menu: InsertMenu | LayerMenu, place: QPoint) -> None:
        self._menu = menu
        menu.aboutToHide.connect(self._closed)
        menu.popup(place)

    def _closed(self) -> None:
        menu, self._menu = self._menu, None
        if menu is not None:
            menu.deleteLater()  # after its choice has been told

    def _inserter(self, gap: int) -> Callable[[str], None]:
        def insert(kind: str) -> None:
            self._actions.add(kind, gap)

        return insert

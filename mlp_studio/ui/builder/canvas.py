"""The canvas: shows the network and turns mouse and keys into actions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from mlp_studio.core.check import Problem
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder import keyboard
from mlp_studio.ui.builder.actions import LayerActions
from mlp_studio.ui.builder.callout import Callout
from mlp_studio.ui.builder.carry import Carry
from mlp_studio.ui.builder.drags import Drag, LayerDrag, Pan
from mlp_studio.ui.builder.edge_drag import EdgeDrag
from mlp_studio.ui.builder.foreground import paint_focus, paint_invitation
from mlp_studio.ui.builder.geometry import Column
from mlp_studio.ui.builder.in_place import InPlaceEditing, InPlaceField
from mlp_studio.ui.builder.link_hover import LinkHover
from mlp_studio.ui.builder.live import LiveWeights
from mlp_studio.ui.builder.live_maps import LiveMaps
from mlp_studio.ui.builder.marks import PLUS_RADIUS
from mlp_studio.ui.builder.minimap import ROOM, MiniMap
from mlp_studio.ui.builder.pointing import Pointing
from mlp_studio.ui.builder.popups import Popups
from mlp_studio.ui.builder.rubber_band import RubberBand
from mlp_studio.ui.builder.scene import NetworkScene
from mlp_studio.ui.builder.spoken import Spoken
from mlp_studio.ui.builder.wheel import Wheel
from mlp_studio.ui.builder.zoom import FitButton, Zoom
from mlp_studio.ui.theme import Theme, Tokens

ROOMY = 290  # from this height on, room for the callout is kept free


class NetworkCanvas(QGraphicsView):
    """Shows the network and turns gestures into edits of the document.

    Parameters
    ----------
    document : Document
        What is shown and edited.
    theme : Theme
        Colours.
    store : DataStore, optional
        The examples: where they lie in a plane, neurons show their activation maps.

    Signals
    -------
    told(QWidget, str)
        What can't be done or taken over, and the widget it is about.
    hushed()
        All is well again.
    """

    told = Signal(QWidget, str)
    hushed = Signal()

    def __init__(
        self,
        document: Document,
        theme: Theme,
        store: DataStore | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self.network_scene = NetworkScene(document, theme, self)
        self.setScene(self.network_scene)
        self.viewport().setAcceptDrops(False)  # files are for the window behind
        self.actions_of_layers = LayerActions(document, self)
        self.zoom = Zoom(self)
        self.carry = Carry(self.network_scene, self)
        self._pointing = Pointing(self.network_scene, self)
        self.popups = Popups(document, self.actions_of_layers, self)
        self._live = LiveWeights(document, self.network_scene, self)
        self.maps = LiveMaps(document, store, self.network_scene, theme, self) if store else None
        self._links = LinkHover(document, self.network_scene, self)
        self._editing = InPlaceEditing(document, self.actions_of_layers, theme, self)
        self._wheel = Wheel(self, self.zoom, self._pointing, self.actions_of_layers)
        self._drag: Drag | None = None
        self._button = Qt.MouseButton.NoButton
        self._space = False  # held down: the mouse pans
        self._shown_once = False
        self.callout = Callout(theme, self)  # the viewport's children scroll with the network
        self.fit_button = FitButton(self)
        self.minimap = MiniMap(document, self.network_scene, self, theme)
        self._build()
        self._connect()
        self._spoken = Spoken(document, self.network_scene, self)

    def _build(self) -> None:
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # The map of the whole network does what they would do.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(150)

    def _connect(self) -> None:
        document, actions = self._document, self.actions_of_layers
        document.network_changed.connect(self._network_changed)
        document.selection_changed.connect(self._selection_changed)
        document.problems_changed.connect(self._problems_changed)
        document.data_changed.connect(self._problems_changed)
        document.opened.connect(self.zoom.reset)
        self._theme.changed.connect(self._take_tokens)
        actions.refused.connect(self._tell)
        actions.edit_asked.connect(self.edit_in_place)
        self._editing.refused.connect(self._editor_refused)
        self._editing.accepted.connect(self.hushed)
        self.callout.repair_asked.connect(actions.repair)
        self.callout.clicked.connect(self._show_problem)
        self.fit_button.clicked.connect(self.zoom.toggle_fit)
        self.zoom.changed.connect(self.network_scene.hurry)
        self.zoom.changed.connect(self._relayout)
        self._problems_changed()

    # --- keeping in step ---------------------------------------------------------------

    def _network_changed(self, _network: object) -> None:
        self._editing.close()
        if self._drag is not None and not self._drag.edits:
            self._cancel_drag()
        self._live.begin_anew()
        self._relayout(changed=True)

    def _selection_changed(self, names: tuple[str, ...]) -> None:
        self.network_scene.show_state()
        if names:
            self._reveal(names[-1])
        self.viewport().update()

    def _problems_changed(self, _problems: object = None) -> None:
        self.callout.show_problems(self._document.problems)
        self.network_scene.show_state()
        self._relayout()

    def _take_tokens(self, tokens: Tokens) -> None:
        self.network_scene.take_tokens(tokens)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relayout()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._relayout()
        if not self._shown_once:
            self._shown_once = True
            self.zoom.reset()
        self._live.catch_up()
        if self.maps is not None:
            self.maps.catch_up()

    def _relayout(self, *, changed: bool = False) -> None:
        size, scene = self.maximumViewportSize(), self.network_scene
        callout, roomy = self.callout, size.height() >= ROOMY
        callout.fit(size.width() - 24, compact=not roomy)
        callout.move(size.width() - callout.width() - 12, 4)
        top = 58.0 if roomy else 14.0
        if callout.problem is not None:
            top = max(top, callout.height() + 18.0)
        # Shown small, the network still takes the whole canvas.
        small = min(1.0, self.zoom.scale)
        width, height, top = size.width() / small, size.height() / small, top / small
        scene.fit(width, height, top, ROOM / small, changed=changed)  # and room for the map
        self._pointing.refresh()
        self._links.hover(None)
        self._after_layout()

    def _after_layout(self) -> None:
        size = self.maximumViewportSize()
        wide = self.network_scene.layout.width > size.width()
        self.fit_button.synchronize(zoomed=self.zoom.zoomed, wide=wide)
        self.minimap.synchronize(size)
        self.viewport().update()

    def _reveal(self, name: str) -> None:
        body = self._column(name).body
        self.ensureVisible(QRectF(body.x, body.y, body.width, body.height), 24, 0)

    def _column(self, name: str) -> Column:
        return next(c for c in self.network_scene.layout.columns if c.cell.key == name)

    # --- the mouse ---------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place, left = event.position().toPoint(), event.button() == Qt.MouseButton.LeftButton
        if self._drag is not None:
            return
        self._hover(None)
        self._button = event.button()
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._drag = Pan(self, place)
        elif left:
            self._pointing.hover(place)
            self._press(place, event.modifiers())

    def _press(self, place: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        actions, document, scene = self.actions_of_layers, self._document, self.network_scene
        gap, edge = self._pointing.plus_at(place), self._pointing.edge_at(place)
        name = self._pointing.layer_at(place)
        several = modifiers & (
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        )
        if gap is not None:
            self.open_insert_menu(gap)
        elif edge is not None and not modifiers & Qt.KeyboardModifier.ControlModifier:
            self._drag = EdgeDrag(document, scene, self, edge, place, actions.new_session())
        elif name is None:
            self._drag = RubberBand(document, scene, self, place, adding=bool(several))
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            actions.select_range(name)
        elif several:
            actions.toggle(name)
        else:
            if name not in document.selection:
                actions.select(name)
            names = document.selection
            words = self.tr("{count} layers").format(count=len(names))
            words = names[0] if len(names) == 1 else words
            self._drag = LayerDrag(actions, self.carry, name, words, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._drag is not None:
            self._drag.move(place, event.modifiers())
        elif not self._space:
            self._hover(place)

    def _hover(self, place: QPoint | None) -> None:
        """Show what is, and can be pressed, at a place; None where the mouse has left."""
        self._pointing.hover(place)
        unit = None if place is None else self._pointing.unit_at(place)
        if self.maps is not None:
            self.maps.hover(unit)
        self._links.hover(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None and event.button() == self._button:
            drag, self._drag = self._drag, None
            drag.end(event.position().toPoint())
            self._show_cursor(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        name = self._pointing.layer_at(event.position().toPoint())
        if name is not None and event.button() == Qt.MouseButton.LeftButton:
            self.edit_in_place(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.setAccepted(self._wheel.turn(event))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        name = self._pointing.layer_at(event.pos())
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            if self._document.selection:
                self.open_layer_menu(self._document.selection[-1])
        elif name is None:
            self.open_insert_menu(self.carry.gap(event.pos()) or 0)
        else:
            if name not in self._document.selection:
                self.actions_of_layers.select(name)
            self.open_layer_menu(name, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            column = self._pointing.column_at(event.pos())
            if self.maps is not None and self.maps.popup.isVisible():
                column = None  # the large map tells more
            self.viewport().setToolTip(self.network_scene.tip(column) if column else "")
        return super().viewportEvent(event)

    def _cancel_drag(self) -> None:
        drag, self._drag = self._drag, None
        if drag is not None:
            drag.cancel()

    def _show_cursor(self, place: QPoint | None = None) -> None:
        """Show the hand that pans, or what can be pressed at a place."""
        if self._space:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._pointing.hover(place or self.viewport().mapFromGlobal(QCursor.pos()))

    # --- the keyboard ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._drag or self._document.selection):
            if self._drag is None:
                self._document.select(())
            self._cancel_drag()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self._hold_space(True)
        elif not self.zoom.key(event) and not keyboard.press(
            event, self.actions_of_layers, selected=bool(self._document.selection)
        ):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(False)
        else:
            super().keyReleaseEvent(event)

    def _hold_space(self, held: bool) -> None:
        self._space = held
        if self._drag is None:
            self._show_cursor()

    # --- menus and editing in place ----------------------------------------------------

    def open_insert_menu(self, gap: int) -> None:
        """Offer layers to insert into a gap."""
        layout = self.network_scene.layout
        below = QPointF(layout.gap_x(gap), layout.middle + PLUS_RADIUS + 4)
        self.popups.insert(gap, self.viewport().mapToGlobal(self.mapFromScene(below)))

    def open_layer_menu(self, name: str, place: QPoint | None = None) -> None:
        """Offer what can be done with the selected layers."""
        if place is None:
            middle = QPointF(self._column(name).x, self.network_scene.layout.middle)
            place = self.viewport().mapToGlobal(self.mapFromScene(middle))
        self.popups.layer(name, place)

    @property
    def editor(self) -> InPlaceField | None:
        """The field over a label."""
        return self._editing.editor

    def edit_in_place(self, name: str) -> None:
        """Open a field over the label of a layer for its main number."""
        self._reveal(name)
        self._editing.open(self._column(name))

    def _editor_refused(self, words: str) -> None:
        if self.editor is not None:
            self.told.emit(self.editor, words)

    # --- the rest ----------------------------------------------------------------------

    def _tell(self, words: str) -> None:
        self.told.emit(self, words)

    def _show_problem(self, problem: Problem) -> None:
        if problem.layer is not None:
            self.actions_of_layers.select(problem.layer)
            self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._space:
            self._hold_space(False)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, _rect: QRectF | QRect) -> None:
        """Invite to add a layer where there is none; show the keyboard's focus."""
        painter.save()
        painter.resetTransform()
        tokens = self._theme.tokens
        if not self._document.network.layers:
            words = self.tr("No layers yet. Click “+ Dense” or drag it here.")
            paint_invitation(painter, self, self.network_scene.layout.columns[0], words, tokens)
        if self.hasFocus() and not self._document.selection:
            paint_focus(painter, self, tokens)
        painter.restore()

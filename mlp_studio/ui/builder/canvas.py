"""The canvas: the network under the mouse and the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsView, QToolButton, QWidget

from mlp_studio.core.check import Problem, shape_text
from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import Dense
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.ui.builder import commands
from mlp_studio.ui.builder.callout import Callout
from mlp_studio.ui.builder.commands import Step
from mlp_studio.ui.builder.fields import Field
from mlp_studio.ui.builder.geometry import INPUT, Column
from mlp_studio.ui.builder.gestures import add_layer, carry_out
from mlp_studio.ui.builder.items import PLUS_RADIUS
from mlp_studio.ui.builder.menus import InsertMenu, LayerMenu
from mlp_studio.ui.builder.scene import NetworkScene
from mlp_studio.ui.theme import Theme, Tokens

WEIGHTS_MS = 100  # weights are repainted ten times a second at most
EDGE, EDGE_STEP = 28, 14  # dragging this near an edge scrolls this far
SMALLEST, LARGEST = 0.3, 4.0


class NetworkCanvas(QGraphicsView):
    """Shows the network and turns gestures into edits of the document.

    Signals
    -------
    told(QWidget, str), hushed()
        What was typed can't be taken over, and all is well again.
    """

    told = Signal(QWidget, str)
    hushed = Signal()

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self.network_scene = NetworkScene(document, theme, self)
        self.setScene(self.network_scene)
        self._pressed: tuple[QPoint, str] | None = None
        self._dragging = False
        self._anchor: str | None = None
        self._gap: int | None = None
        self._editor: Field | None = None
        self._menu: InsertMenu | LayerMenu | None = None
        self._stale = False
        self._session = 0
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setInterval(WEIGHTS_MS)
        self._pace.timeout.connect(self._show_stale_weights)
        self.callout = Callout(theme, self.viewport())
        self.fit_button = QToolButton(self.viewport())
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(150)
        self.setAccessibleName(self.tr("Network"))
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys select a layer, plus and minus change its units, Enter edits, "
                "Delete removes, Alt and an arrow moves."
            )
        )
        self.fit_button.setText(self.tr("Show all"))
        self.fit_button.setToolTip(self.tr("Fit the whole network into view (Ctrl+0)"))
        self.fit_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.fit_button.setObjectName("fit")
        self.fit_button.move(12, 4)
        self.fit_button.hide()

    def _connect(self) -> None:
        document = self._document
        document.network_changed.connect(self._network_changed)
        document.snapshot_changed.connect(self._snapshot_changed)
        document.selection_changed.connect(self._selection_changed)
        document.problems_changed.connect(self._problems_changed)
        document.data_changed.connect(self._problems_changed)
        self._theme.changed.connect(self._take_tokens)
        self.callout.repair_asked.connect(self._repair)
        self.callout.clicked.connect(self._show_problem)
        self.fit_button.clicked.connect(self.fit_or_reset)
        self._problems_changed()

    # --- keeping in step ---------------------------------------------------------------

    def _network_changed(self, _network: object) -> None:
        self._close_editor()
        self._cancel_drag()
        self.network_scene.synchronize()
        self._after_layout()

    def _snapshot_changed(self, _snapshot: object) -> None:
        self._stale = True
        if not self._pace.isActive():
            self._show_stale_weights()

    def _show_stale_weights(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.network_scene.show_weights()
            self._pace.start()

    def _selection_changed(self, names: tuple[str, ...]) -> None:
        self._session += 1
        self.network_scene.show_state()
        if names:
            self._reveal(names[-1])

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
        self._show_stale_weights()

    def _relayout(self) -> None:
        size = self.maximumViewportSize()
        callout = self.callout
        callout.fit(min(400, max(240, size.width() // 2)))
        callout.move(self.viewport().width() - callout.width() - 12, 4)
        roomy = size.height() >= 290
        top = 58.0 if roomy else 14.0
        if callout.problem is not None:
            top = max(top, callout.height() + 10.0)
        height = float(size.height())
        self.network_scene.fit(float(size.width()), height, top)
        if self.network_scene.layout.width > size.width():
            # Leave room for the scroll bar, else a second one would come.
            bar = self.horizontalScrollBar().sizeHint().height()
            self.network_scene.fit(float(size.width()), height - bar, top)
        self._after_layout()

    def _after_layout(self) -> None:
        zoomed = abs(self.transform().m11() - 1.0) > 0.01
        wide = self.network_scene.layout.width > self.maximumViewportSize().width()
        self.fit_button.setVisible(zoomed or wide)
        self.fit_button.setText(self.tr("Actual size") if zoomed else self.tr("Show all"))
        self.fit_button.adjustSize()
        self.viewport().update()

    def _reveal(self, name: str) -> None:
        for column in self.network_scene.layout.columns:
            if column.cell.key == name:
                body = column.body
                self.ensureVisible(QRectF(body.x, body.y, body.width, body.height), 24, 0)

    # --- zoom --------------------------------------------------------------------------

    def zoom(self, factor: float) -> None:
        """Zoom about the mouse or the middle."""
        now = self.transform().m11()
        factor = min(LARGEST, max(SMALLEST, now * factor)) / now
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.scale(factor, factor)
        self._after_layout()

    def fit_or_reset(self) -> None:
        """Show the whole network; once more, its actual size."""
        if abs(self.transform().m11() - 1.0) > 0.01:
            self.resetTransform()
        else:
            share = self.maximumViewportSize().width() / self.network_scene.layout.width
            self.resetTransform()
            self.scale(share, share)
        self._after_layout()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.0015 ** event.angleDelta().y())
            event.accept()
            return
        # There is nothing above or below: the wheel goes along the network.
        delta = event.angleDelta()
        bar = self.horizontalScrollBar()
        if bar.maximum() > 0:
            bar.setValue(bar.value() - (delta.x() or delta.y()))
            event.accept()
        else:
            event.ignore()

    # --- the mouse ---------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        if self._gap is not None and self._on_plus(place):
            self.open_insert_menu(self._gap)
            return
        name = self._layer_at(place)
        modifiers = event.modifiers()
        if name is None:
            if not modifiers:
                self._document.select(())
            return
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._select_range(name)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._toggle(name)
        else:
            if name not in self._document.selection:
                self._document.select((name,))
            self._anchor = name
            self._pressed = (place, name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is not None:
            far = (place - self._pressed[0]).manhattanLength()
            if self._dragging or far >= QApplication.startDragDistance():
                self._dragging = True
                names = self._document.selection
                words = (
                    names[0]
                    if len(names) == 1
                    else self.tr("{count} layers").format(count=len(names))
                )
                self.show_drop(place, words)
            return
        self._hover(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        name, dragged = self._pressed[1], self._dragging
        gap = self.drop_gap(event.position().toPoint())
        self._cancel_drag()
        if not dragged:
            self._document.select((name,))
        elif gap is not None:
            self._carry_out(
                lambda: commands.move(self._document.network, self._document.selection, gap)
            )

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        name = self._layer_at(event.position().toPoint())
        if name is not None and event.button() == Qt.MouseButton.LeftButton:
            self.edit_in_place(name)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        name = self._layer_at(event.pos()) if by_mouse else (self._document.selection or (None,))[0]
        if name is None:
            if by_mouse:
                self.open_insert_menu(self.drop_gap(event.pos()) or 0)
            return
        if name not in self._document.selection:
            self._document.select((name,))
        self.open_layer_menu(name, event.globalPos() if by_mouse else None)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self.viewport().setToolTip(self._tip(event.pos()))
        return super().viewportEvent(event)

    def _hover(self, place: QPoint | None) -> None:
        number = gap = None
        if place is not None:
            point = self.mapToScene(place)
            layout = self.network_scene.layout
            gap = layout.gap_at(point.x(), point.y())
            number = layout.column_at(point.x(), point.y())
            if gap is not None and number is not None and not self._near_gap(gap, point):
                gap = None
        if gap != self._gap:
            self._gap = gap
            self.network_scene.show_plus(gap)
        over_plus = gap is not None and place is not None and self._on_plus(place)
        on_layer = number is not None and number > 0
        self.network_scene.set_hovered(number if on_layer and not over_plus else None)
        pointing = over_plus or on_layer
        shape = Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _near_gap(self, gap: int, point: QPointF) -> bool:
        return abs(point.x() - self.network_scene.layout.gap_x(gap)) <= PLUS_RADIUS

    def _on_plus(self, place: QPoint) -> bool:
        offset = self.mapToScene(place) - self.network_scene.plus.pos()
        return offset.manhattanLength() <= PLUS_RADIUS * 1.5

    def _column_at(self, place: QPoint) -> Column | None:
        point = self.mapToScene(place)
        number = self.network_scene.layout.column_at(point.x(), point.y())
        return None if number is None else self.network_scene.layout.columns[number]

    def _layer_at(self, place: QPoint) -> str | None:
        column = self._column_at(place)
        return None if column is None or column.cell.key == INPUT else column.cell.key

    # --- dragging ----------------------------------------------------------------------

    def show_drop(self, place: QPoint, words: str) -> None:
        """Mark where something dragged to `place` would go; scroll near the edges."""
        gap = self.drop_gap(place)
        if gap is None:
            self.network_scene.mark.setVisible(False)
            return
        bar = self.horizontalScrollBar()
        if place.x() < EDGE:
            bar.setValue(bar.value() - EDGE_STEP)
        elif place.x() > self.viewport().width() - EDGE:
            bar.setValue(bar.value() + EDGE_STEP)
        self.network_scene.show_plus(None)
        self.network_scene.show_mark(gap, self.mapToScene(place), words)

    def hide_drop(self) -> None:
        """Take the mark away."""
        self.network_scene.mark.setVisible(False)

    def drop_gap(self, place: QPoint) -> int | None:
        """Return the gap something dropped at `place` goes into; None outside."""
        if not self.viewport().rect().contains(place):
            return None
        return self.network_scene.layout.nearest_gap(self.mapToScene(place).x())

    def _cancel_drag(self) -> None:
        self._pressed = None
        self._dragging = False
        self.hide_drop()

    # --- the keyboard ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super(QGraphicsView, self).keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return self._key_moves(key)
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return self._key_with_control(key)
        arrows = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Home: -10_000,
            Qt.Key.Key_End: 10_000,
        }
        if key in arrows:
            extend = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self._walk(arrows[key], extend=extend)
            return True
        selection = self._document.selection
        if key == Qt.Key.Key_Escape:
            dragging = self._dragging
            self._cancel_drag()
            if not dragging:
                self._document.select(())
            return True
        if not selection:
            return False
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.act("delete")
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.act("edit")
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Up}:
            self._step_main(1)
        elif key in {Qt.Key.Key_Minus, Qt.Key.Key_Down}:
            self._step_main(-1)
        else:
            return False
        return True

    def _key_moves(self, key: Qt.Key) -> bool:
        sides = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right"}
        if key not in sides or not self._document.selection:
            return False
        self.act(sides[key])
        return True

    def _key_with_control(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_D and self._document.selection:
            self.act("duplicate")
        elif key == Qt.Key.Key_A:
            self._document.select(tuple(layer.name for layer in self._document.network))
        elif key == Qt.Key.Key_0:
            self.fit_or_reset()
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(1.25)
        elif key == Qt.Key.Key_Minus:
            self.zoom(0.8)
        else:
            return False
        return True

    def _walk(self, by: int, *, extend: bool) -> None:
        layers = self._document.network.layers
        if not layers:
            return
        selection = self._document.selection
        if not selection:
            place = 0 if by > 0 else len(layers) - 1
        else:
            place = self._document.network.index(selection[-1]) + by
        place = max(0, min(place, len(layers) - 1))
        if extend:
            self._select_range(layers[place].name)
        else:
            self._anchor = layers[place].name
            self._document.select((layers[place].name,))

    def _select_range(self, name: str) -> None:
        """Select from the anchor to `name`, which comes last: the walk goes on from there."""
        network = self._document.network
        names = [layer.name for layer in network]
        if self._anchor not in names:
            self._anchor = (self._document.selection or (name,))[0]
        a, b = names.index(self._anchor), names.index(name)
        chosen = names[a : b + 1] if a <= b else names[b : a + 1][::-1]
        self._document.select(tuple(chosen))

    def _toggle(self, name: str) -> None:
        selection = self._document.selection
        self._anchor = name
        if name in selection:
            self._document.select(tuple(other for other in selection if other != name))
        else:
            self._document.select((*selection, name))

    # --- what can be done --------------------------------------------------------------

    def act(self, what: str) -> None:
        """Carry out an action of the layers' menu on the selected layers."""
        network, names = self._document.network, self._document.selection
        if not names:
            return
        if what == "edit":
            self.edit_in_place(names[-1])
        elif what == "delete":
            self._carry_out(lambda: commands.remove(network, names))
        elif what == "duplicate":
            self._carry_out(lambda: commands.duplicate(network, names))
        elif what in {"left", "right"}:
            by = 1 if what == "right" else -1
            self._carry_out(lambda: commands.move_by(network, names, by))
        elif what.startswith("activation:"):
            activation = what.partition(":")[2]
            self._carry_out(lambda: commands.change(network, names, "activation", activation))

    def add(self, kind: str, gap: int | None = None) -> None:
        """Add a fresh layer, in a gap or where a click in the palette puts it."""
        try:
            add_layer(self._document, kind, gap)
        except StudioError as error:
            self._tell(error)

    def open_insert_menu(self, gap: int) -> None:
        """Offer layers to insert into a gap."""
        layout = self.network_scene.layout
        place = self.mapFromScene(QPointF(layout.gap_x(gap), layout.middle + PLUS_RADIUS + 4))
        menu = InsertMenu(self)
        menu.chosen.connect(self._inserter(gap))
        self._popup(menu, self.viewport().mapToGlobal(place))

    def open_layer_menu(self, name: str, place: QPoint | None = None) -> None:
        """Offer what can be done with the selected layers."""
        layer = self._document.network.layer(name)
        activation = layer.activation if isinstance(layer, Dense) else None
        menu = LayerMenu(activation, editable=commands.main_field(layer) is not None, parent=self)
        menu.chosen.connect(self.act)
        if place is None:
            column = next(c for c in self.network_scene.layout.columns if c.cell.key == name)
            place = self.viewport().mapToGlobal(
                self.mapFromScene(QPointF(column.x, column.body.y + column.body.height / 2))
            )
        self._popup(menu, place)

    @property
    def menu(self) -> InsertMenu | LayerMenu | None:
        """The menu that was opened last, while it is open."""
        return self._menu

    def _popup(self, menu: InsertMenu | LayerMenu, place: QPoint) -> None:
        self._menu = menu
        menu.aboutToHide.connect(self._menu_closed)
        menu.popup(place)

    def _menu_closed(self) -> None:
        if self._menu is not None:
            self._menu.deleteLater()  # after its choice has been told
            self._menu = None

    def _inserter(self, gap: int) -> Callable[[str], None]:
        def insert(kind: str) -> None:
            self.add(kind, gap)

        return insert

    def _step_main(self, direction: int) -> None:
        step = commands.step_main(self._document.network, self._document.selection, direction)
        if step is not None:
            carry_out(self._document, step, self._session)

    def _carry_out(self, command: Callable[[], Step]) -> None:
        try:
            carry_out(self._document, command(), self._session)
        except StudioError as error:
            self._tell(error)

    def _tell(self, error: StudioError) -> None:
        remedy = f" {render(error.remedy)}" if error.remedy else ""
        self.told.emit(self, render(error.what) + remedy)

    def _repair(self, problem: Problem) -> None:
        if problem.repair is not None:
            repair = problem.repair
            self._document.edit(
                render(repair.label), network=repair.network, training=repair.training
            )

    def _show_problem(self, problem: Problem) -> None:
        if problem.layer is not None:
            self._document.select((problem.layer,))

    # --- editing in place --------------------------------------------------------------

    @property
    def editor(self) -> Field | None:
        """The field over a label, while it is open."""
        return self._editor

    def edit_in_place(self, name: str) -> None:
        """Open a field over the label of a layer for its main number."""
        self._close_editor()
        layer = self._document.network.layer(name)
        field = commands.main_field(layer)
        if field is None:
            return
        self._reveal(name)

        def commit(text: str) -> None:
            number = commands.parsed(field, text)
            step = commands.change(self._document.network, (name,), field, number)
            self._close_editor()
            carry_out(self._document, step, self._session)

        editor = Field(commit, self._theme, live=False, parent=self.viewport())
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setAccessibleName(self.tr("{field} of {layer}").format(field=field, layer=name))
        editor.setObjectName("in_place")
        column = next(c for c in self.network_scene.layout.columns if c.cell.key == name)
        label = column.label
        middle = self.mapFromScene(QPointF(column.x, label.y + label.height - 8))
        editor.resize(76, 28)
        editor.move(middle.x() - 38, min(middle.y() - 14, self.viewport().height() - 30))
        editor.show_text(commands.shown(field, getattr(layer, field)))
        editor.refused.connect(self._refused)
        editor.accepted.connect(self._accepted)
        self._editor = editor
        editor.selectAll()
        editor.show()
        editor.setFocus()

    def _refused(self, words: str) -> None:
        if self._editor is not None:
            self.told.emit(self._editor, words)

    def _accepted(self) -> None:
        self._close_editor()
        self.hushed.emit()

    def _close_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.hide()
            editor.deleteLater()
            self.setFocus()

    # --- words and marks ---------------------------------------------------------------

    def _tip(self, place: QPoint) -> str:
        column = self._column_at(place)
        if column is None:
            return ""
        network = self._document.network
        if column.cell.key == INPUT:
            return self.tr("The input: {shape} numbers for each example.").format(
                shape=shape_text(network.input_shape)
            )
        number = network.index(column.cell.key)
        shapes = (network.input_shape, *network.shapes())
        return self.tr("{layer}: {before} → {after}, {count} parameters").format(
            layer=f"{column.cell.key} ({type(network.layers[number]).__name__})",
            before=shape_text(shapes[number]),
            after=shape_text(shapes[number + 1]),
            count=f"{network.parameter_counts()[column.cell.key]:,}",
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, _rect: QRectF | QRect) -> None:
        layers = self._document.network.layers
        painter.save()
        painter.resetTransform()
        tokens = self._theme.tokens
        if not layers:
            column = self.network_scene.layout.columns[0]
            start = self.mapFromScene(QPointF(column.x + 60, column.body.y))
            box = QRectF(start.x(), start.y(), self.viewport().width() - start.x() - 16, 60)
            box.setHeight(column.body.height)
            painter.setPen(tokens.colour("secondary"))
            painter.drawText(
                box,
                Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap,
                self.tr("No layers yet. Click “+ Dense” or drag it here."),
            )
        if self.hasFocus() and not self._document.selection:
            painter.setPen(QPen(tokens.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, 6, 6)
        painter.restore()

"""Advice on the design: a quiet button that counts it, and the list behind."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.hints import Hint
from mlp_studio.studio.advice import Advice
from mlp_studio.studio.language import render

WIDTH = 440
TALLEST = 620


class HintsButton(QPushButton):
    """Says how many hints there are; hidden while there are none."""

    def __init__(self, advice: Advice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advice = advice
        self.setObjectName("hints")
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.box = HintsBox(advice, self)
        self.clicked.connect(self.open_list)
        advice.changed.connect(self.synchronize)
        self.synchronize()

    def synchronize(self) -> None:
        """Count the hints."""
        found = self._advice.hints
        count = len(found)
        self.setVisible(count > 0)
        self.setText(self.tr("1 hint") if count == 1 else self.tr("{n} hints").format(n=count))
        self.setToolTip("\n".join(render(hint.what) for hint in found))

    def open_list(self) -> None:
        """Open the list beneath the button."""
        self.box.open_below(self)


class HintsBox(QFrame):
    """The hints one below the other, each with its reason, its repair and a way to dismiss it.

    Signals
    -------
    repair_asked(Hint)
        What a hint offers is to be done.
    chosen(Hint)
        Its words were clicked.
    """

    repair_asked = Signal(object)
    chosen = Signal(object)

    def __init__(self, advice: Advice, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._advice = advice
        self.setObjectName("hints_box")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Hints"))
        self.rows: list[HintRow] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.restore = QPushButton()
        self.restore.setObjectName("restore_hints")
        self.restore.setProperty("role", "link")
        self.restore.clicked.connect(advice.restore)
        self._all_well = QLabel(self.tr("No hints: nothing here is known to work badly."))
        self._all_well.setProperty("role", "secondary")
        self._inner = QWidget()
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(16, 8, 16, 8)
        inner.setSpacing(0)
        inner.addLayout(self._list)
        inner.addWidget(self._all_well)
        inner.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._scroll)
        advice.changed.connect(self._changed)

    def open_below(self, widget: QWidget) -> None:
        """Open with the right edge at that of `widget`."""
        self.synchronize()
        corner = widget.mapToGlobal(QPoint(widget.width(), widget.height() + 4))
        room = widget.screen().availableGeometry()
        x = max(room.left(), min(corner.x() - self.width(), room.right() - self.width()))
        self.move(x, max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.show()
        if self.rows:
            self.rows[0].first_button.setFocus()

    def synchronize(self) -> None:
        """Show the hints that hold."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [HintRow(hint, self._advice, self) for hint in self._advice.hints]
        for number, row in enumerate(self.rows):
            row.set_first(first=number == 0)
            self._list.addWidget(row)
        dismissed = self._advice.dismissed
        self._all_well.setVisible(not self.rows)
        self.restore.setVisible(dismissed > 0)
        self.restore.setText(self.tr("Show dismissed again ({n})").format(n=dismissed))
        self.setFixedWidth(WIDTH)
        layout = self._inner.layout()
        if layout is not None:
            layout.activate()
            frame = 2 * (self.frameWidth() + 1)
            wanted = layout.totalHeightForWidth(WIDTH - frame) + frame
            tallest = min(TALLEST, self.screen().availableGeometry().height() - 40)
            self.setFixedHeight(min(tallest, wanted))

    def _changed(self) -> None:
        if self.isVisible():
            self.synchronize()
            if not self.rows and not self._advice.dismissed:
                self.close()


class HintRow(QWidget):
    """One hint."""

    def __init__(self, hint: Hint, advice: Advice, box: HintsBox) -> None:
        super().__init__()
        self.hint = hint
        self._box = box
        what, why = QLabel(render(hint.what)), QLabel(render(hint.why))
        why.setProperty("role", "secondary")
        for label in (what, why):
            label.setWordWrap(True)
        what.setProperty("role", "title")
        self.setAccessibleName(f"{what.text()} {why.text()}")
        self.dismiss = QPushButton(self.tr("Dismiss"))
        self.dismiss.setProperty("role", "flat")
        self.dismiss.setToolTip(self.tr("Not shown again in this project"))
        self.dismiss.clicked.connect(lambda: advice.dismiss(hint))
        self.repair: QPushButton | None = None
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 2, 0, 0)
        if hint.repair is not None:
            self.repair = QPushButton(render(hint.repair.label))
            self.repair.setProperty("role", "link")
            self.repair.setCursor(Qt.CursorShape.PointingHandCursor)
            self.repair.setAccessibleDescription(what.text())
            self.repair.clicked.connect(lambda: box.repair_asked.emit(hint))
            buttons.addWidget(self.repair)
        buttons.addStretch(1)
        buttons.addWidget(self.dismiss)
        self._line = QFrame()
        self._line.setFrameShape(QFrame.Shape.HLine)
        self._line.setProperty("role", "rule")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(4)
        layout.addWidget(self._line)
        for label in (what, why):
            layout.addWidget(label)
        layout.addLayout(buttons)
        if hint.layer is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(self.tr("Click to select the layer"))

    @property
    def first_button(self) -> QPushButton:
        """What the keyboard meets first."""
        return self.repair or self.dismiss

    def set_first(self, *, first: bool) -> None:
        """Leave the line above out for the first one."""
        self._line.setVisible(not first)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._box.chosen.emit(self.hint)

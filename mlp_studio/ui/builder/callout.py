"""The box in the canvas's corner: what is wrong with the design, and the repair."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mlp_studio.core.check import Problem
from mlp_studio.studio.language import render
from mlp_studio.ui.theme import Theme


class Callout(QFrame):
    """Shows the gravest problem and mends it with one click.

    Signals
    -------
    repair_asked(Problem)
        The button was clicked.
    clicked(Problem)
        The words were clicked.
    """

    repair_asked = Signal(object)
    clicked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problem: Problem | None = None
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._more = QLabel()
        self._more.setProperty("role", "secondary")
        self.button = QPushButton()
        self.button.setProperty("role", "link")
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setObjectName("repair")
        self.button.clicked.connect(self._repair)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addStretch(1)
        row.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(2)
        layout.addWidget(self._words)
        layout.addLayout(row)
        self.hide()
        theme.changed.connect(self._repaint)

    @property
    def problem(self) -> Problem | None:
        """The problem that is shown."""
        return self._problem

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show the first of these, or nothing."""
        self._problem = problems[0] if problems else None
        self.setVisible(self._problem is not None)
        if self._problem is None:
            return
        what, remedy = render(self._problem.what), render(self._problem.remedy)
        repair = self._problem.repair
        self._words.setText(f"{what} {remedy}")
        self.setAccessibleName(f"{what} {remedy}")
        self.button.setVisible(repair is not None)
        if repair is not None:
            self.button.setText(render(repair.label))
            self.button.setAccessibleDescription(f"{what} {remedy}")
        others = problems[1:]
        self._more.setVisible(bool(others))
        self._more.setText(self.tr("and {count} more").format(count=len(others)))
        self._more.setToolTip("\n".join(f"{render(p.what)} {render(p.remedy)}" for p in others))

    def fit(self, width: int) -> None:
        """Take the smallest height at a width."""
        layout = self.layout()
        if self._problem is None or layout is None:
            return
        layout.activate()
        self.setFixedSize(width, max(layout.totalHeightForWidth(width), 24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grave = self._problem is not None and self._problem.severity == "error"
        painter.setPen(QPen(tokens.colour("error" if grave else "warning"), 1))
        painter.setBrush(tokens.colour("warning_background"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._problem is not None:
            self.clicked.emit(self._problem)

    def _repair(self) -> None:
        if self._problem is not None:
            self.repair_asked.emit(self._problem)

    def _repaint(self, _tokens: object) -> None:
        self.update()

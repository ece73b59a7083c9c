"""The box in the canvas's corner: what is wrong with the design, and the repair."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QWidget

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
        self._what = self._all = ""
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.button = QPushButton()
        self.button.setProperty("role", "link")
        self.button.setStyleSheet("QPushButton:focus { text-decoration: underline; }")
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setObjectName("repair")
        self.button.clicked.connect(self._repair)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(12, 6, 12, 6)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._words, 1)
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
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
        sentences = [f"{render(p.what)} {render(p.remedy)}" for p in problems]
        others = self.tr("({count} more)").format(count=len(problems) - 1)
        self._what = render(self._problem.what)
        self._all = sentences[0] if len(problems) == 1 else f"{sentences[0]} {others}"
        self.setToolTip("\n".join(sentences))
        self.setAccessibleName(sentences[0])
        repair = self._problem.repair
        self.button.setVisible(repair is not None)
        if repair is not None:
            self.button.setText(render(repair.label))
            self.button.setAccessibleDescription(sentences[0])

    def fit(self, room: int, *, compact: bool) -> None:
        """Take the size the words need, at most `room` wide; `compact` is one low row."""
        if self._problem is None:
            return
        self._words.setText(self._what if compact else self._all)
        if compact:
            self._layout.setDirection(QBoxLayout.Direction.LeftToRight)
            self._layout.setContentsMargins(12, 3, 8, 3)
            self._layout.setSpacing(12)
            words = self._words.fontMetrics().horizontalAdvance(self._what) + 6
            button = self.button.sizeHint().width() + 12 if self._problem.repair else 0
            width = min(room, words + button + 36)
        else:
            self._layout.setDirection(QBoxLayout.Direction.TopToBottom)
            self._layout.setContentsMargins(12, 6, 12, 6)
            self._layout.setSpacing(2)
            width = min(room, max(400, self.button.sizeHint().width() + 26))
        self._layout.activate()
        self.setFixedSize(width, max(self._layout.totalHeightForWidth(width), 24))

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

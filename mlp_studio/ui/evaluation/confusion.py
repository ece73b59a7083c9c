"""Which classes are taken for which, and the examples behind each number."""

from __future__ import annotations

from html import escape

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.analysis.classification import most_confused
from mlp_studio.analysis.evaluation import in_cell
from mlp_studio.studio.selection import Selection
from mlp_studio.ui.common.eliding import ElidingLabel
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.evaluation.cards import cards
from mlp_studio.ui.evaluation.matrix import MatrixView
from mlp_studio.ui.evaluation.strip import ExampleStrip
from mlp_studio.ui.evaluation.view import View
from mlp_studio.ui.theme import RHYTHM, Theme

MOST = 60  # cards of a cell
WIDE = 720  # pixels: from here on the most confused stand in lines of several


class ConfusionPage(QWidget):
    """The confusion matrix beside the examples of the cell that is chosen.

    A cell that is chosen has its examples selected everywhere; cells of selected examples
    are marked.
    """

    def __init__(self, selection: Selection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection, self._theme = selection, theme
        self._view: View | None = None
        self._chosen: tuple[str, str] | None = None  # by name: other data has other numbers
        self.matrix = MatrixView(theme)
        self.numbers = CalmCombo()
        self.numbers.addItem(self.tr("Counts"), False)
        self.numbers.addItem(self.tr("% of true class"), True)
        self.numbers.setAccessibleName(self.tr("Numbers in the matrix"))
        self.numbers.setToolTip(
            self.tr("How many examples, or which share of the examples of the true class")
        )
        axes = ElidingLabel(self.tr("rows: true · columns: read as"))
        axes.setProperty("role", "caption")
        self.confused = QLabel()
        self.confused.setTextFormat(Qt.TextFormat.RichText)
        self.confused.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.confused.setWordWrap(True)
        self.confused.setAccessibleName(self.tr("Most confused"))
        self.title = QLabel()
        self.title.setProperty("role", "caption")
        self.title.setWordWrap(True)
        self.strip = ExampleStrip(theme)
        head = QHBoxLayout()
        head.addWidget(axes, 1)
        head.addWidget(self.numbers)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(head)
        left.addWidget(self.matrix, 1)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.confused)
        right.addWidget(self.title)
        right.addWidget(self.strip, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * RHYTHM)
        layout.addLayout(left, 1)
        layout.addLayout(right, 1)
        self.matrix.cell_chosen.connect(self._on_cell)
        self.numbers.activated.connect(self._on_numbers)
        self.confused.linkActivated.connect(self._on_link)
        theme.changed.connect(self._dress)
        selection.changed.connect(self._mark)

    def show_view(self, view: View) -> None:
        """Show the part that is looked at."""
        self._view = view
        matrix, names = view.report.matrix, view.names
        self._tell_confused(view)
        mistakes = most_confused(matrix, 1)
        current = mistakes[0][:2] if mistakes else (0, 0)
        if self._chosen is not None and set(self._chosen) <= set(names):
            current = names.index(self._chosen[0]), names.index(self._chosen[1])
        self.matrix.show_matrix(matrix, names, current, shares=bool(self.numbers.currentData()))
        self._mark()
        self._show_examples(*current)

    @property
    def _between(self) -> str:
        """What stands between two of the most confused: in a narrow column, a line each."""
        return " · " if self.width() >= WIDE else "<br>"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        former = event.oldSize().width() >= WIDE
        if self._view is not None and former != (self.width() >= WIDE):
            self._tell_confused(self._view)

    def _tell_confused(self, view: View) -> None:
        found = most_confused(view.report.matrix)
        if not found:
            self.confused.setText(escape(self.tr("No mistakes.")))
            return
        accent = self._theme.tokens.accent
        links = []
        for true, answered, count in found:
            words = self.tr("{true} read as {answered}: {count} times")
            if count == 1:
                words = self.tr("{true} read as {answered}: once")
            said = words.format(
                true=view.names[true], answered=view.names[answered], count=f"{count:,}"
            )
            said = escape(said).replace(" ", "&nbsp;")
            style = f"color: {accent}; text-decoration: none"
            links.append(f'<a style="{style}" href="{true}-{answered}">{said}</a>')
        caption = escape(self.tr("Most confused:"))
        first = " " if self.width() >= WIDE else "<br>"
        self.confused.setText(f"<b>{caption}</b>{first}" + self._between.join(links))

    def _show_examples(self, true: int, answered: int) -> None:
        view = self._view
        if view is None:
            return
        found = in_cell(view.judged, true, answered)
        words = self.matrix.words(true, answered)
        if len(found) > MOST:
            words += " · " + self.tr("the {count} surest are shown").format(count=MOST)
        self.title.setText(words)
        self.strip.show_cards(cards(view, found[:MOST]))

    # --- events ------------------------------------------------------------------------

    @Slot(int, int)
    def _on_cell(self, true: int, answered: int) -> None:
        if self._view is not None:
            self._chosen = self._view.names[true], self._view.names[answered]
            self._show_examples(true, answered)
            said = self._view.judged.said
            cell = in_cell(self._view.judged, true, answered)
            if self._view.part != "other":  # examples that no other view has
                self._selection.take(self._view.part, said.numbers[cell])

    @Slot()
    def _mark(self) -> None:
        """Mark the cells of the examples that are selected."""
        view = self._view
        if view is None or not view.names:
            return
        judged = view.judged
        counts = np.zeros((len(view.names), len(view.names)), np.int64)
        if view.part == "other":
            self.matrix.mark(counts)
            return
        chosen = self._selection.among(view.part, judged.said.numbers)
        cells = judged.said.y[chosen].astype(np.int64), judged.answered[chosen]
        np.add.at(counts, cells, 1)
        self.matrix.mark(counts)

    @Slot(int)
    def _on_numbers(self, _index: int) -> None:
        self.matrix.shares = bool(self.numbers.currentData())
        self.matrix.update()

    @Slot(str)
    def _on_link(self, link: str) -> None:
        true, answered = link.split("-")
        self.matrix.choose(int(true), int(answered))

    @Slot()
    def _dress(self, _tokens: object = None) -> None:
        if self._view is not None:
            self._tell_confused(self._view)

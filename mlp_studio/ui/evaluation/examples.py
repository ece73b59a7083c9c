"""Single examples: the worst mistakes, the least certain, and some drawn at random."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from mlp_studio.analysis.evaluation import (
    Indices,
    at_random,
    largest_errors,
    least_certain,
    most_certain,
    worst_mistakes,
)
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.evaluation.cards import cards, ink
from mlp_studio.ui.evaluation.heat_row import HeatRow
from mlp_studio.ui.evaluation.strip import ExampleStrip
from mlp_studio.ui.evaluation.view import View
from mlp_studio.ui.evaluation.words import figure, figures
from mlp_studio.ui.theme import RHYTHM, Theme

MOST = 60  # cards
GALLERY = 10  # cards at random
PICTURE = 64  # a side of the chosen example's picture


class ExamplesPage(QWidget):
    """A gallery with what was answered, and all probabilities of the one that is chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: View | None = None
        self._seed = 0
        self._names: tuple[str, ...] | None = None
        self._build(theme)
        self.which.activated.connect(self._choose_anew)
        self.classes.activated.connect(self._choose_anew)
        self.again.clicked.connect(self._draw_again)
        self.strip.chosen.connect(self._tell)
        theme.changed.connect(self._show_picture)

    def _build(self, theme: Theme) -> None:
        self.which = CalmCombo()
        self.which.setAccessibleName(self.tr("Which examples"))
        self.which.setToolTip(self.tr("Which examples are shown, and in which order"))
        self.classes = CalmCombo()
        self.classes.setAccessibleName(self.tr("True class"))
        self.classes.setToolTip(self.tr("Only examples of this class"))
        self.again = QPushButton(self.tr("Draw again"))
        self.again.setToolTip(self.tr("Draw other examples at random"))
        self._count = QLabel()
        self._count.setProperty("role", "caption")
        self.strip = ExampleStrip(theme)
        self.empty = QLabel()
        self.empty.setProperty("role", "caption")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._gallery = QStackedWidget()
        self._gallery.addWidget(self.strip)
        self._gallery.addWidget(self.empty)
        self.picture = QLabel()
        self.picture.setFixedSize(PICTURE, PICTURE)
        self.picture.setAccessibleName(self.tr("The chosen example"))
        self.row = HeatRow(theme)
        self.sentence = QLabel()
        self.sentence.setProperty("role", "secondary")
        self.sentence.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(RHYTHM)
        for widget in (self.which, self.classes, self.again):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._gallery, 1)
        about = QVBoxLayout()
        about.setSpacing(2)
        about.addWidget(self.sentence)
        about.addWidget(self.row)
        below = QHBoxLayout()
        below.setSpacing(RHYTHM)
        below.addWidget(self.picture)
        below.addLayout(about, 1)
        layout.addLayout(below)

    def show_view(self, view: View) -> None:
        """Show the part that is looked at."""
        if self._names != view.names:
            self._fill(view)
        before = self._view
        self._view = view
        chosen = self.strip.current
        same = before is not None and before.dataset is view.dataset and before.part == view.part
        self._show(chosen.position if chosen is not None and same else None)

    def _fill(self, view: View) -> None:
        """Offer what there is to choose from."""
        self._names = view.names
        with QSignalBlocker(self.which), QSignalBlocker(self.classes):
            self.which.clear()
            self.classes.clear()
            if view.names:
                self.which.addItem(self.tr("Worst mistakes"), "worst")
                self.which.addItem(self.tr("Least certain"), "uncertain")
                self.which.addItem(self.tr("Most certain"), "certain")
            else:
                self.which.addItem(self.tr("Largest errors"), "largest")
            self.which.addItem(self.tr("Ten at random"), "random")
            self.classes.addItem(self.tr("All classes"), None)
            for number, name in enumerate(view.names):
                self.classes.addItem(self.tr("Class {name}").format(name=name), number)
        self.classes.setVisible(bool(view.names))
        self.row.setVisible(bool(view.names))

    def _positions(self, view: View) -> tuple[Indices, int]:
        """Return which examples are shown, and how many there would be."""
        judged, of_class = view.judged, self.classes.currentData()
        everything = len(judged.said)
        makers: dict[str, Callable[[], Indices]] = {
            "worst": lambda: worst_mistakes(judged, everything, of_class),
            "uncertain": lambda: least_certain(judged, everything, of_class, view.threshold),
            "certain": lambda: most_certain(judged, everything, of_class),
            "largest": lambda: largest_errors(judged, everything),
            "random": lambda: at_random(judged, GALLERY, self._seed, of_class),
        }
        found = makers[self.which.currentData()]()
        return found[:MOST], len(found)

    def _show(self, wanted: int | None = None) -> None:
        view = self._view
        if view is None:
            return
        found, total = self._positions(view)
        known = found.tolist()
        current = known.index(wanted) if wanted in known else 0
        self.strip.show_cards(cards(view, found), current if known else -1)
        kind = self.which.currentData()
        self.again.setVisible(kind == "random")
        self._count.setVisible((kind == "worst" and total > 0) or total > len(known))
        words = self.tr("{count} mistakes")
        if total > len(known) and kind == "worst":
            words = self.tr("the {shown} worst of {count} mistakes")
        elif total > len(known):
            words = self.tr("the first {shown} of {count}")
        self._count.setText(words.format(count=f"{total:,}", shown=len(known)))
        self._tell()

    @Slot()
    def _tell(self, _number: object = None) -> None:
        """Say everything about the example that is chosen."""
        view, card = self._view, self.strip.current
        self._show_picture()
        if view is None or card is None:
            mistakes = self.which.currentData() == "worst"
            no_mistakes, none = self.tr("No mistakes here."), self.tr("No examples here.")
            self.empty.setText(no_mistakes if mistakes else none)
            self._gallery.setCurrentWidget(self.empty)
            self.sentence.clear()
            self.row.show_values((), None, -1)
            return
        self._gallery.setCurrentWidget(self.strip)
        said, place = view.judged.said, card.position
        if not view.names:
            self._tell_values(view, place)
            return
        true, outputs = int(said.y[place]), said.outputs[place]
        best, answered = int(np.argmax(outputs)), int(view.judged.answered[place])
        words = self.tr("True {true} · argmax {best} with {value} · sum {sum}").format(
            true=view.names[true],
            best=view.names[best],
            value=f"{float(outputs[best]):.4f}".replace("-", "−"),
            sum=f"{float(outputs.astype(np.float64).sum()):.4f}".replace("-", "−"),
        )
        if answered != best:
            more = self.tr("the threshold answers {answered}")
            words += " · " + more.format(answered=view.names[answered])
        words += " · " + (self.tr("right") if answered == true else self.tr("a mistake"))
        self.sentence.setText(words)
        self.row.show_values(view.names, outputs, true)

    @Slot()
    def _show_picture(self, _tokens: object = None) -> None:
        card = self.strip.current
        there = card is not None and card.picture is not None
        self.picture.setVisible(there)
        if card is not None and card.picture is not None:
            image = ink(card.picture, self._theme.tokens.colour("text"))
            smooth = Qt.TransformationMode.SmoothTransformation
            keep = Qt.AspectRatioMode.KeepAspectRatio
            self.picture.setPixmap(QPixmap.fromImage(image.scaled(PICTURE, PICTURE, keep, smooth)))

    def _tell_values(self, view: View, place: int) -> None:
        said = view.judged.said
        true = np.atleast_1d(said.y[place])
        off = float(np.abs(said.outputs[place] - true).max())
        words = self.tr("True {true} · predicted {value} · {off} off")
        self.sentence.setText(
            words.format(true=figures(true), value=figures(said.outputs[place]), off=figure(off))
        )

    @Slot()
    def _choose_anew(self, _index: object = None) -> None:
        self._show()

    @Slot()
    def _draw_again(self, _checked: bool = False) -> None:
        self._seed += 1
        self._show()

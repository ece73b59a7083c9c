"""Beside the table: the selected runs' curves, scores and differences, and notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.analysis.differences import Verdict, value_words
from mlp_studio.analysis.settings import differing, setting_name
from mlp_studio.core.text import Text
from mlp_studio.storage.runs import KeptRun
from mlp_studio.storage.runs_parts import Row
from mlp_studio.studio.language import render
from mlp_studio.studio.runs import Runs
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.common.latest import Latest
from mlp_studio.ui.common.table_model import ReadingTable
from mlp_studio.ui.evaluation.words import error_with_range, with_range
from mlp_studio.ui.runs.columns import run_settings
from mlp_studio.ui.runs.details import Pair, difference_words, judge_pair, run_words
from mlp_studio.ui.runs.words import SHOWN_SCORES, run_name, score_name
from mlp_studio.ui.theme import RHYTHM, Theme, class_colour

if TYPE_CHECKING:
    from mlp_studio.ui.runs.overlay import Curve, OverlayPlot

MOST = 12  # runs whose curves are drawn, one a colour
VALUES = frozenset({"mae", "mse", "rmse", "max_error"})  # have the unit of the data


class ComparePanel(QWidget):
    """Pages about the selected runs.

    Parameters
    ----------
    runs : Runs
        Where their parts are read.
    theme : Theme
        The look in force.

    Signals
    -------
    noted(str, str)
        A person wrote notes to the run of this id.
    failed(Exception)
        A part of a run can't be read.
    """

    noted = Signal(str, str)
    failed = Signal(object)

    def __init__(self, runs: Runs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs, self._theme = runs, theme
        self._chosen: list[KeptRun] = []
        self._plot: OverlayPlot | None = None
        self._pair: Pair | None = None
        self._latest = Latest(parent=self)
        self._latest.done.connect(self._on_verdict)
        self._latest.failed.connect(self.failed)
        self._build()
        self.show_runs(())

    @property
    def plot(self) -> OverlayPlot:
        """The curves; made when first shown: the plotting library loads slowly."""
        if self._plot is None:
            from mlp_studio.ui.runs.overlay import OverlayPlot

            self._plot = OverlayPlot("", self._theme)
            self._curves_layout.addWidget(self._plot, 1)
        return self._plot

    @property
    def busy(self) -> bool:
        """Whether a comparison is still being computed."""
        return self._pair is not None and self._waiting

    # --- building ----------------------------------------------------------------------

    def _build(self) -> None:
        self._waiting = False
        self.pages = QTabBar()
        self.pages.setDrawBase(False)
        self.pages.setExpanding(False)
        self.pages.setAccessibleName(self.tr("What is shown of the selected runs"))
        self._sheets = QStackedWidget()
        self._draws: list[Callable[[], None]] = []
        for name, sheet, draw in (
            (self.tr("Curves"), self._make_curves(), self._draw_curves),
            (self.tr("Differences"), self._make_words(), self._draw_words),
            (self.tr("Scores"), self._make_scores(), self._draw_scores),
            (self.tr("Notes"), self._make_notes(), self._draw_notes),
        ):
            self.pages.addTab(name)
            self._sheets.addWidget(sheet)
            self._draws.append(draw)
        self._empty = QLabel(self.tr("Select a run to see its curves; select two to compare them."))
        self._empty.setProperty("role", "caption")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._sheets)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(RHYTHM, 0, RHYTHM, RHYTHM)
        layout.setSpacing(4)
        layout.addWidget(self.pages)
        layout.addWidget(self._stack, 1)
        self.pages.currentChanged.connect(self._show_page)
        self._theme.changed.connect(self._show_page)

    def _make_curves(self) -> QWidget:
        sheet = QWidget()
        self.quantity = CalmCombo()
        self.quantity.setAccessibleName(self.tr("What is drawn"))
        self.quantity.activated.connect(self._draw_curves)
        self.both = QCheckBox(self.tr("Training too"))
        self.both.setToolTip(self.tr("Draw the training's curves dashed beside the validation's"))
        self.both.toggled.connect(self._draw_curves)
        self.log_scale = QCheckBox(self.tr("Log scale"))
        self.log_scale.toggled.connect(self._draw_curves)
        head = QHBoxLayout()
        head.addWidget(self.quantity)
        head.addWidget(self.both)
        head.addWidget(self.log_scale)
        head.addStretch(1)
        self.legend = QLabel()
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setWordWrap(True)
        self._curves_layout = QVBoxLayout(sheet)
        self._curves_layout.setContentsMargins(0, 0, 0, 0)
        self._curves_layout.addLayout(head)
        self._curves_layout.addWidget(self.legend)
        return sheet

    def _make_words(self) -> QWidget:
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setContentsMargins(4, 4, 4, 4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.words)
        area.viewport().setAutoFillBackground(False)
        self.words.setAutoFillBackground(False)
        self.settings = ReadingTable()
        self.settings.setAccessibleName(self.tr("Settings that differ"))
        self._differences = QStackedWidget()
        self._differences.addWidget(area)
        self._differences.addWidget(self.settings)
        return self._differences

    def _make_scores(self) -> QWidget:
        self.scores = ReadingTable()
        self.scores.setAccessibleName(self.tr("Scores side by side"))
        return self.scores

    def _make_notes(self) -> QWidget:
        self.notes = QPlainTextEdit()
        self.notes.setPlaceholderText(self.tr("What did you try, and what came of it?"))
        self.notes.setAccessibleName(self.tr("Notes on the run"))
        self.notes.setTabChangesFocus(True)
        self.notes.installEventFilter(self)
        self._noted = "", ""  # the run whose notes are in the field, and what they were
        return self.notes

    # --- showing -----------------------------------------------------------------------

    def show_runs(self, runs: Sequence[KeptRun]) -> None:
        """Show these runs, the one before first."""
        self.keep_notes()
        self._chosen = list(runs)
        self.pages.setTabText(1, self.tr("About") if len(runs) == 1 else self.tr("Differences"))
        self._show_page()

    @Slot()
    def _show_page(self, _what: object = None) -> None:
        self._sheets.setCurrentIndex(self.pages.currentIndex())
        self._stack.setCurrentWidget(self._sheets if self._chosen else self._empty)
        if self._chosen and self.isVisible():
            try:
                self._draws[self.pages.currentIndex()]()
            except Exception as error:  # noqa: BLE001 - told to whoever shows it
                self.failed.emit(error)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_page()

    @staticmethod
    def colour(number: int) -> QColor:
        """Return the colour of the run that was selected as this one."""
        return class_colour(number)

    @Slot()
    def _draw_curves(self, _what: object = None) -> None:
        shown = self._chosen[:MOST]
        histories = self._runs.histories(shown)
        self._offer(histories)
        name = self.quantity.currentData() or "loss"
        curves: list[Curve] = []
        for number, (run, rows) in enumerate(zip(shown, histories, strict=True)):
            curves += self._curves(run, rows, name, self.colour(number))
        self.plot.draw(curves, log=self.log_scale.isChecked())
        dots = [
            f'<span style="color:{self.colour(number).name()}">●</span>&nbsp;{_unbroken(run)}'
            for number, run in enumerate(shown)
        ]
        left = len(self._chosen) - len(shown)
        if left > 0:
            dots.append(self.tr("and {count} more").format(count=left))
        between = "&nbsp;" * 3
        self.legend.setText(between.join(dots))

    def _curves(self, run: KeptRun, rows: Sequence[Row], name: str, colour: QColor) -> list[Curve]:
        from mlp_studio.ui.runs.overlay import Curve

        epochs = np.array([row["epoch"] for row in rows], np.float64)

        def values(key: str) -> np.ndarray:
            return np.array([row.get(key, np.nan) for row in rows], np.float64)

        training, validation = values(name), values(f"val_{name}")
        if not np.isfinite(validation).any():
            return [Curve(run_name(run), epochs, training, colour)]
        found = [Curve(run_name(run), epochs, validation, colour)]
        if self.both.isChecked():
            found.append(Curve(run_name(run), epochs, training, colour, dashed=True))
        return found

    def _offer(self, histories: Sequence[Sequence[Row]]) -> None:
        beside = {"epoch", "seconds", "rate_reduced"}
        names = dict.fromkeys(
            name
            for rows in histories
            for name in (rows[-1] if rows else {})
            if name not in beside and not name.startswith("val_")
        )
        ordered = [*(name for name in names if name != "learning_rate"), "learning_rate"]
        if [self.quantity.itemData(k) for k in range(self.quantity.count())] == ordered:
            return
        before = self.quantity.currentData()
        with QSignalBlocker(self.quantity):
            self.quantity.clear()
            for name in ordered:
                self.quantity.addItem(self._quantity_name(name), name)
            self.quantity.setCurrentIndex(max(0, self.quantity.findData(before)))

    def _quantity_name(self, name: str) -> str:
        known = {
            "loss": self.tr("Loss"),
            "accuracy": self.tr("Accuracy"),
            "top_k_accuracy": self.tr("Top-k accuracy"),
            "mae": self.tr("Mean absolute error"),
            "mse": self.tr("Mean squared error"),
            "learning_rate": self.tr("Learning rate"),
        }
        return known.get(name, name)

    def _draw_words(self) -> None:
        several = len(self._chosen) > 2
        self._differences.setCurrentIndex(1 if several else 0)
        if several:
            self._draw_settings()
        elif len(self._chosen) == 1:
            (run,) = self._chosen
            parent = self._runs.get(run.parent) if run.parent in self._runs else None
            self.words.setText(run_words(run, parent))
        else:
            one, other = self._chosen
            pair = Pair(one, other, self._runs.answers(one), self._runs.answers(other))
            self._pair, self._waiting = pair, True
            self.words.setText(difference_words(pair, None))
            self._latest.ask(lambda: (pair, judge_pair(pair)))

    @Slot(object)
    def _on_verdict(self, found: tuple[Pair, Verdict | None]) -> None:
        pair, said = found
        if pair is self._pair:
            self._waiting = False
            self.words.setText(difference_words(pair, said))

    def _draw_settings(self) -> None:
        runs = self._chosen
        settings = [run_settings(run) for run in runs]
        keys = differing(settings)

        def cell(row: int, column: int) -> str:
            if column == 0:
                return render(setting_name(keys[row]))
            found = value_words(settings[column - 1].get(keys[row]))
            return render(found) if isinstance(found, Text) else found

        heads = [self.tr("Setting"), *map(run_name, runs)]
        self.settings.model_shown.show(heads, len(keys), cell)

    def _draw_scores(self) -> None:
        runs = self._chosen
        names = [name for name in SHOWN_SCORES if any(name in run.scores for run in runs)]

        def cell(row: int, column: int) -> str:
            name = names[row]
            if column == 0:
                return score_name(name)
            run = runs[column - 1]
            write = error_with_range if name in VALUES else with_range
            return write(run.scores.get(name), run.ranges.get(name))

        self.scores.model_shown.show([self.tr("Score"), *map(run_name, runs)], len(names), cell)

    def _draw_notes(self) -> None:
        run = self._chosen[0] if len(self._chosen) == 1 else None
        self.notes.setEnabled(run is not None)
        name, words = ("", "") if run is None else (run.id, run.notes)
        if name != self._noted[0] or self.notes.toPlainText() == self._noted[1]:
            if self.notes.toPlainText() != words:
                self.notes.setPlainText(words)
            self._noted = name, words

    def keep_notes(self) -> None:
        """Hand over what was written since the notes were shown, if anything was."""
        (run, shown), written = self._noted, self.notes.toPlainText()
        if run and written != shown:
            self._noted = run, written
            if run in self._runs:
                self.noted.emit(run, written)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.notes and event.type() == QEvent.Type.FocusOut:
            self.keep_notes()
        return super().eventFilter(watched, event)


def _unbroken(run: KeptRun) -> str:
    """Return a run's name as rich text that stays in one line."""
    return escape(run_name(run)).replace(" ", "&nbsp;")

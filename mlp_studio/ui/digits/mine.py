"""Keeping what was drawn: a row below the bars, and what becomes of the kept digits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mlp_studio.core.errors import StudioError
from mlp_studio.digits.contract import reads_digits
from mlp_studio.studio.fine_tune import FineTune
from mlp_studio.studio.my_digits import MyDigits
from mlp_studio.ui.common.fields import link
from mlp_studio.ui.digits.mine_window import MineWindow
from mlp_studio.ui.digits.panel import DigitsPanel
from mlp_studio.ui.window.parts import Parts

HEIGHT = 34  # of the row, whatever it says: the canvas must not move under the pen


class Mine(QObject):
    """Joins the canvas to the digits that are kept.

    Parameters
    ----------
    parts : Parts
        The window's parts.
    panel : DigitsPanel
        Where digits are drawn; a row is added to it.
    window : QWidget
        Owner of the window that shows the kept digits.
    """

    def __init__(self, parts: Parts, panel: DigitsPanel, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._panel, self._window = parts, panel, window
        self.kept = MyDigits(parts.jobs, parent=self)
        self.fine_tune = FineTune(
            parts.document, parts.store, parts.training, parts.jobs, self.kept, self
        )
        self.gallery: MineWindow | None = None
        self.row = KeepRow()
        panel.add_row(self.row)
        self.row.keep.clicked.connect(self.keep)
        self.row.mine.clicked.connect(self.open)
        panel.canvas.keep_wanted.connect(self.keep)
        panel.label_changed.connect(self._follow)
        panel.canvas.strokes_changed.connect(self._follow)
        parts.document.network_changed.connect(self._follow)
        self.kept.changed.connect(self._follow)
        self.kept.failed.connect(parts.messages.report)
        self.fine_tune.failed.connect(parts.messages.report)
        self._follow()
        self.kept.load()

    def keep(self) -> None:
        """Keep what is drawn under the label that a person gave it, and begin anew."""
        label, found = self._panel.label, self._panel.to_keep()
        if label is None or found is None or not reads_digits(self._parts.document.network):
            return
        image, drawing = found
        try:
            self.kept.keep(image, label, drawing)
        except StudioError as error:
            self._parts.messages.report(error)
            return
        self._panel.put_away()
        self.row.say(self.tr("Kept as a {digit}.").format(digit=label))

    def open(self) -> None:
        """Show the kept digits."""
        if self.gallery is None:
            self.gallery = MineWindow(self._parts, self.kept, self.fine_tune, self._window)
            self.gallery.strokes_wanted.connect(self._panel.canvas.set_drawing)
        self.gallery.open_beside()

    def _follow(self, _changed: object = None) -> None:
        able = reads_digits(self._parts.document.network)
        self.row.setVisible(able)
        kept = self.kept.kept
        self.row.show_state(
            self._panel.label,
            drawn=self._panel.to_keep() is not None,
            count=0 if kept is None else len(kept),
        )


class KeepRow(QWidget):
    """Which digit it is, a button to keep it, and a link to those that were kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = False
        self.words = QLabel()
        self.words.setProperty("role", "caption")
        self.words.setWordWrap(True)
        self.keep = QPushButton(self.tr("Keep"))
        self.keep.setObjectName("keep_digit")
        self.keep.setToolTip(self.tr("Keep the drawing among my digits (Enter in the canvas)"))
        self.keep.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.mine = link("")
        self.mine.setObjectName("my_digits")
        self.mine.setToolTip(self.tr("The digits I kept: a test of the network, and more to learn"))
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.keep)
        row.addWidget(self.mine)

    def say(self, words: str) -> None:
        """Show words until something is drawn."""
        self._said = True
        self.words.setText(words)

    def show_state(self, label: int | None, *, drawn: bool, count: int) -> None:
        """Follow the drawing."""
        self.keep.setVisible(drawn and label is not None)
        self.mine.setText(self.tr("My digits ({count})").format(count=count))
        if not drawn:
            if not self._said:
                self.words.setText("")
            return
        self._said = False
        if label is None:
            self.words.setText(self.tr("Which is it? Key or bar."))
        else:
            self.words.setText(self.tr("This is a {digit}.").format(digit=label))

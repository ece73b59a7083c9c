"""The split as one bar: how many examples train, validate and test."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.theme import Theme, font

COLOURS = ("#2f6fbf", "#8a63b8", "#2f9068")  # white figures stay readable on each
CLASSES_TOLD = 12  # in the tool tip; the dialog has them all


class SplitBar(QWidget):
    """Training, validation and test as lengths of one bar with their counts.

    Pointed at, it tells how many of each class are in each part.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts = (0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(lambda _tokens: self.update())

    def show_counts(
        self,
        train: int,
        validation: int,
        test: int,
        classes: Mapping[str, tuple[int, ...]] | None = None,
    ) -> None:
        """Show how many examples each part has, and of each class."""
        self._counts = (train, validation, test)
        words = self.tr("{train} for training, {validation} for validation, {test} for the test")
        words = words.format(train=f"{train:,}", validation=f"{validation:,}", test=f"{test:,}")
        self.setToolTip(self._with_classes(words, classes) if classes else words)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total = sum(self._counts)
        whole = QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(whole, 5, 5)
        painter.setClipPath(clip)
        painter.fillRect(whole, self._theme.tokens.colour("line"))
        if total == 0:
            return
        painter.setFont(font(8.5))
        words = (self.tr("{count} train"), self.tr("{count} val"), self.tr("{count} test"))
        left = 0.0
        for count, colour, word in zip(self._counts, COLOURS, words, strict=True):
            width = whole.width() * count / total
            part = QRectF(left, 0, width, whole.height())
            painter.fillRect(part, QColor(colour))
            painter.setPen(QColor("#ffffff"))
            room = width - 10
            for label in (word.format(count=f"{count:,}"), f"{count:,}"):
                if painter.fontMetrics().horizontalAdvance(label) <= room:
                    painter.drawText(part, Qt.AlignmentFlag.AlignCenter, label)
                    break
            left += width

    def _with_classes(self, words: str, classes: Mapping[str, tuple[int, ...]]) -> str:
        heads = (self.tr("Class"), self.tr("Training"), self.tr("Validation"), self.tr("Test"))
        parts = len(next(iter(classes.values())))
        lines = [_line(heads[: parts + 1], "th")]
        lines += [
            _line((escape(name), *(f"{n:,}" for n in classes[name])), "td")
            for name in list(classes)[:CLASSES_TOLD]
        ]
        more = len(classes) - CLASSES_TOLD
        rest = self.tr("and {n} more classes").format(n=more) if more > 0 else ""
        return f"{escape(words)}<table>{''.join(lines)}</table>{rest}"


def _line(cells: tuple[str, ...], kind: str) -> str:
    first, *others = cells
    figures = "".join(f"<{kind} align='right'>&nbsp;&nbsp;{cell}</{kind}>" for cell in others)
    return f"<tr><{kind} align='left'>{first}</{kind}>{figures}</tr>"

"""How much each parameter matters: bars, the longest first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mlp_studio.ui.sweep.words import target_name
from mlp_studio.ui.theme import RHYTHM, Tokens, font

ROW = 26
NAMES = 190  # pixels for the names
FIGURES = 52


class ImportanceBars(QWidget):
    """Shares of the objective's variance, by parameter."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.shares: list[tuple[str, float]] = []

    def show_shares(self, shares: Mapping[str, float]) -> None:
        """Show these shares, by target."""
        self.shares = sorted(shares.items(), key=lambda one: -one[1])
        self.setMinimumHeight(ROW * len(self.shares) + 2 * RHYTHM)
        self.setAccessibleName(
            ", ".join(f"{target_name(name)} {share:.0%}" for name, share in self.shares)
        )
        self.update()

    def apply(self, tokens: Tokens) -> None:
        """Take on other colours."""
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, ROW * max(4, len(self.shares)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self._tokens
        painter.setFont(font(9.5))
        if not self.shares:
            painter.setPen(t.colour("muted"))
            words = self.tr("Known once a few trials are complete.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
            return
        room = min(560.0, max(40.0, self.width() - NAMES - FIGURES - 3.0 * RHYTHM))
        longest = max(share for _, share in self.shares) or 1.0
        for place, (target, share) in enumerate(self.shares):
            top = RHYTHM + place * ROW
            painter.setPen(t.colour("text"))
            name = painter.fontMetrics().elidedText(
                target_name(target), Qt.TextElideMode.ElideRight, NAMES - RHYTHM
            )
            side = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(
                QRectF(0, top, NAMES - RHYTHM, ROW), side | Qt.AlignmentFlag.AlignRight, name
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.colour("accent"))
            width = max(2.0, room * share / longest)
            painter.drawRoundedRect(QRectF(NAMES, top + 6, width, ROW - 12), 3, 3)
            painter.setPen(t.colour("secondary"))
            figures = QRectF(NAMES + width + RHYTHM, top, FIGURES, ROW)
            painter.drawText(figures, side, f"{share:.0%}")

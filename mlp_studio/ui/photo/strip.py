"""The steps from a photo to the image, as a strip of pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from mlp_studio.digits.photo_work import Step
from mlp_studio.studio.language import render
from mlp_studio.ui.photo.view import image_of
from mlp_studio.ui.theme import RHYTHM, Theme, font

SIDE = 84  # pixels: a picture of the strip


class _Thumbnail(QWidget):
    """One picture, whole, on a quiet ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image: QImage | None = None
        self._sharp = False
        self.setFixedSize(SIDE, SIDE)

    def show_step(self, step: Step) -> None:
        self._image = image_of(step.picture)
        self._sharp = max(step.picture.shape[:2]) <= SIDE
        self.setToolTip(
            self.tr("{caption}: {width} × {height} pixels").format(
                caption=render(step.caption),
                width=self._image.width(),
                height=self._image.height(),
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        # Pixels of a small image are to be seen; a photo is smoothed.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not self._sharp)
        size = QSize(self._image.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRectF(0, SIDE - size.height(), size.width(), size.height())
        if self._sharp:
            painter.drawImage(frame, self._image)
        else:
            ratio = self.devicePixelRatioF()
            small = self._image.scaled(
                size * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawImage(frame, small)
        painter.setPen(QPen(self._theme.tokens.colour("line"), 1))
        painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))


class StepStrip(QScrollArea):
    """All steps from left to right, each with its name below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._places: list[tuple[QWidget, _Thumbnail, QLabel]] = []
        self._captions: tuple[str, ...] = ()
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(RHYTHM)
        self._row.addStretch(1)
        inner = QWidget()
        inner.setLayout(self._row)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(SIDE + 68)
        self.setAccessibleName(self.tr("The steps from the photo to the image"))

    @property
    def captions(self) -> tuple[str, ...]:
        """The names of the steps shown."""
        return self._captions

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show what came of each step."""
        while len(self._places) < len(steps):
            self._add_place()
        self._captions = tuple(render(step.caption) for step in steps)
        for k, (place, thumbnail, label) in enumerate(self._places):
            place.setVisible(k < len(steps))
            if k < len(steps):
                thumbnail.show_step(steps[k])
                label.setText(f"{k + 1}. {self._captions[k]}")

    def _add_place(self) -> None:
        thumbnail, label = _Thumbnail(self._theme), QLabel()
        label.setProperty("role", "secondary")
        label.setFont(font(9))
        label.setWordWrap(True)
        label.setFixedWidth(SIDE)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setMinimumHeight(48)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(thumbnail)
        column.addWidget(label, 1)
        self._row.insertWidget(len(self._places), place)
        self._places.append((place, thumbnail, label))

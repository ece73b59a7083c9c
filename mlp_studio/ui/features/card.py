"""A small card about one example: its picture, its answer and what the network says."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage, QPixmap

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.ui.common.hover_card import HoverCard
from mlp_studio.ui.features.frame import Frame

PICTURE = 84  # pixels: 3 for each of 28


class ExampleCard(HoverCard):
    """Shown beside the point which the mouse points at."""

    def tell(
        self,
        frame: Frame,
        index: int,
        names: tuple[str, ...],
        unit: tuple[int, float] | None = None,
    ) -> None:
        """Say everything about one example of a frame, and what one unit gave for it."""
        x = frame.probe.x[index]
        picture = x.ndim in {2, 3}
        self.picture.setVisible(picture)
        if picture:
            self.picture.setPixmap(_pixmap(x if x.ndim == 2 else x.mean(axis=-1)))
        lines = [] if picture else [_place(x)]
        answer, outputs = frame.probe.y[index], frame.outputs[index]
        lines += (
            self._class_lines(frame, answer, outputs, names)
            if names
            else self._values(answer, outputs)
        )
        if unit is not None:
            said = self.tr("unit {number}: {value}")
            lines.append(said.format(number=unit[0], value=f"<b>{unit[1]:.3f}</b>"))
        self.say(lines)

    def _class_lines(
        self, frame: Frame, answer: AnyArray, said: AnyArray, names: tuple[str, ...]
    ) -> list[str]:
        number, winner = int(answer), int(np.argmax(said))
        label = self.tr("label {name}").format(name=f"<b>{_name(names, number)}</b>")
        value = f"<b>{float(said[winner]):.3f}</b>"
        guess = f"<b>{_name(names, winner)}</b>"
        if frame.calibrated:
            read = self.tr("read as {name} with {probability}")
            lines = [label, read.format(name=guess, probability=value)]
        else:  # the last layer's numbers are no probabilities
            read = self.tr("read as {name}, output {value}")
            lines = [label, read.format(name=guess, value=value)]
        if winner != number:
            lines.append(self.tr("a mistake"))
        return lines

    def _values(self, answer: AnyArray, said: AnyArray) -> list[str]:
        target = self.tr("target {value}").format(value=f"<b>{_numbers(answer)}</b>")
        predicted = self.tr("predicted {value}").format(value=f"<b>{_numbers(said)}</b>")
        return [target, predicted]


def _name(names: tuple[str, ...], number: int) -> str:
    return names[number] if number < len(names) else str(number)


def _numbers(values: AnyArray) -> str:
    return ", ".join(f"{float(value):.3f}" for value in np.atleast_1d(values))


def _place(x: FloatArray) -> str:
    return f"({', '.join(f'{float(value):.2f}' for value in x.ravel()[:4])})"


def _pixmap(image: FloatArray) -> QPixmap:
    low, high = float(image.min()), float(image.max())
    grey = ((image - low) / ((high - low) or 1.0) * 255).astype(np.uint8)
    height, width = grey.shape
    shown = QImage(grey.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
    # scaled copies: the bytes do not outlive this function
    return QPixmap.fromImage(shown.scaled(PICTURE, PICTURE))

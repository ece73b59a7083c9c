"""Examples as small cards: a picture or its values, what it is and what it was read as."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QImage

from mlp_studio.analysis.evaluation import Indices
from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.evaluation.view import View
from mlp_studio.ui.evaluation.words import figure, figures, row_words

MOST_LINES = 3  # of values in the place of a picture
MOST_CLASSES = 12  # with their probabilities in a tool tip


@dataclass(frozen=True, eq=False)
class Card:
    """An example.

    Parameters
    ----------
    position : int
        Its place among the examples of the part.
    picture : ndarray of float, shape (rows, columns), or None
        In [0, 1].
    lines : tuple of str
        What stands in the place of a picture.
    title : str
        What it is and what it was read as, or its true value.
    number : str
        The probability of what was answered, or the predicted value.
    wrong : bool
        Whether the answer is a mistake.
    tip : str
        Everything about it, as rich text.
    """

    position: int
    picture: AnyArray | None
    lines: tuple[str, ...]
    title: str
    number: str
    wrong: bool
    tip: str


def cards(view: View, positions: Indices) -> list[Card]:
    """Return the cards of some examples of the part that is looked at."""
    if len(positions) == 0:
        return []
    said = view.judged.said
    raw = view.dataset.scaler.inverse(said.x[positions])
    top = max(float(np.abs(raw).max()), 1e-9)
    found = []
    for place, inputs in zip(positions.tolist(), raw, strict=True):
        picture: AnyArray | None = None
        lines: tuple[str, ...] = ()
        if inputs.ndim in {2, 3}:
            picture = np.clip((inputs if inputs.ndim == 2 else inputs.mean(axis=-1)) / top, 0, 1)
        else:
            flat = inputs.ravel()
            shown = len(flat) if len(flat) <= MOST_LINES else MOST_LINES - 1
            lines = tuple(figure(float(value)) for value in flat[:shown])
            lines += ("…",) if shown < len(flat) else ()
        title, number, wrong = _answer(view, place)
        tip = _tip(view, place, None if picture is not None else row_words(inputs))
        found.append(Card(place, picture, lines, title, number, wrong, tip))
    return found


def _answer(view: View, place: int) -> tuple[str, str, bool]:
    judged = view.judged
    if not view.names:
        true, value = np.atleast_1d(judged.said.y[place]), judged.said.outputs[place]
        more = ", …" if len(true) > 1 else ""
        return figure(float(true[0])) + more, "→ " + figure(float(value[0])) + more, False
    true_class, answered = int(judged.said.y[place]), int(judged.answered[place])
    title = f"{view.names[true_class]} → {view.names[answered]}"
    probability = f"{float(judged.said.outputs[place, answered]):.3f}".replace("-", "−")
    return title, probability, true_class != answered


def _tip(view: View, place: int, inputs: str | None) -> str:
    translate = QCoreApplication.translate
    lines = [] if inputs is None else [inputs]
    said, judged = view.judged.said, view.judged
    if view.names:
        label = translate("Cards", "label {name}")
        read = translate("Cards", "read as {name}")
        lines.append(label.format(name=view.names[int(said.y[place])]))
        lines.append(read.format(name=view.names[int(judged.answered[place])]))
        order = np.argsort(-said.outputs[place], kind="stable")[:MOST_CLASSES]
        lines += [f"{view.names[k]}: {float(said.outputs[place, k]):.4f}" for k in order]
    else:
        true, value = figures(said.y[place]), figures(said.outputs[place])
        lines.append(translate("Cards", "true {value}").format(value=true))
        lines.append(translate("Cards", "predicted {value}").format(value=value))
    return "<br>".join(escape(line) for line in lines)


def ink(picture: AnyArray, colour: QColor) -> QImage:
    """Return a picture as ink on paper: a colour whose strength is the brightness."""
    alpha = np.rint(picture * 255).astype(np.uint8)
    pixels = np.zeros((*alpha.shape, 4), np.uint8)
    pixels[..., 0], pixels[..., 1], pixels[..., 2] = colour.blue(), colour.green(), colour.red()
    pixels[..., 3] = alpha
    height, width = alpha.shape
    data = pixels.tobytes()
    # A copy: the bytes end with this function.
    return QImage(data, width, height, 4 * width, QImage.Format.Format_ARGB32).copy()

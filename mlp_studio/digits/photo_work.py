"""A photo brought into the network's frame step by step, under a person's choices."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.text import Text, text
from mlp_studio.data.frame import framed
from mlp_studio.digits.cut import Cut, Part
from mlp_studio.digits.normalise import Preparation, normalise
from mlp_studio.digits.photo import (
    SMALL,
    InkKind,
    digit_of,
    is_dark,
    levelled,
    standing_out,
    thickened,
)
from mlp_studio.digits.rules import without_rules
from mlp_studio.digits.threshold import Threshold, all_ink

SHOWN = 640  # a larger picture of a step is reduced: it is only looked at
GREY = np.array([0.299, 0.587, 0.114], np.float32)  # as the eye weighs the colours (BT.601)


@dataclass(frozen=True)
class PhotoChoice:
    """What a person may choose on the way from a photo to the image.

    Parameters
    ----------
    cut : Cut
        What is taken of the photo.
    threshold : {"otsu", "adaptive"}
        How ink is told from paper.
    shift : float
        A correction of the threshold in [-1, 1]; above 0 less is ink.
    ink : {"found", "dark", "light"}
        Whether the ink is darker or lighter than the paper.
    """

    cut: Cut = Cut()  # noqa: RUF009 - frozen
    threshold: Threshold = "otsu"
    shift: float = 0.0
    ink: InkKind = "found"


@dataclass(frozen=True, eq=False)
class Step:
    """One step and what came of it.

    Parameters
    ----------
    key : str
        Its short name, for programs.
    caption : Text
        Its name.
    picture : FloatArray of shape (height, width) or (height, width, 3)
        In [0, 1].
    """

    key: str
    caption: Text
    picture: FloatArray


@dataclass(frozen=True, eq=False)
class Evened:
    """A part of a photo in even light: the slow steps, which a threshold changes nothing about.

    Parameters
    ----------
    difference : AnyArray of shape (height, width)
        How far each pixel stands out from the paper; ink is above 0.
    dark : bool
        Whether the ink is darker than the paper.
    grey : FloatArray of shape (height, width)
        The photo in grey.
    steps : tuple of Step
        Those taken.
    """

    difference: AnyArray
    dark: bool
    grey: FloatArray
    steps: tuple[Step, ...]

    def inked(self, choice: PhotoChoice) -> tuple[FloatArray | None, Step]:
        """Return the ink told from paper, None where nothing stands out, and that step."""
        ink = all_ink(self.difference, choice.threshold, choice.shift)
        words = (
            text("Threshold: Otsu") if choice.threshold == "otsu" else text("Threshold: adaptive")
        )
        return ink, Step(
            "threshold", words, _shown(np.zeros_like(self.grey) if ink is None else ink)
        )


@dataclass(frozen=True, eq=False)
class Worked:
    """What came of a photo of one digit.

    Parameters
    ----------
    steps : tuple of Step
        All that were taken, the last one what the network receives. Where nothing is
        written they end with the ink: an empty picture.
    image : FloatArray of shape (28, 28) or None
        What the network receives, in [0, 1].
    plain : FloatArray of shape (28, 28)
        The image as the course's notebooks make it: grey, resized, inverted, divided by
        255.
    dark : bool
        Whether the ink is darker than the paper.
    """

    steps: tuple[Step, ...]
    image: FloatArray | None
    plain: FloatArray
    dark: bool


def evened(part: Part, ink: InkKind = "found") -> Evened:
    """Return a part of a photo in even light."""
    grey = np.asarray(part.colours @ GREY)
    first = standing_out(part.colours, ink)
    ruled, difference = first, first
    if max(part.colours.shape) >= SMALL:
        ruled = without_rules(first)
        difference = levelled(ruled)
    dark = is_dark(part.colours, difference)
    steps = [
        Step("upright", text("Upright"), part.colours),
        Step("grey", text("In grey"), grey),
    ]
    if not np.array_equal(ruled, first):
        steps.append(Step("rules", text("Printed lines wiped off"), _paper(ruled, dark)))
    steps.append(Step("light", text("Light made even"), _paper(difference, dark)))
    words = text("Dark ink becomes bright") if dark else text("Bright ink stays bright")
    steps.append(Step("polarity", words, _share(difference)))
    shown = (Step(step.key, step.caption, _shown(step.picture)) for step in steps)
    return Evened(difference, dark, grey, tuple(shown))


def worked(
    even: Evened,
    choice: PhotoChoice = PhotoChoice(),
    preparation: Preparation = Preparation(),  # noqa: B008 - frozen
) -> Worked:
    """Return the steps from even light to the image which the network receives.

    With the choices as they are, the image is what `photo_to_image` returns.
    """
    ink, step = even.inked(choice)
    steps = [*even.steps, step]
    plain = framed(1 - even.grey[None], Preparation(plain_resize=True))[0]
    digit = digit_of(ink)
    if digit is None:
        return Worked(tuple(steps), None, plain, even.dark)
    thick = thickened(digit)
    steps.append(Step("specks", text("Specks and edges dropped"), digit))
    steps.append(Step("cropped", text("Cropped"), _cropped(digit)))
    if thick is not digit:
        steps.append(Step("pen", text("Thin pen thickened"), _cropped(thick)))
    image = normalise(thick, preparation)
    if image is not None:
        steps.append(Step("frame", text("28 × 28"), image))
    return Worked(tuple(steps), image, plain, even.dark)


def _shown(picture: FloatArray) -> FloatArray:
    times = -(-max(picture.shape) // SHOWN)
    if times == 1:
        return picture
    height, width = (length // times for length in picture.shape[:2])
    even = picture[: height * times, : width * times]
    blocks = even.reshape(height, times, width, times, *picture.shape[2:])
    return np.asarray(blocks.mean(axis=(1, 3)), np.float32)


def _share(difference: AnyArray) -> FloatArray:
    top = max(float(difference.max()), 1e-6)
    return np.asarray(np.clip(difference / top, 0, 1), np.float32)


def _paper(difference: AnyArray, dark: bool) -> FloatArray:
    """Return the differences as a photo: white paper under dark ink, or the other way."""
    share = _share(difference)
    return 1 - share if dark else share


def _cropped(ink: FloatArray) -> FloatArray:
    """Return the ink's bounding box with a narrow margin, square."""
    rows, columns = np.flatnonzero((ink > 0.5).any(1)), np.flatnonzero((ink > 0.5).any(0))
    side = int(1.1 * max(np.ptp(rows), np.ptp(columns))) + 3
    top, left = (int(line[0] + line[-1] - side) // 2 for line in (rows, columns))
    pad = side
    padded = np.pad(ink, pad)
    return padded[top + pad : top + pad + side, left + pad : left + pad + side]

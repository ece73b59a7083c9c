"""MNIST, the same digits as other hands would write them, and the built-in digits.

Networks that have seen MNIST alone misread hands that write otherwise: a foot under the 1,
a bar through the 7, open loops. The built-in digits add such ways, rewritten copies the
slants and widths in between.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import IntArray, Progress, no_progress
from mlp_studio.core.datasets import BuiltinDigits, MnistAndDigits
from mlp_studio.core.text import text
from mlp_studio.data.assemble import share_of
from mlp_studio.data.builtin_digits import load_digits
from mlp_studio.data.frame import SIDE
from mlp_studio.data.ink_images import finished
from mlp_studio.data.mnist import load_mnist
from mlp_studio.data.threads import batches, in_threads
from mlp_studio.data.warp import rewritten

_BATCH = 500


@dataclass(frozen=True, eq=False)
class Mixture:
    """All images to learn from, and MNIST's own for testing.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
        White on black: MNIST's, their rewritten copies, the built-in digits.
    labels : IntArray of shape (n,)
        Which digit each is.
    groups : IntArray of shape (n,)
        Images made from one original share its number.
    x_test, y_test : ndarray of uint8, shape (10000, 28, 28) and (10000,)
        MNIST's test images and digits.
    """

    images: NDArray[np.uint8]
    labels: IntArray
    groups: IntArray
    x_test: NDArray[np.uint8]
    y_test: NDArray[np.uint8]


def load_mixture(source: MnistAndDigits, progress: Progress = no_progress) -> Mixture:
    """Return the images of `source`; the same source gives the same images.

    Parameters
    ----------
    source : MnistAndDigits
        How many built-in digits, how many copies of MNIST's images, the seed.
    progress : Progress
        May raise `Cancelled`.

    Raises
    ------
    StudioError
        When MNIST is missing and can't be downloaded, or is broken.
    """
    mnist = load_mnist(share_of(progress, 0.0, 0.3))
    digits = BuiltinDigits(count=source.count, seed=source.seed)
    made = load_digits(digits, share_of(progress, 0.3, 0.6))
    copies = copied(mnist.x_train, source.copies, source.seed, share_of(progress, 0.6, 1.0))
    learn = ~made.test
    numbers = np.arange(len(mnist.x_train), dtype=np.int32)
    return Mixture(
        np.concatenate([mnist.x_train, copies, made.images[learn]]),
        np.concatenate([np.tile(mnist.y_train, 1 + source.copies), made.labels[learn]]).astype(
            np.int32
        ),
        np.concatenate([np.tile(numbers, 1 + source.copies), len(numbers) + made.groups[learn]]),
        mnist.x_test,
        mnist.y_test,
    )


def copied(
    images: NDArray[np.uint8], copies: int, seed: int, progress: Progress = no_progress
) -> NDArray[np.uint8]:
    """Return `copies` of each image (copies * n, 28, 28), each rewritten differently.

    The first `n` are copies of the images in their order, and so on.
    """
    n = len(images)
    total = n * copies
    made = np.empty((total, SIDE, SIDE), np.uint8)

    def rewrite(copy: int, part: slice) -> int:
        rng = np.random.default_rng((seed, copy, part.start))
        some = images[part].astype(np.float32) / np.float32(255)
        made[copy * n + part.start : copy * n + part.stop] = finished(rewritten(some, rng), rng)
        return len(some)

    in_threads(
        [partial(rewrite, copy, part) for copy in range(copies) for part in batches(0, n, _BATCH)],
        lambda done: progress(
            done / total, text("Rewriting digits: {done} of {total}", done=done, total=total)
        ),
    )
    return made

"""How much each example counts in the loss: weights of classes and of single examples."""

from __future__ import annotations

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray, frozen
from mlp_studio.core.dataset import Facts, Part
from mlp_studio.core.training import ClassWeights


def class_weights(chosen: ClassWeights, labels: AnyArray, classes: int) -> FloatArray:
    """Return one weight a class.

    ``"balanced"`` gives each class the same say: ``n / (present * count)`` with the classes
    that are present among `labels`, as scikit-learn's ``compute_class_weight``; a class
    without an example has 1.

    Parameters
    ----------
    chosen : "none", "balanced" or tuple of float
        As in `TrainingSpec.class_weight`; a tuple has `classes` numbers.
    labels : IntArray of shape (n,)
        Class numbers of the training examples.
    classes : int
        How many classes there are.

    Returns
    -------
    FloatArray of shape (classes,)
    """
    if isinstance(chosen, tuple):
        return np.array(chosen, np.float32)
    weights = np.ones(classes)
    if chosen == "balanced":
        counts = np.bincount(labels, minlength=classes)
        present = counts > 0
        weights[present] = len(labels) / (present.sum() * counts[present])
    return weights.astype(np.float32)


def example_weights(chosen: ClassWeights, part: Part, facts: Facts) -> FloatArray | None:
    """Return the weight of each training example; None where all count alike.

    An example's own weight and that of its class are multiplied.

    Parameters
    ----------
    chosen : "none", "balanced" or tuple of float
        As in `TrainingSpec.class_weight`; without effect on values.
    part : Part
        The training examples.
    facts : Facts
        What they are.

    Returns
    -------
    FloatArray of shape (n,) or None
        Read-only.
    """
    if chosen == "none" or facts.task == "regression":
        return part.w
    by_class = class_weights(chosen, part.y, facts.outputs)[part.y]
    return frozen(by_class if part.w is None else by_class * part.w)

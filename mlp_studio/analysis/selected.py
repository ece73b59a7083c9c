"""How wrong a network was on some examples, moment after moment of its film."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_studio.analysis.film import Film, FilmFrame
from mlp_studio.analysis.metrics import class_probabilities, example_losses
from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.forward import predict

MOST = 1000  # examples that stand for all that are selected


@dataclass(frozen=True, eq=False)
class Chosen:
    """Examples whose loss is followed.

    Parameters
    ----------
    x : FloatArray of shape (n, *input_shape)
        Scaled inputs.
    y : ndarray of shape (n,) or (n, outputs)
        Class numbers, or values.
    filmed : ndarray of int
        Which of the film's examples are among them, for a film that keeps no weights.
    filmed_y : ndarray
        Their answers.
    """

    x: FloatArray
    y: AnyArray
    filmed: AnyArray
    filmed_y: AnyArray


def mean_loss(film: Film, frame: FilmFrame, chosen: Chosen, *, classes: bool) -> float:
    """Return the mean loss of examples at one moment: cross-entropy, or mean squared error.

    NaN where the film keeps no weights and none of the examples is in it.

    Parameters
    ----------
    film : Film
        The film.
    frame : FilmFrame
        The moment.
    chosen : Chosen
        The examples.
    classes : bool
        Whether the answers are classes.
    """
    network = film.network
    with np.errstate(over="ignore", invalid="ignore"):  # weights that diverged
        weights = frame.whole_weights()
        if weights is not None:
            outputs, y = predict(network, weights, chosen.x), chosen.y
        else:
            last = network.layers[-1].name
            outputs, y = film.values(frame, last)[chosen.filmed], chosen.filmed_y
        if not len(outputs):
            return float("nan")
        outputs = outputs.reshape(len(outputs), -1)
        calibrated = network.output_activation in {"softmax", "sigmoid"}
        said = class_probabilities(outputs) if classes else outputs
        return float(example_losses(said, y, calibrated=calibrated).mean())

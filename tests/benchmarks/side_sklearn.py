"""scikit-learn's `MLPClassifier` and `MLPRegressor`, an epoch a call.

They have neither dropout nor an activation for each layer: networks with dropout are
left out, and all hidden layers get the first one's activation.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.benchmarks.networks import Job, request, rows, stack
from tests.benchmarks.worker import Tick


def load() -> str:
    """Import scikit-learn."""
    import sklearn
    from sklearn import neural_network  # noqa: F401 - loaded before anything is timed

    return f"scikit-learn {sklearn.__version__}"


def knows(job: Job) -> bool:
    """Return whether this side can train the job's network."""
    return not any(layer.dropout for layer in stack(request(job)))


def train(job: Job, tick: Tick) -> None:
    """Train until told to end."""
    from sklearn.neural_network import MLPClassifier, MLPRegressor
    from threadpoolctl import threadpool_limits

    asked = request(job)
    layers = stack(asked)
    classes = asked.training.loss == "categorical_crossentropy"
    model = (MLPClassifier if classes else MLPRegressor)(
        hidden_layer_sizes=[layer.kernel.shape[1] for layer in layers[:-1]],
        activation=layers[0].activation,
        solver="adam",
        alpha=0.0,
        batch_size=asked.training.batch_size,
        learning_rate_init=asked.training.optimizer.learning_rate,
        epsilon=1e-7,
        random_state=0,
    )
    x, x_validation = rows(asked.x_train), rows(asked.x_validation)
    y, y_validation = (
        np.argmax(part, -1) if classes else part[:, 0]
        for part in (asked.y_train, asked.y_validation)
    )
    with threadpool_limits(job.threads):
        going = True
        while going:
            model.partial_fit(x, y, **({"classes": np.unique(y)} if classes else {}))
            score = _classified if classes else _approximated
            going = tick({"loss": float(model.loss_)} | score(model, x_validation, y_validation))


def _classified(model: Any, x: Any, y: Any) -> dict[str, float]:
    shares = model.predict_proba(x)
    likely = np.maximum(shares[np.arange(len(y)), y], 1e-7)
    return {
        "val_loss": float(-np.log(likely).mean()),
        "val_metric": float((shares.argmax(-1) == y).mean()),
    }


def _approximated(model: Any, x: Any, y: Any) -> dict[str, float]:
    off = model.predict(x) - y
    return {"val_loss": float(np.square(off).mean()), "val_metric": float(np.abs(off).mean())}

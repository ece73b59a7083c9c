"""Data sets that do not fit on the device, and validation in parts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mlp_studio.core.forward import predict
from tests.engine.runs import (
    NETWORK,
    assert_equal_weights,
    epochs_of,
    request,
    run,
)


def test_a_set_that_does_not_fit_is_streamed_with_the_same_weights() -> None:
    resident, events = run(request())
    row = 4 * (2 + 1)
    for rows in (1, 3 * 32, 170):  # a batch or three at a time; all but the last batch
        asked = replace(request(), data_limit=2 * rows * row)
        streamed, others = run(asked)
        assert_equal_weights(resident.snapshot, streamed.snapshot)
        assert len(epochs_of(events)) == len(epochs_of(others))
        for one, other in zip(epochs_of(events), epochs_of(others), strict=True):
            assert one.logs == pytest.approx(other.logs, rel=1e-6)


def test_a_large_validation_set_is_looked_at_in_parts() -> None:
    rng = np.random.default_rng(3)
    x = rng.uniform(-2, 2, (5000, 2)).astype(np.float32)
    asked = replace(request(), x_validation=x, y_validation=np.sin(x[:, :1]) * x[:, 1:])
    finished, events = run(asked)
    output = predict(NETWORK, finished.snapshot.weights, x)
    last = epochs_of(events)[-1].logs
    assert last["val_loss"] == pytest.approx(np.square(output - asked.y_validation).mean(), 1e-4)
    assert last["val_mae"] == pytest.approx(np.abs(output - asked.y_validation).mean(), 1e-4)
    _, streamed = run(replace(asked, data_limit=3 * 1024 * 4 * 3))
    assert epochs_of(streamed)[-1].logs == pytest.approx(last, rel=1e-6)

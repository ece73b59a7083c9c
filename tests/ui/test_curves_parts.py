"""The parts of the Curves panel without a widget: traces, series and marks at the axes."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.ui.training.series import RunSeries, StepTrace
from mlp_studio.ui.training.ticks import integer_ticks, linear_ticks, log_ticks
from tests.ui.curves_studio import epoch_done


@given(
    losses=st.lists(st.floats(0, 100), max_size=300),
    cuts=st.lists(st.integers(1, 60), max_size=8),
)
def test_thinning_keeps_means_whatever_the_chunks(losses: list[float], cuts: list[int]) -> None:
    trace = StepTrace(capacity=16)
    rest = list(losses)
    for cut in cuts:
        trace.extend(np.array(rest[:cut]))
        del rest[:cut]
    trace.extend(np.array(rest))
    steps, values = trace.arrays()
    assert len(values) < 16
    whole = len(losses) // trace.stride * trace.stride
    expected = np.array(losses[:whole]).reshape(-1, trace.stride).mean(axis=1)
    np.testing.assert_allclose(values, expected, rtol=1e-9, atol=1e-9)
    np.testing.assert_array_equal(steps, (np.arange(len(values)) + 1) * trace.stride)


def test_the_nearest_epoch_is_found() -> None:
    series = RunSeries()
    assert series.nearest(3.0) is None
    series.load([epoch_done(number) for number in (1, 2, 3)])
    assert series.nearest(-5.0) == 0
    assert series.nearest(2.4) == 1
    assert series.nearest(99.0) == 2


def test_marks_are_round_and_inside() -> None:
    assert integer_ticks(0, 5, 6) == [(float(v), str(v)) for v in range(6)]
    assert [t for _, t in integer_ticks(0, 200, 5)] == ["0", "50", "100", "150", "200"]
    assert [t for _, t in linear_ticks(-0.5, 1.0, 4)] == ["−0.5", "0.0", "0.5", "1.0"]
    assert [t for _, t in log_ticks(-2, 0)] == ["0.01", "0.03", "0.1", "0.3", "1"]


@given(low=st.floats(-1e6, 1e6), span=st.floats(1e-6, 1e6), count=st.integers(1, 12))
def test_there_are_never_more_marks_than_fit(low: float, span: float, count: int) -> None:
    high = low + span
    assert len(linear_ticks(low, high, count)) <= count + 2
    assert len(integer_ticks(low, high, count)) <= count + 2
    places = [place for place, _ in integer_ticks(low, high, count)]
    assert all(low <= place <= high for place in places)

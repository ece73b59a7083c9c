"""The spirals follow the notebooks' formula."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.core.datasets import Spirals
from mlp_studio.data.plane import spirals

specs = st.builds(
    Spirals,
    n_classes=st.integers(2, 12),
    num_arms=st.integers(1, 24),
    points_per_arm=st.integers(2, 60),
    noise=st.floats(0, 0.5),
    screw=st.floats(-0.1, 0.1),
    radius=st.floats(0.01, 10),
    gap=st.floats(0, 10),
    seed=st.integers(0, 1000),
)


@given(specs)
@settings(max_examples=60, deadline=None)
def test_every_point_stands_where_the_formula_says(spec: Spirals) -> None:
    x, y = spirals(spec)
    n = spec.points_per_arm
    assert x.shape == (spec.num_arms * n, 2)
    assert x.dtype == np.float32
    assert y.dtype == np.int32
    for arm in range(spec.num_arms):
        points = x[arm * n : (arm + 1) * n].astype(float)
        assert set(y[arm * n : (arm + 1) * n]) == {arm % spec.n_classes}
        radius = np.hypot(*points.T)
        assert radius.min() >= spec.gap - 1e-4
        assert radius.max() <= spec.radius + spec.gap + 1e-4
        assert (np.diff(radius) >= -1e-4).all()
        base = 0.5 + 2 * np.pi * arm / spec.num_arms + spec.screw * np.arange(n)
        clear = radius > 1e-2  # nearer to the middle float32 leaves no angle to speak of
        angle = np.arctan2(points[:, 1], points[:, 0])
        extra = (angle - base + np.pi) % (2 * np.pi) - np.pi
        assert (extra[clear] >= -1e-3).all()
        assert (extra[clear] <= spec.noise + 1e-3).all()


@given(specs)
@settings(max_examples=20, deadline=None)
def test_the_seed_decides(spec: Spirals) -> None:
    first, second = spirals(spec), spirals(spec)
    assert np.array_equal(first[0], second[0])
    assert not np.array_equal(first[0], spirals(spec.model_copy(update={"seed": 1001}))[0])

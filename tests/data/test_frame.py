"""MNIST's frame: where a digit ends up, whatever it was."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.data.frame import Preparation, framed


def block(height: int, width: int, top: int, left: int, size: int = 100) -> np.ndarray:
    ink = np.zeros((1, size, size), np.float32)
    ink[0, top : top + height, left : left + width] = 1
    return ink


@given(
    height=st.integers(10, 60),
    width=st.integers(10, 60),
    top=st.integers(0, 40),
    left=st.integers(0, 40),
)
@settings(max_examples=60, deadline=None)
def test_a_block_is_scaled_to_twenty_and_centred(
    height: int, width: int, top: int, left: int
) -> None:
    image = framed(block(height, width, top, left))[0]
    step = max(height, width) / 20
    if step >= 1:  # averaging keeps the mass; interpolation blurs the edge
        assert image.sum() == pytest.approx(height * width / step**2, rel=1e-3)
        assert image.sum(axis=0).max() == pytest.approx(height / step, rel=0.01)
        assert image.sum(axis=1).max() == pytest.approx(width / step, rel=0.01)
    places = np.arange(28)
    assert (image.sum(axis=1) @ places) / image.sum() == pytest.approx(14, abs=0.51)
    assert (image.sum(axis=0) @ places) / image.sum() == pytest.approx(14, abs=0.51)


def test_averaging_is_exact_for_whole_factors() -> None:
    rng = np.random.default_rng(0)
    small = rng.random((20, 20)).astype(np.float32)
    small[0, 0] = small[-1, -1] = 1
    large = np.kron(small, np.ones((4, 4), np.float32))
    image = framed(large[None], Preparation(centre=False))[0]
    np.testing.assert_allclose(image[4:24, 4:24], small, atol=1e-5)
    assert image.sum() == pytest.approx(small.sum(), rel=1e-5)


def test_each_step_can_be_switched_off() -> None:
    ink = block(20, 10, 60, 70)
    ink[0, 60:64, 70:90] = 1  # heavier above, wider to the right
    where = {
        name: np.argwhere(framed(ink, preparation)[0] > 0.5).mean(axis=0)
        for name, preparation in {
            "all": Preparation(),
            "whole": Preparation(crop=False, scale=False, centre=False),
            "plain": Preparation(plain_resize=True),
            "uncentred": Preparation(centre=False),
        }.items()
    }
    assert where["whole"] == pytest.approx(np.array([69, 77]) * 0.28, abs=1.5)
    assert where["plain"] == pytest.approx(where["whole"], abs=0.5)
    assert not np.allclose(where["all"], where["uncentred"], atol=0.3)
    box = framed(ink, Preparation(centre=False))[0] > 0.2
    assert np.flatnonzero(box.any(axis=1))[[0, -1]].tolist() == [4, 23]


def test_plain_resize_squeezes() -> None:
    ink = np.zeros((1, 56, 112), np.float32)
    ink[0, :, :56] = 1
    image = framed(ink, Preparation(plain_resize=True))[0]
    np.testing.assert_allclose(image[:, :14], 1, atol=1e-6)
    np.testing.assert_allclose(image[:, 14:], 0, atol=1e-6)


def test_a_digit_stays_inside_the_frame() -> None:
    ink = np.zeros((1, 80, 80), np.float32)
    ink[0, 10:70, 39:41] = 0.2  # light and long
    ink[0, 60:70, 30:50] = 1  # heavy below
    image = framed(ink)[0]
    rows = np.flatnonzero((image > 0.01).any(axis=1))
    assert rows[-1] - rows[0] + 1 == 20


def test_an_empty_picture_stays_empty() -> None:
    assert not framed(np.zeros((2, 30, 40), np.float32)).any()


def test_a_batch_is_what_its_pictures_are() -> None:
    rng = np.random.default_rng(1)
    ink = (rng.random((7, 40, 40)) < 0.05).astype(np.float32)
    together = framed(ink)
    for k in range(7):
        np.testing.assert_allclose(together[k], framed(ink[k : k + 1])[0], atol=1e-5)

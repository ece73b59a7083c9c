"""The dropout masks: the right share, independent of one another, and scaled."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.core.layers import Dropout, GaussianNoise
from mlp_studio.engine.backend import tf
from mlp_studio.engine.layers import LAYERS, LayerWeights, Pass
from mlp_studio.engine.noise import epoch_key, keep_mask, pcg

SHAPE = (64, 256)


def masks(rate: float, count: int) -> np.ndarray:
    make = tf.function(lambda key: keep_mask(SHAPE, rate, key), jit_compile=True)
    keys = pcg(np.arange(count, dtype=np.uint32) + epoch_key(0, 1))
    return np.stack([make(tf.constant(key)).numpy() for key in keys])


@pytest.mark.parametrize("rate", [0.05, 0.3, 0.5, 0.9])
def test_share_and_spread(rate: float) -> None:
    kept = masks(rate, 20)
    wanted, n = 1 - rate, kept[0].size
    assert kept.mean() == pytest.approx(wanted, abs=5 * np.sqrt(rate * wanted / kept.size))
    spread = np.sqrt(rate * wanted / n)
    assert np.abs(kept.mean(axis=(1, 2)) - wanted).max() < 5 * spread
    for axis in (1, 2):  # no row and no column is favoured
        means = kept.mean(axis=axis)
        per = kept.shape[axis]
        assert np.abs(means - wanted).max() < 6.5 * np.sqrt(rate * wanted / per) + 1 / per


def test_masks_are_unrelated() -> None:
    signs = masks(0.5, 12).reshape(12, -1) * 2.0 - 1.0
    correlation = signs @ signs.T / signs.shape[1]
    np.fill_diagonal(correlation, 0)
    assert np.abs(correlation).max() < 5 / np.sqrt(signs.shape[1])
    picture = signs.reshape(12, *SHAPE)
    for shift in (1, 2, 7):
        for axis in (1, 2):
            product = (picture * np.roll(picture, shift, axis)).mean()
            assert abs(product) < 5 / np.sqrt(picture.size)


def test_epochs_and_seeds_have_keys_of_their_own() -> None:
    keys = {int(epoch_key(seed, epoch)) for seed in range(20) for epoch in range(20)}
    assert len(keys) == 400


def test_dropout_keeps_the_mean_and_rests_when_not_training() -> None:
    x, empty = tf.ones((512, 512)), LayerWeights((), ())
    layer = Dropout(rate=0.3)
    key = tf.constant(epoch_key(0, 1))
    y, _ = LAYERS["dropout"](layer, empty, x, Pass(training=True, key=key), 1)
    np.testing.assert_allclose(np.unique(y.numpy()), [0, 1 / 0.7], rtol=1e-6)
    assert y.numpy().mean() == pytest.approx(1.0, abs=0.01)
    rested, _ = LAYERS["dropout"](layer, empty, x, Pass(training=False), 1)
    assert rested is x
    other, _ = LAYERS["dropout"](layer, empty, x, Pass(training=True, key=key), 2)
    assert np.any(other.numpy() != y.numpy())


def test_gaussian_noise_is_normal_and_rests_when_not_training() -> None:
    x, empty = tf.zeros((512, 512)), LayerWeights((), ())
    layer, key = GaussianNoise(stddev=0.2), tf.constant(epoch_key(0, 1))
    now = Pass(training=True, key=key)
    noise = LAYERS["gaussian_noise"](layer, empty, x, now, 1)[0].numpy() / 0.2
    count = noise.size
    assert abs(noise.mean()) < 4 / np.sqrt(count)
    assert noise.std() == pytest.approx(1.0, abs=4 / np.sqrt(2 * count))
    for limit, share in ((1, 0.6826895), (2, 0.9544997), (3, 0.9973002)):
        assert np.mean(np.abs(noise) < limit) == pytest.approx(share, abs=2e-3)
    assert abs(np.mean(noise[:, 1:] * noise[:, :-1])) < 4 / np.sqrt(count)
    assert abs(np.mean(noise[1:] * noise[:-1])) < 4 / np.sqrt(count)
    assert np.unique(noise).size > 0.9 * count
    other = LAYERS["gaussian_noise"](layer, empty, x, now, 2)[0].numpy() / 0.2
    assert abs(np.mean(noise * other)) < 4 / np.sqrt(count)
    assert LAYERS["gaussian_noise"](layer, empty, x, Pass(training=False), 1)[0] is x
    off = GaussianNoise(stddev=0.0)
    assert LAYERS["gaussian_noise"](off, empty, x, now, 1)[0] is x

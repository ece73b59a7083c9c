import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.core.dataset import targets
from mlp_studio.core.datasets import Task


def test_class_numbers_become_one_hot_rows() -> None:
    rows = targets(np.array([2, 0], np.int32), "multiclass", 3)
    np.testing.assert_array_equal(rows, [[0, 0, 1], [1, 0, 0]])
    assert rows.dtype == np.float32


def test_one_unit_gets_zeros_and_ones() -> None:
    rows = targets(np.array([1, 0, 1], np.int32), "binary", 1)
    np.testing.assert_array_equal(rows, [[1], [0], [1]])


def test_two_classes_may_be_one_hot_too() -> None:
    np.testing.assert_array_equal(targets(np.array([1, 0]), "binary", 2), [[0, 1], [1, 0]])


@pytest.mark.parametrize("shape", [(4,), (4, 1), (4, 3)])
def test_values_stay_as_they_are(shape: tuple[int, ...]) -> None:
    y = np.arange(np.prod(shape), dtype=np.float64).reshape(shape)
    rows = targets(y, "regression", shape[-1])
    assert rows.shape == (4, shape[1] if len(shape) > 1 else 1)
    np.testing.assert_array_equal(rows.ravel(), y.ravel())
    assert rows.flags.c_contiguous


@given(st.lists(st.integers(0, 9), max_size=50), st.sampled_from(["multiclass"]))
def test_argmax_is_the_way_back(classes: list[int], task: Task) -> None:
    y = np.array(classes, np.int32)
    np.testing.assert_array_equal(targets(y, task, 10).argmax(axis=1), y)

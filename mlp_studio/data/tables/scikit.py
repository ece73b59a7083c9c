"""Scikit-learn's own tables. Nothing is downloaded: California's houses must be there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np

from mlp_studio.core.errors import StudioError
from mlp_studio.core.table_sources import ScikitTable
from mlp_studio.core.text import text
from mlp_studio.data.assemble import Raw


def is_there(name: str) -> bool:
    """Return whether one of scikit-learn's tables can be read without a download."""
    if name != "california_housing":
        return True
    home = os.environ.get("SCIKIT_LEARN_DATA") or Path("~", "scikit_learn_data")
    return (Path(home).expanduser() / "cal_housing_py3.pkz").is_file()


def read_scikit(source: ScikitTable) -> Raw:
    """Return the rows of one of scikit-learn's tables.

    Raises
    ------
    StudioError
        When it is California housing and scikit-learn has not fetched it before.
    """
    found = _found(source)
    x = np.asarray(found.data, np.float64)
    y = np.asarray(found.target)
    if source.class_names:
        return Raw(x, y.astype(np.int32), names=source.class_names)
    return Raw(x, y.astype(np.float32).reshape(len(y), 1))


def scikit_feature_names(source: ScikitTable) -> tuple[str, ...]:
    """Return the names of a table's columns, as scikit-learn gives them.

    Raises
    ------
    StudioError
        As `read_scikit`.
    """
    return tuple(map(str, _found(source).feature_names))


def _found(source: ScikitTable) -> Any:
    from sklearn import datasets

    if source.name == "california_housing":
        try:
            return datasets.fetch_california_housing(download_if_missing=False)
        except OSError as error:
            raise StudioError(
                text("California housing is not on this computer, and nothing is downloaded."),
                text(
                    "Fetch it once in Python with sklearn.datasets.fetch_california_housing(), or "
                    "choose diabetes."
                ),
            ) from error
    return getattr(datasets, f"load_{source.name}")()

"""What the numbers of an input and of an answer are called: the columns people know."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_studio.core.datasets import AnySource
from mlp_studio.core.function_source import Function
from mlp_studio.core.table_sources import ScikitTable, Table

# As scikit-learn calls them: the columns are known before it is imported.
SCIKIT_COLUMNS: dict[str, tuple[str, ...]] = {
    "iris": ("sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"),
    "wine": (
        "alcohol", "malic_acid", "ash", "alcalinity_of_ash", "magnesium", "total_phenols",
        "flavanoids", "nonflavanoid_phenols", "proanthocyanins", "color_intensity", "hue",
        "od280/od315_of_diluted_wines", "proline",
    ),
    "breast_cancer": tuple(
        f"{kind} {what}" if kind != "error" else f"{what} error"
        for kind in ("mean", "error", "worst")
        for what in (
            "radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity",
            "concave points", "symmetry", "fractal dimension",
        )
    ),
    "diabetes": ("age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"),
    "california_housing": (
        "MedInc", "HouseAge", "AveRooms", "AveBedrms", "Population", "AveOccup", "Latitude",
        "Longitude",
    ),
}  # fmt: skip
SCIKIT_TARGETS = {"diabetes": "progression", "california_housing": "MedHouseVal"}


@dataclass(frozen=True)
class InputColumn:
    """Some numbers of an input that mean one thing.

    Parameters
    ----------
    name : str
        As people know it.
    first, width : int
        Where its numbers begin in the flattened input and how many there are: several for a
        category, which is one-hot.
    categories : tuple of str
        The values of a category, or the no and the yes; empty for a number.
    """

    name: str
    first: int
    width: int = 1
    categories: tuple[str, ...] = ()


def input_columns(source: AnySource, features: int) -> tuple[InputColumn, ...]:
    """Return the columns of a source's inputs.

    Parameters
    ----------
    source : source spec
        Where the examples come from.
    features : int
        Numbers of one input, flattened. Where the source names another number of them, they
        are only counted.
    """
    if isinstance(source, Table) and sum(c.features for c in source.inputs) == features:
        columns = []
        at = 0
        for column in source.inputs:
            words = () if column.type == "number" else column.categories
            columns.append(InputColumn(column.name, at, column.features, words))
            at += column.features
        return tuple(columns)
    names: tuple[str, ...] = ()
    if isinstance(source, Function):
        names = source.names
    elif isinstance(source, ScikitTable):
        names = SCIKIT_COLUMNS[source.name]
    elif features == 2:
        names = ("x", "y")
    if len(names) != features:
        names = tuple(f"x{number + 1}" for number in range(features))
    return tuple(InputColumn(name, at) for at, name in enumerate(names))


def output_names(source: AnySource, outputs: int) -> tuple[str, ...]:
    """Return what the values to predict are called, for regression."""
    names: tuple[str, ...] = ()
    if isinstance(source, Table) and source.task == "regression":
        names = tuple(column.name for column in source.targets)
    elif isinstance(source, ScikitTable) and source.name in SCIKIT_TARGETS:
        names = (SCIKIT_TARGETS[source.name],)
    if len(names) != outputs:
        names = ("f",) if outputs == 1 else tuple(f"f{number + 1}" for number in range(outputs))
    return names

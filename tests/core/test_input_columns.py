"""Columns are called as their source calls them."""

from __future__ import annotations

import pytest
from sklearn import datasets

from mlp_studio.core.dataset import facts
from mlp_studio.core.datasets import Spirals
from mlp_studio.core.function_source import Function, FunctionInput
from mlp_studio.core.input_columns import SCIKIT_COLUMNS, input_columns, output_names
from mlp_studio.core.table_sources import SCIKIT_FEATURES, Column, ScikitTable, Table

CARS = Table(
    path="cars.csv",
    columns=(
        Column(name="weight"),
        Column(name="colour", type="category", categories=("red", "green", "blue")),
        Column(name="plate", role="ignore", type="text"),
        Column(name="used", type="yes_no", categories=("no", "yes")),
        Column(name="price", role="target"),
    ),
    task="regression",
)


@pytest.mark.parametrize("name", ["iris", "wine", "breast_cancer", "diabetes"])
def test_scikit_learns_columns_are_its_own(name: str) -> None:
    found = getattr(datasets, f"load_{name}")()
    assert SCIKIT_COLUMNS[name] == tuple(str(each) for each in found.feature_names)


def test_every_table_of_scikit_learn_has_its_columns_named() -> None:
    assert {name: len(columns) for name, columns in SCIKIT_COLUMNS.items()} == SCIKIT_FEATURES
    iris = ScikitTable(name="iris")
    assert [c.name for c in input_columns(iris, 4)] == list(SCIKIT_COLUMNS["iris"])
    assert output_names(ScikitTable(name="diabetes"), 1) == ("progression",)


def test_a_category_is_one_column_of_several_numbers() -> None:
    columns = input_columns(CARS, facts(CARS).input_shape[0])
    assert [(c.name, c.first, c.width) for c in columns] == [
        ("weight", 0, 1),
        ("colour", 1, 3),
        ("used", 4, 1),
    ]
    assert columns[1].categories == ("red", "green", "blue")
    assert columns[2].categories == ("no", "yes")
    assert columns[0].categories == ()
    assert output_names(CARS, 1) == ("price",)


def test_functions_have_the_names_of_their_formulas() -> None:
    function = Function(
        formulas=("u * v", "u"), inputs=(FunctionInput(name="u"), FunctionInput(name="v"))
    )
    assert [c.name for c in input_columns(function, 2)] == ["u", "v"]
    assert output_names(function, 2) == ("f1", "f2")
    assert output_names(Function(), 1) == ("f",)


def test_numbers_that_the_source_does_not_name_are_counted() -> None:
    assert [c.name for c in input_columns(Spirals(), 2)] == ["x", "y"]
    assert [c.name for c in input_columns(CARS, 3)] == ["x1", "x2", "x3"]
    assert [c.name for c in input_columns(ScikitTable(name="iris"), 2)] == ["x1", "x2"]

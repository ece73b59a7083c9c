"""Tables as sources: which columns there are, what they mean and what is made of them.

Everything a network must fit is in the spec: the categories and classes that were found
when the file was inspected. Loading finds out whether the file still agrees.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from mlp_studio.core.layers import Spec

MAX_CATEGORIES = 1000
MAX_COLUMNS = 10_000

Role = Literal["input", "target", "ignore"]
ColumnType = Literal["number", "category", "yes_no", "text"]
MissingPolicy = Literal["drop", "mean", "most_frequent"]
TableTask = Literal["classification", "regression"]


class OwnData(Spec, ABC):
    """Base of the sources that somebody brings: they say themselves what a network must fit."""

    @property
    @abstractmethod
    def input_shape(self) -> tuple[int, ...]:
        """Shape of one example."""

    @property
    @abstractmethod
    def class_names(self) -> tuple[str, ...]:
        """The classes in their order; empty for regression."""

    @property
    def outputs(self) -> int:
        """Number of classes, or of values for regression."""
        return len(self.class_names)


class TableFormat(Spec):
    """How a table is written down.

    Parameters
    ----------
    kind : {"text", "excel", "parquet"}
        CSV and TSV are text.
    delimiter, encoding, decimal : str
        Of text: what stands between the cells, the encoding's name in Python, and what
        stands before the decimals.
    header : bool
        Whether the first row names the columns; else they are called “column 1” and so on.
    sheet : str
        Of Excel; empty for the first.
    """

    kind: Literal["text", "excel", "parquet"] = "text"
    delimiter: str = Field(default=",", min_length=1, max_length=1)
    encoding: str = "utf-8"
    decimal: Literal[".", ","] = "."
    header: bool = True
    sheet: str = ""


class Column(Spec):
    """A column of a table and what is made of it.

    Parameters
    ----------
    name : str
        As in the file.
    role : {"input", "target", "ignore"}
        What it is for.
    type : {"number", "category", "yes_no", "text"}
        A number and a yes or no are one feature, a category is one for each of its values.
        Free text can only be ignored.
    categories : tuple of str
        The values of a category in their order; of a yes or no, the no comes first.
    """

    name: str = Field(min_length=1, max_length=1000)
    role: Role = "input"
    type: ColumnType = "number"
    categories: tuple[Annotated[str, Field(min_length=1)], ...] = Field(
        default=(), max_length=MAX_CATEGORIES
    )

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if len(set(self.categories)) != len(self.categories):
            raise ValueError(f"the categories of “{self.name}” must differ")
        if self.role == "ignore":
            return self
        if self.type == "text":
            raise ValueError(f"“{self.name}” is free text and can only be ignored")
        if self.type == "category" and not self.categories:
            raise ValueError(f"“{self.name}” has no categories")
        if self.type == "yes_no" and len(self.categories) != 2:
            raise ValueError(f"“{self.name}” must have two values, a no and a yes")
        return self

    @property
    def features(self) -> int:
        """How many numbers of an input it makes."""
        return len(self.categories) if self.type == "category" else 1

    @property
    def feature_names(self) -> tuple[str, ...]:
        """Their names."""
        if self.type == "category":
            return tuple(f"{self.name} = {category}" for category in self.categories)
        return (self.name,)


class Table(OwnData):
    """A table in a file: CSV, TSV, Excel or Parquet.

    Parameters
    ----------
    path : str
        The file.
    format : TableFormat
        How it is written down.
    columns : tuple of Column
        Those of the file, in its order.
    missing : {"drop", "mean", "most_frequent"}
        What becomes of missing values: the row is left out, or the training part's mean
        (its most frequent category) or most frequent value stands in.
    task : {"classification", "regression"}
        What there is to predict: the one target's classes, or the targets' values.
    """

    kind: Literal["table"] = "table"
    path: str = Field(min_length=1)
    format: TableFormat = TableFormat()
    columns: tuple[Column, ...] = Field(min_length=2, max_length=MAX_COLUMNS)
    missing: MissingPolicy = "drop"
    task: TableTask = "classification"

    @model_validator(mode="after")
    def _learnable(self) -> Self:
        if len({column.name for column in self.columns}) != len(self.columns):
            raise ValueError("the columns must have different names")
        if not self.inputs:
            raise ValueError("at least one column must be an input")
        targets = self.targets
        if not targets:
            raise ValueError("at least one column must be a target")
        if self.task == "classification":
            if len(targets) > 1 or targets[0].type not in {"category", "yes_no"}:
                raise ValueError("classification needs one target, a category or a yes or no")
            if len(targets[0].categories) < 2:
                raise ValueError(f"“{targets[0].name}” has one class only")
        elif any(column.type != "number" for column in targets):
            raise ValueError("regression needs targets that are numbers")
        return self

    @property
    def inputs(self) -> tuple[Column, ...]:
        """The columns that the network gets."""
        return tuple(column for column in self.columns if column.role == "input")

    @property
    def targets(self) -> tuple[Column, ...]:
        """The columns to predict."""
        return tuple(column for column in self.columns if column.role == "target")

    @property
    def feature_names(self) -> tuple[str, ...]:
        """The name of each number of an input."""
        return tuple(name for column in self.inputs for name in column.feature_names)

    @property
    def input_shape(self) -> tuple[int, ...]:
        """One row: a number for each feature."""
        return (sum(column.features for column in self.inputs),)

    @property
    def class_names(self) -> tuple[str, ...]:
        """The categories of the target; empty for regression."""
        return self.targets[0].categories if self.task == "classification" else ()

    @property
    def outputs(self) -> int:
        """Number of classes, or of target columns."""
        return len(self.class_names) or len(self.targets)


ScikitName = Literal["iris", "wine", "breast_cancer", "diabetes", "california_housing"]
SCIKIT_FEATURES: dict[str, int] = {
    "iris": 4,
    "wine": 13,
    "breast_cancer": 30,
    "diabetes": 10,
    "california_housing": 8,
}
SCIKIT_CLASSES: dict[str, tuple[str, ...]] = {
    "iris": ("setosa", "versicolor", "virginica"),
    "wine": ("class_0", "class_1", "class_2"),
    "breast_cancer": ("malignant", "benign"),
    "diabetes": (),
    "california_housing": (),
}


class ScikitTable(OwnData):
    """One of scikit-learn's own tables; California housing only where it was fetched before."""

    kind: Literal["scikit"] = "scikit"
    name: ScikitName = "iris"

    @property
    def input_shape(self) -> tuple[int, ...]:
        """One row."""
        return (SCIKIT_FEATURES[self.name],)

    @property
    def class_names(self) -> tuple[str, ...]:
        """Empty for diabetes and the houses' prices."""
        return SCIKIT_CLASSES[self.name]

    @property
    def outputs(self) -> int:
        """Number of classes; one value for regression."""
        return len(self.class_names) or 1

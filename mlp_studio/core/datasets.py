"""Where the examples come from and how they are divided, as frozen specs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from mlp_studio.core.file_sources import Arrays, Images, MnistRelative
from mlp_studio.core.function_source import Function
from mlp_studio.core.layers import Spec
from mlp_studio.core.plane_sources import AnyPlane
from mlp_studio.core.scaling import Scaling
from mlp_studio.core.table_sources import ScikitTable, Table

Task = Literal["binary", "multiclass", "regression"]


class Spirals(Spec):
    """Spiral arms in the plane; see `mlp_studio.data.plane.spirals`."""

    kind: Literal["spirals"] = "spirals"
    n_classes: int = Field(default=2, ge=2, le=12)
    num_arms: int = Field(default=6, ge=1, le=24)
    points_per_arm: int = Field(default=100, ge=2, le=20_000)
    noise: float = Field(default=0.1, ge=0.0, le=3.0)
    screw: float = Field(default=0.01, ge=-0.1, le=0.1)
    radius: float = Field(default=1.0, gt=0.0, le=10.0)
    gap: float = Field(default=0.1, ge=0.0, le=10.0)
    seed: int = Field(default=42, ge=0, lt=2**31)


class Mnist(Spec):
    """MNIST: 60,000 + 10,000 handwritten digits (LeCun, Cortes, Burges)."""

    kind: Literal["mnist"] = "mnist"


class BuiltinDigits(Spec):
    """Digits made on this computer, drawn and from scikit-learn's real ones; no download."""

    kind: Literal["digits"] = "digits"
    count: int = Field(default=60_000, ge=1_000, le=200_000)
    seed: int = Field(default=0, ge=0, lt=2**31)


class MnistAndDigits(Spec):
    """MNIST, rewritten copies of it, and the built-in digits, to read many hands.

    `copies` is how many rewritten copies there are of each of MNIST's training images;
    the test set is MNIST's own.
    """

    kind: Literal["mnist-and-digits"] = "mnist-and-digits"
    count: int = Field(default=60_000, ge=1_000, le=200_000)
    copies: int = Field(default=1, ge=0, le=4)
    seed: int = Field(default=0, ge=0, lt=2**31)


Written = Annotated[Mnist | BuiltinDigits | MnistAndDigits, Field(discriminator="kind")]


class MyDigits(Spec):
    """Digits that a person drew and kept, alone or together with another source of digits.

    `beside` is that other source: then every fifth of the person's digits is held back from
    learning, the others count `times` as often, and a test set is the other source's own.
    Without one, they are divided like any other data. `path` is their folder; empty for the
    program's own.
    """

    kind: Literal["my-digits"] = "my-digits"
    beside: Written | None = None
    times: int = Field(default=20, ge=1, le=200)
    path: str = ""


OwnSource = Table | ScikitTable | Images | Arrays | MnistRelative
AnySource = (
    Spirals | AnyPlane | Function | Mnist | BuiltinDigits | MnistAndDigits | MyDigits | OwnSource
)
Source = Annotated[AnySource, Field(discriminator="kind")]


class Split(Spec):
    """Which shares of the examples are kept for validation and for the test.

    Stratified by class for classification, unless `stratified` is off. Sources with a
    test set of their own (MNIST, the built-in digits, both) keep it whole; `test` does not
    apply to them.
    """

    validation: float = Field(default=0.2, gt=0.0, lt=1.0)
    test: float = Field(default=0.0, ge=0.0, lt=1.0)
    stratified: bool = True
    seed: int = Field(default=42, ge=0, lt=2**31)

    @model_validator(mode="after")
    def _something_to_learn_from(self) -> Split:
        if self.validation + self.test > 0.99:
            raise ValueError(
                "validation and test must leave at least 0.01 for training. "
                f"Received: {self.validation} and {self.test}"
            )
        return self


class DataSpec(Spec):
    """A source, its split and its scaling."""

    source: Source
    split: Split = Split()
    scaling: Scaling = "none"

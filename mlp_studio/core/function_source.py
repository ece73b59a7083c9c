"""Functions from n inputs to m outputs given by formulas, and a gallery of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from mlp_studio.core.errors import StudioError
from mlp_studio.core.formula import Formula, check_inputs, parse
from mlp_studio.core.formula_parts import MAX_LENGTH, FormulaError
from mlp_studio.core.layers import Spec
from mlp_studio.core.text import Text, text

MAX_INPUTS = MAX_OUTPUTS = 8
MAX_SAMPLES = 1_000_000
Sampling = Literal["uniform", "grid", "latin-hypercube"]
End = Annotated[float, Field(ge=-1e6, le=1e6)]


class FunctionInput(Spec):
    """A named input and its range."""

    name: str = "x"
    low: End = -4.0
    high: End = 4.0

    @model_validator(mode="after")
    def _ordered(self) -> FunctionInput:
        if self.low >= self.high:
            raise ValueError(f"low must be below high. Received: {self.low} and {self.high}")
        return self


EGG_CRATE = "sin(x) * sin(y) + 0.1 * (x^2 + y^2)"
RADIAL_GAUSSIAN = "exp(-hypot(x, y)^2 / 4) * cos(2 * hypot(x, y))"
_NAMED = {"egg-crate": EGG_CRATE, "radial-gaussian": RADIAL_GAUSSIAN}


class Function(Spec):
    """Samples of a function; see `mlp_studio.data.functions`.

    `noise` is the standard deviation of what is added to each output, as a share of that
    output's own.
    """

    kind: Literal["function"] = "function"
    formulas: tuple[Annotated[str, Field(max_length=MAX_LENGTH)], ...] = Field(
        default=(EGG_CRATE,), min_length=1, max_length=MAX_OUTPUTS
    )
    inputs: tuple[FunctionInput, ...] = Field(
        default=(FunctionInput(name="x"), FunctionInput(name="y")),
        min_length=1,
        max_length=MAX_INPUTS,
    )
    samples: int = Field(default=5000, ge=10, le=MAX_SAMPLES)
    sampling: Sampling = "uniform"
    noise: float = Field(default=0.0, ge=0.0, le=10.0)
    seed: int = Field(default=42, ge=0, lt=2**31)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the inputs."""
        return tuple(each.name for each in self.inputs)

    @property
    def parsed(self) -> tuple[Formula, ...]:
        """The formulas, ready to be evaluated."""
        return tuple(parse(formula, self.names) for formula in self.formulas)

    @model_validator(mode="before")
    @classmethod
    def _named(cls, given: Any) -> Any:
        """Read the former form: a function's name and one range for x and y."""
        if not isinstance(given, dict) or not {"function", "low", "high"} & given.keys():
            return given
        rest = {key: value for key, value in given.items() if key not in {"low", "high"}}
        name = rest.pop("function", "egg-crate")
        if name not in _NAMED:
            raise ValueError(f"function must be one of {', '.join(_NAMED)}. Received: {name!r}")
        ends = {key: given[key] for key in ("low", "high") if key in given}
        return {
            "formulas": (_NAMED[name],),
            "inputs": tuple({"name": letter, **ends} for letter in "xy"),
            **rest,
        }

    @model_validator(mode="after")
    def _readable(self) -> Function:
        try:
            check_inputs(self.names)
            _ = self.parsed
        except FormulaError as error:
            raise ValueError(
                f"{error} Received: {error.formula!r}, character {error.position + 1}"
            ) from error
        except StudioError as error:
            raise ValueError(str(error)) from error
        return self


@dataclass(frozen=True)
class GalleryEntry:
    """A function to begin with.

    Parameters
    ----------
    title : Text
        As shown to people.
    function : Function
        Formulas and ranges; samples, noise and seed are the defaults.
    """

    title: Text
    function: Function

    def matches(self, function: Function) -> bool:
        """Return whether a function has these formulas on these ranges."""
        mine = self.function
        return (mine.formulas, mine.inputs) == (function.formulas, function.inputs)


def _entry(title: Text, formulas: tuple[str, ...], **ranges: tuple[float, float]) -> GalleryEntry:
    inputs = tuple(FunctionInput(name=name, low=a, high=b) for name, (a, b) in ranges.items())
    return GalleryEntry(title, Function(formulas=formulas, inputs=inputs))


_PEAKS = (
    "3 * (1 - x)^2 * exp(-x^2 - (y + 1)^2) - 10 * (x / 5 - x^3 - y^5) * exp(-x^2 - y^2)"
    " - exp(-(x + 1)^2 - y^2) / 3"
)
_ACKLEY = (
    "20 + e - 20 * exp(-0.2 * sqrt((x^2 + y^2) / 2)) - exp((cos(2 * pi * x) + cos(2 * pi * y)) / 2)"
)

GALLERY: dict[str, GalleryEntry] = {
    "egg-crate": _entry(text("Egg crate"), (EGG_CRATE,), x=(-4, 4), y=(-4, 4)),
    "radial-gaussian": _entry(text("Radial Gaussian"), (RADIAL_GAUSSIAN,), x=(-4, 4), y=(-4, 4)),
    "peaks": _entry(text("Peaks"), (_PEAKS,), x=(-3, 3), y=(-3, 3)),
    "ripple": _entry(
        text("Ripple"), ("sin(3 * hypot(x, y)) / (1 + hypot(x, y))",), x=(-5, 5), y=(-5, 5)
    ),
    "saddle": _entry(text("Saddle"), ("x^2 - y^2",), x=(-2, 2), y=(-2, 2)),
    "rosenbrock": _entry(
        text("Rosenbrock's valley"), ("(1 - x)^2 + 100 * (y - x^2)^2",), x=(-2, 2), y=(-1, 3)
    ),
    "ackley": _entry(text("Ackley's pits"), (_ACKLEY,), x=(-5, 5), y=(-5, 5)),
    "wave": _entry(text("Wave R → R"), ("sin(3 * x) * exp(-x^2 / 8)",), x=(-5, 5)),
    "curve": _entry(
        text("Curve R → R²"), ("cos(3 * t) * cos(t)", "cos(3 * t) * sin(t)"), t=(0, 3.2)
    ),
    "vortex": _entry(
        text("Vector field R² → R²"),
        ("-y * exp(-(x^2 + y^2) / 4)", "x * exp(-(x^2 + y^2) / 4)"),
        x=(-3, 3),
        y=(-3, 3),
    ),
}


def gallery_name(function: Function) -> str | None:
    """Return the name in the gallery of a function's formulas and ranges, or None."""
    return next((name for name, entry in GALLERY.items() if entry.matches(function)), None)

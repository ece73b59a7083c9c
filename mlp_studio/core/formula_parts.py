"""What formulas are made of: functions, constants, operators, steps and faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text

MAX_LENGTH = 500  # characters
MAX_DEPTH = 40  # of parentheses, signs and powers within one another
MAX_ARGUMENTS = 8
MAX_NAME = 16

CONSTANTS: dict[str, float] = {"pi": float(np.pi), "π": float(np.pi), "e": float(np.e)}
LOOKS_LIKE = {"−": "-", "×": "*", "·": "*", "÷": "/", "**": "^"}


@dataclass(frozen=True)
class KnownFunction:
    """A function that formulas may call.

    Parameters
    ----------
    run : callable
        From arrays to an array.
    fewest, most : int
        How many values it takes.
    """

    run: Callable[..., Any]
    fewest: int = 1
    most: int = 1


def _smallest(*values: AnyArray) -> Any:
    return reduce(np.minimum, values)


def _largest(*values: AnyArray) -> Any:
    return reduce(np.maximum, values)


def _step(value: AnyArray) -> Any:
    return np.heaviside(value, 1.0)


FUNCTIONS: dict[str, KnownFunction] = {
    "sin": KnownFunction(np.sin),
    "cos": KnownFunction(np.cos),
    "tan": KnownFunction(np.tan),
    "asin": KnownFunction(np.arcsin),
    "acos": KnownFunction(np.arccos),
    "atan": KnownFunction(np.arctan),
    "atan2": KnownFunction(np.arctan2, 2, 2),
    "sinh": KnownFunction(np.sinh),
    "cosh": KnownFunction(np.cosh),
    "tanh": KnownFunction(np.tanh),
    "exp": KnownFunction(np.exp),
    "log": KnownFunction(np.log),
    "ln": KnownFunction(np.log),
    "log2": KnownFunction(np.log2),
    "log10": KnownFunction(np.log10),
    "sqrt": KnownFunction(np.sqrt),
    "cbrt": KnownFunction(np.cbrt),
    "abs": KnownFunction(np.abs),
    "sign": KnownFunction(np.sign),
    "step": KnownFunction(_step),
    "floor": KnownFunction(np.floor),
    "ceil": KnownFunction(np.ceil),
    "round": KnownFunction(np.rint),
    "mod": KnownFunction(np.mod, 2, 2),
    "hypot": KnownFunction(np.hypot, 2, 2),
    "min": KnownFunction(_smallest, 2, MAX_ARGUMENTS),
    "max": KnownFunction(_largest, 2, MAX_ARGUMENTS),
}
LETTER = "A-Za-zα-ωΑ-Ω_"
RESERVED = frozenset(FUNCTIONS) | frozenset(CONSTANTS)

OPERATORS: dict[str, tuple[int, Callable[..., Any]]] = {
    "+": (2, np.add),
    "-": (2, np.subtract),
    "*": (2, np.multiply),
    "/": (2, np.divide),
    "^": (2, np.power),
    "negative": (1, np.negative),
    "square": (1, np.square),  # exact, unlike a general power
}


class FormulaError(StudioError):
    """A formula that can't be read, and the place where.

    Parameters
    ----------
    what, remedy : Text
        What was found there, and what to do.
    formula : str
        The whole formula.
    position, length : int
        The place: the first character, counted from 0, and how many; behind the end
        of the formula where something is missing there.
    """

    def __init__(self, what: Text, remedy: Text, formula: str, position: int, length: int) -> None:
        super().__init__(what, remedy)
        self.formula = formula
        self.position = position
        self.length = max(length, 1)

    @property
    def marked(self) -> str:
        """The formula, and below it a line that marks the place."""
        return f"{self.formula}\n{' ' * self.position}{'^' * self.length}"


@dataclass(frozen=True)
class Step:
    """One step of a formula's program.

    Parameters
    ----------
    name : str
        ``"number"``, ``"input"``, a key of `FUNCTIONS` or an operator.
    takes : int
        How many values it takes from the stack.
    value : float
        The number, or the position of the input.
    """

    name: str
    takes: int = 0
    value: float = 0.0

"""Formulas that people type: read against a list of what is allowed, never run as Python.

A formula becomes a short program for a stack of arrays; see `formula_parser` for what
can be written and `formula_parts` for the functions there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.errors import StudioError
from mlp_studio.core.formula_parser import Parser
from mlp_studio.core.formula_parts import (
    FUNCTIONS,
    LETTER,
    MAX_LENGTH,
    MAX_NAME,
    OPERATORS,
    RESERVED,
    FormulaError,
    Step,
)
from mlp_studio.core.text import text

_NAME = re.compile(rf"[{LETTER}][{LETTER}0-9]*")


@dataclass(frozen=True)
class Formula:
    """A formula that has been read.

    Parameters
    ----------
    source : str
        As it was typed.
    inputs : tuple of str
        The names of its inputs.
    steps : tuple of Step
        Its program, operands before operators.
    """

    source: str
    inputs: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def uses(self) -> frozenset[str]:
        """The inputs which occur in it."""
        return frozenset(
            self.inputs[int(step.value)] for step in self.steps if step.name == "input"
        )

    def __call__(self, columns: Sequence[AnyArray]) -> AnyArray:
        """Return its value in double precision.

        Parameters
        ----------
        columns : sequence of ndarray of shape (n,)
            The values of each input.

        Returns
        -------
        ndarray of float64, shape (n,)
            Not finite where the formula has no value, such as ``log(0)``.
        """
        shape = np.broadcast_shapes(*(np.shape(column) for column in columns))
        stack: list[Any] = []
        with np.errstate(all="ignore"):
            for step in self.steps:
                if step.name == "number":
                    stack.append(np.float64(step.value))
                elif step.name == "input":
                    stack.append(np.asarray(columns[int(step.value)], np.float64))
                else:
                    taken = stack[len(stack) - step.takes :]
                    del stack[len(stack) - step.takes :]
                    stack.append(_run(step.name)(*taken))
        return np.array(np.broadcast_to(stack[0], shape), np.float64)


def _run(name: str) -> Callable[..., Any]:
    return OPERATORS[name][1] if name in OPERATORS else FUNCTIONS[name].run


@lru_cache(maxsize=256)
def parse(source: str, inputs: tuple[str, ...]) -> Formula:
    """Return a formula ready to be evaluated.

    Parameters
    ----------
    source : str
        At most `MAX_LENGTH` characters.
    inputs : tuple of str
        The names that stand for inputs.

    Raises
    ------
    FormulaError
        When it can't be read, with the place.
    """
    if len(source) > MAX_LENGTH:
        raise FormulaError(
            text(
                "The formula has {count} characters; at most {limit} are allowed.",
                count=len(source),
                limit=MAX_LENGTH,
            ),
            text("Shorten it."),
            source,
            MAX_LENGTH,
            1,
        )
    return Formula(source, inputs, tuple(Parser(source, inputs).program()))


def renamed(source: str, before: str, after: str) -> str:
    """Return a formula with an input's name replaced wherever it stands."""
    return re.sub(rf"(?<![\w.]){re.escape(before)}(?!\w)", after, source)


def check_inputs(names: Sequence[str]) -> None:
    """Raise a `StudioError` unless these can be the names of a formula's inputs."""
    for number, name in enumerate(names):
        if not _NAME.fullmatch(name) or len(name) > MAX_NAME:
            raise StudioError(
                text("“{name}” can't be the name of an input.", name=name),
                text("Use letters, digits and _, a letter first, at most {n}.", n=MAX_NAME),
            )
        if name in RESERVED:
            raise StudioError(
                text("“{name}” has a meaning of its own in formulas.", name=name),
                text("Choose another name for the input."),
            )
        if name in names[:number]:
            raise StudioError(
                text("Two inputs are called “{name}”.", name=name),
                text("Give each a name of its own."),
            )

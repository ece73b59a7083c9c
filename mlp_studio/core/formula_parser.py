"""Reads a formula by recursive descent into a program for a stack.

The grammar, loosest first::

    sum      = product (("+" | "-") product)*
    product  = sign (("*" | "/") sign)*
    sign     = ("-" | "+") sign | power
    power    = value (("^" | "**") sign)?            -2^2 is -4, 2^3^2 is 2^9
    value    = number | constant | input | function "(" sum ("," sum)* ")" | "(" sum ")"

An operator that is left out, as in ``2x``, is no multiplication: it is pointed at.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from mlp_studio.core.formula_parts import (
    CONSTANTS,
    FUNCTIONS,
    LETTER,
    LOOKS_LIKE,
    MAX_DEPTH,
    OPERATORS,
    FormulaError,
    Step,
)
from mlp_studio.core.text import Text, text

_TOKEN = re.compile(
    r"(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    rf"|(?P<name>[{LETTER}][{LETTER}0-9]*)"
    r"|(?P<sign>\*\*|[-+*/^(),−×·÷])|(?P<blank>\s+)",
    re.ASCII,
)


@dataclass(frozen=True)
class _Token:
    kind: str  # "number", "name", "end", "stranger", or the sign itself
    words: str
    position: int


class Parser:
    """Reads one formula from left to right; the leftmost fault is the one that is told."""

    def __init__(self, source: str, inputs: tuple[str, ...]) -> None:
        self._source = source
        self._inputs = inputs
        self._steps: list[Step] = []
        self._depth = 0
        self._at = 0
        self._token = self._next()
        self._last = self._token  # the one that was taken before it

    def program(self) -> list[Step]:
        """Return the steps of the whole formula.

        Raises
        ------
        FormulaError
            At the leftmost place that can't be read.
        """
        if self._token.kind == "end":
            raise self._error(
                text("The formula is empty."), text("Write one, such as {example}.", example="x^2")
            )
        self._sum()
        if self._token.kind != "end":
            raise self._out_of_place()
        return self._steps

    # --- the grammar -------------------------------------------------------------------

    def _sum(self) -> None:
        self._product()
        while self._token.kind in {"+", "-"}:
            operator = self._take().kind
            self._product()
            self._apply(operator)

    def _product(self) -> None:
        self._signed()
        while self._token.kind in {"*", "/"}:
            operator = self._take().kind
            self._signed()
            self._apply(operator)

    def _signed(self) -> None:
        if self._token.kind in {"+", "-"}:
            self._deeper()
            sign = self._take().kind
            self._signed()
            if sign == "-":
                self._apply("negative")
            self._depth -= 1
        else:
            self._power()

    def _power(self) -> None:
        self._value()
        if self._token.kind == "^":
            self._deeper()
            self._take()
            before = len(self._steps)
            self._signed()
            if self._steps[before:] == [Step("number", 0, 2.0)]:
                self._steps.pop()
                self._apply("square")
            else:
                self._apply("^")
            self._depth -= 1

    def _value(self) -> None:
        token = self._token
        if token.kind == "number":
            self._number()
        elif token.kind == "name":
            self._name()
        elif token.kind == "(":
            self._deeper()
            self._take()
            self._sum()
            self._close(token)
            self._depth -= 1
        elif token.kind == "end":
            raise self._error(
                text("The formula ends where a value is expected."),
                text("Write a number, an input or a function there."),
            )
        else:
            raise self._stranger() or self._error(
                text("“{found}” stands where a value is expected.", found=token.words),
                text("Write a number, an input or a function there."),
            )

    def _number(self) -> None:
        token = self._take()
        value = float(token.words)
        if not np.isfinite(value):
            raise self._error(
                text("{found} is too large a number.", found=token.words),
                text("Numbers reach to {limit}.", limit="1.8e308"),
                token,
            )
        self._steps.append(Step("number", 0, value))

    def _name(self) -> None:
        token = self._take()
        name = token.words
        if name in self._inputs:
            if self._token.kind == "(":
                raise self._error(
                    text("“{name}” is an input, not a function.", name=name),
                    text("To multiply, write {product}.", product=f"{name}*(…)"),
                    self._token,
                )
            self._steps.append(Step("input", 0, float(self._inputs.index(name))))
        elif name in CONSTANTS:
            self._steps.append(Step("number", 0, CONSTANTS[name]))
        elif name in FUNCTIONS:
            self._call(token)
        else:
            raise self._unknown(token)

    def _call(self, token: _Token) -> None:
        name, function = token.words, FUNCTIONS[token.words]
        if self._token.kind != "(":
            raise self._error(
                text("“{name}” is a function: what it is taken of is missing.", name=name),
                text("Write it in parentheses, such as {example}.", example=_example(name)),
                token,
            )
        self._deeper()
        opening = self._take()
        count = 0
        if self._token.kind != ")":
            self._sum()
            count = 1
            while self._token.kind == ",":
                self._take()
                self._sum()
                count += 1
        self._close(opening)
        self._depth -= 1
        if not function.fewest <= count <= function.most:
            raise self._error(
                text("“{name}” does not take {count} values.", name=name, count=count),
                text("Write it such as {example}.", example=_example(name)),
                token,
            )
        self._steps.append(Step(name, count))

    def _close(self, opening: _Token) -> None:
        if self._token.kind == ")":
            self._take()
        elif self._token.kind == "end":
            raise self._error(
                text("This parenthesis is never closed."),
                text("Write “)” where it ends."),
                opening,
            )
        else:
            raise self._out_of_place()

    def _apply(self, operator: str) -> None:
        self._steps.append(Step(operator, OPERATORS[operator][0]))

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._error(
                text("The formula is nested more than {limit} deep.", limit=MAX_DEPTH),
                text("Write it with fewer parentheses within one another."),
            )

    # --- tokens ------------------------------------------------------------------------

    def _take(self) -> _Token:
        self._last = self._token
        self._token = self._next()
        return self._last

    def _next(self) -> _Token:
        while (match := _TOKEN.match(self._source, self._at)) and match.lastgroup == "blank":
            self._at = match.end()
        start = self._at
        if start >= len(self._source):
            return _Token("end", "", start)
        if match is None:  # told when it is reached: a fault before it comes first
            return _Token("stranger", self._source[start], start)
        self._at = match.end()
        words, kind = match.group(), match.lastgroup or ""
        if kind == "sign":
            kind = LOOKS_LIKE.get(words, words)
        return _Token(kind, words, start)

    # --- faults ------------------------------------------------------------------------

    def _error(self, what: Text, remedy: Text, token: _Token | None = None) -> FormulaError:
        token = token or self._token
        return FormulaError(what, remedy, self._source, token.position, len(token.words))

    def _out_of_place(self) -> FormulaError:
        """Return the fault of a whole value that is followed by something else."""
        found = self._token
        if (stranger := self._stranger()) is not None:
            return stranger
        if found.kind == ")":
            return self._error(
                text("This parenthesis was never opened."), text("Take it away, or write “(”.")
            )
        if found.kind == ",":
            return self._error(
                text("A comma stands outside a function."),
                text("Write numbers with a point, such as 0.5."),
            )
        wanted = f"{self._last.words}*{'(…)' if found.kind == '(' else found.words}"
        return self._error(
            text("An operator is missing before “{found}”.", found=found.words),
            text("To multiply, write {product}.", product=wanted),
        )

    def _stranger(self) -> FormulaError | None:
        """Return the fault of a character that no formula has, where there is one."""
        if self._token.kind != "stranger":
            return None
        return self._error(
            text("“{found}” means nothing in a formula.", found=self._token.words),
            text("Use numbers, inputs, functions, parentheses and + - * / ^."),
        )

    def _unknown(self, token: _Token) -> FormulaError:
        name = token.words
        known = [*self._inputs, *FUNCTIONS, *CONSTANTS]
        what = text("Nothing is called “{name}”.", name=name)
        near = _nearest(name, known)
        if near is not None:
            return self._error(what, text("Did you mean “{name}”?", name=near), token)
        return self._error(
            what, text("The inputs are: {names}.", names=", ".join(self._inputs)), token
        )


def _nearest(name: str, known: Sequence[str]) -> str | None:
    """Return the known name most like `name`, its case aside; None where none is."""
    by_case: Mapping[str, str] = {each.lower(): each for each in reversed(known)}
    near = difflib.get_close_matches(name.lower(), by_case, 1, 0.6)
    return by_case[near[0]] if near else None


@cache
def _example(name: str) -> str:
    return f"{name}({', '.join('xy'[: FUNCTIONS[name].fewest])})"

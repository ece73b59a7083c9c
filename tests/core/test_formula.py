"""Formulas: what is allowed means what Python means by it, everything else is pointed at."""

from __future__ import annotations

import math
import re
import warnings
from functools import reduce

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.core.errors import StudioError
from mlp_studio.core.formula import check_inputs, parse, renamed
from mlp_studio.core.formula_parts import (
    CONSTANTS,
    FUNCTIONS,
    MAX_DEPTH,
    MAX_LENGTH,
    FormulaError,
)

XY = ("x", "y")


def value(source: str, x: float = 0.0, y: float = 0.0) -> float:
    return float(parse(source, XY)([np.array([x]), np.array([y])])[0])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("8 - 3 - 2", 3),
        ("8 / 4 / 2", 1),
        ("-2^2", -4),
        ("2^3^2", 512),
        ("2^-1", 0.5),
        ("2 ** 3", 8),
        ("- -3", 3),
        ("+3", 3),
        ("2 * -3", -6),
        ("1e-3 + .5 + 2.", 2.501),
        ("−2 × 6 ÷ 4", -3),
        ("π - pi", 0),
        ("ln(e)", 1),
        ("max(1, 5, 3) - min(4, 2)", 3),
        ("atan2(1, -1)", 3 * math.pi / 4),
        ("step(0) + step(-1) + step(2)", 2),
        ("mod(-1, 3)", 2),
        ("round(2.6) + floor(-0.5) + ceil(0.2)", 3),
        ("hypot(3, 4) + cbrt(-8) + sign(-7)", 2),
        ("log2(8) + log10(100) + log(exp(2))", 7),
        ("((((x))))", 2),
        ("x*y^2", 18),
    ],
)
def test_known_values(source: str, expected: float) -> None:
    assert value(source, 2, 3) == pytest.approx(expected)


def test_a_formula_is_evaluated_for_every_sample_and_in_double_precision() -> None:
    x = np.linspace(-1, 1, 7, dtype=np.float32)
    formula = parse("0.1 * x + 1e-9", ("x",))
    np.testing.assert_array_equal(formula([x]), 0.1 * x.astype(np.float64) + 1e-9)
    constant = parse("3", ("x",))([x])
    assert constant.tolist() == [3.0] * 7
    constant[0] = 1  # its own array, not a view of one number
    assert formula.uses == {"x"}
    assert parse("pi", XY).uses == frozenset()


@pytest.mark.parametrize("source", ["1 / x", "log(x)", "sqrt(x - 1)", "9^9^9^9", "acos(2)", "0/x"])
def test_where_there_is_no_value_none_is_invented(source: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not math.isfinite(value(source, 0))


BAD = [
    ("", 0, "empty", ""),
    ("   ", 3, "empty", ""),
    ("__import__('os')", 0, "Nothing is called “__import__”", "The inputs are: x, y"),
    ("os.system", 0, "Nothing is called “os”", ""),
    ("x.y", 1, "“.” means nothing", ""),
    ("x.__class__", 1, "“.” means nothing", ""),
    ("sin(", 4, "ends where a value is expected", ""),
    ("sin(x", 3, "never closed", ""),
    ("(x + 1", 0, "never closed", ""),
    ("x)", 1, "never opened", ""),
    ("2x", 1, "operator is missing", "2*x"),
    ("2(x)", 1, "operator is missing", "2*(…)"),
    ("x y", 2, "operator is missing", "x*y"),
    ("(x)(y)", 3, "operator is missing", ""),
    ("x(y)", 1, "an input, not a function", "x*(…)"),
    ("sin x", 0, "is a function", "sin(x)"),
    ("sin + 1", 0, "is a function", "sin(x)"),
    ("atan2(x)", 0, "does not take 1", "atan2(x, y)"),
    ("sin(x, y)", 0, "does not take 2", "sin(x)"),
    ("sin()", 0, "does not take 0", "sin(x)"),
    ("1 + * 2", 4, "“*” stands where a value", ""),
    ("x +", 3, "ends where", ""),
    ("1,5", 1, "comma", "0.5"),
    ("sin(x) + cso(y)", 9, "“cso”", "Did you mean “cos”?"),
    ("Sin(x)", 0, "“Sin”", "Did you mean “sin”?"),
    ("xx", 0, "“xx”", "Did you mean “x”?"),
    ("x < 2", 2, "“<” means nothing", ""),
    ("x = 2", 2, "“=” means nothing", ""),
    ("x; y", 1, "“;” means nothing", ""),
    ("lambda: x", 0, "“lambda”", ""),
    ("[x]", 0, "“[” means nothing", ""),
    ("'x'", 0, "“'” means nothing", ""),
    ("x\x00", 1, "means nothing", ""),
    ("1e999", 0, "too large", ""),
    ("x + " + "(" * (MAX_DEPTH + 1) + "x", 4 + MAX_DEPTH, "nested", ""),
    ("-" * 100 + "x", MAX_DEPTH, "nested", ""),
    ("x" + "^x" * 100, 1 + 2 * MAX_DEPTH, "nested", ""),
    ("x+" * MAX_LENGTH + "x", MAX_LENGTH, "characters", "Shorten"),
]


@pytest.mark.parametrize(("source", "position", "what", "remedy"), BAD)
def test_a_fault_is_pointed_at(source: str, position: int, what: str, remedy: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(source, XY)
    error = caught.value
    assert what in str(error.what)
    assert error.remedy is not None
    assert remedy in str(error.remedy)
    assert error.position == position
    first, second = error.marked.rsplit("\n", 1)
    assert first == source
    assert second.index("^") == position
    assert len(second) == position + error.length


WORDS = [*FUNCTIONS, *CONSTANTS, *"xyz()+-*/^,. 0123456789e_'\"[]=<>!@#\n", "**", "import", "1e9"]


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=60).map("".join)))
@settings(max_examples=600, deadline=None)
def test_anything_typed_is_a_formula_or_a_fault_within_it(source: str) -> None:
    fault = None
    try:
        formula = parse(source, XY)
    except FormulaError as error:
        fault = error
    if fault is not None:
        assert 0 <= fault.position <= len(source)
        assert fault.marked.startswith(source)
        return
    result = formula([np.array([0.5, -2.0]), np.array([3.0, 0.0])])
    assert result.shape == (2,)
    assert result.dtype == np.float64


def test_a_long_flat_formula_is_no_trouble() -> None:
    assert value("+".join(["x"] * (MAX_LENGTH // 2)), 1) == MAX_LENGTH // 2


# --- against Python ---------------------------------------------------------------------------

ONE = ("sin", "cos", "tanh", "atan", "exp", "sqrt", "abs", "floor", "log")
PYTHON = {
    **{name: getattr(np, name) for name in ("sin", "cos", "tanh", "exp", "sqrt", "abs", "floor")},
    "log": np.log, "atan": np.arctan, "hypot": np.hypot, "atan2": np.arctan2,
    "min": lambda *v: reduce(np.minimum, v), "max": lambda *v: reduce(np.maximum, v),
    "pi": np.float64(np.pi), "e": np.float64(np.e),
}  # fmt: skip
leaves = st.one_of(
    st.sampled_from(["x", "y", "pi", "e"]),
    st.floats(0, 100, allow_subnormal=False).map(lambda number: repr(round(number, 3))),
    st.integers(0, 9).map(str),
)


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("{}{}{}".format, inner, st.sampled_from("+-*/"), inner),
        st.builds("{} {} {}".format, inner, st.sampled_from("+-*/"), inner),
        st.builds("({})".format, inner),
        st.builds("-{}".format, inner),
        st.builds("({})**{}".format, inner, st.sampled_from(["2", "3", "-1", "0.5", "x"])),
        st.builds("{}({})".format, st.sampled_from(ONE), inner),
        st.builds("{}({}, {})".format, st.sampled_from(["hypot", "atan2", "min"]), inner, inner),
        st.builds("max({}, {}, {})".format, inner, inner, inner),
    )


@given(
    st.recursive(leaves, _grown, max_leaves=12),
    st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=1, max_size=4),
)
@settings(max_examples=400, deadline=None)
def test_it_means_what_python_means(source: str, places: list[tuple[float, float]]) -> None:
    x, y = np.array(places).T
    # Numbers as Python has them would refuse 0/0: NumPy's give what arrays give.
    names = {**PYTHON, "x": x, "y": y}
    python = re.sub(r"(?<![\w.])(\d+\.?\d*(?:e[-+]?\d+)?)", r"F(\1)", source)
    with np.errstate(all="ignore"):
        expected = eval(python, {"__builtins__": {}, "F": np.float64, **names})
    got = parse(source, XY)([x, y])
    np.testing.assert_allclose(got, np.broadcast_to(expected, x.shape), rtol=1e-12)


# --- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize("names", [("x",), ("x1", "x_2", "θ"), ("Age", "B")])
def test_names_of_inputs(names: tuple[str, ...]) -> None:
    check_inputs(names)
    assert parse(" + ".join(names), names).uses == set(names)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("",), "can't be the name"),
        (("2x",), "can't be the name"),
        (("a b",), "can't be the name"),
        (("a" * 17,), "can't be the name"),
        (("ñandú",), "can't be the name"),
        (("sin",), "meaning of its own"),
        (("pi",), "meaning of its own"),
        (("x", "x"), "Two inputs"),
    ],
)
def test_names_that_inputs_cannot_have(names: tuple[str, ...], words: str) -> None:
    with pytest.raises(StudioError, match=words):
        check_inputs(names)


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("x + x2 + exp(x)", "t + x2 + exp(t)"),
        ("max(x,x)*1e5", "max(t,t)*1e5"),
        ("-x^x", "-t^t"),
    ],
)
def test_an_input_is_renamed_where_it_stands_alone(source: str, after: str) -> None:
    assert renamed(source, "x", "t") == after

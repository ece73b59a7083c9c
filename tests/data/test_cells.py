"""What a cell says: numbers in the ways in which people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.data.tables.cells import canonical, number


@pytest.mark.parametrize(
    ("word", "decimal", "value"),
    [
        ("12", ".", 12), ("-1.5e3", ".", -1500), (".5", ".", 0.5), ("1,5", ",", 1.5),
        ("1,234", ".", 1234), ("1,234.50", ".", 1234.5), ("-12,345,678", ".", -12345678),
        ("1.234,5", ",", 1234.5), ("1.234", ",", 1234), ("1 234,5", ",", 1234.5),
        ("1 234.5", ".", 1234.5), ("1\u202f234", ".", 1234), ("1'234.5", ".", 1234.5),
        ("12 %", ".", 12), ("12.5%", ".", 12.5), ("12,5 %", ",", 12.5), ("%5", ".", 5),
        ("$1,234.50", ".", 1234.5), ("-$5", ".", -5), ("$-5", ".", -5), ("3.20 €", ".", 3.2),
        ("€ 1.234,50", ",", 1234.5), ("£.5", ".", 0.5),
    ],
)  # fmt: skip
def test_numbers(word: str, decimal: str, value: float) -> None:
    assert number(word, decimal) == value
    assert canonical(word, decimal) == canonical(float(value))


@pytest.mark.parametrize(
    ("word", "decimal"),
    [
        ("", "."), ("a", "."), ("1,23", "."), ("1,2345", "."), ("12,34,567", "."), ("1,234,", "."),
        ("1.5", ","), ("1.23,4", ","), ("1 23", "."), ("1, 234", "."), ("%", "."), ("$", "."),
        ("$$5", "."), ("5%%", "."), ("--5", "."), ("-$-5", "."), ("1,234 567", "."), ("inf", "."),
        ("1e999", "."), ("2020-01-05", "."), ("10.0.0.1", "."), (",", "."), ("'", "."), (" ", "."),
    ],
)  # fmt: skip
def test_words(word: str, decimal: str) -> None:
    assert number(word, decimal) is None


@given(st.integers(-(10**15), 10**15), st.sampled_from(["", "$", "€"]), st.sampled_from(["", " %"]))
def test_grouped_thousands_are_the_number(value: int, before: str, after: str) -> None:
    after = after if not before else ""
    words = f"{'-' if value < 0 else ''}{before}{abs(value):,}{after}"
    assert number(words) == value
    assert number(words.replace(",", "."), ",") == value


@given(st.text(max_size=12), st.sampled_from([".", ","]))
def test_any_word_is_a_finite_number_or_none(word: str, decimal: str) -> None:
    found = number(word, decimal)
    assert found is None or abs(found) < float("inf")

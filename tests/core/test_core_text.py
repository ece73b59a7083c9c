import pytest

from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text


def test_values_are_filled_in() -> None:
    assert str(text("{n} units in “{layer}”", n=8, layer="dense")) == "8 units in “dense”"


def test_a_value_may_be_a_text_itself() -> None:
    inner = text("{epochs} epochs", epochs=3)
    assert str(text("Trained {how}.", how=inner)) == "Trained 3 epochs."


def test_braces_in_values_are_left_alone() -> None:
    assert str(text("No file {name}.", name="{odd}.npz")) == "No file {odd}.npz."


def test_texts_compare_by_source_and_values() -> None:
    assert text("a {x}", x=1) == text("a {x}", x=1) != text("a {x}", x=2)
    assert hash(text("a {x}", x=1)) == hash(text("a {x}", x=1))


def test_the_source_stays_english_and_unfilled() -> None:
    sentence = text("{source} has {count} rows", source="a.csv", count=2)
    assert sentence.source == "{source} has {count} rows"
    assert dict(sentence.params) == {"source": "a.csv", "count": 2}


def test_a_forgotten_value_is_a_defect_and_shows() -> None:
    with pytest.raises(KeyError, match="count"):
        str(Text("{count} rows"))


def test_an_error_says_what_and_what_to_do() -> None:
    error = StudioError(text("There is no file {name}.", name="x"), text("Choose another."))
    assert str(error) == "There is no file x. Choose another."
    assert str(StudioError(text("It is full."))) == "It is full."

from decimal import Decimal

import pytest

from questions.quantities import parse


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("728", "728", "728"),
        ("around 400", "400", "400"),
        ("at least two", "2", "Two"),
        ("as much as $1.8 billion", "1.8", "As much as $1.8 billion"),
        # Of many, 'more than' tells about how many; of a few it is a bound.
        ("more than 300", "300", "300"),
        ("over £2 million", "2", "£2 million"),
        ("more than seven", "7", "More than seven"),
        ("about 1,150", "1150", "1,150"),
        ("€310m", "310", "€310m"),
        ("NZ$16bn", "16", "NZ$16bn"),
        ("£100million", "100", "£100million"),
        ("about EUR 54.2 million", "54.2", "EUR 54.2 million"),
        ("Rs. 250,000", "250000", "Rs. 250,000"),
        ("14%", "14", "14%"),
        ("three hours", "3", "Three hours"),
        ("2.3 million euros", "2.3", "2.3 million euros"),
    ],
)
def test_numbers_are_read_and_written_in_their_style(text: str, value: str, written: str) -> None:
    quantity = parse(text)
    assert quantity is not None
    assert quantity.value == Decimal(value)
    assert quantity.write(quantity.value) == written


@pytest.mark.parametrize(
    ("text", "one"),
    [("3bn euros", "1bn euros"), ("3 euros", "1 euro"), ("3 million euros", "1 million euros")],
)
def test_only_one_of_a_unit_is_singular(text: str, one: str) -> None:
    quantity = parse(text)
    assert quantity is not None
    assert quantity.write(Decimal(1)) == one


@pytest.mark.parametrize("text", ["many", "", "Lund", "10 22", "1.2.3"])
def test_what_is_no_single_number_is_not_read(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("just 2%", "2%"),
        ("thirty-six", "Thirty-six"),
        ("twenty-one", "Twenty-one"),
        ("just over £2,100", "£2,100"),
        ("$27 a barrel", "$27 a barrel"),
    ],
)
def test_focus_and_rate_are_read(text: str, written: str) -> None:
    quantity = parse(text)
    assert quantity is not None
    assert quantity.write(quantity.value) == written

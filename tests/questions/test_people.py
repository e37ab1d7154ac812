import random
from itertools import islice

import pytest

from questions.people import culture_of, invented, is_woman, vouched_for


@pytest.mark.parametrize(
    ("name", "culture"),
    [
        ("Volodymyr Zelensky", "Ukrainian"),
        ("Inês Carvalho", "Portuguese"),
        ("Maria Okafor", "West African anglophone"),
        ("Ilaria Cesaretti", "Italian"),
        ("Xqz Wvu", None),
    ],
)
def test_culture_of(name: str, culture: str | None) -> None:
    found = culture_of(name)
    assert (found.name if found else None) == culture


def test_a_country_of_the_article_tells_the_culture_of_an_unknown_name() -> None:
    found = culture_of("Xqz Wvu", ["FI"])
    assert found is not None
    assert "FI" in found.countries


@pytest.mark.parametrize(
    ("name", "expected"), [("Anna Berg", True), ("Klaus Berg", False), ("Xqz Berg", None)]
)
def test_is_woman(name: str, expected: bool | None) -> None:
    assert is_woman(name) is expected


def test_invented_names_share_no_word_with_the_key() -> None:
    names = list(islice(invented("Katrin Müller", random.Random(1)), 3))
    assert len(set(names)) == 3
    assert not {"Katrin", "Müller"} & {word for name in names for word in name.split()}


def test_nobody_is_invented_where_the_culture_is_not_known() -> None:
    assert not list(invented("Xqz Wvu", random.Random(1)))


@pytest.mark.parametrize(
    ("name", "countries", "expected"),
    [
        ("Giulia Esposito", ["FR", "IT"], True),
        # One part alone may mislead: Ines is at home in Germany too, Indra in Indonesia.
        ("Ines Carvalhal", ["GB"], False),
        ("Indra Ghale", ["NP"], False),
    ],
)
def test_both_parts_vouch_for_a_name(name: str, countries: list[str], expected: bool) -> None:
    assert vouched_for(name, countries) is expected

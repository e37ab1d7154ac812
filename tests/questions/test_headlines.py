"""Keys that the headline gives away."""

import pytest

from questions.headlines import in_headline, sum_told
from questions.items import AnswerType
from tests.make import make_article, make_item


@pytest.mark.parametrize(
    ("title", "office", "told"),
    [
        ("Ferries stay in port as the strike goes on", "Transport minister", True),
        ("Wheat harvest fails again", "Agriculture Secretary", True),
        ("Nurses walk out in Lund", "Health minister", True),
        ("Nurses walk out in Lund", "Transport minister", False),
        ("Lund chooses a mayor", "Health minister", False),
        ("Ferries stay in port", "transport director", False),
    ],
)
def test_a_headline_gives_away_the_minister_who_is_in_charge(
    title: str, office: str, told: bool
) -> None:
    item = make_item(
        stem="What position does Anna Berg hold?",
        options=("Foreign minister", office, "Justice minister", "Energy minister"),
        key=1,
        answer_type=AnswerType.THING,
    )
    assert in_headline(item, make_article(title=title)) == told


@pytest.mark.parametrize(
    ("title", "key", "told"),
    [
        ("Lund fined £5 thousand", "£5,000", True),
        ("Lund fined £5k", "£5,000", True),
        ("Lund borrows €1.2bn", "€1.2 billion", True),
        ("Lund borrows €1.2b", "€1.2 billion", True),
        ("Lund borrows €1.2bn", "€1.2 million", False),
    ],
)
def test_a_headline_tells_a_sum_in_its_own_magnitude(title: str, key: str, told: bool) -> None:
    item = make_item(
        stem="How much money did Lund owe?",
        options=("£1", key, "£2", "£3"),
        key=1,
        answer_type=AnswerType.MONEY,
    )
    assert sum_told(item, make_article(title=title)) == told

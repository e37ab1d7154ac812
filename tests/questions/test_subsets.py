import pytest

from questions.subsets import subsets
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "The police had confirmed 17 deaths, 12 of them in Lund.",
            "How many of the 17 deaths that the police confirmed were in Lund?",
            "12",
        ),
        (
            "Nineteen workers, eight of them women, died in the mill.",
            "How many of the nineteen workers who died in the mill were women?",
            "Eight",
        ),
        (
            "The museum owns 72 paintings, about 30 of which were stolen in the war.",
            "About how many of the 72 paintings that the museum owns were stolen in the war?",
            "30",
        ),
        (
            "Lund employs some 200 people, two-thirds of them in Oslo.",
            "What proportion of the roughly 200 people that Lund employs are in Oslo?",
            "Two-thirds",
        ),
        (
            "Eleven people, including three nurses, were treated at a clinic in Lund.",
            "How many of the eleven people who were treated at a clinic in Lund were nurses?",
            "Three",
        ),
        # What comes behind with a number of its own is no part of it.
        (
            "The ship rescued 40 people, nine of them women and 12 children.",
            "How many of the 40 people that the ship rescued were women?",
            "Nine",
        ),
    ],
)
def test_some_of_several_are_asked_for(tell: Tell, text: str, stem: str, key: str) -> None:
    assert [(c.stem, c.key) for c in subsets(tell(text))] == [(stem, key)]


@pytest.mark.parametrize(
    "text",
    [
        # One is no number to ask for.
        "The museum owns 72 paintings, one of which was stolen in the war.",
        # At least so many may be more.
        "The police had confirmed at least 17 deaths, 12 of them in Lund.",
        # Some of whom: the nine or the forty?
        "Papers were late at nine of 40 stations, four of them in Lund.",
        "Of 40 people 14 are in Lund, four of them in a clinic.",
        # Nobody is a country.
        "The drug was tested on adults in 31 countries, half of whom were ill.",
        # Teachers are no posts.
        "The council cut 13 posts, including six teachers.",
        # Which people?
        "They had by then heard of 40 people, nine of them women.",
        "The town has many schools, nine of them new.",
        "“We own 72 paintings, 30 of them stolen,” she said.",
    ],
)
def test_not_where_it_is_unclear_of_how_many(tell: Tell, text: str) -> None:
    assert [c.stem for c in subsets(tell(text))] == []

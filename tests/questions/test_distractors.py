import random

import pytest

from questions import rivals
from questions.candidates import Candidate
from questions.distractors import listed_together, options, renamed
from questions.items import AnswerType
from questions.persons import Person
from questions.profiles import side
from questions.quantities import parse
from tests.questions.conftest import Tell

NEWS = """\
Interior Minister Anna Berg opened the new museum of Lund in the spring of 1990.

Justice Minister Erik Lind, who was there, praised the house. Similar words came from Health \
Minister Ida Moss.

Finance Minister Karl Holm said it had cost 300 crowns. Defence Minister Jan Kvist \
was pleased. Transport Minister Nils Dahl opened a road on the same day.

Tax Minister Olga Falk died in 1980.
"""


def people(tell: Tell, deed: str = "praise") -> list[str]:
    candidate = Candidate(
        "Who praised the house?", "Erik Lind", AnswerType.PERSON, "person", 1, 1, 0.7, deed=deed
    )
    made = options(tell(NEWS), candidate, 2, random.Random(1))
    assert made is not None
    found, key = made
    assert found[key] == "Erik Lind"
    assert key == 2
    return list(found)


def test_people_come_from_the_article(tell: Tell) -> None:
    found = set(people(tell)) - {"Erik Lind"}
    assert len(found & {"Anna Berg", "Karl Holm", "Nils Dahl"}) >= 2


def test_nobody_who_did_the_same_agreed_or_is_dead_is_offered(tell: Tell) -> None:
    assert not {"Ida Moss", "Olga Falk"} & set(people(tell))
    assert not {"Anna Berg", "Nils Dahl"} & set(people(tell, deed="open"))


CLUB = """\
Rowan Pike scored twice for Lund on Sunday. Striker Karl Holm missed the match. Midfielder Nils \
Dahl played for an hour and winger Erik Berg for ten minutes. Rowan Pike was pleased.

Coach Anna Lind said that the season was long. The mayor, Ida Moss, said it was a good match.
"""


@pytest.mark.parametrize(
    ("stem", "deed", "barred"),
    [
        # A coach and a mayor are no players.
        ("Who scored twice for Lund?", "score", {"Anna Lind", "Ida Moss"}),
        ("Who promised his fans a goal?", "promise", {"Anna Lind", "Ida Moss"}),
    ],
)
def test_rivals_are_of_the_same_circle(tell: Tell, stem: str, deed: str, barred: set[str]) -> None:
    story = tell(CLUB)
    asked = Candidate(stem, "Rowan Pike", AnswerType.PERSON, "person", 0, 0, 0.7, deed=deed)
    assert set(rivals.people(story, asked)) == {"Karl Holm", "Nils Dahl", "Erik Berg"} - barred


@pytest.mark.parametrize(
    ("hedge", "place"), [("more than", 0), ("at least", 0), ("up to", 3), ("as many as", 3)]
)
def test_a_bound_leaves_wrong_numbers_on_one_side(tell: Tell, hedge: str, place: int) -> None:
    quantity = parse(f"{hedge} 9")
    assert quantity is not None
    candidate = Candidate(
        "How many?",
        quantity.write(quantity.value),
        AnswerType.NUMBER,
        "crown",
        0,
        0,
        0.7,
        quantity=quantity,
    )
    for rank in range(4):
        made = options(tell(NEWS), candidate, rank, random.Random(rank))
        assert made is not None
        assert made[1] == place


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ships sailed to Rome, Oslo and Lund.", True),
        ("Ships sailed to Lund and Oslo.", True),
        ("Ships sailed from Oslo to Lund.", False),
    ],
)
def test_listed_together(sentence: str, expected: bool) -> None:
    assert listed_together(sentence, "Oslo", "Lund") is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In 1900 Bazaar Street (now Mill Street) was rebuilt.", True),
        ("In 1900 Mill Street, then called Bazaar Street, was rebuilt.", True),
        ("In 1900 Bazaar Street was rebuilt. It now ends at Mill Street.", False),
    ],
)
def test_what_a_place_was_called_before_is_no_distractor(sentence: str, expected: bool) -> None:
    assert renamed(sentence, "Bazaar Street", "Mill Street") is expected


@pytest.mark.parametrize(
    ("title", "country"),
    [
        ("Kyiv Mayor", "UA"),
        ("Kremlin spokesman", "RU"),
        ("US Secretary of State", "US"),
        ("Mayor", None),
    ],
)
def test_a_title_tells_the_side(title: str, country: str | None) -> None:
    assert side(Person("Anna Berg", (title,))) == country


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        # Only countries that the article names are rivals of a country, and its own is no key.
        ("Norway", {"Denmark", "Finland", "Iceland"}),
        ("Sweden", set()),
    ],
)
def test_countries_come_from_the_article(tell: Tell, key: str, expected: set[str]) -> None:
    story = tell(
        "Sweden sold the ship to Norway in 1950. Denmark, Finland and Iceland had ships as well. "
        "Sweden built a second ship for Sweden."
    )
    asked = Candidate(
        "To which country was the ship sold?", key, AnswerType.PLACE, "country", 0, 0, 0.6
    )
    made = options(story, asked, 0, random.Random(1))
    assert (set(made[0]) - {key} if made else set()) == expected


@pytest.mark.parametrize(("year", "expected"), [("2019", True), ("1950", False)])
def test_neighbours_of_a_country_complete_those_of_the_article_in_our_time(
    tell: Tell, year: str, expected: bool
) -> None:
    story = tell(f"Sweden sold the ship to Norway in {year}. Danish crews sailed for Sweden.")
    asked = Candidate(
        "To which country was the ship sold?", "Norway", AnswerType.PLACE, "country", 0, 0, 0.6
    )
    made = options(story, asked, 0, random.Random(1))
    assert (made is not None) is expected
    assert made is None or "Denmark" not in made[0]


def test_a_state_is_no_state_of_health(tell: Tell) -> None:
    story = tell("Anna Berg, a nurse, moved from Texas to Arizona for her lungs in 2019.")
    asked = Candidate(
        "To which state did Anna Berg move?", "Arizona", AnswerType.PLACE, "state", 0, 0, 0.6
    )
    assert options(story, asked, 0, random.Random(1)) is not None


@pytest.mark.parametrize(("year", "known"), [("1776", False), ("1907", True), ("1996", True)])
def test_bodies_of_today_do_not_stand_beside_one_of_long_ago(
    tell: Tell, year: str, known: bool
) -> None:
    story = tell(f"In {year} Anna Berg taught at Lund University in Sweden for many years.")
    asked = Candidate(
        "At which university did Anna Berg teach?",
        "Lund University",
        AnswerType.ORGANIZATION,
        "university",
        0,
        0,
        0.7,
    )
    made = options(story, asked, 1, random.Random(1))
    assert (made is not None) is known
    assert year != "1907" or made is None or "Linköping University" not in made[0]


def test_universities_of_the_region_complete_those_of_a_small_country(tell: Tell) -> None:
    story = tell("Anna Berg teaches physics at the University of Tartu in Estonia.")
    asked = Candidate(
        "At which university does Anna Berg teach physics?",
        "University of Tartu",
        AnswerType.ORGANIZATION,
        "university",
        0,
        0,
        0.7,
    )
    assert options(story, asked, 1, random.Random(1)) is not None

import random

import pytest

from questions.candidates import Candidate
from questions.items import AnswerType
from questions.people import at_home
from questions.profiles import assumed, dead, past, profiles
from questions.rivals import home, people, private, strangers
from tests.questions.conftest import Tell

CAST = (
    "Mayor Anna Berg and Mayor Karl Holm met in Malmö on Monday. "
    "“The bridge will be closed,” Berg said. Holm said that he would leave. "
    "The minister Eva Lind said nothing."
)


def spoken(stem: str, **changed: object) -> Candidate:
    told = {"traits": ("quotation",), **changed}
    return Candidate(stem, "Anna Berg", AnswerType.PERSON, "person", 1, 1, 0.5, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "stem", "expected"),
    [
        ("", "Who said, “The bridge will be closed”?", ["Karl Holm", "Eva Lind"]),
        (
            " The dead were named as Eva Lind, 40, and a girl.",
            "Who said, “The bridge will be closed”?",
            ["Karl Holm"],
        ),
        ("", "Who said, “My husband built the bridge”?", ["Eva Lind"]),
        ("", "Who said, “My late husband built the bridge”?", ["Eva Lind"]),
    ],
)
def test_only_who_can_have_spoken_is_a_rival(
    tell: Tell, text: str, stem: str, expected: list[str]
) -> None:
    assert sorted(people(tell(CAST + text), spoken(stem))) == sorted(expected)


def test_nobody_famous_stands_beside_who_is_not(tell: Tell) -> None:
    met = tell(CAST + " Anna Berg had met Barack Obama, who praised her, in 2015.")
    assert "Barack Obama" not in people(met, spoken("Who said, “The bridge will be closed”?"))


def test_others_as_famous_stand_beside_the_famous(tell: Tell) -> None:
    told = tell("Barack Obama praised the mayor of Lund, Anna Berg, in 2015.")
    key = Candidate("Who praised?", "Barack Obama", AnswerType.PERSON, "person", 0, 0, 0.5)
    assert "Mitt Romney" in list(strangers(told, key, [], random.Random(1)))


@pytest.mark.parametrize(
    "text",
    [
        "“My father kept all of us on through 1982,” said its founder, Karl Holm.",
        "The treaties were read by the lawyer Karl Holm. He said that the one of 1967 was vague.",
    ],
)
def test_whoever_speaks_is_of_today(tell: Tell, text: str) -> None:
    story = tell(f"Anna Berg opened the mill in 2024. “It is open,” Berg said.\n\n{text}")
    assert profiles(story)["Karl Holm"].speaks
    assert people(story, spoken("Who said, “It is open”?")) == ["Karl Holm"]


@pytest.mark.parametrize(
    "text",
    [
        "The treaties were read by the lawyer Karl Holm. It said that the one of 1967 was vague.",
        "The lawyer Karl Holm met Mayor Tom Lind there. He said that the treaty of 1967 was vague.",
        "The treaties were read by the lawyer Karl Holm. She said that the one of 1967 was vague.",
    ],
)
def test_a_pronoun_may_stand_for_somebody_else(tell: Tell, text: str) -> None:
    assert not profiles(tell(text))["Karl Holm"].speaks


def test_a_town_that_was_taken_for_somebody_does_not_speak(tell: Tell) -> None:
    story = tell(CAST + " The revolt was led by Tom Hall, the member for St Ives, on Monday.")
    assert "St Ives" not in people(story, spoken("Who said, “The bridge will be closed”?"))


def test_the_accused_is_silent_unless_the_article_quotes_them(tell: Tell) -> None:
    jailed = " Clara Moreau was jailed for two years."
    stem = "Who said, “The bridge will be closed”?"
    assert "Clara Moreau" not in people(tell(CAST + jailed), spoken(stem))
    heard = f"{jailed} “I am sorry,” Moreau said."
    assert "Clara Moreau" in people(tell(CAST + heard), spoken(stem))


def test_a_painter_whose_picture_is_named_does_not_speak(tell: Tell) -> None:
    story = tell(CAST + " A portrait by Clara Moreau hung in the hall.")
    assert "Clara Moreau" not in people(story, spoken("Who said, “The bridge will be closed”?"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Lind, who called himself Dr Karl Holm, claimed to be a surgeon.", {"Karl Holm"}),
        ("Tom Lind, posing as Karl Holm, claimed to be a surgeon.", {"Karl Holm"}),
        ("Tom Lind wrote under the pseudonym Karl Holm for years.", {"Karl Holm"}),
        ("Tom Lind called Karl Holm, who claimed to be a surgeon.", set()),
        ("Tom Lind called himself a friend of the surgeon Karl Holm.", set()),
    ],
)
def test_a_false_name_is_nobody_else(tell: Tell, text: str, expected: set[str]) -> None:
    story = tell(f"“It is open,” Mayor Tom Lind said. “It is not,” said Dr Karl Holm.\n\n{text}")
    assert {name.removeprefix("Dr ") for name in assumed(story)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The victims were identified as Karl Holm, 40, a baker, and Eva Lind, 31, a nurse.",
        "Both of those who died sat in front. They have been named as Karl Holm and Eva Lind.",
        "Its late founder, Karl Holm, met the late Eva Lind there.",
        "Karl Holm was shot dead in Lund, and the guard Eva Lind was killed.",
    ],
)
def test_the_dead_are_those_named_as_victims(tell: Tell, text: str) -> None:
    assert dead(tell(f"{text} The nurse Anna Berg wept.")) == {"Karl Holm", "Eva Lind"}


@pytest.mark.parametrize(
    ("name", "countries", "expected"),
    [
        ("Giulia Esposito", ["FR"], True),
        ("Giulia Sartori-Blanc", ["IT"], True),
        # Nobody knows these words; the country tells, if not many meet there.
        ("Kvirts Aulmane", ["EE"], True),
        ("Kvirts Aulmane", ["NZ"], False),
        ("Dawn Xqzwvu", ["NZ"], True),
        ("Dawn Xqzwvu", ["EE"], False),
        # One of two surnames.
        ("Edson Ribeiro Xqzwvu", ["BR"], True),
        # A first name alone, far away.
        ("Grace Xqzwvu", ["ML", "FR"], False),
        ("Amna Xqzwvu", ["SD", "NO", "US"], True),
        ("Amna Xqzwvu", ["NO", "US"], False),
        # The surname is of one culture alone.
        ("Jonas Lindahl", ["TD", "LY"], True),
        ("Ifeoma Adeyemi-Holt", ["AT"], True),
        ("Angela Merkel", ["DE"], False),
        # In some countries names of every culture are at home.
        ("Beatriz Xqzwvu", ["US"], True),
        ("Beatriz Xqzwvu", ["SE"], False),
    ],
)
def test_a_culture_needs_two_signs(name: str, countries: list[str], expected: bool) -> None:
    assert at_home(name, countries) is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Mayor Nadeesha Kulatunga left the hall.", "LK"),
        # One guest from afar does not make the news foreign.
        ("Mayor Anna Hall left the hall.", "US"),
        ("Mayor Nadeesha Kulatunga left for Norway.", "NO"),
    ],
)
def test_news_is_at_home_where_its_people_are(tell: Tell, told: str, expected: str) -> None:
    story = tell(f"Judge Chamari Wickramaratne read the letter in court. {told}")
    assert home(story)[0] == expected


ALONE = (
    "Rescuers searched the ferry in Semarang, Indonesia. “We heard knocking,” said Hendra "
    "Latuhalat, who leads the team. Latuhalat has dived for 11 years. "
    "Dewi Lestari watched from the quay."
)


def asked(stem: str, **changed: object) -> Candidate:
    told = {"deed": "dive", **changed}
    return Candidate(stem, "Hendra Latuhalat", AnswerType.PERSON, "person", 1, 1, 0.5, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stem", "changed"),
    [
        ("Who said, “We heard knocking”?", {"traits": ("quotation",)}),
        ("Who searched the flooded cabins of the ferry in Semarang?", {}),
        ("Who dived for 11 years?", {}),
    ],
)
def test_one_name_nobody_knows_stands_beside_who_did_something(
    tell: Tell, stem: str, changed: dict[str, object]
) -> None:
    found = list(strangers(tell(ALONE), asked(stem, **changed), [], random.Random(1)))
    assert len(found) == 1
    assert not set(found[0].split()) & {"Hendra", "Latuhalat"}
    # Long ago, readers may look for names that they know.
    old = tell(ALONE + " It had sunk in 1871.")
    assert not list(strangers(old, asked(stem, **changed), [], random.Random(1)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Berg wrote to the mill in 1893.\n\nA boy read it in 2019.", True),
        ("Ann Berg runs a mill that was built in 1893.\n\nIt was sold in 2019.", False),
        ("“It is our first cup since 1893,” said Ann Berg.\n\nIt was sold in 2019.", False),
        (
            "The mill remembers 1893, when Ann Berg is said to have come.\n\nIt closed in 2019.",
            True,
        ),
    ],
)
def test_who_does_something_now_is_of_today(tell: Tell, text: str, expected: bool) -> None:
    story = tell(f"{text} “We all know it,” said Mayor Karl Holm.")
    (person,) = (p for p in story.names.people if p.name == "Ann Berg")
    assert past(story, person) is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Holm, a mayor, came from Malmö.", True),
        ("The striker Karl Holm scored a goal in the match.", False),
        ("Karl Holm was jailed for theft.", False),
    ],
)
def test_whoever_may_lead_is_a_rival_of_who_does(tell: Tell, told: str, expected: bool) -> None:
    text = f"Anna Berg, the coach of Lund, spoke on Monday. Karl Holm came from Malmö. {told}"
    text = text if "striker" in told else text.replace("coach", "mayor")
    post = Candidate(
        "Who is the mayor of Lund?",
        "Anna Berg",
        AnswerType.PERSON,
        "person",
        0,
        0,
        0.5,
        traits=("post",),
    )
    assert ("Karl Holm" in people(tell(text), post)) is expected


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        # A relative who is told of beside years long gone.
        ("Hendra Latuhalat lived there in 1931 with his wife, Dewi Lestari.", "Dewi Lestari", True),
        # Posterity may know who made something then, and who lived in a time long gone.
        ("The painter Hendra Latuhalat sketched it in 1931.", "Hendra Latuhalat", False),
        ("Hendra Latuhalat came to see it in 1825.", "Hendra Latuhalat", False),
    ],
)
def test_names_nobody_knows_stand_beside_minor_people_of_the_past(
    tell: Tell, text: str, key: str, expected: bool
) -> None:
    around = "The mill of Semarang in Indonesia was sold in 2019. It reopened in 2024."
    story = tell(f"{around}\n\n{text}")
    candidate = Candidate("Who was there?", key, AnswerType.PERSON, "person", 2, 2, 0.5)
    assert profiles(story)[key].past
    assert private(story, candidate) is expected


def test_english_names_among_themselves_are_at_home(tell: Tell) -> None:
    told = "Anna Taylor said that she agreed. Mayor Paul Clark left Spain on Monday."
    assert home(tell(f"{told} Kevin Hollis ran for her.")) == ["GB", "ES"]
    assert home(
        tell(f"{told} Nadeesha Kulatunga ran to Sri Lanka.".replace("Spain", "Sri Lanka"))
    ) == ["LK"]

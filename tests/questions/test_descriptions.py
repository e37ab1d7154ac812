import pytest

from questions.descriptions import describe
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry Aurora, built in Norway, left Oslo in May. The vessel sank.", "Aurora"),
        (
            "Nordbank, a company in Oslo, lost money. Nobody knew why. The company closed.",
            "Nordbank",
        ),
        ("Shares in Nordbank fell. Rain fell in Spain. The firm said nothing.", "Nordbank"),
        ("They lived in the town of Hamar. The town burned.", "Hamar"),
        ("Hamar is a town in Norway. Winters are long. The town burned.", "Hamar"),
        ("Norway has fjords. Farms are small. The country is rich.", "Norway"),
        # Two of a kind, or one without a name: it may be either.
        ("The ferry Aurora met the ferry Borealis. The vessel sank.", None),
        ("The ferry Aurora met another ferry. The ferry sank.", None),
        ("A company closed. Shares in Nordbank fell. The company said nothing.", None),
        ("The Orbis Initiative complained. The company said nothing.", None),
        ("Norway beat Sweden. The country rejoiced.", None),
    ],
)
def test_a_description_has_a_name_where_it_can_mean_one_thing(
    tell: Tell, text: str, expected: str | None
) -> None:
    story = tell(text)
    nouns = ("vessel", "ferry", "company", "firm", "town", "country")
    noun = [t for t in story.reading.doc if t.lower_ in nouns][-1]
    referent = describe(story, noun)
    assert (referent.text if referent else None) == expected


def test_the_city_may_be_what_the_last_sentence_tells_of(tell: Tell) -> None:
    story = tell("A relief train left Vienna. Armies thanked the city.", title="Trieste, a port")
    noun = next(t for t in story.reading.doc if t.text == "city")
    referent = describe(story, noun)
    assert referent is not None
    assert referent.text == "Vienna"


def test_the_city_is_that_of_the_title(tell: Tell) -> None:
    text = "Trieste lies by the sea. Trains reached it from Vienna. Armies took the city in 1945."
    story = tell(text, title="Trieste, a port")
    noun = next(t for t in story.reading.doc if t.text == "city")
    referent = describe(story, noun)
    assert referent is not None
    assert referent.text == "Trieste"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eva Lind was a Danish physicist. The physicist died in 1950.", "Eva Lind"),
        # Nobody has called the hero so: it is somebody else.
        ("Eva Lind was a Danish physicist. The president died in 1950.", None),
        # Her father was the general.
        (
            "Eva Lind was born to Karl Lind, an officer who rose to general. The general sat.",
            None,
        ),
    ],
)
def test_a_role_is_the_heros_where_the_opening_tells_it(
    tell: Tell, text: str, expected: str | None
) -> None:
    story = tell(text, title="Eva Lind")
    noun = [t for t in story.reading.doc if t.lower_ in ("physicist", "president", "general")][-1]
    referent = describe(story, noun)
    assert (referent.text if referent else None) == expected


@pytest.mark.parametrize(("noun", "expected"), [("girl", "Eva Lind"), ("girls", None)])
def test_the_girl_of_a_life_is_its_hero_and_the_girls_are_not(
    tell: Tell, noun: str, expected: str | None
) -> None:
    text = f"Eva Lind was born in Oslo. She studied law. A school for the {noun} opened there."
    story = tell(text, title="Eva Lind")
    found = describe(story, next(t for t in story.reading.doc if t.text == noun))
    assert (found.text if found else None) == expected

import pytest

from questions.antecedents import Antecedent, candidates, mentions
from questions.coreference import likeliest, model
from questions.story import Story
from tests.questions.conftest import Tell


def last(story: Story, words: tuple[str, ...]) -> int:
    return next(t.i for t in reversed(list(story.reading.doc)) if t.lower_ in words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Grammar alone is not sure of any of these.
        ("The winner was Mayor Anna Berg. On Monday she thanked the town.", "Anna Berg"),
        ("Mayor Anna Berg sold the mill. Born in Lund, she had bought it in 1990.", "Anna Berg"),
        ("Judge Eva Lind and Mayor Otto Berg spoke. Berg said that he was glad.", "Otto Berg"),
    ],
)
def test_a_person_is_read_from_place_and_sex(tell: Tell, text: str, expected: str) -> None:
    story = tell(text)
    found = likeliest(story)[last(story, ("he", "she"))]
    assert found.antecedent == Antecedent("person", expected)
    assert found.probability > 0.9


def test_a_pronoun_is_no_surer_than_the_one_it_rests_on(tell: Tell) -> None:
    story = tell("Mayor Anna Berg and Judge Eva Lind spoke. She was late, and she was tired.")
    first, second = (likeliest(story)[t.i] for t in story.reading.doc if t.lower_ == "she")
    assert first.antecedent == second.antecedent
    assert second.probability <= first.probability < 0.95


def test_pronouns_in_quotations_are_left_alone(tell: Tell) -> None:
    story = tell("Mayor Anna Berg spoke. “She is late,” said Judge Eva Lind.")
    assert likeliest(story) == {}


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Judge Eva Lind paid her.", "her", []),
        ("Judge Eva Lind paid herself.", "herself", ["Eva Lind"]),
        ("The town paid the bill. Her father spoke.", "Her", []),
        ("Judge Eva Lind and Otto Berg spoke. She left.", "She", ["Eva Lind"]),
        ("Nordbank bought a mill, which was old. It closed.", "It", ["Nordbank", "mill"]),
        ("Two mills closed. They were old.", "They", ["mill"]),
        ("“A mill closed,” they said. It was old.", "It", []),
    ],
)
def test_candidates_are_what_grammar_leaves(
    tell: Tell, text: str, pronoun: str, expected: list[str]
) -> None:
    story = tell(text)
    token = next(t for t in story.reading.doc if t.text == pronoun)
    assert sorted(what.name for what in candidates(story, token, ())) == sorted(expected)


def test_a_noun_beside_a_name_is_that_name(tell: Tell) -> None:
    story = tell("Nordbank is a company. A teacher, Anna Berg, said the company was late.")
    known = mentions(story)
    nouns = {t.text: known.covered.get(t.i) for t in story.reading.doc if t.pos_ == "NOUN"}
    assert nouns["company"] == Antecedent("entity", "Nordbank")
    assert nouns["teacher"] == Antecedent("person", "Anna Berg")


def test_every_weight_is_finite() -> None:
    assert all(abs(weight) < 10 for weight in model().values())

import pytest

from questions.annotate import model
from questions.facts import clauses
from questions.repairs import words
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("It cost €40m. The town paid.", ["€", "40", "m", ".", "The"]),
        ("It ran 200 m. The town paid.", ["200", "m", ".", "The"]),
        ("It rose 3 per cent.", ["3", "per cent", "."]),
        ("It sold bonds for NZ$16bn.", ["NZ$", "16bn"]),
        ("It must pay Rs. 250,000 to each.", ["Rs.", "250,000"]),
        # Within a sentence the dot belongs to the unit.
        ("It is a 3 m. long wall.", ["3", "m.", "long"]),
    ],
)
def test_units_are_words_of_their_own(text: str, tokens: list[str]) -> None:
    found = [t.text for t in words(model(), text)]
    at = found.index(tokens[0])
    assert found[at : at + len(tokens)] == tokens


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Lund bought the mill for €40m. The town paid.", 2),
        ("It opens at 3 p.m. The town pays.", 2),
        ("Anna Berg left the U.S. She lives in Lund.", 2),
        ("It opens at 3 p.m. Monday in Lund.", 1),
    ],
)
def test_a_sentence_ends_in_an_abbreviation(tell: Tell, text: str, sentences: int) -> None:
    assert len(tell(text).reading.sentences) == sentences


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The Lund Game Reserve, proclaimed in 1963, protects the hills.", "protects", "Reserve"),
        ("The Lund Game Reserve, proclaimed in 1963, protects the hills.", "proclaimed", "Reserve"),
        ("The power station in Lund, opened in 1966, was the first.", "opened", "station"),
    ],
)
def test_a_participle_between_commas_is_not_the_sentence_s_verb(
    tell: Tell, text: str, verb: str, subject: str
) -> None:
    assert (verb, subject) in [(c.verb.text, c.subject.text) for c in clauses(tell(text))]

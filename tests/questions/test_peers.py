import random

import pytest

from questions.candidates import Candidate
from questions.items import AnswerType
from questions.peers import peers, rows
from tests.questions.conftest import Tell


def told(tell: Tell, text: str, deed: str = "build") -> set[str]:
    candidate = Candidate("Who?", "Anna Berg", AnswerType.PERSON, "person", 0, 0, 0.5, deed=deed)
    return set(peers(tell(text), candidate, random.Random(1)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The engineer Anna Berg built a bridge across the river in 1848.", "Robert Stephenson"),
        ("Anna Berg, a chemist, opened the works in 1911.", "Fritz Haber"),
        ("The composer Anna Berg moved to the town in 1771.", "Joseph Haydn"),
    ],
)
def test_peers_share_calling_and_century(tell: Tell, text: str, name: str) -> None:
    assert name in told(tell, text)


@pytest.mark.parametrize(
    "text",
    [
        "The engineer Anna Berg built a bridge across the river in 2012.",
        "The engineer Anna Berg built a bridge across the river for the town.",
        "The cook Anna Berg built a bridge across the river in 1848.",
        "The engineer Anna Berg, born in 1790, built a bridge there in 1848.",
    ],
)
def test_no_peers_without_calling_and_one_century(tell: Tell, text: str) -> None:
    assert not told(tell, text)


def test_deeds_tell_a_calling(tell: Tell) -> None:
    text = "Anna Berg, who lived in the town, patented a pump in 1848."
    assert "Henry Bessemer" in told(tell, text, "patent")


def test_nobody_named_in_the_article_is_a_peer(tell: Tell) -> None:
    text = "The engineer Anna Berg built a bridge in 1848. Robert Stephenson admired it greatly."
    assert not {"Robert Stephenson", "George Stephenson"} & told(tell, text)


def test_no_row_names_anybody_twice() -> None:
    assert all(len(set(names)) == len(names) for _, _, names in rows())

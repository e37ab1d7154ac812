import random

import pytest

from questions import roles
from questions.candidates import Candidate
from questions.items import AnswerType
from tests.questions.conftest import Tell


def told(tell: Tell, text: str) -> str | None:
    story = tell(text)
    candidate = Candidate(
        "Who said so?", story.names.people[0].name, AnswerType.PERSON, "person", 0, 0, 0.5
    )
    found = roles.by_role(story, candidate)
    return found.key if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lund fire chief Anna Berg said that the doors were open.", "The fire chief"),
        ("The doors were open, said Anna Berg, a pharmacist who fled.", "A pharmacist"),
        ("The doors were open, said Anna Berg, an ecologist.", "An ecologist"),
        ("Anna Berg, who fled, said that the doors were open.", None),
        ("Lund deputy chairman Anna Berg said that the doors were open.", None),
    ],
)
def test_the_evidence_tells_what_somebody_is(tell: Tell, text: str, expected: str | None) -> None:
    assert told(tell, text) == expected


def test_other_people_of_the_article_come_first(tell: Tell) -> None:
    story = tell(
        "Lund fire chief Anna Berg said that the doors were open. Police chief Erik Lind said "
        "that nobody was hurt."
    )
    candidate = Candidate("Who?", "The fire chief", AnswerType.PERSON, "role", 0, 0, 0.5)
    found = list(roles.others(story, candidate, random.Random(1)))
    assert "The police chief" in found[:2]
    assert len({*found, "The fire chief"}) >= 4
    assert all(role.startswith("The ") for role in found)


def test_every_role_has_rivals() -> None:
    assert all(len(set(others) - {role}) >= 5 for role, others in roles.rivals().items())

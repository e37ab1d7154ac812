"""Who holds a post, told beside the name."""

import pytest

from questions.candidates import Candidate
from questions.posts import posts
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "Eva Lind, chief executive of Siemens, spoke on Monday.",
            "Who is the chief executive of Siemens?",
            "Eva Lind",
        ),
        (
            "“We waited,” said Eva Lind, the director of the Nobel Museum in Stockholm.",
            "Who is the director of the Nobel Museum in Stockholm?",
            "Eva Lind",
        ),
        (
            "The fire reached Lund. Lund’s mayor, Anna Berg, called for calm.",
            "Who is the mayor of Lund?",
            "Anna Berg",
        ),
        (
            "Chemnitz Mayor Karl Holm opened the school.",
            "Who is the mayor of Chemnitz?",
            "Karl Holm",
        ),
        (
            "The Civic Union won the vote. Its leader, Eva Lind, spoke on Monday.",
            "Who is the leader of the Civic Union?",
            "Eva Lind",
        ),
        (
            "Siemens closed a plant. Its new chief executive, Eva Lind, spoke on Monday.",
            "Who is the chief executive of Siemens?",
            "Eva Lind",
        ),
        (
            "“We waited,” said Eva Lind, President and CEO of Siemens.",
            "Who is the president and CEO of Siemens?",
            "Eva Lind",
        ),
        (
            "Rural Party leader Eva Lind welcomed the vote.",
            "Who is the leader of the Rural Party?",
            "Eva Lind",
        ),
        (
            "The vote in Latvia is near. Finance Minister Karl Holm welcomed it.",
            "Who is the finance minister of Latvia?",
            "Karl Holm",
        ),
        (
            "“We waited,” said the Leeds captain, Joel Hart, after the match.",
            "Who is the captain of Leeds?",
            "Joel Hart",
        ),
        # Of long ago.
        (
            "In 1896 Karl Holm, governor of Eritrea, lost a battle.",
            "Who was the governor of Eritrea?",
            "Karl Holm",
        ),
    ],
)
def test_posts(tell: Tell, text: str, question: str, key: str) -> None:
    assert {c.stem: c.key for c in posts(tell(text)) if isinstance(c, Candidate)} == {question: key}


def test_the_chief_executive_of_the_company_that_reports(tell: Tell) -> None:
    text = "Siemens said profit fell. Chief Executive Eva Lind blamed the weather."
    found = list(posts(tell(text, title="Siemens profit falls")))
    assert [(c.stem, c.key) for c in found if isinstance(c, Candidate)] == [
        ("Who is the chief executive of Siemens?", "Eva Lind")
    ]


def test_a_chairman_beside_another_body_may_be_that_bodys(tell: Tell) -> None:
    text = "Siemens said profit fell. The Nobel Foundation owns a part. Chairman Karl Holm agreed."
    found = posts(tell(text, title="Siemens profit falls"))
    assert not [c for c in found if isinstance(c, Candidate)]


@pytest.mark.parametrize(
    "text",
    [
        "Eva Lind, a director of Siemens, spoke on Monday.",
        "Eva Lind, the former chief executive of Siemens, spoke on Monday.",
        "Eva Lind, deputy director of Siemens, spoke on Monday.",
        "Eva Lind, the director, spoke on Monday.",
        "Eva Lind, co-chair of the Nobel Committee, spoke on Monday.",
        "Siemens paid for it. Its head of research, Eva Lind, spoke on Monday.",
        "The Siemens head of research, Eva Lind, spoke on Monday.",
        "French President Emma Duval spoke on Monday.",
        "Interior Minister Karl Holm flew from Latvia to Peru.",
        "Council President Karl Holm asked the council to wait.",
        # Who gives a post up holds it no longer.
        "Latvia's transport minister, Karl Holm, resigned on Monday.",
        "Siemens's Africa director, Karl Holm, spoke on Monday.",
        # A province has ministers of its own.
        "The province is in Canada. Finance Minister Karl Holm said the province would wait.",
    ],
)
def test_posts_that_several_have_or_nobody_or_that_everybody_knows(tell: Tell, text: str) -> None:
    assert not list(posts(tell(text)))

import pytest

from questions.explanations import beyond_evidence, explanation, quoted
from questions.items import Evidence
from tests.make import make_item
from tests.questions.conftest import Tell

NEWS = """\
The raid on Lund involved 18 missiles on Monday.

Interior Minister Anna Berg said that 728 drones had been used the night before. “Five are lost,” \
said Mayor Erik Lind.
"""


def test_the_evidence_is_quoted_and_other_options_are_explained(tell: Tell) -> None:
    story = tell(NEWS)
    found = explanation(story, story.reading.evidence(0, 0), ("18", "35", "728", "900"), 0)
    assert found.startswith("The article says: “The raid on Lund involved 18 missiles on Monday.”")
    assert "“Interior Minister Anna Berg said that 728 drones had been used the night be" in found
    assert "35" not in found


QUOTING = '“Five of the "drones"\nare lost,” said Mayor Erik Lind.'


def test_what_the_evidence_quotes_stands_in_single_marks() -> None:
    found = quoted(Evidence(0, len(QUOTING), QUOTING))
    assert found == "The article says: “‘Five of the 'drones' are lost,’ said Mayor Erik Lind.”"


@pytest.mark.parametrize("marks", ["‘’'", '“”"'])
@pytest.mark.parametrize(
    ("explanation", "beyond"),
    [
        ("{} Elsewhere in it: “728 drones”.", "Elsewhere in it: “728 drones”."),
        ("Lund “lost”. {}", "Lund “lost”."),
        ("{}", ""),
        ("Lund “lost”.", "Lund “lost”."),
        ("", ""),
    ],
)
def test_the_rest_of_an_explanation_is_found_whatever_its_marks(
    explanation: str, beyond: str, marks: str
) -> None:
    evidence = Evidence(0, len(QUOTING), QUOTING)
    said = " ".join(QUOTING.split()).translate(str.maketrans('“”"', marks))
    item = make_item(
        evidence=evidence, explanation=explanation.format(f"The article says: “{said}”")
    )
    assert beyond_evidence(item) == beyond


def test_people_are_explained_by_what_the_article_calls_them(tell: Tell) -> None:
    story = tell(NEWS)
    options = ("Anna Berg", "Erik Lind", "Ida Moss", "Per Holm")
    found = explanation(story, story.reading.evidence(1, 1), options, 0)
    assert "Mayor Erik Lind" in found
    assert "Ida Moss" not in found


def test_nothing_is_said_of_options_that_the_article_does_not_have(tell: Tell) -> None:
    story = tell(NEWS)
    found = explanation(story, story.reading.evidence(0, 0), ("18", "35", "50", "90"), 0)
    assert "Elsewhere" not in found


def test_of_people_the_words_that_tell_most_are_quoted(tell: Tell) -> None:
    text = NEWS + "\nThey wrote to Karl Holm in May. Later the baker Karl Holm closed his shop.\n"
    story = tell(text)
    found = explanation(story, story.reading.evidence(0, 0), ("Anna Berg", "Karl Holm"), 0)
    assert "the baker Karl Holm" in found


def test_small_numbers_of_something_else_are_not_quoted(tell: Tell) -> None:
    story = tell(NEWS + "\nThe fort was full in six of the past seven years.\n")
    found = explanation(story, story.reading.evidence(0, 0), ("18", "Six", "Seven"), 0)
    assert "Elsewhere" not in found


def test_the_same_words_are_quoted_once(tell: Tell) -> None:
    story = tell(NEWS + "\nThe fort held 600 of the 700 men of Lund.\n")
    found = explanation(story, story.reading.evidence(0, 0), ("18", "600", "700"), 0)
    assert found.count("600 of the 700 men") == 1


def test_the_evidence_is_not_quoted_again(tell: Tell) -> None:
    story = tell("The raid on Lund involved 180 missiles and 728 drones on Monday.")
    found = explanation(story, story.reading.evidence(0, 0), ("180", "350", "728", "900"), 0)
    assert "Elsewhere" not in found

import pytest

from questions.headwords import headword, taken_up
from tests.questions.conftest import Tell

OPENING = "The Anner is a river of northern Norway, and the longest of its county. "


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Anner River", OPENING, "the Anner"),
        ("Lund", "Lund is a town in southern Sweden with many old houses.", "Lund"),
        ("How a Pump Works", "A pump is a machine that lifts water out of a well.", "the pump"),
        ("Lake Torne: a history", "Lake Torne is a lake in the north of Sweden.", "Lake Torne"),
        # The headline tells news, or of a person, or of something else.
        ("Anner River rises for the third day", OPENING, None),
        ("The well", OPENING, None),
        ("Anna Berg", "Anna Berg is a writer who lives in the old town of Lund.", None),
    ],
)
def test_the_headword_opens_the_first_sentence(
    tell: Tell, title: str, text: str, expected: str | None
) -> None:
    found = headword(tell(text, title=title))
    assert (found.text if found is not None else None) == expected


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("It flows for 280 kilometres to the sea.", "It", True),
        ("Its basin has three towns in it.", "Its", True),
        ("The river froze in 1901. In May the engineers of the army blasted it.", "it", True),
        ("The species was rare. Berg described it in 1901.", "it", True),
        ("It froze in 1901. It froze again in 1907.", "It", True),
        # Something else was told of.
        ("A mill was built in 1901. It burned down in 1907.", "It", False),
        ("The river feeds a lake. It is 80 metres deep.", "It", False),
        ("The old river froze in 1901. In May the engineers blasted it.", "it", False),
        # Nothing is meant.
        ("The river froze in 1901. It took three weeks to free the boats.", "It", False),
        ("The river froze in 1901. It was there that Berg drowned.", "It", False),
        # Of another number.
        ("The river froze in 1901. They blasted a hole.", "They", False),
    ],
)
def test_it_means_the_headword_where_nothing_else_is_told_of(
    tell: Tell, text: str, pronoun: str, expected: bool
) -> None:
    story = tell(OPENING + text, title="Anner River")
    last = [t for t in story.reading.doc if t.text == pronoun and t.sent.start > 0][-1]
    found = taken_up(story, last)
    assert (found is not None and found.text == "the Anner") is expected


def test_they_mean_a_headword_of_many(tell: Tell) -> None:
    text = "The Torne Hills are a range of low hills in Sweden. They run for 90 kilometres."
    story = tell(text, title="Torne Hills")
    they = next(t for t in story.reading.doc if t.text == "They")
    found = taken_up(story, they)
    assert found is not None
    assert found.text == "the Torne Hills"

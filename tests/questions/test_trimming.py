import pytest

from questions.trimming import kept, noun_phrase, trim_punctuation, weekday_phrase
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The town of Lund, which is old, grew.", "town", "The town of Lund"),
        ("The report, a long one, was read.", "report", "The report"),
        ("The man who built the bridge died.", "man", "The man who built the bridge"),
        ("Ships, trains and buses stopped.", "Ships", "Ships , trains and buses"),
        ("Trees in six cities: Lisbon, Seoul and Delhi, grew.", "Trees", "Trees in six cities"),
        ("A deal reached on Monday was signed.", "deal", "A deal"),
        ("A deal reached in secret on Monday was signed.", "deal", "A deal reached in secret"),
    ],
)
def test_noun_phrases_lose_comments_and_keep_limits(
    tell: Tell, text: str, noun: str, expected: str
) -> None:
    head = next(t for t in tell(text).reading.doc if t.text == noun)
    assert " ".join(t.text for t in noun_phrase(head)) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The fair opened on Monday.", "on", True),
        ("The fair opened in the early hours of Monday.", "in", True),
        ("The fair opened on 5 May.", "on", False),
        ("The fair opened on the market.", "on", False),
    ],
)
def test_weekdays_are_told_from_dates(tell: Tell, text: str, word: str, expected: bool) -> None:
    head = next(t for t in tell(text).reading.doc if t.text == word)
    assert weekday_phrase(head) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        # Behind a comment the comma belongs to the comment.
        ("Lund named a ship, the Emma, in his honour.", "named", "Lund named a ship in his honour"),
        ("Lund named a ship, in his honour.", "named", "Lund named a ship"),
        (
            "The pump is either broken or under repair.",
            "is",
            "The pump is either broken or under repair",
        ),
        ("A man struck and killed two cyclists.", "struck", "A man struck and killed two cyclists"),
        ("A man sold his house and left.", "sold", "A man sold his house"),
        ("The costs came to €34m, equal to 8% of sales.", "came", "The costs came to € 34 m"),
    ],
)
def test_clauses_keep_what_belongs_together(
    tell: Tell, text: str, verb: str, expected: str
) -> None:
    head = next(t for t in tell(text).reading.doc if t.text == verb)
    assert " ".join(t.text for t in trim_punctuation(kept(head))) == expected

"""Why something was done, where a clause tells it in a few words."""

import pytest

from questions.reasons import rivals
from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "The regatta of Lund was cancelled in 2019 because of thick fog.",
            "Why was the regatta of Lund cancelled in 2019?",
            "Thick fog",
        ),
        (
            "Anna Berg was released in 1950 for lack of evidence.",
            "Why was Anna Berg released in 1950?",
            "Lack of evidence",
        ),
        (
            "Anna Berg was barred from the school of mines because of her sex.",
            "Why was Anna Berg barred from the school of mines?",
            "Her sex",
        ),
        (
            "The runner Anna Berg withdrew from the race owing to a sore ankle.",
            "Why did the runner Anna Berg withdraw from the race?",
            "A sore ankle",
        ),
    ],
)
def test_reasons_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(question) == key


@pytest.mark.parametrize(
    "text",
    [
        "The regatta of Lund was cancelled in 2019 partly because of thick fog.",
        "The regatta of Lund was cancelled in 2019 because of the fog.",
        "The regatta of Lund was cancelled in 2019 because of fog and snow.",
        "The regatta of Lund was cancelled in 2019 because of Anna Berg.",
        "The regatta of Lund was cancelled in 2019 because of a quarrel.",
        "The regatta of Lund was praised in 2019 because of thick fog.",
        "The regatta of Lund is due to be cancelled in 2019.",
    ],
)
def test_no_reason_is_asked_for(tell: Tell, text: str) -> None:
    assert not [q for q in asked(tell, text) if q.startswith("Why")]


def test_rivals_are_no_other_words_for_the_key_or_the_articles() -> None:
    found = rivals("reason 0", "Thick fog", lambda word: word == "bomb")
    assert "Heavy rain" in found
    assert not {"Thick fog", "A bomb threat"} & set(found)
    assert rivals("reason 4", "His sex", lambda _: False)[0].startswith("His ")

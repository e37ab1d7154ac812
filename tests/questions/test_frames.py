"""Common nouns that their place in a clause proves to be of one kind."""

import pytest

from questions import kinds
from questions.catalog import COMMON_KINDS, of_kind
from questions.facts import clauses
from questions.frames import frames
from questions.keys import keys
from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "Anna Berg was charged with arson in Lund.",
            "With which crime was Anna Berg charged in Lund?",
            "Arson",
        ),
        (
            "Anna Berg was convicted of wire fraud in 2019.",
            "Of which crime was Anna Berg convicted in 2019?",
            "Fraud",
        ),
        (
            "Anna Berg was arrested on suspicion of theft in Lund.",
            "On suspicion of which crime was Anna Berg arrested in Lund?",
            "Theft",
        ),
        (
            "A gas leak destroyed the town hall of Lund.",
            "What destroyed the town hall of Lund?",
            "A gas leak",
        ),
        (
            "The town hall of Lund was destroyed by a gas leak.",
            "What destroyed the town hall of Lund?",
            "A gas leak",
        ),
        (
            "Anna Berg worked as a bookbinder in Lund.",
            "What did Anna Berg work as in Lund?",
            "A bookbinder",
        ),
        (
            "Anna Berg took a degree in chemistry at Lund University.",
            "In which subject did Anna Berg take a degree at Lund University?",
            "Chemistry",
        ),
        (
            "The council of Lund called for an inquiry in May 2019.",
            "What did the council of Lund call for in May 2019?",
            "An inquiry",
        ),
        (
            "The price of butter has risen by 20% in Lund.",
            "The price of which product has risen by 20% in Lund?",
            "Butter",
        ),
        (
            "A librarian found the letters of Anna Berg in 1950.",
            "Who found the letters of Anna Berg in 1950?",
            "A librarian",
        ),
        (
            "Anna Berg moved to Lund with her aunt in 1950.",
            "With which relative did Anna Berg move to Lund in 1950?",
            "Her aunt",
        ),
        (
            "Anna Berg has run a small bakery opposite the station of Lund since 1950.",
            "What kind of business has Anna Berg run opposite the station of Lund since 1950?",
            "A bakery",
        ),
    ],
)
def test_common_nouns_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(question) == key


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg was charged with a duty by the town of Lund.",
        "Anna Berg was charged with arson and theft in Lund.",
        "The harbour of Lund was closed because of an alleged gas leak.",
        "A military strike destroyed the town hall of Lund.",
        "The council of Lund announced the inquiry in May 2019.",
        "An engineer named Erik Lind founded Lund in 1950.",
        "Anna Berg moved to Lund with her aunt and uncle.",
        "Anna Berg came to Lund by barge in 1950.",
        "Anna Berg kept the letters of her uncle in a box.",
        "Anna Berg sought shelter in Lund in 1950.",
        "Roads are salted in winter around Lund.",
        "The mill of Lund lost two barges in a storm in 1950.",
        "The gate of the mill of Lund is opened at dusk on Sundays.",
        "Fishermen found the letters of Anna Berg in 1950.",
        "Anna Berg won a scholarship to the University of Lund in 1950.",
    ],
)
def test_other_common_nouns_are_not(tell: Tell, text: str) -> None:
    keys = {k.lower() for k in asked(tell, text).values()}
    assert not keys & {"arson", "a gas leak", "a strike", "the inquiry", "her aunt"}
    assert not keys & {"barge", "a box", "shelter", "winter", "fishermen", "dusk", "a scholarship"}


def test_the_headline_does_not_tell_the_key(tell: Tell) -> None:
    story = tell("Anna Berg was charged with arson in Lund.", title="Fire and arson in Lund")
    clause = next(clauses(story))
    assert not [k for k in keys(story, clause) if k.text == "Arson"]


@pytest.mark.parametrize(
    ("kind", "key", "wanted"),
    [
        ("crime", "Theft", "Fraud"),
        ("bodypart", "His wrist", "His ankle"),
        ("animal", "Goats", "Camels"),
        ("weather", "Fog", "Rain"),
        ("boat", "A tanker", "A cargo ship"),
        ("field", "Medicine", "Chemistry"),
        ("field", "Theology", "Philosophy"),
        ("machinepart", "Its engine", "Its gearbox"),
        ("ailment", "A stroke", "A heart attack"),
    ],
)
def test_rivals_are_written_like_the_key(kind: str, key: str, wanted: str) -> None:
    assert wanted in kinds.alike(kind, key, lambda _: False)


@pytest.mark.parametrize(
    ("kind", "key", "absurd"),
    [
        ("boat", "A tanker", "A yacht"),
        ("field", "Medicine", "Botany"),
        ("material", "Clay", "Straw"),
        ("organ", "The throat", "The pancreas"),
        ("penalty", "A fine", "Flogging"),
    ],
)
def test_rivals_are_no_strangers(kind: str, key: str, absurd: str) -> None:
    assert absurd not in kinds.alike(kind, key, lambda _: False)


def test_what_the_article_names_is_no_rival(tell: Tell) -> None:
    story = tell("Anna Berg of Lund was cleared of wire fraud on a train.")
    assert "Fraud" not in kinds.alike("crime", "Theft", story.has_word)
    assert "Rain" in kinds.alike("weather", "Fog", story.has_word)


def test_every_frame_has_its_kinds() -> None:
    named = {kind for several in frames().values() for frame in several for kind in frame.kinds}
    assert named <= set(kinds.rows())


def test_a_kind_is_in_one_table_only() -> None:
    assert not set(kinds.rows()) & COMMON_KINDS
    assert not any(of_kind(kind) for kind in kinds.rows())


def test_rows_are_long_enough() -> None:
    short = {k for k, rows in kinds.rows().items() for row in rows if len(row) < 4}
    assert not short

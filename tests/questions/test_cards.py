from pathlib import Path

import pytest

from questions import AnswerType, Evidence, Item, cards, documents, generate
from questions.cards import LONGEST, TOGETHER, cloze, question
from tests.make import make_article, make_item
from tests.questions.test_pipeline import TEXTS

TITLE = "The bridge of Varna"


def card(stem: str, key: str, sentence: str, **values: AnswerType) -> str:
    """The cloze with what it hides in brackets."""
    evidence = Evidence(0, len(sentence), sentence)
    item = make_item(stem=stem, options=("x", key), key=1, evidence=evidence, **values)
    parts = cloze(item, make_article(sentence, title=TITLE)).parts
    return "".join(f"[{part}]" if n % 2 else part for n, part in enumerate(parts))


LONG = (
    "Although the council had promised a decision before the end of the winter, and although many "
    "people in the town were angry about the delay, Mayor Ivan Petkov opened the harbour in 1906, "
    "when nobody had expected that any more."
)
OPENED = "In which year did Ivan Petkov open the harbour?"


@pytest.mark.parametrize(
    ("stem", "key", "sentence", "expected"),
    [
        ("How many ships left Varna?", "Two", "All two left Varna.", "All [two] left Varna."),
        (
            "When did Varna grow?",
            "1906",
            "Late in 1906, Varna grew.",
            "Late in [1906], Varna grew.",
        ),
        (OPENED, "1906", LONG, "… Mayor Ivan Petkov opened the harbour in [1906] …"),
        # Who he is stands in the sentence before, or in the stem.
        (
            OPENED,
            "1906",
            "Ivan Petkov knew the harbour. He opened it in 1906.",
            "Ivan Petkov knew the harbour. He opened it in [1906].",
        ),
        (
            OPENED,
            "1906",
            "He opened the harbour in 1906.",
            f"{OPENED} He opened the harbour in [1906].",
        ),
        # Nothing is named: the headline tells which.
        (
            "How long is the bridge?",
            "300 metres",
            "The bridge is 300 metres long.",
            f"{TITLE}: The bridge is [300 metres] long.",
        ),
        # The article writes the key in another way.
        ("How many ships left?", "A dozen", "Twelve ships left.", "How many ships left? [A dozen]"),
        # What is said of the key has little to do with the question.
        ("Who laughed?", "Ann", "Ann, 58, came by bus from Lund.", "Who laughed? [Ann]"),
    ],
)
def test_the_cloze_is_the_clause_that_tells_the_key(
    stem: str, key: str, sentence: str, expected: str
) -> None:
    assert card(stem, key, sentence) == expected


def test_of_a_person_the_surname_is_hidden_too() -> None:
    hidden = card(
        "Who opened Varna’s harbour?",
        "Ivan Petkov",
        "Petkov’s men knew that Ivan Petkov opened Varna’s harbour.",
        answer_type=AnswerType.PERSON,
    )
    assert hidden == "[Petkov]’s men knew that [Ivan Petkov] opened Varna’s harbour."


def test_a_mention_behind_a_dotted_capital_is_hidden_where_it_stands() -> None:
    hidden = card(
        "How many ships left İzmir for Varna?", "Two", "From İzmir for Varna 2 ships left."
    )
    assert hidden == "From İzmir for Varna [2] ships left."


def test_characters_that_nobody_sees_part_no_mention() -> None:
    hidden = card("Who opened Varna?", "Ivan\x0b Petkov", "Ivan Pet\x00kov opened Varna.")
    assert hidden == "[Ivan Petkov] opened Varna."


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_item_has_two_cards_that_do_not_give_the_key_away(path: Path) -> None:
    document = documents.read(path.read_bytes(), path.name)
    made = generate(document.text, title=document.title)
    assert made.items
    for item in made.items:
        assert question(item) == cards.Card(item.stem, item.options[item.key])
        found = cloze(item, made.article)
        assert found.hidden
        assert cards.mentions(found.shown, item) == []
        assert all(cards.mentions(hidden, item) for hidden in found.hidden)
        assert as_written(found, item)
        assert len("".join(found.parts).split()) <= max(TOGETHER, LONGEST + len(item.stem.split()))


def as_written(found: cards.Cloze, item: Item) -> bool:
    """What is hidden stands in the evidence, or is the key behind the stem."""
    evidence = " ".join(item.evidence.text.split())
    behind = found.parts == (f"{item.stem} ", item.options[item.key], "")
    return behind or all(hidden in evidence for hidden in found.hidden)

from dataclasses import replace
from datetime import timedelta

import pytest

from questions import Article, Evidence
from quizapp import decks
from quizapp.assessment.bank import TOLD, Status
from quizapp.assessment.exporting import Kept, Part
from quizapp.decks import slug
from tests.questions.formats.test_anki import rows
from tests.quizapp.factories import ITEMS, START, make_article


def part(*kept: Kept, title: str = "Harbor", article: Article | None = None) -> Part:
    return Part(title, article or make_article(), kept)


NEW, APPROVED, RETIRED = (
    Kept(item, status, START) for item, status in zip(ITEMS, TOLD, strict=False)
)


def test_tags_tell_quiz_type_difficulty_and_status() -> None:
    found = rows(decks.package([part(NEW, APPROVED, RETIRED)]))
    always = ["difficulty::easy", "quiz::harbor", "quizapp"]
    assert [row["tags"] for row in found] == [
        [*always, "type::date"],
        ["approved", *always, "type::person"],
        [*always, "retired", "type::quantity"],
    ]


def test_media_are_those_of_every_part_of_the_items() -> None:
    marks = {letter: f"[image: {32 * letter}.png]" for letter in "abcdef"}
    item = replace(
        ITEMS[0],
        stem=f"{marks['a']} What is it?",
        options=(marks["b"], marks["c"], marks["b"], "no"),
        evidence=Evidence(0, 1, marks["d"]),
        explanation=marks["e"],
    )
    other = Kept(replace(ITEMS[1], explanation=marks["f"]), Status.NEW, START)
    found = decks.media([part(Kept(item, Status.NEW, START)), part(other)])
    assert sorted(found) == [f"{32 * letter}.png" for letter in "abcdef"]


def test_an_item_of_several_parts_is_one_note() -> None:
    second = part(NEW, APPROVED, title="Harbor again")
    assert len(rows(decks.package([part(NEW), second]))) == 2


def test_what_one_item_changed_is_newer_and_nothing_else() -> None:
    later = START + timedelta(days=1)
    found = rows(decks.package([part(NEW, Kept(ITEMS[1], Status.NEW, later))]))
    assert [row["mod"] for row in found] == [START.timestamp(), later.timestamp()]


def test_the_same_parts_give_the_same_bytes() -> None:
    parts = [part(NEW, APPROVED), part(RETIRED, title="Quay")]
    assert decks.package(parts) == decks.package(parts)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Old street trees, new heat", "old-street-trees-new-heat"),
        ("São Paulo: 2,140 trees", "sao-paulo-2-140-trees"),
        ("../../etc/passwd", "etc-passwd"),
        ('a"\r\nSet-Cookie: x', "a-set-cookie-x"),
        ("日本", "quiz"),
        ("", "quiz"),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_slug(title: str, expected: str) -> None:
    assert slug(title) == expected

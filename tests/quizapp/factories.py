"""Valid values, of which a test states only what it is about."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from questions import AnswerType, Article, Evidence, Generated, Item
from questions.documents import Document
from quizapp.assessment.assembly import Asked, ItemVersion
from quizapp.links import UnreadableLink

START = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)

HARBOR = """The harbor of Vellmouth reopens

The harbor of Vellmouth reopened on 12 May 2021 after nine years of work.

Mayor Ida Brandt said that 340 ships had called there in the first month. The new quay is 1,200 \
meters long and was designed by Tomas Reyes. It cost 48 million euros.

The lighthouse, built in 1874, was moved by barge to the northern mole.
"""


def make_article(text: str = HARBOR, *, title: str = "The harbor of Vellmouth reopens") -> Article:
    return Article(hashlib.sha256(text.encode()).hexdigest(), title, text)


def make_item(
    stem: str = "When did the harbor of Vellmouth reopen?",
    *,
    options: tuple[str, ...] = ("2012", "2019", "2021", "2023"),
    key: int = 2,
    answer_type: AnswerType = AnswerType.DATE,
    proof: str = "The harbor of Vellmouth reopened on 12 May 2021 after nine years of work.",
    text: str = HARBOR,
) -> Item:
    start = text.index(proof)
    return Item(
        id=hashlib.sha256((proof + options[key]).encode()).hexdigest()[:16],
        stem=stem,
        options=options,
        key=key,
        answer_type=answer_type,
        evidence=Evidence(start, start + len(proof), proof),
        explanation=f"The article gives {options[key]}.",
        difficulty=0.4,
        score=0.9,
    )


ITEMS = (
    make_item(),
    make_item(
        "Who is the mayor of Vellmouth?",
        options=("Ida Brandt", "Tomas Reyes", "Nora Falk", "Per Holm"),
        key=0,
        answer_type=AnswerType.PERSON,
        proof="Mayor Ida Brandt said that 340 ships had called there in the first month.",
    ),
    make_item(
        "How long is the new quay of Vellmouth?",
        options=("600 meters", "900 meters", "1,200 meters", "1,500 meters"),
        key=2,
        answer_type=AnswerType.QUANTITY,
        proof="The new quay is 1,200 meters long and was designed by Tomas Reyes.",
    ),
    make_item(
        "Who designed the new quay of Vellmouth?",
        options=("Ida Brandt", "Tomas Reyes", "Nora Falk", "Per Holm"),
        key=1,
        answer_type=AnswerType.PERSON,
        proof="The new quay is 1,200 meters long and was designed by Tomas Reyes.",
    ),
)
KEYS = {item.stem: item.options[item.key] for item in ITEMS}
"""Stems with the texts of their keys."""


def in_order(versions: Iterable[ItemVersion]) -> tuple[Asked, ...]:
    """Ask these, with their options as the items have them."""
    return tuple(Asked(v, tuple(range(len(v.item.options)))) for v in versions)


def make_generated(
    *items: Item, article: Article | None = None, drafts: tuple[Item, ...] = ()
) -> Generated:
    return Generated(article or make_article(), items or ITEMS, drafts=drafts)


def generate(
    text: str, *, title: str | None = None, source: str = "", published: str | None = None
) -> Generated:
    """The same items for every text that tells of the harbor, none for others."""
    article = Article(
        hashlib.sha256(text.encode()).hexdigest(),
        title or text.partition("\n")[0],
        text,
        source,
        published,
    )
    told = tuple(item for item in ITEMS if item.evidence.text in text)
    return Generated(article, told)


def generate_drafts(
    text: str, *, title: str | None = None, source: str = "", published: str | None = None
) -> Generated:
    """Two items and two drafts for a text that names the mayor, else drafts alone."""
    found = generate(text, title=title, source=source, published=published)
    printed = ITEMS[:2] if "Ida Brandt" in text else ()
    drafts = tuple(item for item in ITEMS if item not in printed)
    return replace(found, items=printed, drafts=drafts)


def read_link(link: str) -> Document:
    """Every address tells of the harbor, except those that lead nowhere."""
    if "nowhere" in link:
        raise UnreadableLink("There is no such page.")
    return Document("The harbor of Vellmouth reopens", HARBOR.partition("\n\n")[2], "2021-05-13")


def chance(seed: int) -> Random:
    """Dice that fall the same way every time."""
    return Random(seed)


@dataclass
class Watch:
    """A clock that moves on by `tick` each time it is read."""

    time: datetime = START
    tick: timedelta = timedelta(seconds=7)

    def __call__(self) -> datetime:
        self.time += self.tick
        return self.time

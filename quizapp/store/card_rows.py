"""Rows of cards and reviews to values and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Row, Select, select

from questions import Article, Item
from quizapp.assessment.faces import CardKind, Wording
from quizapp.assessment.merging import Entry, Rated
from quizapp.assessment.scheduling import Card, Rating, Review, State
from quizapp.store import models, rows, study_models


@dataclass(frozen=True, slots=True)
class Source:
    """The item behind a card, and its article without the text: cards show only the headline."""

    item: Item
    article: Article
    article_id: int


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card of a learner; without a source, `wording` is all there is to read.

    `parameters` is the fingerprint of those by which its memory was reckoned.
    """

    id: int
    learner: str
    kind: CardKind
    card: Card
    deck: str
    wording: Wording | None
    source: Source | None
    suspended: bool
    buried_until: datetime | None
    created_at: datetime
    parameters: str


Found = tuple[study_models.Card, str | None, models.ItemVersion | None, int | None, str, str]


def query() -> Select[*Found]:
    """Cards with what is to be read on them; give the rows to `stored`."""
    card, item, version, article = (
        study_models.Card,
        models.Item,
        models.ItemVersion,
        models.Article,
    )
    return (
        select(card, item.uid, version, article.id, article.digest, article.title)
        .outerjoin(item, item.id == card.item_id)
        .outerjoin(version, (version.item_id == item.id) & (version.number == item.number))
        .outerjoin(article, article.id == item.article_id)
    )


def stored(row: Row[*Found]) -> StoredCard:
    """Card as a value."""
    card, uid, version, article_id, digest, title = row
    source = None
    if uid is not None and version is not None and article_id is not None:
        source = Source(rows.item(uid, version), Article(digest, title, ""), article_id)
    written = card.front is not None and card.back is not None
    return StoredCard(
        id=card.id,
        learner=card.learner,
        kind=CardKind(card.kind),
        card=schedule(card),
        deck=card.deck,
        wording=Wording(card.front or "", card.back or "") if written else None,
        source=source,
        suspended=card.suspended,
        buried_until=card.buried_until,
        created_at=card.created_at,
        parameters=card.parameters,
    )


def schedule(row: study_models.Card) -> Card:
    """Schedule of a card."""
    return _card(row, reviewed_at=row.reviewed_at)


def set_schedule(row: study_models.Card, card: Card) -> None:
    """Give a card another schedule."""
    row.due, row.state, row.step = card.due, card.state.value, card.step
    row.stability, row.difficulty = card.stability, card.difficulty
    row.reviewed_at, row.reviews, row.lapses = card.reviewed_at, card.reviews, card.lapses


def review(row: study_models.Card, entry: Entry, day: date) -> study_models.Review:
    """An entry of the log as a row."""
    said, before = entry.said, entry.review.before
    return study_models.Review(
        learner=row.learner,
        card_id=row.id,
        uid=said.uid,
        rating=said.rating.value,
        reviewed_at=entry.review.at,
        day=day,
        took=None if said.took is None else round(said.took / timedelta(milliseconds=1)),
        state=before.state.value,
        step=before.step,
        stability=before.stability,
        difficulty=before.difficulty,
        due=before.due,
        reviewed_before=before.reviewed_at,
        reviews=before.reviews,
        lapses=before.lapses,
    )


def entries(found: Sequence[study_models.Review]) -> tuple[Entry, ...]:
    """Rows of the log as values."""
    return tuple(
        Entry(_said(row), Review(Rating(row.rating), row.reviewed_at, before(row))) for row in found
    )


def before(row: study_models.Review) -> Card:
    """Card as it was before a review."""
    return _card(row, reviewed_at=row.reviewed_before)


def _card(row: study_models.Card | study_models.Review, *, reviewed_at: datetime | None) -> Card:
    return Card(
        due=row.due,
        state=State(row.state),
        step=row.step,
        stability=row.stability,
        difficulty=row.difficulty,
        reviewed_at=reviewed_at,
        reviews=row.reviews,
        lapses=row.lapses,
    )


def _said(row: study_models.Review) -> Rated:
    took = None if row.took is None else timedelta(milliseconds=row.took)
    return Rated(row.uid, Rating(row.rating), row.reviewed_at, took)

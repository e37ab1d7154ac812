"""Which cards of a learner come up, and how many."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, Select, func, literal, or_, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

from quizapp.assessment.preferences import MOST, Preferences
from quizapp.assessment.queueing import AHEAD, EVERYTHING, Scope, Tally, Today, allowance, within
from quizapp.assessment.scheduling import State
from quizapp.store import card_rows, models
from quizapp.store.card_rows import StoredCard
from quizapp.store.study_models import Card, Review

LEARNING = (State.LEARNING.value, State.RELEARNING.value)
BEGUN = (*LEARNING, State.REVIEW.value)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the day stands: cards that wait, reviews that are done, and what both still allow.

    `latest` is the last review of the day, which may be taken back.
    """

    waiting: Tally
    done: Tally
    allowed: Tally
    latest: int | None

    @property
    def left(self) -> Tally:
        """Cards that come up today."""
        return within(self.waiting, self.allowed)


def standing(
    session: Session,
    learner: str | None,
    preferences: Preferences,
    *,
    today: Today,
    scope: Scope = EVERYTHING,
) -> Standing:
    """Counted no further than the day's limits, so that a thousand due cards cost little."""
    new, learning, review = (
        _counted(cards, limit)
        for cards, limit in (
            (_new(learner, scope, today), preferences.new_per_day),
            (_learning(learner, scope, today).where(Card.due <= today.now + AHEAD), MOST),
            (_due(learner, scope, today), preferences.reviews_per_day),
        )
    )
    done = (_reviewed(learner, today, state) for state in (State.NEW, State.REVIEW))
    row = session.execute(select(new, learning, review, *done, _latest(learner, today))).one()
    tally = Tally(new=row[3], review=row[4])
    return Standing(Tally(*row[:3]), tally, allowance(preferences, tally), row[5])


def next_card(
    session: Session,
    learner: str | None,
    allowed: Tally,
    *,
    today: Today,
    scope: Scope = EVERYTHING,
) -> StoredCard | None:
    """What is being learned and due, then what is to be kept, then new ones, then learned early."""
    choices = [
        each.with_only_columns(Card.id.label("id"), literal(rank).label("rank")).limit(1).subquery()
        for rank, each in enumerate(_in_turn(learner, scope, allowed, today))
    ]
    first = union_all(*(select(each.c.id, each.c.rank) for each in choices)).subquery()
    chosen = select(first.c.id).order_by(first.c.rank).limit(1).scalar_subquery()
    row = session.execute(card_rows.query().where(Card.id == chosen)).one_or_none()
    return card_rows.stored(row) if row else None


def soonest(
    session: Session, learner: str | None, *, today: Today, scope: Scope = EVERYTHING
) -> datetime | None:
    """When the next card comes that has been seen before and is not there yet."""
    later = _active(learner, scope, today).where(Card.state != State.NEW.value)
    query = later.where(Card.due > today.now + AHEAD).with_only_columns(Card.due)
    return session.scalar(query.limit(1))


def upcoming(
    session: Session, learner: str | None, allowed: Tally, *, today: Today, limit: int
) -> tuple[StoredCard, ...]:
    """Cards that come up today, to be taken along."""
    wanted = (
        (_learning(learner, EVERYTHING, today).where(Card.due < today.end), limit),
        (_due(learner, EVERYTHING, today), min(limit, allowed.review)),
        (_new(learner, EVERYTHING, today), min(limit, allowed.new)),
    )
    parts = [each.with_only_columns(Card.id).limit(count).subquery() for each, count in wanted]
    ids = union_all(*(select(part.c.id) for part in parts)).subquery()
    query = card_rows.query().where(Card.id.in_(select(ids.c.id)))
    found = session.execute(query.order_by(Card.due, Card.id).limit(limit))
    return tuple(card_rows.stored(row) for row in found)


def _in_turn(
    learner: str | None, scope: Scope, allowed: Tally, today: Today
) -> Iterator[Select[int]]:
    learning = _learning(learner, scope, today)
    yield learning.where(Card.due <= today.now)
    if allowed.review:
        yield _due(learner, scope, today)
    if allowed.new:
        yield _new(learner, scope, today)
    yield learning.where(Card.due <= today.now + AHEAD)


def _new(learner: str | None, scope: Scope, today: Today) -> Select[int]:
    return _active(learner, scope, today).where(Card.state == State.NEW.value)


def _learning(learner: str | None, scope: Scope, today: Today) -> Select[int]:
    return _active(learner, scope, today).where(Card.state.in_(LEARNING))


def _due(learner: str | None, scope: Scope, today: Today) -> Select[int]:
    cards = _active(learner, scope, today)
    return cards.where(Card.state == State.REVIEW.value, Card.due < today.end)


def _active(learner: str | None, scope: Scope, today: Today) -> Select[int]:
    """Cards that are neither suspended nor buried, by the time they are due."""
    buried = or_(Card.buried_until.is_(None), Card.buried_until <= today.now)
    running = unindexed(Card.suspended, scope).is_(False)
    cards = select(Card.id).where(Card.learner == learner, running, buried)
    return cards.where(*in_scope(scope)).order_by(Card.due, Card.id)


def unindexed[T](column: InstrumentedAttribute[T], scope: Scope) -> ColumnElement[T]:
    """Behind a function that no index knows, where it is better to begin with items.

    Else SQLite goes through all cards in the order of the column, to find the few of an article.
    """
    return func.coalesce(column, column) if scope.of_items else column.expression


def in_scope(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """Conditions that leave only the cards of a scope."""
    if scope.article is not None:
        yield Card.item_id.in_(
            select(models.Item.id).where(models.Item.article_id == scope.article)
        )
    if scope.quiz is not None:
        yield Card.item_id.in_(
            select(models.QuizItem.item_id).where(models.QuizItem.quiz_id == scope.quiz)
        )
    if scope.deck is not None:
        yield Card.deck == scope.deck


def _counted(cards: Select[int], limit: int) -> ScalarSelect[int]:
    some = cards.limit(limit).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


def _reviewed(learner: str | None, today: Today, state: State) -> ScalarSelect[int]:
    done = (Review.learner == learner, Review.day == today.day, Review.state == state.value)
    return select(func.count()).where(*done).scalar_subquery()


def _latest(learner: str | None, today: Today) -> ScalarSelect[int]:
    mine = select(Review.id).where(Review.learner == learner, Review.day == today.day)
    return mine.order_by(Review.reviewed_at.desc(), Review.id.desc()).limit(1).scalar_subquery()

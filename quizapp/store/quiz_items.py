"""Which items a quiz has, and in which order."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from quizapp.store import items, models


def of(session: Session, quiz_id: int) -> tuple[int, ...]:
    """Ids of the items, retired ones too, in the order of the quiz."""
    row = models.QuizItem
    query = select(row.item_id).where(row.quiz_id == quiz_id).order_by(row.position)
    return tuple(session.scalars(query))


def arrange(session: Session, quiz_id: int, item_ids: Sequence[int]) -> None:
    """Let the quiz have these items in this order; attempts that have begun keep theirs."""
    row = models.QuizItem
    session.execute(delete(row).where(row.quiz_id == quiz_id))
    place(session, quiz_id, item_ids)
    session.commit()


def append(session: Session, quiz_id: int, item_ids: Sequence[int]) -> int:
    """How many of the items the quiz did not have; they come last."""
    added = place(session, quiz_id, item_ids)
    session.commit()
    return added


def place(session: Session, quiz_id: int, item_ids: Sequence[int]) -> int:
    """Do the same as a part of something that is committed as a whole.

    What is held back is left out, wherever it is brought from.
    """
    row = models.QuizItem
    there = set(session.scalars(select(row.item_id).where(row.quiz_id == quiz_id)))
    fresh = items.released(session, item_ids) - there
    last = session.scalar(select(func.max(row.position)).where(row.quiz_id == quiz_id)) or 0
    missing = [item_id for item_id in dict.fromkeys(item_ids) if item_id in fresh]
    places = [
        {"quiz_id": quiz_id, "item_id": item_id, "position": position}
        for position, item_id in enumerate(missing, last + 1)
    ]
    if places:
        session.execute(insert(row), places)
    return len(missing)


def place_at_home(session: Session, item_ids: Iterable[int]) -> None:
    """Let the quizzes of their articles have these items, too, as a part of something."""
    item, quiz = models.Item, models.Quiz
    query = select(quiz.id, item.id).join(item, item.article_id == quiz.article_id)
    homes = dict[int, list[int]]()
    for quiz_id, item_id in session.execute(query.where(item.id.in_(item_ids)).order_by(item.id)):
        homes.setdefault(quiz_id, []).append(item_id)
    for quiz_id, its in homes.items():
        place(session, quiz_id, its)


def take_out(session: Session, item_ids: Iterable[int]) -> None:
    """Let no quiz have these items any more, as a part of something."""
    session.execute(delete(models.QuizItem).where(models.QuizItem.item_id.in_(item_ids)))


def put_back(session: Session, quiz_id: int, places: Mapping[int, int]) -> None:
    """Items by the place they had: who has it now keeps it; what is no item any more is left out.

    It is committed as a part of something.
    """
    row = models.QuizItem
    there = dict(
        session.execute(select(row.position, row.item_id).where(row.quiz_id == quiz_id)).all()
    )
    last = max([*there, *places], default=0)
    known = items.released(session, places.values())
    back = [(place, item) for place, item in places.items() if item in known - set(there.values())]
    session.add_all(
        models.QuizItem(
            quiz_id=quiz_id,
            item_id=item_id,
            position=last + number if position in there else position,
        )
        for number, (position, item_id) in enumerate(back, 1)
    )

"""What FSRS knows of cards, reckoned anew by the parameters of now when it is needed.

Parameters that change touch no card: a card that was reckoned by others is replayed from its log
when it is shown, and stored so when it is rated. Millions of reviews wait for nobody.
"""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from quizapp.assessment.merging import Entry
from quizapp.assessment.remembering import can_be_replayed, fingerprint, remembered, replayed
from quizapp.assessment.scheduling import Card as Scheduled
from quizapp.assessment.scheduling import Spacing
from quizapp.store import card_rows, logs
from quizapp.store.card_rows import StoredCard
from quizapp.store.study_models import Card, Review


def recalled(
    session: Session, cards: Sequence[StoredCard], spacing: Spacing
) -> tuple[StoredCard, ...]:
    """These cards as the parameters of now know them; nothing is stored."""
    stale = [each.id for each in cards if each.card.reviews and _is_stale(each, spacing)]
    found = logs.of_cards(session, stale) if stale else {}
    entries = {card_id: card_rows.entries(log) for card_id, log in found.items()}
    return tuple(
        replace(each, card=remembered(each.card, entries.get(each.id, ()), spacing=spacing))
        for each in cards
    )


def of(row: Card, log: Sequence[Entry], spacing: Spacing) -> Scheduled:
    """Schedule of a card with this log, as the parameters of now know it."""
    card = card_rows.schedule(row)
    return remembered(card, log, spacing=spacing) if _is_stale(row, spacing) else card


def renew(session: Session, rows: Sequence[Card], spacing: Spacing) -> None:
    """Store what is known of cards that are locked, as a part of something committed as a whole.

    Their log changes with them, so that taking a review back restores a memory of the same
    parameters.
    """
    stale = [row for row in rows if _is_stale(row, spacing)]
    begun = [row.id for row in stale if row.reviews]
    found = logs.of_cards(session, begun) if begun else {}
    for row in stale:
        row.parameters = fingerprint(spacing.parameters)
        _renew(row, found.get(row.id, ()), spacing)


def _is_stale(card: Card | StoredCard, spacing: Spacing) -> bool:
    return card.parameters != fingerprint(spacing.parameters)


def _renew(row: Card, log: Sequence[Review], spacing: Spacing) -> None:
    start = card_rows.before(log[0]) if log else None
    if start is None or not can_be_replayed(start):
        return
    said = [entry.said for entry in card_rows.entries(log)]
    kept: Sequence[Review | Card] = (*log, row)
    for each, known in zip(kept, replayed(start, said, spacing=spacing), strict=True):
        each.stability, each.difficulty = known.stability, known.difficulty

"""How each learner wants to study."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from quizapp.assessment.faces import CardKind
from quizapp.assessment.preferences import DEFAULT, Preferences
from quizapp.assessment.scheduling import Spacing
from quizapp.store.study_models import Fit, Preference


def get(session: Session, learner: str | None) -> Preferences:
    """Preferences of a learner, the parameters that were fitted to them among these."""
    if learner is None:
        return DEFAULT
    who = select(literal(learner).label("learner")).subquery()
    query = (
        select(Preference, Fit.parameters)
        .select_from(who)
        .outerjoin(Preference, Preference.learner == who.c.learner)
        .outerjoin(Fit, Fit.learner == who.c.learner)
    )
    row, fitted = session.execute(query).one()
    wanted = _preferences(row) if row else DEFAULT
    if fitted is None:
        return wanted
    return replace(wanted, spacing=replace(wanted.spacing, parameters=tuple(fitted)))


def has_any(session: Session, learner: str | None) -> bool:
    """Whether a learner has ever set anything."""
    return bool(learner) and session.get(Preference, learner) is not None


def zone(session: Session, learner: str | None) -> ZoneInfo:
    """Where the days of a learner begin; UTC where that was never set."""
    key = session.scalar(select(Preference.zone).where(Preference.learner == learner))
    return ZoneInfo(key) if key else DEFAULT.zone


def save(session: Session, learner: str, preferences: Preferences) -> None:
    """Store them; the address of the calendar stays, as do fitted parameters."""
    spacing = preferences.spacing
    row = Preference(
        learner=learner,
        retention=spacing.retention,
        steps=[int(step.total_seconds()) for step in spacing.steps],
        relearning=[int(step.total_seconds()) for step in spacing.relearning],
        new_per_day=preferences.new_per_day,
        reviews_per_day=preferences.reviews_per_day,
        zone=preferences.zone.key,
        kind=preferences.kind.value,
        collects=preferences.collects,
    )
    session.merge(row)
    session.commit()


def feed(session: Session, learner: str | None) -> str | None:
    """Secret of the learner's calendar, where there is one."""
    return session.scalar(select(Preference.feed).where(Preference.learner == learner))


def set_feed(session: Session, learner: str, secret: str | None) -> None:
    """Give the calendar a new address, or none; the one before leads nowhere from now on."""
    if session.get(Preference, learner) is None:
        save(session, learner, DEFAULT)
    session.get_one(Preference, learner).feed = secret
    session.commit()


def of_feed(session: Session, secret: str) -> tuple[str, Preferences] | None:
    """Whose calendar this is."""
    row = session.scalar(select(Preference).where(Preference.feed == secret))
    return (row.learner, get(session, row.learner)) if row else None


def _preferences(row: Preference) -> Preferences:
    return Preferences(
        spacing=Spacing(row.retention, _steps(row.steps), _steps(row.relearning)),
        new_per_day=row.new_per_day,
        reviews_per_day=row.reviews_per_day,
        zone=ZoneInfo(row.zone),
        kind=CardKind(row.kind),
        collects=row.collects,
    )


def _steps(seconds: list[int]) -> tuple[timedelta, ...]:
    return tuple(timedelta(seconds=each) for each in seconds)

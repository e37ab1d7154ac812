"""Wordings follow each other, and what an editor wrote is never replaced by a generated one."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from questions import Item
from quizapp.assessment.bank import Entry, Status
from quizapp.store import articles, bank, decisions, items, quizzes
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import ITEMS, START, make_article, make_generated, make_item

LATER = START + timedelta(days=1)
BETTER = replace(ITEMS[0], stem="In which year did the harbor of Vellmouth open again?")
NEWLY = replace(ITEMS[0], stem="When was the harbor of Vellmouth opened again after the work?")


def entry(session: Session, item_id: int = 1) -> Entry:
    session.expire_all()
    found = bank.get(session, item_id)
    assert found is not None
    return found


def edit(session: Session, item: Item, *, number: int = 1) -> bool:
    return items.edit(session, 1, item, number=number, author="me", now=LATER)


def generate(session: Session, *made: Item) -> None:
    articles.save(session, make_generated(*made), now=LATER)


def numbers(session: Session) -> list[int]:
    return [version.number for version in items.versions(session, 1)]


@pytest.mark.usefixtures("quiz")
def test_an_edited_wording_is_a_new_version_of_the_same_item(session: Session) -> None:
    assert edit(session, BETTER)
    after = entry(session)
    assert (after.item, after.number, after.edited) == (BETTER, 2, True)
    assert after.item.id == ITEMS[0].id
    assert after.updated_at == LATER
    assert [(v.item.stem, v.author) for v in items.versions(session, 1)] == [
        (BETTER.stem, "me"),
        (ITEMS[0].stem, ""),
    ]


@pytest.mark.usefixtures("quiz")
def test_an_edit_that_changes_nothing_makes_no_version(session: Session) -> None:
    assert edit(session, ITEMS[0])
    after = entry(session)
    assert (after.number, after.edited, after.updated_at) == (1, False, START)


@pytest.mark.usefixtures("quiz")
def test_who_edits_an_old_wording_is_told_so(session: Session) -> None:
    assert edit(session, BETTER)
    assert not edit(session, NEWLY, number=1)
    assert entry(session).item == BETTER


@pytest.mark.usefixtures("quiz")
def test_a_generated_wording_replaces_a_generated_one(session: Session) -> None:
    generate(session, NEWLY)
    assert (entry(session).item, entry(session).proposed) == (NEWLY, None)


@pytest.mark.parametrize("status", [Status.APPROVED, Status.RETIRED])
@pytest.mark.usefixtures("quiz")
def test_a_generated_wording_is_proposed_where_an_editor_has_decided(
    session: Session, status: Status
) -> None:
    decisions.decide(session, [1], status, batch="b", learner="me", now=START)
    generate(session, NEWLY)
    after = entry(session)
    assert (after.item, after.status, after.proposed) == (ITEMS[0], status, 2)


@pytest.mark.usefixtures("quiz")
def test_a_generated_wording_is_proposed_beside_an_edited_one(session: Session) -> None:
    edit(session, BETTER)
    generate(session, NEWLY)
    after = entry(session)
    assert (after.item, after.number, after.proposed) == (BETTER, 2, 3)
    assert after.updated_at == LATER


@pytest.mark.usefixtures("quiz")
def test_the_same_article_once_more_proposes_nothing(session: Session) -> None:
    edit(session, BETTER)
    generate(session, *ITEMS)
    generate(session, replace(ITEMS[0], score=0.2, difficulty=0.9))
    generate(session, BETTER)
    assert (numbers(session), entry(session).proposed) == ([2, 1], None)


@pytest.mark.usefixtures("quiz")
def test_a_wording_is_proposed_once(session: Session) -> None:
    edit(session, BETTER)
    generate(session, NEWLY)
    items.dismiss(session, 1)
    generate(session, NEWLY)
    assert (numbers(session), entry(session).proposed) == ([3, 2, 1], None)


@pytest.mark.usefixtures("quiz")
def test_taking_a_proposed_wording_is_an_edit(session: Session) -> None:
    edit(session, BETTER)
    generate(session, NEWLY)
    assert edit(session, NEWLY, number=2)
    after = entry(session)
    assert (after.item, after.number, after.proposed) == (NEWLY, 4, None)
    generate(session, ITEMS[0])
    assert entry(session).item == NEWLY


def test_what_was_retired_or_taken_out_does_not_come_back(session: Session, quiz: Quiz) -> None:
    decisions.decide(session, [1], Status.RETIRED, batch="b", learner="me", now=LATER)
    generate(session, *ITEMS)
    again = quizzes.get(session, quiz.id)
    assert again is not None
    assert [version.item for version in again.items] == list(ITEMS[1:])


def test_an_item_added_by_hand_twice_is_there_once(session: Session, quiz: Quiz) -> None:
    own = replace(make_item("Who reopened it?"), id="own")
    article_id = quiz.article_id or 0
    first = items.add(session, article_id, own, author="me", now=LATER)
    assert items.add(session, article_id, own, author="me", now=LATER) == first
    after = entry(session, first)
    assert (after.item, after.edited, after.article_id) == (own, True, article_id)
    generate(session, *ITEMS)
    assert entry(session, first).item == own


@pytest.mark.usefixtures("quiz")
def test_a_version_of_another_article_stays(session: Session) -> None:
    other = make_article("Another text.", title="Another")
    articles.save(session, make_generated(ITEMS[0], article=other), now=START)
    edit(session, BETTER)
    assert entry(session, 5).item == ITEMS[0]

"""What nobody has approved is known to the bank of its owner, and to nothing else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from questions import Generated, Item
from questions.formats.reading import Reading
from quizapp.assessment.assembly import Plan
from quizapp.assessment.bank import ASKED, HELD_BACK, Search, Shown, Status, before
from quizapp.assessment.composing import Rule
from quizapp.assessment.exporting import Selection
from quizapp.assessment.faces import CardKind
from quizapp.assessment.modes import Mode, Terms
from quizapp.assessment.permissions import Belonging
from quizapp.store import (
    articles,
    attempts,
    bank,
    cards,
    composing,
    decisions,
    exports,
    imports,
    items,
    models,
    quiz_items,
    quizzes,
    removals,
)
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import ITEMS, START, in_order, make_article, make_generated

LATER = START + timedelta(days=1)
MINE = Belonging("me")
ALL = (Status.NEW, Status.NEW, Status.DRAFT, Status.DRAFT)


@pytest.fixture
def owned(session: Session) -> Session:
    """Two items and two drafts of an article of mine."""
    save(session, ITEMS[:2], ITEMS[2:])
    return session


def save(session: Session, printed: Sequence[Item], drafts: Sequence[Item] = ()) -> int:
    generated = Generated(make_article(), tuple(printed), drafts=tuple(drafts))
    return articles.save(session, generated, now=LATER, belonging=MINE)


def decide(session: Session, status: Status, *item_ids: int, batch: str = "b") -> int:
    return decisions.decide(session, item_ids, status, batch=batch, learner="me", now=LATER)


def undo(session: Session, batch: str = "b") -> int:
    return decisions.undo(session, batch, learner="me", now=LATER)


def statuses(session: Session) -> tuple[Status, ...]:
    session.expire_all()
    return tuple(map(Status, session.scalars(select(models.Item.status).order_by(models.Item.id))))


def quiz(session: Session, quiz_id: int = 1) -> Quiz:
    found = quizzes.get(session, quiz_id)
    assert found is not None
    return found


def asked(session: Session, quiz_id: int = 1) -> list[Item]:
    return [version.item for version in quiz(session, quiz_id).items]


def drafts(session: Session) -> list[int]:
    return [entry.id for entry in bank.drafts(session, 1, limit=9)]


def test_drafts_are_in_the_bank_and_in_no_quiz(owned: Session) -> None:
    assert statuses(owned) == ALL
    assert asked(owned) == list(ITEMS[:2])
    assert quizzes.recent(owned, "me", limit=1)[0].size == 2
    assert drafts(owned) == [3, 4]
    assert bank.waiting(owned, 1) == 2
    shelf = bank.shelves(owned, "me")[0]
    assert (shelf.items, shelf.drafts) == (2, 2)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (Shown.IN_USE, [2, 1]),
        (Shown.ALL, [2, 1]),
        (Shown.DRAFT, [3]),
        (Shown.DISCARDED, [4]),
        (Shown.RETIRED, []),
    ],
)
def test_a_search_shows_drafts_only_where_they_are_asked_for(
    owned: Session, shown: Shown, expected: list[int]
) -> None:
    decide(owned, Status.DISCARDED, 4)
    found = bank.search(owned, "me", Search(shown=shown), limit=9)
    assert [entry.id for entry in found] == expected


@pytest.mark.parametrize("status", HELD_BACK)
@pytest.mark.parametrize(
    "wanted",
    [
        Selection(),
        Selection(quizzes=(1,)),
        Selection(owner="me", items=(1, 2, 3, 4)),
        *(Selection(owner="me", search=Search(shown=shown)) for shown in Shown),
    ],
    ids=str,
)
def test_no_export_has_what_is_held_back(owned: Session, wanted: Selection, status: Status) -> None:
    decide(owned, status, 3, 4)
    found = {kept.item.id for part in exports.parts(owned, wanted) for kept in part.items}
    assert found <= {item.id for item in ITEMS[:2]}
    assert sum(extent.asked + extent.retired for extent in exports.extents(owned, wanted)) <= 2
    assert exports.asked(owned, [wanted])[0] <= 2
    for generated in exports.generated(owned, wanted):
        assert {item.id for item in generated.items} <= {item.id for item in ITEMS[:2]}


def test_no_quiz_is_made_of_drafts(owned: Session) -> None:
    pool = composing.pool(owned, "me", Rule())
    assert {each.item_id for each in pool} == {1, 2}
    made = composing.add(owned, "Mixed", [1, 3, 4], owner="me", now=START)
    assert asked(owned, made) == [ITEMS[0]]
    assert quiz_items.append(owned, made, [3, 2]) == 1
    quiz_items.arrange(owned, made, [4, 2, 1])
    assert quiz_items.of(owned, made) == (2, 1)
    quiz_items.put_back(owned, made, {7: 3})
    assert quiz_items.of(owned, made) == (2, 1)


def test_no_card_is_made_of_drafts(owned: Session) -> None:
    assert cards.add_quiz(owned, "me", 1, kind=CardKind.QUESTION, now=START) == 2


def test_what_is_approved_is_asked_behind_the_others(owned: Session) -> None:
    assert decide(owned, Status.APPROVED, 4, 3) == 2
    assert asked(owned) == list(ITEMS)
    assert statuses(owned)[2:] == (Status.APPROVED, Status.APPROVED)
    assert exports.asked(owned, [Selection(quizzes=(1,))]) == (4,)


def test_an_approval_is_taken_back_whole(owned: Session) -> None:
    decide(owned, Status.APPROVED, 3, 4)
    composing.add(owned, "Mixed", [3, 4, 1], owner="me", now=START)
    assert undo(owned) == 2
    assert statuses(owned) == ALL
    assert quiz_items.of(owned, 1) == (1, 2)
    assert quiz_items.of(owned, 2) == (1,)


def test_what_has_been_asked_since_stays_approved(owned: Session) -> None:
    decide(owned, Status.APPROVED, 3)
    plan = Plan(1, in_order(quiz(owned).items), Terms(Mode.IMMEDIATE))
    attempts.start(owned, plan, learner="another", now=LATER)
    decide(owned, Status.APPROVED, 4, batch="later")
    cards.add_quiz(owned, "me", 1, kind=CardKind.QUESTION, now=START)
    assert undo(owned) == undo(owned, "later") == 0
    assert len(asked(owned)) == 4


def test_what_is_discarded_can_be_a_draft_again_or_be_approved(owned: Session) -> None:
    decide(owned, Status.DISCARDED, 3, 4)
    assert (drafts(owned), bank.waiting(owned, 1)) == ([], 0)
    assert undo(owned) == 2
    decide(owned, Status.DISCARDED, 3, 4, batch="c")
    assert decide(owned, Status.DRAFT, 4, batch="d") == 1
    assert decide(owned, Status.APPROVED, 3, batch="e") == 1
    assert statuses(owned)[2:] == (Status.APPROVED, Status.DRAFT)
    assert undo(owned, "e") == 1
    assert statuses(owned)[2] == Status.DISCARDED


@pytest.mark.parametrize("status", Status)
def test_only_what_is_held_back_can_be_a_draft(owned: Session, status: Status) -> None:
    decide(owned, Status.RETIRED, 2, batch="a")
    had = statuses(owned)
    decide(owned, status, 1, 2, 3, 4)
    for earlier, now in zip(had, statuses(owned), strict=True):
        assert now is (status if earlier in before(status) else earlier)
        assert now not in HELD_BACK or earlier in HELD_BACK


@pytest.mark.parametrize(
    ("earlier", "printed", "later", "placed"),
    [
        (Status.DRAFT, True, Status.NEW, True),
        (Status.DRAFT, False, Status.DRAFT, False),
        (Status.DISCARDED, True, Status.DISCARDED, False),
        (Status.DISCARDED, False, Status.DISCARDED, False),
        (Status.APPROVED, True, Status.APPROVED, True),
        (Status.APPROVED, False, Status.APPROVED, True),
    ],
)
def test_the_same_article_once_more(
    owned: Session, earlier: Status, printed: bool, later: Status, placed: bool
) -> None:
    decide(owned, earlier, 3)
    save(owned, ITEMS[:3] if printed else ITEMS[:2], () if printed else ITEMS[2:])
    assert statuses(owned)[2] is later
    assert (3 in quiz_items.of(owned, 1)) == placed


@pytest.mark.parametrize("status", [Status.NEW, Status.RETIRED])
def test_what_is_printed_no_more_is_no_draft_and_keeps_its_words(
    owned: Session, status: Status
) -> None:
    decide(owned, status, 1)
    save(owned, (), [replace(ITEMS[0], stem="When did Vellmouth have its harbor back?")])
    entry = bank.get(owned, 1)
    assert entry is not None
    assert (entry.status, entry.item, entry.proposed) == (status, ITEMS[0], None)


def test_drafts_are_worded_anew_unless_an_editor_had_a_hand_in_them(owned: Session) -> None:
    mine = replace(ITEMS[3], stem="By whom was the new quay of Vellmouth designed?")
    items.edit(owned, 4, mine, number=1, author="me", now=LATER)
    newly = [replace(item, stem=f"In short: {item.stem}") for item in ITEMS[2:]]
    save(owned, ITEMS[:2], newly)
    third, fourth = bank.drafts(owned, 1, limit=9)
    assert (third.item, third.proposed) == (newly[0], None)
    assert (fourth.item, fourth.proposed) == (mine, 3)
    assert statuses(owned) == ALL


def test_an_article_may_have_drafts_alone(session: Session) -> None:
    assert save(session, (), ITEMS) == 1
    assert asked(session) == []
    assert articles.get(session, 1) is not None
    decide(session, Status.APPROVED, 2)
    assert asked(session) == [ITEMS[1]]


def test_the_empty_quiz_of_drafts_is_listed_to_its_owner_alone(session: Session) -> None:
    generated = Generated(make_article(), (), drafts=ITEMS)
    articles.save(session, generated, now=START, belonging=Belonging("me"))
    assert quizzes.recent(session, "another", limit=9) == ()
    assert [card.size for card in quizzes.recent(session, "me", limit=9)] == [0]
    decide(session, Status.APPROVED, 1)
    assert [card.size for card in quizzes.recent(session, "another", limit=9)] == [1]


def test_nobody_could_look_over_the_drafts_of_nobody(session: Session) -> None:
    articles.save(session, make_generated(*ITEMS[:2], drafts=ITEMS[2:]), now=START)
    assert statuses(session) == ALL[:2]


@pytest.mark.parametrize("status", HELD_BACK)
def test_whoever_imports_what_is_held_back_wants_it_asked(owned: Session, status: Status) -> None:
    decide(owned, status, 3, 4)
    reading = Reading((make_generated(*ITEMS[:3]),), (), whole=True)
    (done,) = imports.take(owned, reading, now=LATER, belonging=MINE)
    assert (done.new, done.there) == (0, 3)
    assert statuses(owned) == (*ALL[:2], Status.NEW, status)
    assert asked(owned) == list(ITEMS[:3])


def test_drafts_go_and_come_back_with_their_article(owned: Session) -> None:
    decide(owned, Status.DISCARDED, 4)
    assert removals.along(owned, 1, "me").drafts == 1
    removed_id = removals.remove_article(owned, 1, now=LATER)
    assert removed_id is not None
    removed = removals.find(owned, removed_id, "me", now=LATER)
    assert removed is not None
    restored = removals.restore(owned, removed, "me")
    assert restored is not None
    assert statuses(owned) == (*ALL[:3], Status.DISCARDED)
    assert asked(owned, restored.quiz_id) == list(ITEMS[:2])


NUMBERS = count()
STEPS = st.lists(
    st.tuples(st.sampled_from(Status), st.sets(st.integers(0, 3)), st.booleans()), max_size=6
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_decided_and_undone_the_quiz_asks_what_is_not_held_back(
    session: Session, steps: list[tuple[Status, set[int], bool]]
) -> None:
    name = f"Text {next(NUMBERS)}"
    generated = make_generated(*ITEMS[:2], article=make_article(name), drafts=ITEMS[2:])
    article_id = articles.save(session, generated, now=START, belonging=MINE)
    stored = articles.get(session, article_id)
    assert stored is not None
    of_article = models.Item.article_id == article_id
    own = session.scalars(select(models.Item.id).where(of_article).order_by(models.Item.id)).all()
    for n, (status, places, back) in enumerate(steps):
        decide(session, status, *(own[place] for place in places), batch=f"{name} {n}")
        if back:
            undo(session, f"{name} {n}")
        rows = session.execute(select(models.Item.id, models.Item.status).where(of_article))
        now = {item_id: Status(value) for item_id, value in rows}
        there = set(quiz_items.of(session, stored.quiz_id))
        assert there == {item_id for item_id in own if now[item_id] not in HELD_BACK}
        assert len(asked(session, stored.quiz_id)) == sum(each in ASKED for each in now.values())
        assert not {now[item_id] for item_id in own[:2]} & set(HELD_BACK)

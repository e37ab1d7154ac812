from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from quizapp.assessment.permissions import (
    NOBODYS,
    Asker,
    Belonging,
    Visibility,
    made_by,
    may_begin,
    may_edit,
    may_read,
    may_see_keys,
    may_see_stems,
    may_show,
    may_take,
)
from tests.quizapp.factories import START

SECOND = timedelta(seconds=1)
GUEST, OTHER, OWNER = Asker(None), Asker("other"), Asker("owner")
INVITED = Asker("other", invited=True)
ASSIGNED = Asker("other", invited=True, assigned=True)
OPEN = Belonging("owner", Visibility.OPEN)
LINK = Belonging("owner", Visibility.LINK)
DRAFT = Belonging("owner", Visibility.DRAFT)
NOBODYS_LINK = Belonging("", Visibility.LINK)


@pytest.mark.parametrize(
    ("asker", "belonging", "take", "keys", "edit"),
    [
        (GUEST, NOBODYS, True, True, False),
        (OWNER, NOBODYS, True, True, False),
        (Asker(""), NOBODYS, True, True, False),
        (GUEST, OPEN, True, True, False),
        (OTHER, OPEN, True, True, False),
        (OWNER, OPEN, True, True, True),
        (GUEST, LINK, False, False, False),
        (ASSIGNED, OPEN, True, False, False),
        (ASSIGNED, NOBODYS, True, False, False),
        (ASSIGNED, LINK, True, False, False),
        (Asker("owner", assigned=True), OPEN, True, True, True),
        (OTHER, LINK, False, False, False),
        (INVITED, LINK, True, False, False),
        (Asker(None, invited=True), LINK, True, False, False),
        (OWNER, LINK, True, True, True),
        (OTHER, DRAFT, False, False, False),
        (INVITED, DRAFT, True, False, False),
        (OWNER, DRAFT, True, True, True),
        (Asker(""), NOBODYS_LINK, False, False, False),
        (GUEST, NOBODYS_LINK, False, False, False),
    ],
)
def test_who_may_do_what(
    asker: Asker, belonging: Belonging, take: bool, keys: bool, edit: bool
) -> None:
    assert may_take(asker, belonging) is take
    assert may_see_keys(asker, belonging) is keys
    assert may_edit(asker, belonging) is edit


@pytest.mark.parametrize(
    ("asker", "belonging", "stems", "read"),
    [
        (GUEST, OPEN, True, True),
        (GUEST, LINK, False, False),
        (INVITED, LINK, True, True),
        (ASSIGNED, LINK, True, True),
        (replace(ASSIGNED, examined=True), LINK, False, True),
        (replace(ASSIGNED, examined=True), OPEN, False, True),
        (replace(ASSIGNED, examined=True, sitting=True), LINK, False, False),
        (replace(ASSIGNED, sitting=True), NOBODYS, False, False),
        (replace(OWNER, examined=True, sitting=True), LINK, True, True),
    ],
)
def test_an_exam_keeps_what_it_asks_and_asks_about_from_those_who_take_it(
    asker: Asker, belonging: Belonging, stems: bool, read: bool
) -> None:
    assert may_see_stems(asker, belonging) is stems
    assert may_read(asker, belonging) is read


@pytest.mark.parametrize(
    ("asker", "belonging", "closes_at", "begin"),
    [
        (GUEST, NOBODYS, None, True),
        (GUEST, OPEN, START + SECOND, True),
        (GUEST, OPEN, START, False),
        (INVITED, LINK, None, True),
        (INVITED, LINK, START - SECOND, False),
        (OTHER, LINK, None, False),
        (INVITED, DRAFT, None, False),
        (OWNER, DRAFT, None, True),
        (OWNER, LINK, START, True),
    ],
)
def test_who_may_begin(
    asker: Asker, belonging: Belonging, closes_at: datetime | None, begin: bool
) -> None:
    assert may_begin(asker, belonging, closes_at=closes_at, now=START) is begin


@pytest.mark.parametrize(
    ("visibility", "questions", "expected"),
    [
        (Visibility.OPEN, 1, True),
        (Visibility.LINK, 1, True),
        (Visibility.OPEN, 0, False),
        (Visibility.LINK, 0, False),
        (Visibility.DRAFT, 0, True),
    ],
)
def test_a_quiz_without_questions_is_not_published(
    visibility: Visibility, questions: int, expected: bool
) -> None:
    assert may_show(visibility, questions=questions) is expected


def test_what_an_account_makes_is_its_own_and_what_a_guest_makes_is_open() -> None:
    assert made_by("me", has_account=True) == Belonging("me", Visibility.LINK)
    assert made_by("me", has_account=False) == Belonging("me", Visibility.OPEN)

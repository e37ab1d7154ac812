import pytest

from questions import Generated
from quizapp.assessment.bank import Search, Shown, Status
from quizapp.assessment.exporting import Kept, Part, generated, with_retired
from tests.quizapp.factories import ITEMS, START, make_article


def part(*statuses: Status) -> Part:
    kept = (Kept(item, status, START) for item, status in zip(ITEMS, statuses, strict=False))
    return Part("Harbor", make_article(), tuple(kept))


def test_other_programs_get_what_is_asked_and_no_article_of_which_nothing_is() -> None:
    mixed = part(Status.NEW, Status.RETIRED, Status.APPROVED)
    assert generated([mixed, part(Status.RETIRED)]) == [
        Generated(make_article(), (ITEMS[0], ITEMS[2]))
    ]
    assert generated([]) == []


@pytest.mark.parametrize("shown", Shown)
def test_what_is_retired_comes_along_unless_a_status_was_asked_for(shown: Shown) -> None:
    found = with_retired(Search("quay", shown=shown))
    assert found == Search("quay", shown=Shown.ALL if shown is Shown.IN_USE else shown)

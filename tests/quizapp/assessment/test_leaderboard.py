from dataclasses import replace
from datetime import timedelta

from quizapp.assessment.leaderboard import Entry, ranked, shown
from quizapp.assessment.marking import Score


def entry(name: str, marks: float, of: int, *, minutes: int = 1, mine: bool = False) -> Entry:
    return Entry(name, Score(marks, of), timedelta(minutes=minutes), mine)


def places(*entries: Entry) -> list[tuple[int, str]]:
    return [(each.place, each.pseudonym) for each in ranked(entries)]


def test_the_higher_share_is_first_whatever_the_number_of_questions() -> None:
    assert places(entry("a", 4, 10), entry("b", 3, 5)) == [(1, "b"), (2, "a")]


def test_of_equal_shares_more_questions_are_first() -> None:
    assert places(entry("a", 1, 2), entry("b", 5, 10)) == [(1, "b"), (2, "a")]


def test_equal_scores_share_a_place_however_long_they_took() -> None:
    slow, quick = entry("a", 3, 4, minutes=90), entry("b", 3, 4)
    assert places(entry("c", 1, 4), quick, slow) == [(1, "a"), (1, "b"), (3, "c")]


def test_ones_own_entry_is_shown_wherever_it_stands() -> None:
    crowd = [entry(f"n{number:02}", 4, 4) for number in range(30)]
    own = entry("me", 0, 4, mine=True)
    assert shown([*crowd, own])[-1] == replace(own, place=31)
    assert len(shown([*crowd, own])) == 21
    assert len(shown(crowd)) == 20
    assert shown([]) == ()

import random
from itertools import pairwise

import pytest

from questions.calendars import (
    ahead,
    centuries,
    dates,
    days,
    months,
    remembered,
    shifted,
    spans,
)
from questions.candidates import Candidate
from questions.items import AnswerType
from questions.numbers import in_order, limits
from questions.ordering import sort_value
from questions.quantities import parse
from questions.scores import scores
from questions.years import years
from tests.questions.conftest import Tell


@pytest.mark.parametrize("rank", range(4))
def test_years_keep_their_order_and_the_article_s_time(rank: int) -> None:
    found = years(1987, range(2026), rank, random.Random(rank), [])
    assert found == sorted(found)
    assert len({*found, "1987"}) == 4
    assert sum(int(year) < 1987 for year in found) == rank


def test_no_year_lies_after_the_latest() -> None:
    assert all(int(y) <= 2024 for y in years(2024, range(2025), 0, random.Random(1), []))


def test_no_year_lies_before_the_first() -> None:
    assert all(int(y) >= 1900 for y in years(1907, range(1900, 1993), 3, random.Random(1), []))


@pytest.mark.parametrize("rank", range(4))
@pytest.mark.parametrize(
    ("offered", "expected"),
    [
        ([1990, 1700], {"1990"}),
        # They come before the rank that is wanted for the key.
        ([1990, 1983], {"1983", "1990"}),
        ([1990, 1995, 2001], {"1990", "1995", "2001"}),
    ],
)
def test_years_of_the_article_are_offered_first(
    offered: list[int], expected: set[str], rank: int
) -> None:
    assert expected <= set(years(1987, range(2026), rank, random.Random(1), offered))


def test_the_key_is_not_far_from_years_side_by_side() -> None:
    found = years(1644, range(2026), 1, random.Random(1), [1598, 1597, 1596])
    assert "1598" in found
    assert not {"1597", "1596"} & set(found)


def test_years_named_as_often_as_the_key_come_before_nearer_ones(tell: Tell) -> None:
    story = tell("It opened in 1931. It shut in 1936. In 1931 and 1944 it burned, in 1944 twice.")
    assert remembered(story, 1931, [1936, 1944]) == [1944, 1936]


def test_months_are_other_months() -> None:
    found = months("February 2022", 2022, 2022, 3, random.Random(1))
    assert len({*found, "February 2022"}) == 4
    assert all(int(m.split()[1]) <= 2022 for m in found)


def test_no_month_is_the_only_one_of_its_year() -> None:
    found = months("February 2023", 2023, 2023, 3, random.Random(1))
    years = [m.split()[1] for m in (*found, "February 2023")]
    assert max(map(years.count, years)) == 2


@pytest.mark.parametrize(
    ("key", "shared"),
    [
        ("25 December 2021", " 2021"),
        ("March 9, 1932", ", 1932"),
        ("1 May 2028", "1 "),
        ("5 May", " May"),
    ],
)
def test_days_are_written_like_the_key(key: str, shared: str) -> None:
    found = days(key, 1, random.Random(3))
    assert len({*found, key}) == 4
    assert all(shared in day for day in found)


@pytest.mark.parametrize(("key", "written"), [("3-1", "-"), ("7–4", "–"), ("134-129", "-")])
def test_scores_keep_the_winner(key: str, written: str) -> None:
    found = scores(key, 1, random.Random(2))
    assert len({*found, key}) == 4
    for score in found:
        won, lost = map(int, score.split(written))
        assert won > lost


def test_other_draws_stand_beside_a_draw() -> None:
    assert all(s.split("-")[0] == s.split("-")[1] for s in scores("2-2", 1, random.Random(2)))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("The 19th century", ["The 18th century", "The 20th century", "The 21st century"]),
        ("The fifteenth century", ["The fourteenth century", "The sixteenth century"]),
        ("The third century", []),
    ],
)
def test_centuries_are_written_like_the_key(key: str, expected: list[str]) -> None:
    assert set(expected) <= set(centuries(key, 1))
    assert bool(expected) == bool(centuries(key, 1))


def test_parts_of_years_and_decades_move_together() -> None:
    assert shifted("In early 2019", 2019, 1, 2020, 2) == [
        "In early 2017", "In early 2018", "In early 2020",
    ]  # fmt: skip
    assert shifted("The 1980s", 1980, 10, 2020, 1) == ["The 1970s", "The 1990s", "The 2000s"]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("19 March 1932", "20 March 1932"),
        ("31 March 1932", "1 April 1932"),
        ("December 2021", "January 2022"),
        ("1999", "2001"),
        ("Seven", "Eight"),
        ("$1.8 billion", "$2.0 billion"),
        ("In early 2019", "In late 2019"),
        ("The 1970s", "The 1980s"),
        ("2-1", "3-0"),
        ("More than 60", "More than 700"),
    ],
)
def test_sort_value(earlier: str, later: str) -> None:
    assert sort_value(earlier) < sort_value(later)


@pytest.mark.parametrize("rank", range(4))
def test_years_to_come_lie_after_the_article_s_time(rank: int) -> None:
    found = ahead(2035, 2025, rank, [1990, 2030, 2035])
    assert all(int(year) > 2025 for year in found)
    assert len({*found, "2035"}) == 4
    assert rank == 0 or "2030" in found


def test_periods_are_as_long_as_the_key() -> None:
    found = spans("Between 1803 and 1815", 2020, 1, random.Random(1))
    assert len({*found, "Between 1803 and 1815"}) == 4
    assert all(int(period[-4:]) - int(period[8:12]) == 12 for period in found)


@pytest.mark.parametrize("rank", range(4))
def test_short_periods_share_no_year(rank: int) -> None:
    key = "Between 2012 and 2016"
    found = [key, *spans(key, 2017, rank, random.Random(rank))]
    told = sorted((int(period[8:12]), int(period[-4:])) for period in found)
    assert len(told) == 4
    assert all(before[1] < after[0] for before, after in pairwise(told))


@pytest.mark.parametrize(
    ("stem", "key", "value", "inside"),
    [
        ("To what figure did the rate of Lund fall from 17.2 percent?", "16.4", 15, True),
        ("To what figure did the rate of Lund fall from 17.2 percent?", "16.4", 18, False),
        ("From what figure did the herd of Lund grow to 90 cows?", "60", 100, False),
        ("To how many did the herd of Lund rise from 104?", "226", 98, False),
        ("To how many did the herd of Lund rise from 104?", "226", 162, True),
    ],
)
def test_what_falls_falls(tell: Tell, stem: str, key: str, value: int, inside: bool) -> None:
    quantity = parse(key)
    assert quantity is not None
    candidate = Candidate(stem, key, AnswerType.NUMBER, "level", 0, 0, 1)
    low, high = limits(tell("The price fell."), candidate, quantity)
    assert (low <= value and (high is None or value <= high)) == inside


@pytest.mark.parametrize(
    ("title", "stem", "expected"),
    [
        ("Quake kills 31 in Lund", "How many of the dead were in Oslo?", 31),
        # Two numbers may be the whole, and what is no part has none.
        ("Quake kills 31 and hurts 90", "How many of the dead were in Oslo?", None),
        ("Quake kills 31 in Lund", "How many people were hurt?", None),
        ("Quake kills 12 in Lund", "How many of the dead were in Oslo?", None),
    ],
)
def test_no_part_is_larger_than_the_headline_s_whole(
    tell: Tell, title: str, stem: str, expected: int | None
) -> None:
    quantity = parse("22")
    assert quantity is not None
    candidate = Candidate(stem, "22", AnswerType.NUMBER, "dead", 0, 0, 1)
    assert limits(tell("A quake hit Lund.", title=title), candidate, quantity)[1] == expected


@pytest.mark.parametrize(
    "stem",
    ["Of Lund's 90 mills, how many closed?", "How many of the town of Lund’s 90 mills closed?"],
)
def test_no_part_is_larger_than_the_stem_s_whole(tell: Tell, stem: str) -> None:
    quantity = parse("22")
    assert quantity is not None
    candidate = Candidate(stem, "22", AnswerType.NUMBER, "mill", 0, 0, 1)
    assert limits(tell("A quake hit Lund."), candidate, quantity)[1] == 90


def test_how_often_is_in_order() -> None:
    every = ["Every 5.8 years", "Every 6.2 years", "Every 5.0 years"]
    assert sorted(every, key=sort_value) == [every[2], *every[:2]]


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        # All that is told lies ahead, but the firm was founded before.
        ("In which year was the firm founded?", False),
        ("In which year will the firm move?", True),
        ("By which year does the firm want to move?", True),
    ],
)
def test_only_what_is_to_come_has_years_to_come(tell: Tell, stem: str, expected: bool) -> None:
    told = "The firm of Lund, founded in 2011, will move by 2028. In 1929 Lund had one firm."
    asked = Candidate(stem, "2011", AnswerType.DATE, "year", 0, 0, 0.7)
    found = dates(tell(told), asked, 0, random.Random(1))
    assert ("2028" in found) is expected


def test_years_to_come_lie_behind_all_that_the_article_tells_of(tell: Tell) -> None:
    told = "Oil of Lund is to flow in 2028. It will do more than what was found by 2022."
    asked = Candidate("In which year will oil flow?", "2028", AnswerType.DATE, "year", 0, 0, 0.7)
    found = dates(tell(f"{told} The field was found in 2004."), asked, 1, random.Random(1))
    assert all(int(year) > 2022 for year in found)


def test_nobody_is_born_as_late_as_what_they_did(tell: Tell) -> None:
    told = "Anna Berg was born in Lund in 1918. In 1936 she ran for Sweden. She won in 1948."
    stem = "In which year was Anna Berg born?"
    asked = Candidate(stem, "1918", AnswerType.DATE, "year", 0, 0, 0.7)
    for rank in range(4):
        found = dates(tell(told, title="Anna Berg"), asked, rank, random.Random(1))
        assert all(int(year) <= 1936 - 12 for year in found)


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("The dam of Lund, 9 October 1963", "The dam failed in 1963."),
        ("Corn Revolt", "The Corn Revolt of 1963 began in Lund."),
    ],
)
@pytest.mark.parametrize(("key", "before"), [("1957", True), ("1971", False)])
def test_other_years_lie_on_the_same_side_of_the_headline_s(
    tell: Tell, title: str, lead: str, key: str, before: bool
) -> None:
    told = f"{lead} A dam had been planned in 1957. A court met in 1969 and 1971."
    asked = Candidate("In which year was it?", key, AnswerType.DATE, "year", 0, 0, 0.7)
    for rank in range(4):
        story = tell(told, title=title)
        found = dates(story, asked, rank, random.Random(1))
        assert all((int(year) <= 1963) is before for year in found)


@pytest.mark.parametrize(
    ("kind", "key", "told", "far"),
    [
        ("month", "May 1889", "October 1890", "March 1812"),
        ("day", "12 May 1889", "3 October 1890", "4 March 1812"),
    ],
)
def test_dates_of_the_article_stand_beside_the_key(
    tell: Tell, kind: str, key: str, told: str, far: str
) -> None:
    text = f"The mill of Lund opened on {key}. It closed on {told}. It was planned on {far}."
    asked = Candidate("When did it open?", key, AnswerType.DATE, kind, 0, 0, 0.7)
    options, place = in_order(tell(text), asked, 0, random.Random(1)) or ((), 0)
    assert options[place] == key
    assert told in options
    assert far not in options
    assert list(options) == sorted(options, key=sort_value)


def test_nothing_happens_to_a_work_before_it_is_made(tell: Tell) -> None:
    told = "The Mill is a 1982 film. The book came out in 1968. It won a prize in 1983."
    asked = Candidate("In which year did it win a prize?", "1983", AnswerType.DATE, "year", 2, 2, 0)
    for rank in range(4):
        story = tell(f"{told} It was shown again in 1992 and 2007.", title="The Mill")
        assert all(int(y) >= 1982 for y in dates(story, asked, rank, random.Random(1)))

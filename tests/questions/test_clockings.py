import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.clockings import other_clockings, parse
from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "Anna Berg won the race in Lund in 2 hours 23 minutes 41 seconds.",
            "In what time did Anna Berg win the race in Lund?",
            "2 hours 23 minutes 41 seconds",
        ),
        (
            "Anna Berg won the Lund marathon in 2:12:11.2.",
            "In what time did Anna Berg win the Lund marathon?",
            "2:12:11.2",
        ),
        (
            "Anna Berg won the 100 metres of Lund in a time of 10.54 seconds.",
            "In what time did Anna Berg win the 100 metres of Lund?",
            "10.54 seconds",
        ),
        (
            "Anna Berg crossed the lake of Lund in three hours and 20 minutes.",
            "In what time did Anna Berg cross the lake of Lund?",
            "Three hours and 20 minutes",
        ),
    ],
)
def test_times_of_races_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(question) == key


@pytest.mark.parametrize(
    "text",
    [
        # Several of them; a time of day; a sum.
        "The riders of Lund covered the laps in 2:58, 2:56 and 2:47.",
        "Anna Berg took silver in Lund in 54.30 and Karl Holm bronze in 54.86.",
        "Anna Berg reached Lund in 40 minutes.",
        # Of those who were beaten.
        "Anna Berg of Lund was second in 2:12:11.",
        "Anna Berg took third place at the Lund marathon in 2:12:11.",
        "Anna Berg finished the Lund marathon fourth in 2:12:11.",
        "The firm of Lund was sold in 2012.",
    ],
)
def test_other_numbers_behind_in_are_no_times(tell: Tell, text: str) -> None:
    assert not [question for question in asked(tell, text) if "what time" in question]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2 hours 23 minutes 41 seconds", 8621),
        ("One hour nine minutes and 58 seconds", 4198),
        ("3hr 21min 9sec", 12069),
        ("1:11:04", 4264),
    ],
)
def test_a_time_is_read(text: str, seconds: int) -> None:
    time = parse(text)
    assert time is not None
    assert (int(time.seconds), time.write(time.seconds)) == (seconds, text)


@pytest.mark.parametrize("text", ["40 minutes", "hours", "2012", "54 seconds", "$54.30"])
def test_what_is_no_time_is_not_read(text: str) -> None:
    assert parse(text) is None


@given(
    st.integers(1, 9),
    st.integers(1, 59),
    st.integers(1, 59),
    st.integers(0, 3),
    st.sampled_from(["{} hours {} minutes {} seconds", "{}:{:02}:{:02}", "{}hr {}min {}sec"]),
)
def test_other_times_are_told_alike(
    hours: int, minutes: int, seconds: int, rank: int, style: str
) -> None:
    key = style.format(hours, minutes, seconds)
    key = key.replace("1 hours", "1 hour").replace(" 1 minutes", " 1 minute")
    others = other_clockings(key, rank, random.Random(hours))
    times = [time for text in (key, *others) if (time := parse(text)) is not None]
    assert len({time.seconds for time in times}) == 4
    assert [parse(text) for text in others] == sorted(times[1:], key=lambda time: time.seconds)

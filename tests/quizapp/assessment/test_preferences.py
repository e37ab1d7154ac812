from datetime import timedelta

import pytest

from quizapp.assessment.preferences import read_steps, write_steps

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("1m 10m", (MINUTE, 10 * MINUTE)),
        ("1 10", (MINUTE, 10 * MINUTE)),
        ("15M, 1h,2d", (15 * MINUTE, HOUR, 2 * DAY)),
        ("", ()),
        ("30d", (30 * DAY,)),
        ("31d", None),
        ("0m", None),
        ("-1m", None),
        ("1.5h", None),
        ("10 minutes", None),
        ("٣m", None),
        ("99999d", None),
    ],
)
def test_steps_are_read_as_anki_writes_them(text: str, steps: tuple[timedelta, ...] | None) -> None:
    assert read_steps(text) == steps


@pytest.mark.parametrize("text", ["1m 10m", "", "90m", "1h 1d", "25h"])
def test_steps_are_written_as_they_are_read(text: str) -> None:
    assert write_steps(read_steps(text) or ()) == text

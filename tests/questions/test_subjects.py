"""Whose deed a verb tells."""

import pytest

from questions.subjects import subject_and_auxiliaries
from tests.questions.conftest import Tell

LATE = (
    "Oduya hit the bar just before the break, and in the 52nd minute Brannigan somehow put the "
    "rebound over an empty net after Sowerby had parried from close range."
)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Berg hit the bar and put the rebound over the net.", "put", "Berg"),
        ("Berg opened a mill in Lund, and in Oslo sold it.", "sold", "Berg"),
        # Another did it, whom the parser takes for a part of the phrase before.
        (LATE, "put", None),
    ],
)
def test_a_shared_subject_is_nobody_elses(
    tell: Tell, text: str, verb: str, subject: str | None
) -> None:
    token = next(t for t in tell(text).reading.doc if t.text == verb)
    found = subject_and_auxiliaries(token)[0]
    assert (found.text if found is not None else None) == subject

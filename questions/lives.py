"""Dates that stand in brackets behind a person's name: '(1867–1934)', '(born 4 May 1950)'."""

import re
from collections.abc import Iterator

from questions.candidates import Candidate
from questions.dates import DAY, YEAR
from questions.items import AnswerType
from questions.story import Story

DATE = rf"(?:(?:c\.|circa|baptised|baptized)\s*)?(?:(?:{DAY}),?\s+)?({YEAR})"
PLACE = r"(?:,[^();–]{2,40})?"
BORN = re.compile(rf"\s*\([^()]{{0,60}}?\bborn\s+{DATE}{PLACE}(?:;\s*died\s+{DATE}{PLACE})?\)")
SPAN = re.compile(rf"\s*\((?:[^()\d]{{0,60}};\s*)?{DATE}{PLACE}\s*[-–—]\s*{DATE}{PLACE}\)")


def lives(story: Story) -> Iterator[Candidate]:
    """In which year somebody was born and died, for everybody whose dates are in brackets."""
    done: set[str] = set()
    for end, person in story.names.person_at.items():
        here = story.reading.end(end)
        text = story.reading.article.text[here : here + 120]
        found = BORN.match(text) or SPAN.match(text)
        if found is None or person.name in done or "c." in found[0] or "circa" in found[0]:
            continue
        done.add(person.name)
        yield dated(story, end, f"In which year was {person.name} born?", found[1])
        if found[2] is not None:
            yield dated(story, end, f"In which year did {person.name} die?", found[2])


def last_year(story: Story) -> int | None:
    """The year in which the hero of a text died, where it stands in brackets behind the name."""
    ends = (end for end, person in story.names.person_at.items() if person == story.names.hero)
    text = story.reading.article.text
    behind = (text[(here := story.reading.end(end)) : here + 120] for end in ends)
    found = next((m for t in behind if (m := SPAN.match(t) or BORN.match(t)) and m[2]), None)
    return int(found[2]) if found is not None else None


def dated(story: Story, end: int, stem: str, year: str) -> Candidate:
    """The question for a year somewhere behind a name."""
    here = story.reading.numbers[end]
    token = next(t for t in story.reading.doc[end:] if year in t.text)
    return Candidate(
        stem,
        year,
        AnswerType.DATE,
        "year",
        here,
        story.sentence(token),
        0.7,
        traits=("dates in brackets",),
    )

"""Dates that stand in brackets behind a person's name: '(1867–1934)', '(born 4 May 1950)'."""

import re
from collections.abc import Iterator

from questions.candidates import Candidate
from questions.dates import DAY, YEAR
from questions.items import AnswerType
from questions.persons import Person
from questions.story import Story

FEW = 2
LONG = 10
"""Words of the opening sentence among which the hero's name in full ends."""
DATE = rf"(?:(?:c\.|circa|baptised|baptized)\s*)?(?:(?:{DAY}),?\s+)?({YEAR})"
PLACE = r"(?:,[^();–]{2,40})?"
BORN = re.compile(rf"\s*\([^()]{{0,60}}?\bborn\s+{DATE}{PLACE}(?:;\s*died\s+{DATE}{PLACE})?\)")
SPAN = re.compile(rf"\s*\((?:[^()\d]{{0,60}};\s*)?{DATE}{PLACE}\s*[-–—]\s*{DATE}{PLACE}\)")


def lives(story: Story) -> Iterator[Candidate]:
    """In which year somebody was born and died, for everybody whose dates are in brackets."""
    done: set[str] = set()
    for end, person in story.names.person_at.items():
        found = dates_behind(story, end)
        if found is None or person.name in done or in_passing(story, person):
            continue
        done.add(person.name)
        yield dated(story, end, f"In which year was {person.name} born?", found[1])
        if found[2] is not None:
            yield dated(story, end, f"In which year did {person.name} die?", found[2])


def in_passing(story: Story, person: Person) -> bool:
    """Whether a life is that of another, or an article names somebody only once or twice."""
    if story.names.hero is not None:
        return person != story.names.hero
    few = len(story.mentions.get(person.name, ())) <= FEW
    return few and person.surname.lower() not in story.title_words


def lifetime(story: Story) -> tuple[int | None, int | None]:
    """The years in which the hero was born and died, as brackets behind the name tell them."""
    hero = story.names.hero
    ends = (end for end, person in story.names.person_at.items() if person == hero)
    named = (*ends, *(t.i for t in story.reading.sentences[0][:LONG])) if hero else ()
    found = next((dates for end in named if (dates := dates_behind(story, end)) is not None), None)
    if found is None:
        return None, None
    return int(found[1]), int(found[2]) if found[2] is not None else None


def dates_behind(story: Story, end: int) -> re.Match[str] | None:
    """The dates of a life in brackets behind a mention, where they are no guesses."""
    here = story.reading.end(end)
    text = story.reading.article.text[here : here + 120]
    found = BORN.match(text) or SPAN.match(text)
    guessed = found is not None and ("c." in found[0] or "circa" in found[0])
    return None if guessed else found


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

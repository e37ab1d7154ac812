"""Well-known people of one calling and century, beside whom the less known can be asked for."""

import random
from collections.abc import Iterator
from functools import cache

from questions.candidates import Candidate
from questions.catalog import table
from questions.people import is_woman
from questions.profiles import callings
from questions.rivals import fits_pronouns
from questions.story import YEAR, Story

# Behind this year people may be alive, and a name out of the tables is out of place.
LAST = 1930
# Deeds that tell a calling.
DEEDS = {
    "patent": "inventor", "invent": "inventor", "compose": "composer", "paint": "painter",
    "sculpt": "sculptor", "engrave": "engraver",
}  # fmt: skip


@cache
def rows() -> tuple[tuple[frozenset[str], str, tuple[str, ...]], ...]:
    """Callings, a century as '19c', and the people of both."""
    return tuple(
        (frozenset(words.split("|")), century, tuple(names.split("|")))
        for words, century, names in table("peers")
    )


def peers(story: Story, candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """People of the key's calling and the century told of, whom the article does not name."""
    century = century_of(story, candidate)
    if century is None:
        return
    told = [*callings_of(story, candidate), DEEDS.get(candidate.deed, "")]
    for calling in told:
        for words, when, names in rows():
            if calling in words and when == century:
                fresh = [n for n in names if not story.says(n.split()[-1])]
                fit = [n for n in fresh if fits_pronouns(candidate, is_woman(n))]
                yield from rng.sample(fit, len(fit))
                return


def callings_of(story: Story, candidate: Candidate) -> Iterator[str]:
    """What the article calls the key, the words nearest the name first."""
    for end in story.mentions.get(candidate.key, ()):
        yield from (t.lemma_.lower() for t in reversed(list(callings(story, end))))


def century_of(story: Story, candidate: Candidate) -> str | None:
    """The century of the years in the evidence, or else of its paragraph, long past."""
    sentences = story.reading.sentences[candidate.first : candidate.last + 1]
    text = " ".join(s.text for s in sentences)
    years = [int(y) for y in YEAR.findall(text)] or story.years_beside(sentences[0].start)
    if not years or max(years) > LAST or min(years) // 100 != max(years) // 100:
        return None
    return f"{years[0] // 100 + 1}c"

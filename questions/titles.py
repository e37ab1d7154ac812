"""Titles of people, written alike, and others of their rank: 'Interior minister'."""

import random
import re
from collections.abc import Iterator

from questions import lexicon
from questions.candidates import Candidate
from questions.gazetteer import country_of
from questions.story import Story
from questions.text import sentence_case

OFFICES = lexicon.ROLES | frozenset(
    "interior foreign defence defense finance justice health education energy agriculture "
    "transport environment prime state commerce labour labor trade economy culture deputy "
    "assistant vice general attorney party opposition union fire police chief operations legal "
    "financial operating technology secretary council county city".split()
)


def plain_title(title: str) -> str:
    """A title with its common words in lower case but for the first."""
    words = (w.lower() if w.lower() in OFFICES else w for w in title.split())
    return sentence_case(" ".join(words))


# What somebody is for a while, or was: no position.
PASSING = frozenset("former late then leader champion rookie winner ex holder record title".split())
# Only their like are mistaken for these.
CABINET = frozenset(("minister", "secretary"))
# Words before 'minister' that are no portfolio.
RANKS = frozenset("chief first deputy junior cabinet senior".split())
# Offices of one rank: a title is changed into others by its place in its row.
POSITIONS = (
    ("Interior Minister", "Foreign Minister", "Defence Minister", "Finance Minister",
     "Justice Minister", "Health Minister", "Education Minister", "Energy Minister",
     "Agriculture Minister", "Transport Minister", "Environment Minister", "Prime Minister"),
    ("Health Secretary", "Defence Secretary", "Education Secretary", "Transport Secretary",
     "Justice Secretary", "Environment Secretary", "Culture Secretary"),
    ("Secretary of State", "Secretary of Defense", "Secretary of Energy", "Secretary of Commerce",
     "Secretary of Agriculture", "Secretary of Labor"),
    ("chief executive officer", "chief financial officer", "chief operating officer",
     "chief technology officer", "chief legal officer"),
    ("chief executive", "finance director", "operations director", "head of strategy"),
    ("spokesman", "chief of staff", "legal adviser", "treasurer"),
    ("spokeswoman", "chief of staff", "legal adviser", "treasurer"),
)  # fmt: skip


def others_positions(story: Story, candidate: Candidate) -> Iterator[str]:
    """Titles that the article gives to others, those as long as the key first."""
    size, length = len(candidate.key.split()), len(candidate.key)
    around = story.people_near(candidate.first, candidate.last)
    every = (t for p in around for t in p.titles if len(t.split()) > 1)
    offices = (t for t in every if t.lower().split()[-1] in lexicon.ROLES or " of " in t)
    titles = [plain_title(t) for t in offices if not PASSING & set(t.lower().split())]
    last = candidate.key.split()[-1]
    fit = [t for t in titles if last not in CABINET or t.endswith(f" {last}")]
    alike = (t for t in fit if size - 2 <= len(t.split()) <= size + 2)
    yield from sorted(alike, key=lambda title: abs(len(title) - length))


def positions(candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """The title with its office changed for others of the same rank."""
    for row in POSITIONS:
        held = (re.search(rf"\b{re.escape(o)}\b", candidate.key, re.IGNORECASE) for o in row)
        found = next((match for match in held if match), None)
        if found is not None:
            before, after = candidate.key[: found.start()], candidate.key[found.end() :]
            for other in rng.sample(row, len(row)):
                yield plain_title(f"{before}{other}{after}")
            return
    portfolio, _, office = candidate.key.partition(" ")
    if office == "minister" and portfolio.lower() not in RANKS and country_of(portfolio) is None:
        yield from map(plain_title, rng.sample(POSITIONS[0], len(POSITIONS[0])))

"""What somebody is, in place of a name nobody has to know: 'The fire chief', 'A pharmacist'."""

import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from questions.candidates import Candidate
from questions.story import Story

LONGEST = 4
# Words without which a title is another one.
LIMITING = frozenset(
    "deputy vice assistant former acting interim late retired ex then first lead 's".split()
)


@cache
def rivals() -> dict[str, tuple[str, ...]]:
    """For each role six others that could do or say the same things."""
    with files("questions").joinpath("data/roles.tsv").open(encoding="utf-8") as table:
        rows = csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {role: tuple(others.split("|")) for role, others in rows}


def by_role(story: Story, candidate: Candidate) -> Candidate | None:
    """The question with the role for its key; None where the evidence does not tell one."""
    found = next(roles(story, candidate.key, candidate.first, candidate.last), None)
    return (
        replace(candidate, key=found, kind="role", traits=(*candidate.traits, "role"))
        if found
        else None
    )


def roles(story: Story, name: str, first: int, last: int) -> Iterator[str]:
    """What the sentences from one to another say that somebody is."""
    for end, person in story.names.person_at.items():
        token = story.reading.doc[end]
        if person.name == name and first <= story.sentence(token) <= last:
            yield from titled(story, end, len(name.split()))
            yield from described(token)


def titled(story: Story, end: int, size: int) -> Iterator[str]:
    """'The fire chief', from the title before a name."""
    start = story.names.starts[end]
    words = [story.reading.doc[i].lower_ for i in range(start, end + 1 - size)]
    role = known(words)
    if role:
        yield f"The {role}"


def described(name: Token) -> Iterator[str]:
    """'A pharmacist', from what stands beside a name."""
    for noun in name.children:
        if noun.dep_ != "appos" or noun.pos_ != "NOUN":
            continue
        words = [t for t in noun.lefts if t.dep_ in ("compound", "amod", "poss")]
        role = known([*(t.lower_ for t in words), noun.lower_])
        single = any(c.lower_ in ("a", "an") for c in noun.children)
        if role:
            yield f"{'An' if role[0] in 'aeiou' else 'A'} {role}" if single else f"The {role}"


def known(words: Sequence[str]) -> str:
    """The longest end of a title that the table has, or ''."""
    lengths = range(min(LONGEST, len(words)), 0, -1)
    size = next((n for n in lengths if " ".join(words[-n:]) in rivals()), 0)
    limited = LIMITING & set(words[: len(words) - size])
    return "" if limited or not size else " ".join(words[-size:])


def others(story: Story, candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """Roles of other people of the article, then roles that could be mistaken for the key's."""
    determiner, _, role = candidate.key.partition(" ")
    text = story.reading.article.text.lower()
    everywhere = range(len(story.reading.sentences))
    for person in story.names.people:
        told = next(roles(story, person.name, everywhere[0], everywhere[-1]), None)
        if told is not None and (told.startswith("The")) == (determiner == "The"):
            yield told
    fresh = [r for r in rivals()[role] if r not in text]
    for rival in rng.sample(fresh, len(fresh)):
        indefinite = "An" if rival[0] in "aeiou" else "A"
        yield f"{'The' if determiner == 'The' else indefinite} {rival}"

"""Three wrong options for a key: of its fine kind, written like it, and not true by the article."""

import random
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from questions import gazetteer, lexicon, numbers
from questions.candidates import Candidate
from questions.items import AnswerType
from questions.people import invented
from questions.persons import Person
from questions.quantities import LOWER, UPPER
from questions.story import Story
from questions.text import content, tokens

COUNT = 3
LIFETIME = 90
# Everybody says something: that somebody else spoke does not make them a second right answer.
SPEECH = frozenset(("say", "tell", "add"))
# Offices of one rank: a title is changed into others by its place in its row.
POSITIONS = (
    ("Interior Minister", "Foreign Minister", "Defence Minister", "Finance Minister",
     "Justice Minister", "Health Minister", "Education Minister", "Energy Minister",
     "Agriculture Minister", "Transport Minister", "Environment Minister", "Prime Minister"),
    ("Secretary of State", "Secretary of Defense", "Secretary of Energy", "Secretary of Commerce",
     "Secretary of Agriculture", "Secretary of Labor"),
    ("chief executive", "chief financial officer", "chief operating officer",
     "chief technology officer", "chief legal officer"),
    ("spokesman", "chief of staff", "legal adviser", "head of protocol"),
    ("spokeswoman", "chief of staff", "legal adviser", "head of protocol"),
)  # fmt: skip
RANKS = (
    frozenset("president king queen pope emperor chancellor premier prime".split()),
    frozenset("minister secretary senator governor ambassador".split()),
    frozenset("mayor head chief director spokesman spokeswoman executive".split()),
)


def options(
    story: Story, candidate: Candidate, rank: int, rng: random.Random
) -> tuple[tuple[str, ...], int] | None:
    """Four options in the order they are shown and the key's place; None where three are not found.

    `rank` is the place wanted for the key.
    """
    if candidate.quantity is not None or candidate.answer_type == AnswerType.DATE:
        return numbers.in_order(story, candidate, bounded(candidate, rank), rng)
    found: list[str] = []
    for text in others(story, candidate, rng):
        if len(found) < COUNT and fair(story, candidate, text, found):
            found.append(text)
    if len(found) < COUNT:
        return None
    rng.shuffle(found)
    return (*found[:rank], candidate.key, *found[rank:]), rank


def bounded(candidate: Candidate, rank: int) -> int:
    """The key's rank: smaller numbers are true of 'more than 600' too, larger ones of 'up to'."""
    hedge = candidate.quantity.hedge if candidate.quantity is not None else ""
    return 0 if hedge in LOWER else 3 if hedge in UPPER else rank


def others(story: Story, candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """Candidates for distractors of a named key, best first."""
    match candidate.answer_type:
        case AnswerType.PERSON:
            yield from people(story, candidate)
            yield from strangers(story, candidate, rng)
        case AnswerType.ORGANIZATION:
            bodies = story.names.organizations
            yield from (o.name for o in bodies if o.kind == candidate.kind)
        case AnswerType.PLACE:
            yield from places(story, candidate, rng)
        case _:
            yield from positions(candidate, rng)


def people(story: Story, candidate: Candidate) -> list[str]:
    """People of the article: of the key's rank first, then those mentioned close by."""
    key = next((p for p in story.names.people if p.name == candidate.key), None)
    if key is None:
        return []
    barred = doers(story, candidate) | agreeing(story, candidate) | meant(story, candidate)
    names = [n for n in near(story, candidate) if n not in barred]
    known = {p.name: p for p in story.names.people}

    def distance(name: str) -> float:
        ranks = abs(rank(known[name]) - rank(key))
        foreign = None not in (side(known[name]), side(key)) and side(known[name]) != side(key)
        apart = past(story, known[name]) != past(story, key)
        return names.index(name) / 2 + ranks + 2 * foreign + 3 * apart

    return sorted(names, key=distance)


def doers(story: Story, candidate: Candidate) -> set[str]:
    """People of whom the article says the same verb, and those it says are dead."""
    verbs = {candidate.deed, "die"} - SPEECH
    return {name for verb in verbs for name in story.deeds.get(verb, ())}


def meant(story: Story, candidate: Candidate) -> set[str]:
    """People of the headline, where a quotation speaks of 'him' or 'her'."""
    about = {"he", "she", "him", "her", "his", "hers"} & set(tokens(candidate.stem))
    title = tokens(story.reading.article.title)
    return {p.name for p in story.names.people if about and p.surname.lower() in title}


def past(story: Story, person: Person) -> bool:
    """Whether the article names somebody only beside years long gone by its own time."""
    latest = max(story.years, default=0)
    ends = story.mentions.get(person.name, ())
    beside = [y for end in ends for y in story.years_beside(end)]
    return bool(beside) and min(beside) < latest - LIFETIME


def side(person: Person) -> str | None:
    """The country that a person's titles name: 'Kyiv Mayor' and 'Kremlin spokesman' tell one."""
    for word in (w.removesuffix("'s").removesuffix("’s") for t in person.titles for w in t.split()):
        place = gazetteer.country_of(word) or gazetteer.find(word)
        if place is not None or word in lexicon.SEATS:
            return place.country if place is not None else lexicon.SEATS[word]
    return None


def strangers(story: Story, candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """A name from outside the article for somebody little known, beside two from it."""
    text = story.reading.article.text
    key = next((p for p in story.names.people if p.name == candidate.key), None)
    if key is None or rank(key) == 0:
        return
    fresh = (n for n in invented(key.name, rng) if not any(word in text for word in n.split()))
    yield from islice(fresh, 1)


def agreeing(story: Story, candidate: Candidate) -> set[str]:
    """People of the next sentence where it says that they hold the same."""
    if candidate.last + 1 >= len(story.reading.sentences):
        return set()
    after = story.reading.sentences[candidate.last + 1]
    if not any(t.lemma_.lower() in lexicon.AGREEING for t in after):
        return set()
    return {p.name for p in story.names.mentioned(after.start, after.end)}


def rank(person: Person) -> int:
    """The row of RANKS that a person's titles belong to; behind the last where there is none."""
    words = {word.lower() for title in person.titles for word in title.split()}
    return next((n for n, row in enumerate(RANKS) if words & row), len(RANKS))


def near(story: Story, candidate: Candidate) -> list[str]:
    """People of the article, those mentioned closest to the evidence first."""
    here = story.reading.sentences[candidate.first].start

    def distance(name: str) -> int:
        return min(
            (abs(end - here) for end in story.mentions.get(name, ())),
            default=len(story.reading.doc),
        )

    names = (p.name for p in story.names.people if p.name != candidate.key)
    return sorted(names, key=distance)


def places(story: Story, candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """One place of the article of the same kind, then similar places it does not name."""
    key = gazetteer.find(candidate.key)
    if key is None:
        return
    named = {t.text for t in story.reading.doc if t.pos_ == "PROPN"}
    text = story.reading.article.text
    similar = gazetteer.alike(key)[:14]
    here = [p for p in gazetteer.alike(key) if p.name.split()[0] in named and p.name in text]
    yield from [p.name for p in here[:1]]
    fresh = [p for p in similar if p.name not in text][:7]
    yield from (p.name for p in rng.sample(fresh, len(fresh)))


def positions(candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """The title with its office changed for others of the same rank."""
    for row in POSITIONS:
        office = next((o for o in row if o.lower() in candidate.key.lower()), None)
        if office is not None:
            at = candidate.key.lower().index(office.lower())
            before, after = candidate.key[:at], candidate.key[at + len(office) :]
            capitals = candidate.key[at : at + len(office)].split()[-1][0].isupper()
            for other in rng.sample(row, len(row)):
                text = f"{before}{capitalised(other) if capitals else other}{after}"
                yield text[0].upper() + text[1:]


def capitalised(title: str) -> str:
    """Every word but 'of' with a capital."""
    return " ".join(w if w == "of" else w[0].upper() + w[1:] for w in title.split())


def fair(story: Story, candidate: Candidate, text: str, found: Sequence[str]) -> bool:
    """Not the key or part of it, not in the stem, not offered yet, and not true here."""
    mine, key, stem = set(tokens(text)), set(tokens(candidate.key)), set(tokens(candidate.stem))
    surname = candidate.answer_type == AnswerType.PERSON and tokens(text)[-1] in stem
    if surname or mine <= stem or mine <= key or key <= mine:
        return False
    if any(mine <= set(tokens(f)) for f in found):
        return False
    evidence = story.reading.evidence(candidate.first, candidate.last).text
    return not listed_together(evidence, candidate.key, text) and not co_asserted(
        story, candidate, text
    )


def listed_together(sentence: str, key: str, text: str) -> bool:
    """Whether key and distractor are members of one list, so that both may be right."""
    names = [re.escape(name.rpartition(" ")[2]) for name in (key, text)]
    return any(
        re.search(rf"\b{a}\b(?:,| and| or)(?: [\w'’.-]+,?){{0,6}}? ?\b{b}\b", sentence)
        for a, b in (names, names[::-1])
    )


def co_asserted(story: Story, candidate: Candidate, text: str) -> bool:
    """Whether another sentence says of the distractor much of what the stem asks."""
    asked, name = set(content(candidate.stem)), tokens(text)[-1]
    apart = (
        number
        for number in story.where.get(name, ())
        if not candidate.first <= number <= candidate.last
    )
    return any(len(asked & story.words[number]) >= 0.5 * len(asked) for number in apart)

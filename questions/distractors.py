"""Three wrong options for a key: of its fine kind, written like it, and not true by the article."""

import random
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from spacy.tokens import Token

from questions import gazetteer, lexicon
from questions.candidates import Candidate
from questions.items import AnswerType
from questions.names import Person
from questions.quantities import NUMBER, Quantity, neighbours, parse
from questions.story import Story
from questions.text import content, tokens

COUNT = 3
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
    if candidate.quantity is not None and candidate.answer_type != AnswerType.DATE:
        return ordered(candidate.key, numbers(story, candidate, candidate.quantity, rank, rng))
    if candidate.answer_type == AnswerType.DATE:
        return ordered(candidate.key, dates(story, candidate, rank, rng))
    found: list[str] = []
    for text in others(story, candidate, rng):
        if len(found) == COUNT:
            break
        if fair(story, candidate, text, found):
            found.append(text)
    if len(found) < COUNT:
        return None
    rng.shuffle(found)
    found.insert(rank, candidate.key)
    return tuple(found), rank


def ordered(key: str, found: Sequence[str] | None) -> tuple[tuple[str, ...], int] | None:
    """The distractors, which ascend, with the key among them where it belongs."""
    if not found or len(found) < COUNT:
        return None
    every = [*found]
    values = [value_of(text) for text in found]
    place = sum(value < value_of(key) for value in values)
    every.insert(place, key)
    return tuple(every), place


def value_of(text: str) -> tuple[int, ...] | Decimal:
    """What to sort by: a date's year, month and day, or a number."""
    months = [n for n, m in enumerate(lexicon.MONTHS) if m[:3] in text]
    quantity = parse(text)
    if quantity is not None and not months:
        return (quantity.value,) if isinstance(quantity.value, tuple) else quantity.value
    year = re.search(r"(1\d|20)\d\d", text)
    day = re.search(r"\b\d\d?\b", text)
    return (int(year[0]) if year else 0, months[0] if months else 0, int(day[0]) if day else 0)


def others(story: Story, candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """Candidates for distractors of a named key, best first."""
    match candidate.answer_type:
        case AnswerType.PERSON:
            yield from people(story, candidate)
        case AnswerType.ORGANIZATION:
            same = [o.name for o in story.names.organizations if o.kind == candidate.kind]
            yield from near(story, candidate, same)
        case AnswerType.PLACE:
            yield from places(story, candidate, rng)
        case _:
            yield from positions(candidate, rng)


def people(story: Story, candidate: Candidate) -> list[str]:
    """People of the article: of the key's rank first, then those mentioned close to the evidence."""
    ranks = {p.name: rank(p) for p in story.names.people}
    doers = {
        story.names.person_at[t.i].name
        for t in story.reading.doc
        if t.i in story.names.person_at and t.dep_ == "nsubj" and t.head.lemma_ == candidate.deed
    }
    also = doers | agreeing(story, candidate)
    names = [n for n in near(story, candidate, list(ranks)) if n not in also]
    return sorted(names, key=lambda n: abs(ranks[n] - ranks[candidate.key]))


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


def near(story: Story, candidate: Candidate, names: Sequence[str]) -> list[str]:
    """Names of the article, those mentioned closest to the evidence first."""
    text = story.reading.article.text

    def distance(name: str) -> int:
        places = [m.start() for m in re.finditer(re.escape(name.split()[-1]), text)]
        return min((abs(p - candidate.evidence.start) for p in places), default=len(text))

    return sorted((n for n in names if n != candidate.key), key=distance)


def places(story: Story, candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """One place of the article of the same kind, then similar places it does not name."""
    key = gazetteer.find(candidate.key)
    if key is None:
        return
    named = {t.text for t in story.reading.doc if t.pos_ == "PROPN"}
    text = story.reading.article.text
    similar = list(gazetteer.alike(key))[:14]
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
    mine, stem = set(tokens(text)), set(tokens(candidate.stem))
    key = set(tokens(candidate.key))
    if (
        mine & stem
        and mine <= stem
        or tokens(text)[-1] in stem
        and candidate.answer_type == AnswerType.PERSON
    ):
        return False
    if mine <= key or key <= mine or any(mine <= set(tokens(f)) for f in found):
        return False
    if listed_together(candidate.evidence.text, candidate.key, text):
        return False
    return not co_asserted(story, candidate, text)


def listed_together(sentence: str, key: str, text: str) -> bool:
    """Whether key and distractor are members of one list, so that both may be right."""
    a, b = re.escape(key.split()[-1]), re.escape(text.split()[-1])
    pattern = rf"\b{a}\b(?:,| and| or)(?: [\w'’.-]+,?){{0,6}}? ?\b{b}\b"
    return bool(
        re.search(pattern, sentence)
        or re.search(pattern.replace(a, "\0").replace(b, a).replace("\0", b), sentence)
    )


def co_asserted(story: Story, candidate: Candidate, text: str) -> bool:
    """Whether another sentence says of the distractor much of what the stem asks."""
    asked = set(content(candidate.stem))
    name = tokens(text)[-1]
    for number, sentence in enumerate(story.reading.sentences):
        if candidate.first <= number <= candidate.last:
            continue
        words = set(tokens(sentence.text))
        if name in words and len(asked & words) >= 0.5 * len(asked):
            return True
    return False


def numbers(
    story: Story, candidate: Candidate, quantity: Quantity, rank: int, rng: random.Random
) -> list[str]:
    """Numbers written like the key, `rank` of them smaller; one from the article where it fits."""
    high = Decimal(100) if "%" in quantity.suffix and quantity.value <= 100 else None
    low = (
        Decimal(2)
        if candidate.answer_type in (AnswerType.NUMBER, AnswerType.DURATION)
        else Decimal(0)
    )
    offered = other_numbers(story, candidate, quantity)
    values = neighbours(quantity, rank, rng, low=low, high=high, offered=offered)
    return [quantity.write(value) for value in values]


def other_numbers(story: Story, candidate: Candidate, quantity: Quantity) -> list[Decimal]:
    """Numbers that the article writes the same way about something else, outside the evidence."""
    text, evidence = story.reading.article.text, candidate.evidence
    apart = text[: evidence.start] + "\n" + text[evidence.end :]
    if quantity.prefix or quantity.suffix:
        pattern = (
            rf"(?<![\w.,]){re.escape(quantity.prefix)}({NUMBER}){re.escape(quantity.suffix)}(?!\w)"
        )
        written = [m[1] for m in re.finditer(pattern, apart, re.IGNORECASE)]
    else:
        written = [t.text for t in story.reading.doc if counts_other(t, candidate)]
    found = [n for w in written if (n := parse(w)) is not None]
    return sorted({n.value for n in found if n.decimals == quantity.decimals} - {quantity.value})


def counts_other(token: Token, candidate: Candidate) -> bool:
    """Whether a plain number counts things other than the key's."""
    noun = token.head
    unit = noun.lemma_.lower() in lexicon.TIME_UNITS | lexicon.CURRENCIES or noun.text == "%"
    counted = token.like_num and token.dep_ == "nummod" and noun.pos_ == "NOUN"
    return counted and not unit and noun.lemma_.lower() != candidate.kind


def dates(story: Story, candidate: Candidate, rank: int, rng: random.Random) -> list[str] | None:
    """Years, months or days around the key's, none after the article's own time."""
    year = int(re.search(r"(1\d|20)\d\d", candidate.key)[0])  # type: ignore[index]
    latest = max([year, *map(int, re.findall(r"\b(?:1\d|20)\d\d\b", story.reading.article.text))])
    match candidate.kind:
        case "year":
            offered = [
                int(y) for y in re.findall(r"\b(?:1\d|20)\d\d\b", story.reading.article.text)
            ]
            return years(year, latest, rank, rng, offered)
        case "month":
            return months(candidate.key, year, latest, rank, rng)
        case _:
            return days(candidate.key, rank, rng)


def years(
    year: int, latest: int, rank: int, rng: random.Random, offered: Sequence[int]
) -> list[str]:
    """Three other years, near ones of the article first; closer together the later they are."""
    width = 1 if latest - year < 15 else 2 if latest - year < 60 else 4
    near = [
        y for y in sorted(set(offered), key=lambda y: abs(y - year)) if abs(y - year) < 12 * width
    ]
    steps = [n * width + rng.randrange(width) for n in range(1, 4)]
    above = [
        y for y in [*[y for y in near if y > year][:1], *(year + s for s in steps)] if y <= latest
    ]
    below = [*[y for y in near if y < year][:1], *(year - s for s in steps)]
    above, below = list(dict.fromkeys(above)), list(dict.fromkeys(below))
    count = max(rank, 3 - len(above))
    return [str(y) for y in sorted(below[:count] + above[: 3 - count])]


def months(key: str, year: int, latest: int, rank: int, rng: random.Random) -> list[str]:
    """Three other months with their year, some months apart."""
    month = lexicon.MONTHS.index(key.split()[0])
    at = year * 12 + month
    steps = [rng.randrange(3, 6), rng.randrange(7, 10), rng.randrange(11, 15)]
    above = [at + s for s in steps if (at + s) // 12 <= latest]
    below = [at - s for s in steps]
    count = max(rank, 3 - len(above))
    return [
        f"{lexicon.MONTHS[m % 12]} {m // 12}" for m in sorted(below[:count] + above[: 3 - count])
    ]


def days(key: str, rank: int, rng: random.Random) -> list[str] | None:
    """Three other days of the same month and year, written alike."""
    found = re.search(r"\b(\d\d?)\b", key)
    if found is None:
        return None
    day = int(found[1])
    below = rng.sample(range(1, day), min(3, day - 1))
    above = rng.sample(range(day + 1, 29), min(3, max(0, 28 - day)))
    count = min(max(rank, 3 - len(above)), len(below))
    chosen = sorted(below[:count] + above[: 3 - count])
    return [key[: found.start()] + str(d) + key[found.end() :] for d in chosen]

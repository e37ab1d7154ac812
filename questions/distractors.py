"""Three wrong options for a key: of its fine kind, written like it, and not true by the article."""

import random
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from spacy.tokens import Token

from questions import gazetteer, lexicon
from questions.candidates import Candidate
from questions.items import AnswerType
from questions.quantities import Quantity, neighbours, parse
from questions.story import Story
from questions.text import content, tokens

COUNT = 3
POSITIONS = (
    ("Interior Minister", "Foreign Minister", "Defence Minister", "Finance Minister",
     "Justice Minister", "Health Minister", "Education Minister", "Energy Minister",
     "Agriculture Minister", "Transport Minister", "Environment Minister", "Prime Minister"),
    ("Chief executive", "Chief financial officer", "Chief operating officer", "Chairman",
     "Chief technology officer", "General counsel"),
)  # fmt: skip


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
            yield from near(story, candidate, [p.name for p in story.names.people])
        case AnswerType.ORGANIZATION:
            same = [o.name for o in story.names.organizations if o.kind == candidate.kind]
            yield from near(story, candidate, same)
        case AnswerType.PLACE:
            yield from places(story, candidate, rng)
        case _:
            yield from positions(story, candidate, rng)


def near(story: Story, candidate: Candidate, names: Sequence[str]) -> list[str]:
    """Names of the article, those mentioned closest to the evidence first."""

    def distance(name: str) -> int:
        word = name.split()[-1]
        places = [m.start() for m in re.finditer(re.escape(word), story.reading.article.text)]
        return min((abs(p - candidate.evidence.start) for p in places), default=10**9)

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


def positions(story: Story, candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """Offices of the same rank that nobody in the article holds, then those of others in it."""
    family = next((f for f in POSITIONS if candidate.key in f), ())
    text = story.reading.article.text.lower()
    fresh = [p for p in family if p.lower() not in text]
    yield from rng.sample(fresh, len(fresh))
    for person in story.names.people:
        for title in person.titles:
            if len(title.split()) > 1:
                yield title[0].upper() + title[1:]


def fair(story: Story, candidate: Candidate, text: str, found: Sequence[str]) -> bool:
    """Not the key or part of it, not in the stem, not offered yet, and not true here."""
    mine, stem = set(tokens(text)), set(tokens(candidate.stem))
    key = set(tokens(candidate.key))
    if mine & stem and mine <= stem or tokens(text)[-1] in stem and candidate.answer_type == AnswerType.PERSON:
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
    return bool(re.search(pattern, sentence) or re.search(pattern.replace(a, "\0").replace(b, a).replace("\0", b), sentence))


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
    low = Decimal(2) if candidate.answer_type in (AnswerType.NUMBER, AnswerType.DURATION) else Decimal(0)
    offered = other_numbers(story, candidate, quantity)
    values = neighbours(quantity, rank, rng, low=low, high=high, offered=offered)
    return [quantity.write(value) for value in values]


def other_numbers(story: Story, candidate: Candidate, quantity: Quantity) -> list[Decimal]:
    """Numbers of the article with as many digits that count something else."""
    found = []
    for token in story.reading.doc:
        plain = token.like_num and token.dep_ == "nummod" and countable(token.head, candidate.answer_type)
        number = parse(token.text) if plain else None
        if number is None or number.worded != quantity.worded or number.decimals != quantity.decimals:
            continue
        same_noun = token.head.lemma_.lower() == candidate.kind
        year = number.value >= 1000 and not number.grouped
        if not same_noun and not year and number.value != quantity.value:
            found.append(number.value)
    return sorted(set(found))


def countable(noun: Token, answer_type: AnswerType) -> bool:
    """Whether a number beside the noun is of the answer type: things counted, or shares."""
    unit = noun.lemma_.lower() in lexicon.TIME_UNITS | lexicon.CURRENCIES
    match answer_type:
        case AnswerType.PERCENT:
            return noun.text in ("%", "percent")
        case AnswerType.NUMBER:
            return noun.pos_ == "NOUN" and noun.text not in ("%", "percent") and not unit
        case _:
            return False


def dates(story: Story, candidate: Candidate, rank: int, rng: random.Random) -> list[str] | None:
    """Years, months or days around the key's, none after the article's own time."""
    year = int(re.search(r"(1\d|20)\d\d", candidate.key)[0])  # type: ignore[index]
    latest = max([year, *map(int, re.findall(r"\b(?:1\d|20)\d\d\b", story.reading.article.text))])
    match candidate.kind:
        case "year":
            return years(year, latest, rank, rng)
        case "month":
            return months(candidate.key, year, latest, rank, rng)
        case _:
            return days(candidate.key, rank, rng)


def years(year: int, latest: int, rank: int, rng: random.Random) -> list[str]:
    """Three other years; closer together the closer they are to the article's time."""
    width = 1 if latest - year < 15 else 2 if latest - year < 60 else 4
    above = [y for n in range(1, 4) if (y := year + n * width + rng.randrange(width)) <= latest]
    below = [year - n * width - rng.randrange(width) for n in range(1, 4)]
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
    return [f"{lexicon.MONTHS[m % 12]} {m // 12}" for m in sorted(below[:count] + above[: 3 - count])]


def days(key: str, rank: int, rng: random.Random) -> list[str] | None:
    """Three other days of the same month and year, written alike."""
    found = re.search(r"\b(\d\d?)\b", key)
    if found is None:
        return None
    day = int(found[1])
    below = [d for d in rng.sample(range(1, day), min(3, day - 1))]
    above = [d for d in rng.sample(range(day + 1, 29), min(3, max(0, 28 - day)))]
    count = min(max(rank, 3 - len(above)), len(below))
    chosen = sorted(below[:count] + above[: 3 - count])
    return [key[: found.start()] + str(d) + key[found.end() :] for d in chosen]

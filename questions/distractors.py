"""Three wrong options for a key: of its fine kind, written like it, and not true by the article."""

import random
import re
from collections.abc import Iterator, Sequence

from questions import bearings, catalog, firms, gazetteer, kinds, lexicon, numbers, reasons, rivals
from questions.candidates import Candidate
from questions.gazetteer import Place
from questions.items import AnswerType
from questions.locations import located, similar
from questions.peers import peers
from questions.story import Story
from questions.text import content, tokens
from questions.titles import others_positions, positions

COUNT = 3
BODIES = frozenset(lexicon.ORGANIZATION_KINDS.values())
MODERN = 1970
# Bodies beside which those of neighbouring countries can stand.
REGIONAL = frozenset(("university", "central bank", "exchange"))
# Since when the countries of today are those of the map.
TODAY = 1993


def options(
    story: Story, candidate: Candidate, rank: int, rng: random.Random
) -> tuple[tuple[str, ...], int] | None:
    """Four options in the order they are shown and the key's place; None where three are not found.

    `rank` is the place wanted for the key.
    """
    dated = candidate.answer_type == AnswerType.DATE or candidate.kind in numbers.WORDED
    if candidate.quantity is not None or dated:
        return numbers.in_order(story, candidate, bounded(candidate, rank), rng)
    found: list[str] = []
    for text in others(story, candidate, rng):
        if fair(story, candidate, text, found):
            found.append(text)
        if len(found) == COUNT:
            break
    if len(found) < COUNT:
        return None
    rng.shuffle(found)
    return (*found[:rank], candidate.key, *found[rank:]), rank


def bounded(candidate: Candidate, rank: int) -> int:
    """The key's rank: smaller numbers are true of 'at least six' too, larger ones of 'up to'."""
    quantity = candidate.quantity
    if quantity is None or not (quantity.least or quantity.most):
        return rank
    return 0 if quantity.least else 3


def others(story: Story, candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """Candidates for distractors of a named key, best first."""
    match candidate.answer_type:
        case AnswerType.PLACE if candidate.kind in ("country", "state", "city"):
            yield from places(story, candidate, rng)
        case _ if (alike := of_kind(story, candidate)) is not None:
            yield from rng.sample(alike, len(alike))
        case _ if candidate.rivals:
            yield from candidate.rivals
        case AnswerType.PERSON:
            here = rivals.people(story, candidate)
            yield from here
            yield from rivals.strangers(story, candidate, here, rng)
            yield from peers(story, candidate, rng)
        case AnswerType.THING if candidate.kind in catalog.COMMON_KINDS:
            yield from common(story, candidate, rng)
        case _ if candidate.kind == "position":
            yield from others_positions(story, candidate)
            yield from positions(candidate, rng)
        case _:
            yield from entities(story, candidate, rng)


def of_kind(story: Story, candidate: Candidate) -> list[str] | None:
    """Others of a kind of which everything is listed, in any order; None where it is not."""
    kind, key = candidate.kind, candidate.key
    if kind in firms.HEADS.values():
        return firms.alike(candidate, story)
    if kind in ("part", "direction"):
        return bearings.others(key)
    if candidate.answer_type == AnswerType.REASON and kind.startswith(reasons.KIND):
        return reasons.rivals(kind, key, story.has_word)[:5]
    return kinds.alike(kind, key, story.has_word) if kind in kinds.rows() else None


def entities(story: Story, candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """Named things of the same kind: the article's own, then well-known ones it does not name."""
    same = catalog.canonical(candidate.key)
    here = story.once(things).get(candidate.kind, {})
    yield from (name for known, name in here.items() if known != same)
    town = next((p for w in candidate.key.split() if (p := gazetteer.find(w))), None)
    home = (town.country,) if town is not None else story.countries[:1]
    alike = catalog.alike(candidate.kind, candidate.key, home)
    if candidate.kind in REGIONAL:
        alike += around(candidate, home)
    latest = max(years_of(story, candidate), default=MODERN)
    if candidate.kind in BODIES and latest < MODERN:
        # Today's universities do not stand beside one of long ago.
        old = catalog.venerable(candidate.kind, latest)
        alike = [n for n in alike if n in old and same in old]
    fresh = [n for n in dict.fromkeys(alike) if n not in here and n != same and not story.says(n)]
    first = fresh[:8]
    yield from rng.sample(first, len(first))


def around(candidate: Candidate, home: Sequence[str]) -> list[str]:
    """Bodies of the countries around a known one's, or else around where the article is at home."""
    known = catalog.find(candidate.key)
    groups = (known.group,) if known is not None else home
    return catalog.of_countries(candidate.kind, [c for g in groups for c in gazetteer.around(g)])


def things(story: Story) -> dict[str, dict[str, str]]:
    """For each kind the article's entities: their names in the tables, and as they are written."""
    found: dict[str, dict[str, str]] = {}
    for entity in reversed(story.names.entities):
        found.setdefault(entity.kind, {})[catalog.canonical(entity.name)] = entity.name
    return {kind: dict(reversed(named.items())) for kind, named in found.items()}


def common(story: Story, candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """Others of a closed kind: those the article names elsewhere, then those it does not."""
    alike = catalog.alike(candidate.kind, candidate.key)
    here = [name for name in alike if story.has_word(name.lower())]
    fresh = [name for name in alike if name not in here][:8]
    yield from (*here, *rng.sample(fresh, len(fresh)))


def places(story: Story, candidate: Candidate, rng: random.Random) -> Iterator[str]:
    """Places of the article of the same kind, then similar places it does not name.

    Countries that it does not name only in our time: others were not of its time, or are absurd.
    """
    key = gazetteer.find(candidate.key)
    if key is None or (key.kind == "country" and key.country in story.countries[:1]):
        return
    here = [p for p in story.once(located) if p.kind == key.kind and p != key]
    life = story.names.hero is not None
    own = [p for p in here if gazetteer.near(p, key, far=life or key.kind == "country")]
    yield from (story.once(located)[p] for p in own)
    if key.kind == "country" and min(years_of(story, candidate), default=TODAY) < TODAY:
        return
    fresh = [p for p in similar(key) if not told(story, p)][:7]
    yield from (p.name for p in rng.sample(fresh, len(fresh)))


def told(story: Story, place: Place) -> bool:
    """Whether the article names a place, or its people."""
    return story.says(place.name) or (place.demonym != "" and story.says(place.demonym))


def years_of(story: Story, candidate: Candidate) -> Sequence[int]:
    """The years told beside what is asked, or else of the whole article."""
    return story.years_beside(story.reading.sentences[candidate.first].start) or story.years


def fair(story: Story, candidate: Candidate, text: str, found: Sequence[str]) -> bool:
    """Not the key or part of it, not in the stem, not offered yet, and not true here."""
    mine, key, stem = set(tokens(text)), set(tokens(candidate.key)), set(tokens(candidate.stem))
    person = candidate.answer_type == AnswerType.PERSON
    told = person and any(len(word) > 2 and word in stem for word in tokens(text))
    if told or mine <= stem or mine <= key or key <= mine:
        return False
    if any(mine <= set(tokens(f)) for f in found) or catalog.under_one_roof(candidate.key, text):
        return False
    known = catalog.find(candidate.key)
    also = (*known.aliases, known.name) if known is not None else ()
    if any(set(tokens(name)) <= mine for name in also):
        return False
    if text in candidate.rivals:
        return True
    if renamed(story.reading.article.text, candidate.key, text):
        return False
    evidence = story.reading.evidence(candidate.first, candidate.last).text
    return not listed_together(evidence, candidate.key, text) and not co_asserted(
        story, candidate, text
    )


def renamed(text: str, key: str, other: str) -> bool:
    """Whether one is the name of the other in another time: 'Bazaar Street (now Mill Street)'."""
    names = re.escape(key), re.escape(other)
    since = r"[,(]* ?\(?(?:now|today|formerly|previously|originally|later|then|once|renamed)\b"
    return other in text and any(
        re.search(rf"{a}{since}(?: \w+){{0,4}} {b}", text) for a, b in (names, names[::-1])
    )


def listed_together(sentence: str, key: str, text: str) -> bool:
    """Whether key and distractor are members of one list, so that both may be right."""
    names = [re.escape(name.rpartition(" ")[2]) for name in (key, text)]
    if any(name.rpartition(" ")[2] not in sentence for name in (key, text)):
        return False
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

"""Where an organization has its seat: 'the Leeds-based retailer Hale' → 'In which city …?'."""

from collections.abc import Iterator

from spacy.tokens import Token

from questions import lexicon
from questions.annotate import joined
from questions.candidates import Candidate
from questions.firms import named
from questions.gazetteer import Place, find, kind_in_words
from questions.items import AnswerType
from questions.story import Story
from questions.text import tokens

SEATED = frozenset(lexicon.ORGANIZATION_KINDS) | frozenset(
    "maker manufacturer producer supplier operator developer startup start-up brokerage "
    "consultancy think-tank charity retailer chain insurer carrier airline lender miner builder "
    "utility".split()
)
LONGEST = 4
"""Words of a town's name before 'based'."""


def seats(story: Story) -> Iterator[Candidate]:
    """The city of every organization that is told by '-based' or 'based in'; once for each."""
    asked: set[str] = set()
    for based in story.reading.doc:
        if based.lower_ not in ("based", "headquartered") or based.i in story.reading.quoted:
            continue
        town, name = before(story, based) if based.i > 1 else (None, None)
        if town is None:
            town, name = behind(story, based)
        if town is None or name is None or name in asked:
            continue
        if set(tokens(town[0])) & set(tokens(name)):
            continue
        asked.add(name)
        here = story.sentence(based)
        yield Candidate(
            f"In which {kind_in_words(town[1])} is {name} based?",
            town[0],
            AnswerType.PLACE,
            town[1].kind,
            here,
            here,
            0.6,
            traits=("seat",),
        )


Town = tuple[str, Place]


def before(story: Story, based: Token) -> tuple[Town | None, str | None]:
    """The city and the organization of 'the Leeds-based retailer Hale'."""
    if based.nbor(-1).text != "-":
        return None, None
    return town_before(story, based), seated(story, based)


def behind(story: Story, based: Token) -> tuple[Town | None, str | None]:
    """Those of 'Hale, a retailer based in Leeds'."""
    noun = bearer(based.head)
    within = next((c for c in based.children if c.lower_ == "in"), None)
    city = next((c for c in within.children if c.dep_ == "pobj"), None) if within else None
    if city is None or based.dep_ != "acl" or noun.pos_ not in ("NOUN", "PROPN"):
        return None, None
    text = joined(story.reading, [t for t in city.subtree if t.i <= city.i]).strip()
    place = find(text)
    entity = story.names.entity_at.get(noun.i)
    own = entity.name if entity is not None and entity.is_organization else None
    town = (text, place) if place is not None and place.kind == "city" else None
    return town, own or (named(story, noun) if noun.lower_ in SEATED else None)


def bearer(noun: Token) -> Token:
    """The maker of 'a maker of pumps and valves based in Leeds', which hangs on the last."""
    while noun.dep_ == "conj" or (noun.dep_ == "pobj" and noun.head.lower_ == "of"):
        noun = noun.head if noun.dep_ == "conj" else noun.head.head
    return noun


def town_before(story: Story, based: Token) -> tuple[str, Place] | None:
    """The city whose name stands before '-based'."""
    for length in range(LONGEST, 0, -1):
        words = based.doc[max(based.sent.start, based.i - 1 - length) : based.i - 1]
        name = joined(story.reading, list(words))
        place = find(name)
        article = words[0].lower_ == "the" if len(words) else False
        if len(words) == length and place is not None and place.kind == "city" and not article:
            return name, place
    return None


def seated(story: Story, based: Token) -> str | None:
    """The organization whose seat it is: the name that its noun goes with."""
    for token in based.doc[based.i + 1 : based.sent.end]:
        if token.pos_ == "NOUN" and token.lower_ in SEATED:
            return named(story, token)
        entity = story.names.entity_at.get(token.i)
        if entity is not None:
            return entity.name if entity.is_organization else None
        if token.is_punct and token.text != "-":
            return None
    return None

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
from questions.text import sentence_case, tokens

SEATED = frozenset(lexicon.ORGANIZATION_KINDS) | frozenset(
    "maker manufacturer producer supplier operator developer startup start-up brokerage "
    "consultancy think-tank charity retailer chain insurer carrier airline lender miner builder "
    "utility".split()
)
LONGEST = 4
"""Words of a town's name before 'based'."""


def seats(story: Story) -> Iterator[Candidate]:
    """The city of every organization that is told by '-based'; once for each."""
    asked: set[str] = set()
    for based in story.reading.doc:
        told = based.lower_ == "based" and based.i > 1 and based.nbor(-1).text == "-"
        town = town_before(story, based) if told and based.i not in story.reading.quoted else None
        name = seated(story, based) if town is not None else None
        if (
            town is None
            or name is None
            or name in asked
            or set(tokens(town[0])) & set(tokens(name))
        ):
            continue
        asked.add(name)
        here = story.sentence(based)
        yield Candidate(
            f"{sentence_case('in')} which {kind_in_words(town[1])} is {name} based?",
            town[0],
            AnswerType.PLACE,
            town[1].kind,
            here,
            here,
            0.6,
            traits=("seat",),
        )


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

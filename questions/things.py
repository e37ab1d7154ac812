"""Keys of a closed kind that English writes like common nouns: which disease, which metal."""

from collections.abc import Iterator, Sequence

from questions import catalog, lexicon
from questions.candidates import Key
from questions.items import AnswerType
from questions.positions import Position, position
from questions.text import sentence_case
from questions.tree import Token
from questions.trimming import kept

PREPOSITIONS = frozenset("with of from in by into against".split())
# What is done for a disease, is done for it alone.
PURPOSES = frozenset(("disease", "drug"))
# Some of these English writes with a capital: 'Parkinson's disease'.
PROPER = frozenset("disease virus bacterium drug dinosaur cheese dish drink".split())
# What only gives an instance.
EXAMPLES = frozenset("include list mention cite".split())
# Of such one says 'an apple': a bare 'Apple' that opens a sentence is a name.
COUNTED = frozenset("fruit mammal bird insect reptile flower tree".split())
# What makes of rice a crop: on a plate it is none.
FARMING = frozenset("harvest produce export import breed ship devastate destroy".split())


def things(token: Token) -> Iterator[Key]:
    """'contract cholera' → Which disease; a bare noun of one closed kind."""
    if token.pos_ not in ("NOUN", "PROPN") or list(token.conjuncts):
        return
    words = [t for t in kept(token) if t.dep_ in ("compound", "amod") or t == token]
    text = "".join(t.text + t.whitespace_ for t in words).strip()
    kind, at = kind_of(token, words, text), position(token)
    alone = len(kept(token)) == len(words)
    if not kind or not alone or not goes_with(kind, at):
        return
    yield Key(
        AnswerType.THING,
        sentence_case(text),
        sentence_case(f"{at.before} which {kind}".strip()),
        at.tokens,
        at.is_subject or at.agent,
        kind,
        weight=0.55,
        agent=at.agent,
    )


def goes_with(kind: str, at: Position) -> bool:
    """Whether a preposition leads to a thing itself: 'decided on iron' is no question of iron."""
    above = at.part.head.lemma_
    if above in EXAMPLES or (kind == "crop" and above not in FARMING):
        return False
    return at.before in PREPOSITIONS | {""} or (at.before == "for" and kind in PURPOSES)


def kind_of(noun: Token, words: Sequence[Token], text: str) -> str:
    """The one kind that a noun with its words is of, or ''.

    'in port' is no drink, Poppy no flower, Nightingale Island no bird, 'NOK 210 million' a sum.
    """
    first = words[0]
    found = catalog.common().get(text.lower(), ())
    if len({n.kind for n in found}) != 1:
        return ""
    if any(t.tag_ == "CD" for t in noun.doc[max(0, first.i - 1) : noun.i + 2]):
        return ""
    kind = found[0].kind
    bare = kind in COUNTED and noun.tag_ in ("NN", "NNP") and noun.left_edge == first
    opens = first.is_sent_start and not bare
    named = noun.text[0].isupper() and not opens and kind not in PROPER
    return "" if text.lower() in lexicon.NAME_KINDS or named else kind

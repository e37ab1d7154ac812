"""Keys of a closed kind that English writes like common nouns: which disease, which metal."""

from collections.abc import Iterator, Sequence

from questions import catalog, lexicon
from questions.amounts import position
from questions.candidates import Key
from questions.items import AnswerType
from questions.text import sentence_case
from questions.tree import Token
from questions.trimming import kept

PREPOSITIONS = frozenset("with of from in by into for on".split())


def proper(found: Sequence[catalog.Named]) -> bool:
    """Whether English writes a thing with a capital: 'Buddhism', 'Parkinson's disease'."""
    return any(name.name[0].isupper() for name in found)


def things(token: Token) -> Iterator[Key]:
    """'contract cholera' → Which disease; a bare noun of one closed kind."""
    if token.pos_ not in ("NOUN", "PROPN") or list(token.conjuncts):
        return
    words = [t for t in kept(token) if t.dep_ in ("compound", "amod") or t == token]
    text = "".join(t.text + t.whitespace_ for t in words).strip()
    kind, at = kind_of(token, words, text), position(token)
    alone = len(kept(token)) == len(words)
    if not kind or not alone or at.before not in PREPOSITIONS | {""}:
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
    named = noun.text[0].isupper() and not first.is_sent_start and not proper(found)
    if text.lower() in lexicon.NAME_KINDS or named:
        return ""
    return found[0].kind

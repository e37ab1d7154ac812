"""Numbers that count nothing new: a measure, a bound, what was told before."""

import re
from collections.abc import Iterator

from questions import lexicon
from questions.amounts import ALIKE
from questions.candidates import Key
from questions.facts import Clause
from questions.quantities import MAGNITUDES
from questions.tree import Token

# 'In how many cities' reads well, 'On how many seats did …', 'After how many days did …' do not.
TRAILING = re.compile(r"(after|among|at|from|of|on|over|through|within)\b(?! least).*\bhow many")
CONSISTING = frozenset("consist compose comprise".split())
SOURCES = frozenset(
    "country nation state school village hospital site university meeting place".split()
)
POINTING = frozenset("the these those".split())
UNCHANGED = frozenset((*ALIKE, *MAGNITUDES)) | frozenset(
    "species offspring staff police crew personnel trout head stone dozen".split()
)


def uncounted(clause: Clause, key: Key) -> Iterator[str]:
    """A number that counts nothing new: a measure, a bound, what was told before."""
    finite = clause.auxiliaries[0] if clause.auxiliaries else clause.verb
    one = finite.tag_ == "VBZ" or finite.lower_ == "was"
    if key.is_subject and key.noun and clause.subject.tag_ == "NNS" and one:
        yield "a measure, which is one thing"
    if TRAILING.match(key.asks.lower()) and not governed(clause, key):
        yield "a number behind a preposition that does not go in front"
    many = key.asks.lower().endswith("how many")
    if many and any(singular(t) for t in key.noun if t.head not in key.noun):
        yield "a number of something of which there is one"
    being = clause.verb.lemma_ in ("be", "remain", "become")
    if key.is_subject and being and any(map(single, clause.body)):
        yield "several that are one thing"
    if any(counted_before(t) for t in clause.subject_words):
        yield "a number that is told before"
    if not key.is_subject and clause.verb.lemma_ in lexicon.EXCEEDING:
        yield "a bound, so that smaller numbers are true as well"


def governed(clause: Clause, key: Key) -> bool:
    """'Of how many islands does it consist', 'From how many countries did they come'."""
    before = clause.verb.doc[min(key.tokens)]
    verb = before.head
    if before.lower_ == "of":
        return verb.lemma_ in CONSISTING and verb == clause.verb
    if before.lower_ == "at" and verb.lemma_ == "estimate":
        return True
    done = verb == clause.verb and verb.pos_ == "VERB" and verb.dep_ != "acl"
    return done and before.lower_ in ("from", "at") and key.kind in SOURCES


def singular(counted: Token) -> bool:
    """'When she was eleven a dhow struck': eleven of what cannot be counted so."""
    alike = counted.lemma_.lower() in lexicon.COLLECTIVE | UNCHANGED
    unit = counted.ent_type_ in ("MONEY", "PERCENT", "QUANTITY")
    number = next((c for c in counted.children if c.dep_ == "nummod"), counted)
    if any(c.lower_ in ("a", "an") and c.i > number.i for c in counted.children):
        return True
    one = counted.tag_ == "NN" and counted.text.islower() and counted.dep_ != "npadvmod"
    return one and not alike and not unit


def single(complement: Token) -> bool:
    """'were the first great structure of steel'."""
    one = complement.dep_ == "attr" and complement.tag_ == "NN"
    if complement.dep_ == "attr" and complement.lower_ == "one":
        return True
    return one and any(c.lower_ in ("a", "an", "the") for c in complement.children)


def counted_before(token: Token) -> bool:
    """'The two men applied': how many they were is not what is told."""
    counting = token.tag_ == "CD" and token.dep_ == "nummod"
    return counting and any(c.lower_ in POINTING for c in token.head.children if c.i < token.i)

"""Whether what is asked for belongs to what is done, or to another word of its clause."""

from itertools import takewhile

from questions import lexicon
from questions.candidates import Key
from questions.facts import Clause
from questions.items import AnswerType
from questions.occasions import misdated
from questions.subjects import BESTOWING
from questions.tree import Token
from questions.verbs import lemma

LOCATIVE = frozenset("in at on near off outside from".split())
# What is said, thought, owned or visited elsewhere than where its object is.
UNPLACED = (
    lexicon.REPORTING
    | lexicon.DOUBTING
    | frozenset(
        "be have call criticise criticize praise blame complain cut name describe follow represent "
        "support oppose back condemn urge support approve receive join lead run own".split()
    )
)
OWNED = frozenset(("det", "poss", "nummod", "compound", "nmod"))


def misplaced(clause: Clause, key: Key) -> bool:
    """A place or body that belongs to a noun of the clause, not to what is done."""
    first = clause.verb.doc[min(key.tokens)]
    top = next((t for t in first.ancestors if t.i not in key.tokens), first)
    # What stands above the verb tells of other clauses, or that its own may hang on another noun.
    hangs = clause.verb.dep_ in ("relcl", "acl")
    above = list(takewhile(lambda t: hangs or t != clause.verb, first.ancestors))
    if key.answer_type == AnswerType.DATE and not key.is_subject:
        return misdated(clause, key, above)
    inside = any(a.dep_ == "pcomp" and a.tag_ == "VBG" for a in above if a.i not in key.tokens)
    if inside and not key.is_subject:
        return True
    if key.is_subject or key.framed or setting(clause, key):
        return False
    if key.quantity is not None:
        return key.answer_type == AnswerType.NUMBER and loose(top, first)
    return top.pos_ in ("NOUN", "PROPN") and top.lemma_.lower() not in lexicon.GATHERINGS


def loose(top: Token, before: Token) -> bool:
    """'measurements at 20 glaciers' behind another preposition: nothing is done at the glaciers."""
    placed = before.dep_ == "prep" and before.head == top and before.lower_ in LOCATIVE
    return placed and top.pos_ == "NOUN" and top.dep_ == "pobj" and top.head.lower_ != "of"


def setting(clause: Clause, key: Key) -> bool:
    """A place behind what is done, or where: 'was held at a flat in Surat'."""
    before = clause.verb.doc[min(key.tokens)]
    noun, verb = before.head, clause.verb
    placed = key.answer_type in (AnswerType.PLACE, AnswerType.ORGANIZATION)
    if not placed or before.lower_ not in LOCATIVE or noun.i < verb.i or lemma(verb) in UNPLACED:
        return False
    while noun.dep_ == "xcomp" or (noun.dep_ == "pobj" and noun.head.lower_ == "of"):
        noun = noun.head.head
    done = noun.dep_ == "dobj" or (noun.dep_ == "pobj" and (placeless(noun) or locates(noun)))
    return (done or becomes(clause, noun)) and within(noun, verb)


def locates(noun: Token) -> bool:
    """Whether a noun itself tells where or on what occasion."""
    return noun.head.lower_ in LOCATIVE | {"during"}


def placeless(noun: Token) -> bool:
    """'to extinction in Britain', 'over the last 200 yards on Boylston Street'.

    What has no place of its own leaves it to the deed.
    """
    bare = noun.tag_ == "NN" and not any(c.dep_ in OWNED - {"compound"} for c in noun.children)
    return bare or noun.lemma_.lower() in lexicon.TIME_UNITS | lexicon.LENGTHS.keys()


def becomes(clause: Clause, noun: Token) -> bool:
    """'was appointed professor at Leiden', 'was born Anna Maria Berg in Ulm'."""
    made = lemma(clause.verb) in BESTOWING | {"bear"}
    return clause.passive and made and noun.dep_ in ("oprd", "attr", "dobj")


def within(noun: Token, verb: Token) -> bool:
    """Whether a noun hangs on a verb or on its open complement."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    while above != verb and above.dep_ == "xcomp":
        above = above.head
    return above == verb

"""Clauses that have lost their verb, or their subject, to another in the parse."""

from functools import lru_cache

from lemminflect import getAllLemmas

from questions import lexicon
from questions.circles import is_human
from questions.grammar import FINITE
from questions.text import is_year
from questions.tree import Token
from questions.trimming import first_of

CONJUNCTIONS = frozenset("because since as after before until although though unless".split())
# What passes before something happens: 'Forty years passed before Berg patented it'.
PASSING = frozenset(("pass", "elapse"))
DEPICTIONS = frozenset("photograph photo picture image portrait painting drawing print".split())
DEPICTING = frozenset("take paint draw print make publish show".split())
# What is done to somebody with something: 'a man given nine years'.
BESTOWING = frozenset(
    "give award offer pay grant call name send show teach tell sell lend leave dub deny allow "
    "charge fine owe ask promise assign hand allot elect appoint make declare deem title entitle "
    "nickname christen label term spare save cost bring accord bequeath feed serve".split()
)
OBJECTS = frozenset(("dobj", "ccomp", "xcomp"))
# 'There was', 'there followed'.
THERE = frozenset(
    "be exist remain come seem appear follow arise occur stand live happen lie go begin".split()
)


def orphaned(verb: Token, subject: Token) -> bool:
    """Whether the verb or the subject of a clause is that of another."""
    found = (bereft, listed, appended, done_to, depicted, unheard, astray_there, comma_that)
    told = elapsed(subject) or yeared(subject) or bracketed(verb, subject)
    return told or any(sign(verb) for sign in found)


def bereft(verb: Token) -> bool:
    """'were told to leave because cracks 30 cm wide had opened': taken for one verb, cracks none.

    Neither clause is what it seems: the reason has lost its verb, and that has lost its subject.
    """
    above = verb.head if verb.dep_ == "conj" else verb
    return any(verbless(t) and cut_off(t) for t in above.subtree if t.dep_ == "advcl")


def verbless(noun: Token) -> bool:
    """A noun that a conjunction opens, without a verb."""
    opened = any(c.dep_ == "mark" and c.lower_ in CONJUNCTIONS for c in noun.children)
    verbal = any(c.dep_ in ("cop", "aux", "nsubj", "acl", "relcl") for c in noun.children)
    return noun.pos_ == "NOUN" and opened and not verbal


def cut_off(noun: Token) -> bool:
    """Whether a finite verb follows in the sentence, which may be what the conjunction opens."""
    behind = noun.doc[noun.right_edge.i + 1 : noun.sent.end]
    return any(t.tag_ in FINITE and t.pos_ in ("VERB", "AUX") for t in behind)


def elapsed(subject: Token) -> bool:
    """'More than 40 years passed before Berg patented it': the years have a verb of their own."""
    spans = subject.lemma_.lower() in lexicon.TIME_UNITS
    return spans and any(c.dep_ == "acl" and c.lemma_ in PASSING for c in subject.children)


def comma_that(verb: Token) -> bool:
    """'in the other group, that happened twice': no clause on the group, for 'that' needs no comma.

    In 'a plan, drawn up in May, that …' the comma closes a comment.
    """
    that = next((c for c in verb.children if c.lower_ == "that" and c.tag_ == "WDT"), None)
    if verb.dep_ != "relcl" or that is None or that.i < 2 or that.nbor(-1).text != ",":
        return False
    between = that.doc[verb.head.i + 1 : that.i - 1]
    return verb.sent.root.pos_ not in ("VERB", "AUX") and not any(t.text == "," for t in between)


def listed(verb: Token) -> bool:
    """'two windows were broken and seven people were treated', the people beside the breaking."""
    between = (c for c in verb.head.children if c.dep_ == "conj" and verb.head.i < c.i < verb.i)
    noun = any(c.pos_ in ("NOUN", "PROPN") for c in between)
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and noun


def appended(verb: Token) -> bool:
    """'took part in the event, first staged in 2012': the event was staged, nobody staged."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN") or verb.head.pos_ != "VERB":
        return False
    parts = (*verb.head.children, *verb.children)
    joined = any(c.dep_ == "cc" for c in parts)
    own = any(c.dep_.startswith(("aux", "nsubj")) or c.dep_ in OBJECTS for c in verb.children)
    return not joined and not own and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","


def astray_there(verb: Token) -> bool:
    """'the mothers admitted there died': no 'there died', but a place."""
    clauses = (verb, *(c for c in verb.children if c.dep_ == "ccomp"))
    there = (c for clause in clauses for c in clause.children if c.dep_ == "expl")
    return any(c.lower_ == "there" and c.head.lemma_ not in THERE for c in there)


def unheard(verb: Token) -> bool:
    """'tamed from guanacos and vicuñas': a word that is no verb."""
    present = verb.tag_ in ("VB", "VBP", "VBZ") and verb.pos_ == "VERB" and verb.text.isalpha()
    return present and not verbal(verb.lower_)


@lru_cache(maxsize=20_000)
def verbal(form: str) -> bool:
    """Whether the dictionary has a verb of this form."""
    return bool(getAllLemmas(form, upos="VERB"))


def yeared(subject: Token) -> bool:
    """'by 1912 five factories employed 900': a year that the parser takes for a part of 'five'."""
    numbers = (c for c in subject.children if c.dep_ == "nummod" and c.text.isalpha())
    return any(is_year(g.text) for n in numbers for g in n.children)


def done_to(verb: Token) -> bool:
    """'five factories employed 900 people': no factories that were employed 900 people."""
    participle = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.i == verb.head.i + 1
    whole = any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)
    return participle and whole and verb.lemma_ not in BESTOWING


def depicted(verb: Token) -> bool:
    """'a photograph of the mill, which was taken in 1950': the photograph was, not the mill."""
    noun = verb.head
    which = any(c.lower_ == "which" for c in verb.children)
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    made = verb.lemma_ in DEPICTING and noun.head.head.lemma_ in DEPICTIONS if of else False
    return verb.dep_ == "relcl" and which and made


def bracketed(verb: Token, subject: Token) -> bool:
    """'The Alliance of the premier, Jon Halldorsson, fell': he only stands between commas."""
    first, behind = first_of(subject), subject.doc[subject.i + 1 : subject.i + 2]
    if subject.pos_ != "PROPN" or behind.text != "," or first.i < 2 or first.nbor(-1).text != ",":
        return False
    before = subject.doc[first.sent.start : first.i - 1]
    opened = before[0].dep_ in ("prep", "mark", "advmod", "cc") or any(
        t.pos_ == "VERB" for t in before
    )
    called = is_human(subject.doc[first.i - 2].lemma_.lower())  # 'her nephew, Otto Frisch, …'
    return (called or not opened) and subject.nbor(2) in (verb, *verb.children)

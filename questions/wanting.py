"""Words that say too little without what the article has told before or left out."""

from collections.abc import Container, Iterator, Sequence

from questions import lexicon
from questions.candidates import Key
from questions.circles import is_human
from questions.facts import Clause
from questions.items import AnswerType
from questions.tree import Token

# What a noun has to have behind it: copies of what, a holding in what?
NEEDED = {
    "copy": "of", "kind": "of", "sort": "of", "version": "of", "holding": "in of", "stake": "in of",
    "assurance": "of that", "distribution": "of", "chance": "of to for",
    "estimate": "of for that", "estimates": "of for that",
}  # fmt: skip
# Of which a question says whose they are, or of what: 'the album copies', 'Lund's distribution'.
TELLING = frozenset("compound poss nmod".split())
SIZES = frozenset(
    "small large big old young new long short high low strong weak heavy light cheap".split()
)
# 'the lower house', 'higher education': no other is spoken of.
SETTLED = frozenset(
    "house chamber court ground education school limb animal plant part people adult brother "
    "son child generation colleague teenager road deck floor level bid offer".split()
)
# What has a time of its own, which says enough.
GONE_ON = frozenset(("from", "to", "toward", "towards", "into", "onto", "by"))
STARTING = frozenset(("begin", "start"))
WITHIN = frozenset(("in", "among", "on", "with"))
SHARES = frozenset(("%", "percent", "cent"))
PURPOSES = frozenset("on for in to from".split())
ABOUT = frozenset("about on over by regarding concerning".split())
ABSTRACT = frozenset(
    "chance achievement recognition opportunity change direction reminder breakthrough turn "
    "demand help success entry debut introduction".split()
)


def wanting(clause: Clause, key: Key, rest: Sequence[Token]) -> Iterator[str]:
    """Why what is left says too little: a verb, a noun or a comparison without its other half."""
    verb = clause.verb
    if any(lacking(clause, key, rest) for lacking in LACKING):
        yield f"“{verb.lemma_}” lacks its complement"
    said = [t for t in (*clause.subject_words, *rest) if t.i not in key.tokens]
    used = {t.i: t for t in (*said, *key.noun)}
    if any(unfilled(t, used.keys()) for t in used.values()):
        yield "a noun that does not say of what"
    if key.answer_type == AnswerType.PERCENT and any(t.lower_ in SHARES for t in loose(rest)):
        yield "two shares"
    than = any(t.lower_ == "than" for t in used.values())
    if not than and any(map(compared, used.values())):
        yield "a comparison without its other side"


def untried(clause: Clause, _: Key, rest: Sequence[Token]) -> bool:
    """'will try on July 18', which does not say what."""
    parts = ("dobj", "xcomp", "prt", "ccomp")
    return clause.verb.lemma_ == "try" and not any(done(clause, rest, parts))


def moved(clause: Clause, key: Key, rest: Sequence[Token]) -> bool:
    """'The distribution shifted in 2003', which does not say from what or to what."""
    behind = {t.lower_ for t in rest if t.head == clause.verb}
    alone = not any(done(clause, rest, ("dobj", "advmod"))) and key.quantity is None
    return clause.verb.lemma_ == "shift" and alone and not behind & GONE_ON


def passing(clause: Clause, key: Key, rest: Sequence[Token]) -> bool:
    """'passed through in the seventeenth century', which does not say where."""
    through = (t for t in rest if t.head == clause.verb and t.lower_ in ("through", "by"))
    asked = any(c.i in key.tokens and c.lower_ == "through" for c in clause.verb.children)
    bare = (t for t in through if not any(c.dep_ == "pobj" for c in t.children))
    return clause.verb.lemma_ == "pass" and not asked and any(bare)


def unasked(clause: Clause, _: Key, rest: Sequence[Token]) -> bool:
    """'The people are consulted four times a year', which does not say about what."""
    behind = {t.lower_ for t in rest if t.head == clause.verb}
    return clause.verb.lemma_ == "consult" and suffered(clause) and not behind & ABOUT


def begun(clause: Clause, key: Key, rest: Sequence[Token]) -> bool:
    """'has begun on her second novel': writing it, or reading it."""
    on = any(t.lower_ == "on" and t.head == clause.verb for t in rest)
    human = key.asks == "Who" or is_human(clause.subject.lemma_.lower())
    human = human or clause.subject.lower_ in ("he", "she") or clause.subject.ent_type_ == "PERSON"
    alone = not any(done(clause, rest, ("dobj", "xcomp")))
    return clause.verb.lemma_ in STARTING and on and human and alone


def invited(clause: Clause, _: Key, rest: Sequence[Token]) -> bool:
    """'was invited to London', which does not say what for."""
    if clause.verb.lemma_ != "invite" or not suffered(clause):
        return False
    ends = [c for t in rest if t.head == clause.verb for c in (t, *t.children)]
    purposes = ("xcomp", "advcl", "agent")
    occasion = (c for c in ends if c.dep_ == "pobj" and c.head.lower_ in ("to", "for", "as"))
    return not any(c.dep_ in purposes for c in ends) and all(c.ent_type_ == "GPE" for c in occasion)


def arrived(clause: Clause, _: Key, rest: Sequence[Token]) -> bool:
    """'Her chance came in 1965', 'her entry into politics'; 'the taste of victory' tells more."""
    noun = clause.subject
    if clause.verb.lemma_ != "come" or rest or noun.lemma_.lower() not in ABSTRACT:
        return False
    behind = (c for c in noun.children if c.dep_ in ("prep", "acl") and c.lower_ != "into")
    return not any(behind) and not any(c.lower_ == "first" for c in noun.children)


def included(clause: Clause, key: Key, rest: Sequence[Token]) -> bool:
    """'The second part was included in 2019', which does not say in what."""
    if clause.verb.lemma_ != "include" or not suffered(clause):
        return False
    places = (t for t in rest if t.head == clause.verb and t.lower_ in WITHIN)
    told = (c for t in places for c in t.children if c.ent_type_ != "DATE" and not c.like_num)
    return not any(c.i not in key.tokens for c in told)


def preferred(clause: Clause, _: Key, rest: Sequence[Token]) -> bool:
    """'preferred to talk about the goalkeeper': the choice of a deed, without the other one."""
    than = any(t.lower_ == "than" for t in rest)
    return clause.verb.lemma_ == "prefer" and not than and any(done(clause, rest, ("xcomp",)))


def loose(rest: Sequence[Token]) -> Iterator[Token]:
    """Measures that no preposition leads to: the '2 percent' of 'fell 6 percent, or 2 percent'."""
    return (t for t in rest if t.dep_ in ("npadvmod", "dobj", "conj", "appos", "dep"))


def sought(clause: Clause, _: Key, rest: Sequence[Token]) -> bool:
    """'did a study to find out', which does not say what."""
    seeking = (t for t in (clause.verb, *rest) if t.lemma_ == "find")
    out = (t for t in seeking if any(c.dep_ == "prt" and c.lower_ == "out" for c in t.children))
    return any(not any(finding(c) and c in rest for c in t.children) for t in out)


def finding(part: Token) -> bool:
    """'find out why', 'find out about it'."""
    return part.dep_ in ("dobj", "ccomp") or part.lower_ == "about"


def paid(clause: Clause, key: Key, rest: Sequence[Token]) -> bool:
    """'Lund spent 20 million crowns', which does not say on what."""
    if clause.verb.lemma_ != "spend" or key.answer_type != AnswerType.MONEY:
        return False
    own = (t for t in rest if t.head == clause.verb)
    return not any(t.lower_ in PURPOSES or t.dep_ in ("xcomp", "advcl") for t in own)


LACKING = (
    untried, moved, passing, unasked, begun, invited, arrived, included, preferred, sought, paid,
)  # fmt: skip


def done(clause: Clause, rest: Sequence[Token], parts: Sequence[str]) -> Iterator[Token]:
    """What of a verb's complements is left."""
    return (t for t in rest if t.head == clause.verb and t.dep_ in parts)


def suffered(clause: Clause) -> bool:
    """Whether a clause is in the passive."""
    return clause.verb.dep_ == "acl" or clause.passive


def unfilled(noun: Token, present: Container[int]) -> bool:
    """'ordered 1,500 copies', 'a fund with a holding of 2 per cent'; what is sold tells of what."""
    needed = NEEDED.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    if needed is None:
        return False
    kept = [c for c in noun.children if c.i in present]
    if noun.head.lemma_ == "sell":
        return False
    told = any(c.dep_ in TELLING and c.tag_ != "PRP$" for c in kept)
    return not told and not any(fills(c, needed.split()) for c in kept)


def fills(child: Token, needed: Sequence[str]) -> bool:
    """'of the book', 'in the firm', 'to leave'; not 'of 2 per cent'."""
    if child.dep_ in ("acl", "relcl", "ccomp", "xcomp"):
        return True
    amount = any(t.like_num for t in child.subtree)
    return child.lower_ in needed and not amount


def compared(size: Token) -> bool:
    """'two smaller groups', 'owners of older towers', without those that they are compared with."""
    noun = size.head
    graded = size.tag_ == "JJR" and size.lemma_.lower() in SIZES and size.dep_ == "amod"
    much = any(c.dep_ == "advmod" for c in size.children)
    return graded and not much and noun.lemma_.lower() not in SETTLED | lexicon.KIN

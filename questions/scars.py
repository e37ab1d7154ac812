"""Words that were cut out of a clause leave a gap."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from questions.facts import Clause
from questions.tree import Token
from questions.trimming import set_off, within_word

FINITE = frozenset(("VBD", "VBZ", "VBP"))
NAMING = frozenset(("NOUN", "PROPN"))
COMPLETING = frozenset("dobj attr oprd acomp xcomp ccomp".split())
CLOSING = frozenset((",", "–", "—", ")", ";", "--", "-"))


def scarred(clause: Clause, rest: Sequence[Token]) -> Iterator[str]:
    """Words that were cut out leave a gap."""
    if any(t.i < clause.verb.i for t in rest):
        yield "something stands between the subject and its verb"
    if torn(clause):
        yield "a part was cut out whose end does not show"
    if conjunction_lost(clause) or (rest and rest[0].dep_ == "cc"):
        yield "a conjunction has lost a side"
    if list_cut(clause):
        yield "a list was cut short"
    if any(t.lower_ == "either" for t in rest) and not any(t.lower_ == "or" for t in rest):
        yield "“either” without its “or”"
    if any(t.dep_ == "conj" and t.tag_ in FINITE and t.head.pos_ in NAMING for t in clause.body):
        yield "a verb that the parser takes for one of several things"
    if any(severed(clause, verb) for verb in (clause.verb, *rest)):
        yield "what completes a verb was cut out"
    if any(runs_on(c) for c in clause.verb.children if c.i > clause.verb.i):
        yield "a phrase that is the subject of what follows"
    if rest and rest[-1].lower_ in ("that", "as", "which"):
        yield f"“{rest[-1].text}” at the end"


def severed(clause: Clause, verb: Token) -> bool:
    """'while regretting that …' without what was regretted, 'became' without what."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    parts = (c for c in verb.children if c.dep_ in COMPLETING and c.i > verb.i)
    lost = [c for c in parts if c not in clause.body and not set_off(c)]
    # 'heaviest in Lund and lightest in Hamar' is told in two.
    return any(c.dep_ != "acomp" or not any(t.pos_ == "ADJ" for t in clause.body) for c in lost)


def runs_on(part: Token) -> bool:
    """'sank as better rainfall eased fears', 'renamed for Berg and a statue stands there'."""
    after = part.doc[part.right_edge.i + 1 : part.right_edge.i + 2]
    loose = part.dep_ in ("prep", "dobj", "conj", "attr") and part.right_edge.pos_ in NAMING
    several = any(t.dep_ == "conj" for t in part.subtree)
    known = {t.i for t in (part, *part.ancestors)}
    verbs = (t for t in after if t.tag_ in FINITE and not known & {t.i, t.head.i})
    return loose and any(several or t.pos_ == "VERB" for t in verbs)


def torn(clause: Clause) -> bool:
    """'180 copies were made, a quarter of them on vellum' without 'a quarter of them'."""
    return any(open_gap(p) or half_a_word(p) for p in (clause.subject_words, clause.body) if p)


def open_gap(words: Sequence[Token]) -> bool:
    """Whether between two words something is left out that a comma opens and none closes."""
    plain = [t for t in words if not t.is_punct]
    gaps = (a.doc[a.i + 1 : b.i] for a, b in pairwise(plain) if b.i > a.i + 1)
    cut = (g for g in gaps if any(not t.is_punct for t in g))
    return any(g[0].text == "," and g[-1].text not in CLOSING for g in cut)


def half_a_word(words: Sequence[Token]) -> bool:
    """Whether only one side of 'X-ray' or 'non-stop' is left."""
    present = {t.i for t in words}
    return any(
        within_word(t) and (t.i - 1 in present) != (t.i + 1 in present) for t in hyphens(words)
    )


def hyphens(words: Sequence[Token]) -> Iterator[Token]:
    """The hyphens beside the words."""
    tokens = words[0].doc.tokens
    for word in words:
        for i in (word.i - 1, word.i + 1):
            if 0 <= i < len(tokens) and tokens[i].text in "-–":
                yield tokens[i]


def conjunction_lost(clause: Clause) -> bool:
    """'ranked by cost by nothing else', where the article has 'and by nothing else'."""
    body = clause.body
    last = (b.nbor(-1) for a, b in pairwise(body) if b.i > a.i + 1)
    return any(t.dep_ == "cc" and t.head in body for t in last)


def list_cut(clause: Clause) -> bool:
    """'beat Brodsky 4-6', where the article goes on ', 7-6, 7-5'."""
    last = clause.body[-1]
    behind = last.doc[last.i + 1 : last.i + 3]
    return len(behind) == 2 and last.like_num and behind[0].text == "," and behind[1].like_num


def well_formed(text: str) -> bool:
    """No scars of cutting: doubled or stray punctuation, a dangling end, a year behind a year."""
    return not re.search(
        r"[,;:] *[,;:?.]|\b(?:and|or|but),"
        r"|\b(and|or|but|of|with|than|about|to the|by|the|a|an) ?\?$"
        r"|\b(?:regardless|beginning|inside|instead|anyway|alone|in return)\?$"
        r"|\bup to (?:in|on|at|by|to|for|of|from)\b"
        r"|[\"“”()\[\]]|--|  |\b(\w+) \2\b|(?:^| )-|^[^,']*(?:^| )'[^']*$"
        r"|\bin \d{4} in \d{4}\b|\bof which (?:was|were|is|are|has|have|had|did)\b"
        r"|\b(?:a|the) (?:year|month|week|day) (?:before|earlier|after|later)\?$"
        r"|^When\b.* when\b"
        r"|\b(?P<name>[^\W\d]+ [^\W\d]+) (?P=name)\b"
        r"|^About (?!how|what|which)"
        r"|^(?!Which relative of ).*[’']s (?:is|was|are|were|has|had|do|does|did)\b"
        r"|\bby the time (?:[\w-]+ ){1,4}and (?:[\w-]+ ?){1,3}\?$"
        r"|\b(?:was|were|did|had) that the\b|\bbe (?:was|were|is|are)\b"
        r"|\b(?:up|down|off|out) or [$€£]?\d"
        r"|\bbetween (?:the|a|an) (?!.*\band\b)(?!(?:two|three|four|\w+s)\b)"
        r"|^(?:How many|Which)\b[^,?“]* (?:and|or) (?:has|have|had|does|do|did|is|are|was|were)\b"
        r"|^(?!.*\bbetween\b).*\band [$€£]?\d[\d,.]*\w* (?:in|from|to|at|on|by)\b"
        r"|\band (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) by\b",
        text,
        re.IGNORECASE,
    )

"""Words that were cut out of a clause leave a gap."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from questions.facts import Clause
from questions.grammar import FINITE
from questions.tree import Token
from questions.trimming import absolute, set_off, within_word

NAMING = frozenset(("NOUN", "PROPN"))
COMPLETING = frozenset("dobj attr oprd acomp xcomp ccomp".split())
CLOSING = frozenset((",", "–", "—", ")", ";", "--", "-"))
# Doubled or stray punctuation, a dangling end, a year behind a year, words that clash.
SCARS = re.compile(
    r"[,;:] *[,;:?.]|\b(?:and|or|but),"
    r"|\b(and|or|but|of|with|than|about|to the|by|the|a|an) ?\?$"
    r"|\b(?:regardless|beginning|inside|instead|anyway|alone|in return)\?$"
    r"|\bup to (?:in|on|at|by|to|for|of|from)\b"
    r"|[\"“”()\[\]]|--|  |\b(\w+) \2\b|(?:^| )-|^[^,']*(?:^| )'[^']*$"
    r"|\bin \d{4} in \d{4}\b|\bof which (?:was|were|is|are|has|have|had|did)\b"
    r"|\b(?:a|the) (?:year|month|week|day) (?:before|earlier|after|later)\?$"
    r"|^When\b.* when\b"
    r"|\bhow many (?:of (?:whom|which)|every|inside)\b"
    r"|^(?:About )?how much .*\bworth [$€£]?\d"
    r"|\b(?P<name>[^\W\d]+ [^\W\d]+) (?P=name)\b"
    r"|^About (?!how|what|which)"
    r"|^(?!Which relative of ).*[’']s (?:is|was|are|were|has|had|do|does|did)\b"
    r"|\bby the time (?:[\w-]+ ){1,4}and (?:[\w-]+ ?){1,3}\?$"
    r"|\b(?:was|were|did|had) that the\b|\bbe (?:was|were|is|are)\b"
    r"|\b(?:up|down|off|out) or [$€£]?\d"
    r"|\b(?:was|were|is|are|did|does|has|had) (?:or|and) "
    r"|\bbetween (?:the|a|an) (?!.*\band\b)(?!(?:two|three|four|\w+s)\b)"
    r"|^(?:How many|Which)\b[^,?“]* (?:and|or) (?:has|have|had|does|do|did|is|are|was|were)\b"
    r"|^(?!.*\bbetween\b).*\band [$€£]?\d[\d,.]*\w* (?:in|from|to|at|on|by)\b"
    r"|\band (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) by\b",
    re.IGNORECASE,
)


def scarred(clause: Clause, rest: Sequence[Token]) -> Iterator[str]:
    """Words that were cut out leave a gap."""
    if any(t.i < clause.verb.i for t in rest):
        yield "something stands between the subject and its verb"
    if torn(clause):
        yield "a part was cut out whose end does not show"
    if conjunction_lost(clause) or (rest and rest[0].dep_ == "cc"):
        yield "a conjunction has lost a side"
    if list_cut(clause) or any(displaced(clause, t, rest) for t in rest):
        yield "a list was cut short, or a word belongs elsewhere"
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
    lost = [c for c in parts if c not in clause.body and not (set_off(c) or absolute(c))]
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


def displaced(clause: Clause, word: Token, rest: Sequence[Token]) -> bool:
    """What the parser has put where it cannot be: 'and of Anna', 'rules that date from 2007'."""
    of = word.dep_ == "conj" and word.lower_ == "of" != word.head.lower_
    clauseless = word.tag_ == "WDT" and word.dep_ == "nsubj" and word.head.pos_ == "NOUN"
    cut = clauseless and any(c.dep_ == "prep" and c not in rest for c in word.head.children)
    return of or cut or behind_cut(clause, word)


def behind_cut(clause: Clause, word: Token) -> bool:
    """The 'since 1925' of 'signed in 1920 and in force since 1925', without 'in force'."""
    if word.dep_ != "prep" or word.head != clause.verb:
        return False
    second = (c for c in word.head.children if c.dep_ == "conj" and c.pos_ == "ADP")
    return any(word.head.i < c.i < word.i and c not in clause.body for c in second)


def list_cut(clause: Clause) -> bool:
    """'beat Brodsky 4-6', where the article goes on ', 7-6, 7-5'."""
    numbers = (t for t in clause.body if t.like_num and (t == clause.body[-1] or scored(t)))
    return any(cut_behind(clause, t) for t in numbers)


def cut_behind(clause: Clause, last: Token) -> bool:
    """Whether another number follows that is left out."""
    behind = last.doc[last.i + 1 : last.i + 3]
    listed = len(behind) == 2 and behind[0].text == "," and behind[1].like_num
    return listed and behind[1] not in clause.body


def scored(points: Token) -> bool:
    """The '6' of '4-6', before another such score."""
    ends = (points.doc[points.i - 1].text, points.doc[points.i + 3 : points.i + 4].text)
    return points.i > 0 and all(end in ("-", "–") for end in ends)


def well_formed(text: str) -> bool:
    """No scars of cutting: doubled or stray punctuation, a dangling end, a year behind a year."""
    return not SCARS.search(text)

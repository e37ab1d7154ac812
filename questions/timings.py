"""Times that are counted: 'spent nine days', 'was given 12 years for fraud', 'won three times'."""

from questions import lexicon
from questions.beside import allowed
from questions.tree import Token

COUNTED = lexicon.TIME_UNITS | {"time"}
LEADING = frozenset("to over after within".split())
SPENDING = frozenset("spend serve need wait work live".split())
# 'was given nine years for fraud'
IMPOSING = frozenset(("give", "get", "receive"))
DETENTION = frozenset("prison jail custody bars".split())
LOGGING = frozenset(("log", "record", "award", "spend"))
ENDING = frozenset("end mark celebrate cover get have need".split())


def timed(time: Token, before: str) -> bool:
    """Whether so many of a unit can be asked for, behind a preposition or without one."""
    if any(c.lemma_ in lexicon.TIME_UNITS for c in time.conjuncts):
        return False  # 'five years and four months' are one time.
    margin = before == "by" and time.lemma_.lower() in lexicon.TIME_UNITS
    passed = time.dep_ == "dobj" and (spent(time) or imposed(time) or logged(time))
    return before in LEADING or margin or passed or repeated(time)


def spent(time: Token) -> bool:
    """'served nine years', 'has 21 days to decide'."""
    return time.head.lemma_ in SPENDING or allowed(time) is not None


def imposed(time: Token) -> bool:
    """'was given nine years for fraud', 'got nine years in prison'."""
    given = time.head.lemma_ in IMPOSING and time.lemma_.lower() == "year"
    return given and (time.nbor(1).lower_ == "for" or any(map(detained, time.children)))


def detained(place: Token) -> bool:
    """The 'in prison' that belongs to so many years."""
    return place.lower_ in ("in", "behind") and place.right_edge.lower_ in DETENTION


def logged(time: Token) -> bool:
    """'lost 12 days of work', 'logged nine hours on the river'; not 'marked 50 years of peace'."""
    if time.head.lemma_ in ENDING:
        return False
    plain = time.left_edge.lower_ != "over" and not any(t.dep_ == "relcl" for t in time.subtree)
    behind = time.nbor(1).lower_
    return (behind == "of" and plain) or (behind == "on" and time.head.lemma_ in LOGGING)


def repeated(time: Token) -> bool:
    """'won three times'."""
    often = time.lemma_.lower() == "time" and time.dep_ == "npadvmod"
    return often and time.head.pos_ == "VERB"

"""Times of something else than a clause tells: of an opening, a visit, one of several things."""

from collections.abc import Sequence
from itertools import takewhile

from questions.candidates import Key
from questions.facts import Clause
from questions.items import AnswerType
from questions.tree import Token

HOURS = frozenset("midnight noon dawn dusk sunset sunrise daybreak midday nightfall night".split())
NEAR_HOUR = frozenset("about around at before after near towards".split())
ENDS = frozenset("from to until till after before since following despite".split())
DUE = frozenset("due scheduled slated planned expected".split())
# What happens at a time of its own: 'before the opening of the line in October 1964'.
OCCASIONS = frozenset(
    "opening launch start founding foundation death birth election outbreak beginning introduction "
    "closure coronation completion publication retirement wedding marriage inauguration".split()
)


def hours(clause: Clause, key: Key) -> set[int]:
    """The 'about midnight' of 'died about midnight on 5 December', which the day need not tell."""
    if key.answer_type != AnswerType.DATE:
        return set()
    phrases = (c for c in clause.verb.children if c.dep_ == "prep" and c.lower_ in NEAR_HOUR)
    return {t.i for c in phrases if all(map(hourly, c.children)) for t in c.subtree}


def hourly(noun: Token) -> bool:
    """A bare time of the day."""
    return noun.lower_ in HOURS and not noun.children


def misdated(clause: Clause, key: Key, above: Sequence[Token]) -> bool:
    """Whether a date is of something else; `above` is what its words hang on, up to the verb.

    'grew from a million in 1801', 'until his retirement in 2003'.
    """
    ends = any(t.dep_ == "pobj" and t.head.lower_ in ENDS for t in above)
    return ends or of_occasion(clause, key) or of_member(clause, key)


def of_occasion(clause: Clause, key: Key) -> bool:
    """'in the run-up to the opening of the line in 1964', whatever the parser hangs the year on."""
    first = min(key.tokens)
    words = (t for t in reversed(clause.verb.doc[:first]) if not t.is_punct)
    before = next(words, clause.verb)
    if before.i <= clause.verb.i:
        return False
    if before.lower_ in DUE:
        return True  # 'ahead of elections due on 21 June'
    chain = takewhile(lambda t: t.i > clause.verb.i, (before, *before.ancestors))
    nouns = [t for t in chain if t.dep_ == "pobj"]
    visits = any(t.head.lower_ in ("after", "before", "since", "following") for t in nouns)
    ends = (t for t in nouns if t.lemma_.lower() in OCCASIONS)
    return visits or any(t.head.lower_ in ENDS | {"for"} for t in ends)


def of_member(clause: Clause, key: Key) -> bool:
    """'survived two wars, a fire in 1972 and a failure, in 2009': each of several has its year."""
    things = (c for c in clause.verb.children if c.dep_ == "dobj" and c.i < min(key.tokens))
    several = [t for thing in things for t in thing.subtree if t.dep_ in ("conj", "appos")]
    return any(t.tag_ == "CD" and t.ent_type_ == "DATE" for n in several for t in n.subtree)

"""Where the phrase that opens a sentence goes in a question: before it, behind it, or nowhere."""

import re
from collections.abc import Sequence

from questions.facts import Clause
from questions.text import sentence_case
from questions.tree import Token

PREPOSITIONS = frozenset("after at for from in on over to under until within".split())


def better_behind(opening: Sequence[Token], wh: str) -> bool:
    """'In 1932', 'At full capacity': reads better at the end, where it is short.

    'From Lund' before 'at which university' reads badly at any length.
    """
    year = any(re.fullmatch(r"(1\d|20)\d\d", t.text) for t in opening)
    told = len(opening) <= 3 and (year or any(t.ent_type_ in ("DATE", "GPE") for t in opening))
    first = opening[0].lower_
    short = len(opening) <= 4 and first not in ("by", "of", "among")
    return told or (
        short and (first in ("from", "under") or wh.split(maxsplit=1)[0].lower() in PREPOSITIONS)
    )


def closed(rest: Sequence[Token]) -> bool:
    """Whether the question ends in a clause, to which a time behind it would seem to belong."""
    return any(t.dep_ in ("ccomp", "xcomp", "advcl", "relcl", "acl") for t in rest)


def opening_place(clause: Clause, wh: str, rest: Sequence[Token]) -> str:
    """Where the phrase that opens a sentence goes: 'before', 'behind' or 'nowhere'."""
    if not better_behind(clause.front, wh):
        return "before"
    if not closed([*rest, *clause.circumstance]):
        return "behind"
    idle = clause.front[0].lower_ == "from" and not any(t.like_num for t in clause.front)
    return "nowhere" if idle else "before"


def before_speaker(text: str, behind: str) -> str:
    """A question with what goes at its end, but for who says so."""
    told, according, speaker = re.sub(r",? according to", ", according to", text).partition(
        ", according to "
    )
    return f"{told} {behind}{according}{speaker}"


def with_opening(text: str, opening: str, place: str) -> str:
    """The question with the phrase that limits it, before or behind."""
    if place == "behind":
        return before_speaker(text, f"{opening[0].lower()}{opening[1:]}")
    return text if place == "nowhere" else f"{sentence_case(opening)}, {text}"

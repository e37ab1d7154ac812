"""Options that a note has itself: in fields of their own, or as a list in its question."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_uppercase

_NUMBERED = re.compile(
    r"(?i)(?:q|option|choice|alternative|answer|distractor)[ _.-]*([1-9]|[a-h])|([A-H])"
)
_WRONG = re.compile(
    r"(?i)(?:wrong|incorrect|distractor|false)(?:[ _-]*(?:answer|option))?s?[ _-]*\w?"
)
_RIGHT = re.compile(
    r"(?i)(?:correct|right)?[ _-]*(?:answers?|options?|choice)|correct|key|solution"
)
_QUESTION = re.compile(r"(?i)(?:question|stem|front|prompt|q)")
_LISTED = re.compile(r"^\(?([A-Ha-h1-8])[.):]\s+(\S.*)$")
_ANSWERED = re.compile(r"^\(?([A-Ha-h1-8])(?:[.):](?:\s+(.+))?)?$")
_BITS = re.compile(r"[01](?:[\s,;|]+[01])+")


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with its options; several may be right."""

    stem: str
    options: tuple[str, ...]
    right: tuple[int, ...]
    used: frozenset[str] = frozenset()


@lru_cache(maxsize=100)
def may_have(names: tuple[str, ...]) -> bool:
    """Whether fields of these names may hold options, whatever is in them."""
    asks, tells, wrong = (any(map(p.fullmatch, names)) for p in (_QUESTION, _RIGHT, _WRONG))
    return asks and tells and (wrong or sum(map(bool, map(_NUMBERED.fullmatch, names))) > 1)


def of_fields(fields: Mapping[str, str]) -> Choice | None:
    """Options in fields, `Q_1`, `Option A` or `Wrong 1`, beside one that tells the right one."""
    stem = next((name for name in fields if _QUESTION.fullmatch(name) and fields[name]), None)
    told = next((name for name in fields if _RIGHT.fullmatch(name) and fields[name]), None)
    if stem is None or told is None:
        return None
    wrong = [name for name in fields if _WRONG.fullmatch(name) and fields[name]]
    numbered = [name for name in fields if _NUMBERED.fullmatch(name) and fields[name]]
    if len(wrong) > 1 or (wrong and not numbered):
        options = (fields[told], *(fields[name] for name in wrong))
        return Choice(fields[stem], options, (0,), frozenset((stem, told, *wrong)))
    options = tuple(fields[name] for name in numbered)
    right = _right(fields[told], options)
    used = frozenset((stem, told, *numbered))
    return Choice(fields[stem], options, right, used) if len(options) > 1 and right else None


def of_list(question: str, answer: str) -> Choice | None:
    """'A) … B) …' in the lines of a question, the right one in the first line of its answer."""
    lines = question.split("\n")
    found = [_LISTED.match(line) for line in lines]
    first = next((n for n, match in enumerate(found) if match), len(lines))
    listed = [match for match in found[first:] if match]
    marks = [match[1].upper() for match in listed]
    in_order = "".join(marks) in (ascii_uppercase[: len(marks)], "12345678"[: len(marks)])
    if len(listed) < 3 or len(listed) != len(lines) - first or not first or not in_order:
        return None
    options = tuple(match[2].strip() for match in listed)
    right = _right(answer.partition("\n")[0].strip(), options)
    return Choice(" ".join(lines[:first]), options, right) if len(right) == 1 else None


def _right(told: str, options: tuple[str, ...]) -> tuple[int, ...]:
    """Which options are right: told by bits, by its text, by letter or number."""
    if _BITS.fullmatch(told):
        return tuple(n for n, bit in enumerate(re.findall("[01]", told)) if bit == "1")
    same = [n for n, option in enumerate(options) if option.casefold() == told.casefold()]
    if same:
        return tuple(same)
    named = _ANSWERED.match(told)
    if named is None:
        return ()
    mark = named[1].upper()
    place = int(mark) - 1 if mark.isdigit() else ascii_uppercase.index(mark)
    if place >= len(options) or (named[2] or "").casefold() not in options[place].casefold():
        return ()
    return (place,)

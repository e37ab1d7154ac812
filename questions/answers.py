"""What kind of thing an answer is, told by itself alone: no article says more about it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from questions import catalog, gazetteer, lexicon
from questions.currencies import PREFIX
from questions.items import AnswerType
from questions.ordering import sort_value
from questions.people import is_given, is_surname
from questions.quantities import parse

_YEAR = re.compile(r"(?:c\. ?|around )?[12]\d{3}(?: ?[–-] ?[12]?\d{1,3})?(?: ?(?:AD|CE))?")
_MONTH = "|".join(lexicon.MONTHS)
_DATE = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{_MONTH})"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?"
)
_CURRENCY = re.compile(rf"{PREFIX}(?=\d)|(?i:\b(?:dollars?|euros?|pounds?|yen)\b)")
_PERCENT = re.compile(r"(?i)%|per ?cent\b")
_NAME_PART = re.compile(
    r"[A-Z][\w.’'-]*|de|da|di|del|van|von|der|den|la|le|al|bin|ibn|of|the|[IVX]+"
)
LONGEST = 100
"""Characters of what may be a number, a date or a name."""
NAME_WORDS = range(2, 6)


@dataclass(frozen=True, slots=True)
class Kind:
    """The type of an answer and its fine kind; `value` is its place in sequence, where it has one.

    `known` says that tables or its form prove the kind; else it is only the look of the words.
    """

    answer_type: AnswerType
    fine: str
    value: tuple[Decimal, ...] = ()
    known: bool = True


@lru_cache(maxsize=20_000)
def kind(answer: str) -> Kind:
    """The kind of an answer in one line."""
    text = answer.strip().rstrip(".")
    if len(text) > LONGEST:
        return Kind(AnswerType.THING, look(text), known=False)
    return _in_sequence(text) or _named(text) or Kind(AnswerType.THING, look(text), known=False)


def look(text: str) -> str:
    """How an answer looks: how many words, whether they are names, whether figures are in it."""
    words = text.split()
    size = next((most for most in (1, 3, 7, 12) if len(words) <= most), 99)
    names = sum(w[:1].isupper() for w in words) > len(words) / 2
    figures = any(c.isdigit() for c in text)
    return f"{size} {'Name' if names else 'words'}{' 0' if figures else ''}"


def _in_sequence(text: str) -> Kind | None:
    """Dates and numbers; those of another unit or form are of another kind."""
    if _YEAR.fullmatch(text):
        return Kind(AnswerType.DATE, re.sub(r"\d+", "0", text), sort_value(text))
    if _DATE.fullmatch(text):
        form = re.sub(r"\d+", "0", re.sub(_MONTH, "M", text))
        return Kind(AnswerType.DATE, form, sort_value(text))
    quantity = parse(text)
    if quantity is None or quantity.span:
        return None
    unit = f"{quantity.prefix}0{quantity.suffix}"
    if _CURRENCY.search(unit):
        return Kind(AnswerType.MONEY, unit, (quantity.value,))
    if _PERCENT.search(unit):
        return Kind(AnswerType.PERCENT, unit, (quantity.value,))
    form = "words" if quantity.worded else str(quantity.decimals)
    last = quantity.suffix.strip().rstrip("s")
    found = (
        AnswerType.NUMBER if not last
        else AnswerType.DURATION if last in lexicon.TIME_UNITS
        else AnswerType.QUANTITY
    )  # fmt: skip
    return Kind(found, f"{unit.rstrip('s')} {form}", (quantity.value,))


def _named(text: str) -> Kind | None:
    """What the tables know, and what looks like the name of a person."""
    place, thing, person = gazetteer.find(text), catalog.find(text), catalog.find_person(text)
    if place is not None:
        return Kind(AnswerType.PLACE, place.kind)
    if text in gazetteer.by_demonym():
        return Kind(AnswerType.GROUP, "people")
    if person is not None or _is_person(text):
        return Kind(AnswerType.PERSON, "person")
    if thing is not None:
        return Kind(_type_of(thing), thing.kind)
    common = catalog.common().get(text.lower(), ())
    return Kind(AnswerType.THING, common[0].kind) if len({c.kind for c in common}) == 1 else None


def _is_person(text: str) -> bool:
    words = text.split()
    name = len(words) in NAME_WORDS and all(map(_NAME_PART.fullmatch, words))
    return name and is_given(words[0]) and (is_surname(words[-1]) or len(words) < 4)


def _type_of(thing: catalog.Named) -> AnswerType:
    if thing in catalog.bodies():
        return AnswerType.ORGANIZATION
    if thing.kind in lexicon.PLACE_KINDS:
        return AnswerType.PLACE
    if thing.kind in lexicon.EVENT_KINDS:
        return AnswerType.EVENT
    return AnswerType.WORK if thing.kind in lexicon.WORK_KINDS else AnswerType.THING

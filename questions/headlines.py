"""Keys that the headline, which stands above an item, gives away."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from itertools import chain, pairwise

from questions.catalog import table
from questions.gazetteer import country_of, find
from questions.items import AnswerType, Article, Item
from questions.quantities import HEDGE, SCALES, parse
from questions.text import content, tokens
from questions.titles import CABINET

# From here on a number in the headline gives away what it counts.
TELLING = 10
# Letters that tell a word: 'Europe' and 'European'.
ROOT = 4
HEDGED = re.compile(rf"^(?:{HEDGE}) ")
# Headlines are shorter still.
HEADLINE_SCALES = SCALES | {"b": 10**9, "t": 10**12}
SUM = re.compile(
    r"(?:[$€£¥₹]|\b(?:Rs|EUR|USD|GBP)\.? ?)(?P<number>\d[\d,]*(?:\.\d+)?)"
    rf"(?: ?(?P<scale>{'|'.join(HEADLINE_SCALES)})\b)?",
    re.IGNORECASE,
)
NEARLY = Decimal("0.05")
AGE = re.compile(r"\b(?:at|aged?) \d\d\d?\b|, \d\d\d?\b")


def in_headline(item: Item, article: Article) -> bool:
    """Whether the key is in the headline, follows from it, or has its greatest part there."""
    if article.title.endswith("…"):
        return False
    return any(
        told(item, article) for told in (named, numbered, *OF_TYPE.get(item.answer_type, ()))
    )


def named(item: Item, article: Article) -> bool:
    """Whether the headline has all words of a key, of a person the first or the last."""
    words = content(HEDGED.sub("", item.options[item.key].lower()))
    told = [word in tokens(article.title) for word in words]
    if item.answer_type == AnswerType.PERSON:
        return bool(told) and (told[0] or told[-1])
    return bool(told) and all(told)


def numbered(item: Item, article: Article) -> bool:
    """Whether the headline has a figure of the key."""
    told = figures(item.options[item.key]) & figures(article.title)
    return item.answer_type.in_sequence and bool(told)


@lru_cache(maxsize=20_000)
def figures(text: str) -> frozenset[Decimal]:
    """The numbers in a text that are large enough to be recalled as such."""
    written = (t for t in tokens(text) if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", t))
    return frozenset(n for t in written if (n := Decimal(t)) >= TELLING)


def sum_told(item: Item, article: Article) -> bool:
    """Whether the headline has a sum of the key's figure, or nearly: '£412,000' of '£400,000'."""
    mine = [amount(m[0]) for m in SUM.finditer(item.options[item.key])]
    told = [amount(m[0]) for m in SUM.finditer(article.title)]
    return any(abs(a - b) <= b * NEARLY for a in mine for b in told)


def nearly_numbered(item: Item, article: Article) -> bool:
    """Whether the headline has nearly the key's number: 'more than 900 homes' of 920."""
    mine, told = figures(item.options[item.key]), figures(article.title)
    return any(abs(a - b) <= b * NEARLY for a in mine for b in told)


def amount(text: str) -> Decimal:
    """A sum with its thousands, millions or billions, its currency aside."""
    found = SUM.fullmatch(text)
    number = Decimal(found["number"].replace(",", "")) if found is not None else Decimal()
    scale = (found["scale"] or "").lower() if found is not None else ""
    return number * HEADLINE_SCALES.get(scale, 1)


def counted_back(item: Item, article: Article) -> bool:
    """Whether a year follows from the headline's 'after 149 years' and the article's own year."""
    past = [int(n) for n in re.findall(r"\b(\d+)[- ]years?\b", article.title)]
    key = re.fullmatch(r"\d{4}", item.options[item.key])
    return key is not None and any(abs(now(article) - n - int(key[0])) <= 1 for n in past)


@lru_cache(maxsize=1)
def now(article: Article) -> int:
    """The last year that an article names or was published in."""
    years = map(int, re.findall(r"\b(?:1[5-9]|20)\d\d\b", article.text))
    return max([*years, *(int(d[:4]) for d in (article.published,) if d)], default=0)


def lifetime(item: Item, article: Article) -> bool:
    """Whether the headline gives the years of a life, from which the age follows."""
    if not item.stem.startswith("At what age"):
        return False
    years = re.search(r"\b(\d{4})[-–—](\d{4})\b", article.title)
    age = parse(item.options[item.key])
    return bool(years and age and int(years[2]) - int(years[1]) - age.value in (0, 1))


def born_by_age(item: Item, article: Article) -> bool:
    """Whether the year of a birth follows from an age in the headline: 'Anna Berg dies at 88'."""
    return bool(re.search(r"\bborn\b", item.stem) and AGE.search(article.title))


def span_told(item: Item, article: Article) -> bool:
    """Whether the headline has most of a time: 'six years' of 'six years and a month'."""
    most = [t.rstrip("s") for t in tokens(item.options[item.key])[:2]]
    return most in map(list, pairwise(t.rstrip("s") for t in tokens(article.title)))


def half_told(item: Item, article: Article) -> bool:
    """A word of a body's name that the headline has, or has the country of, and no other option."""
    others = {t for n, o in enumerate(item.options) for t in tokens(o) if n != item.key}
    title = {t for t in tokens(article.title) if len(t) > ROOT}
    own = (t for t in content(item.options[item.key]) if t not in others and len(t) > ROOT)
    return any(word.startswith(t) or t.startswith(word) for word in own for t in title)


def lies_in_headline(item: Item, article: Article) -> bool:
    """A country that the headline tells by one of its cities or its people."""
    place = find(item.options[item.key])
    if place is None or place.kind != "country":
        return False
    named = (country_of(w) or find(w) for w in re.findall(r"[A-Z]\w+", article.title))
    return any(p is not None and p.country == place.country for p in named)


def portfolio_told(item: Item, article: Article) -> bool:
    """Whether the headline speaks of what a minister is for, so that the office can be guessed."""
    office = item.options[item.key].lower().split()
    if office[-1] not in CABINET:
        return False
    matters = (portfolios().get(part, frozenset()) for part in office)
    return not frozenset(tokens(article.title)).isdisjoint(chain.from_iterable(matters))


@cache
def portfolios() -> dict[str, frozenset[str]]:
    """For each word that tells an office, the words for what it is in charge of, plurals too."""
    return {
        office: frozenset(form for word in matters.split("|") for form in forms(word))
        for offices, matters in table("portfolios")
        for office in offices.split("|")
    }


def forms(noun: str) -> tuple[str, ...]:
    """A noun and what its plural may be: 'fire', 'fires', 'quotas', 'crashes', 'ferries'."""
    return noun, f"{noun}s", f"{noun}es", f"{noun[:-1]}ies"


OF_TYPE: dict[AnswerType, tuple[Callable[[Item, Article], bool], ...]] = {
    AnswerType.PLACE: (lies_in_headline,),
    AnswerType.THING: (portfolio_told,),
    AnswerType.ORGANIZATION: (half_told,),
    AnswerType.DURATION: (span_told, lifetime),
    AnswerType.NUMBER: (lifetime, nearly_numbered),
    AnswerType.DATE: (born_by_age, counted_back),
    AnswerType.MONEY: (sum_told,),
}

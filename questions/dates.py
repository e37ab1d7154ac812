"""Keys that are dates: years, months, days, parts of years, decades and centuries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from questions import eras, lexicon
from questions.annotate import joined
from questions.candidates import Key
from questions.items import AnswerType
from questions.story import Story, looks_ahead
from questions.text import sentence_case
from questions.tree import Token
from questions.trimming import kept, trim_punctuation

MONTH = "|".join(lexicon.MONTHS)
YEAR = r"(?:1\d|20)\d\d"
DAY = rf"\d\d? (?:{MONTH})|(?:{MONTH}) \d\d?"
# 'in about 1080': nobody knows the year.
ROUGH = frozenset("about around circa c. approximately roughly perhaps probably".split())
EDGES = ("end", "start", "beginning")
LIMITS = frozenset("until till before after since".split())
ENDS = frozenset(("from", "to", "until", "till"))
PARTS = "early|late|mid|spring|summer|autumn|fall|winter"


@dataclass(frozen=True, slots=True)
class Form:
    """How one form of date is written, asked for, and behind which prepositions."""

    kind: str
    pattern: re.Pattern[str]
    asks: str
    before: frozenset[str]


FORMS = (
    Form(
        "year",
        re.compile(YEAR),
        "{} which year",
        frozenset(("in", "since", "from", "until", "by")),
    ),
    Form(eras.KIND, eras.ERA, "{} which year", frozenset(("in", "since", "until"))),
    Form("month", re.compile(rf"(?:{MONTH}) {YEAR}"), "When", frozenset(("in",))),
    Form("month", re.compile(rf"(?:{MONTH}) {YEAR}"), "Since when", frozenset(("since",))),
    Form("day", re.compile(rf"(?:{DAY}),? {YEAR}"), "{} what date", frozenset(("on",))),
    Form("day", re.compile(DAY), "{} what date", frozenset(("on",))),
    Form(
        "part", re.compile(rf"(?:the )?(?:{PARTS})[- ](?:of )?{YEAR}"), "When", frozenset(("in",))
    ),
    Form(
        "decade", re.compile(r"the (?:1\d|20)\d0s"), "{} which decade", frozenset(("in", "since"))
    ),
    Form(
        "century",
        re.compile(r"the \w+(?:[- ]\w+)? century", re.IGNORECASE),
        "{} which century",
        frozenset(("in",)),
    ),
)


def dates(story: Story, token: Token) -> Iterator[Key]:
    """The date that stands behind a preposition, 'the end of 2027' included."""
    if token.dep_ != "pobj" or token.head.head.lower_ in ("than", "as") or has_unit(token):
        return
    if again(token) or any(c.lower_ in ROUGH for c in (*token.children, *token.head.children)):
        return
    words = trim_punctuation([t for t in kept(token) if not t.is_space])
    text = joined(story.reading, words).replace("\n", " ")
    before = token.head.lower_
    if of_event(token.head) or (before == "by" and (attached(token.head) or not ahead(token))):
        return
    if before in ("from", "until") and (bounded(token.head) or of_post(token.head)):
        return
    found = formed(token, text) or end_of(token, text)
    if found is not None:
        yield found


def ahead(date: Token) -> bool:
    """Whether a sentence speaks of what is to come; what was done by 1500 was by 1510 too."""
    return any(looks_ahead(t) for t in date.sent if t != date.head)


def of_event(when: Token) -> bool:
    """The 'in 1975' of 'until the flight in 1975': when that was, and not how long it took."""
    before = when.nbor(-1) if when.i > when.sent.start else when
    phrases = (a for a in before.ancestors if a.dep_ in ("prep", "mark") and a.i < when.i)
    return any(p.lower_ in LIMITS and p.head == when.head for p in phrases)


def attached(limit: Token) -> bool:
    """'accused him of missing his target by 2005': a target's time, and not that of the deed."""
    deed = limit.head
    while deed.dep_ in ("pcomp", "prep"):
        deed = deed.head
    between = limit.doc[deed.i + 1 : limit.i]
    return deed.tag_ == "VBD" and not looks_ahead(deed) and any(map(looks_ahead, between))


def formed(token: Token, text: str) -> Key | None:
    """A date of one of the forms; of a life only its year."""
    before, born = token.head.lower_, token.head.head.lemma_ in ("bear", "die")
    for form in FORMS:
        if form.kind == "day" and born and (year := re.search(YEAR, text)):
            return date(year[0], "In which year", token.head, "year")
        if before in form.before and form.pattern.fullmatch(text):
            asks = sentence_case(form.asks.format(before))
            whole = text if asks != "When" or form.kind == "month" else f"in {text}"
            return date(whole, asks, token.head, form.kind)
    return None


def end_of(token: Token, text: str) -> Key | None:
    """'the end of 2027'."""
    end = token.head.head
    ends = token.head.lower_ == "of" and end.lower_ in EDGES and end.dep_ == "pobj"
    if not ends or not re.fullmatch(YEAR, text) or any(c.dep_ == "amod" for c in end.children):
        return None
    asks = f"{sentence_case(end.head.lower_)} the {end.lower_} of which year"
    return date(text, asks, end.head, "year")


def periods(token: Token) -> Iterator[Key]:
    """'from 2019 to 2022', 'between 1803 and 1815' → During which years."""
    opening = token.head
    if token.dep_ != "pobj" or opening.head.pos_ not in ("VERB", "AUX"):
        return
    if not re.fullmatch(YEAR, token.text) or has_unit(token):
        return
    closing = {"from": "to", "between": "and"}.get(opening.lower_, "")
    behind = token.doc[token.i + 1 : token.i + 3]
    if len(behind) < 2 or behind[0].lower_ != closing or not re.fullmatch(YEAR, behind[1].text):
        return
    words = token.doc[opening.i : token.i + 3]
    if behind[1].i + 1 < len(token.doc) and has_unit(behind[1]):
        return
    tokens = frozenset(t.i for t in words)
    text = sentence_case(words.text)
    yield Key(AnswerType.DATE, text, "During which years", tokens, False, "years", weight=0.65)


def again(token: Token) -> bool:
    """'in 1998, 2002 and 2016', 'in May and again in July': no date is the only one."""
    beside = [*token.conjuncts, *(c for p in token.head.conjuncts for c in p.children)]
    return any(re.search(r"\d", t.text) or t.text in lexicon.MONTHS for t in beside)


def bounded(end: Token) -> bool:
    """Whether a date is only one end of a period: 'from 1984 to 1995'."""
    beside = [t for t in (*end.children, *end.head.children) if t.dep_ == "prep" and t != end]
    return any(t.lower_ in ENDS for t in beside)


def of_post(preposition: Token) -> bool:
    """'As mayor from 1921, she devised …': since when somebody was mayor."""
    above = takewhile(lambda t: t.pos_ not in ("VERB", "AUX"), preposition.ancestors)
    return any(t.lower_ == "as" for t in above)


def has_unit(number: Token) -> bool:
    """'1900°C' is no year."""
    return number.i + 1 < len(number.doc) and number.nbor(1).text[0] in "°%"


def date(text: str, asks: str, part: Token, kind: str) -> Key:
    """A date in place of the phrase it stands in."""
    tokens = frozenset(t.i for t in part.subtree)
    return Key(AnswerType.DATE, sentence_case(text), asks, tokens, False, kind, weight=0.65)

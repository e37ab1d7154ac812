"""Values as words: counts, types, times."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from questions import AnswerType, Item
from questions.formats.reading import Became, Fate
from quizapp.assessment.certainty import Confidence, Leaning, Level, leaning
from quizapp.assessment.conditions import Conditions
from quizapp.assessment.marking import Score, percent, rounded
from quizapp.assessment.modes import Mode, Order, Terms

TYPES: dict[AnswerType, tuple[str, str]] = {
    AnswerType.PERSON: ("person", "people"),
    AnswerType.PLACE: ("place", "places"),
    AnswerType.ORGANIZATION: ("organization", "organizations"),
    AnswerType.GROUP: ("group", "groups"),
    AnswerType.NUMBER: ("number", "numbers"),
    AnswerType.QUANTITY: ("quantity", "quantities"),
    AnswerType.MONEY: ("amount of money", "amounts of money"),
    AnswerType.PERCENT: ("percentage", "percentages"),
    AnswerType.DATE: ("date", "dates"),
    AnswerType.DURATION: ("duration", "durations"),
    AnswerType.ORDINAL: ("rank", "ranks"),
    AnswerType.EVENT: ("event", "events"),
    AnswerType.WORK: ("work", "works"),
    AnswerType.THING: ("thing", "things"),
    AnswerType.QUOTE: ("quote", "quotes"),
    AnswerType.REASON: ("reason", "reasons"),
}


def counted(number: int, one: str, many: str | None = None) -> str:
    """Join a number and its noun: `1 question`, `12 questions`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def megabytes(size: int) -> str:
    """Bytes as `10 MB`."""
    return f"{size / 1_000_000:g} MB"


def times(number: int) -> str:
    """How often something happened."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def type_name(answer_type: AnswerType) -> str:
    """Label for the kind of thing asked for."""
    return TYPES[answer_type][0].capitalize()


def type_names(answer_type: AnswerType) -> str:
    """The same for many: what a topic asks for."""
    return TYPES[answer_type][1]


def types(items: Iterable[Item]) -> list[str]:
    """Count what was found, the most frequent first: `5 dates`, `3 people`."""
    found = Counter(item.answer_type for item in items)
    return [counted(number, *TYPES[kind]) for kind, number in found.most_common()]


def day(when: date) -> str:
    """Date without a leading zero, in an order that nobody misreads."""
    return f"{when.day} {when:%B %Y}"


def weekday(when: date) -> str:
    """Name of the day, to be cut short where room is scarce."""
    return f"{when:%A}"


def published(iso: str) -> str:
    """Day of an ISO date; anything else as it is."""
    try:
        return day(date.fromisoformat(iso[:10]))
    except ValueError:
        return iso


def is_address(source: str) -> bool:
    """Whether a source is the address of a page, and so may be a link."""
    return re.match(r"https?://[^\s/]", source) is not None


def site(address: str) -> str:
    """Name of the site that an address leads to."""
    return address.partition("://")[2].partition("/")[0].removeprefix("www.")


def moment(when: datetime) -> str:
    """Day and time with its zone; a script puts it into the reader's own where it may."""
    return f"{when.day} {when:%b %Y, %H:%M} UTC"


def took(span: timedelta) -> str:
    """Time taken, in the two units that matter; none where the clock was set back meanwhile."""
    seconds = max(int(span.total_seconds()), 0)
    minutes, hours = seconds // 60, seconds // 3600
    if hours:
        return f"{hours} h {minutes % 60} min"
    return limit(span) if minutes else f"{seconds} s"


def limit(span: timedelta) -> str:
    """A time limit, exactly: extra time may add some seconds to whole minutes."""
    minutes, seconds = divmod(int(span.total_seconds()), 60)
    return f"{minutes} min {seconds} s" if seconds else f"{minutes} min"


def extended(span: timedelta) -> str:
    """A time limit that somebody has made longer."""
    return f"{limit(span)} with extra time"


def left(span: timedelta) -> str:
    """Time left to the second, never more than there is."""
    seconds = int(span.total_seconds())
    return limit(span) if seconds >= 60 else f"{seconds} s"


def clock(when: datetime, zone: ZoneInfo) -> str:
    """Time of day in a zone, with its name; a script puts it into the reader's own where it may."""
    return f"{when.astimezone(zone):%H:%M %Z}"


def verdict(score: Score, number_missed: int, left_open: int = 0, *, ran_out: bool = False) -> str:
    """One honest sentence: what the score says, and what to do next.

    Where most was left open, the score says how far somebody came rather than what they know.
    """
    missed = counted(number_missed, "question")
    if left_open > score.of / 2:
        opened = counted(left_open, "question was", "questions were")
        way = "retry them without a limit" if ran_out else "take your time and go on with them"
        return f"{opened} left open: {way}."
    if score.marks == score.of:
        return "Every answer right. See in a few days whether it stays."
    if score.share >= 0.8:
        return f"You know this article well; only {missed} to go over."
    if score.share >= 0.5:
        return f"You have the main lines; {missed} to go over below."
    return (
        f"Most of it is still new. Read the article, then retry the {missed} that cost you marks."
    )


def marks(number: float) -> str:
    """Write marks with two decimals at most, and a minus sign that is one."""
    return f"{rounded(number, 2):g}".replace("-", "−")


MODE_HINTS = {
    Mode.IMMEDIATE: "You see after each answer whether it was right. The first answer counts.",
    Mode.PRACTICE: "Answers are shown at once; a wrong one gets a second try, for half the mark.",
    Mode.EXAM: "You see the answers at the end. Until then yours can be changed.",
}


WAYS = {
    Mode.IMMEDIATE: "answers shown at once",
    Mode.PRACTICE: "practice",
    Mode.EXAM: "exam",
}

ORDERS = {Order.ARTICLE: "in the order of the article", Order.QUIZ: "in the order of the quiz"}


def mode_name(mode: Mode) -> str:
    """Word for a mode in a list; the usual one needs none."""
    return "" if mode is Mode.IMMEDIATE else mode.value


def terms(chosen: Terms, size: int) -> str:
    """What an attempt asks and how, in the words of the page where that is chosen."""
    parts = [counted(size, "question"), mode_name(chosen.mode)]
    parts += [limit(chosen.limit)] if chosen.limit else []
    parts += [ORDERS[chosen.order]] if chosen.order is not Order.SHUFFLED else []
    parts += ["how sure you are"] if chosen.confidence else []
    return ", ".join(filter(None, parts))


def conditions(laid_down: Conditions) -> str:
    """What a class has to keep to, in a list; empty where everybody may choose."""
    counted_first = counted(laid_down.attempts, "attempt counts", "attempts count")
    parts = [WAYS[laid_down.mode]] if laid_down.mode else []
    parts += [counted(laid_down.minutes, "minute")] if laid_down.minutes else []
    extra = "extra time allowed" if laid_down.extra else "no extra time"
    parts += [extra] if laid_down.minutes else []
    parts += [f"the first {counted_first}".replace(" 1 ", " ")] if laid_down.attempts else []
    return ", ".join(parts)


CONFIDENCES = {
    Confidence.GUESS: "Guess",
    Confidence.THINK: "Think so",
    Confidence.SURE: "Sure",
}
LEANINGS = {
    Leaning.UNKNOWN: "A few more answers will tell how well you judge what you know.",
    Leaning.FITS: "You judge well what you know: you are right about as often as you say.",
    Leaning.TOO_SURE: "You are surer than you are right: doubt yourself a little more.",
    Leaning.TOO_SHY: "You know more than you trust yourself with: be bolder.",
}


def lean(levels: Iterable[Level]) -> str:
    """One sentence on whether confidence fits what was right."""
    return LEANINGS[leaning(levels)]


def described(attributes: dict[str, Any], field: Any, hint: str) -> dict[str, Any]:
    """Attributes of a field, and those that tie its hint and its errors to it."""
    by = [f"{field.id}-error"] * bool(field.errors) + [f"{field.id}-hint"] * bool(hint)
    wrong = {"aria-invalid": "true"} if field.errors else {}
    return attributes | wrong | ({"aria-describedby": " ".join(by)} if by else {})


def fates(told: Iterable[Fate]) -> str:
    """Count what cards become: '12 become questions with options, 3 flashcards'."""
    count = Counter(fate.became for fate in told)
    words = (
        (Became.QUESTION, "becomes a question with options", "become questions with options"),
        (Became.FLASHCARD, "becomes a flashcard", "become flashcards"),
        (Became.SAME, "is another card of the same item", "are other cards of the same items"),
        (Became.NOTHING, "is left out", "are left out"),
    )
    parts = [f"{count[b]:,} {one if count[b] == 1 else many}" for b, one, many in words if count[b]]
    return f"{', '.join(parts)}."


FILTERS: dict[str, Callable[..., Any]] = {
    "counted": counted,
    "megabytes": megabytes,
    "times": times,
    "fates": fates,
    "type_name": type_name,
    "types": types,
    "type_names": type_names,
    "weekday": weekday,
    "published": published,
    "site": site,
    "moment": moment,
    "took": took,
    "marks": marks,
    "percent": percent,
    "left": left,
    "clock": clock,
    "limit": limit,
    "extended": extended,
    "described": described,
    "lean": lean,
    "confidence": CONFIDENCES.__getitem__,
    "terms": terms,
    "conditions": conditions,
    "verdict": verdict,
    "mode_name": mode_name,
    "mode_hint": MODE_HINTS.__getitem__,
}

TESTS: dict[str, Callable[..., bool]] = {"address": is_address}

"""Wrong dates: written like the key, in order, none after the article's own time."""

import random
import re
from collections.abc import Sequence

from questions import lexicon
from questions.candidates import Candidate
from questions.dates import FORMS
from questions.events import HAPPENINGS
from questions.lives import lifetime
from questions.neighbours import ranked, towards
from questions.ordering import SortValue, sort_value
from questions.story import YEAR, Story
from questions.text import sentence_case
from questions.years import reach, years

# Kinds of dates that the article may tell others of, and how many days a day of no year lies apart.
ALIKE, SEASON = ("day", "month", "decade"), 120
DAYS = range(1, 29)
CENTURIES = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth twenty-first"
).split()
WORK = re.compile(r"\b(?:is|was) an? (1[5-9]\d\d|20\d\d) ")
BIRTH = re.compile(r"\bborn\b")
CHILDHOOD = 12
SHORT = 12
"""Years of a period that others can lie beside without being far away."""
LAST = 9999
NEAR = 5
"""Years that days may lie apart of which one may be taken for the other."""
HAPPENED = frozenset(HAPPENINGS.lower().split("|"))
COMING = re.compile(
    r"^By |\b(?:will|would|shall|could|may|might|must|can|is|are|be|wants?|plans?|"
    r"aims?|hopes?|intends?|expects?|pledged?|vow(?:ed)?|promised?)\b"
)


def dates(story: Story, candidate: Candidate, rank: int, rng: random.Random) -> list[str]:
    """Wrong dates beside the key: those that the article tells near it, then made ones."""
    found = made(story, candidate, rank, rng)
    return of_article(story, candidate, found) if candidate.kind in ALIKE else found


def made(story: Story, candidate: Candidate, rank: int, rng: random.Random) -> list[str]:
    """Years, months or days around the key's, none after the latest year of the article.

    For something that has happened, years that the article only looks forward to do not count.
    """
    written = re.search(r"\d{4}", candidate.key)
    year = int(written[0]) if written is not None else max(story.past_years, default=2000)
    every, latest = known(story, year)
    if awaited(candidate, year, every):
        # What lies before may be past, even where the sentence looks ahead.
        now = max(y for y in (*every, *story.years) if y < year)
        return ahead(year, now, rank, story.years)
    # What the headline dates lies behind what came before it, and before what came after.
    opening, closing = headed(story, year)
    every, latest = tuple(y for y in every if y > opening), min(latest, closing)
    if story.names.hero is not None or BIRTH.search(candidate.stem):
        every = grown(every, candidate, story.once(lifetime)[0])
        latest = min(latest, childless(candidate, year, story.past_years))
    if candidate.kind == "year":
        first = max(adult(story, year), opening + 1)
        return years(year, range(first, latest + 1), rank, rng, remembered(story, year, every))
    return alike(candidate, year, latest, rank, rng)


def known(story: Story, year: int) -> tuple[tuple[int, ...], int]:
    """The years that may be asked for beside one, and the latest: within a life those of it."""
    every, (_, died) = story.once(passed), story.once(lifetime)
    if died is None or year > died:
        return every, max([year, *every])
    return tuple(y for y in every if y <= died), died


def awaited(candidate: Candidate, year: int, every: Sequence[int]) -> bool:
    """Whether a year is still to come, by the article's other years and by the stem."""
    latest = max(every, default=LAST)
    later = year > latest and COMING.search(candidate.stem) is not None
    # Of an article of the same year.
    soon = year == latest and re.search(r"\bwill\b", candidate.stem) is not None
    return candidate.kind == "year" and (later or soon)


def adult(story: Story, year: int) -> int:
    """The year in which somebody's childhood ended, if a year lies behind it."""
    born, _ = story.once(lifetime)
    return born + CHILDHOOD if born is not None and year >= born + CHILDHOOD else 0


def passed(story: Story) -> tuple[int, ...]:
    """The years of the article up to the latest of what it tells as having happened."""
    latest = max(story.past_years, default=0)
    return tuple(y for y in story.years if y <= latest)


def remembered(story: Story, year: int, every: Sequence[int]) -> list[int]:
    """Years of the article, those first that it names as often as the key, then the nearest."""
    often = story.times(str(year))
    return sorted(set(every), key=lambda y: (story.times(str(y)) < often, abs(y - year)))


def headed(story: Story, year: int) -> tuple[int, int]:
    """The years between which another lies: the headline's, or that of the event it names."""
    told = [int(y) for y in YEAR.findall(story.reading.article.title)] or topic(story)
    made = [y - 1 for y in made_in(story) if y < year]
    before, after = (y for y in told if y < year), (y for y in told if y > year)
    return max([*before, *made], default=0), min(after, default=LAST)


def made_in(story: Story) -> list[int]:
    """The year of the first sentence 'Corn is a 1982 film …' under the headline 'Corn'."""
    opened = WORK.search(story.texts[0]) if story.texts else None
    return [int(opened[1])] if opened and story.title_words <= story.words[0] else []


def topic(story: Story) -> list[int]:
    """The year of 'The Corn Revolt of 1680 was …' where 'Corn Revolt' is the headline."""
    opened = [int(y) for y in YEAR.findall(story.texts[0])] if story.texts else []
    event = story.title_words & (HAPPENED | lexicon.DISASTERS)
    named = bool(event) and story.title_words <= story.words[0]
    return opened if named and len(opened) == 1 and story.names.hero is None else []


def alike(candidate: Candidate, year: int, latest: int, rank: int, rng: random.Random) -> list[str]:
    """Wrong dates of the key's kind, where that is no plain year."""
    key, step = candidate.key, 10 if candidate.kind == "decade" else 1
    match candidate.kind:
        case "years":
            found = spans(key, latest, rank, rng)
        case "part" | "decade":
            found = shifted(key, year, step, latest, rank)
        case "century":
            found = centuries(key, rank)
        case "month":
            found = months(key, year, latest, rank, rng)
        case _:
            found = days(key, rank, rng)
    return found


def ahead(year: int, now: int, rank: int, offered: Sequence[int]) -> list[str]:
    """Other years to come: those of the article first, then in fives where the key is round."""
    step = 5 if year % 5 == 0 and year - now > 5 else 1
    named = sorted((y for y in offered if y > now and y != year), key=lambda y: abs(y - year))
    steps = [sign * n * step for n in (1, 2, 3) for sign in (1, -1)]
    free = [y for y in (*named, *(year + s for s in steps)) if y > now]
    below = [y for y in dict.fromkeys(free) if y < year]
    above = [y for y in dict.fromkeys(free) if y > year]
    return [str(y) for y in ranked(below, above, rank)]


def spans(key: str, latest: int, rank: int, rng: random.Random) -> list[str]:
    """Periods as long as the key's that begin in other years; short ones share no year with it."""
    first, last = map(int, YEAR.findall(key))
    length = last - first
    if length > SHORT:
        starts = [int(y) for y in years(first, range(latest - length + 1), rank, rng, ())]
    else:
        step = length + rng.randint(1, 3)
        steps = [step, 2 * step, 3 * step]
        later = [first + step for step in steps if last + step <= latest]
        starts = ranked([first - step for step in steps], later, rank)
    moved = ((start, start + length) for start in starts)
    return [key.replace(str(last), str(b)).replace(str(first), str(a), 1) for a, b in moved]


def grown(every: Sequence[int], candidate: Candidate, born: int | None) -> tuple[int, ...]:
    """Years of a life that something can have happened in: none beside a birth, no child's."""
    if BIRTH.search(candidate.stem):
        return ()
    first = born if born is not None else min(every, default=0)
    return tuple(y for y in every if y >= first + CHILDHOOD)


def childless(candidate: Candidate, year: int, every: Sequence[int]) -> int:
    """The last year in which somebody can have been born who did something by the next of `every`.

    For other stems the last of all.
    """
    if not BIRTH.search(candidate.stem):
        return LAST
    return min((y for y in every if y >= year + CHILDHOOD), default=LAST) - CHILDHOOD


def shifted(key: str, year: int, step: int, latest: int, rank: int) -> list[str]:
    """The same part of other years, or other decades."""
    below = [year - n * step for n in (1, 2, 3)]
    above = [y for n in (1, 2, 3) if (y := year + n * step) <= latest]
    return [key.replace(str(year), str(y)) for y in ranked(below, above, rank)]


def centuries(key: str, rank: int) -> list[str]:
    """Three neighbouring centuries, written in words or figures as the key is."""
    name = key.split()[1].lower()
    figure = re.fullmatch(r"(\d\d?)(?:st|nd|rd|th)", name)
    at = int(figure[1]) if figure else CENTURIES.index(name) + 10 if name in CENTURIES else 0
    if not 4 <= at <= 21:
        return []
    chosen = ranked(
        [at - 1, at - 2, at - 3], [n for n in (at + 1, at + 2, at + 3) if n <= 21], rank
    )
    if not figure and min(chosen) < 10:
        return []
    write = ordinal if figure else (lambda n: CENTURIES[n - 10])
    return [key.replace(key.split()[1], write(n)) for n in chosen]


def ordinal(number: int) -> str:
    """'21st', '12th'."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 != 1 else "th"
    return f"{number}{ending}"


def months(key: str, year: int, latest: int, rank: int, rng: random.Random) -> list[str]:
    """Three other months with their year, some months apart, and more than one of each year."""
    at = year * 12 + lexicon.MONTHS.index(key.split(maxsplit=1)[0])
    steps = [rng.randrange(4, 7), rng.randrange(9, 12), rng.randrange(15, 18)]
    above = [at + s for s in steps if (at + s) // 12 <= latest]
    chosen = ranked([at - s for s in steps], above, rank)
    return [f"{lexicon.MONTHS[m % 12]} {m // 12}" for m in chosen]


def days(key: str, rank: int, rng: random.Random) -> list[str]:
    """Three other days of the month, or for a first day other months of the year, written alike."""
    found = re.search(r"\b(\d\d?)\b", key)
    month = next((m for m in lexicon.MONTHS if m in key), None)
    if found is None or month is None:
        return []
    day, at = int(found[1]), lexicon.MONTHS.index(month)
    if (day, month) in ((1, "January"), (31, "December")) and YEAR.search(key):
        year = int(YEAR.findall(key)[0])
        chosen = ranked([year - 1, year - 2, year - 3], [year + 1, year + 2, year + 3], rank)
        return [key.replace(str(year), str(y)) for y in chosen]
    if day == 1:
        chosen = ranked(shuffled(range(at), rng), shuffled(range(at + 1, 12), rng), rank)
        return [key.replace(month, lexicon.MONTHS[m]) for m in chosen]
    if YEAR.search(key):
        return other_months(key, month, rank, rng)
    steps = [rng.randrange(3, 6), rng.randrange(7, 10), rng.randrange(11, 14)]
    below = [day - s for s in steps if day - s in DAYS]
    chosen = ranked(below, [day + s for s in steps if day + s in DAYS], rank)
    return [key[: found.start()] + str(d) + key[found.end() :] for d in chosen]


def other_months(key: str, month: str, rank: int, rng: random.Random) -> list[str]:
    """Days of other months of the year, written like the key."""
    at = lexicon.MONTHS.index(month)
    chosen = ranked(shuffled(range(at), rng), shuffled(range(at + 1, 12), rng), rank)
    return [
        re.sub(
            r"\b\d\d?\b", str(rng.randrange(2, 28)), key.replace(month, lexicon.MONTHS[m]), count=1
        )
        for m in chosen
    ]


def shuffled(values: range, rng: random.Random) -> list[int]:
    """The values in a random order."""
    return rng.sample(values, len(values))


def of_article(story: Story, candidate: Candidate, found: Sequence[str]) -> list[str]:
    """Dates that the article tells before made ones, the nearest first on each side of the key."""
    mine, told = sort_value(candidate.key), written_alike(story, candidate)
    made = sorted((text for text in found if text not in told), key=lambda text: apart(text, mine))
    below, above = ([t for t in told if (sort_value(t) > mine) is later] for later in (False, True))
    rank = towards(sum(sort_value(t) < mine for t in found), len(below), len(above))
    below += [text for text in made if sort_value(text) < mine]
    above += [text for text in made if sort_value(text) > mine]
    count = min(max(rank, len(found) - len(above)), len(below))
    return sorted([*below[:count], *above[: len(found) - count]], key=sort_value)


def written_alike(story: Story, candidate: Candidate) -> list[str]:
    """Other dates that the article tells in the key's form, not far from the key, nearest first."""
    key = candidate.key.replace("The ", "the ")
    form = next((f for f in FORMS if f.pattern.fullmatch(key)), None)
    if form is None or "born" in candidate.stem:
        return []
    alone = re.compile(rf"(?<!\d )\b(?:{form.pattern.pattern})\b(?!,? \d)")
    every = {m[0] for s in story.told_texts for m in alone.finditer(s)} - {key}
    here = sort_value(key)
    year = int(here[0])
    far = 365 * min(NEAR, reach(year)) if year else SEASON
    near = sorted((apart(text, here), text) for text in every)
    return [sentence_case(text) for days, text in near if days <= far]


def apart(text: str, here: SortValue) -> int:
    """About how many days lie between a date and another."""
    return abs(days_of(sort_value(text)) - days_of(here))


def days_of(date: SortValue) -> int:
    """About how many days into its year, or into our era, a date lies."""
    year, month, day = map(int, date)
    return year * 365 + month * 30 + day

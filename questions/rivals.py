"""Other people for a question whose key is a person: of the same circle, time and side."""

import random
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from questions import catalog, gazetteer, lexicon
from questions.candidates import Candidate
from questions.people import (
    MELTING,
    at_home,
    invented,
    is_english,
    is_given,
    is_woman,
    native_to,
    vouched_for,
)
from questions.profiles import LIFETIME, MINOR, RANKS, Profile, assumed, dead, deeds, profiles
from questions.story import Story
from questions.text import tokens

# Everybody says something: that somebody else spoke does not make them a second right answer.
SPEECH = frozenset(("say", "tell", "add"))
# What people do by speaking: whoever speaks in an article may have done it.
PLEAS = lexicon.REPORTING | frozenset(
    "accuse demand criticise criticize deny promise decline urge call argue dismiss propose defend "
    "welcome describe dispute reject rule pledge vow apologise apologize blame praise".split()
)
LEADING = frozenset("lead head chair run".split())
KIN = frozenset("marry married husband wife father mother son daughter brother sister".split())
HIS = frozenset("his he him himself men men's husband widower actor".split())
HERS = frozenset("her she herself women women's wife widow actress".split())
SPOUSE = re.compile(
    r"\bmy (?:late |former |first |ex-)?(?:wife|husband|girlfriend|boyfriend)\b", re.IGNORECASE
)
# Of whom a match has few: everybody else in it plays.
ALONE = frozenset(("referee", "coach"))
SPORTING = ALONE | {"athlete"}
# An article that names no later year tells of people whom readers may have heard of.
RECENT = 1930
# Circles whose members nobody takes for a private person.
PUBLIC = frozenset("official executive law police referee coach soldier sovereign".split())
# Since when readers remember those of a minor circle who were told of.
LATE = 1975


def people(story: Story, candidate: Candidate) -> list[str]:
    """People of the article: of the key's circle and rank first, then those mentioned close by."""
    known = story.once(profiles)
    key = known.get(candidate.key)
    if key is None:
        return []
    barred = doers(story, candidate) | agreeing(story, candidate) | meant(story, candidate)
    names = [n for n in near(story, candidate) if n not in barred and human(known[n])]
    fair = [n for n in names if comparable(candidate, key, known[n])]
    place = {name: n for n, name in enumerate(fair)}
    return sorted(fair, key=lambda name: place[name] / 2 + distance(key, known[name]))


def human(other: Profile) -> bool:
    """Whether a name is surely somebody's: no club's or town's that was taken for one."""
    told = other.circles or other.speaks or other.rank < len(RANKS) or other.woman is not None
    return bool(told or is_given(other.name.split()[0])) and gazetteer.find(other.name) is None


def distance(key: Profile, other: Profile) -> float:
    """How unlikely it is that one is mistaken for the other."""
    foreign = None not in (other.side, key.side) and other.side != key.side
    strange = not key.circles & other.circles and bool(key.circles | other.circles)
    sexes = other_sex(key, other)
    silent = key.speaks and not other.speaks
    return abs(other.rank - key.rank) + 2 * (foreign + strange + silent) + sexes / 2


def other_sex(key: Profile, other: Profile) -> bool:
    """Whether one is known for a woman and the other for a man."""
    return None not in (key.woman, other.woman) and key.woman != other.woman


def comparable(candidate: Candidate, key: Profile, other: Profile) -> bool:
    """Whether somebody could have done what is asked, as far as the article shows."""
    if (
        towers(candidate, key, other)
        or not fits_pronouns(candidate, other.woman)
        or key.past != other.past
    ):
        return False
    apart = other_sex(key, other) and (SPOUSE.search(candidate.stem) or competes(candidate, key))
    if apart or (key.present and not other.present) or ages_apart(key, other):
        return False
    words = set(candidate.stem.partition("“")[0].replace("’s", "").split())
    tied = bool(key.ties & words) and bool(other.ties) and not other.ties & words
    kin = words & KIN and other_sex(key, other)
    spoken = speaks(candidate)
    if in_charge(candidate):
        return not kin and may_lead(key, other)
    if tied or kin or spoken:
        silent = "accused" in other.circles - key.circles and not other.speaks
        return not (tied or kin or silent)
    shared = bool(key.circles & other.circles)
    if (key.circles and other.circles) or (key.circles | other.circles) & ALONE:
        return shared
    return bool(key.circles) or not (other.speaks and other.circles & PUBLIC)


def towers(candidate: Candidate, key: Profile, other: Profile) -> bool:
    """Whether one is known from elsewhere and the other is not, or who speaks is no such head.

    Nobody takes a known person for one of whom they have never heard, nor a clerk for a president.
    """
    apart = speaks(candidate) and abs(key.rank - other.rank) == len(RANKS)
    return apart or (famous(other) and not famous(key))


def speaks(candidate: Candidate) -> bool:
    """Whether what is asked is whose words those are."""
    return "quotation" in candidate.traits or candidate.deed in PLEAS


def famous(person: Profile) -> bool:
    """Whether readers know a name from elsewhere."""
    return catalog.find_person(person.name) is not None


def may_lead(key: Profile, other: Profile) -> bool:
    """Whether somebody may be taken for who leads: at home where the key is, no player for a coach.

    Of people whose names tell no home, each may be.
    """
    foreign = None not in (key.side, other.side) and key.side != other.side
    if foreign or "accused" in other.circles - key.circles:
        return False
    sporting = (key.circles | other.circles) & SPORTING
    return not sporting or bool(key.circles & other.circles)


def ages_apart(key: Profile, other: Profile) -> bool:
    """Whether one can hardly have lived in the other's time: Cromwell in Napoleon's."""
    if key.years is None or other.years is None:
        return False
    return max(key.years[0] - other.years[1], other.years[0] - key.years[1]) > LIFETIME


def competes(candidate: Candidate, key: Profile) -> bool:
    """Whether the stem tells what an athlete does, and no words of theirs."""
    return "athlete" in key.circles and "quotation" not in candidate.traits


def fits_pronouns(candidate: Candidate, woman: bool | None) -> bool:
    """Whether somebody of a sex can be the 'he' or 'she' that the stem tells of."""
    words = set(tokens(candidate.stem.partition("“")[0]))
    return not ((woman is True and words & HIS) or (woman is False and words & HERS))


def doers(story: Story, candidate: Candidate) -> set[str]:
    """People of whom the article says the same verb, those it says are dead, and false names."""
    verbs = {candidate.deed} - SPEECH
    same = {name for verb in verbs for name in story.once(deeds).get(verb, ())}
    return same | story.once(dead) | story.once(assumed)


def meant(story: Story, candidate: Candidate) -> set[str]:
    """People of the headline, where a quotation speaks of 'him' or 'her'."""
    quoted = set(tokens(candidate.stem.partition("“")[2]))
    if not {"he", "she", "him", "her", "his", "hers"} & quoted:
        return set()
    return {p.name for p in story.names.people if p.surname.lower() in story.title_words}


def agreeing(story: Story, candidate: Candidate) -> set[str]:
    """People of the next sentence where it says that they hold the same."""
    if candidate.last + 1 >= len(story.reading.sentences):
        return set()
    after = story.reading.sentences[candidate.last + 1]
    if not any(t.lemma_.lower() in lexicon.AGREEING for t in after):
        return set()
    return {p.name for p in story.names.mentioned(after.start, after.end)}


def near(story: Story, candidate: Candidate) -> list[str]:
    """People of the article, those mentioned closest to the evidence first."""
    here = story.reading.sentences[candidate.first].start

    def apart(name: str) -> int:
        ends = story.mentions[name]
        after = bisect_left(ends, here)
        return min(abs(end - here) for end in ends[max(0, after - 1) : after + 1])

    around = story.people_near(candidate.first, candidate.last)
    return sorted((p.name for p in around if p.name != candidate.key), key=apart)


def strangers(
    story: Story, candidate: Candidate, here: Sequence[str], rng: random.Random
) -> Iterator[str]:
    """People from outside the article: of the same fame, or one to complete those `here`."""
    famous = catalog.find_person(candidate.key)
    if famous is not None:
        every = catalog.alike(famous.kind, famous.name)
        words = set(candidate.key.split())
        alike = [n for n in every if not story.says(n) and not words & set(n.split())][:8]
        shuffled = rng.sample(alike, len(alike))
        yield from (n for n in shuffled if fits_pronouns(candidate, is_woman(n)))
        return
    if private(story, candidate):
        yield from fresh(story, candidate, here, rng)


def fresh(
    story: Story, candidate: Candidate, here: Sequence[str], rng: random.Random
) -> Iterator[str]:
    """An invented name like the key's, else like a neighbour's. Readers send back two."""
    countries, woman = story.once(home), story.once(profiles)[candidate.key].woman
    beside = next((n for n in here if vouched_for(n, countries)), candidate.key)
    named = (invented(name, rng, countries, woman=woman) for name in (candidate.key, beside))
    unheard = (n for names in named for n in names if not any(map(story.says, n.split())))
    return islice(unheard, 1)


def home(story: Story) -> list[str]:
    """The countries of an article; of one that names none, those two of its people come from.

    First Britain where people with English names are among themselves.
    """
    native = Counter(native_to(p.name) for p in story.names.people)
    shared = (list(found) for found, times in native.items() if found and times > 1)
    codes = list(story.countries) or next(shared, ["US"])
    foreign = any(set(codes[:1]) & set(found) for found in native)
    english = sum(is_english(p.name) for p in story.names.people)
    return codes if foreign or set(codes[:1]) & MELTING or english < 2 else ["GB", *codes]


def private(story: Story, candidate: Candidate) -> bool:
    """Whether names that nobody knows can stand beside a key: in the news, of no famous person."""
    known = story.once(profiles)
    key = known.get(candidate.key)
    of_old = story.years and max(story.years) < RECENT
    if key is None or of_old or not at_home(candidate.key, story.once(home)):
        return False
    if "quotation" in candidate.traits:
        return True
    return minor(key) if key.past or of_history(story, key) else key.rank > 0


def of_history(story: Story, key: Profile) -> bool:
    """Whether an article tells mostly of times long gone, and of somebody's time among them."""
    middle = story.years[len(story.years) // 2] if story.years else RECENT
    gone = key.years is not None and key.years[1] < LATE
    return middle < RECENT and gone and not key.speaks


def minor(key: Profile) -> bool:
    """Whether somebody of the past did not leave a name: a relative, a villager, of our time."""
    late = key.years is not None and key.years[1] >= LATE
    return key.rank == len(RANKS) and key.circles <= MINOR and (late or bool(key.circles))


def in_charge(candidate: Candidate) -> bool:
    """Whether who holds a post or leads something is asked for: anybody may."""
    return "post" in candidate.traits or candidate.deed in LEADING

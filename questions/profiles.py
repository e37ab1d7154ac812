"""What an article tells of each person: calling, circle, side, sex, and whether they still live."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions import circles, gazetteer, lexicon
from questions.people import is_woman
from questions.persons import Person
from questions.proofs import owning
from questions.story import Story, named_by
from questions.tree import Token

LIFETIME, LONG = 90, 30
# What the dead do too: they are the founders of what lives.
LASTING = frozenset("be remain lie rank count appear stand survive".split())
RANKS = (
    frozenset("president king queen pope emperor chancellor premier prime".split()),
    frozenset("minister secretary senator governor ambassador".split()),
    frozenset("mayor head chief director spokesman spokeswoman executive".split()),
)
# Circles whose members are nobody whom posterity knows.
MINOR = frozenset("kin resident other".split())
WOMEN = frozenset(
    "ms mrs miss dame lady queen princess woman girl mother wife widow daughter sister aunt niece "
    "grandmother actress spokeswoman chairwoman congresswoman councilwoman businesswoman heroine "
    "nun duchess".split()
)
MEN = frozenset(
    "mr sir lord king prince man boy father husband son brother uncle nephew grandfather widower "
    "spokesman chairman congressman councilman businessman duke monk".split()
)
# What only athletes do; the rest of them only in an article on sport.
PLAY = frozenset("score bowl bat sprint volley dribble equalise outsprint bunt limp".split())
CONTESTS = frozenset("finish win beat lead ride attack crash miss hit strike save break".split())
VICTIMS = frozenset("dead victim deceased".split())
KILLING = frozenset(("kill", "murder", "assassinate"))
IDENTIFYING = frozenset(("name", "identify"))
# Reported are also findings, which may be centuries old.
SPEECH = lexicon.REPORTING - frozenset(
    "find show discover demonstrate calculate determine indicate observe".split()
)
DEATHS = VICTIMS | {"die", "kill"}
ALIASES = frozenset("alias pseudonym name nickname aka".split())
POSING = frozenset("pose masquerade".split())
CALLING = frozenset("call style name introduce pass present".split())
# Whose team it is, is its coach.
TEAMS = frozenset("side team squad men players".split())
SENTENCED = frozenset("jail convict sentence acquit arrest imprison".split())


@dataclass(frozen=True, slots=True)
class Profile:
    """A person as the article shows them; `ties` are the names in their titles and appositions.

    `years` are the first and the last that are told where they are named.
    """

    name: str
    circles: frozenset[str]
    ties: frozenset[str]
    woman: bool | None
    side: str | None
    rank: int
    speaks: bool
    past: bool
    present: bool
    years: tuple[int, int] | None


def profiles(story: Story) -> dict[str, Profile]:
    """Everybody whom the article names in full, by name."""
    return {person.name: profile(story, person) for person in story.names.people}


def profile(story: Story, person: Person) -> Profile:
    """All that is known of one person."""
    ends = story.mentions.get(person.name, ())
    told = [list(callings(story, end)) for end in ends]
    own = set(person.name.replace("-", " ").split())
    words = [[t.lemma_.lower() for t in titles] for titles in told]
    deeds = frozenset(name for end in ends for name in by_deed(story, story.reading.doc[end]))
    return Profile(
        person.name,
        deeds.union(*(circles.circles(w) for w in words)),
        frozenset(t.text for titles in told for t in titles if t.pos_ == "PROPN") - own,
        sex(story, person, {w for titles in words for w in titles}),
        side(person),
        rank(person),
        speaks(story, person),
        past(story, person),
        any(stands(story.reading.doc[end]) for end in ends) or bool(person.titles),
        span(story, ends),
    )


def callings(story: Story, end: int) -> Iterator[Token]:
    """The words of a mention's title, then of what stands in apposition or is predicated."""
    doc = story.reading.doc
    name = doc[end]
    size = len(story.names.person_at[end].name.split())
    start = story.names.starts[end]
    yield from (doc[i] for i in range(max(0, start - 1), end + 1 - min(size, end - start + 1)))
    beside = [c for c in name.children if c.dep_ == "appos"]
    beside += [name.head] if name.dep_ in ("appos", "compound") and name.head.pos_ == "NOUN" else []
    if name.dep_ == "nsubj" and name.head.lemma_ == "be":
        beside += [c for c in name.head.children if c.dep_ == "attr"]
    for noun in beside:
        yield from (t for t in noun.subtree if t.i != end and t.pos_ == "PROPN" and t.i > noun.i)
        yield from (t for t in noun.lefts if t.pos_ in ("NOUN", "PROPN", "ADJ"))
        yield noun


def by_deed(story: Story, name: Token) -> Iterator[str]:
    """The circle that a deed tells."""
    if name.dep_ == "nsubj":
        verb = name.head.lemma_
        if verb in PLAY or (verb in CONTESTS and is_sport(story)):
            yield "athlete"
    if name.dep_ == "nsubjpass" and name.head.lemma_ in SENTENCED:
        yield "accused"
    if name.dep_ == "poss" and name.head.lower_ in TEAMS and is_sport(story):
        yield "coach"


def stands(name: Token) -> bool:
    """Whether somebody does, suffers or is something, and is not only a maker or an owner."""
    behind = name.dep_ == "pobj" and name.head.lower_ not in ("by", "between")
    return behind or name.dep_ not in ("pobj", "poss", "compound", "nmod")


def deeds(story: Story) -> dict[str, set[str]]:
    """For each verb the names of its subjects; those said to be killed count as dead."""
    found: dict[str, set[str]] = {}
    for end, person in story.names.person_at.items():
        token = story.reading.doc[end]
        if token.dep_ == "nsubj":
            found.setdefault(token.head.lemma_, set()).add(person.name)
        if token.dep_ == "nsubjpass" and is_killing(token.head):
            found.setdefault("die", set()).add(person.name)
    return found


def is_killing(verb: Token) -> bool:
    """'killed', 'shot dead'."""
    return verb.lemma_ in KILLING or (
        verb.lemma_ == "shoot" and any(c.lower_ == "dead" for c in verb.children)
    )


def dead(story: Story) -> frozenset[str]:
    """Those the article says are dead: who died, was killed, or is named as one of the victims."""
    named = {*story.once(deeds).get("die", ()), *late(story)}
    for noun in story.reading.doc:
        if noun.head.lemma_ in IDENTIFYING and is_victim(noun):
            named.update(p.name for p in story.names.mentioned(noun.i, list_end(noun)))
    return frozenset(named)


def late(story: Story) -> Iterator[str]:
    """Of whom 'the late' or 'its late founder' tells that they are dead."""
    for end, person in story.names.person_at.items():
        name = story.reading.doc[end]
        role = [name.head] if name.dep_ in ("appos", "compound") else []
        role += [c for c in name.children if c.dep_ == "appos"]
        if any(c.lower_ == "late" for noun in (name, *role) for c in noun.lefts):
            yield person.name


def assumed(story: Story) -> frozenset[str]:
    """Names that somebody only calls himself by: 'Berg, who posed as Dr Karl Holm'."""
    names = story.names.person_at.items()
    return frozenset(p.name for end, p in names if is_assumed(story.reading.doc[end]))


def is_assumed(name: Token) -> bool:
    """'called himself Holm', 'under the name Karl Holm', 'posing as Holm', 'alias Karl Holm'."""
    before = {t.lower_ for t in name.doc[max(name.sent.start, name.left_edge.i - 3) : name.i]}
    if before & ALIASES or name.head.lower_ in ALIASES:
        return True
    if name.dep_ in ("nsubj", "nsubjpass"):
        return False
    verb = name.head.head if name.head.lower_ == "as" else name.head
    oneself = any(c.tag_ == "PRP" and c.lower_.endswith("self") for c in verb.children)
    return verb.lemma_ in POSING or (oneself and verb.lemma_ in CALLING)


def is_victim(noun: Token) -> bool:
    """'The dead', or 'they' behind a sentence that tells who died."""
    if noun.lower_ != "they" or noun.sent.start == 0:
        return noun.lemma_.lower() in VICTIMS
    before = noun.doc[noun.sent.start - 1].sent
    return any(t.lemma_.lower() in DEATHS for t in before)


def list_end(noun: Token) -> int:
    """Where the sentence ends, with what a semicolon joins to it."""
    end = int(noun.sent.end)
    while end < len(noun.doc) and noun.doc[end - 1].text == ";":
        end = int(noun.doc[end].sent.end)
    return end


def is_sport(story: Story) -> bool:
    """Whether the article tells of a contest."""
    words = ("player", "coach", "rider", "match", "race", "season", "championship", "goal")
    return sum(len(story.nouns.get(word, ())) for word in words) > 3


def sex(story: Story, person: Person, words: set[str]) -> bool | None:
    """Whether somebody is a woman: by the first name, a calling, or by 'his' or 'her'.

    A calling may be a relative's: 'his daughter, Lucy Berg'.
    """
    known, woman, man = is_woman(person.name), bool(words & WOMEN), bool(words & MEN)
    if known is not None:
        return known
    if woman != man:
        return woman
    own = [w for end in story.mentions.get(person.name, ()) for w in owning(story.reading.doc[end])]
    return own[0] == "her" if own else None


def speaks(story: Story, person: Person) -> bool:
    """Whether the article reports what somebody says."""
    return person.name in story.once(speakers)


def speakers(story: Story) -> frozenset[str]:
    """Those whose words are reported: under their name, 'its president, Paul Berg', or as 'she'."""
    subjects = (t for t in story.reading.doc if t.dep_ == "nsubj" and t.head.lemma_ in SPEECH)
    return frozenset(p.name for t in subjects if (p := speaker(story, t)) is not None)


def speaker(story: Story, subject: Token) -> Person | None:
    """Whom a subject names, or the only person told of before 'he' or 'she' who may be it."""
    if subject.lower_ not in ("he", "she"):
        return story.person(named_by(story, subject))
    first = story.reading.sentences[max(0, story.sentence(subject) - 1)].start
    before = story.names.mentioned(first, subject.i)
    return before[0] if len(before) == 1 and before[0].may_be(subject.lower_) else None


def span(story: Story, ends: Sequence[int]) -> tuple[int, int] | None:
    """The first and the last year told where somebody is named."""
    years = [year for end in ends for year in story.years_beside(end)]
    return (min(years), max(years)) if years else None


def past(story: Story, person: Person) -> bool:
    """Whether the article names somebody only beside years long gone by its own time."""
    latest = max(story.years, default=0)
    ends = story.mentions.get(person.name, ())
    if any(acting(story.reading.doc[end]) for end in ends):
        return False
    years = [y for end in ends for y in story.years_beside(end)]
    silent = story.reading.quoted and not speaks(story, person)
    beside = years if silent else [y for y in years if not lasting(story, y)]
    limit = LONG if silent else LIFETIME
    return bool(beside) and min(beside) < latest - limit and max(beside) < latest


def lasting(story: Story, year: int) -> bool:
    """Whether the article counts from a year up to its own day: 'for the first time since 1950'."""
    return story.says(f"since {year}")


def acting(name: Token) -> bool:
    """Whether somebody does something now: 'Berg runs the mill', 'Berg has trained for it'."""
    verb = name.head
    if name.dep_ != "nsubj" or verb.lemma_ in LASTING:
        return False
    now = any(c.dep_ == "aux" and c.lower_ in ("has", "will") for c in verb.children)
    return verb.tag_ == "VBZ" or now


def side(person: Person) -> str | None:
    """The country that a person's titles name: 'Kyiv Mayor' and 'Kremlin spokesman' tell one."""
    for word in (w.removesuffix("'s").removesuffix("’s") for t in person.titles for w in t.split()):
        place = gazetteer.country_of(word) or gazetteer.find(word)
        if place is not None or word in lexicon.SEATS:
            return place.country if place is not None else lexicon.SEATS[word]
    return None


def rank(person: Person) -> int:
    """The row of RANKS that a person's titles belong to; behind the last where there is none."""
    words = {word.lower() for title in person.titles for word in title.split()}
    return next((n for n, row in enumerate(RANKS) if words & row), len(RANKS))

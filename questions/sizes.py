"""Keys that say how large, long or costly a thing is: 'a fine of €2m', 'a 13-hour debate'."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from questions import lexicon
from questions.amounts import asking
from questions.beside import PERCENT
from questions.candidates import Key
from questions.dimensions import dimension, value
from questions.grammar import object_of
from questions.items import AnswerType
from questions.measures import measure_of
from questions.percentages import percentage
from questions.positions import Position, position
from questions.quantities import SCALES, Quantity, parse
from questions.story import Story
from questions.sums import sum_of
from questions.text import a_or_an
from questions.timings import detained
from questions.tree import Token
from questions.trimming import kept

PLACED = frozenset(("", "to", "for", "after", "with", "by", "during", "through"))
ARGUMENTS = frozenset(("dobj", "pobj", "nsubj", "nsubjpass"))
# What a sum of money or a share is the size of; other things merely cost so much.
SUMS = frozenset(
    "loss profit fine grant loan bid offer fee debt surplus deficit fund gap contract deal penalty "
    "bonus donation payment investment budget credit reward prize ransom pension settlement bill "
    "subsidy dividend stake share rise raise increase cut drop fall tariff discount tax duty levy "
    "shortfall windfall package award bailout surcharge decline jump gain reduction decrease "
    "swing majority advance bond takeover acquisition supplement overdraft mortgage order "
    "buyback charge compensation".split()
)
# What a firm or a household books, of which there is so much: 'revenue', 'debts'.
RESULTS = frozenset(
    "income revenue profit earnings turnover sale loss debt asset reserve saving damages order "
    "export import donation".split()
)
BOOKING = frozenset(
    "have report post record generate book make earn see produce achieve register announce reach "
    "collect attract win face seek expect predict forecast anticipate show incur suffer "
    "declare".split()
)
GROUPS = frozenset("crowd audience crew congregation garrison army workforce staff".split())
BUILT = frozenset("build construct erect finish complete renovate restore".split())
LONG = frozenset(
    "front stretch tunnel bridge section road line route walk march leap jump queue convoy canal "
    "pipeline border fence trench dyke railway runway throw ropeway trail track causeway journey "
    "voyage trip coast coastline reef channel tramway extension".split()
)
# 'a 120-page ruling', 'a 40-hectare park'
COUNTING = frozenset("page hectare acre point goal vote seat run game match".split())
POINTS = frozenset("points goals votes seats runs".split())
MATCHES = frozenset(("games", "matches"))
LEADS = frozenset("lead deficit majority advantage margin".split())
STREAKS = frozenset("streak run".split())
AREAS = frozenset("hectare hectares acre acres".split())
HIGH = frozenset("wall wave tower statue plume column barrier".split())
WHEN = frozenset("in during by after".split())
LENGTHS = frozenset(lexicon.LENGTHS.values())
CURRENCY_NAMES = lexicon.CURRENCIES | {f"{c}s" for c in lexicon.CURRENCIES}
# 'A 10-year low', 'a two-year contract': the first is no thing that lasts.
LASTLESS = frozenset(
    "high low old record bond note veteran yield forecast peak mark total sum".split()
)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a thing is, the adjective that asks for it, and its words that are left out."""

    quantity: Quantity
    adjective: str
    words: tuple[Token, ...]


def sizes(story: Story, noun: Token) -> Iterator[Key]:
    """'a fine of €2 million' → How large a fine; 'a 13-hour debate' → How long a debate."""
    article = next((c for c in noun.children if c.lower_ in ("a", "an") and c.i < noun.i), None)
    if article is None:
        yield from booked(story, noun)
        return
    if noun.pos_ != "NOUN" or noun.dep_ not in ARGUMENTS:
        return
    at = position(noun)
    results = at.before == "in" and at.part.head.lemma_ == "result"
    if not (at.before in PLACED or results) or list(noun.conjuncts):
        return
    moved = [c for c in noun.head.children if c.lower_ == "to" and c.dep_ == "prep"]
    verbal = (at.part.head if at.before else noun.head).pos_ == "VERB"
    size = behind(story, noun) or before(story, article, noun) or following(story, noun)
    if size is None or size.quantity.least or not (verbal or at.is_subject):
        return
    if not size.adjective:
        yield cost(size)
        return
    gone = {t.i for t in size.words} | {article.i}
    stays = trailing(size, noun)
    words = [t for t in kept(noun) if t.i not in gone | stays]
    yield from sized(size, at, words, moved, stays)


def booked(story: Story, noun: Token) -> Iterator[Key]:
    """'had sales of €410 million', 'generated revenue of $40m' → What sales, What revenue."""
    size = entry(story, noun)
    if size is None:
        return
    gone = {t.i for t in size.words}
    # 'in its first year' stays behind the verb.
    apart = [c for c in noun.children if c.dep_ == "prep" and c.i > noun.i and c.i not in gone]
    stays = {t.i for preposition in apart for t in preposition.subtree}
    yield Key(
        answer_type(size.quantity),
        size.quantity.text,
        asking("what", size.quantity),
        frozenset(t.i for t in noun.subtree if t.i not in stays),
        False,
        "size",
        size.quantity,
        weight=0.75,
        noun=tuple(t for t in kept(noun) if t.i not in gone | stays),
    )


def entry(story: Story, noun: Token) -> Size | None:
    """What was booked under a bare name: sales in money, growth in so many of a hundred."""
    figure = noun.lemma_.lower() in RESULTS or grows(noun)
    told = figure and noun.dep_ == "dobj" and noun.head.lemma_ in BOOKING
    owned = any(c.dep_ in ("det", "poss") and c.i < noun.i for c in noun.children)
    size = behind(story, noun) if told and not (owned or list(noun.conjuncts)) else None
    # 'About what sales' is not said.
    if size is None or size.quantity.least or size.quantity.rough:
        return None
    wanted = AnswerType.PERCENT if grows(noun) else AnswerType.MONEY
    return size if answer_type(size.quantity) == wanted else None


def trailing(size: Size, noun: Token) -> set[int]:
    """What the parser hangs on a measure, and tells of the deed: 'a wall 3 km long in 1906'."""
    last = max(t.i for t in size.words)
    hanging = [c for t in size.words for c in t.children if c.i > last]
    behind = [c for c in noun.children if c.i > last and c.lower_ in WHEN]
    hanging += [c for c in behind if any(t.ent_type_ == "DATE" for t in c.subtree)]
    return {t.i for c in hanging for t in c.subtree}


def grows(noun: Token) -> bool:
    """'growth', of which there is so much in a hundred."""
    return noun.lower_ in ("growth", "inflation")


def sized(
    size: Size, at: Position, words: list[Token], moved: Sequence[Token], stays: set[int]
) -> Iterator[Key]:
    """'How large a fine', of a thing whose size an adjective tells."""
    if at.before in ("with", "to") or (any(t.dep_ == "relcl" for t in words) and not at.is_subject):
        return
    # Nobody says 'How long a study will begin'.
    if size.adjective == "long" and at.part.dep_ == "nsubj":
        return
    yield Key(
        answer_type(size.quantity),
        size.quantity.text,
        asking(f"how {size.adjective} {a_or_an(words[0].text)}", size.quantity, at.before),
        (at.tokens - stays)
        | {t.i for t in size.words}
        | {t.i for to in moved if numeric(to) for t in to.subtree},
        at.is_subject or at.agent,
        "size",
        size.quantity,
        weight=0.75,
        noun=tuple(words),
        agent=at.agent,
    )


def numeric(to: Token) -> bool:
    """The 'to $3 million' behind 'a fall of 3%'."""
    return any(t.tag_ == "CD" for t in to.subtree)


def answer_type(quantity: Quantity) -> AnswerType:
    """Money, a share, a duration or a length."""
    if quantity.prefix or any(c in quantity.suffix.split() for c in CURRENCY_NAMES):
        return AnswerType.MONEY
    if "%" in quantity.suffix or "per" in quantity.suffix:
        return AnswerType.PERCENT
    unit = quantity.suffix.strip().removesuffix("s")
    return AnswerType.DURATION if unit in lexicon.TIME_UNITS else AnswerType.QUANTITY


def behind(story: Story, noun: Token) -> Size | None:
    """The size in 'a fine of €2 million', 'a crowd of 8,000'."""
    unit = object_of(noun)
    if unit is None or unit.i < noun.i or any(map(limited, unit.children)):
        return None
    quantity = percentage(story, unit, twice=True) or sum_of(story, unit) or measure_of(story, unit)
    if quantity is None:
        return None
    people = unit.tag_ == "CD" or unit.lemma_ in ("people", "person")
    if people and noun.lemma_ in GROUPS and not quantity.prefix:
        adjective = "large"
    else:
        adjective = fitting(quantity, noun)
    words = tuple(unit.head.subtree)
    return Size(quantity, adjective, words) if adjective else None


def limited(child: Token) -> bool:
    """What limits a measure; 'in prison' behind so many years does not."""
    return child.dep_ == "relcl" or (child.dep_ == "prep" and not detained(child))


def before(story: Story, article: Token, noun: Token) -> Size | None:
    """The size in 'a $94 million loss', 'a 13-hour debate', 'a 25% tariff'."""
    between = [story.reading.doc[i] for i in range(article.i + 1, noun.i)]
    words = list(dropwhile(wordy, between))  # 'a sweetened £2bn offer'
    for end in range(len(words), 0, -1):
        quantity = parse(spelt(words[:end])) if unit_like(words[end - 1]) else None
        if quantity is not None and not any(t.tag_ == "CD" or t.is_punct for t in words[end:]):
            adjective = fitting(quantity, noun)
            costs = bool(quantity.prefix) and noun.dep_ == "dobj" and noun.head.lemma_ in BUILT
            return Size(quantity, adjective, tuple(words[:end])) if adjective or costs else None
    return None


def following(story: Story, noun: Token) -> Size | None:
    """The size in 'a wall 33 kilometres long', 'a contract worth $26 million'."""
    measure = dimension(story, noun)
    if measure is None and noun.lemma_.lower() in SUMS:
        measure = value(story, noun)
    return Size(*measure) if measure is not None else None


def wordy(word: Token) -> bool:
    """An adjective before a measure."""
    return word.tag_ in ("JJ", "VBN") and not word.like_num and not any(map(str.isdigit, word.text))


def spelt(words: list[Token]) -> str:
    """'13-hour' as '13 hours'."""
    text = "".join(t.text.replace("-", " ") + t.whitespace_ for t in words).strip()
    unit = words[-1]
    known = lexicon.TIME_UNITS | lexicon.LENGTHS.keys() | COUNTING | {"euro", "dollar", "pound"}
    whole = unit.lemma_.lower() in known and len(unit.text) > 2
    plural = {"foot": "feet", "inch": "inches", "century": "centuries"}
    if not whole or unit.tag_ == "NNS":
        return text
    return text.removesuffix(unit.text) + plural.get(unit.lower_, f"{unit.text}s")


def unit_like(word: Token) -> bool:
    """A unit, or a number with its sign."""
    lemma = word.lemma_.lower()
    known = lexicon.TIME_UNITS | lexicon.LENGTHS.keys() | lexicon.CURRENCIES | PERCENT | COUNTING
    return word.tag_ == "CD" or word.text[-1].isdigit() or lemma in known | SCALES.keys()


def fitting(quantity: Quantity, noun: Token) -> str:
    """The adjective that asks for a size of this unit, or '' where none goes with the noun."""
    lemma = noun.lemma_.lower()
    match answer_type(quantity):
        case AnswerType.MONEY | AnswerType.PERCENT:
            return "large" if lemma in SUMS | RESULTS or grows(noun) else ""
        case AnswerType.DURATION:
            return "long" if lemma not in LASTLESS else ""
        case _:
            return extended(quantity.suffix.strip(), lemma)


def extended(unit: str, noun: str) -> str:
    """'long' of pages and metres, 'large' of acres and points, 'high' of a wall's metres."""
    area = unit.startswith("square ") or unit in AREAS
    if (area and noun not in lexicon.MEASURES) or (unit in POINTS and noun in LEADS):
        return "large"
    if unit == "pages" or (unit in MATCHES and noun in STREAKS):
        return "long"
    if unit not in lexicon.LENGTHS.keys() | LENGTHS:
        return ""
    return "long" if noun in LONG else "high" if noun in HIGH else ""


def cost(size: Size) -> Key:
    """'will build a €2bn factory' → At what cost."""
    found, gone = size.quantity, frozenset(t.i for t in size.words)
    asks = asking("what cost", found, "at")
    return Key(AnswerType.MONEY, found.text, asks, gone, False, "size", found, weight=0.7)

"""Keys that are measures: durations, dimensions, distances, times of day."""

from collections.abc import Iterator

from questions import lexicon
from questions.amounts import asking, each, number_text, quantity_of, scaled
from questions.candidates import Key
from questions.grammar import number_of, object_of, subject_of
from questions.items import AnswerType
from questions.positions import position
from questions.quantities import Quantity, parse
from questions.ranges import extent, far_end
from questions.story import Story
from questions.tree import Token
from questions.trimming import kept

DIRECTIONS = lexicon.COMPASS | frozenset(
    "from of above below beneath offshore inland deep off outside".split()
)
REACHED = frozenset("reach hit touch stand average".split())

# What somebody begins or wins something with.
HELD = frozenset("budget lead advantage majority".split())
WEIGHTS = frozenset(
    "kg kilogram kilo kilogramme gram gramme g mg milligram tonne ton pound ounce stone".split()
)
EXTENTS = frozenset(
    "length height depth width circumference diameter elevation altitude distance thickness span "
    "radius wingspan draught".split()
)


def measures(story: Story, token: Token) -> Iterator[Key]:
    """Everything measured that a word of the clause is."""
    yield from durations(story, token)
    yield from dimensions(story, token)
    yield from magnitudes(story, token)
    yield from distances(story, token)
    yield from frequencies(token)
    yield from averages(story, token)
    yield from times_as(story, token)
    yield from compared(story, token)
    yield from temperatures(story, token)
    yield from long_ago(story, token)
    yield from weights(story, token)


def key(  # noqa: PLR0913 - the parts of a key, named where it is made
    answer_type: AnswerType,
    quantity: Quantity,
    asks: str,
    part: Token,
    kind: str,
    *,
    noun: tuple[Token, ...] = (),
    also: tuple[Token, ...] = (),
) -> Key:
    """A measure that is no subject, in place of the words under `part` and those of `also`."""
    tokens = frozenset(t.i for t in (*part.subtree, *also))
    text = quantity.text
    return Key(answer_type, text, asks, tokens, False, kind, quantity, weight=0.75, noun=noun)


def durations(story: Story, token: Token) -> Iterator[Key]:
    """'for three hours' → For how long; 'lasted three hours' → How long."""
    number = number_of(token)
    if number is None or token.lemma_ not in lexicon.TIME_UNITS:
        return
    behind = token.head if token.dep_ == "pobj" and token.head.lower_ == "for" else None
    lasting = token.dep_ in ("dobj", "npadvmod") and token.head.lemma_ in ("last", "take")
    explained = any(
        c.dep_ in ("relcl", "acl", "prep") or c.lower_ in ("another", "more", "further")
        for c in token.children
    )
    if explained or list(token.conjuncts) or any(c.lower_ == "every" for c in token.children):
        return
    quantity = parse(f"{number_text(story, number)} {token.text}")
    if quantity is None or (behind is None and not lasting):
        return
    asks = asking("how long", quantity, "for" if behind is not None else "")
    yield key(AnswerType.DURATION, quantity, asks, behind or token, token.lemma_)


def measure_of(story: Story, unit: Token) -> Quantity | None:
    """'6.5 metres', '2.7 million', '$60': the measure that a word ends."""
    number = unit if unit.tag_ == "CD" else number_of(unit)
    if number is None or (list(unit.conjuncts) and far_end(number) is None):
        return None
    text = number_text(story, number)
    space = story.reading.doc[unit.i - 1].whitespace_
    name = f"{power(unit)}{unit.text}{speed(unit)}"
    return parse(text if unit == number else f"{text}{space}{name}")


def power(unit: Token) -> str:
    """The 'square ' of '100 square kilometres'."""
    before = unit.doc[unit.i - 1] if unit.i else unit
    return f"{before.text} " if before.lower_ in ("square", "cubic") else ""


def speed(unit: Token) -> str:
    """The ' per hour' behind the unit of a speed."""
    behind = unit.doc[unit.i + 1 : unit.i + 3]
    rated = len(behind) == 2 and behind[0].lower_ in ("a", "an", "per")
    fast = rated and behind[1].lower_ in lexicon.TIME_UNITS and unit.lemma_ in lexicon.LENGTHS
    return f" {behind.text}" if fast else ""


def long_ago(story: Story, unit: Token) -> Iterator[Key]:
    """'84 million years ago' → How many years ago."""
    ago, number = unit.head, number_of(unit)
    if number is None or unit.lemma_ != "year" or ago.lower_ != "ago":
        return
    quantity = quantity_of(story, number)
    if quantity is not None and (quantity.suffix or quantity.value >= 1000):
        asks = asking("how many years ago", quantity)
        yield key(AnswerType.NUMBER, quantity, asks, ago, "years ago")


def weights(story: Story, unit: Token) -> Iterator[Key]:
    """'weighs 1.1 tonnes' → How much."""
    whole = unit.head.lemma_ == "weigh" and not each(unit)
    told = whole and unit.dep_ in ("dobj", "npadvmod", "attr")
    quantity = measure_of(story, unit) if told and unit.lemma_.lower() in WEIGHTS else None
    if quantity is not None and not quantity.bound and unit.tag_ != "CD":
        asks = asking("how much", quantity)
        yield key(AnswerType.QUANTITY, quantity, asks, unit, unit.lemma_.lower())


def dimensions(story: Story, token: Token) -> Iterator[Key]:
    """'is 6.5 metres wide' → How wide."""
    adjective = token.head
    wide = adjective.dep_ == "acomp" and adjective.lower_ in lexicon.DIMENSIONS
    subject = subject_of(adjective.head) if wide and token.dep_ == "npadvmod" else None
    # Somebody's age changes.
    if any(c.lower_ == "times" for c in token.children):
        return
    if subject is None or story.person(subject) or subject.lower_ in ("he", "she"):
        return
    if any(t.lemma_.lower() in lexicon.LENGTHS for t in subject.subtree):
        return  # 'the lake, 80 km across, is 190 km long'
    quantity = measure_of(story, token)
    if quantity is not None:
        unit = "" if quantity.asked in ("", "about") else f"many {token.text} "
        asks = asking(f"how {unit}{adjective.lower_}", quantity)
        yield key(AnswerType.QUANTITY, quantity, asks, adjective, token.lemma_.lower())


def magnitudes(story: Story, token: Token) -> Iterator[Key]:
    """'has a population of 41,562' → What population; 'at a depth of 9 km' → At what depth."""
    measure = token.lemma_.lower()
    unit = object_of(token) if measure in lexicon.MEASURES | HELD else None
    if unit is None or token.dep_ not in ("dobj", "pobj"):
        return
    at = position(token)
    begun = at.before == "with" and at.part.head.pos_ == "VERB" and measure in HELD
    if at.before not in ("", "at", "to", "for") and not begun:
        return
    if measure in EXTENTS and unit.lemma_.lower() not in lexicon.LENGTHS:
        return  # 'at the height of the blaze 15 engines'
    quantity = measure_of(story, unit)
    if quantity is not None:
        words = [c.text for c in token.children if c.dep_ in ("amod", "compound")]
        words = [w for w in words if w.lower() not in lexicon.RELATIVE]
        asks = asking(f"what {' '.join([*words, token.lower_])}", quantity, at.before)
        yield key(
            AnswerType.QUANTITY, quantity, asks, at.part, "extent" if measure == "span" else measure
        )


def distances(story: Story, unit: Token) -> Iterator[Key]:
    """'23 km southwest of Puturge' → How many kilometres southwest of Puturge."""
    way, number = unit.head, number_of(unit)
    exceeded = way.lemma_ in lexicon.EXCEEDING
    far = (
        not exceeded
        and unit.dep_ in ("npadvmod", "dobj")
        and unit.lemma_.lower() in lexicon.LENGTHS
        and not any(c.lower_ in ("square", "cubic") for c in unit.children)
    )
    reached = way.pos_ == "VERB" and way.lemma_ in lexicon.REACHING - {"fall"}
    if number is None or not far or not (way.lower_ in DIRECTIONS or reached):
        return
    quantity = quantity_of(story, number)
    if quantity is None or quantity.value < 2:
        return
    counted = set(unit.subtree)
    behind = (c for c in unit.children if c.dep_ == "prep" and c.i > unit.i)
    told = [t for c in behind for t in kept(c)]
    noun = tuple(told if reached else (t for t in kept(way) if t not in counted))
    part = unit if reached else way
    asks = asking(f"how many {lexicon.LENGTHS[unit.lemma_.lower()]}", quantity)
    yield key(AnswerType.NUMBER, quantity, asks, part, unit.lemma_, noun=noun, also=idle_to(unit))


def idle_to(unit: Token) -> tuple[Token, ...]:
    """The 'to' of 'rises to 20 metres above the water', on which nothing hangs."""
    before = unit.doc[unit.left_edge.i - 1 : unit.left_edge.i]
    return tuple(t for t in before if t.lower_ == "to" and t.dep_ == "prep" and not t.children)


def frequencies(unit: Token) -> Iterator[Key]:
    """'every 10 minutes' → How often."""
    every = any(c.lower_ == "every" for c in unit.children)
    number = number_of(unit)
    if not every or number is None or list(unit.conjuncts) or unit.lemma_ not in lexicon.TIME_UNITS:
        return
    quantity = parse(f"{number.text} {unit.text}")
    if quantity is not None:
        every_ten = Quantity(
            "", "Every ", quantity.value, quantity.suffix, quantity.decimals, True, quantity.worded
        )
        yield key(AnswerType.DURATION, every_ten, "How often", unit, unit.lemma_)


def averages(story: Story, token: Token) -> Iterator[Key]:
    """'by an average of 4.1 degrees Celsius' → By an average of how many degrees Celsius."""
    unit, at = object_of(token), position(token)
    single = token.lower_ == "average" and any(c.lower_ == "an" for c in token.children)
    if unit is None or not single or at.is_subject or list(unit.conjuncts):
        return
    words = kept(unit)
    number = next((t for t in words if t.tag_ == "CD"), None)
    quantity = quantity_of(story, number)
    named = [t for t in words if number is not None and t.i > number.i]
    if quantity is None or quantity.prefix or not named or named[0].tag_ != "NNS":
        return
    asks = asking("an average of how many", quantity, at.before)
    kind = named[0].lemma_.lower()
    yield key(AnswerType.NUMBER, quantity, asks, at.part, kind, noun=tuple(named))


def times_as(story: Story, token: Token) -> Iterator[Key]:
    """'were three times as common as in 1990' → How many times as common as in 1990."""
    number = next((c for c in token.children if c.dep_ == "npadvmod" and c.tag_ == "CD"), None)
    times = [c for c in number.children if c.lower_ == "times"] if number is not None else []
    equal = any(c.lower_ == "as" and c.i > token.i for c in token.children)
    if number is None or token.dep_ != "acomp" or not times or not equal:
        return
    quantity = parse("".join(story.reading.text(t) + " " for t in extent(number)).strip())
    if quantity is not None and not quantity.bound:
        noun = tuple(t for t in kept(token) if t.i >= times[0].i)
        asks = asking("how many", quantity)
        yield key(AnswerType.NUMBER, quantity, asks, token, "times", noun=noun)


def compared(story: Story, token: Token) -> Iterator[Key]:
    """'is 28 metres longer than that' → How many metres longer than that."""
    than = any(c.lower_ == "than" and c.i > token.i for c in token.children)
    if token.tag_ not in ("JJR", "RBR") or token.dep_ not in ("acomp", "advmod") or not than:
        return
    unit = next((c for c in token.children if c.dep_ == "npadvmod" and c.i < token.i), None)
    number = unit if unit is None or unit.tag_ == "CD" else number_of(unit)
    if unit is None or number is None or number == unit != token.nbor(-2):
        return
    first = token.nbor(-1)
    known = lexicon.LENGTHS.keys() | lexicon.TIME_UNITS | {"time", "tonne", "kilogram", "degree"}
    quantity = parse(story.reading.said(extent(number)))
    quantity = quantity or parse(number.text)
    if quantity is None or quantity.bound or quantity.value < 2 or first.lemma_ not in known:
        return
    noun = tuple(t for t in kept(token) if t.i >= first.i)
    asks = asking("how many", quantity)
    yield key(AnswerType.NUMBER, quantity, asks, token, first.lemma_, noun=noun)


def temperatures(story: Story, token: Token) -> Iterator[Key]:
    """'reached 44 degrees Celsius', 'fell to 4 degrees Celsius' → (To) how many degrees Celsius."""
    at = position(token)
    verb = at.part.head if at.before else token.head
    scale = degrees(token) if at.before in ("to", "at") or token.dep_ == "dobj" else []
    number = next((n for t in scale if (n := number_of(t)) is not None), None)
    subject = subject_of(verb) if number is not None else None
    warm = subject is not None and "temperature" in subject.lemma_.lower()
    if number is None or not warm or verb.lemma_ not in REACHED | lexicon.CHANGES:
        return
    quantity = quantity_of(story, number)
    minus = number.i > 0 and number.nbor(-1).lower_ in ("minus", "-", "−")
    if quantity is not None and not quantity.bound and not minus:
        asks = asking("how many", quantity, at.before)
        yield key(
            AnswerType.NUMBER,
            quantity,
            asks,
            at.part,
            "degree",
            noun=tuple(scale),
            also=tuple(scale),
        )


def degrees(token: Token) -> list[Token]:
    """The 'degrees Celsius' that a word is a part of."""
    for first in (token, token.nbor(-1) if token.i else token):
        if scaled(first):
            return [first, first.nbor()]
    return []

"""Keys that are counts, and how amounts of all kinds are asked for."""

from collections.abc import Iterator

from questions import lexicon
from questions.beside import (
    PERCENT,
    allowed,
    ends,
    falls,
    held,
    idle,
    in_every,
    per_time,
    rival,
    state,
    versus,
)
from questions.candidates import Key
from questions.grammar import indefinite, number_of
from questions.items import AnswerType
from questions.positions import MARGINS, Position, position
from questions.quantities import SHORT, Quantity, parse
from questions.ranges import changed, extent, far_end
from questions.story import Story
from questions.text import is_year, sentence_case
from questions.timings import COUNTED, detained, timed
from questions.tree import Token
from questions.trimming import kept, trim_punctuation

# With these a number is not all there is: 'another three', 'the first four', '8m'.
LIMITING = frozenset(
    "another further more first last final next other past previous coming remaining".split()
).union(SHORT)
DETERMINERS = frozenset("the a an this that these those all".split())
ASKABLE = frozenset("in to for across over after within from on among through into at".split())
SCALES = frozenset(("celsius", "fahrenheit"))
FRACTIONS = frozenset("half third quarter fifth tenth".split())
# Nouns that look alike whether one or several are meant.
ALIKE = frozenset("aircraft spacecraft hovercraft sheep deer fish series cattle salmon".split())
UNITS = lexicon.LENGTHS.keys() | frozenset(
    "litre liter gallon tonne ton kilogram kilo kilogramme gram gramme milligram ounce degree "
    "watt kilowatt megawatt decibel hertz volt".split()
)
# With these a quantity need not be of something: what is measured is the subject.
MEASURING = frozenset(
    "weigh measure total produce generate cover travel walk run rise fall span stretch".split()
)
NOT_COUNTED = lexicon.CURRENCIES | FRACTIONS | PERCENT | {"side", "lakh", "crore", "other"}


def number_text(story: Story, number: Token) -> str:
    """The number with its hedge, as written; '' where it is one end of a change."""
    words = extent(number)
    return "" if changed(words) else story.reading.said(words)


def quantity_of(story: Story, number: Token | None) -> Quantity | None:
    """The number with its hedge, read."""
    return parse(number_text(story, number)) if number is not None else None


def asking(words: str, quantity: Quantity, before: str = "") -> str:
    """'How many', 'In about how many', 'At least how many'."""
    parts = (before, quantity.asked, words)
    return sentence_case(" ".join(part for part in parts if part))


def counted(story: Story, noun: Token) -> Iterator[Key]:
    """'18 missiles' → How many missiles; in a list, only the members with their own number."""
    members = (noun, *noun.conjuncts)
    if all(number_of(m) is None for m in members):
        return
    at = position(noun)
    # 'by an innings and 12 runs'
    if at.before == "to" and at.part.head.lower_ == "close":
        return  # 'employed close to 1,100 people'
    mixed = (at.is_subject or at.before == "by") and any(number_of(m) is None for m in members)
    if mixed or noun.head.lower_ in lexicon.DIMENSIONS or relative(noun, at):
        return
    for member in members:
        quantity = count_of(story, member) if countable(member, at) else None
        weight = noun.head.lemma_ == "weigh" and not at.is_subject and not each(noun)
        if quantity is not None and noun.head.lemma_ not in lexicon.EXCEEDING and not weight:
            yield count(noun, member, at, quantity)


def each(unit: Token) -> bool:
    """'58 kilograms a metre', 'six tonnes each': so many of every one."""
    behind = unit.doc[unit.i + 1 : unit.i + 2]
    return any(t.lower_ in ("each", "apiece", "a", "an", "per") for t in behind)


def relative(noun: Token, at: Position) -> bool:
    """No count of its own: three who each did it, litres that are a unit, degrees of what."""
    each = at.is_subject and noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ == "each"
    each = each or in_every(noun)
    verb = noun.head
    converts = noun.dep_ == "attr" and any(
        c.dep_ == "nsubj" and c.lemma_.lower() in UNITS for c in verb.children
    )
    start = at.before == "from" and at.part.head.lemma_ in lexicon.CHANGES
    whole = any(c.lower_ == "of" for c in noun.children) or verb.lemma_ in MEASURING
    stuff = noun.lemma_.lower() in UNITS - lexicon.LENGTHS.keys() | {"centimetre", "centimeter"}
    cubic = any(c.lower_ == "cubic" for c in noun.children)
    bare = (stuff or cubic) and at.before in ("", "at") and not (whole or at.is_subject)
    event = noun.lemma_ in lexicon.LENGTHS and contested(noun)
    far = noun.dep_ == "npadvmod" and noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ == "from"
    return each or converts or start or bare or far or event or scaled(noun)


def contested(noun: Token) -> bool:
    """A race that is called by its length: 'won the 200 metres', 'the men's 800 metres'."""
    won = noun.dep_ == "dobj" and noun.head.lemma_ in ("win", "lose")
    return won or any(c.dep_ == "poss" for c in noun.children)


def scaled(noun: Token) -> bool:
    """The 'degrees' of 'degrees Celsius'."""
    behind = noun.doc[noun.i + 1 : noun.i + 2]
    return noun.lower_ == "degrees" and any(t.lower_ in SCALES for t in behind)


def count_of(story: Story, member: Token) -> Quantity | None:
    """The number that counts a noun, where it says how many there are in all."""
    number = number_of(member)
    if number is None or (list(number.conjuncts) and far_end(number) is None) or rival(member):
        return None
    if any(number_of(c) is None and uncounted(c) for c in member.conjuncts):
        return None
    text = number_text(story, number)
    quantity = parse(f"about {text}" if estimates(member) else text)
    year = is_year(text)
    # 'moved his full-backs 15 yards upfield': two things.
    if versus(member) or any(c.dep_ == "nmod" and c.tag_ == "NNS" for c in member.children):
        return None
    more = any(c.lower_ in LIMITING for c in member.children)
    if quantity is None or single(quantity) or quantity.prefix or year or more:
        return None
    return quantity


def uncounted(other: Token) -> bool:
    """What stands without a number beside counted things: 'and furniture', 'and new rules'."""
    described = any(c.dep_ in ("amod", "compound") for c in other.children)
    return (other.tag_ == "NN" and not indefinite(other)) or other.pos_ == "PROPN" or described


def single(quantity: Quantity) -> bool:
    """Less than two, which is not asked for as a number; 1.2 million is more."""
    return quantity.value < 2 and not quantity.suffix


def estimates(member: Token) -> set[int]:
    """'An estimated', 'some': what makes a count an estimate."""
    return {c.i for c in member.children if c.lower_ in ("estimated", "some")}


def count(noun: Token, member: Token, at: Position, quantity: Quantity) -> Key:
    """The key for a counted noun, `member` of the list that starts with `noun`."""
    number = number_of(member)
    figure = {t.i for t in extent(number)} if number is not None else set()
    own = {c.i for c in member.children if needless(c) or idle(c)} | estimates(member)
    behind = set() if at.is_subject or at.agent else placed_behind(member)
    words = [t for t in alone(member) if t.i not in figure | own | behind]
    owned = any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in member.children)
    rate = per_time(noun) if at.is_subject and member == noun else []
    words += [t for t in rate if t not in words]
    moved = ends(at.part.head) if at.before == "by" else []
    spanned = noun.dep_ == "npadvmod" and member.lemma_.lower() != "time" and not falls(noun)
    by = "by" if spanned else at.before
    return Key(
        AnswerType.NUMBER,
        quantity.text,
        asking("how many of" if owned else "how many", quantity, by),
        (at.tokens - behind) | {t.i for end in moved for t in end.subtree},
        at.is_subject or at.agent,
        member.lemma_.lower(),
        quantity,
        weight=0.75,
        noun=tuple(trim_punctuation(words)),
        agent=at.agent,
    )


def needless(child: Token) -> bool:
    """An article or possessive, which 'how many' takes the place of."""
    return child.lower_ in DETERMINERS or child.tag_ == "PRP$"


def placed_behind(noun: Token) -> set[int]:
    """What follows a noun loosely and reads better behind the verb: 'plants in nine countries'."""
    behind = [c for c in noun.children if c.dep_ == "prep" and c.i > noun.i and c.lower_ != "of"]
    loose = [c for c in behind if not detained(c)]
    loose += [c for c in noun.children if c.lower_ in ("home", "ashore") and c.dep_ == "advmod"]
    deed = allowed(noun) or held(noun)
    loose += [deed] if deed is not None else []
    # 'in the rural area east of town': all that follows goes along.
    loose += [c for c in noun.children if c.dep_ == "advmod" and any(p.i < c.i for p in behind)]
    return {t.i for child in loose for t in child.subtree} | {t.i for t in state(noun)}


def countable(noun: Token, at: Position) -> bool:
    """A noun of which there are several, in a place where one can ask how many."""
    lemma = noun.lemma_.lower()
    if lemma in NOT_COUNTED or not several(noun):
        return False
    return timed(noun, at.before) if lemma in COUNTED else placed(noun, at)


def several(noun: Token) -> bool:
    """A plural, or so many kilometres of something; not the 'Ariane 5 rocket'."""
    lemma = noun.lemma_.lower()
    measured = lemma in ("mm", "cm", "km", "kg") and any(c.lower_ == "of" for c in noun.children)
    if len(lemma) < 3 and not measured:
        return False
    people = noun.lower_ == "people" or (noun.tag_ == "NNPS" and noun.ent_type_ == "NORP")
    plural = noun.tag_ == "NNS" or noun.lower_ in ALIKE or measured
    return people or (noun.pos_ == "NOUN" and plural)


def placed(noun: Token, at: Position) -> bool:
    """Whether a noun stands where one can ask for it: behind no other preposition than some."""
    above, lemma = at.part.head, noun.lemma_.lower()
    guilty = above.pos_ == "VERB" or above.lower_ == "guilty"
    knows_of = at.before == "of" and above.i < at.part.i and guilty
    margin = at.before == "by" and not at.agent and lemma in MARGINS
    far = at.before == "at" and lemma in lexicon.LENGTHS
    moved = noun.dep_ != "npadvmod" or noun.head.lemma_ in lexicon.CHANGES
    return moved and not far and (at.before in ASKABLE | {""} or knows_of or margin)


def alone(member: Token) -> list[Token]:
    """A noun phrase without what is coordinated with it, if that has a number of its own."""
    joined = [c for c in member.children if c.dep_ == "conj"]
    counted = any(number_of(c) is not None or indefinite(c) for c in joined)
    others = [c for c in member.children if c.dep_ in ("conj", "cc") and counted]
    return [t for t in kept(member) if not any(o == t or o.is_ancestor(t) for o in others)]

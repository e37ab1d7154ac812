"""Keys that are amounts: counts, shares, sums of money, changes and durations."""

from collections.abc import Iterator

from spacy.tokens import Token

from questions import lexicon
from questions.candidates import Key
from questions.items import AnswerType
from questions.quantities import ABOUT, Quantity, parse
from questions.story import Story, subject_of
from questions.trimming import kept, trim_punctuation
from questions.wording import sentence_case

COUNTING = frozenset(("", "in", "to", "for", "across"))
FRACTIONS = frozenset("half third quarter fifth tenth".split())
PERCENT = frozenset(("%", "percent"))
NOT_COUNTED = lexicon.TIME_UNITS | lexicon.CURRENCIES | FRACTIONS | PERCENT | {"side", "time"}


def of_subject(story: Story, subject: Token) -> Iterator[Key]:
    """Counts and shares that are the subject of a clause."""
    yield from counted(story, subject, is_subject=True)
    yield from shares(story, subject, is_subject=True)


def of_predicate(story: Story, token: Token) -> Iterator[Key]:
    """Amounts in an object, an attribute or behind a preposition."""
    yield from durations(story, token)
    yield from age(token)
    yield from dimensions(story, token)
    yield from measures(story, token)
    yield from counted(story, token, is_subject=False)
    yield from shares(story, token, is_subject=False)
    yield from changes(story, token)
    yield from money(story, token)


def number_of(noun: Token) -> Token | None:
    """The number that counts a noun."""
    return next((c for c in noun.children if c.dep_ == "nummod"), None)


def number_text(story: Story, number: Token) -> tuple[str, frozenset[int]]:
    """The number with its hedge, as written, and its tokens."""
    tokens = sorted((t for t in number.subtree if t.i <= number.i), key=lambda t: t.i)
    text = "".join(story.reading.text(t) + t.whitespace_ for t in tokens).strip()
    return text, frozenset(t.i for t in tokens)


def asking(words: str, quantity: Quantity, before: str = "") -> str:
    """'How many', 'In about how many', 'More than how many': the hedge goes into the question."""
    parts = (before, "about" if quantity.hedge in ABOUT else quantity.hedge, words)
    return sentence_case(" ".join(part for part in parts if part))


def counted(story: Story, noun: Token, *, is_subject: bool) -> Iterator[Key]:
    """'18 missiles' → How many missiles; in a list, only the members with their own number."""
    before = noun.head.lower_ if noun.dep_ == "pobj" else ""
    if (is_subject and list(noun.conjuncts)) or noun.head.lower_ in lexicon.DIMENSIONS:
        return
    for member in (noun, *(t for t in noun.conjuncts if not is_subject)):
        number = number_of(member)
        if number is None or not countable(member, before):
            continue
        text, tokens = number_text(story, number)
        quantity = parse(text)
        year = text.isdigit() and len(text) == 4
        if rival(member):
            continue
        if quantity is None or quantity.value < 2 or year or quantity.prefix:
            continue
        own = {c.i for c in member.children if c.dep_ == "det"}
        words = [t for t in alone(member) if t.i not in tokens | own]
        yield Key(
            AnswerType.NUMBER,
            quantity.write(quantity.value),
            asking("how many", quantity, before),
            frozenset(t.i for t in (noun.head if before else noun).subtree),
            is_subject,
            member.lemma_.lower(),
            quantity,
            weight=0.75,
            noun=tuple(trim_punctuation(words)),
        )


def rival(member: Token) -> bool:
    """Whether the sentence counts the same things twice: 'up from 4,000 people'."""
    others = (t for t in member.sent if t.lemma_ == member.lemma_ and t != member)
    return any(number_of(t) is not None for t in others)


def countable(noun: Token, before: str) -> bool:
    """A plural that is no unit of time or money and no fraction; not the 'Ariane 5 rocket'."""
    plain = noun.lemma_.lower() not in NOT_COUNTED
    several = noun.pos_ == "NOUN" and (noun.tag_ == "NNS" or noun.lower_ == "people")
    return several and plain and before in COUNTING


def alone(member: Token) -> list[Token]:
    """A noun phrase without what is coordinated with it."""
    others = [c for c in member.children if c.dep_ in ("conj", "cc")]
    return [t for t in kept(member) if not any(o == t or o.is_ancestor(t) for o in others)]


def percentage(story: Story, token: Token) -> Quantity | None:
    """The share that a '%' or 'percent' is the unit of."""
    number = number_of(token)
    if token.lower_ not in PERCENT or number is None or rival(token):
        return None
    return parse(number_text(story, number)[0] + "%")


def shares(story: Story, token: Token, *, is_subject: bool) -> Iterator[Key]:
    """'61% of respondents' → What percentage of respondents."""
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    quantity = percentage(story, token)
    if quantity is not None and of is not None:
        yield Key(
            AnswerType.PERCENT,
            quantity.write(quantity.value),
            asking("what percentage", quantity),
            frozenset(t.i for t in token.subtree),
            is_subject,
            "%",
            quantity,
            weight=0.8,
            noun=tuple(kept(of)),
        )


def changes(story: Story, token: Token) -> Iterator[Key]:
    """'fell 6%', 'rose by 14%' → By what percentage."""
    by = token.head if token.dep_ == "pobj" and token.head.lower_ == "by" else None
    verb = by.head if by is not None else token.head
    quantity = percentage(story, token)
    bare = by is None and token.dep_ != "npadvmod"
    # A firm does not fall, its shares do.
    firm = any(c.i in story.names.organization_at for c in verb.children)
    if quantity is None or bare or firm or verb.lemma_ not in lexicon.CHANGES:
        return
    yield Key(
        AnswerType.PERCENT,
        quantity.write(quantity.value),
        asking("what percentage", quantity, "by"),
        frozenset(t.i for t in (by or token).subtree),
        False,
        "%",
        quantity,
        weight=0.75,
    )


def money(story: Story, token: Token) -> Iterator[Key]:
    """'receive $1.5 billion' → How much money."""
    words = [t for t in token.subtree if t.i <= token.i]
    named = token.lemma_.lower() in lexicon.CURRENCIES
    price = token.dep_ == "pobj" and token.head.lower_ == "for"
    if not (price or token.dep_ == "dobj") or not (named or any(t.text in "$€£" for t in words)):
        return
    text = "".join(story.reading.text(t) + t.whitespace_ for t in words).strip()
    quantity = parse(text.removeprefix("the ").replace("$ ", "$"))
    if quantity is None or not (named or quantity.prefix):
        return
    yield Key(
        AnswerType.MONEY,
        quantity.write(quantity.value),
        asking("how much money", quantity, "for" if price else ""),
        frozenset(t.i for t in [*words, *([token.head] if price else [])]),
        False,
        quantity.prefix,
        quantity,
        weight=0.75,
    )


def durations(story: Story, token: Token) -> Iterator[Key]:
    """'for three hours' → For how long; 'lasted three hours' → How long."""
    number = number_of(token)
    behind = token.head if token.dep_ == "pobj" and token.head.lower_ == "for" else None
    lasting = token.dep_ in ("dobj", "npadvmod") and token.head.lemma_ in ("last", "take")
    explained = any(c.dep_ in ("relcl", "acl", "prep") for c in token.children)
    if number is None or explained or token.lemma_ not in lexicon.TIME_UNITS:
        return
    if behind is None and not lasting:
        return
    quantity = parse(f"{number_text(story, number)[0]} {token.text}")
    if quantity is None:
        return
    yield Key(
        AnswerType.DURATION,
        quantity.write(quantity.value),
        asking("how long", quantity, "for" if behind is not None else ""),
        frozenset(t.i for t in (behind or token).subtree),
        False,
        token.lemma_,
        quantity,
        weight=0.7,
    )


def object_of(noun: Token) -> Token | None:
    """What stands behind the 'of' of a noun."""
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def age(token: Token) -> Iterator[Key]:
    """'at the age of 89' → At what age."""
    number = object_of(token)
    if token.lower_ != "age" or token.head.lower_ != "at" or number is None:
        return
    quantity = parse(number.text)
    if quantity is not None and number.tag_ == "CD":
        yield Key(
            AnswerType.NUMBER,
            quantity.write(quantity.value),
            "At what age",
            frozenset(t.i for t in token.head.subtree),
            False,
            "age",
            quantity,
            weight=0.6,
        )


def measured(story: Story, unit: Token, words: str, part: Token, kind: str) -> Iterator[Key]:
    """'6.5 metres', '2.7 million': the key for a measure, asked with `words` in place of `part`."""
    number = unit if unit.tag_ == "CD" else number_of(unit)
    if number is None:
        return
    text = number_text(story, number)[0]
    quantity = parse(text if unit == number else f"{text} {unit.text}")
    if quantity is not None:
        yield Key(
            AnswerType.QUANTITY,
            quantity.write(quantity.value),
            asking(words, quantity),
            frozenset(t.i for t in part.subtree),
            False,
            kind,
            quantity,
            weight=0.75,
        )


def dimensions(story: Story, token: Token) -> Iterator[Key]:
    """'is 6.5 metres wide' → How wide."""
    adjective = token.head
    wide = adjective.dep_ == "acomp" and adjective.lower_ in lexicon.DIMENSIONS
    subject = subject_of(adjective.head) if wide and token.dep_ == "npadvmod" else None
    # Somebody's age changes.
    if subject is None or story.person(subject) or subject.lower_ in ("he", "she"):
        return
    words = f"how {adjective.lower_}"
    yield from measured(story, token, words, adjective, token.lemma_.lower())


def measures(story: Story, token: Token) -> Iterator[Key]:
    """'has a population of 41,562' → What population."""
    unit = object_of(token)
    if token.dep_ == "dobj" and token.lemma_.lower() in lexicon.MEASURES and unit is not None:
        words = f"what {token.lower_}"
        yield from measured(story, unit, words, token, token.lemma_.lower())

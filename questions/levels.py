"""Keys that are levels: what something is, stands at, rises or falls to, is put or valued at."""

from collections.abc import Iterator
from dataclasses import replace

from questions import lexicon
from questions.amounts import asking, quantity_of
from questions.beside import PERCENT
from questions.candidates import Key
from questions.grammar import indefinite, number_of, subject_of
from questions.items import AnswerType
from questions.measures import measure_of
from questions.percentages import percentage
from questions.quantities import Quantity
from questions.ranges import extent
from questions.sizes import answer_type
from questions.story import Story
from questions.sums import OPEN, converted, indices, measure, owned, sum_of
from questions.text import is_year
from questions.tree import Token
from questions.trimming import kept, set_off

STANDING = frozenset("stand leave keep hold remain close trade run peak cap set start".split())
MOVED = (lexicon.CHANGES | lexicon.CHANGING) - {"gain", "advance", "lose", "exceed"}
# These are asked for with their unit: 'To how many metres'.
MEASURED = (AnswerType.DURATION, AnswerType.QUANTITY)
COMING = frozenset("come amount".split())
# What a bare number can be said to be.
TOLD = frozenset(
    "attendance turnout toll total number population circulation membership capacity figure "
    "average production output employment enrolment enrollment readership".split()
)
TOTALLING = frozenset("reach total average hit touch".split())
LASTING = frozenset(
    "record wait delay length duration limit period term sentence crossing journey flight deadline "
    "expectancy lifespan walk ride".split()
)


def levels(story: Story, token: Token) -> Iterator[Key]:
    """Every level that a word of the clause is."""
    yield from reached(story, token)
    yield from valued(story, token)
    yield from values(story, token)
    yield from efficacy(story, token)
    yield from put(story, token)
    yield from totals(story, token)


def figure(story: Story, token: Token) -> Quantity | None:
    """A share, a sum or a measure with its rate, or a bare number of three digits or more."""
    rated = per_unit(token)
    inside = {t.i for t in (*rated, *extent(token))}
    inside |= {c.i for c in token.children if traded(c) or c in converted(token)}
    inside |= {c.i for c in token.children if bracketed(c)}
    behind = [c for c in token.children if c.i > token.i and not (c.is_punct or set_off(c))]
    if any(c.i not in inside for c in behind):
        return None
    found = percentage(story, token, twice=True) or sum_of(story, token)
    if rated and rated[-1].doc[rated[-1].i + 1 : rated[-1].i + 2].text == "-":
        return None  # 'per kilowatt-hour'
    if found is not None:
        suffix = "".join(f" {t.text}" for t in rated)
        return replace(found, suffix=f"{found.suffix}{suffix}")
    if token.tag_ != "CD":
        return measure_of(story, token) if token.lemma_ != "time" else None
    quantity = quantity_of(story, token)
    bare = quantity is not None and (quantity.value >= 100 or bool(quantity.suffix))
    return quantity if bare and not is_year(token.text) else None


def bracketed(child: Token) -> bool:
    """The '(€3.20)' behind a sum."""
    first = child.left_edge.i
    return first > 0 and child.doc[first - 1].text == "("


def traded(child: Token) -> bool:
    """The 'in New York' of 'closed at $94.10 in New York'."""
    named = all(c.ent_type_ == "GPE" for c in child.children)
    return child.lower_ == "in" and named and child.head.head.head.lemma_ in ("close", "trade")


def per_unit(unit: Token) -> tuple[Token, ...]:
    """'a barrel', 'per tonne': what a sum behind which it stands is the price of."""
    behind = unit.doc[unit.i + 1 : unit.i + 3]
    rated = len(behind) == 2 and behind[0].lower_ in ("a", "an", "per") and behind[1].tag_ == "NN"
    return tuple(behind) if rated else ()


def level(asks: str, quantity: Quantity, tokens: frozenset[int], before: str = "") -> Key:
    """A level in place of some words of the predicate."""
    kind = quantity.prefix or quantity.suffix or "level"
    asked, found = asking(asks, quantity, before), answer_type(quantity)
    return Key(found, quantity.text, asked, tokens, False, kind, quantity, weight=0.75)


def reached(story: Story, token: Token) -> Iterator[Key]:
    """'its debt rose to €14m', 'left its rate at 4.5%' → To what figure, At what percentage."""
    before = token.head.lower_ if token.dep_ == "pobj" else ""
    verb = token.head.head
    thing = moved(verb)
    if thing is None or not owned(story, thing) or not indices(thing) <= story.headline_words:
        return
    rising = before == "to" and verb.lemma_ in MOVED
    standing = before == "at" and verb.lemma_ in STANDING
    whole = share_of(token)
    quantity = percentage(story, token, twice=True) if whole else figure(story, token)
    quantity = quantity if rising or standing else None
    measured = quantity is not None and answer_type(quantity) in MEASURED and quantity.suffix
    if quantity is None or quantity.bound or quantity.least or measured:
        return
    if thing.pos_ == "PROPN" and answer_type(quantity) == AnswerType.MONEY:
        return  # A firm does not rise to $45.
    beside = [c for c in verb.children if c.dep_ in ("npadvmod", "dobj") and measures_change(c)]
    beside += [c for c in verb.children if c.lower_ == "by" and any(t.like_num for t in c.subtree)]
    tokens = frozenset(t.i for part in (token.head, *beside) for t in part.subtree)
    found = level(f"what {measure(thing, quantity)}", quantity, tokens, before)
    yield replace(found, noun=whole)


def share_of(unit: Token) -> tuple[Token, ...]:
    """The 'of sales' of 'slipped to 24% of sales'."""
    of = [c for c in unit.children if c.lower_ == "of" and c.i > unit.i]
    shared = len(of) == 1 and unit.lower_ in PERCENT
    return tuple(kept(of[0])) if shared else ()


def moved(verb: Token) -> Token | None:
    """What rises or is raised: 'its rate' in 'the bank cut its rate', 'the rate' in 'it fell'."""
    objects = (c for c in verb.children if c.dep_ == "dobj" and not measures_change(c))
    return next(objects, None) or subject_of(verb)


def measures_change(token: Token) -> bool:
    """The '9%' of 'rose 9% to 14 million'."""
    amount = token.lower_ in PERCENT or token.tag_ == "CD"
    return amount or token.lower_.removesuffix("s") in lexicon.CURRENCIES


def valued(story: Story, token: Token) -> Iterator[Key]:
    """'values the firm at $5m' → At how much; 'costs came to €9,000' → How much … come to."""
    before = token.head.lower_ if token.dep_ == "pobj" else ""
    verb = token.head.head
    priced = before == "at" and verb.lemma_ in ("value", "price", "estimate")
    coming = before == "to" and verb.lemma_ in COMING
    quantity = figure(story, token) if priced or coming else None
    if quantity is None or quantity.bound or answer_type(quantity) != AnswerType.MONEY:
        return
    part = token if coming else token.head
    yield level("how much", quantity, frozenset(t.i for t in part.subtree), "" if coming else "at")


def values(story: Story, token: Token) -> Iterator[Key]:
    """'inflation was 2.8%' → What was inflation; 'the record is 299 days' → How long is."""
    if token.dep_ != "attr" or any(c.dep_ in ("prep", "relcl") for c in token.children):
        return
    subject = subject_of(token.head)
    about = subject.lemma_.lower() if subject is not None else ""
    if subject is not None and about in OPEN and not any(c.dep_ != "det" for c in subject.children):
        return
    share = percentage(story, token)
    quantity = share or figure(story, token)
    if quantity is None or quantity.bound or quantity.least:
        return
    kind = answer_type(quantity)
    known = kind in (AnswerType.PERCENT, AnswerType.MONEY) or about in TOLD | lexicon.MEASURES
    lasts = kind == AnswerType.DURATION and about in LASTING
    if known or lasts:
        yield level(
            "how long" if lasts else "what", quantity, frozenset(t.i for t in token.subtree)
        )


def efficacy(story: Story, token: Token) -> Iterator[Key]:
    """'was 73% effective' → How effective."""
    adjective = token.head
    effective = adjective.dep_ == "acomp" and adjective.lower_ in ("effective", "full", "efficient")
    quantity = percentage(story, token) if effective and token.dep_ == "npadvmod" else None
    if quantity is not None and not quantity.bound:
        tokens = frozenset(t.i for t in (*token.subtree, adjective))
        yield level(f"how {adjective.lower_}", quantity, tokens)


def put(story: Story, token: Token) -> Iterator[Key]:
    """'put the toll at 11' → At what figure; 'puts the cost at $4m' → At how much."""
    at = token.head
    # The parser hangs 'at' on what is put as well.
    verb = at.head.head if at.head.dep_ == "dobj" else at.head
    thing = thing_put(story, verb, at) if token.dep_ == "pobj" and at.lower_ == "at" else None
    if thing is None or indefinite(thing):
        return
    quantity = figure(story, token)
    if quantity is None and token.tag_ == "CD" and not list(token.conjuncts):
        quantity = quantity_of(story, token)
    if (
        quantity is None
        or quantity.bound
        or (answer_type(quantity) in MEASURED and quantity.suffix)
    ):
        yield from reckoned(story, token, verb)
        return
    asks = "what percentage" if answer_type(quantity) == AnswerType.PERCENT else "what figure"
    yield level(asks, quantity, frozenset(t.i for t in at.subtree), "at")


def thing_put(story: Story, verb: Token, at: Token) -> Token | None:
    """The toll in 'put the toll at 11', the wealth in 'his wealth is estimated at $4m'."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if verb.lemma_ != "put" and not (verb.lemma_ == "estimate" and passive):
        return None
    done = next((c for c in verb.children if c.dep_ == "dobj" and c.i < at.i), None)
    subject = subject_of(verb) if passive and done is None else None
    return subject if subject is not None and owned(story, subject) else done


def reckoned(story: Story, unit: Token, verb: Token) -> Iterator[Key]:
    """'the harvest is estimated at 3 million tonnes' → At how many tonnes."""
    number = number_of(unit) if unit.tag_ == "NNS" and verb.lemma_ == "estimate" else None
    quantity = quantity_of(story, number)
    if quantity is None or quantity.bound or quantity.prefix or any(map(named, unit.children)):
        return
    tokens = frozenset(t.i for t in unit.head.subtree)
    yield replace(level("how many", quantity, tokens, "at"), noun=(unit,))


def named(child: Token) -> bool:
    """What tells of which a measure is, or in what."""
    return child.dep_ in ("prep", "relcl", "acl", "compound", "conj") and not set_off(child)


def totals(story: Story, token: Token) -> Iterator[Key]:
    """'its population reached 6,200' → What figure did its population reach."""
    verb = token.head
    thing = subject_of(verb) if token.dep_ == "dobj" and verb.lemma_ in TOTALLING else None
    if thing is None or thing.lemma_.lower() not in TOLD or not owned(story, thing):
        return
    quantity = figure(story, token) if token.tag_ == "CD" else None
    if quantity is None or quantity.bound or quantity.least or quantity.prefix:
        return
    yield level("what figure", quantity, frozenset(t.i for t in token.subtree))

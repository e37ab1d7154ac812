"""How old somebody was: 'left school at 11', 'died aged 89', 'when he was twelve'."""

from collections.abc import Iterator
from dataclasses import replace

from questions.amounts import asking, quantity_of
from questions.candidates import Key
from questions.facts import Clause
from questions.grammar import complement, subject_of
from questions.items import AnswerType
from questions.quantities import Quantity
from questions.references import refer
from questions.story import Story, named_by
from questions.tree import Token

# What people do or undergo at an age, told by a bare number: 'was ordained at 24'.
TURNS = frozenset(
    "die marry retire enter join leave move emigrate become found publish ordain crown elect "
    "apprentice appoint orphan widow conscript enlist recruit graduate succeed abdicate convert "
    "inherit learn compose".split()
)
# 'left at 11' may be a time of day.
HOURS = 12
BEFORE = {"when": "at", "until": "until"}
OLDEST = 110
SINGULAR = frozenset(("he", "she"))


def ages(story: Story, clause: Clause) -> Iterator[Key]:
    """'At what age' for an age that the clause tells of its subject, or a clause about it."""
    for token in (*clause.body, *clause.front):
        if token.lower_ == "at" and token.dep_ == "prep":
            number = complement(token)
            yield from told_at(story, clause, token, number)
            if number is not None and number.lower_ == "age":
                yield from told_at(story, clause, token, next(iter(number.rights), None))
    for token in clause.verb.children:
        if token.lower_ == "aged" and token.i > clause.verb.i:
            yield from told_at(story, clause, token, next(iter(token.rights), None))
    for child in clause.verb.children:
        word = child.left_edge.lower_
        if child.dep_ == "advcl" and child.lemma_ == "be" and word in BEFORE:
            yield from told_apart(story, clause, child, BEFORE[word])
    above = clause.verb.head
    if clause.verb.dep_ == "advcl" and above.lemma_ == "be" and opened(clause.verb, ("when",)):
        yield from told_apart(story, clause, above, "at")
    yield from beside(story, clause)


def told_at(story: Story, clause: Clause, before: Token, number: Token | None) -> Iterator[Key]:
    """'died at 89', 'died aged 89'; 'at the age of 89' is a measure like others."""
    if number is None or number.tag_ != "CD" or list(number.conjuncts) or whose(number):
        return
    quantity = age(story, number)
    if quantity is not None and turning(story, clause, before, quantity):
        yield key(quantity, frozenset(t.i for t in before.subtree))


def whose(number: Token) -> bool:
    """'at 12-2', 'at 5 in the morning', 'at 11 per cent': no age."""
    behind = number.doc[number.i + 1 : number.i + 2].text
    return behind in ("-", "–", ":", "%") or any(c.i > number.i for c in number.children)


def age(story: Story, number: Token) -> Quantity | None:
    """A whole number of years that somebody can live."""
    quantity = quantity_of(story, number)
    plain = quantity is not None and not (
        quantity.prefix or quantity.suffix or quantity.decimals or quantity.bound
    )
    return quantity if plain and quantity is not None and quantity.value <= OLDEST else None


def turning(story: Story, clause: Clause, before: Token, quantity: Quantity) -> bool:
    """Whether a bare number behind 'at' is somebody's age, and no time of day."""
    verb = before.head
    if verb != clause.verb or verb.lemma_ not in TURNS or not somebody(story, clause.subject):
        return False
    told = any(c.dep_ in ("dobj", "attr", "oprd") for c in verb.children)
    return quantity.value > HOURS or told or clause.passive or verb.lemma_ == "die"


def somebody(story: Story, subject: Token) -> bool:
    """Whether a subject is one person."""
    known = story.person(named_by(story, subject)) is not None
    return known or subject.lower_ in SINGULAR or subject.lower_ == "who"


def opened(clause: Token, by: tuple[str, ...]) -> bool:
    """Whether a word opens a clause."""
    return clause.left_edge.lower_ in by


def beside(story: Story, clause: Clause) -> Iterator[Key]:
    """'was 25 when the fraud began', 'was 17 at the time of his arrest' → How old."""
    verb = clause.verb
    number = next((c for c in verb.children if c.dep_ == "attr" and c.tag_ == "CD"), None)
    quantity = age(story, number) if verb.lemma_ == "be" and number is not None else None
    if number is None or quantity is None or whose(number) or not somebody(story, clause.subject):
        return
    then = any(c.dep_ == "advcl" and opened(c, ("when",)) for c in verb.children)
    then = then and bool(clause.circumstance)
    behind = [c for c in verb.children if c.lower_ == "at" and c.dep_ == "prep" and c.i > number.i]
    then = then or any(c.doc[c.i + 1 : c.i + 4].text == "the time of" for c in behind)
    if then:
        yield replace(key(quantity, frozenset((number.i,))), asks=asking("how old", quantity))


def told_apart(story: Story, clause: Clause, being: Token, before: str) -> Iterator[Key]:
    """'when she was twelve', or 'she was twelve when …' for what follows."""
    number = next((c for c in being.children if c.dep_ == "attr" and c.tag_ == "CD"), None)
    subject = subject_of(being)
    if number is None or subject is None or whose(number) or list(number.conjuncts):
        return
    quantity = age(story, number)
    denied = any(c.dep_ == "neg" for c in being.children)
    if quantity is None or denied or not same(story, clause.subject, subject):
        return
    inside = being.subtree if being.dep_ == "advcl" else (number,)
    yield key(quantity, frozenset(t.i for t in inside), before)


def same(story: Story, one: Token, other: Token) -> bool:
    """Whether two subjects are the same person."""
    if one.lower_ in SINGULAR and other.lower_ in SINGULAR:
        return one.lower_ == other.lower_
    people = [bearer(story, subject) for subject in (one, other)]
    return people[0] is not None and people[0] == people[1]


def bearer(story: Story, subject: Token) -> object:
    """Who a name or a pronoun means."""
    person = story.person(named_by(story, subject))
    if person is not None or subject.lower_ not in SINGULAR:
        return person
    referent = refer(story, subject)
    return referent.person if referent is not None else None


def key(quantity: Quantity, tokens: frozenset[int], before: str = "at") -> Key:
    """The key for an age."""
    return Key(
        AnswerType.NUMBER,
        quantity.text,
        asking("what age", quantity, before),
        tokens,
        False,
        "age",
        quantity,
        weight=0.75,
    )

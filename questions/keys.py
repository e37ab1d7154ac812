"""What may be asked for in a clause: its people, places, dates and numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from questions import lexicon
from questions.facts import Clause
from questions.gazetteer import find
from questions.items import AnswerType
from questions.quantities import ABOUT, Quantity, parse
from questions.story import Story, named_by
from questions.trimming import kept, trim_punctuation
from questions.wording import sentence_case

COUNTING = frozenset(("", "in", "to", "from", "by", "for", "with", "across", "on"))
FRACTIONS = frozenset("half third quarter fifth tenth".split())
NOT_COUNTED = lexicon.TIME_UNITS | lexicon.CURRENCIES | FRACTIONS | {"%", "percent"}
PLACE_PREPOSITIONS = frozenset(("in", "to", "from"))
YEAR = re.compile(r"(1\d|20)\d\d$")
SHORT_MONTHS = {m[:3] for m in lexicon.MONTHS}


@dataclass(frozen=True)
class Key:
    """An answer that a clause holds, and how to ask for it.

    `asks` and the words of `noun` are the wh-phrase that takes the place of `tokens`; `is_subject`
    says whether those are the clause's subject; `kind` is the fine kind that distractors share.
    """

    answer_type: AnswerType
    text: str
    asks: str
    tokens: frozenset[int]
    is_subject: bool
    kind: str
    quantity: Quantity | None = None
    weight: float = 0.5
    noun: tuple[Token, ...] = ()


def keys(story: Story, clause: Clause) -> Iterator[Key]:
    """Everything in the clause that can be asked for cleanly."""
    yield from subject_keys(story, clause)
    for token in reached(clause):
        yield from body_keys(story, clause, token)


def reached(clause: Clause) -> Iterator[Token]:
    """Objects, attributes and objects of prepositions that the verb reaches directly.

    Through an open complement ('is expected to meet'), and through a gathering's own place
    ('a summit in Malaysia').
    """
    body = {t.i for t in clause.body}
    waiting = [clause.verb]
    while waiting:
        head = waiting.pop(0)
        for child in head.children:
            if child.i not in body:
                continue
            if child.dep_ in ("xcomp",) and not any(
                c.dep_.startswith("nsubj") for c in child.children
            ):
                waiting.append(child)
            elif child.dep_ == "prep" or (child.dep_ == "agent" and head == clause.verb):
                yield from (c for c in child.children if c.dep_ == "pobj")
            elif child.dep_ in ("dobj", "attr", "npadvmod"):
                yield child
    for token in clause.body:
        if token.dep_ == "prep" and token.head.lemma_.lower() in lexicon.GATHERINGS:
            yield from (c for c in token.children if c.dep_ == "pobj")


def subject_keys(story: Story, clause: Clause) -> Iterator[Key]:
    """Who, which organization or country, how many: asked of the subject."""
    subject = clause.subject
    words = frozenset(t.i for t in clause.subject_words)
    person = story.person(named_by(story, subject))
    if speaks(story, clause) or (person is not None and person == story.names.hero):
        return
    if person is not None:
        yield Key(AnswerType.PERSON, person.name, "Who", words, True, "person", weight=0.7)
        return
    organization = story.names.organization_at.get(subject.i)
    if organization is not None and organization.kind:
        asks = f"Which {organization.kind}"
        yield Key(
            AnswerType.ORGANIZATION,
            organization.name,
            asks,
            words,
            True,
            organization.kind,
            weight=0.6,
        )
    yield from counted(story, subject, is_subject=True)
    yield from percentage_of(story, subject, is_subject=True)


def speaks(story: Story, clause: Clause) -> bool:
    """Whether the clause introduces a quotation, which is asked for in its own way."""
    content = [c for c in clause.verb.children if c.dep_ == "ccomp"]
    return any(c.i in story.reading.quoted for c in content)


def body_keys(story: Story, clause: Clause, token: Token) -> Iterator[Key]:
    """What is asked of the predicate."""
    if token.dep_ == "dobj" and (person := story.person(token)):
        words = frozenset(range(story.names.starts[token.i], token.i + 1))
        yield Key(AnswerType.PERSON, person.name, "Who", words, False, "person", weight=0.6)
    yield from places(story, token)
    yield from dates(story, token)
    yield from durations(story, token)
    yield from counted(story, token, is_subject=False)
    yield from percentage_of(story, token, is_subject=False)
    yield from changes(story, token)
    yield from money(story, token)


def number_text(story: Story, number: Token) -> tuple[str, frozenset[int]]:
    """The number with its hedge, as written, and its tokens."""
    tokens = sorted((t for t in number.subtree if t.i <= number.i), key=lambda t: t.i)
    text = "".join(story.reading.text(t) + t.whitespace_ for t in tokens).strip()
    return text, frozenset(t.i for t in tokens)


def asked_about(quantity: Quantity, question: str) -> str:
    """The question with a hedge that makes the number approximate: 'About how many'."""
    return f"About {question[0].lower()}{question[1:]}" if quantity.hedge in ABOUT else question


def how_many(quantity: Quantity, before: str) -> str:
    """'How many', 'About how many', 'In about how many'."""
    words = [before, "about" if quantity.hedge in ABOUT else "", "how many"]
    return sentence_case(" ".join(w for w in words if w))


def counted(story: Story, noun: Token, *, is_subject: bool) -> Iterator[Key]:
    """'18 missiles' → How many missiles; in a list, only the members with their own number."""
    before = noun.head.lower_ if noun.dep_ == "pobj" else ""
    if before not in COUNTING or (is_subject and list(noun.conjuncts)):
        return
    for member in (noun, *(t for t in noun.conjuncts if not is_subject)):
        number = next((c for c in member.children if c.dep_ == "nummod"), None)
        if number is None or not countable(member, before):
            continue
        text, tokens = number_text(story, number)
        quantity = parse(text)
        year = text.isdigit() and len(text) == 4
        if quantity is None or quantity.value < 2 or year or quantity.prefix:
            continue
        own = {c.i for c in member.children if c.dep_ == "det"}
        words = [t for t in alone(member) if t.i not in tokens | own]
        yield Key(
            AnswerType.NUMBER,
            quantity.write(quantity.value),
            how_many(quantity, before),
            frozenset(t.i for t in (noun.head if before else noun).subtree),
            is_subject,
            member.lemma_.lower(),
            quantity,
            weight=0.75,
            noun=tuple(trim_punctuation(words)),
        )


def countable(noun: Token, before: str) -> bool:
    """A common noun that is no unit of time or money, no fraction, and no side of a vote."""
    vote = before == "by" and noun.lemma_ == "vote"
    return noun.pos_ == "NOUN" and noun.lemma_.lower() not in NOT_COUNTED and not vote


def alone(member: Token) -> list[Token]:
    """A noun phrase without what is coordinated with it."""
    others = [c for c in member.children if c.dep_ in ("conj", "cc")]
    return [t for t in kept(member) if not any(o == t or o.is_ancestor(t) for o in others)]


def percentage_of(story: Story, token: Token, *, is_subject: bool) -> Iterator[Key]:
    """'61% of respondents' → What percentage of respondents."""
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    number = next((c for c in token.children if c.dep_ == "nummod"), None)
    if token.text not in ("%", "percent") or of is None or number is None:
        return
    quantity = parse(number_text(story, number)[0] + "%")
    if quantity is None:
        return
    yield Key(
        AnswerType.PERCENT,
        quantity.write(quantity.value),
        asked_about(quantity, "What percentage"),
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
    number = next((c for c in token.children if c.dep_ == "nummod"), None)
    if token.text not in ("%", "percent") or number is None or verb.lemma_ not in lexicon.CHANGES:
        return
    if by is None and token.dep_ != "npadvmod":
        return
    if any(c.i in story.names.organization_at for c in verb.children):
        return  # a firm does not fall, its shares do
    quantity = parse(number_text(story, number)[0] + "%")
    if quantity is None:
        return
    tokens = frozenset(t.i for t in (by or token).subtree)
    asks = asked_about(quantity, "By what percentage")
    yield Key(
        AnswerType.PERCENT, quantity.write(quantity.value), asks, tokens, False, "%", quantity, 0.75
    )


def money(story: Story, token: Token) -> Iterator[Key]:
    """'receive $1.5 billion' → How much."""
    words = [t for t in token.subtree if t.i <= token.i]
    named = token.lemma_.lower() in lexicon.CURRENCIES
    if token.dep_ != "dobj" or not (named or any(t.text in "$€£" for t in words)):
        return
    text = "".join(story.reading.text(t) + t.whitespace_ for t in words).strip()
    quantity = parse(text.removeprefix("the ").replace("$ ", "$"))
    if quantity is None or not (named or quantity.prefix):
        return
    asks = asked_about(quantity, "How much money")
    yield Key(
        AnswerType.MONEY, quantity.write(quantity.value), asks, frozenset(t.i for t in words), False,
        quantity.prefix, quantity, 0.75,
    )  # fmt: skip


def durations(story: Story, token: Token) -> Iterator[Key]:
    """'for three hours' → For how long."""
    number = next((c for c in token.children if c.dep_ == "nummod"), None)
    behind = token.head if token.dep_ == "pobj" else None
    if behind is None or behind.lower_ != "for" or number is None:
        return
    if token.lemma_ not in lexicon.TIME_UNITS or any(
        c.dep_ in ("relcl", "acl") for c in token.children
    ):
        return
    quantity = parse(f"{number_text(story, number)[0]} {token.text}")
    if quantity is None:
        return
    tokens = frozenset(t.i for t in behind.subtree)
    asks = asked_about(quantity, "For how long")
    yield Key(
        AnswerType.DURATION,
        quantity.write(quantity.value),
        asks,
        tokens,
        False,
        token.lemma_,
        quantity,
        0.7,
    )


def dates(story: Story, token: Token) -> Iterator[Key]:
    """Years, months with a year, and days with a year, behind their preposition."""
    if token.dep_ != "pobj" or token.head.lower_ not in ("in", "on", "by", "since"):
        return
    words = [t for t in token.subtree if not t.is_punct]
    text = " ".join(t.text for t in words)
    tokens = frozenset(t.i for t in token.head.subtree)
    before = sentence_case(token.head.lower_)
    if YEAR.fullmatch(text):
        yield Key(AnswerType.DATE, text, f"{before} which year", tokens, False, "year", weight=0.65)
    elif re.fullmatch(rf"({'|'.join(lexicon.MONTHS)}) (1\d|20)\d\d", text) and before == "In":
        yield Key(AnswerType.DATE, text, "When", tokens, False, "month", weight=0.65)
    elif before == "On" and re.search(r"\b\d\d?\b.*\b(1\d|20)\d\d$", text):
        written = story.reading.article.text[
            story.reading.offsets[words[0].i] : story.reading.end(words[-1].i)
        ]
        yield Key(AnswerType.DATE, written, "On what date", tokens, False, "day", weight=0.65)


def places(story: Story, token: Token) -> Iterator[Key]:
    """A country, state or city behind 'in', 'to' or 'from'."""
    if token.dep_ != "pobj" or token.head.lower_ not in PLACE_PREPOSITIONS:
        return
    words = [t for t in token.subtree if t.dep_ in ("compound", "det") or t == token]
    name = "".join(story.reading.text(t) + t.whitespace_ for t in words).strip()
    place = find(name)
    if (
        place is None
        or len(list(token.subtree)) > len(words)
        or token.ent_type_ not in ("GPE", "LOC")
    ):
        return
    tokens = frozenset(t.i for t in token.head.subtree)
    asks = f"{sentence_case(token.head.lower_)} which {place.kind}"
    yield Key(AnswerType.PLACE, place.name, asks, tokens, False, place.kind, weight=0.65)

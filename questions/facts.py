"""A story's statements: clauses that the article asserts, made simple and whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from questions import lexicon
from questions.agreement import agrees
from questions.assertions import MODALS, asserted, delayed, holder
from questions.grammar import FINITE, subject_of
from questions.leads import front
from questions.misparses import misled, mistaken
from questions.participles import described, lender, stranded
from questions.relatives import (
    antecedent,
    astray,
    bearer_of,
    described_noun,
    frame,
    framed,
    owns,
    relative,
    whose,
)
from questions.story import Story
from questions.subjects import subject_and_auxiliaries
from questions.tree import Token
from questions.trimming import (
    first_of,
    kept,
    noun_phrase,
    set_off,
    trim_punctuation,
)

CIRCUMSTANCES = frozenset("when after as while before until where because".split())
FATES = lexicon.HUMAN_FATES | {"miss", "be"}
# What the parser hangs the second of two qualities on: the first, or its preposition.
JOINING = frozenset(("ADJ", "ADP"))


@dataclass(frozen=True)
class Clause:
    """A statement: a verb with its subject and what it reaches.

    `body` holds the predicate behind the auxiliaries, in the article's order, the verb included and
    loose parts left out; `front` a phrase that opens the sentence and limits what is said;
    `circumstance` a clause of time at its end ('when a train hit debris').
    `speaker` is the subject of the reporting verb, where the article only reports; `place` the
    preposition and the noun that 'where', 'when' or 'in which' stands for.
    """

    verb: Token
    subject: Token
    subject_words: tuple[Token, ...]
    auxiliaries: tuple[Token, ...]
    body: tuple[Token, ...]
    front: tuple[Token, ...] = ()
    circumstance: tuple[Token, ...] = ()
    speaker: Token | None = None
    place: tuple[str, Token] | None = None

    @property
    def passive(self) -> bool:
        """Whether an auxiliary makes a passive of it: 'was sold'."""
        return any(a.dep_ == "auxpass" for a in self.auxiliaries)


def clauses(story: Story) -> Iterator[Clause]:
    """Every clause that is asserted or attributed to a named speaker."""
    for token in story.reading.doc:
        if token.pos_ in ("VERB", "AUX") and token.i not in story.reading.quoted:
            clause = clause_of(token)
            if clause is not None and not misled(story, token):
                yield from split(clause)


def split(clause: Clause) -> Iterator[Clause]:
    """'strongest in Seoul and weakest in Oslo' makes two; any other clause stays one."""
    first = next((t for t in clause.body if t.dep_ == "acomp" and t.head == clause.verb), None)
    second = next((t for t in clause.body if t.dep_ == "conj" and t.pos_ == "ADJ"), None)
    if first is None or second is None or not placed(second) or second.head.pos_ not in JOINING:
        yield clause
        return
    later = {t.i for t in second.subtree}
    joint = {c.i for c in second.head.children if c.dep_ == "cc"}
    earlier = {t.i for part in (first, second.head) for t in part.subtree} - later
    for gone in (later | joint, earlier):
        yield replace(clause, body=tuple(t for t in clause.body if t.i not in gone))


def placed(quality: Token) -> bool:
    """Whether a quality has a place, time or measure of its own."""
    return any(c.dep_ in ("prep", "npadvmod") for c in quality.children)


def clause_of(verb: Token) -> Clause | None:
    """The clause around a verb; None where it is negated, hypothetical or incomplete."""
    subject, auxiliaries = subject_and_auxiliaries(verb)
    held, speaker = holder(verb)
    opening = front(verb, subject) if subject is not None else None
    if subject is None or opening is None or not held or not whole(verb, subject, auxiliaries):
        return None
    subject, words = told_of(verb, subject)
    if verb in words:  # which the parser takes for a part of its own subject
        return None
    where = framed(verb)
    return Clause(
        verb,
        subject,
        tuple(words),
        auxiliaries,
        tuple(predicate(verb, auxiliaries, words, where)),
        opening,
        circumstance(verb),
        speaker or aside(verb),
        frame(verb, where) if where is not None else None,
    )


def told_of(verb: Token, subject: Token) -> tuple[Token, list[Token]]:
    """The subject and its words; of a clause that hangs on a noun, what that clause tells of."""
    relative_verb = relative(verb)
    if relative_verb is not None and not framed(relative_verb) and whose(subject) is None:
        subject = antecedent(relative_verb)
    elif described(verb):
        subject = bearer_of(verb)
    describes = relative_verb if relative_verb is not None else verb
    return subject, noun_phrase(subject) if subject != describes.head else described_noun(describes)


def predicate(
    verb: Token, auxiliaries: Sequence[Token], words: Sequence[Token], where: Token | None
) -> list[Token]:
    """What is said behind the auxiliaries, without the subject and the word for a place."""
    start = min(t.i for t in (verb, *auxiliaries))
    apart = {t.i for t in (*words, *auxiliaries)}
    apart |= {c.i for c in verb.children if c.dep_ == "expl"}
    apart |= beside(verb)
    if delayed(verb) is not None:
        apart |= {c.i for c in verb.children if c.dep_ == "neg"}
    if where is not None:
        apart |= {t.i for t in where.head.subtree} if where.dep_ == "pobj" else {where.i}
    return [t for t in kept(verb) if t.i >= start and t.i not in apart]


def beside(verb: Token) -> set[int]:
    """The verb that shares its object with this one: its clause tells of both."""
    partners = [c for c in verb.children if c.dep_ == "conj"]
    words = [t for c in partners for t in kept(c)]
    return {t.i for t in (*words, *(c for c in verb.children if c.dep_ == "cc")) if partners}


def whole(verb: Token, subject: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Whether verb and subject make a statement that the parser has understood."""
    if not finite(verb, auxiliaries) or not asserted(verb, auxiliaries):
        return False
    if mistaken(verb, subject, auxiliaries):
        return False
    relative_verb = relative(verb)
    if whose(subject) is not None:
        return relative_verb is not None and owns(relative_verb.head)
    where = framed(relative_verb) if relative_verb is not None else None
    # 'where two schools closed and had to move': not without the place.
    if where is not None and (relative_verb != verb or astray(verb, where)):
        return False
    if relative_verb is not None and where is None:
        return agrees(subject, relative_verb, verb, auxiliaries)
    return subject.tag_ not in ("WP", "WDT") and not garden_path(verb, auxiliaries)


def circumstance(verb: Token) -> tuple[Token, ...]:
    """A clause of time, place or cause that no comma sets off, without its own loose parts."""
    for child in verb.children:
        timed = first_of(child).lower_ in CIRCUMSTANCES
        if child.dep_ == "advcl" and timed and child.i > verb.i and not set_off(child):
            return tuple(trim_punctuation(kept(child)))
    return shared(verb) if verb.lemma_ in lexicon.HUMAN_FATES else ()


def shared(verb: Token) -> tuple[Token, ...]:
    """'Six died and 58 were hurt when a train hit wagons': the time of both."""
    partner = next((c for c in verb.children if c.dep_ == "conj" and c.lemma_ in FATES), None)
    clauses = (c for c in partner.children if c.dep_ == "advcl") if partner is not None else ()
    timed = (c for c in clauses if first_of(c).lower_ in ("when", "after", "as"))
    found = next((c for c in timed if c.i > verb.i and subject_of(c) is not None), None)
    return tuple(trim_punctuation(kept(found))) if found is not None else ()


def aside(verb: Token) -> Token | None:
    """Who says so, in a remark set between or behind the words: '…, officials said'."""
    for child in verb.children:
        remark = child.dep_ in ("parataxis", "ccomp", "dep") and set_off(child)
        empty = not any(c.dep_ in ("ccomp", "dobj") for c in child.children)
        if remark and empty and child.lemma_ in lexicon.REPORTING:
            return subject_of(child)
    return None


def finite(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Whether the verb group has a tense."""
    first = auxiliaries[0] if auxiliaries else verb
    # The tagger takes "stated" for a participle even where it has its own subject.
    agent = any(c.dep_ == "agent" and not by_votes(c) for c in verb.children)
    mistagged = first.tag_ == "VBN" and verb.dep_ == "ROOT" and not agent
    # 'About 90 vehicles a day cross the bridge': taken for an infinitive.
    bare = first.tag_ == "VB" and verb.dep_ == "ROOT" and first == verb
    plural = bare and (found := subject_of(verb)) is not None and found.tag_ in ("NNS", "NNPS")
    tensed = first.tag_ in FINITE or first.lower_ in MODALS or plural
    return tensed or mistagged or described(verb) or stranded(verb) or lender(verb) is not None


def by_votes(agent: Token) -> bool:
    """'by 48 votes', which is no doer."""
    return any(c.lemma_ == "vote" for c in agent.children)


def garden_path(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Whether a participle is taken for the verb: 'a train struck derailed wagons'."""
    for child in verb.children:
        bare = child.tag_ == "VBN" and not any(c.dep_.startswith("aux") for c in child.children)
        if child.dep_ == "advcl" and bare and any(t.tag_ in FINITE for t in child.subtree):
            return True
    before = verb.nbor(-1) if verb.i else verb
    later = any(c.dep_ == "conj" for c in verb.children)
    linked = any(c.dep_ == "cc" for c in verb.children)
    if before.text == "," and later and not linked:
        return True  # 'The tower, put up in 1968, has no lift': it was put up.
    return not auxiliaries and before != verb and before.pos_ == "VERB" and before.tag_ in FINITE

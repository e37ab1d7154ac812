"""A story's statements: clauses that the article asserts, made simple and whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from questions import lexicon
from questions.story import Story, subject_of
from questions.trimming import (
    FILLERS,
    first_of,
    kept,
    noun_phrase,
    set_off,
    trim_punctuation,
    weekday_phrase,
)

FINITE = frozenset(("VBD", "VBZ", "VBP"))
MODALS = frozenset("would could may might should must can ca 'd shall".split())
CONDITIONS = frozenset(("if", "unless", "whether", "provided", "lest"))
DOUBT = frozenset(
    "not n't never hardly yet nearly almost reportedly allegedly probably possibly perhaps maybe "
    "apparently supposedly".split()
)
NONE = frozenset(("no", "neither", "few", "little", "nobody", "nothing"))
ARGUMENTS = frozenset(("dobj", "nsubj", "nsubjpass", "attr"))
CIRCUMSTANCES = frozenset("when after as while before until where because".split())
CONNECTIVES = frozenset((
    "by contrast", "in contrast", "in fact", "in addition", "for example", "for instance",
    "of course", "as a result", "in turn", "by comparison", "on the other hand", "at the same time",
    "in response", "in particular", "as well",
))  # fmt: skip


@dataclass(frozen=True)
class Clause:
    """A statement: a verb with its subject and what it reaches.

    `body` holds the predicate behind the auxiliaries, in the article's order, the verb included and
    loose parts left out; `front` a phrase that opens the sentence and limits what is said;
    `circumstance` a clause of time at its end ('when a train hit debris').
    `speaker` is the subject of the reporting verb, where the article only reports.
    """

    verb: Token
    subject: Token
    subject_words: tuple[Token, ...]
    auxiliaries: tuple[Token, ...]
    body: tuple[Token, ...]
    front: tuple[Token, ...] = ()
    circumstance: tuple[Token, ...] = ()
    speaker: Token | None = None


def clauses(story: Story) -> Iterator[Clause]:
    """Every clause that is asserted or attributed to a named speaker."""
    for token in story.reading.doc:
        if token.pos_ in ("VERB", "AUX") and token.i not in story.reading.quoted:
            clause = clause_of(token)
            if clause is not None:
                yield clause


def clause_of(verb: Token) -> Clause | None:
    """The clause around a verb; None where it is negated, hypothetical or incomplete."""
    subject, auxiliaries = subject_and_auxiliaries(verb)
    held, speaker = holder(verb)
    opening = front(verb, subject) if subject is not None else None
    if subject is None or opening is None or not held or not whole(verb, subject, auxiliaries):
        return None
    if verb.dep_ == "relcl":
        subject = verb.head
    words = noun_phrase(subject)
    start = min(t.i for t in (verb, *auxiliaries))
    apart = {t.i for t in (*words, *auxiliaries)}
    body = [t for t in kept(verb) if t.i >= start and t.i not in apart and t.dep_ != "expl"]
    return Clause(
        verb,
        subject,
        tuple(words),
        auxiliaries,
        tuple(body),
        opening,
        circumstance(verb),
        speaker or aside(verb),
    )


def whole(verb: Token, subject: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Whether verb and subject make a statement that the parser has understood."""
    if not finite(verb, auxiliaries) or not asserted(verb, auxiliaries):
        return False
    if verb.dep_ == "relcl":
        return agrees(subject, verb, auxiliaries)
    return subject.tag_ not in ("WP", "WDT", "EX") and not garden_path(verb, auxiliaries)


def circumstance(verb: Token) -> tuple[Token, ...]:
    """A clause of time, place or cause that no comma sets off, without its own loose parts."""
    for child in verb.children:
        timed = first_of(child).lower_ in CIRCUMSTANCES
        if child.dep_ == "advcl" and timed and child.i > verb.i and not set_off(child):
            return tuple(trim_punctuation(kept(child)))
    return ()


def aside(verb: Token) -> Token | None:
    """Who says so, in a remark set between or behind the words: '…, officials said'."""
    for child in verb.children:
        remark = child.dep_ in ("parataxis", "ccomp", "dep") and set_off(child)
        empty = not any(c.dep_ in ("ccomp", "dobj") for c in child.children)
        if remark and empty and child.lemma_ in lexicon.REPORTING:
            return subject_of(child)
    return None


def subject_and_auxiliaries(verb: Token) -> tuple[Token | None, tuple[Token, ...]]:
    """Its own, or those of the verb it is coordinated with, or the noun a participle describes."""
    own = tuple(c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ != "TO")
    subject = subject_of(verb)
    if subject is None and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        subject, shared = subject_and_auxiliaries(verb.head)
        own = own or (shared if verb.tag_ in ("VBN", "VB", "VBG") else ())
    if described(verb):
        return verb.head, ()
    return subject, own


def described(verb: Token) -> bool:
    """A participle set off behind a name: 'Lindauer, founded in 1987, …'."""
    name = verb.head.pos_ == "PROPN" and verb.head.dep_ == "nsubj"
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and name and set_off(verb)


def finite(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Whether the verb group has a tense."""
    first = auxiliaries[0] if auxiliaries else verb
    # The tagger takes "stated" for a participle even where it has its own subject.
    mistagged = first.tag_ == "VBN" and verb.dep_ == "ROOT" and verb.lemma_ in lexicon.REPORTING
    tensed = first.tag_ in FINITE or first.lower_ == "will"
    return tensed or mistagged or described(verb)


def garden_path(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Whether a participle is taken for the verb: 'a train struck derailed wagons'."""
    for child in verb.children:
        bare = child.tag_ == "VBN" and not any(c.dep_.startswith("aux") for c in child.children)
        if child.dep_ == "advcl" and bare and any(t.tag_ in FINITE for t in child.subtree):
            return True
    before = verb.nbor(-1) if verb.i else verb
    return not auxiliaries and before != verb and before.pos_ == "VERB" and before.tag_ in FINITE


def asserted(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Not negated, not modal, not under a condition, not a question."""
    modal = any(a.lower_ in MODALS for a in auxiliaries)
    asked = verb.sent[-1].text == "?"
    return not modal and not asked and not any(undoes(child) for child in verb.children)


def undoes(child: Token) -> bool:
    """Whether a part of the clause takes back what it says: 'not', 'if …', 'no progress'."""
    if child.dep_ in ARGUMENTS:
        return any(t.lower_ in NONE for t in (child, *child.children))
    if child.dep_ == "advcl":
        return any(t.lower_ in CONDITIONS for t in child.children)
    return child.lower_ in DOUBT | CONDITIONS


def holder(verb: Token) -> tuple[bool, Token | None]:
    """Whether the clause holds, and who says so: climbs from a complement to its reporting verb."""
    above = verb.head
    match verb.dep_:
        case "ROOT":
            found: tuple[bool, Token | None] = (True, None)
        case "conj" if above.pos_ in ("VERB", "AUX"):
            found = holder(above)
        case "relcl":
            found = (unbroken(above), None)
        case "acl" if described(verb):
            found = (unbroken(above), None)
        case "ccomp":
            found = reported(verb)
        case _:
            found = (False, None)
    return found


def reported(verb: Token) -> tuple[bool, Token | None]:
    """A complement holds under an affirmed reporting verb with a speaker."""
    above = verb.head
    subject, auxiliaries = subject_and_auxiliaries(above)
    said = above.lemma_ in lexicon.REPORTING and asserted(above, auxiliaries)
    held, _ = holder(above) if above.dep_ != "ccomp" else (False, None)
    clear = not any(c.dep_ == "mark" and c.lower_ != "that" for c in verb.children)
    return (said and held and clear and subject is not None), subject


def unbroken(noun: Token) -> bool:
    """Whether a relative clause hangs on a noun of a statement that is itself asserted."""
    above = list(noun.ancestors)
    doubted = any(t.lemma_ in lexicon.DOUBTING for t in above)
    inside = any(t.dep_ in ("advcl", "ccomp", "acl", "pcomp") for t in above)
    return not doubted and not inside


def agrees(pronoun: Token, verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """A relative pronoun whose antecedent has the number of the verb, where that shows."""
    if pronoun.lower_ not in ("who", "which", "that") or pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    noun, first = verb.head, auxiliaries[0] if auxiliaries else verb
    plural = noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children)
    if first.lower_ in ("was", "is", "has", "does") or first.tag_ == "VBZ":
        return not plural
    if first.lower_ in ("were", "are", "have", "do") or first.tag_ == "VBP":
        return plural
    return noun.head.dep_ != "pobj"


def front(verb: Token, subject: Token) -> tuple[Token, ...] | None:
    """The phrase before the subject that limits the statement; None where it cannot stand alone."""
    if verb.dep_ in ("relcl", "acl"):
        return ()
    words: list[Token] = []
    for child in (c for c in verb.children if c.i < subject.i and opens(c)):
        if weekday_phrase(child):
            continue
        if any(t.lower_ in lexicon.RELATIVE_TIMES - FILLERS for t in child.subtree):
            return None
        if child.dep_ != "prep" or connective(child):
            continue
        if words:
            return None
        words = kept(child)
    return None if len(words) == 2 and vague(words[1]) else tuple(words)


def vague(noun: Token) -> bool:
    """The bare noun of 'in use', 'at home'."""
    return noun.pos_ == "NOUN" and noun.tag_ == "NN"


def opens(child: Token) -> bool:
    """A phrase of its own, not a part of the verb group or the subject."""
    return child.dep_ in ("prep", "advmod", "advcl", "npadvmod", "ccomp")


def connective(child: Token) -> bool:
    """'By contrast', 'as a result'."""
    return " ".join(t.lower_ for t in child.subtree) in CONNECTIVES

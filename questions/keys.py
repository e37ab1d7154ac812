"""What may be asked for in a clause: its people, organizations, places, dates and amounts."""

from collections.abc import Iterator
from dataclasses import replace

from questions import lexicon
from questions.ages import ages
from questions.amounts import counted
from questions.annotate import joined
from questions.assertions import delayed
from questions.bearings import regions
from questions.candidates import Key
from questions.clockings import clockings
from questions.dates import dates, periods
from questions.facts import Clause
from questions.figures import has_figure
from questions.frames import framed
from questions.gazetteer import find, kind_in_words
from questions.grammar import object_of, subject_of
from questions.intervals import intervals
from questions.items import AnswerType
from questions.levels import levels
from questions.locations import placed
from questions.measures import measures
from questions.names import Entity
from questions.parts import parts
from questions.percentages import shares
from questions.positions import Position, contains, position
from questions.proportions import proportions
from questions.reasons import reasons
from questions.references import refer
from questions.shifts import shifts
from questions.sizes import sizes
from questions.spans import spans
from questions.story import Story, named_by
from questions.sums import sums
from questions.text import sentence_case
from questions.things import things
from questions.tree import Token
from questions.unnamed import unnamed
from questions.votes import scores

REACHED = frozenset(
    "dobj attr npadvmod prep pobj agent acomp oprd dative advmod pcomp nmod quantmod".split()
)
NAMED_PREPOSITIONS = frozenset(
    "in to from at near across into through on with by for against under via over off outside "
    "during after before behind along between".split()
)
PLACE_PREPOSITIONS = frozenset("in to from at near across into through via".split())


def keys(story: Story, clause: Clause) -> Iterator[Key]:
    """Everything in the clause that can be asked for cleanly."""
    if (until := delayed(clause.verb)) is not None:
        yield from belated(story, until)
        return
    yield from subject_keys(story, clause)
    for token in (t for t in reached(clause) if t.i not in story.once(bracketed)):
        yield from body_keys(story, token)
        yield from entities(story, clause, token)
        yield from things(token)
        yield from framed(story, clause, token)
        yield from unnamed(story, clause, token)
    for token in (clause.subject, *within(clause.subject)):
        yield from framed(story, clause, token)
    yield from unnamed(story, clause, clause.subject)
    yield from scores(story, clause)
    yield from reasons(story, clause)
    yield from intervals(story, clause)
    yield from ages(story, clause)
    yield from clockings(story, clause)


def bracketed(story: Story) -> frozenset[int]:
    """What stands in brackets, which says again or besides what the clause says."""
    found, depth = set[int](), 0
    for token in story.reading.doc:
        depth = 0 if token.is_sent_start else max(0, depth - (token.text in (")", "]")))
        if depth:
            found.add(token.i)
        depth += token.text in ("(", "[")
    return frozenset(found)


def belated(story: Story, until: Token) -> Iterator[Key]:
    """'was not paved until 1994' → In which year was it paved; nothing else was so until then."""
    for key in (k for year in until.children for k in dates(story, year)):
        yield replace(key, asks="In which year")


def within(subject: Token) -> Iterator[Token]:
    """What stands behind a preposition in the subject: 'the price of beef'."""
    for preposition in (c for c in subject.children if c.dep_ == "prep"):
        yield from (c for c in preposition.children if c.dep_ == "pobj")


def reached(clause: Clause) -> Iterator[Token]:
    """The words of the predicate that verb, objects, complements and prepositions lead to."""
    body = {t.i for t in (*clause.body, *clause.front)} - {t.i for t in clause.subject_words}
    # Of two qualities told apart the second hangs on the first, which is not there.
    apart = [t for t in clause.body if t.dep_ == "conj" and t.head.i not in body]
    waiting = [clause.verb, *apart]
    while waiting:
        children = [c for c in waiting.pop(0).children if c.i in body and leads_on(c)]
        waiting += children
        yield from children


def leads_on(child: Token) -> bool:
    """Whether what a word holds belongs to the same statement."""
    if child.dep_ == "xcomp":
        return subject_of(child) is None
    if child.lower_ in ("according", "than"):
        return False
    return child.dep_ in REACHED


def subject_keys(story: Story, clause: Clause) -> Iterator[Key]:
    """Who, which organization or country, how many: asked of the subject."""
    words = frozenset(t.i for t in clause.subject_words)
    if speaks(story, clause):
        return
    if clause.subject.lower_ in ("he", "she") or story.person(named_by(story, clause.subject)):
        yield from doer(story, clause, words)
        return
    yield from countries(story, clause.subject, words, is_subject=True)
    yield from entities(story, clause, clause.subject)
    yield from things(clause.subject)
    if has_figure(story, clause.subject):
        yield from figures_told(story, clause.subject)
        total = clause.subject.lower_ == "total" and contains(clause.subject)
        inside = object_of(clause.subject) if total else None
        if inside is not None:  # 'a total of 12 ships'
            yield from figures_told(story, inside)


def figures_told(story: Story, subject: Token) -> Iterator[Key]:
    """How many, what share, how much: asked of the subject."""
    yield from counted(story, subject)
    yield from shares(story, subject)
    yield from parts(story, subject)
    yield from sums(story, subject)
    yield from sizes(story, subject)
    yield from proportions(subject)


def doer(story: Story, clause: Clause, words: frozenset[int]) -> Iterator[Key]:
    """The person who is the subject, by name or pronoun; not the hero, whom everybody knows."""
    person = story.person(named_by(story, clause.subject))
    referent = refer(story, clause.subject) if person is None else None
    # Who 'he said' means is asked for its own sake only.
    hearsay = person is None and clause.verb.lemma_ in lexicon.REPORTING
    found = person or (referent.person if referent is not None else None)
    if found is None or hearsay or found == story.names.hero:
        return
    yield Key(
        AnswerType.PERSON,
        found.name,
        "Who",
        words,
        True,
        "person",
        weight=0.7,
        sentence=referent.sentence if referent is not None else None,
    )


def entities(story: Story, clause: Clause, token: Token) -> Iterator[Key]:
    """A named thing whose kind is known: which company, at which university."""
    entity = story.names.entity_at.get(token.i)
    is_subject = token == clause.subject
    loose = token.dep_ in ("compound", "nmod", "poss") and not is_subject
    if entity is None or entity.kind in ("", "currency") or loose:
        return
    at = Position("", token, is_subject=True) if is_subject else position(token)
    if token.dep_ == "dobj" and clause.verb.lemma_ in lexicon.REPORTING:
        return
    if list(token.conjuncts) or (entity.is_organization and at.before == "outside"):
        return
    inside = at.before == "in" and entity.kind in lexicon.PLACE_KINDS - lexicon.AREAS
    if (at.before and at.before not in NAMED_PREPOSITIONS) or inside:
        return
    yield Key(
        type_of(entity),
        entity.name,
        sentence_case(f"{at.before} which {entity.kind}".strip()),
        at.tokens if not at.is_subject else frozenset(t.i for t in clause.subject_words),
        at.is_subject or at.agent,
        entity.kind,
        weight=0.6,
        agent=at.agent,
    )


def type_of(entity: Entity) -> AnswerType:
    """The answer type of a named thing, by its kind."""
    if entity.is_organization:
        return AnswerType.ORGANIZATION
    for kinds, found in (
        (lexicon.PLACE_KINDS, AnswerType.PLACE),
        (lexicon.EVENT_KINDS, AnswerType.EVENT),
        (lexicon.WORK_KINDS, AnswerType.WORK),
    ):
        if entity.kind in kinds:
            return found
    return AnswerType.THING


def speaks(story: Story, clause: Clause) -> bool:
    """Whether the clause introduces a quotation, which is asked for in its own way."""
    content = [c for c in clause.verb.children if c.dep_ == "ccomp"]
    return any(c.i in story.reading.quoted for c in content)


def body_keys(story: Story, token: Token) -> Iterator[Key]:
    """What is asked of the predicate."""
    if token.dep_ == "dobj" and (person := story.person(token)) and not list(token.conjuncts):
        first = min(story.names.starts[token.i], token.left_edge.i)
        words = frozenset(range(first, token.i + 1))
        yield Key(AnswerType.PERSON, person.name, "Who", words, False, "person", weight=0.6)
    if token.head.dep_ == "agent" and (person := story.person(token)):
        words = frozenset(t.i for t in token.head.subtree)
        kind = "person"
        yield Key(AnswerType.PERSON, person.name, "Who", words, True, kind, weight=0.6, agent=True)
    if token.dep_ == "dobj":
        whole = frozenset(t.i for t in token.subtree)
        yield from countries(story, token, whole, is_subject=False)
    yield from places(story, token)
    yield from regions(story, token)
    yield from dates(story, token)
    yield from periods(token)
    if has_figure(story, token):
        yield from figures(story, token)


def figures(story: Story, token: Token) -> Iterator[Key]:
    """Numbers, sums, measures and parts of a whole in the predicate."""
    yield from counted(story, token)
    yield from shares(story, token)
    yield from parts(story, token)
    yield from sums(story, token)
    yield from measures(story, token)
    yield from sizes(story, token)
    yield from levels(story, token)
    yield from spans(token)
    yield from shifts(story, token)
    yield from proportions(token)


def countries(
    story: Story, token: Token, words: frozenset[int], *, is_subject: bool
) -> Iterator[Key]:
    """A country that does something, or that something is done to."""
    if token.ent_type_ != "GPE":
        return
    place = find(joined(story.reading, [story.reading.doc[i] for i in sorted(words)]))
    name = joined(story.reading, [t for t in token.subtree if t.dep_ == "compound" or t == token])
    if place is not None and place.kind == "country":
        yield Key(
            AnswerType.PLACE, name, "Which country", words, is_subject, "country", weight=0.55
        )


def places(story: Story, token: Token) -> Iterator[Key]:
    """A country, state or city behind 'in', 'to' or 'from'."""
    if token.dep_ != "pobj" or token.head.lower_ not in PLACE_PREPOSITIONS:
        return
    if any(c.dep_ == "conj" for c in token.head.children):
        return  # 'in Paris and in Warsaw'
    words = [t for t in token.subtree if t.dep_ in ("compound", "det") or t == token]
    name = story.reading.said(words)
    place = find(name)
    if place is not None and not placed(story, place):
        return
    more = (t for t in token.children if t not in words and not t.is_punct)
    if (
        place is None
        or name == "America"
        or any(t.dep_ != "appos" or t.pos_ == "NOUN" for t in more)
        or token.ent_type_ not in ("GPE", "LOC")
    ):
        return
    tokens = frozenset(t.i for t in token.head.subtree)
    before = "in" if token.head.lower_ == "at" else token.head.lower_
    asks = f"{sentence_case(before)} which {kind_in_words(place)}"
    written = name.removeprefix("the ").removeprefix("The ")
    yield Key(AnswerType.PLACE, written, asks, tokens, False, place.kind, weight=0.65)

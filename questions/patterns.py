"""Ways to ask that do not start from a single clause: ages, and what others find."""

import re
from collections.abc import Iterator
from functools import partial

from questions.bearings import directions
from questions.borders import borders
from questions.candidates import Candidate
from questions.casualties import casualties, casualty, passengers
from questions.circles import is_human
from questions.comparisons import comparisons
from questions.definitions import definitions
from questions.distances import distances
from questions.efforts import efforts
from questions.events import events
from questions.facts import Clause, clause_of
from questions.firms import firms
from questions.items import AnswerType, Dropped
from questions.lives import lives
from questions.members import members
from questions.offices import affiliations, holders
from questions.phrases import Unclear
from questions.posts import posts
from questions.quantities import parse
from questions.quotations import judgements, quotations
from questions.sisters import sisters
from questions.story import Story
from questions.subsets import subsets
from questions.text import tidy
from questions.tree import Token
from questions.trimming import trim_punctuation
from questions.verbs import NoStem, verb_group
from questions.wording import phrase


def patterns(story: Story) -> Iterator[Candidate | Dropped]:
    """All candidates of this module."""
    yield from quotations(story)
    yield from judgements(story)
    for write in (*casualties(story), *passengers(story), *ages(story)):
        try:
            yield write()
        except (NoStem, Unclear) as reason:
            yield Dropped("How many …" if write.func is casualty else "How old …", str(reason))
    yield from holders(story)
    yield from firms(story)
    yield from affiliations(story)
    yield from posts(story)
    yield from members(story)
    yield from distances(story)
    yield from directions(story)
    yield from efforts(story)
    yield from lives(story)
    yield from events(story)
    yield from borders(story)
    yield from comparisons(story)
    yield from subsets(story)
    yield from sisters(story)
    yield from definitions(story)


def ages(story: Story) -> Iterator[partial[Candidate]]:
    """'the deaths of a 68-year-old woman' → 'How old was the woman …?'."""
    for old in story.reading.doc:
        noun = old.head
        if old.dep_ != "amod" or noun.pos_ != "NOUN":
            continue
        age = re.fullmatch(r"(\d{1,3}) ?- ?year ?- ?old", joined_age(old))
        person = is_human(noun.lemma_.lower())  # no 54-year-old plant
        if age is None or not person or noun.lemma_.lower() not in story.headline_words:
            continue
        described = " ".join(
            story.reading.text(t) for t in noun.children if t.dep_ == "compound" and t.i > old.i
        )
        who = f"the {described} {noun.text}".replace("  ", " ")
        found = confirmed_death(noun)
        clause = clause_of(noun.head) if noun.dep_ in ("nsubj", "nsubjpass") else None
        if found is not None:
            yield partial(aged, story, *found, who, age[1])
        elif clause is not None and clause.subject == noun:
            yield partial(aged_subject, story, clause, who, age[1])


def joined_age(old: Token) -> str:
    """'68-year-old' put together from its tokens."""
    if old.lower_ != "old":
        return old.text
    words = sorted(old.subtree, key=lambda t: t.i)
    return "".join(t.text for t in words) if len(words) > 3 else old.text


def confirmed_death(noun: Token) -> tuple[Clause, Token] | None:
    """The clause and the noun that tell of somebody's death: 'confirmed the death of a woman'."""
    top = noun.head if noun.dep_ == "conj" else noun
    death = top.head.head if top.head.lower_ == "of" else None
    if death is None or death.lemma_ not in ("death", "killing", "murder") or death.dep_ != "dobj":
        return None
    clause = clause_of(death.head)
    return (clause, death) if clause is not None else None


def aged(story: Story, clause: Clause, death: Token, who: str, age: str) -> Candidate:
    """The question for the age of somebody unnamed, told by a death that was confirmed."""
    subject = phrase(story, clause.subject_words)
    stem = f"How old was {who} whose {death.lemma_} {subject.text} {' '.join(verb_group(clause))}?"
    here = story.sentence(death)
    return Candidate(
        tidy(stem),
        age,
        AnswerType.NUMBER,
        "age",
        min(here, subject.first),
        here,
        0.55,
        parse(age),
        doubts=subject.doubts,
        traits=("age",),
    )


def aged_subject(story: Story, clause: Clause, who: str, age: str) -> Candidate:
    """The question for the age of somebody unnamed who does something."""
    here = story.sentence(clause.verb)
    behind = trim_punctuation([t for t in clause.body if t.i > clause.verb.i])
    tail = phrase(story, behind, bound=clause.subject)
    stem = f"How old was {who} who {' '.join(verb_group(clause))} {tail.text}?"
    return Candidate(
        tidy(stem),
        age,
        AnswerType.NUMBER,
        "age",
        min(here, tail.first),
        here,
        0.55,
        parse(age),
        doubts=tail.doubts,
        traits=("age",),
    )

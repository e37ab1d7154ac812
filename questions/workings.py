"""What does what in an explanation: 'What seals the door?', with the other parts as rivals."""

from collections.abc import Iterator

from spacy.tokens import Token

from questions.candidates import Candidate, Key
from questions.components import ABSTRACT, Component, beside, component
from questions.facts import Clause, clauses
from questions.items import AnswerType, Dropped
from questions.scenes import explains, placed
from questions.stems import stem
from questions.story import Story
from questions.text import content
from questions.traits import traits
from questions.verbs import NoStem
from questions.wording import Unclear

# Verbs by which nothing is done to their object.
STATIVE = frozenset(
    "be have take make do get give need want mean cost last follow face lack see call know use "
    "offer deserve exceed reach receive enjoy involve include require show say suggest form "
    "contain represent describe remain become weigh measure".split()
)


def workings(story: Story) -> Iterator[Candidate | Dropped]:
    """A question for everything that an explanation says one of its components does."""
    if not story.once(explains):
        return
    for clause in clauses(story):
        part = component(story, named(clause.subject))
        if part is not None and acts(story, clause, part):
            try:
                yield asked(story, clause, part)
            except (NoStem, Unclear) as reason:
                yield Dropped(f"What {clause.verb.text} … ({part.name})", str(reason))


def named(subject: Token) -> Token:
    """'the bobbin' of 'the bobbin, a little spool that holds the thread'."""
    beside = subject.dep_ == "appos" and subject.head.pos_ == "NOUN"
    return subject.head if beside else subject


def acts(story: Story, clause: Clause, part: Component) -> bool:
    """Whether the clause tells what a component does to something, as a rule and not once."""
    finite = (*clause.auxiliaries, clause.verb)[0]
    done = any(c.dep_ == "dobj" and not counted(c) for c in clause.verb.children)
    alone = not any(c.dep_ in ("conj", "cc") for c in clause.subject.children)
    lasting = finite.tag_ in ("VBZ", "VBP") and clause.verb.lemma_ not in STATIVE
    heading = part.noun.lemma_.lower() in story.headline_words
    return done and alone and lasting and not heading and clause.speaker is None


def counted(done: Token) -> bool:
    """'holds 250,000 litres'."""
    return any(t.like_num for t in done.subtree) or done.lemma_ in ABSTRACT


def asked(story: Story, clause: Clause, part: Component) -> Candidate:
    """The question for what does it; raises NoStem or Unclear."""
    words = frozenset(t.i for t in clause.subject_words)
    key = Key(AnswerType.THING, part.name, "What", words, True, "part", plural=True)
    question = stem(story, clause, key)
    here = range(question.first, question.last + 1)
    return Candidate(
        placed(story, question.text),
        part.name,
        AnswerType.THING,
        "part",
        question.first,
        question.last,
        0.5,
        doubts=question.doubts,
        traits=(*traits(story, clause, key), "workings", *(("several",) if part.plural else ())),
        rivals=tuple(beside(story, part, set(content(question.text)), here)),
    )

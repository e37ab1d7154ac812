"""What something took: 'It took 14 crews six hours to put out the fire'."""

from collections.abc import Iterator

from questions import lexicon
from questions.amounts import asking, number_text
from questions.candidates import Candidate
from questions.grammar import number_of
from questions.items import AnswerType
from questions.phrases import Phrase, Unclear
from questions.quantities import Quantity, parse
from questions.story import Story
from questions.text import tidy
from questions.tree import Token
from questions.trimming import kept, trim_punctuation
from questions.wording import phrase

ASKED = {
    "take": "did it take", "takes": "does it take", "took": "did it take",
}  # fmt: skip


def efforts(story: Story) -> Iterator[Candidate]:
    """'How long did it take 14 crews to put out the fire?' for each 'it took … to …'."""
    for verb in story.reading.doc:
        if verb.lower_ not in ("took", "takes") or verb.i in story.reading.quoted:
            continue
        it = any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in verb.children)
        found = effort(story, verb) if it else None
        if found is not None:
            yield found


def effort(story: Story, verb: Token) -> Candidate | None:
    """The question for one; none where the time or the deed is not told."""
    units = [c for c in verb.children if c.lemma_ in lexicon.TIME_UNITS and number_of(c)]
    deeds = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and infinitive(c)]
    held = verb.dep_ in ("ROOT", "conj") and not any(c.dep_ == "neg" for c in verb.children)
    if len(units) != 1 or len(deeds) != 1 or not held:
        return None
    unit, deed = units[0], deeds[0]
    number = number_of(unit)
    quantity = parse(f"{number_text(story, number)} {unit.text}") if number is not None else None
    if quantity is None or quantity.bound or quantity.least:
        return None
    try:
        words = phrase(story, trim_punctuation([*doer(verb, unit), *kept(deed)]))
    except Unclear:
        return None
    return asked(story, verb, unit, quantity, words)


def doer(verb: Token, unit: Token) -> list[Token]:
    """Whom something took a time: 'the crew' in 'It took the crew three days'."""
    between = [c for c in verb.children if verb.i < c.i < unit.i and c.dep_ != "advmod"]
    return [t for c in between for t in kept(c) if t.i < unit.left_edge.i]


def asked(story: Story, verb: Token, unit: Token, quantity: Quantity, words: Phrase) -> Candidate:
    """The question for a time in units."""
    here = story.sentence(verb)
    return Candidate(
        tidy(f"{asking('how long', quantity)} {ASKED[verb.lower_]} {words.text}?"),
        quantity.text,
        AnswerType.DURATION,
        unit.lemma_,
        min(here, words.first),
        max(here, words.last),
        0.7,
        quantity,
        doubts=words.doubts,
        traits=("effort",),
    )


def infinitive(verb: Token) -> bool:
    """'to put out'."""
    return verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children)

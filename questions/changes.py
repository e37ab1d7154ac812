"""Changes told by a noun: 'reported a 14% rise in sales', 'sales of €3m, an increase of 9%'."""

from collections.abc import Iterator

from spacy.tokens import Token

from questions.amounts import asking
from questions.beside import PERCENT
from questions.candidates import Candidate
from questions.facts import Clause, clause_of
from questions.items import AnswerType, Dropped
from questions.percentages import percentage
from questions.quantities import Quantity
from questions.stems import according
from questions.story import Story
from questions.text import tidy
from questions.trimming import noun_phrase, set_off, trim_punctuation
from questions.verbs import NoStem
from questions.wording import Phrase, Unclear, phrase, possessive

CHANGES = {
    "rise": "rise", "increase": "increase", "jump": "jump", "surge": "surge", "growth": "grow",
    "fall": "fall", "drop": "drop", "decline": "decline", "decrease": "decrease", "dip": "dip",
    "slump": "slump", "slide": "slide",
}  # fmt: skip
TOLD = frozenset("report post record see register announce show book deliver note suffer".split())
OWN = frozenset(("det", "poss", "nummod"))


def changes(story: Story) -> Iterator[Candidate | Dropped]:
    """By what percentage something rose or fell, where a noun tells it."""
    for noun in story.reading.doc:
        if noun.lemma_ not in CHANGES or noun.pos_ != "NOUN" or noun.i in story.reading.quoted:
            continue
        quantity, thing, clause = change(story, noun)
        if quantity is None or thing is None or clause is None or quantity.bound:
            continue
        try:
            yield asked(story, noun, quantity, thing, clause)
        except (NoStem, Unclear) as reason:
            yield Dropped(f"By what percentage … ({noun.text})", str(reason))


def change(story: Story, noun: Token) -> tuple[Quantity | None, Token | None, Clause | None]:
    """By how much something changed, what it was, and the clause that tells it as a fact."""
    if noun.dep_ == "appos":
        return beside(story, noun)
    verb = noun.head
    clause = clause_of(verb) if noun.dep_ == "dobj" and verb.lemma_ in TOLD else None
    within = next((c for c in noun.children if c.lower_ == "in" and c.i > noun.i), None)
    thing = next((c for c in within.children if c.dep_ == "pobj"), None) if within else None
    past = clause is not None and (*clause.auxiliaries, verb)[0].tag_ in ("VBD", "VBZ")
    return amount(story, noun), thing, clause if past else None


def beside(story: Story, noun: Token) -> tuple[Quantity | None, Token | None, Clause | None]:
    """'net sales of 312 billion yen, an increase of 9 per cent'."""
    figure = noun.head
    thing = figure.head.head if figure.dep_ == "pobj" and figure.head.lower_ == "of" else None
    verb = thing.head if thing is not None and thing.dep_ == "dobj" else None
    clause = clause_of(verb) if verb is not None and set_off(noun) else None
    return amount(story, noun), thing, clause


def amount(story: Story, noun: Token) -> Quantity | None:
    """'a 14% rise', 'a rise of 14%'."""
    before = [c for c in noun.lefts if c.lower_ in PERCENT]
    of = [c for c in noun.children if c.lower_ == "of"]
    behind = [c for p in of for c in p.children if c.dep_ == "pobj" and c.lower_ in PERCENT]
    unit = next(iter((*before, *behind)), None)
    if unit is None:
        return None
    return percentage(story, unit, twice=True)


def asked(story: Story, noun: Token, quantity: Quantity, thing: Token, clause: Clause) -> Candidate:
    """The question for one change; raises NoStem or Unclear."""
    if list(thing.conjuncts):
        raise NoStem("a change of several things")
    what, said = subject(story, thing, clause), according(story, clause)
    front = phrase(story, trim_punctuation(list(clause.front))).text if clause.front else ""
    here = story.sentence(noun)
    wh = asking("what percentage", quantity, "by")
    when = f"{front[:1].lower()}{front[1:]}"
    return Candidate(
        tidy(f"{wh} did {what.text} {CHANGES[noun.lemma_]} {when}{said.text}?"),
        quantity.write(quantity.value),
        AnswerType.PERCENT,
        "%",
        min(here, what.first, said.first),
        here,
        0.6,
        quantity,
        doubts=tuple(dict.fromkeys((*what.doubts, *said.doubts))),
        traits=("nominal change",),
    )


def subject(story: Story, thing: Token, clause: Clause) -> Phrase:
    """What changed, with whose it is where only the subject tells that."""
    figures = (c for c in thing.children if c.dep_ == "prep" and has_number(c))
    gone = {t.i for figure in figures for t in figure.subtree}
    words = trim_punctuation([t for t in noun_phrase(thing) if t.i not in gone])
    told = phrase(story, words, bound=clause.subject)
    if any(c.dep_ in OWN for c in thing.children):
        return told
    owner = phrase(story, clause.subject_words)
    return Phrase(
        f"{possessive(owner.text)} {told.text}",
        min(owner.first, told.first),
        max(owner.last, told.last),
        owner.doubts + told.doubts,
    )


def has_number(part: Token) -> bool:
    """Whether a part of a phrase has a number."""
    return any(t.like_num for t in part.subtree)

"""How many were harmed or on board: '…, killing two', 'with 118 people aboard'."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from questions.amounts import asking, quantity_of
from questions.candidates import Candidate
from questions.facts import Clause, clause_of
from questions.grammar import number_of
from questions.items import AnswerType
from questions.phrases import together
from questions.quantities import MANY, Quantity
from questions.speakers import according
from questions.story import Story
from questions.text import tidy
from questions.tree import Token
from questions.trimming import trim_punctuation
from questions.verbs import verb_group
from questions.wording import phrase

HARM = {
    "kill": "killed", "injure": "injured", "wound": "wounded", "displace": "displaced",
    "destroy": "destroyed", "damage": "damaged", "hospitalise": "hospitalised",
    "hospitalize": "hospitalized", "sicken": "sickened",
}  # fmt: skip


# What may hang on people who are counted: an adjective would be a part of the count.
COUNTED = frozenset(("nummod", "punct", "cc", "conj", "prep"))


def casualties(story: Story) -> Iterator[partial[Candidate]]:
    """'…, killing at least two people and injuring 16' → 'How many people were killed when …?'."""
    for verb in story.reading.doc:
        if verb.tag_ != "VBG" or verb.lemma_ not in HARM:
            continue
        top = verb.head if verb.dep_ == "conj" and verb.head.lemma_ in HARM else verb
        clause = clause_of(top.head) if top.dep_ == "advcl" else None
        harmed = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if clause is None or harmed is None or not behind_comma(top):
            continue
        counted = next((c for c in harmed.children if c.dep_ == "nummod"), None)
        number = harmed if harmed.tag_ == "CD" else counted
        plain = harmed == number or {c.dep_ for c in harmed.children} <= COUNTED
        bare = harmed == number and verb.lemma_ in ("destroy", "damage")
        quantity = quantity_of(story, number)
        if quantity is not None and quantity.value >= 2 and plain and not bare:
            noun = story.reading.text(harmed) if harmed != number else "people"
            told = f"{noun} were {HARM[verb.lemma_]}"
            yield partial(casualty, story, clause, verb, told, quantity)


def behind_comma(token: Token) -> bool:
    """Whether a comma stands before a word."""
    return token.i > 0 and bool(token.nbor(-1).text == ",")


def passengers(story: Story) -> Iterator[partial[Candidate]]:
    """'with 118 people aboard' → 'How many people were aboard when the train struck …?'."""
    for noun in story.reading.doc:
        number = number_of(noun) if noun.head.lower_ == "with" and noun.tag_ == "NNS" else None
        behind = noun.doc[noun.i + 1 : noun.i + 3].text.lower()
        if number is None or not behind.startswith(("aboard", "on board")):
            continue
        verbs = (t for t in noun.ancestors if t.pos_ == "VERB" and t.dep_ not in ("acl", "relcl"))
        verb = next(verbs, None)
        clause = clause_of(verb) if verb is not None else None
        quantity = quantity_of(story, number)
        if clause is None or quantity is None or quantity.value < MANY:
            continue
        gone = {t.i for t in noun.head.subtree}
        subject = tuple(t for t in clause.subject_words if t.i not in gone)
        body = tuple(t for t in clause.body if t.i not in gone)
        bare = replace(clause, subject_words=subject, body=body)
        yield partial(casualty, story, bare, noun, f"{noun.text} were aboard", quantity)


def casualty(story: Story, clause: Clause, told: Token, fate: str, quantity: Quantity) -> Candidate:
    """The question for how many suffered something when something happened."""
    subject = phrase(story, clause.subject_words)
    behind = [t for t in clause.body if t.i > clause.verb.i]
    tail = phrase(story, trim_punctuation(behind), bound=clause.subject)
    asked = asking(f"how many {fate}", quantity)
    event = " ".join([subject.text, *verb_group(clause), tail.text])
    said = according(story, clause)
    stem = f"{asked} when {event}{said.text}?"
    question, here = together(tidy(stem), (subject, tail, said)), story.sentence(told)
    return Candidate(
        question.text,
        quantity.text,
        AnswerType.NUMBER,
        fate.partition(" ")[0],
        min(here, question.first),
        here,
        0.8,
        quantity,
        doubts=question.doubts,
        traits=("casualty",),
    )

"""What nobody would ask for, however well it can be worded."""

from collections.abc import Iterator
from itertools import pairwise

from questions import lexicon
from questions.candidates import Key
from questions.facts import Clause
from questions.items import AnswerType
from questions.quantities import Quantity
from questions.story import YEAR, Story, named_by
from questions.tree import Token

# Verbs that a count goes with, year by year: the count is the point, not the year.
COUNTING = frozenset(
    "be have employ hold stand number total cost cause kill claim attract reach earn produce make "
    "raise receive record account get see carry export import sell lose generate report spend "
    "belong comprise contain house serve own take land grow harvest treat suffer".split()
)
STATES = frozenset("be have stand hold number total".split())
RESIDING = frozenset("live reside run own keep manage hold work".split())
CALLINGS = frozenset("study teach lecture research specialise specialize".split())
SPEAKING = lexicon.REPORTING | frozenset("complain joke quip remark reply answer respond".split())
BOOKING = frozenset("report post record book announce".split())
FORETELLING = frozenset("foresee predict forecast expect foretell plan schedule".split())
THINKING = frozenset("suggest argue believe think claim note write estimate".split())
UNTOLD = frozenset(("something", "anything", "nothing"))
MARKET = frozenset("close trade finish end fall rise drop climb open jump slip gain".split())
MEMBERS = frozenset("nsubj nsubjpass dobj attr".split())
EXAMPLES = frozenset(("suppose", "imagine", "say", "consider", "take"))
INDEFINITE = frozenset(("a", "an"))
# Sentences in which an obituary tells of the death.
OPENING = 3


def worthless(story: Story, clause: Clause, key: Key) -> Iterator[str]:
    """Why a true and clear question about a clause is not worth asking."""
    if any(t.lower_ in UNTOLD and t.dep_ == "dobj" for t in clause.body):
        yield "something that is not told"
    if key.answer_type == AnswerType.DATE:
        yield from idle_dates(story, clause, key)
    if key.answer_type in (AnswerType.DATE, AnswerType.DURATION) and mute(clause):
        yield "the time of words that are left out"
    if key.asks.lower() == "for how long" and routine(story, clause):
        yield "how long a bystander has done something"
    if key.asks.lower() == "for how long" and clause.verb.lemma_ in BOOKING:
        yield "the time that a figure is of"
    if key.answer_type in (AnswerType.PLACE, AnswerType.PERSON):
        yield from idle_names(story, clause, key)
    if key.quantity is not None:
        yield from idle_numbers(clause, key, key.quantity)


def idle_names(story: Story, clause: Clause, key: Key) -> Iterator[str]:
    """Where shares are traded, where a bystander lives, which country it was."""
    place = key.answer_type == AnswerType.PLACE
    if place and traded(clause):
        yield "where shares are traded"
    if place and key.kind == "country" and key.is_subject:
        yield "a country that readers of the article know"
    told = key.is_subject and not place and bystander(story, clause.subject)
    if told and clause.verb.lemma_ in ("live", "reside"):
        yield "where a bystander lives"
    if told and lives_by(clause.verb):
        yield "what a bystander does for a living"


def lives_by(verb: Token) -> bool:
    """'who studies lakes at Lund', 'who runs a kiosk': told beside a name, and of many others."""
    one = any(c.dep_ == "dobj" and c.left_edge.lower_ in INDEFINITE for c in verb.children)
    calling = verb.lemma_ in CALLINGS and verb.tag_ == "VBZ"
    return verb.dep_ in ("relcl", "acl") and (
        calling or verb.lemma_ == "work" or (verb.lemma_ in ("run", "head") and one)
    )


def idle_numbers(clause: Clause, key: Key, quantity: Quantity) -> Iterator[str]:
    """A few who speak, digits that nobody recalls, examples."""
    few = quantity.value <= 3 and key.is_subject
    if few and clause.verb.lemma_ in lexicon.REPORTING:
        yield "a few people who speak"
    if exact(quantity):
        yield "a number with more digits than anybody recalls"
    if supposed(clause):
        yield "an example, not a fact"


def idle_dates(story: Story, clause: Clause, key: Key) -> Iterator[str]:
    """Days of publication, years of a statistic, and how long a bystander has lived somewhere."""
    verb = clause.verb
    foretold = verb.lemma_ in FORETELLING and verb.tag_ in ("VBD", "VBN")
    if foretold and any(c.dep_ == "dobj" for c in clause.body):
        yield "a time of what was foretold"
    if key.kind in ("day", "month") and verb.lemma_ in THINKING and clause_behind(verb):
        yield "a day of words"
    if verb.lemma_ == "publish":
        yield "a day of publication"
    if verb.lemma_ == "die" and story.sentence(verb) < OPENING and reported(story, key):
        yield "the year of a death that is news"
    since = key.asks.startswith("Since")
    told = [t for t in (*clause.subject_words, *clause.body) if t.i not in key.tokens]
    passing = STATES if key.kind in ("day", "month") else COUNTING
    if (since or verb.lemma_ in passing) and any(counts(t, verb) for t in told):
        yield "a figure, not its year, is the point"
    if (since and verb.lemma_ in RESIDING) and bystander(story, clause.subject):
        yield "the years of a bystander"


def clause_behind(verb: Token) -> bool:
    """'suggested that the marsh was drained', which counts, and not when it was suggested."""
    return any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)


def reported(story: Story, key: Key) -> bool:
    """Whether a year is the article's own, of which people are heard."""
    return bool(story.reading.quoted) and key.text == str(max(story.years, default=0))


def traded(clause: Clause) -> bool:
    """'Shares of Hansung closed 2.9% higher in Seoul'."""
    share = clause.subject.lemma_.lower() in ("share", "stock")
    return share and clause.verb.lemma_ in MARKET


def mute(clause: Clause) -> bool:
    """'“Everyone asks,” he complained in 2004': of what is said only that it is said."""
    said = any(t.dep_ in ("dobj", "ccomp", "xcomp", "oprd") for t in clause.body)
    passive = clause.passive or clause.verb.dep_ == "acl"
    return clause.verb.lemma_ in SPEAKING and not passive and not said


def routine(story: Story, clause: Clause) -> bool:
    """'Ida Moss, who has sold fish for 30 years, says …': told of a witness in passing."""
    perfect = any(t.lower_ in ("has", "have") for t in clause.auxiliaries)
    return perfect and clause.verb.dep_ in ("relcl", "acl") and bystander(story, clause.subject)


def counts(number: Token, verb: Token) -> bool:
    """Whether a number counts the subject or object of a verb, or what that consists of."""
    if number.tag_ != "CD" or YEAR.fullmatch(number.text) or number.ent_type_ == "DATE":
        return False
    chain = [number, *number.ancestors]
    top = next((a for a, b in pairwise(chain) if b == verb), None)
    return top is not None and (top.dep_ in MEMBERS or top.lower_ == "at")


def bystander(story: Story, subject: Token) -> bool:
    """A person whom the headline does not name."""
    person = story.person(named_by(story, subject))
    if person is None:
        return subject.lower_ in ("he", "she", "who")
    surname = person.name.split()[-1].lower()
    return person != story.names.hero and surname not in story.headline_words


def exact(quantity: Quantity) -> bool:
    """Six digits, of which none is a rounded nought, or decimals behind a thousand."""
    return bool(quantity.decimals) and quantity.value >= 1000


def supposed(clause: Clause) -> bool:
    """'A bank charges 9% on a loan': somebody or something, at any time, is an example."""
    subject = clause.subject
    some = any(c.lower_ in INDEFINITE or c.lower_ == "typical" for c in subject.children)
    plain = not any(c.dep_ in ("prep", "appos", "relcl", "acl") for c in subject.children)
    present = clause.verb.tag_ in ("VBZ", "VBP") and not clause.auxiliaries
    sent = clause.verb.sent
    opened = sent[0].lower_ in EXAMPLES and sent[0].pos_ == "VERB"
    example = any(
        t.lower_ in ("example", "instance") and t.nbor(-1).lower_ == "for" for t in sent[1:]
    )
    return opened or example or (some and plain and present and subject.pos_ == "NOUN")

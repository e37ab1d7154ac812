"""Why a clause and a key make no question, whatever the words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from lemminflect import getAllLemmas

from questions import lexicon
from questions.candidates import Key
from questions.circles import is_human
from questions.facts import Clause
from questions.grammar import FINITE
from questions.items import AnswerType
from questions.miscounts import uncounted
from questions.participles import lender
from questions.scars import scarred
from questions.story import Story, looks_ahead
from questions.tree import Token
from questions.trimming import emptied
from questions.verbs import lemma
from questions.wanting import wanting
from questions.whereabouts import OWNED, misplaced
from questions.worth import worthless

TALES = frozenset("story tale truth lie joke question".split())
HEARD = frozenset("tell ask inform remind warn assure".split())
# Whose they are has a calling that few share: a lawyer's clients, a priest's parishioners.
SERVED = frozenset("client patient parishioner constituent pupil".split())
INDEFINITE = frozenset("something someone somebody anything anyone everything those".split())
TOGETHER = frozenset(("agree", "concur", "fight"))
MEASURES = frozenset("amount number sum figure total proportion".split())
# What is under way as a whole: 'is recalling 62,000 units'.
UNDER_WAY = frozenset(
    "recall build seek offer buy sell cut hire invest spend open close launch recruit lay shut "
    "add create import order send bring".split()
)
# What somebody says of a thing in a word or two.
NAMING = frozenset("call dub label brand term".split())
# 'In which year did Lund return': from where, to what?
GOING = frozenset("return arrive depart dismiss sack reply respond".split())
# Whom or what one wants to do something for so long.
WANTING = frozenset("ask urge beg tell press call petition lobby want implore order".split())
# Others of them may have done it at another time.
SOME = frozenset("some several many most various".split())
LYING = frozenset("lie be stand sit live".split())


def objections(story: Story, clause: Clause, key: Key, rest: Sequence[Token]) -> Iterator[str]:
    """Why what is left of a clause cannot be asked, whatever the words."""
    yield from broken(story, clause, rest)
    yield from mismatched(clause, key)
    yield from shared(clause, key)
    doubled = (t for t in rest if t.dep_ == "conj" and t.tag_ in FINITE and t.head == clause.verb)
    undone = any(doubled) or any(map(deed, rest))
    if not key.is_subject and not clause.auxiliaries and undone:
        yield "a second verb that goes without “did”"  # 'did Lund arrive and retook'
    yield from worthless(story, clause, key)
    yield from wanting(clause, key, rest)
    judged = clause.verb.lemma_ == "find" and key.answer_type == AnswerType.PERSON
    if not rest and judged and not key.is_subject:
        yield "what somebody was found to be"
    if key.answer_type == AnswerType.DURATION and asking(clause, key):
        yield "a time of what is asked for, or of the asking"
    if key.answer_type == AnswerType.DATE and twice_dated(rest):
        yield "two times in one question"
    if key.answer_type == AnswerType.QUANTITY and clause.verb.doc[max(key.tokens)].dep_ == "cc":
        yield "one of two measures"  # 'is 190 km long and 80 km across'
    if not rest and key.asks.startswith(("Until", "From")):
        yield "one end of something that is only named"
    if not key.is_subject and indefinite(story, clause):
        yield "a thing of which nothing is said"


def deed(word: Token) -> bool:
    """The 'retook' of 'and retook Luanda', where the parser sees a part of the name."""
    return word.dep_ == "compound" and word.text.islower() and only_verb(word.lower_)


@lru_cache(maxsize=20_000)
def only_verb(form: str) -> bool:
    """'retook', which is a form of a verb and of nothing else."""
    found = getAllLemmas(form)
    past = not form.endswith("ing") and form not in found.get("VERB", ())
    return past and set(found) == {"VERB"}


def asking(clause: Clause, key: Key) -> bool:
    """'asked the government to wait for a year': 'For how long has it asked …' means another."""
    verb = clause.verb
    wanted = any(c.dep_ in ("xcomp", "ccomp") and c.i < min(key.tokens) for c in verb.children)
    return wanted and not clause.passive and lemma(verb) in WANTING and key.asks.startswith("For ")


def twice_dated(rest: Sequence[Token]) -> bool:
    """'seized 61 lines last year compared with 212 in 2019': another time is told besides.

    So it is in 'was taken by Angles in the 7th century and later by Scots in the 10th century'.
    """
    times = (t for t in rest if t.dep_ == "npadvmod" and t.lower_ in ("year", "month", "week"))
    if any(c.lower_ in ("last", "this", "next") for t in times for c in t.children):
        return True
    return any(t.lower_ == "century" and t.dep_ == "pobj" and t.head.lower_ == "in" for t in rest)


def indefinite(story: Story, clause: Clause) -> bool:
    """'A method was invented': a subject that is merely one of its kind."""
    noun = clause.subject
    said = [t for t in clause.subject_words if t != noun]
    bare = len(said) == 1 and said[0].lower_ in ("a", "an")
    if bare and any(map(emptied, noun.children)):
        return True  # 'A truce brokered in March': which one, that told.
    lemma = noun.lemma_.lower()
    striking = lemma in lexicon.DISASTERS or is_human(lemma)
    return bare and not striking and lemma not in story.familiar


def broken(story: Story, clause: Clause, rest: Sequence[Token]) -> Iterator[str]:
    """What is left does not hold together."""
    yield from scarred(clause, rest)
    yield from unsaid(clause)
    verb = clause.verb
    if clause.subject.dep_ == "expl" and not any(t.dep_ == "prep" for t in rest):
        yield "“there was” without a place"
    quoted = sum(t.i in story.reading.quoted for t in rest)
    naming = verb.lemma_ in NAMING or any(t.lower_ == "as" for t in rest)
    if quoted > (0 if naming else 4):
        yield "a quotation within the question"
    if verb.lemma_ in LYING and any(map(bearing, rest)):
        yield "a direction from somewhere that is not said"
    if one_sided(rest):
        yield "a comparison without its other side"
    if incomplete(verb, rest):
        yield f"“{verb.text}” lacks its complement"
    if clause.speaker is None and any(t.lemma_ in SERVED and owned(t) for t in rest):
        yield "whom somebody serves tells who speaks"
    if spent(clause):
        yield "“spend” lacks its object"
    if mute(verb, rest):
        yield f"“{verb.lemma_}” lacks its complement"


def incomplete(verb: Token, rest: Sequence[Token]) -> bool:
    """'Lund returned', 'Lund remained': not from where, or as what."""
    if lemma(verb) not in lexicon.INCOMPLETE:
        return not rest and lemma(verb) in GOING
    led = any(t.dep_ == "prep" and (t.head == verb or t.lower_ == "to") for t in rest)
    return not led and not any(t.dep_ in ("acomp", "advmod", "oprd") for t in rest)


def spent(clause: Clause) -> bool:
    """'Lund spent in 2003': neither what nor how long."""
    verb = clause.verb
    objects = (c for c in verb.children if c.dep_ in ("dobj", "npadvmod") and c in clause.body)
    return verb.lemma_ == "spend" and verb.tag_ != "VBN" and not any(objects)


def bearing(side: Token) -> bool:
    """'to the southeast' without what it is southeast of."""
    behind = side.dep_ == "pobj" and side.head.lower_ == "to" and side.lower_ in lexicon.COMPASS
    return behind and not any(c.lower_ == "of" for c in side.children)


def one_sided(rest: Sequence[Token]) -> bool:
    """'is as tall', 'is taller', without what it is compared with."""
    equal = [t for t in rest if t.lower_ == "as" and t.dep_ == "advmod"]
    if equal and sum(t.lower_ == "as" for t in rest) == len(equal):
        return True
    graded = (t for t in rest if t.tag_ == "JJR")
    compared = any(t.dep_ == "acomp" or t.head.lower_ in INDEFINITE for t in graded)
    return compared and not any(t.lower_ == "than" for t in rest)


def owned(noun: Token) -> bool:
    """'her client'."""
    return any(c.tag_ == "PRP$" for c in noun.children)


def mute(verb: Token, rest: Sequence[Token]) -> bool:
    """'Lund followed', 'Lund followed suit', 'Lund asked its residents': not whom, or not what."""
    if verb.lemma_ == "follow":
        after = [c for c in verb.children if c.dep_ in ("dobj", "agent", "ccomp")]
        passive = verb.dep_ == "acl" or any(c.dep_ == "auxpass" for c in verb.children)
        return not passive and all(c.lower_ == "suit" for c in after)
    done = [c for c in verb.children if c in rest]
    if verb.lemma_ == "leave":
        states = (c for c in verb.children if c.lower_ in ("with", "without") and c.i > verb.i)
        if any(c not in rest for c in states):
            return True
        parts = ("dobj", "dative", "oprd", "acomp", "xcomp")
        ways = ("for", "from", "on", "by")
        return not any(c.dep_ in parts or c.lower_ in ways for c in verb.children)
    objects = [c for c in done if c.dep_ in ("dobj", "dative")]
    if verb.lemma_ == "do":
        return verb.pos_ == "VERB" and not any(c.dep_ == "dobj" for c in verb.children)
    about = any(c.dep_ == "prep" and c.lower_ in ("of", "about", "for", "to") for c in done)
    told = about or any(c.dep_ in ("ccomp", "xcomp", "agent") for c in done) or len(objects) > 1
    return verb.lemma_ in HEARD and not told and not any(c.lemma_ in TALES for c in objects)


def unsaid(clause: Clause) -> Iterator[str]:
    """A subject that is no thing of its own: 'something', 'the amount released by the herd'."""
    noun = clause.subject
    if noun.lower_ in INDEFINITE:
        yield "a subject that says nothing"
    if clause.subject_words[0].dep_ == "cc":
        yield "a subject of which the first part is lost"
    whole = any(c.lower_ in ("of", "for") and c.i < clause.verb.i for c in noun.children)
    if clause.verb.dep_ in ("acl", "relcl") and noun.lemma_ in MEASURES and not whole:
        yield "an amount of something that is not said"
    bare = noun.pos_ == "NOUN" and not any(c.dep_ in OWNED for c in noun.children)
    if clause.verb.dep_ == "acl" and noun.dep_ == "pobj" and bare:
        yield "what holds only of such things as are spoken of"


def lasting(clause: Clause) -> bool:
    """'In 2011, Lund is the largest town': the year of a figure, and not of what is so."""
    present = clause.verb.lemma_ == "be" and clause.verb.tag_ in ("VBZ", "VBP")
    told = any(c.dep_ == "attr" for c in clause.verb.children)
    return present and told and not any(map(looks_ahead, clause.body))


def shared(clause: Clause, key: Key) -> Iterator[str]:
    """What is true of more than the key: of other times or sums, or of others who did the same."""
    if key.answer_type == AnswerType.DATE:
        yield from other_times(clause, key)
    if key.answer_type == AnswerType.MONEY and clause.subject.dep_ == "expl":
        yield "a sum that is merely there"
    if not key.is_subject:
        return
    if key.asks == "Who" and clause.verb.lemma_ in TOGETHER:
        yield "what others did as well"
    after = clause.verb.dep_ == "pcomp" and lender(clause.verb) is not None
    if key.quantity is not None and after:
        yield "a number of those who did something else"


def other_times(clause: Clause, key: Key) -> Iterator[str]:
    """What is so at other times as well: what still is, what was so again, what some did."""
    verb, tensed = clause.verb, (*clause.auxiliaries, clause.verb)[0]
    now = tensed.tag_ in ("VBZ", "VBP") and tensed.lemma_ != "have"
    if lasting(clause) or (now and key.kind in ("decade", "century")):
        yield "a date of what still is so"
    if any(c.lower_ == "again" for c in verb.children):
        yield "a date of what had been so before"
    objects = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    if any(c.lower_ in SOME for c in clause.subject.children) or any(
        c.lemma_ == "series" for c in objects
    ):
        yield "a date of several"
    ends = (t for t in clause.body if t.lower_ == "until" and t.i not in key.tokens)
    if not key.asks.startswith("Until") and any(ends):
        yield "a date of the beginning, and the end besides"


def mismatched(clause: Clause, key: Key) -> Iterator[str]:
    """What is asked for does not go with the verb's tense or number."""
    verb = clause.verb
    perfect = any(a.lemma_ == "have" and a.tag_ in ("VBZ", "VBP") for a in clause.auxiliaries)
    if key.answer_type == AnswerType.DATE and perfect != key.asks.startswith("Since"):
        yield "a date that does not go with the tense"
    plural = verb.tag_ == "VBP" or any(a.tag_ == "VBP" for a in clause.auxiliaries)
    single = key.asks in ("Who", "What") or (key.asks.startswith("Which") and not key.plural)
    if key.is_subject and single and plural:
        yield "a plural subject"
    if key.asks == "Who" and key.is_subject and list(clause.subject.conjuncts):
        yield "one of several who did it"
    limited = (t for t in clause.subject_words if t.lower_ == "only" and t.head.pos_ != "NUM")
    if not key.is_subject and any(limited):
        yield "“only” said of the subject"
    if misplaced(clause, key):
        yield "what is asked for belongs to another word"
    if key.quantity is not None:
        yield from uncounted(clause, key)
    if key.asks.startswith("Until") and verb.lemma_ == "take":
        yield "“until” for a duration"
    passing = any(a.lower_ == "being" for a in clause.auxiliaries)
    told = verb.dep_ == "acl" or lender(verb) is not None or verb.lemma_ in UNDER_WAY
    if passing or (key.noun and not key.framed and verb.tag_ == "VBG" and not told):
        yield "a number that holds for a moment only"

"""What a question is made of, by name, for the ranker."""

from questions import lexicon
from questions.candidates import Key
from questions.facts import Clause
from questions.numbers import WORDED
from questions.participles import lender
from questions.story import Story
from questions.tree import Token
from questions.trimming import set_off, weekday_phrase

PLAIN = frozenset("be have make do take give get".split())
MUCH, SOME, FEW = 12, 4, 2
WH = frozenset(("how", "what", "which"))
HEDGES = frozenset("about at least more than".split())


def traits(story: Story, clause: Clause, key: Key) -> tuple[str, ...]:
    """The names of what is there; what is not is left out."""
    found = {
        f"form {form(key)}": True,
        f"asks {asked(key)}": key.quantity is not None or key.kind in WORDED,
        f"clause {clause.verb.dep_}": True,
        f"verb {sort(clause.verb)}": True,
        f"does {clause.verb.lemma_.lower()}": True,
        f"subject {kind_of(story, clause.subject)}": not key.is_subject,
        f"dropped {dropped(clause)}": True,
        "front": bool(clause.front),
        "circumstance": bool(clause.circumstance),
        "speaker": clause.speaker is not None,
        "borrowed subject": lender(clause.verb) is not None,
        "framed": clause.place is not None,
        "modal": any(a.tag_ == "MD" for a in clause.auxiliaries),
        "passive": clause.passive,
        "perfect": any(a.lemma_ == "have" for a in clause.auxiliaries),
        "day dropped": (undated := any(pointing(c) for c in clause.verb.children)),
        "figure without its day": undated and key.quantity is not None,
        "clause left": any(t.dep_ in ("relcl", "acl", "ccomp", "advcl") for t in clause.body),
        "frame": key.framed,
        "range": key.quantity is not None and bool(key.quantity.span),
        "nested": nested(clause, key),
        "in passing": any(in_passing(story, t) for t in clause.body if t.i not in key.tokens),
        "subject in passing": not key.is_subject and in_passing(story, clause.subject),
        "restrictive": clause.verb.dep_ == "relcl" and not set_off(clause.verb),
        "bare object": any(bare(t) for t in clause.body if t.i not in key.tokens),
    }
    return tuple(name for name, there in found.items() if there)


def asked(key: Key) -> str:
    """How a number is asked for: 'how many', 'what level', 'how large a'."""
    words = [w for w in key.asks.lower().split() if w not in HEDGES]
    return next((" ".join(words[n : n + 2]) for n, w in enumerate(words) if w in WH), "otherwise")


def form(key: Key) -> str:
    """What is asked for: the subject, the doer of a passive, or something else."""
    return "active" if key.agent else "subject" if key.is_subject else "other"


def sort(verb: Token) -> str:
    """A verb that says little by itself, one of saying, or any other."""
    reporting = "saying" if verb.lemma_ in lexicon.REPORTING else "full"
    return verb.lemma_ if verb.lemma_ in PLAIN else reporting


def kind_of(story: Story, noun: Token) -> str:
    """How well a noun is known: a name, of the headline, a pronoun, definite, or merely some."""
    if noun.pos_ == "PROPN":
        return "name"
    if noun.pos_ == "PRON":
        return "pronoun"
    if noun.lemma_.lower() in story.familiar:
        return "of the headline"
    determiners = {c.lower_ for c in noun.children if c.dep_ == "det"}
    modified = any(c.dep_ not in ("det", "punct") for c in noun.children)
    known = "definite" if "the" in determiners else "some"
    return f"{known} modified" if modified else f"{known} bare"


def dropped(clause: Clause) -> str:
    """How much of the clause was left out."""
    gone = len(list(clause.verb.subtree)) - len(clause.body) - len(clause.subject_words)
    return "much" if gone > MUCH else "some" if gone > SOME else "little"


def pointing(child: Token) -> bool:
    """A time that only the day of reading tells, left out of the stem."""
    return weekday_phrase(child) or child.lower_ in lexicon.RELATIVE_TIMES


def nested(clause: Clause, key: Key) -> bool:
    """Whether what is asked for belongs to a noun, not to the verb."""
    first = clause.verb.doc[min(key.tokens)]
    tops = [t for t in (first, *first.ancestors) if t.i in key.tokens]
    return bool(tops) and tops[-1].head != clause.verb and not key.is_subject


def in_passing(story: Story, token: Token) -> bool:
    """'the delay' of which an article speaks once or twice, and its headline not at all."""
    lemma = token.lemma_.lower()
    the = token.pos_ == "NOUN" and any(c.lower_ == "the" for c in token.children)
    return the and lemma not in story.headline_words and len(story.nouns.get(lemma, ())) <= FEW


def bare(token: Token) -> bool:
    """A singular noun with 'the' or 'a' and nothing else: 'the delay', 'an agreement'."""
    plain = token.pos_ == "NOUN" and token.dep_ in ("dobj", "pobj", "attr")
    children = [c for c in token.children if not c.is_punct]
    return plain and len(children) == 1 and children[0].dep_ == "det"

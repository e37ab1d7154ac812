"""A clause's verb in the forms that questions need."""

from collections.abc import Sequence
from functools import lru_cache

from lemminflect import getInflection, getLemma

from questions import lexicon
from questions.facts import Clause
from questions.grammar import indefinite, is_plural
from questions.participles import lender, passive, stranded
from questions.tree import Token
from questions.trimming import DAYTIMES, FILLERS

# 'the firm, based in Lund': it still is.
STATES = frozenset(("base", "headquarter", "locate", "situate", "list"))
# 'has been jailed for': asked of the day it was decided, not of a time that runs.
DECIDED = frozenset("jail imprison sentence ban suspend fine".split())
# Adverbs that a question can do without, or that hang on what was said before.
IDLE = (
    FILLERS
    | lexicon.RELATIVE_TIMES
    | frozenset(
        "only even ever later since well thereby simply subsequently separately "
        "simultaneously similarly likewise".split()
    )
)


class NoStem(Exception):
    """No clean question exists for a key."""


def written(token: Token) -> str:
    """An auxiliary or verb in full: 'is' for the 's of 'who's'."""
    if token.text in ("'s", "’s"):
        return "has" if token.lemma_ == "have" else "is"
    return token.lower_


def several(clause: Clause) -> bool:
    """Whether the subject, or what there is, is plural; a partner left out does not count."""
    subject = clause.subject
    if subject.dep_ == "expl":
        things = (c for c in clause.verb.children if c.dep_ in ("attr", "dobj", "nsubj"))
        return any(is_plural(thing) for thing in things)
    apart = [c for c in subject.children if c.dep_ == "conj" and c not in clause.subject_words]
    return subject.tag_ in ("NNS", "NNPS") if apart else is_plural(subject)


def active_group(clause: Clause, *, plural: bool) -> list[str]:
    """The verb group of a passive clause in the active."""
    verb = clause.verb
    words = [a.lower_ for a in clause.auxiliaries if a.dep_ != "auxpass"]
    form = next((a for a in clause.auxiliaries if a.dep_ == "auxpass"), None)
    if form is None:
        return inflected(verb, "VBD")
    if form.lower_ == "being":
        raise NoStem("an action under way")
    if not words:
        tag = "VBD" if form.tag_ == "VBD" else "VBP" if plural else "VBZ"
        return inflected(verb, tag)
    if form.tag_ == "VBN":
        has = {"has": "have"} if plural else {"have": "has"}
        return [*(has.get(w, w) for w in words), verb.lower_]
    return [*words, lemma(verb)]


def inflected(verb: Token, tag: str) -> list[str]:
    """One form of a verb."""
    found = getInflection(lemma(verb), tag)
    return [found[0] if found else verb.lower_]


def verb_group(clause: Clause) -> list[str]:
    """Auxiliaries and verb; a past perfect under a report becomes a simple past."""
    words = [written(a) for a in clause.auxiliaries]
    if any(a.lemma_ == "get" for a in clause.auxiliaries):
        raise NoStem("'got rid' is no passive")
    if clause.verb.tag_ == "VB" and words[-1:] == ["be"]:
        raise NoStem("'be' before a bare verb")
    if clause.verb.dep_ == "acl" or lender(clause.verb) is not None:
        return participle_group(clause)
    if simple(clause, words):
        return simple_past(clause, words)
    return [*words, written(clause.verb)]


def simple(clause: Clause, words: Sequence[str]) -> bool:
    """Whether a perfect is asked as a simple past: a past perfect, or what happened on one day."""
    if words[:1] in (["has"], ["have"]):
        return clause.verb.lemma_ == "die" or (
            clause.verb.lemma_ in DECIDED and list(words[1:]) == ["been"]
        )
    doing = clause.verb.tag_ == "VBG"  # 'had been living there for three years'
    lasting = doing or any(c.lower_ == "since" or so_far(c) for c in clause.verb.children)
    return words[:1] == ["had"] and not clause.circumstance and not lasting


def so_far(part: Token) -> bool:
    """'had been cleared so far', 'by nightfall 90 had come': told of all up to then."""
    far = part.lower_ == "far" and any(c.lower_ == "so" for c in part.children)
    return far or (part.dep_ == "prep" and part.lower_ == "by" and any(map(timed, part.children)))


def timed(noun: Token) -> bool:
    """'nightfall', 'May', 'then', '1932'."""
    if indefinite(noun):
        return False  # 'had fallen by a quarter'
    if noun.lower_ == "then" or noun.lemma_.lower() in DAYTIMES - {"hour", "day"}:
        return True
    return noun.ent_type_ == "DATE" and noun.lemma_.lower() not in lexicon.TIME_UNITS


def simple_past(clause: Clause, words: Sequence[str]) -> list[str]:
    """The verb group in the simple past."""
    was = "were" if several(clause) else "was"
    if words[1:2] == ["been"]:
        return [was, *words[2:], written(clause.verb)]
    return [was] if clause.verb.lemma_ == "be" else inflected(clause.verb, "VBD")


def told(clause: Clause) -> list[str]:
    """The verb group of a statement with the adverb inside it: 'first won', 'was last seen'."""
    group = verb_group(clause)
    whole = len(group) == len(clause.auxiliaries) + 1 and lemma(clause.verb) != "be"
    # 'will eventually be closed': where the article has it.
    later = [a for a in clause.auxiliaries if any(t.i < a.i for t in inside(clause.verb))]
    before = len(group) - (lemma(clause.verb) != "be") - (len(later) if whole else 0)
    return [*group[:before], *adverbs(clause.verb), *group[before:]]


def adverbs(verb: Token) -> list[str]:
    """The single adverbs next before a verb, but those that point at what was said before."""
    words = [t.lower_ for t in inside(verb)]
    return [w for w in words if w in ("last", "each") or w not in IDLE]


def inside(verb: Token) -> list[Token]:
    """The single adverbs between the auxiliaries and the verb, or next before it."""
    found: list[Token] = []
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        if token.head != verb or token.dep_ not in ("advmod", "aux", "auxpass", "dep"):
            break
        if (token.tag_ in ("RB", "RBS") or token.lower_ == "each") and not list(token.children):
            found.insert(0, token)
    return found


def participle_group(clause: Clause) -> list[str]:
    """A participle as a finite verb."""
    verb, plural = clause.verb, several(clause)
    if not passive(verb):
        return inflected(verb, told_in(clause))
    if verb.lemma_ in STATES:
        return ["are" if plural else "is", verb.lower_]
    return ["were" if plural else "was", verb.lower_]


def told_in(clause: Clause) -> str:
    """The tense of the sentence around a participle, as the tag of a finite verb."""
    if stranded(clause.verb):
        return "VBD"
    main = lender(clause.verb)
    told = clause.verb.sent if main is None else [main, *main.children]
    told = [*told, *(c for c in clause.verb.children if c.lower_ == "having")]
    past = any(t.tag_ == "VBD" or t.lower_ in ("has", "have", "having") for t in told)
    return "VBD" if past else "VBP" if several(clause) else "VBZ"


def inverted(clause: Clause) -> list[str]:
    """The finite auxiliary, found or made with 'do', then what follows the subject."""
    group = told(clause)
    if len(verb_group(clause)) > 1 or lemma(clause.verb) == "be":
        return group
    tag = "VBD" if clause.auxiliaries else clause.verb.tag_
    if tag == "VBG" or lender(clause.verb) is not None:
        tag = told_in(clause)
    if tag == "VBP" and not several(clause):
        tag = "VBD"  # 'the project cost': the tagger cannot tell the forms apart
    helper = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(tag, "did")
    return [helper, *adverbs(clause.verb), lemma(clause.verb)]


@lru_cache(maxsize=20_000)
def lemmas(form: str) -> tuple[str, ...]:
    """The base forms that a verb's form may be of."""
    return tuple(getLemma(form, upos="VERB"))


def lemma(verb: Token) -> str:
    """The base form of a verb."""
    found = lemmas(verb.lower_)
    return verb.lemma_.lower() if verb.lemma_.lower() in found or not found else str(found[0])

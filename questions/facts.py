"""A story's statements: clauses that the article asserts, made simple and whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from questions import lexicon
from questions.story import Story, subject_of

FINITE = frozenset(("VBD", "VBZ", "VBP"))
MODALS = frozenset("would could may might should must can ca 'd shall".split())
CONDITIONS = frozenset(("if", "unless", "whether", "provided", "lest"))
LOOSE = frozenset(
    ("as", "while", "after", "before", "when", "although", "though", "because", "since")
)


@dataclass(frozen=True)
class Clause:
    """A statement: a verb with its subject and what it reaches.

    `body` holds the predicate behind the auxiliaries, in the article's order, the verb included and
    loose parts left out; `front` a phrase that opens the sentence and limits what is said;
    `circumstance` a clause of time at its end ('when a train hit debris').
    `speaker` is the subject of the reporting verb, where the article only reports.
    """

    verb: Token
    subject: Token
    subject_words: tuple[Token, ...]
    auxiliaries: tuple[Token, ...]
    body: tuple[Token, ...]
    front: tuple[Token, ...] = ()
    circumstance: tuple[Token, ...] = ()
    speaker: Token | None = None

    @property
    def passive(self) -> bool:
        """Whether the subject undergoes what the verb says."""
        return any(a.dep_ == "auxpass" for a in self.auxiliaries) or self.verb.dep_ == "acl"


def clauses(story: Story) -> Iterator[Clause]:
    """Every clause that is asserted or attributed to a named speaker."""
    for token in story.reading.doc:
        if token.pos_ in ("VERB", "AUX") and token.i not in story.reading.quoted:
            clause = clause_of(token)
            if clause is not None:
                yield clause


def clause_of(verb: Token) -> Clause | None:
    """The clause around a verb; None where it is negated, hypothetical or incomplete."""
    subject, auxiliaries = subject_and_auxiliaries(verb)
    if subject is None or not finite(verb, auxiliaries) or not asserted(verb, auxiliaries):
        return None
    if garden_path(verb, auxiliaries):
        return None
    held, speaker = holder(verb)
    if not held:
        return None
    if verb.dep_ == "relcl":
        if not agrees(subject, verb, auxiliaries):
            return None
        subject = verb.head
    if subject.tag_ in ("WP", "WDT", "EX"):
        return None
    words = noun_phrase(subject)
    body = [t for t in kept(verb) if t not in words and t not in auxiliaries and t.dep_ != "expl"]
    opening = front(verb, subject)
    if opening is None:
        return None
    # What stands before the subject and is not a limiting phrase is loose.
    behind = min([verb.i, *(a.i for a in auxiliaries)])
    body = [t for t in body if t.i >= behind and (verb.dep_ != "relcl" or t.i > verb.head.i)]
    when = circumstance(verb)
    who = speaker or aside(verb)
    return Clause(verb, subject, tuple(words), auxiliaries, tuple(body), opening, when, who)


def circumstance(verb: Token) -> tuple[Token, ...]:
    """A clause of time that no comma sets off, without its own loose parts."""
    for child in verb.children:
        timed = any(c.lower_ in ("when", "after", "as", "while") for c in child.children)
        if child.dep_ == "advcl" and timed and child.i > verb.i and not set_off(child):
            return tuple(trim_punctuation(kept(child)))
    return ()


def aside(verb: Token) -> Token | None:
    """Who says so, in a remark set between or behind the words: '…, officials said'."""
    for child in verb.children:
        if child.dep_ in ("parataxis", "ccomp", "dep") and child.lemma_ in lexicon.REPORTING:
            if set_off(child) and not any(c.dep_ in ("ccomp", "dobj") for c in child.children):
                return subject_of(child)
    return None


def subject_and_auxiliaries(verb: Token) -> tuple[Token | None, tuple[Token, ...]]:
    """Its own, or those of the verb it is coordinated with."""
    own = tuple(c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ != "TO")
    subject = subject_of(verb)
    if subject is None and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        subject, shared = subject_and_auxiliaries(verb.head)
        own = own or (shared if verb.tag_ in ("VBN", "VB", "VBG") else ())
    return subject, own


def finite(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Whether the verb group has a tense."""
    first = auxiliaries[0] if auxiliaries else verb
    # The tagger takes "stated" for a participle even where it has its own subject.
    mistagged = first.tag_ == "VBN" and verb.dep_ == "ROOT" and verb.lemma_ in lexicon.REPORTING
    return first.tag_ in FINITE or first.lower_ == "will" or mistagged


def garden_path(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Whether a participle is taken for the verb: 'a train struck derailed wagons'."""
    before = verb.nbor(-1) if verb.i else verb
    return not auxiliaries and before != verb and before.pos_ == "VERB" and before.tag_ in FINITE


def asserted(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Not negated, not modal, not under a condition, not a question."""
    if any(a.lower_ in MODALS for a in auxiliaries):
        return False
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "hardly", "yet", "nearly", "almost"):
            return False
        if child.dep_ in ("mark", "advmod") and child.lower_ in CONDITIONS:
            return False
        if child.dep_ == "advcl" and any(g.lower_ in CONDITIONS for g in child.children):
            return False
        if child.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and any(
            g.lower_ in ("no", "neither", "few", "little") for g in (child, *child.children)
        ):
            return False
    return verb.sent[-1].text != "?"


def holder(verb: Token) -> tuple[bool, Token | None]:
    """Whether the clause holds, and who says so: climbs from a complement to its reporting verb."""
    above = verb.head
    match verb.dep_:
        case "ROOT":
            found: tuple[bool, Token | None] = (True, None)
        case "conj" if above.pos_ in ("VERB", "AUX"):
            found = holder(above)
        case "relcl":
            found = (unbroken(above), None)
        case "ccomp":
            found = reported(verb)
        case "advcl" if any(c.dep_ == "mark" and c.lower_ in LOOSE for c in verb.children):
            found = holder(above)
        case _:
            found = (False, None)
    return found


def reported(verb: Token) -> tuple[bool, Token | None]:
    """A complement holds under an affirmed reporting verb with a speaker."""
    above = verb.head
    subject, auxiliaries = subject_and_auxiliaries(above)
    said = above.lemma_ in lexicon.REPORTING and asserted(above, auxiliaries)
    held, _ = holder(above) if above.dep_ != "ccomp" else (False, None)
    clear = not any(c.dep_ == "mark" and c.lower_ != "that" for c in verb.children)
    return (said and held and clear and subject is not None), subject


def unbroken(noun: Token) -> bool:
    """Whether a relative clause hangs on a noun of a statement that is itself asserted."""
    top = noun
    while top.dep_ != "ROOT":
        top = top.head
        if top.dep_ in ("advcl", "ccomp", "acl", "pcomp") or top.lemma_ in lexicon.DOUBTING:
            return False
    return True


def agrees(pronoun: Token, verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """A relative pronoun whose antecedent has the number of the verb, and who only for people."""
    if pronoun.lower_ not in ("who", "which", "that") or pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    first = auxiliaries[0] if auxiliaries else verb
    plural = verb.head.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in verb.head.children)
    if first.lower_ in ("was", "is", "has", "does") or first.tag_ == "VBZ":
        return not plural
    if first.lower_ in ("were", "are", "have", "do") or first.tag_ == "VBP":
        return plural
    return verb.head.head.dep_ != "pobj"


def set_off(token: Token) -> bool:
    """Whether a comma, dash or bracket opens the phrase."""
    first = token.doc[min(t.i for t in token.subtree)]
    return first.i > 0 and first.nbor(-1).text in (",", "–", "—", "-", "(", "--", ":")


def kept(head: Token) -> list[Token]:
    """The tokens under a head without its loose parts, in order."""
    parts = [t for child in head.children if not loose(child) for t in kept(child)]
    return sorted([*parts, head], key=lambda t: t.i)


def loose(token: Token) -> bool:
    """A part that can go without making the rest untrue or unclear."""
    if token.dep_ == "cc":
        return token.head.pos_ in ("VERB", "AUX")
    if token.dep_ == "punct":
        return False
    if token.dep_ in ("conj", "parataxis") and token.head.pos_ in ("VERB", "AUX"):
        return True
    if token.dep_ in ("dobj", "attr", "dep", "oprd") and token.i > token.head.i and set_off(token):
        return True
    if token.dep_ in ("relcl", "appos", "acl", "nmod", "npadvmod", "prep", "amod") and set_off(
        token
    ):
        return not is_attribution(token)
    if token.dep_ == "advcl":
        purpose = any(c.tag_ == "TO" for c in token.children) and not set_off(token)
        return not purpose
    if token.dep_ in ("advmod", "intj", "meta", "parataxis"):
        return set_off(token) or token.lower_ in FILLERS
    if (
        token.dep_ == "prep"
        and token.lower_ in LOOSE
        and any(c.dep_ == "pcomp" for c in token.children)
    ):
        return True
    return token.dep_ in ("prep", "npadvmod") and weekday_phrase(token)


CONNECTIVES = frozenset((
    "by contrast", "in contrast", "in fact", "in addition", "for example", "for instance",
    "of course", "as a result", "in turn", "by comparison", "on the other hand", "at the same time",
    "in response", "in particular", "as well",
))  # fmt: skip
FILLERS = frozenset(
    "also meanwhile however recently earlier already still later too now then instead therefore "
    "moreover furthermore thus currently previously publicly reportedly just once again".split()
)


def is_attribution(token: Token) -> bool:
    """'according to …'."""
    return token.lower_ == "according"


def weekday_phrase(token: Token) -> bool:
    """'on Thursday', 'in the early hours of Friday'."""
    return any(t.text in lexicon.WEEKDAYS for t in token.subtree) and not any(
        t.tag_ == "CD" or t.pos_ == "VERB" for t in token.subtree if t != token
    )


def front(verb: Token, subject: Token) -> tuple[Token, ...] | None:
    """The phrase before the subject, where it limits the statement; None where it is a clause."""
    if verb.dep_ in ("relcl",):
        return ()
    before = [
        c for c in verb.children if c.i < subject.i and c.dep_ not in ("punct", "cc", "mark", "aux")
    ]
    before = [c for c in before if c != subject and not c.dep_.startswith(("nsubj", "aux", "neg"))]
    words: list[Token] = []
    for child in before:
        if any(t.lower_ in lexicon.RELATIVE_TIMES - FILLERS for t in child.subtree):
            return None
        if child.dep_ in ("advmod", "advcl", "npadvmod", "ccomp") or weekday_phrase(child):
            continue
        if " ".join(t.lower_ for t in child.subtree) in CONNECTIVES:
            continue
        if child.dep_ != "prep" or words:
            return None
        words = kept(child)
    return tuple(words)


def noun_phrase(head: Token) -> list[Token]:
    """A noun phrase without its loose parts, contiguous coordination kept."""
    return trim_punctuation(kept(head))


def trim_punctuation(tokens: list[Token]) -> list[Token]:
    """Without punctuation that has lost a neighbour."""
    while tokens and tokens[-1].is_punct and tokens[-1].text not in ('"', "”", "'"):
        tokens = tokens[:-1]
    while tokens and tokens[0].is_punct and tokens[0].text not in ('"', "“"):
        tokens = tokens[1:]
    present = {t.i for t in tokens}
    return [
        t
        for t in tokens
        if not t.is_punct or (t.i - 1 in present and t.i + 1 in present) or t.text in "$€£%"
    ]

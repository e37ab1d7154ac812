"""Whose deed a verb tells: its own subject, or one that it shares."""

from questions import lexicon
from questions.grammar import subject_of
from questions.participles import described, lender, stranded
from questions.tree import Token
from questions.trimming import first_of

# What is done to somebody, who is the subject of a passive before it.
BESTOWING = frozenset(
    "elect appoint award grant elevate ordain crown knight nominate promote admit honour honor "
    "name commission".split()
)
# What is done to a thing; none of them is done by it where no object follows.
MAKING = frozenset(
    "finish complete build erect construct design restore repair enlarge extend rebuild renovate "
    "demolish consecrate dedicate paint print publish commission install inaugurate".split()
)
OBJECTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj"))
TIMES = frozenset("when before after until once although though while".split())


def subject_and_auxiliaries(verb: Token) -> tuple[Token | None, tuple[Token, ...]]:
    """Its own, or those of the verb it is coordinated with, or the noun a participle describes."""
    own = tuple(c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ != "TO")
    subject = subject_of(verb) or next((c for c in verb.children if c.dep_ == "expl"), None)
    if subject is None and (usurped(verb) or undecided(verb)):
        return None, own
    if subject is None and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        subject, shared = subject_and_auxiliaries(inserted(verb.head))
        own = own or (shared if shares(verb, shared) else ())
    if described(verb) or stranded(verb):
        return verb.head, ()
    main = lender(verb)
    if main is not None:
        return subject_and_auxiliaries(main)[0], ()
    return subject, own


def usurped(verb: Token) -> bool:
    """'…, and in the 52nd minute Hall somehow put it wide': Hall did, whatever the parser says."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    while before.tag_ == "RB" and before.i > verb.sent.start:
        before = before.nbor(-1)
    comma = any(t.text == "," for t in verb.doc[verb.head.i : before.i])
    name = before.tag_ == "NNP" and before.dep_ in ("appos", "compound", "npadvmod", "nmod", "dep")
    return verb.dep_ == "conj" and name and before.i > verb.head.i and comma


def undecided(verb: Token) -> bool:
    """'Hall said the firm had failed, but defended its head': Hall did, or the firm."""
    told = verb.head
    reports = told.head.lemma_ in lexicon.REPORTING and told.head.tag_ == "VBD"
    between = verb.doc[told.i : verb.i]
    same = verb.dep_ == "conj" and verb.tag_ == "VBD" and told.dep_ == "ccomp"
    return same and reports and told.head.i < told.i and any(t.lower_ == "but" for t in between)


def inserted(verb: Token) -> Token:
    """'The drug is cheap, she added, and has worked': what was said, not who said it."""
    said = (c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and subject_of(c))
    if verb.dep_ == "parataxis":
        return verb.head
    reports = verb.lemma_ in lexicon.REPORTING or verb.lemma_ == "point"
    return next(said, verb) if reports else verb


def shares(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """Whether a coordinated verb stands under the auxiliaries of the first."""
    if verb.tag_ == "VB":
        return any(a.tag_ == "MD" or a.lemma_ == "do" for a in auxiliaries)
    return verb.tag_ in ("VBN", "VBG") or bestowed(verb, auxiliaries)


def bestowed(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """'was praised and elected a member', 'was begun in May and finished in June'.

    Tagged as a past tense, but no person is the object of the one, and nothing that of the other.
    """
    passive = any(a.dep_ == "auxpass" for a in auxiliaries)
    if not passive or verb.tag_ != "VBD" or verb.dep_ != "conj":
        return False
    objects = [c for c in verb.children if c.dep_ in ("dobj", "ccomp", "xcomp")]
    person = any(c.dep_ == "dobj" and c.ent_type_ in ("PERSON", "ORG") for c in objects)
    return (verb.lemma_ in BESTOWING and not person) or (verb.lemma_ in MAKING and not objects)


def own_subject(verb: Token) -> Token | None:
    """The verb's subject, or that of the verb it is coordinated with or complements."""
    while (found := subject_of(verb)) is None:
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = verb.head
    return found


def explained(pronoun: Token) -> Token | None:
    """The firm of 'The firm tried once before: in 2019 it bid for a rival'."""
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    colon = next((t for t in before if t.text == ":"), None)
    first = next((t for t in before if t.dep_ in ("nsubj", "nsubjpass")), None)
    if colon is None or first is None or first.i > colon.i:
        return None
    others = (t for t in before if t.dep_ in OBJECTS and t != first and t.pos_ in ("NOUN", "PROPN"))
    return first if first.pos_ == "PROPN" and not any(named(t) for t in others) else None


def named(noun: Token) -> bool:
    """Whether a noun is a name of one thing, which 'it' may mean."""
    return noun.tag_ == "NNP"


def main_subject(pronoun: Token) -> Token | None:
    """The bus of 'The bus was parked when it was struck', where nothing else can be meant."""
    verb = pronoun.head
    timed = verb.dep_ == "advcl" and first_of(verb).lower_ in TIMES
    above = own_subject(verb.head) if timed or verb.dep_ == "conj" else None
    if above is None or above.i > pronoun.i:
        return None
    others = ("nsubj", "nsubjpass", "dobj") if timed else ("nsubj", "nsubjpass")
    between = pronoun.doc[above.i + 1 : pronoun.i]
    rival = any(t.dep_ in others and t.tag_ in ("NN", "NNP") for t in between)
    return None if rival else above

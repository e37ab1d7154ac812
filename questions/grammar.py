"""What the parse tells of a word by itself: its subject, its object, its verb, its number."""

from functools import lru_cache

from lemminflect import getAllLemmas

from questions.currencies import is_currency
from questions.tree import Token

# Tags of verbs that have a tense.
FINITE = frozenset(("VBD", "VBZ", "VBP"))
# Forms of verbs that show the number of the subject.
SINGULAR = frozenset("was is has does".split())
PLURAL = frozenset("were are have do".split())
PLACED = frozenset(("GPE", "LOC", "FAC", "ORG"))


def subject_of(verb: Token) -> Token | None:
    """The verb's own subject."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return child
    return None


def verb_above(token: Token) -> Token | None:
    """The verb of the clause that a word stands in."""
    return next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)


def complement(preposition: Token) -> Token | None:
    """What stands behind a preposition."""
    return next((c for c in preposition.children if c.dep_ == "pobj"), None)


def object_of(noun: Token) -> Token | None:
    """What stands behind the 'of' of a noun."""
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    return complement(of) if of is not None else None


def number_of(noun: Token) -> Token | None:
    """The number that counts a noun."""
    return next((c for c in noun.children if c.dep_ == "nummod" and c.i < noun.i), None)


def indefinite(noun: Token) -> bool:
    """'a school', 'an old mill'."""
    return any(c.lower_ in ("a", "an") for c in noun.children)


def is_plural(noun: Token) -> bool:
    """Whether a noun is plural: by its form, by coordination, or, of a name, by its verb."""
    money = any(is_currency(t) for t in noun.children)
    several = noun.tag_ == "CD" and noun.lower_ not in ("one", "1") and not money
    several = several or noun.lower_ == "they"
    person = noun.tag_ == "NNPS" and noun.ent_type_ == "PERSON"
    plural = (noun.tag_ in ("NNS", "NNPS") and not person and not foreign(noun)) or several
    alias = any(c.lower_ == "or" and c.dep_ == "cc" for c in noun.children)
    if not alias and any(c.dep_ == "conj" for c in noun.children):
        return True
    if noun.ent_type_ in PLACED and noun.text[0].isupper() and noun.dep_ == "nsubj":
        forms = {t.lower_ for t in (noun.head, *noun.head.children)}
        return bool(forms & {"are", "were"}) or (plural and not forms & {"is", "was"})
    return plural


def foreign(name: Token) -> bool:
    """'Røros is a town': a name in -s of which there is no singular, and one by its verb."""
    forms = {t.lower_ for t in (name.head, *name.head.children)}
    one = name.dep_ in ("nsubj", "nsubjpass") and bool(forms & SINGULAR)
    return one and name.text[0].isupper() and not known(name.lower_)


@lru_cache(maxsize=20_000)
def known(form: str) -> bool:
    """Whether the dictionary has a word of this form."""
    return bool(getAllLemmas(form))

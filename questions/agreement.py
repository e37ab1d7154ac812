"""Whether a relative clause can only tell of the noun that the parser hangs it on."""

from collections.abc import Iterator

from questions import lexicon
from questions.circles import is_human
from questions.grammar import PLURAL, SINGULAR, is_plural
from questions.misparses import past
from questions.relatives import bearer, nested
from questions.tree import Token
from questions.trimming import set_off

BODIES = lexicon.ORGANIZATION_KINDS.keys() | {"government", "state", "army", "navy"}


def agrees(
    pronoun: Token, relative_verb: Token, verb: Token, auxiliaries: tuple[Token, ...]
) -> bool:
    """A relative pronoun whose antecedent has the number of the verb, where that shows."""
    if pronoun.lower_ not in ("who", "which", "that") or pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    noun, first = bearer(relative_verb), auxiliaries[0] if auxiliaries else verb
    number = shown(first, noun)
    if not alone(noun, number) and unclear(pronoun, noun, relative_verb):
        return False
    if noun.pos_ == "PROPN":
        several = noun.tag_ == "NNPS" or noun.ent_type_ == "ORG" or bool(list(noun.conjuncts))
        return several or first.lower_ not in ("were", "are", "have")
    if number is not None:
        return number == several_of(noun)
    return noun.head.dep_ != "pobj" or renamed(noun)


def unclear(pronoun: Token, noun: Token, relative_verb: Token) -> bool:
    """Whether another noun near may be meant as well."""
    who = pronoun.lower_ == "who"
    other = set_off(relative_verb) and kin_of(noun) if who else nested(noun)
    return other or unlike(pronoun, noun)


def shown(finite: Token, noun: Token) -> bool | None:
    """Whether the verb is plural; None where its form does not tell: 'the paper that cost 5 cents'.

    The tagger takes a past tense that looks like the present for that.
    """
    if finite.lower_ in SINGULAR or finite.tag_ == "VBZ":
        return False
    if finite.lower_ in PLURAL:
        return True
    present = finite.tag_ == "VBP" and (several_of(noun) or finite.lower_ not in past(finite))
    return True if present else None


def several_of(noun: Token) -> bool:
    """Whether a common noun is plural, by its form or because there are two."""
    named = noun.ent_type_ == "PERSON" and noun.text[0].isupper()
    plural = noun.tag_ in ("NNS", "NNPS") and not named
    return plural or any(c.dep_ == "conj" for c in noun.children)


def alone(noun: Token, number: bool | None) -> bool:
    """'teams like Adria, which has …': no other noun that a verb of this number could tell of."""
    above = list(holders(noun))
    return (
        bool(above)
        and number is not None
        and several_of(noun) == number
        and all(is_plural(t) != number for t in above)
    )


def holders(noun: Token) -> Iterator[Token]:
    """The nouns of which a noun behind a preposition is a part, or beside which it stands."""
    while noun.dep_ in ("pobj", "appos", "conj"):
        noun = noun.head.head if noun.dep_ == "pobj" else noun.head
        if noun.pos_ not in ("NOUN", "PROPN"):
            return
        yield noun


def renamed(noun: Token) -> bool:
    """'a gift from Lind, a baker who led Lund': of nobody else, or it would be Lind's daughter."""
    name = noun.head
    if noun.dep_ != "appos" or name.head.dep_ != "prep" or kin_of(noun):
        return False
    if any(t.tag_ == "NNP" for t in name.doc[name.i + 1 : noun.left_edge.i]):
        return False  # 'Lind, 47, the manager, and Berg, a hand who …'
    above = name.head.head
    return above.pos_ not in ("NOUN", "PROPN") or is_plural(above) != is_plural(noun)


def kin_of(noun: Token) -> bool:
    """'Lind, a grandson of the founder, who …': either of the two."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if noun.dep_ == "appos" and "of" in {t.lower_ for t in noun.head.children if t.i < noun.i}:
        above = noun.head  # 'a grandson of the conqueror Timur'
    lemma = above.lemma_.lower()
    return above != noun and above.dep_ == "appos" and (lemma in lexicon.KIN or is_human(lemma))


def unlike(pronoun: Token, noun: Token) -> bool:
    """'who' said of a place or 'which' of a person; 'a specialist in gases who …' is no gas."""
    human = noun.lemma_.lower() in lexicon.ROLES or is_human(noun.lemma_.lower())
    role = noun.pos_ == "NOUN" and human
    if pronoun.lower_ == "which":
        return role
    if noun.lemma_.lower() in BODIES:
        # 'a doctor in the service of the government, who …'
        return pronoun.lower_ == "who" and noun.dep_ == "pobj"
    above = noun.head.head if noun.dep_ == "pobj" else noun
    holder = above != noun and above.lemma_.lower() in lexicon.ROLES
    place = noun.ent_type_ in ("GPE", "LOC", "FAC")
    person = role or noun.ent_type_ == "PERSON"
    return pronoun.lower_ == "who" and not person and (holder or (place and noun.dep_ == "pobj"))

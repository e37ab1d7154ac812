"""Clauses that hang on a noun: what they tell of, and where they belong."""

from questions import lexicon
from questions.grammar import indefinite, subject_of
from questions.tree import Token
from questions.trimming import noun_phrase, set_off, trim_punctuation

CLOSES = frozenset("end halt stop close standstill".split())


def relative(verb: Token) -> Token | None:
    """The verb of the relative clause that a verb is in: itself, or what it is coordinated with."""
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and goes_on(verb):
        verb = verb.head
    return verb if verb.dep_ == "relcl" else None


def goes_on(verb: Token) -> bool:
    """Whether a coordinated verb tells of the same noun: '… who led Lund and who left in 1990'."""
    subject = subject_of(verb)
    return subject is None or subject.lower_ in ("who", "which", "that")


def antecedent(verb: Token) -> Token:
    """What a relative clause tells of: a name, where its noun only says what that is.

    'Owens, an athlete who won …' and 'Owens was an athlete who won …' tell of Owens.
    """
    noun = bearer(verb)
    first = noun.head if noun.dep_ == "conj" and bare(noun) else noun
    pronoun = subject_of(verb)
    thing = pronoun is not None and pronoun.lower_ in ("that", "which")
    if first.dep_ == "appos" and (first.head.pos_ == "PROPN" or mistagged(first.head)):
        return noun if thing and first.head.ent_type_ == "PERSON" else first.head
    return equal(first) or noun


def mistagged(name: Token) -> bool:
    """A name that the tagger takes for a common noun, though the parser takes it for a body."""
    return (
        name.ent_type_ in ("ORG", "PERSON") and name.text[0].isupper() and not name.text.islower()
    )


def equal(noun: Token) -> Token | None:
    """The subject that is said to be one: 'Owens' for 'an athlete' in 'Owens was an athlete'."""
    told = noun.dep_ == "attr" and noun.pos_ != "PROPN"
    subject = subject_of(noun.head) if told else None
    definite = any(c.lower_ == "the" for c in noun.children)
    return None if definite else subject


def bearer_of(participle: Token) -> Token:
    """'Moss' for 'founded' in 'Moss is a firm founded in 1907' or 'Moss, a firm founded …'."""
    noun = participle.head
    name = noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else None
    if name is not None and name.dep_ == "pobj" and name.head.head.pos_ == "PROPN":
        return noun
    return (name or equal(noun) or noun) if indefinite(noun) else noun


def bare(noun: Token) -> bool:
    """'botanist' in 'a collector and botanist who …': one and the same."""
    return noun.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)


def bearer(verb: Token) -> Token:
    """The noun of a relative clause; in 'Lee, an analyst at Marchmont, who …' it is the analyst."""
    noun, pronoun = verb.head, subject_of(verb)
    owner = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    place = noun.ent_type_ == "GPE" and owner is not None and owner.ent_type_ == "ORG"
    if place and owner is not None and pronoun is not None and pronoun.lower_ == "which":
        return owner  # 'EuBiologics of South Korea, which produced …'
    if pronoun is None or pronoun.lower_ != "who" or not set_off(verb):
        return noun
    for name in (c for c in noun.children if c.dep_ == "appos" and c.tag_ == "NNP"):
        if name.i == pronoun.i - 2:
            return name  # 'a colleague, Otto Lind, who …'
    place = noun.ent_type_ in ("GPE", "LOC", "FAC", "ORG") and noun.dep_ == "pobj"
    above = noun.head.head
    return above if place and above.lemma_.lower() in lexicon.ROLES else noun


def whose(subject: Token) -> Token | None:
    """The 'whose' of 'Berg, whose shop opened in 1990'."""
    return next((c for c in subject.children if c.tag_ == "WP$"), None)


def owns(noun: Token) -> bool:
    """Whether 'whose' can only mean this noun: it is no part of another one and not one of two."""
    return not nested(noun) and noun.dep_ != "conj"


def described_noun(verb: Token) -> list[Token]:
    """The noun that a relative clause or participle describes, up to that clause."""
    start = min(t.i for t in verb.subtree)
    return trim_punctuation([t for t in noun_phrase(verb.head) if t.i < start])


def framed(verb: Token) -> Token | None:
    """The relative word that stands for a time or place: 'where', 'when', 'in which'."""
    if verb.dep_ != "relcl" or subject_of(verb) is None:
        return None
    for token in verb.subtree:
        adverb = token.lower_ in ("where", "when") and token.head == verb
        done = token.lower_ in ("which", "whom") and token.dep_ == "dobj" and token.head == verb
        behind = token.lower_ == "which" and token.dep_ == "pobj" and token.head.head == verb
        if (adverb or behind or done) and token.i < subject_of(verb).i:  # type: ignore[union-attr]
            return token
    return None


def astray(verb: Token, which: Token) -> bool:
    """'talks with the union, which Lund broke off', 'a tax, which Lund expects to raise €3m'."""
    bare = which.lower_ in ("where", "when")
    gap = which.dep_ == "dobj" and any(c.dep_ in ("xcomp", "ccomp") for c in verb.children)
    return not bare and (gap or (set_off(verb) and nested(verb.head)))


def frame(verb: Token, relative: Token) -> tuple[str, Token] | None:
    """'in' and the town, for 'the town where …'; the article's own preposition before 'which'."""
    noun = verb.head
    if relative.lower_ == "when" and noun.lemma_.lower() in CLOSES:
        return None  # 'It came to an end when …' is no end of anything.
    if relative.dep_ == "pobj":
        return relative.head.lower_, noun
    if relative.dep_ == "dobj":
        return "", noun
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "on", "near", "during"):
        return noun.head.lower_, noun
    return "in", noun


def nested(noun: Token) -> bool:
    """Whether a noun belongs to another one, that a clause behind it may describe as well."""
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ != "of"
        and noun.head.head.pos_ in ("NOUN", "PROPN")
    )

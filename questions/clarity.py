"""How far words taken out of the article say by themselves what is meant."""

from enum import StrEnum

from questions import lexicon
from questions.currencies import is_currency
from questions.persons import Person
from questions.story import Story
from questions.tree import Token

NOMINAL = frozenset(("dobj", "pobj", "nsubj", "nsubjpass", "conj"))
NAMING = frozenset(("ORG", "LOC", "FAC", "EVENT", "GPE", "NORP"))
# Nouns that say nothing by themselves: 'the 26-year-old', 'the latter'.
UNNAMED = frozenset("old latter former one ones other others rest two three four same".split())
# Words of a complement that may follow a noun into a stem.
LONGEST = 7
# What every article on business has, so that it says nothing by itself.
FIRMS = frozenset(("company", "firm"))
KIN = frozenset("son daughter father mother brother sister wife husband".split())
# What says nothing without whose or of what it is: 'the uncle', 'the share', 'the period'.
HOLLOW = KIN | frozenset(
    "uncle aunt cousin nephew niece figure share number amount sum total proportion percentage "
    "period matter rest remainder group place pair trio area site spot facility venue family "
    "distance team court building plant match village".split()
)
# What was told before in whole sentences: 'the decision', 'the outcome'.
CONTENTS = frozenset(
    "change decision outcome result quarrel dispute move measure plan proposal accusation idea "
    "problem case effort aim claim finding suggestion approach step trend version".split()
)
MODIFIERS = frozenset(("amod", "compound", "nummod", "nmod"))


class Doubt(StrEnum):
    """What a reader may have to guess in words taken out of the article."""

    DEFINITE = "which one of the article's things is meant"
    PLURAL = "which several are meant"
    UNHEARD = "a thing the article has not introduced"
    NAME = "a name whose bearer is told nowhere"
    MODIFIED = "a thing told by a word or two"
    PRONOUN = "a pronoun that most likely means this"


def doubt(story: Story, noun: Token) -> Doubt:
    """How far a reader may be at a loss which thing 'the NOUN' is."""
    if noun.tag_ in ("NNS", "NNPS"):
        return Doubt.PLURAL
    if any(c.dep_ in MODIFIERS for c in noun.children):
        return Doubt.MODIFIED
    heard = any(t.i < noun.i for t in story.nouns.get(noun.lemma_.lower(), ()))
    return Doubt.DEFINITE if heard else Doubt.UNHEARD


def nameless(story: Story, token: Token) -> bool:
    """Whether a surname or first name stands alone whose bearer the article never names in full."""
    alone = not any(c.dep_ in ("compound", "flat", "appos") for c in token.children)
    unknown = token.ent_type_ == "PERSON" and token.i not in story.names.person_at
    return unknown and alone and token.text not in story.reading.article.title


def first_named(story: Story, token: Token) -> Person | None:
    """The one person named in full before whose first name stands alone."""
    alone = not any(c.dep_ in ("compound", "flat", "appos") for c in token.children)
    if token.pos_ != "PROPN" or token.i in story.names.person_at or not alone:
        return None
    bearers = story.names.called.get(token.text, [])
    ends = story.mentions.get(bearers[0].name, ()) if len(bearers) == 1 else ()
    return bearers[0] if any(end < token.i for end in ends) else None


def relatives(story: Story) -> frozenset[str]:
    """First names that the article tells as those of somebody's kin: 'his wife, Jean'."""
    doc = story.reading.doc
    ends = (t.i + 1 + (doc[t.i + 1].text == ",") for t in doc[:-2] if t.lemma_ in KIN)
    return frozenset(doc[i].text for i in ends if doc[i].pos_ == "PROPN")


def faceless(noun: Token, present: set[int]) -> bool:
    """'the company', of which nothing more is said."""
    told = any(c.dep_ in MODIFIERS or identifies(c) for c in noun.children if c.i in present)
    return noun.tag_ == "NN" and noun.lemma_.lower() in FIRMS and not told


def judged(noun: Token) -> bool:
    """'described the plan as “a gift”': the words tell what kind of thing it is."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in ("describe", "call")


def clear(story: Story, noun: Token, present: set[int]) -> bool:
    """Whether 'the NOUN' says which one: by a name, a complement, a superlative or the headline."""
    if noun.lower_ in UNNAMED:
        return False
    named = noun.pos_ == "PROPN" or noun.ent_type_ in NAMING
    lemma = noun.lemma_.lower()
    known = lemma in lexicon.UNIQUE or lemma in story.familiar
    return named or known or any(identifies(c) for c in noun.children if c.i in present)


def topical(story: Story, noun: Token) -> bool:
    """Whether only the article's going on about a thing tells which is meant."""
    bare = all(c.dep_ in ("det", "punct") for c in noun.children)
    lemma = noun.lemma_.lower()
    return bare and lemma in story.topics - story.headline_words and lemma not in lexicon.UNIQUE


def identifies(child: Token) -> bool:
    """Whether a part of a noun phrase tells which thing is meant."""
    if child.dep_ == "prep":
        return child.lower_ in ("of", "for") or any(t.pos_ == "PROPN" for t in child.subtree)
    named = child.pos_ == "PROPN" or child.ent_type_ in NAMING | {"DATE", "PERSON", "ORDINAL"}
    return named or child.tag_ in ("JJS", "RBS") or child.dep_ in ("relcl", "acl")


def completes(child: Token) -> bool:
    """'of sale', 'for the harbour', 'to close 14 libraries': a few words next to their noun."""
    purpose = child.dep_ in ("acl", "relcl") and any(c.tag_ == "TO" for c in child.children)
    kind = (child.dep_ == "prep" and child.lower_ in ("of", "for", "on", "between")) or purpose
    words = [t.i for t in child.subtree]
    counted = any(t.like_num for t in child.subtree)
    return kind and not counted and len(words) <= LONGEST and min(words) == child.head.i + 1


def pointing(token: Token) -> bool:
    """Whether a word hangs on the day of reading or on what was said before."""
    anaphoric = token.lower_ in lexicon.ANAPHORIC and token.dep_ in NOMINAL
    anaphoric = anaphoric or (token.lower_ == "both" and token.dep_ in ("det", "predet"))
    anaphoric = anaphoric or (token.lower_ == "another" and token.dep_ in ("nsubj", "nsubjpass"))
    anaphoric = anaphoric or tally(token)
    quality = token.dep_ == "conj" and token.head.pos_ in ("ADJ", "ADP")
    graded = token.tag_ in ("JJS", "JJR") and token.dep_ in NOMINAL and not quality
    anaphoric = anaphoric or graded
    compared = token.lower_ in lexicon.COMPARING and token.dep_ in ("amod", "predet")
    month = token.text in lexicon.MONTHS and token.pos_ == "PROPN" and not dated(token)
    degree = token.lower_ in ("too", "so") and token.head.pos_ in ("ADJ", "ADV")
    lasting = token.lower_ == "last" and (token.tag_ in ("VB", "VBP") or final(token))
    # 'in what is now Norway'
    lasting = lasting or (
        token.lower_ == "now" and any(c.lower_ == "what" for c in token.head.children)
    )
    relative = token.lower_ in lexicon.RELATIVE_TIMES and not degree and not lasting
    relative = relative or token.text in lexicon.WEEKDAYS
    anaphoric = anaphoric or exchanged(token)
    return anaphoric or compared or month or relative


def exchanged(token: Token) -> bool:
    """'gave up its claim in return', which does not say for what."""
    back = token.lower_ in ("return", "turn", "exchange") and token.dep_ == "pobj"
    return back and token.head.lower_ == "in" and not list(token.children)


def tally(number: Token) -> bool:
    """'the old record of 42', which does not say of what."""
    plain = number.like_num and number.dep_ == "pobj" and number.head.lower_ == "of"
    alone = plain and not any(is_currency(c) or c.dep_ == "prep" for c in number.children)
    return alone and number.head.head.lemma_ in ("record", "total", "tally")


def final(last: Token) -> bool:
    """'the last two days of the race'."""
    noun = last.head
    of = any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)
    return last.dep_ == "amod" and of and any(c.lower_ == "the" for c in noun.children)


def dated(month: Token) -> bool:
    """Whether a day or a year stands beside a month."""
    beside = month.doc[max(0, month.i - 1) : month.i + 2]
    return any(t.text[0].isdigit() for t in beside)

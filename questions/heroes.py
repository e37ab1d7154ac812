"""What the first sentence of a text says its title is: somebody, or a thing."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import dropwhile

from questions import lexicon
from questions.annotate import Reading, joined
from questions.circles import is_human
from questions.proofs import HONORIFICS
from questions.tree import Span, Token

THINGS = (
    frozenset(lexicon.NAME_KINDS)
    | frozenset(lexicon.PLACE_NOUNS)
    | frozenset(lexicon.ORGANIZATION_KINDS)
    | frozenset("state municipality commune republic kingdom band song album series game".split())
)


@dataclass(frozen=True, slots=True)
class Headword:
    """The name that the title begins with, and the noun by which the first sentence tells it."""

    span: Span
    noun: str


def headword(reading: Reading) -> Headword | None:
    """'Anna Berg' and 'painter' where 'Anna Berg was a Danish painter' opens 'Anna Berg'.

    So does 'Anna Berg, a Danish painter, died on Monday'.
    """
    found = opener(reading)
    if found is None:
        return None
    title, name = reading.article.title, joined(reading, list(found.span))
    whole = title.startswith(name) and not title[len(name) :][:1].isalnum()
    return found if whole else None


def opener(reading: Reading) -> Headword | None:
    """The name that the first sentence tells the kind of, whatever the title."""
    root = reading.sentences[0].root if reading.sentences else None
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None) if root else None
    if root is None or subject is None:
        return None
    teller, part = (root, "attr") if root.lemma_ == "be" else (subject, "appos")
    noun = next((c for c in teller.children if c.dep_ == part), None)
    if noun is None or subject.pos_ != "PROPN":
        return None
    return Headword(subject.doc[subject.left_edge.i : subject.i + 1], noun.lemma_.lower())


def in_full(reading: Reading) -> frozenset[str]:
    """The words of 'Grace Brewster Murray Hopper was an admiral' under the title 'Grace Hopper'.

    None where the title is the name as it is, or has another word.
    """
    found, title = opener(reading), reading.article.title.split()
    if found is None or not is_somebody(found):
        return frozenset()
    borne = titles(found.span[-1])
    words = [*dropwhile(is_honorific, (t.text for t in found.span)), *borne]
    left = iter(words)
    opens = title[:1] == words[:1] or bool({*title[-1:]} & {*borne})
    within = len(title) > 1 and opens and all(word in left for word in title)
    return frozenset(words if within and len(title) < len(words) else ())


def titles(name: Token) -> list[str]:
    """The 'Countess', 'Lovelace' of 'Augusta Ada King, Countess of Lovelace'."""
    beside = (c for c in name.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > name.i)
    return [t.text for noun in beside for t in noun.subtree if t.pos_ == "PROPN"]


def is_honorific(word: str) -> bool:
    """The 'Dame' of 'Dame Grace Brewster Murray Hopper'."""
    return word.lower().rstrip(".") in HONORIFICS


INVERTED = re.compile(r"([^\W\d][\w'’-]+), ([^\W\d][\w'’-]+(?: [^\W\d][\w.'’-]+)?)(?: \(.*\))?")
# So many pronouns tell whose life a text is, and so many times as many as of the other sex.
SPOKEN, MORE = 6, 3


def entry(reading: Reading) -> str | None:
    """'Anna Berg' for the life that stands under 'Berg, Anna' in a book of reference."""
    found = INVERTED.fullmatch(reading.article.title)
    if found is None or not all(part[0].isupper() for part in found.groups()):
        return None
    said = Counter(t.lower_ for t in reading.doc if t.i not in reading.quoted)
    other, own = sorted((said["he"] + said["his"], said["she"] + said["her"]))
    return f"{found[2]} {found[1]}" if own >= max(SPOKEN, MORE * other) else None


def is_somebody(headword: Headword) -> bool:
    """'was a civil engineer': a name of two words or more that a calling proves a person's."""
    capital = all(t.text[0].isupper() for t in headword.span)
    calling = is_human(headword.noun) or headword.noun in lexicon.ROLES
    return calling and capital and len(headword.span) > 1


def is_thing(reading: Reading, name: str) -> bool:
    """Whether the first sentence tells a name as a country, a river, a band."""
    found = headword(reading)
    told = found is not None and joined(reading, list(found.span)) == name
    return told and found is not None and found.noun in THINGS and not is_human(found.noun)

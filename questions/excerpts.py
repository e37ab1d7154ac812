"""Words of an article that tell by themselves what it says of somebody or something."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from questions import lexicon
from questions.annotate import joined
from questions.circles import is_human
from questions.currencies import is_currency
from questions.quantities import SCALES
from questions.story import YEAR, Story
from questions.text import tokens
from questions.tree import Token

# The longest description of a person, and the longest clause; the shortest of either.
PHRASE, CLAUSE, LEAST = 16, 24, 3
SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))
# What may follow a statement without being part of it.
LOOSE = frozenset(("conj", "cc", "advcl", "parataxis"))
ASIDE = frozenset(("relcl", "appos", "acl", "advcl", "conj", "npadvmod"))
CORE = frozenset(("dobj", "attr", "ccomp", "xcomp", "acomp", "agent", "oprd", "dative"))
# Words that point to what was said before; those of a life mean its hero.
POINTING = frozenset(
    "it they this that these those we i you its their our my such another one both who which what "
    "there here then so".split()
)
HERS = frozenset("she her".split())
HEROIC = HERS | {"he", "his", "him"}
UNSURE = frozenset("if unless whether".split())
OPENING = frozenset("and but or yet so however".split())
OWN = frozenset(("of", "from", "at", "for"))
RELATED = frozenset("counterpart colleague colleagues fellow successor predecessor".split())
# Behind a number: what makes it another one, or another kind of number.
UNITS = frozenset((*lexicon.TIME_UNITS, *SCALES)) | frozenset(
    "% percent per km kilometre kilometer metre meter mile foot feet inch cm mm acre hectare "
    "square cubic ton tonne kg kilogram kilo gram litre liter gallon degree mph knot watt "
    "kilowatt megawatt gigawatt euro dollar pound cent p am pm".split()
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of the article, and the characters of its text from which to which they go."""

    start: int
    end: int
    words: str


def excerpts(story: Story, text: str) -> Iterator[Excerpt]:
    """What the article says with a text's words: of a person first what they are."""
    every = [place for place in mentions(story, text) if alone(*place, text)]
    told = [*map(description, every)] if is_person(story, text) else []
    stated = (statement(story, *place) for place in every)
    for words in chain(told, stated):
        if words and not any(t.i in story.reading.quoted for t in words):
            found = excerpt(story, words)
            if text.lower() in found.words.lower():
                yield found


def excerpt(story: Story, words: Sequence[Token]) -> Excerpt:
    """The words as the article has them."""
    text = re.sub(r"\s+", " ", joined(story.reading, words))
    return Excerpt(story.reading.offsets[words[0].i], story.reading.end(words[-1].i), text)


def is_person(story: Story, text: str) -> bool:
    """Whether the article names somebody so."""
    return text in story.mentions


def mentions(story: Story, text: str) -> Iterator[tuple[Token, Token]]:
    """Where a text's words stand in the article: the first and the last token."""
    wanted = tokens(text)
    found = [story.where.get(word, []) for word in wanted]
    for number in min(found, key=len, default=[]):
        if not story.words[number].issuperset(wanted):
            continue
        words = [(t, w[0]) for t in story.reading.sentences[number] if (w := tokens(t.text))]
        for n in range(len(words) - len(wanted) + 1):
            if tuple(w for _, w in words[n : n + len(wanted)]) == wanted:
                yield words[n][0], words[n + len(wanted) - 1][0]


def alone(first: Token, last: Token, text: str) -> bool:
    """Whether a number or a year is the whole of one: no part of a sum, no measure of its own."""
    if not text[-1].isdigit():
        return True
    doc = last.doc
    before = doc[first.i - 1] if first.i else None
    behind = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if before is not None and is_currency(before):
        return False
    if behind is not None and (behind.lemma_.lower() in UNITS or behind.text[0] in "-–°%/"):
        return False
    if not YEAR.fullmatch(text):
        return first != last or first.text == text
    return last.text == text and last.dep_ != "nummod"


def description(place: tuple[Token, Token]) -> list[Token] | None:
    """Somebody's name with what they are: 'the baker Karl Holm', 'Eva Lind, a nurse from Lund'."""
    first, name = place
    beside = name.dep_ == "appos" and name.head.pos_ in ("NOUN", "PROPN")
    # 'said the mayor, Ada Lind, via the radio': how it was said.
    strays = {
        t.i for c in name.rights if c.dep_ == "prep" and c.lower_ not in OWN for t in c.subtree
    }
    for top in (name.head, name) if beside else (name,):
        words = [t for t in sorted(top.subtree, key=lambda t: t.i) if t.i not in strays]
        words = bounded(words, name, PHRASE)
        around = [t for t in words if not first.i <= t.i <= name.i]
        pointing = bool(words) and words[0].lower_ in POINTING
        if around and words[0].i <= first.i and calls(around) and is_whole(words) and not pointing:
            return words
    return None


def calls(words: Sequence[Token]) -> bool:
    """Whether words tell what somebody is, and not of whom they are the colleague."""
    called = any(is_human(t.lower_) or t.lower_ in lexicon.ROLES for t in words)
    related = any(t.tag_ == "PRP$" or t.lower_ in RELATED for t in words)
    return called and not related


def statement(story: Story, first: Token, last: Token) -> list[Token] | None:
    """The main clause around some words, without what is loosely joined to its end."""
    verb = next((t for t in (last, *last.ancestors) if is_main(t)), None)
    if verb is None or last.sent.text.rstrip().endswith("?"):
        return None
    words = sorted(verb.subtree, key=lambda t: t.i)
    end = loose_end(verb, last)
    words = bounded([t for t in words if t.i < end], last, CLAUSE)
    while words and (words[0].lower_ in OPENING or words[0].is_punct):
        words = words[1:]
    if not words or words[0].i > first.i or not is_whole(words):
        return None
    if any(t.lower_ in UNSURE for t in words):
        return None
    subject = next(c for c in verb.children if c.dep_ in SUBJECTS)
    if subject.i > verb.i and not subject.left_edge.i <= last.i <= subject.right_edge.i:
        return None  # 'In 1975 was the first woman to …': its subject stands elsewhere.
    return words if understood(story, words[0]) and understood(story, subject.left_edge) else None


def is_main(token: Token) -> bool:
    """Whether a verb with a subject of its own makes a statement that no other word governs."""
    if token.pos_ not in ("VERB", "AUX") or not any(c.dep_ in SUBJECTS for c in token.children):
        return False
    return token.dep_ == "ROOT" or (token.dep_ == "conj" and is_main(token.head))


def loose_end(verb: Token, last: Token) -> int:
    """Where what is loosely joined to the clause behind the words and the verb begins."""
    behind = [c for c in verb.children if c.left_edge.i > max(last.i, verb.i)]
    starts = [c.left_edge.i for c in behind if c.dep_ in LOOSE]
    starts = [n for n in starts if not any(c.dep_ in CORE and c.i > n for c in behind)]
    return min(starts, default=verb.right_edge.i + 1)


def bounded(words: list[Token], last: Token, most: int) -> list[Token]:
    """Words cut at a comma where they are too many, and without the marks at their end."""
    while words and (words[-1].is_punct or words[-1].dep_ == "cc") and words[-1].i > last.i:
        words = words[:-1]
    if len(words) <= most:
        return words
    end = {t.i for t in words}
    asides = [
        t.left_edge.i
        for t in words
        if t.dep_ in ASIDE
        and t.left_edge.i > last.i
        and t.doc[t.left_edge.i - 1].text == ","
        and t.right_edge.i + 1 not in end
    ]
    shorter = [t for t in words if t.i < max(asides, default=0) - 1]
    if any(t.dep_ == "cc" and t.i > last.i and t.doc[t.i - 1].text == "," for t in shorter):
        return []  # What ', and' joins may be the beginning of another statement.
    return bounded(shorter, last, most) if shorter and len(shorter) < len(words) else []


def is_whole(words: Sequence[Token]) -> bool:
    """Whether words stand side by side, with both brackets and a letter or figure at the end."""
    text = "".join(t.text for t in words)
    beside = words[-1].i - words[0].i + 1 == len(words)
    marks = re.search(r"[“”\"?!:;]", text) or text.count("(") != text.count(")")
    return beside and not marks and len(words) >= LEAST and words[-1].pos_ not in ("ADP", "DET")


def understood(story: Story, word: Token) -> bool:
    """Whether a clause or its subject can open so without what stands before it."""
    hero = story.names.hero
    if word.lower_ in HEROIC:
        return hero is not None and hero.may_be("she" if word.lower_ in HERS else "he")
    return word.lower_ not in POINTING and (word.pos_ != "NUM" or word.dep_ not in SUBJECTS)

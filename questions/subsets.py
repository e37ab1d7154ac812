"""How many of several: '17 deaths, 12 of them in Lund', '217 people, 42 of whom were unhurt'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from questions import lexicon
from questions.amounts import asking, quantity_of
from questions.candidates import Candidate
from questions.circles import is_human
from questions.facts import Clause, clause_of
from questions.grammar import FINITE, number_of, subject_of, verb_above
from questions.items import AnswerType
from questions.phrases import Phrase, Unclear, together
from questions.proportions import FRACTION, HEDGE
from questions.quantities import FOCUS, LEAST, Quantity, parse
from questions.ranges import extent
from questions.speakers import according
from questions.story import Story
from questions.text import sentence_case, tidy
from questions.tree import Token
from questions.trimming import set_off, trim_punctuation
from questions.verbs import NoStem, verb_group
from questions.wording import phrase

ENDS = frozenset((",", ";", ":", ".", ")", "(", "–", "—", "?", "!", '"'))
# Places in which some of several are, or from which they come.
PLACING = frozenset("in from at on under over near outside".split())
PEOPLE = frozenset("people child woman man resident person other adult patient".split())
# 'the some 200' is no English.
ROUGHLY = re.compile(r"^(?:some|about|around|approximately|close to|an estimated) ", re.IGNORECASE)
STATIVE = frozenset("involve include cost contain belong have measure weigh be".split())
AMOUNT, LONGEST = 6, 14


@dataclass(frozen=True)
class Subset:
    """Words for some of several things, what is said of them, and the things themselves.

    `finite` marks what is said with a verb that has a tense.
    """

    amount: tuple[Token, ...]
    said: tuple[Token, ...]
    whole: Token
    finite: bool


def subsets(story: Story) -> Iterator[Candidate]:
    """The questions for all of them."""
    for token in story.reading.doc:
        found = None if token.i in story.reading.quoted else subset(token)
        written = asked(story, found) if found is not None else None
        if written is not None:
            yield written


def subset(token: Token) -> Subset | None:
    """'…, 12 of them in Lund', by its 'of'; '…, including two children', by its first word."""
    ahead = token.doc[token.i + 1 : token.i + 2].text.lower()
    if token.lower_ == "of" and ahead in ("them", "whom", "which"):
        before = token.doc[max(token.sent.start, token.i - AMOUNT) : token.i]
        amount = tuple(takewhile(lambda t: t.text != ",", reversed(list(before))))[::-1]
        comma = amount[0].nbor(-1) if amount and amount[0].i > token.sent.start else token
        said, finite = told(token.nbor(2)), ahead != "them"
        fits = tells(said) if finite else describes(said)
    elif token.lower_ in ("including", "among"):
        return included(token)
    else:
        return None
    whole = several_before(comma, ahead) if fits and len(said) <= LONGEST else None
    return Subset(amount, said, whole, finite) if whole is not None else None


def included(first: Token) -> Subset | None:
    """'…, including two children', '…, among them two children'."""
    behind = first.i + (2 if first.lower_ == "among" else 1)
    number = next((t for t in first.doc[behind : behind + 3] if t.tag_ == "CD"), None)
    if number is None or not first.i or extent(number)[0].i != behind:
        return None
    said = told(number.nbor(1)) if number.i + 1 < number.sent.end else ()
    whole = several_before(first.nbor(-1)) if kind(said) else None
    if whole is None or whole.dep_ not in ("dobj", "nsubj", "nsubjpass"):
        return None
    human = any(person(t) for t in said if t.tag_ == "NNS")
    alike = person(whole) == human and len(said) <= LONGEST
    return Subset(tuple(extent(number)), said, whole, False) if alike else None


def told(first: Token) -> tuple[Token, ...]:
    """The words from one on to the next mark."""
    behind = first.doc[first.i : first.sent.end]
    return tuple(takewhile(lambda t: t.text not in ENDS and not counting_on(t), behind))


def counting_on(word: Token) -> bool:
    """The 'and' of '12 of them women and nine minors'."""
    behind = word.doc[word.i + 1 : word.i + 2]
    return word.dep_ == "cc" and any(t.tag_ == "CD" for t in behind)


def several_before(comma: Token, pronoun: str = "them") -> Token | None:
    """The counted noun that a pronoun behind a comma stands for, in the phrase it ends."""
    if comma.text != "," or comma.i == comma.sent.start:
        return None
    last = comma.nbor(-1)
    for token in (last, *last.ancestors):
        subject = subject_of(token)
        noun = token if subject is None else subject
        if noun.pos_ == "NOUN" and noun.i < comma.i and number_of(noun) is not None:
            fits = person(noun) if pronoun == "whom" else pronoun != "which" or not person(noun)
            return noun if fits and noun.tag_ == "NNS" and not shared(noun) else None
        if subject is not None:
            return None
    return None


def shared(noun: Token) -> bool:
    """'nine of 112 stations': whether these or the nine are meant."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.tag_ == "CD"


def person(noun: Token) -> bool:
    """Whether a plural noun means people."""
    lemma = noun.lemma_.lower()
    return lemma in PEOPLE or lemma in lexicon.ROLES or is_human(lemma)


def kind(said: Sequence[Token]) -> bool:
    """'children', 'brass machines': a plural noun, and more only behind it."""
    ahead = list(takewhile(lambda t: t.tag_ in ("NN", "JJ", "NNP", "VBN"), said))
    return len(said) > len(ahead) and said[len(ahead)].tag_ in ("NNS", "NNPS")


def tells(said: Sequence[Token]) -> bool:
    """'were being treated in Lund': a verb with its tense, and more."""
    return len(said) > 1 and (said[0].tag_ in FINITE or said[0].tag_ == "MD")


def describes(said: Sequence[Token]) -> bool:
    """'women', 'in Lund', 'counterfeit', 'made in Lund': what stands behind 'were'."""
    if not said or any(t.tag_ in FINITE and t.dep_ != "relcl" for t in said):
        return False
    first = said[0]
    if first.pos_ == "ADP":
        return first.lower_ in PLACING and len(said) > 1
    alone = len(said) == 1 and first.pos_ in ("ADJ", "NOUN")
    doing = first.tag_ == "VBG" and first.lemma_ not in STATIVE
    return alone or doing or first.tag_ in ("VBN", "JJ") or kind(said)


def asked(story: Story, found: Subset) -> Candidate | None:
    """The question for some of several; none where it would not be clear which."""
    way = amount(story, found)
    if way is None:
        return None
    opening, share, quantity = way
    try:
        stem = question(story, found, opening)
    except (Unclear, NoStem):
        return None
    return Candidate(
        stem.text,
        sentence_case(share),
        AnswerType.PERCENT if quantity is None else AnswerType.NUMBER,
        "fraction" if quantity is None else found.whole.text.lower(),
        stem.first,
        stem.last,
        0.75,
        quantity,
        doubts=stem.doubts,
        traits=("subset",),
    )


def amount(story: Story, found: Subset) -> tuple[str, str, Quantity | None] | None:
    """How a number or a fraction of several is asked for, the key, and its quantity."""
    text = story.reading.said(found.amount)
    quantity, plain = parse(text), FOCUS.sub("", text)
    share = HEDGE.sub("", plain).replace(" - ", "-")
    number = quantity is not None and quantity.value >= 2
    if not number and not FRACTION.fullmatch(share):
        return None
    if quantity is None:
        hedge = "about what" if share != plain else "what"
        return f"{sentence_case(hedge)} proportion of the", share, None
    bare = not (quantity.prefix or quantity.suffix)
    return (asking("how many of the", quantity), quantity.text, quantity) if bare else None


def question(story: Story, found: Subset, opening: str) -> Phrase:
    """The words of the question, with the statement in which all of them stand."""
    clause = above(found.whole)
    more = context(story, found, clause) if clause is not None else None
    if more is None and found.whole.lemma_.lower() in PEOPLE | lexicon.TIME_UNITS:
        raise Unclear(found.whole.text)
    here = story.sentence(found.whole)
    none = Phrase("", here, here)
    whole = phrase(story, trim_punctuation(counted(story, found.whole)))
    said = phrase(story, trim_punctuation(list(found.said)))
    parts = (whole, more or none, said, according(story, clause) if clause is not None else none)
    were = "" if found.finite else "were" if past(found.whole) else "are"
    words = [opening, uncased(found.whole, whole.text), parts[1].text, were, said.text]
    return together(tidy(f"{' '.join(words)}{parts[-1].text}?"), parts)


def counted(story: Story, whole: Token) -> list[Token]:
    """'17 deaths', 'more than 200 people', with what of they are, but not at least so many."""
    number = number_of(whole)
    quantity = quantity_of(story, number)
    if number is None or quantity is None or quantity.hedge == LEAST or quantity.most:
        raise Unclear(whole.text)
    behind = [c for c in whole.children if c.dep_ == "prep" and c.i > whole.i and not set_off(c)]
    return [*whole.doc[extent(number)[0].i : whole.i + 1], *(t for c in behind for t in c.subtree)]


def uncased(whole: Token, text: str) -> str:
    """The things with a small letter, where a number in words opens the sentence."""
    number = extent(number_of(whole) or whole)[0]
    low = text[0].lower() + text[1:] if number.tag_ in ("CD", "JJR", "RB", "IN", "DT") else text
    return ROUGHLY.sub("roughly ", low)


def above(whole: Token) -> Clause | None:
    """The statement in which all of them stand, as its subject or its object."""
    while whole.dep_ == "conj" and whole.head.pos_ == "NOUN":
        whole = whole.head
    return clause_of(whole.head) if whole.dep_ in ("nsubj", "nsubjpass", "dobj") else None


def context(story: Story, found: Subset, clause: Clause) -> Phrase | None:
    """'who died when a fire swept through the mill', 'that the two teams used'."""
    whole = found.whole
    first = whole.conjuncts[0] if whole.dep_ == "conj" else whole
    gone = {t.i for t in (*first.subtree, *whole.subtree, *clause.subject_words, *found.said)}
    body = [t for t in clause.body if t.i not in gone and t.i > clause.verb.i]
    behind = trim_punctuation([*body, *clause.circumstance])
    subject = whole == clause.subject
    if any(t.lower_ == "according" for t in behind):
        raise Unclear("according")  # It would seem to tell of the context alone.
    try:
        told = phrase(story, behind) if behind else None
        doer = None if subject else phrase(story, clause.subject_words)
    except Unclear:
        return None
    used = [p for p in (doer, told) if p is not None]
    words = ["who" if person(whole) and subject else "that", *([doer.text] if doer else [])]
    words += [*verb_group(clause), *([told.text] if told else [])]
    here = story.sentence(whole)
    return together(" ".join(words), (Phrase("", here, here), *used))


def past(whole: Token) -> bool:
    """Whether the things are told of as in the past."""
    verb = verb_above(whole) or whole
    group = (verb, *(c for c in verb.children if c.dep_.startswith("aux")))
    return any(t.tag_ == "VBD" for t in group)

"""What the parser gets wrong again and again, put right before anything is read."""

from collections.abc import Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Token

from questions.currencies import CODES, GLUED

PARTICLES = frozenset("de da di du del della der den van von bin ibn al el la le".split())
"""What stands between a first name and a family name."""

UNITS = frozenset(("m.", "g."))
SHORT = frozenset("a.m. p.m. U.S. U.K. U.N. Inc. Co. Corp. Ltd.".split())
OPENINGS = frozenset(
    "The A An It He She They We In On At By For From But And If When While After Before As This "
    "That These Those There Its His Her Their Both".split()
)
"""Words that hardly stand with a capital within a sentence, behind an abbreviation."""

PER_CENT, PERCENT = ("per", "cent"), "per cent"
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def words(parser: Language, text: str) -> Doc:
    """A text in tokens, 'per cent' being one and to the parser no other word than 'percent'.

    The '.' behind the 'm' of '€40m.' is a token of its own.
    """
    doc = parser.make_doc(text)
    end_sentences(doc)
    part_currencies(doc)
    if PERCENT not in text.lower():
        return doc
    found = [n for n, t in enumerate(doc[:-1]) if (t.lower_, doc[n + 1].lower_) == PER_CENT]
    if found and PERCENT not in parser.vocab.vectors:
        parser.vocab.set_vector(PERCENT, parser.vocab["percent"].vector)
    with doc.retokenize() as retokenizer:
        for n in found:
            retokenizer.merge(doc[n : n + 2], attrs={"NORM": "percent"})
    return doc


def part_currencies(doc: Doc) -> None:
    """'NZ$16bn' and 'Rs. 5' as sign and sum; to the parser 'EUR' is no other word than '$'."""
    texts = [t.text for t in doc]
    glued = [n for n, text in enumerate(texts) if "$" in text and GLUED.fullmatch(text)]
    dotted = [n for n, text in enumerate(texts[:-2]) if text == "Rs" and texts[n + 1] == "."]
    if glued or dotted:
        part_at(doc, glued, dotted)
        texts = [t.text for t in doc]
    for place, (sign, number) in enumerate(pairwise(texts)):
        if sign in CODES and number[0].isdigit():
            doc[place].norm_ = "$"


def part_at(doc: Doc, glued: Sequence[int], dotted: Sequence[int]) -> None:
    """Part what is one token, and join what is two."""
    with doc.retokenize() as retokenizer:
        for place in glued:
            token = doc[place]
            parts = [token.text[: token.text.index("$") + 1], token.text.partition("$")[2]]
            retokenizer.split(token, parts, heads=[(token, 1), (token, 1)])
        for place in dotted:
            retokenizer.merge(doc[place : place + 2])


def end_sentences(doc: Doc) -> None:
    """Tell the parser of sentences that end in an abbreviation: 'for €40m. The', 'at 3 p.m. She'.

    It takes the dot for a part of the word, and both sentences for one.
    """
    texts = [t.text for t in doc]
    units = [n for n, text in enumerate(texts) if n and text in UNITS and ends(doc[n])]
    if units:
        with doc.retokenize() as retokenizer:
            for place in units:
                unit = doc[place]
                retokenizer.split(unit, [unit.text[:-1], "."], heads=[(unit, 0), (unit, 0)])
        texts = [t.text for t in doc]
    for place, (before, opening) in enumerate(pairwise(texts), 1):
        if before in SHORT and opening in OPENINGS:
            doc[place].is_sent_start = True


def ends(unit: Token) -> bool:
    """Whether a unit stands behind a figure and before a new sentence."""
    behind = unit.doc[unit.i + 1 : unit.i + 2].text
    return unit.nbor(-1).text[-1].isdigit() and not behind[:1].islower()


def mend(doc: Doc) -> None:
    """Put right what shows only in the parse."""
    rejoin_names(doc)
    subordinate(doc)


def rejoin_names(doc: Doc) -> None:
    """'Maurice de Sully' as one name, where the parser hangs the parts on the verb one by one."""
    for particle in doc[1:-1]:
        if particle.lower_ not in PARTICLES:
            continue
        first, last = particle.nbor(-1), particle.nbor()
        parted = last.head == first.head != first and last.head.i > last.i
        if parted and first.pos_ == "PROPN" and last.text[0].isupper():
            last.dep_, last.tag_, last.pos_ = first.dep_, "NNP", "PROPN"
            for part in (*first.children, first, particle):
                part.head = last
            first.dep_ = particle.dep_ = "compound"


def subordinate(doc: Doc) -> None:
    """'The reserve, proclaimed in 1963, covers the delta': what covers it is the sentence's verb.

    The parser takes the participle for it, and the verb for a second one.
    """
    for participle in doc:
        main = mistaken_for(participle) if participle.tag_ in ("VBN", "VBD") else None
        if main is None:
            continue
        subject = next(c for c in participle.children if c.dep_.startswith("nsubj"))
        main.dep_ = participle.dep_
        above = main if participle.head == participle else participle.head
        loose = [c for c in participle.children if c.i > main.i or c.i < subject.left_edge.i]
        main.head = above
        for part in (subject, *loose):
            if part != main:
                part.head = main
        passive = any(c.dep_ == "auxpass" for c in main.children)
        subject.dep_ = "nsubjpass" if passive else "nsubj"
        participle.head, participle.dep_, participle.tag_ = subject, "acl", "VBN"


def mistaken_for(participle: Token) -> Token | None:
    """The finite verb behind a participle that stands between commas after its subject."""
    if (
        participle.i < 2
        or participle.nbor(-1).text != ","
        or participle.dep_ not in ("ROOT", "conj")
    ):
        return None
    parts = list(participle.children)
    subject = next((c for c in parts if c.dep_.startswith("nsubj")), None)
    own = any(c.dep_.startswith("aux") or c.dep_ in ("cc", "dobj", "ccomp") for c in parts)
    if subject is None or own or subject.right_edge.i not in (participle.i - 2, participle.i - 1):
        return None
    if any(t.text == "," for t in participle.doc[subject.left_edge.i : participle.i - 1]):
        return None
    later = (c for c in parts if c.dep_ == "conj" and c.i > participle.i and finite(c))
    main = next(later, None)
    first = main.left_edge if main is not None else participle
    return main if first != participle and first.nbor(-1).text == "," else None


def finite(verb: Token) -> bool:
    """Whether a verb group without a subject of its own has a tense."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    bare = not any(c.dep_.startswith("nsubj") for c in verb.children)
    return bare and any(t.tag_ in FINITE for t in (verb, *helpers))

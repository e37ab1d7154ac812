"""Why something was done: 'suspended because of fog', 'released for want of evidence'."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from questions.annotate import joined
from questions.candidates import Key
from questions.catalog import table
from questions.facts import Clause
from questions.items import AnswerType
from questions.kinds import ARTICLES
from questions.pronouns import agree
from questions.slots import located
from questions.story import Story
from questions.text import content, sentence_case
from questions.tree import Token
from questions.trimming import kept, trim_punctuation
from questions.verbs import lemma

MARKERS = frozenset((("because", "of"), ("owing", "to"), ("due", "to")))
WANTING = frozenset(("lack", "want"))
HEDGES = frozenset(
    "partly largely mainly chiefly primarily mostly probably possibly perhaps not part just "
    "simply only either".split()
)
DEFINITE = frozenset("the this that these those its their such".split())
OWNED = frozenset(("his", "her"))
WORDS = 5
KIND = "reason"


@cache
def rows() -> tuple[tuple[frozenset[str], frozenset[str], tuple[tuple[str, ...], ...]], ...]:
    """Deeds, words of which the reason has one, and reasons for these with their other names."""
    return tuple(
        (
            frozenset(deeds.split()),
            frozenset(words.split()),
            tuple(tuple(reason.split("=")) for reason in reasons.split("|")),
        )
        for deeds, words, reasons in table("reasons")
    )


def reasons(story: Story, clause: Clause) -> Iterator[Key]:
    """The reason that a clause gives in a few words of its own."""
    for marker in clause.body:
        noun = cause(clause, marker)
        if noun is None or marker.i in story.reading.quoted or marker.nbor(-1).lower_ in HEDGES:
            continue
        text = written(story, clause, marker, noun)
        row = row_for(lemma(clause.verb), text)
        if text and row is not None:
            tokens = frozenset(t.i for t in marker.subtree)
            yield Key(
                AnswerType.REASON,
                sentence_case(text),
                "Why",
                tokens,
                False,
                f"{KIND} {row}",
                weight=0.6,
                framed=True,
            )


def cause(clause: Clause, marker: Token) -> Token | None:
    """The noun behind 'because of', or the lack or want behind 'for'."""
    if marker.head != clause.verb or marker.i + 1 >= len(marker.doc) or marker.i == 0:
        return None
    pair = (marker.lower_, marker.nbor(1).lower_)
    if pair in MARKERS:
        below = (t for t in marker.subtree if t.dep_ == "pobj" and t.head.i <= marker.i + 1)
        return next(below, None)
    wanting = pair[0] == "for" and pair[1] in WANTING
    return marker.nbor(1) if wanting and marker.nbor(1).head == marker else None


def written(story: Story, clause: Clause, marker: Token, noun: Token) -> str:
    """The reason without its place; '' where it is no plain one that stands by itself."""
    apart = {t.i for c in noun.children if located(c) for t in c.subtree}
    words = trim_punctuation([t for t in kept(noun) if t.i not in apart and t.i > marker.i])
    bare = noun.pos_ in ("NOUN", "PROPN") and not list(noun.conjuncts) and len(words) <= WORDS
    pointing = any(t.lower_ in DEFINITE or not t.text.islower() for t in words)
    owners = [t for t in words if t.tag_ in ("PRP", "PRP$")]
    own = all(t.lower_ in OWNED and agree(story, t, clause.subject) for t in owners)
    clausal = any(t.pos_ == "VERB" and t.dep_ in ("relcl", "acl", "pcomp") for t in words)
    return joined(story.reading, words).strip() if bare and own and not pointing | clausal else ""


def row_for(deed: str, text: str) -> int | None:
    """The number of the first row of a deed that the reason belongs to."""
    words = set(content(text))
    fitting = (
        number
        for number, (deeds, needed, _) in enumerate(rows())
        if deed in deeds and (not needed or needed & words)
    )
    return next(fitting, None)


def rivals(kind: str, key: str, says: Callable[[str], bool]) -> list[str]:
    """Other reasons for such a deed of which the article has no word, those like the key first."""
    reasons = rows()[int(kind.removeprefix(KIND))][2]
    own = next((w for w in key.lower().split() if w in OWNED), "her")
    fresh = [r for r in reasons if not shared(r, key) and not any(map(says, r))]
    texts = [sentence_case(r[0].replace("her ", f"{own} ")) for r in fresh]
    return sorted(texts, key=lambda text: shape(text) != shape(key))


def shared(names: Sequence[str], key: str) -> bool:
    """Whether a reason and the key have a word in common."""
    return bool({w for name in names for w in content(name)} & set(content(key)))


def shape(text: str) -> str:
    """How a reason opens: with an article, with 'his', or bare."""
    first = text.split(maxsplit=1)[0].lower()
    return "a" if first in ARTICLES else first if first in OWNED else ""

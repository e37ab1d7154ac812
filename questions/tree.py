"""The parse as plain values, with the names that spaCy gives them.

spaCy's own tokens look everything up anew, which takes most of the time of a rule that asks for
much; here a word's parts are found once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

from spacy import tokens as spacy_tokens


@dataclass(slots=True, eq=False)
class Token:
    """A word with its place, its forms, and the words that hang on it, in the text's order."""

    doc: "Doc" = field(repr=False)
    i: int
    idx: int
    text: str
    whitespace_: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    is_sent_start: bool
    is_punct: bool
    is_space: bool
    like_num: bool
    head: "Token" = field(init=False, repr=False)
    children: list["Token"] = field(init=False, repr=False, default_factory=list)
    left_edge: "Token" = field(init=False, repr=False)
    right_edge: "Token" = field(init=False, repr=False)
    sent: "Span" = field(init=False, repr=False)
    _subtree: tuple["Token", ...] = field(init=False, repr=False, default=())

    @property
    def lefts(self) -> list["Token"]:
        """What hangs on the word and stands before it."""
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> list["Token"]:
        """What hangs on the word and stands behind it."""
        return [c for c in self.children if c.i > self.i]

    @property
    def subtree(self) -> tuple["Token", ...]:
        """The word and all below it; out of order where branches cross."""
        if not self._subtree:
            before = [t for c in self.lefts for t in c.subtree]
            self._subtree = (*before, self, *(t for c in self.rights for t in c.subtree))
        return self._subtree

    @property
    def ancestors(self) -> Iterator["Token"]:
        """What the word hangs on, from the nearest to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, descendant: "Token") -> bool:
        """Whether another word hangs on this one."""
        return any(above is self for above in descendant.ancestors)

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """The words that are coordinated with this one."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for word in found:
            found += [c for c in word.rights if c.dep_ == "conj"]
        return tuple(t for t in found if t is not self)

    def nbor(self, steps: int = 1) -> "Token":
        """The word so many places on."""
        if self.i + steps < 0:
            raise IndexError(self.i + steps)
        return self.doc.tokens[self.i + steps]


@dataclass(slots=True, eq=False)
class Span:
    """Words that stand together; `label_` says what a name is a name of."""

    doc: "Doc" = field(repr=False)
    start: int
    end: int
    label_: str = ""

    def __iter__(self) -> Iterator[Token]:
        """The words one by one."""
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        """How many words."""
        return self.end - self.start

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> "Span": ...
    def __getitem__(self, place: int | slice) -> "Token | Span":
        """A word or, for a slice, words, counted from the first."""
        if isinstance(place, slice):
            first, last, _ = place.indices(len(self))
            return Span(self.doc, self.start + first, self.start + max(first, last))
        return self.doc.tokens[self.start : self.end][place]

    @property
    def text(self) -> str:
        """The words as they stand in the text."""
        if self.start == self.end:
            return ""
        first, last = self.doc.tokens[self.start], self.doc.tokens[self.end - 1]
        return self.doc.text[first.idx : last.idx + len(last.text)]

    @property
    def root(self) -> Token:
        """The first of the words that are nearest to a sentence's root."""
        return min(self, key=_distance)

    @property
    def sent(self) -> "Span":
        """The sentence of the first word."""
        return self.doc.tokens[self.start].sent

    @property
    def ents(self) -> list["Span"]:
        """The names within it."""
        return [e for e in self.doc.ents if self.start <= e.start and e.end <= self.end]


def _distance(token: Token) -> tuple[bool, int]:
    """How far it is to the root; a mark on which nothing hangs is the last choice."""
    mark = token.is_punct or token.is_space
    loose = mark and not token.children and token.head is not token
    return loose, sum(1 for _ in token.ancestors)


class Doc:
    """The words of a text, its sentences and the names that the parser has seen in it."""

    def __init__(self, parsed: spacy_tokens.Doc) -> None:
        """All at once, for the words refer to each other."""
        self.vocab = parsed.vocab
        self.text = parsed.text
        self.answers: dict[str, dict[int, Any]] = {}
        self.tokens = [_token(self, token) for token in parsed]
        self.sents = [Span(self, s.start, s.end) for s in parsed.sents]
        self.ents = [Span(self, e.start, e.end, e.label_) for e in parsed.ents]
        _connect(self.tokens, [token.head.i for token in parsed])
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence

    def __iter__(self) -> Iterator[Token]:
        """The words one by one."""
        return iter(self.tokens)

    def __len__(self) -> int:
        """How many words."""
        return len(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        """A word or, for a slice, words."""
        if isinstance(place, int):
            return self.tokens[place]
        first, last, _ = place.indices(len(self.tokens))
        return Span(self, first, max(first, last))


def _token(doc: Doc, token: spacy_tokens.Token) -> Token:
    return Token(
        doc,
        token.i,
        token.idx,
        token.text,
        token.whitespace_,
        token.lower_,
        token.lemma_,
        token.tag_,
        token.pos_,
        token.dep_,
        token.ent_type_,
        token.ent_iob_,
        bool(token.is_sent_start),
        token.is_punct,
        token.is_space,
        token.like_num,
    )


def _connect(tokens: Sequence[Token], heads: Sequence[int]) -> None:
    for token, head in zip(tokens, heads, strict=True):
        token.head = tokens[head]
        token.left_edge = token.right_edge = token
        if head != token.i:
            token.head.children.append(token)
    for token in tokens:
        for above in token.ancestors:
            if above.left_edge.i <= token.i:
                break
            above.left_edge = token
    for token in reversed(tokens):
        for above in token.ancestors:
            if above.right_edge.i >= token.i:
                break
            above.right_edge = token

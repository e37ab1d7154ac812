"""The parse as plain values, with the names that spaCy gives them.

spaCy's own tokens look everything up anew, which takes most of the time of a rule that asks for
much; here a word's parts are found once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any, overload

from spacy import tokens as spacy_tokens
from spacy.vocab import Vocab

LOOKS: list[int | str] = ["SPACY", "ENT_IOB", "SENT_START", "IS_PUNCT", "IS_SPACE", "LIKE_NUM"]
NAMES: list[int | str] = ["ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE"]
SPACES, NAMED = ("", " "), ("", "I", "O", "B")


@dataclass(slots=True, eq=False)
class Token:
    """A word with its place, its forms, and the words that hang on it, in the text's order."""

    doc: "Doc" = field(repr=False)
    i: int
    idx: int
    whitespace_: str
    ent_iob_: str
    is_sent_start: bool
    is_punct: bool
    is_space: bool
    like_num: bool
    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
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
            found += [c for c in word.children if c.dep_ == "conj" and c.i > word.i]
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
        at = place + (self.end if place < 0 else self.start)
        if not self.start <= at < self.end:
            raise IndexError(place)
        return self.doc.tokens[at]

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
        for token in self:
            if token.head is token:
                return token
        tops = [t for t in self if not self.start <= t.head.i < self.end]
        return tops[0] if len(tops) == 1 else min(tops, key=_distance)

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

    def __init__(self, vocab: Vocab, parts: Sequence[spacy_tokens.Doc]) -> None:
        """Texts that were parsed one by one, with a space between."""
        self.vocab = vocab
        self.text = " ".join(part.text for part in parts)
        self.answers: defaultdict[object, dict[int, Any]] = defaultdict(dict)
        self.tokens: list[Token] = []
        self.ents: list[Span] = []

        @cache
        def look(key: int) -> str:
            return vocab.strings[key]

        for part in parts:
            self._add(part, look)
        _link(self.tokens)
        starts = [t.i for t in self.tokens if t.is_sent_start]
        self.sents = [Span(self, *ends) for ends in pairwise((*starts, len(self.tokens)))]
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence

    def _add(self, part: spacy_tokens.Doc, look: Callable[[int], str]) -> None:
        known, place = len(self.tokens), self._space()
        spaces, named, starts, *flags = part.to_array(LOOKS).T.tolist()
        columns = (
            map(SPACES.__getitem__, spaces),
            map(NAMED.__getitem__, named),
            (start == 1 for start in starts),
            *(map(bool, flag) for flag in flags),
            *(map(look, name) for name in part.to_array(NAMES).T.tolist()),
        )
        for i, row in enumerate(zip(*columns, strict=True), known):
            token = Token(self, i, place, *row)
            place += len(token.text) + len(token.whitespace_)
            self.tokens.append(token)
        steps = part.to_array("HEAD").astype("int64").tolist()
        for token, step in zip(self.tokens[known:], steps, strict=True):
            token.head = self.tokens[token.i + step]
        self.ents += [Span(self, known + e.start, known + e.end, e.label_) for e in part.ents]

    def _space(self) -> int:
        """Where the next part begins, behind a space."""
        if not self.tokens:
            return 0
        last = self.tokens[-1]
        last.whitespace_ = " "
        return last.idx + len(last.text) + 1

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


def _link(tokens: Sequence[Token]) -> None:
    """Let words know what hangs on them, and how far that reaches."""
    for token in tokens:
        token.left_edge = token.right_edge = token
        if token.head is not token:
            token.head.children.append(token)
    for token in tokens:
        above = token.head
        while above.left_edge.i > token.i:
            above.left_edge, above = token, above.head
    for token in reversed(tokens):
        above = token.head
        while above.right_edge.i < token.i:
            above.right_edge, above = token, above.head

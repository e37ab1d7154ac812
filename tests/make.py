"""Valid values for tests, of which a test states only what it is about."""

import hashlib
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from questions import AnswerType, Article, Evidence, Generated, Item, ItemKind
from questions.documents import clean

TEXT = (
    "The Sydney Harbour Bridge opened on 19 March 1932 after eight years of work. "
    "Its arch rises 134 metres above the water."
)
SENTENCE_END = TEXT.index(".") + 1


def make_article(text: str = TEXT, **values: Any) -> Article:
    article = Article(
        id=hashlib.sha256(text.encode()).hexdigest(),
        title="A bridge opens",
        text=text,
        source="https://example.org/bridge",
        published="1932-03-20",
    )
    return replace(article, **values)


def make_item(**values: Any) -> Item:
    item = Item(
        id="item-1",
        stem="When did the Sydney Harbour Bridge open?",
        options=("1923", "1930", "1932", "1936"),
        key=2,
        answer_type=AnswerType.DATE,
        evidence=Evidence(0, SENTENCE_END, TEXT[:SENTENCE_END]),
        explanation="The article says when it opened.",
        difficulty=0.4,
        score=0.93,
    )
    return replace(item, **values)


def make_flashcard(**values: Any) -> Item:
    """A question without options to choose from."""
    return make_item(**{"kind": ItemKind.FLASHCARD, "options": ("1932",), "key": 0} | values)


def make_generated(*items: Item, **values: Any) -> Generated:
    return Generated(make_article(**values), items or (make_item(),))


_words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
    lambda text: clean(text) != ""
)
_shares = st.floats(0, 1)


@st.composite
def _items(draw: st.DrawFn, text: str) -> Item:
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    options = draw(st.lists(_words, min_size=1, max_size=6, unique=True))
    return Item(
        id=draw(_words),
        stem=draw(_words),
        options=tuple(options),
        key=draw(st.integers(0, len(options) - 1)),
        answer_type=draw(st.sampled_from(AnswerType)),
        evidence=Evidence(start, end, text[start:end]),
        explanation=draw(st.just("") | _words),
        difficulty=draw(_shares),
        score=draw(_shares),
        kind=ItemKind.MULTIPLE_CHOICE if len(options) > 1 else ItemKind.FLASHCARD,
    )


@st.composite
def generated_values(draw: st.DrawFn) -> Generated:
    """Any valid Generated, with every awkward character a text can have."""
    text = draw(_words)
    article = make_article(
        text,
        title=draw(_words),
        source=draw(st.just("") | _words),
        published=draw(st.none() | _words),
        language=draw(_words),
    )
    items = draw(st.lists(_items(text), min_size=1, max_size=4, unique_by=lambda item: item.id))
    return Generated(article, tuple(items))

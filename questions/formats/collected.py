"""Items under a title of their own, whatever articles they are about.

They get an article put together from what there is: one paragraph for each item, its evidence or,
where it has none, its stem. Evidence so stands where the contract wants it, and an item without any
has an empty one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from questions.items import Article, Evidence, Generated, Item

_BETWEEN = "\n\n"


def collected(title: str, items: Sequence[Item], source: str = "") -> Generated:
    """Items in this order; the same ones give the same article."""
    starts = dict(_places(dict.fromkeys(map(_paragraph, items))))
    text = _BETWEEN.join(starts)
    article = Article(sha256(text.encode()).hexdigest(), title, text, source)
    return Generated(article, tuple(_moved(item, starts[_paragraph(item)]) for item in items))


def is_collected(article: Article, items: Sequence[Item]) -> bool:
    """Whether all that the article has to say is what its items were put together from."""
    return set(article.text.split(_BETWEEN)) <= set(map(_paragraph, items))


def _paragraph(item: Item) -> str:
    return item.evidence.text or item.stem


def _places(paragraphs: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Each paragraph with where it begins."""
    start = 0
    for paragraph in paragraphs:
        yield paragraph, start
        start += len(paragraph) + len(_BETWEEN)


def _moved(item: Item, start: int) -> Item:
    text = item.evidence.text
    return replace(item, evidence=Evidence(start, start + len(text), text))

"""Web pages → the plain text of an article."""

import re

import lxml.etree
import lxml.html
from trafilatura import bare_extraction
from trafilatura.settings import Document as Page

from questions.documents import Document, clean

_NOT_PROSE = ("script", "style", "noscript", "template", "pre", "svg", "math")
_BLOCKS = (
    *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption"),
    *("figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav"),
    *("ol", "p", "section", "table", "td", "th", "tr", "ul"),
)
_NOTE_MARK = re.compile(r"\[[^\[\]]{1,12}\]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK = re.compile(r"\s*\n\s*")

# No extensive search: a date is taken from the page's own statement, never guessed from its text.
# The latest date is fixed because it would otherwise be the day of reading.
_DATE_RULES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}

_TOO_SHORT = 250
"""Below this trafilatura joins all blocks into one line."""


def read(markup: str) -> Document:
    """The article in a page, with title and date where the page states them."""
    tree = _parse(markup)
    if tree is None:
        return Document(None, "", None)
    found = bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_DATE_RULES,
    )
    page = found.as_dict() if isinstance(found, Page) else {}
    text, title = page.get("text") or "", _line(page.get("title"))
    text = _paragraphs(text if len(text) >= _TOO_SHORT else _all_text(tree))
    return Document(title, _without_title(text, title), page.get("date"))


def _parse(markup: str) -> lxml.html.HtmlElement | None:
    """The page without what is not prose; None where there is nothing but white space."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(markup.encode(), parser=parser)
    except lxml.etree.ParserError:
        return None
    for element in [*tree.iter(*_NOT_PROSE), *filter(_is_note_mark, tree.iter("sup"))]:
        element.drop_tree()
    return tree


def _is_note_mark(element: lxml.html.HtmlElement) -> bool:
    return _NOTE_MARK.fullmatch(element.text_content().strip()) is not None


def _all_text(tree: lxml.html.HtmlElement) -> str:
    """Every word of the body, for pages too short to tell an article from what is around it."""
    body = tree.find("body")
    if body is None:
        return ""
    for element in list(body.iter(*_BLOCKS)):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    return str(body.text_content())


def _paragraphs(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip().removeprefix("- ") for line in text.split("\n"))
    return _BLANK.sub("\n\n", clean("\n".join(lines)))


def _line(title: str | None) -> str | None:
    return " ".join(clean(title).split()) or None if title else None


def _without_title(text: str, title: str | None) -> str:
    first, _, rest = text.partition("\n\n")
    return rest if rest and first == title else text

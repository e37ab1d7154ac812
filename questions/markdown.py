"""Markdown → the plain text of an article."""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from questions.documents import Document, clean

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_FRONT_MATTER_LINE = re.compile(r"^(title|date)[ \t]*:[ \t]*(.+?)[ \t]*$", re.I | re.M)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]+\]:?")
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(markup: str) -> Document:
    """The article in `markup`; without a title in the front matter a leading heading is taken."""
    front = _FRONT_MATTER.match(markup)
    fields = _front_matter(front[1]) if front else {}
    tokens = _PARSER.parse(markup[front.end() :] if front else markup)
    heading = _leading_heading(tokens)
    title = fields.get("title") or heading
    paragraphs = list(_paragraphs(tokens))
    if heading and heading == title:
        del paragraphs[0]
    date = _ISO_DATE.search(fields.get("date", ""))
    return Document(title, clean("\n\n".join(paragraphs)), date[0] if date else None)


def _front_matter(lines: str) -> dict[str, str]:
    """The two fields an article has; YAML's other riches are not needed for them."""
    return {name.lower(): value.strip("\"' ") for name, value in _FRONT_MATTER_LINE.findall(lines)}


def _leading_heading(tokens: list[Token]) -> str | None:
    if len(tokens) > 1 and (tokens[0].type, tokens[0].tag) == ("heading_open", "h1"):
        return _words(tokens[1].children or []) or None
    return None


def _paragraphs(tokens: Iterable[Token]) -> Iterator[str]:
    """What is written in sentences: no code, no tables, no raw HTML."""
    tables = 0
    for token in tokens:
        if token.type in {"table_open", "table_close"}:
            tables += token.nesting
        elif token.type == "inline" and not tables and (words := _words(token.children or [])):
            yield words


def _words(tokens: Iterable[Token]) -> str:
    text = "".join(_inline(token) for token in tokens)
    return _FOOTNOTE_MARK.sub("", text).strip()


def _inline(token: Token) -> str:
    match token.type:
        case "text" | "text_special" | "code_inline":
            return token.content
        case "softbreak" | "hardbreak":
            return " "
        case _:
            return ""

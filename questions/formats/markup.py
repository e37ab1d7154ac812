"""XML from elsewhere, read with the line of every element and within limits; and XML written.

Declarations of types and entities are refused: no format here needs one, every known attack does.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import errors

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from lxml import etree

from questions.errors import FormatError
from questions.formats.reading import beginning, decoded

DEEPEST = 100
"""Elements within each other at most."""

MOST, MOST_OF_ALL = 50_000, 500_000
"""Elements that are kept in memory together: those of a part, and those of a whole document."""

LONGEST_TAG = 1_000_000
"""Bytes without the end of a tag: one with a million attributes takes seconds."""

_CHUNK = 65_536
_WHITE = " \t\r\n"
"""What XML takes for white space: no space that keeps words together is."""
_INVALID = errors.codes[errors.XML_ERROR_INVALID_TOKEN]
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*\sencoding\s*=\s*[\"'](?!utf-8)", re.I)
_PROLOG = re.compile(r"\s*(?:<\?[^>]*\?>\s*|<!--(?:[^-]|-(?!->))*-->\s*|<!DOCTYPE[^>\[]*>\s*)*")
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")


@dataclass(slots=True)
class Element:
    """An element without its namespace; `content` has its text and elements in their order."""

    tag: str
    line: int
    attributes: Mapping[str, str]
    content: list["str | Element"] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Where it begins."""
        return f"line {self.line}"

    def children(self, *tags: str) -> list["Element"]:
        """Elements directly in it, of these names where any are given."""
        found = [each for each in self.content if isinstance(each, Element)]
        return [each for each in found if each.tag in tags] if tags else found

    def child(self, tag: str) -> "Element":
        """The first of a name; an empty one where there is none."""
        return next(iter(self.children(tag)), Element(tag, self.line, {}))

    def everywhere(self) -> Iterator["Element"]:
        """All elements in it, at whatever depth, and before them itself."""
        yield self
        for child in self.children():
            yield from child.everywhere()

    @property
    def html(self) -> str:
        """What is in it as HTML: elements keep their names and have no attributes but a source."""
        return "".join(
            escape(each, quote=False) if isinstance(each, str) else each.outer
            for each in self.content
        )

    @property
    def outer(self) -> str:
        """The element itself as HTML."""
        return f"<{self.tag}>{self.html}</{self.tag}>"

    @property
    def text(self) -> str:
        """Text directly in it; where elements are in it, too, all of it as HTML."""
        return self.html if self.children() else "".join(map(str, self.content))


def root_name(data: bytes) -> str | None:
    """Name of the outermost element, or None where the file does not begin as XML does."""
    start = beginning(data)
    found = _ROOT.match(start, _PROLOG.match(start).end())  # type: ignore[union-attr]  # it matches nothing, too
    return found[1] if found else None


def parse(data: bytes) -> Element:
    """A whole document; raises FormatError, which names the line."""
    builder = _Builder(kept=1, most=MOST_OF_ALL)
    return next(_elements(data, builder))


def children(data: bytes, *, depth: int = 2) -> Iterator[Element]:
    """The elements in the outermost one, or deeper, each forgotten when the next is asked for."""
    yield from _elements(data, _Builder(kept=depth))


def document(root: etree._Element) -> bytes:
    """XML of a document, indented where that adds nothing to a text."""
    texts = [
        (part, part.text, [child.tail for child in part]) for part in root.iter() if mixed(part)
    ]
    etree.indent(root)
    for part, text, tails in texts:
        part.text = text
        for child, tail in zip(part, tails, strict=True):
            child.tail = tail
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def mixed(part: etree._Element) -> bool:
    """Whether an element has text beside other elements."""
    texts = (part.text, *(child.tail for child in part))
    return len(part) > 0 and any(text and text.strip(_WHITE) for text in texts)


def _elements(data: bytes, builder: "_Builder") -> Iterator[Element]:
    parser: Any = DefusedXMLParser(target=builder, forbid_dtd=True)
    builder.parser = parser.parser
    try:
        for start in range(0, len(data), _CHUNK):
            builder.silent += _CHUNK
            parser.feed(data[start : start + _CHUNK])
            builder.check()
            yield from builder.taken()
        parser.close()
    except ParseError as error:
        if error.code == _INVALID and not _DECLARED.search(data[:_CHUNK]):
            decoded(data)
        line, column = error.position
        problem = f"is not XML: {str(error).partition(':')[0]}"
        raise FormatError(f"line {line}, column {column + 1}", problem) from None
    except DefusedXmlException:
        line = parser.parser.CurrentLineNumber
        problem = "declares a document type or entities, which is refused"
        raise FormatError(f"line {line}", problem) from None
    except (LookupError, ValueError):
        raise FormatError("line 1", "names an encoding that cannot be read; use UTF-8") from None
    yield from builder.taken()


class _Builder:
    """Takes what the parser finds and keeps the elements at one depth, counted from 1, whole.

    `silent` is how many bytes the parser was fed since it last told of anything.
    """

    def __init__(self, kept: int, *, most: int = MOST) -> None:
        self.parser: Any = None
        self._kept, self._most = kept, most
        self._open: list[Element] = []
        self._done: list[Element] = []
        self._count = 0
        self.silent = 0

    def check(self) -> None:
        """Raise FormatError where the parser has been silent for too long."""
        if self.silent > LONGEST_TAG:
            problem = f"has a tag or a comment of more than {LONGEST_TAG:,} bytes"
            raise FormatError(f"line {self.parser.CurrentLineNumber}", problem)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.silent = 0
        line = self.parser.CurrentLineNumber
        if len(self._open) == DEEPEST:
            raise FormatError(f"line {line}", f"has more than {DEEPEST} elements within each other")
        self._count += 1
        if self._count > self._most:
            raise FormatError(f"line {line}", f"has more than {self._most:,} elements in one")
        plain = {name.rpartition("}")[2]: value for name, value in attributes.items()}
        self._open.append(Element(tag.rpartition("}")[2], line, plain))

    def data(self, text: str) -> None:
        self.silent = 0
        if len(self._open) >= self._kept:
            self._open[-1].content.append(text)

    def end(self, _tag: str) -> None:
        self.silent = 0
        closed = self._open.pop()
        depth = len(self._open) + 1
        if depth > self._kept:
            self._open[-1].content.append(closed)
        elif depth == self._kept:
            self._done.append(closed)
            self._count = 0

    def close(self) -> None:
        """Nothing is left to do at the end."""

    def taken(self) -> list[Element]:
        """The elements that are complete, once."""
        done, self._done = self._done, []
        return done

"""Text as HTML and back: what learning platforms keep questions and feedback in."""

import re
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "p div li ul ol table tr h1 h2 h3 h4 h5 h6 pre section article dl dt dd blockquote".split()
)
_UNSHOWN = frozenset(("script", "style", "head", "title", "template"))
_MEDIA = frozenset(("img", "audio", "video", "object", "embed", "iframe", "svg", "canvas"))
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPACES = re.compile(" +")
_EDGE = re.compile(r" *\n *")

# Python's parser takes quadratic time for what is never closed. Each of these stops at the next
# mark that could begin another.
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.S)
_LONE = re.compile(r"<(?=!--|[^<>]*(?:<|$))")

LONGEST = 20_000
"""Characters of HTML that are read: what is longer is shown as it is, markup and all."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of some HTML, that of its quotations, and whether it shows or plays anything."""

    text: str
    quoted: str
    media: bool


def escaped(text: str) -> str:
    """Text as HTML that shows it."""
    return escape(text, quote=False).replace("\n", "<br>")


def proof(explanation: str, evidence: str) -> str:
    """Feedback that explains, and quotes the passage that proves it."""
    told = f"<p>{escaped(explanation)}</p>" if explanation else ""
    return told + (f"<blockquote>{escaped(evidence)}</blockquote>" if evidence else "")


def has_markup(text: str) -> bool:
    """Whether a text that may be HTML has any tag or entity in it."""
    return bool(_MARKUP.search(text))


def passage(html: str) -> Passage:
    """What somebody who reads the HTML in a page sees, line for line."""
    if len(html) > LONGEST:
        return Passage(html, "", media=False)
    reader = _Reader()
    reader.feed(_LONE.sub("&lt;", _COMMENT.sub("", html)))
    reader.close()
    return Passage(_tidy(reader.told), _tidy(reader.quoted), reader.media)


def joined(found: Passage) -> str:
    """All text of a passage, quotations behind the rest."""
    return "\n".join(filter(None, (found.text, found.quoted)))


def _tidy(pieces: list[str]) -> str:
    return _EDGE.sub("\n", _SPACES.sub(" ", "".join(pieces))).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: list[str] = []
        self.quoted: list[str] = []
        self.media = False
        self._quotes = self._unshown = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.media = self.media or tag in _MEDIA
        self._unshown += tag in _UNSHOWN
        self._quotes += tag == "blockquote"
        if tag == "br":
            self._pieces.append("\n")
        elif tag in _BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break()
        self._quotes -= tag == "blockquote" and self._quotes > 0
        self._unshown -= tag in _UNSHOWN and self._unshown > 0

    def handle_data(self, data: str) -> None:
        if not self._unshown:
            self._pieces.append(_SPACE.sub(" ", data))

    @property
    def _pieces(self) -> list[str]:
        return self.quoted if self._quotes else self.told

    def _break(self) -> None:
        """Begin a new line, unless one has begun."""
        pieces = self._pieces
        if pieces and not "".join(pieces[-2:]).rstrip(" ").endswith("\n"):
            pieces.append("\n")

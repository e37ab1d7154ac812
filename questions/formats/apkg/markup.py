"""The HTML of a field → plain text with the pictures and sounds in their places."""

import html
import re
from collections.abc import Callable

import lxml.etree

from questions.documents import clean

Kept = Callable[[str], str]
"""What stands in the text for a picture or sound of this name."""

_BLOCKS = frozenset(
    "address article blockquote br center dd details div dl dt figcaption figure footer h1 h2 h3 "
    "h4 h5 h6 header hr li main ol p pre section summary table tr ul".split()
)
_UNSEEN = frozenset(("script", "style", "head", "title", "template", "noscript"))
# Most fields have no other tags than these, which are taken out without a parser; attributes with
# an angle bracket in them are left to it.
_ATTRIBUTES = r"""(?:\s++[\w:-]++(?:\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>=`]++))?+)*+\s*+/?>"""
_INLINE = re.compile(
    "</?(?:a|b|big|code|em|font|i|ins|mark|s|small|span|strong|sub|sup|u)" + _ATTRIBUTES
)
_LINES = re.compile("<(?:br|/?(?:blockquote|div|h[1-6]|li|ol|p|ul))" + _ATTRIBUTES)
_BREAK = re.compile(r"\s*+(?:<br>\s*+)++")
# Each of these stops at the next mark that could begin another, so that none takes long to fail.
_SOUND = re.compile(r"\[sound:([^\[\]\n]{1,300})\]")
_SPOKEN = re.compile(r"\[anki:(?:tts|play)[^\[\]]*\](?:[^\[\]]*\[/anki:tts\])?")
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\s*\n\s*")


def text(markup: str, kept: Kept) -> str:
    """What is read on the card, in lines."""
    shown = _SPOKEN.sub("", markup) if "[anki:" in markup else markup
    if "<" in shown:
        shown = _read(shown, kept)
    elif "&" in shown:
        shown = html.unescape(shown)
    shown = _SOUND.sub(lambda found: kept(found[1]), shown)
    return clean(_BREAKS.sub("\n", _SPACES.sub(" ", shown)))


def line(markup: str, kept: Kept) -> str:
    """The same in one line."""
    return " ".join(text(markup, kept).split())


def simplified(markup: str) -> str:
    """Markup that reads alike, with fewer tags: for what is read again and again."""
    return _BREAK.sub("<br>", _LINES.sub("<br>", _INLINE.sub("", markup.replace("\n", " "))))


def _read(markup: str, kept: Kept) -> str:
    plain = _LINES.sub("\n", _INLINE.sub("", markup.replace("\n", " ")))
    return _parsed(markup, kept) if "<" in plain else html.unescape(plain)


def _parsed(markup: str, kept: Kept) -> str:
    target = _Target(kept)
    parser = lxml.etree.HTMLParser(target=target, no_network=True, huge_tree=False)
    try:
        parser.feed(f"<body>{markup}</body>")
        parser.close()
    except lxml.etree.XMLSyntaxError:
        return html.unescape(re.sub(r"<[^<>]*>", " ", markup))
    return "".join(target.parts)


class _Target:
    """Collects text while the parser goes through the markup, however deep it is nested."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        self.parts: list[str] = []
        self.unseen = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")
        elif tag == "img" and not self.unseen:
            self.parts.append(f" {self.kept(attributes.get('src', ''))} ")

    def end(self, tag: str) -> None:
        self.unseen -= tag in _UNSEEN
        if tag in _BLOCKS and tag != "br":
            self.parts.append("\n")

    def data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(data.replace("\n", " "))

    def close(self) -> None:
        """Nothing is left open."""

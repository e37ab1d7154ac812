"""Raw text to an Article, and the paragraphs of prose in it."""

import hashlib
import re
import textwrap
from collections.abc import Iterator
from itertools import islice

from questions.documents import TEXT_LIMIT
from questions.errors import EmptyText, NotEnglish, TextTooLong
from questions.items import Article
from questions.restored import restored

ENGLISH = frozenset(
    "the of and to a in is was that for with by from as at it on are were this have has had his he "
    "she which be an not but they their who its or said will would about after one".split()
)
ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’)\]]*$")
DATELINE = re.compile(
    r"(?P<city>[^\W\d_](?:[^\W\d_]|['’. /-]){2,40}?)(?:, (?:[A-Z][\w.-]*|of|the|and|\d{1,2})"
    r"(?: (?:[A-Z][\w.-]*|of|the|and|\d{1,2})){0,4})*"
    r"(?: \([^)]{2,25}\))?(?: ?(?:—|–|--) ?| - )"
)
BULLET = re.compile(r"\s*(?:[-*+•·▪◦‣●○–—>]|\(?\d{1,2}[.)]) +(?=\S)")
WITHIN = r"(?i:of|the|and|in|to|a|an|by|with|from|on|at|for|was|is)\b"
SMALL = re.compile(rf"(?<![.!?:] )\b{WITHIN}")
CAPITAL = re.compile(rf"(?<![.!?:] )\b(?=[A-Z]){WITHIN}")
WRAPPED = range(45, 100)


def read(
    text: str, *, title: str | None = None, source: str = "", published: str | None = None
) -> Article:
    """Text, restored, as an Article; a headline in the first line is its title.

    Raises EmptyText, TextTooLong or NotEnglish.
    """
    text = restored(writable(text))
    if not text.strip():
        raise EmptyText
    if len(text) > TEXT_LIMIT:
        raise TextTooLong(len(text), TEXT_LIMIT)
    if not is_english(text):
        raise NotEnglish
    name = writable(title or "") or headline(text) or opening(text)
    return Article(hashlib.sha256(text.encode()).hexdigest(), name, text, source, published)


def writable(text: str) -> str:
    """The text without lone surrogates, which no file can hold."""
    return text.encode(errors="ignore").decode()


def is_english(text: str) -> bool:
    """Whether enough of the words are the small words of English; a few words are given credit."""
    found = islice(re.finditer(r"[^\W\d_]+", text), 5000)
    words = [word[0].lower() for word in found]
    latin = sum(word.isascii() for word in words)
    if len(words) < 12:
        return bool(words) and latin == len(words)
    share = sum(word in ENGLISH for word in words) / len(words)
    return share >= (0.12 if "the" in words else 0.18)


def headline(text: str) -> str | None:
    """A first line that is set off by an empty line, short, and no sentence."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip().lstrip("# ").strip()
    lone = rest.startswith("\n") and bool(rest.strip())
    short = len(first.split()) <= 20 and len(first) <= 150
    statement = ENDS_SENTENCE.search(first) and not first.endswith("?")
    return first if lone and short and not statement else None


def opening(text: str) -> str:
    """The first words of a text without a headline; the dots tell them from one."""
    words = textwrap.shorten(text.strip()[:1000].split("\n")[0], 80, placeholder="")
    return words.rstrip(" .,;:!?") + "…"


def paragraphs(article: Article) -> list[tuple[int, int]]:
    """Character spans of the paragraphs that are prose: no headline, captions, tables or code."""
    head = headline(article.text)
    spans = list(blocks(article.text))
    if head and spans and article.text[slice(*spans[0])].lstrip("# ").strip() == head:
        spans = spans[1:]
    prose = [span for span in spans if is_prose(article.text[slice(*span)])]
    return [(start + opener(article.text[start:end]), end) for start, end in prose]


def opener(paragraph: str) -> int:
    """Length of a bullet or of 'LONDON (Reuters) - ' at a paragraph's start, else 0."""
    match = BULLET.match(paragraph) or dateline(paragraph)
    return match.end() if match else 0


def dateline(paragraph: str) -> re.Match[str] | None:
    """'LIÈGE, Belgium, 4 May (Agency) — ': a place in capitals, what lies around it, a date."""
    match = DATELINE.match(paragraph)
    return match if match is not None and match["city"].isupper() else None


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the lines of a text; lines wrapped at a fixed width are put together again."""
    start, end, last = 0, 0, ""
    for match in (m for m in re.finditer(r"[^\n]+", text) if not m[0].isspace()):
        goes_on = match.start() == end + 1 and not ENDS_SENTENCE.search(last.rstrip())
        wrapped = (len(last) in WRAPPED or match[0][0].islower()) and not BULLET.match(match[0])
        if not (goes_on and wrapped):
            if last:
                yield stripped(text, start, end)
            start = match.start()
        end, last = match.end(), match[0]
    if last:
        yield stripped(text, start, end)


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def is_prose(block: str) -> bool:
    """Sentences of mostly lower-case words, with few signs among them."""
    letters, words = list(filter(str.isalpha, block)), block.split()
    signs = sum(map(len, words)) - len(letters)
    return (
        len(words) >= 4
        and bool(re.search(r"[.!?][\"'”’)\]]*(\s|$)", block))
        and sum(map(str.isupper, letters)) < 0.35 * len(letters)
        and signs <= 0.25 * len(block)
        and block.count("|") < 2
        and not in_title_case(block)
    )


def in_title_case(block: str) -> bool:
    """Whether the Small Words of It Are Written Like This."""
    capital = len(CAPITAL.findall(block))
    return capital > 2 and 2 * capital > len(SMALL.findall(block))

"""A server as a browser sees it."""

import gzip
import re
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from http.cookiejar import CookieJar
from pathlib import Path
from time import perf_counter
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, build_opener

from questions import documents
from tests.bench.measuring import Measure, seconds
from tests.bench.places import QUIZAPP, ROOT
from tests.serving import free_port, serving


class Browser:
    """Keeps cookies, follows redirects, and finds forms by the address they are sent to.

    It takes what is compressed as every browser does, and keeps how many bytes each page had so.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.opener.addheaders = [("Accept-Encoding", "gzip")]
        self.page = ""
        self.sizes: dict[str, int] = {}

    def get(self, path: str) -> str:
        """Go to a page."""
        return self._open(path, None)

    def post(self, action: str, **fields: str) -> str:
        """Send the page's form whose address matches, with its hidden fields."""
        forms = re.findall(r'<form[^>]*\saction="([^"]+)"[^>]*>(.*?)</form>', self.page, re.S)
        address, form = next(form for form in forms if re.search(action, form[0]))
        hidden = re.findall(r'name="(\w+)" type="hidden" value="([^"]*)"', form)
        hidden += re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
        return self._open(unescape(address), dict(hidden) | fields)

    def load(self, path: str) -> bytes:
        """What a page brings along, as it comes: a style, a script, a picture."""
        with self.opener.open(urljoin(self.address, path)) as answer:
            return bytes(answer.read())

    def _open(self, path: str, fields: dict[str, str] | None) -> str:
        data = urlencode(fields).encode() if fields is not None else None
        with self.opener.open(urljoin(self.address, path), data) as answer:
            sent = answer.read()
            packed = answer.headers["Content-Encoding"] == "gzip"
        self.page = (gzip.decompress(sent) if packed else sent).decode()
        self.sizes[self.page] = len(sent)
        return self.page


def of_pages(article: Path) -> Iterator[Measure]:
    """A server that has been running for a while, as a browser sees it."""
    text = documents.read(article.read_bytes(), article.name).text
    with server() as (address, started):
        yield Measure("quizapp serve to the first page", started, "s", 10)
        browser = Browser(address)
        paste(browser, "Warm-up. " + text)
        yield Measure("pasted article to its quiz", seconds(lambda: paste(browser, text)), "s", 1)
        pages = [browser.get("/"), browser.get("/quizzes/1")]
        answers = list(attempt(browser, pages))
        yield Measure("answering a question", 1000 * statistics.median(answers), "ms", 30)
        largest = max(weight(browser, page) for page in set(pages))
        yield Measure("largest page with all it loads, compressed", largest / 1000, "kB", 60)


@contextmanager
def server() -> Iterator[tuple[str, float]]:
    """A fresh instance, and the seconds until its first page."""
    with tempfile.TemporaryDirectory() as instance:
        start = perf_counter()
        command = [QUIZAPP, "serve", "--port", free_port()]
        with serving(command, ROOT, {"QUIZAPP_INSTANCE": instance}) as address:
            yield address, perf_counter() - start


def paste(browser: Browser, text: str) -> None:
    """From the text in the field to the page with its items."""
    browser.get("/")
    browser.post("^/$", text=text, title="", source="", published="")


def attempt(browser: Browser, pages: list[str]) -> Iterator[float]:
    """Take the whole first quiz; seconds of each answer, the pages on the way kept in `pages`."""
    browser.get("/quizzes/1")
    sizes = re.search(r'<select[^>]*name="size".*?</select>', browser.page, re.S)
    offered = re.findall(r'value="(\d+)"', sizes[0]) if sizes else []
    browser.post("/attempts$", **({"size": offered[-1]} if offered else {}))
    while "Submit answer" in browser.page:
        pages.append(browser.page)
        yield seconds(lambda: browser.post(r"/questions/\d+$", option="0"))
        pages.append(browser.page)
        onward = re.search(r'href="([^"]+)"[^>]*>\s*(Next question|See results)', browser.page)
        if onward is None:
            break
        browser.get(unescape(onward[1]))
    pages.append(browser.page)


def weight(browser: Browser, page: str) -> int:
    """Bytes of a page, its styles, scripts and images as they came, compressed by the server."""
    links = set(re.findall(r'<(?:link|script|img)[^>]+(?:href|src)="([^"]+)"', page))
    return browser.sizes[page] + sum(len(browser.load(unescape(link))) for link in links)

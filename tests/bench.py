"""How long things take: `make bench`, or `python -m tests.bench --article FILE` for any article.

Prints a table and writes bench.json; `--long` adds a text of a megabyte and a thousand articles.
Nothing here fails for being slow: a test that depends on the machine's mood is no test.
"""

import argparse
import gzip
import json
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from html import unescape
from http.cookiejar import CookieJar
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, build_opener

import questions
from questions import documents
from questions.annotate import BATCH, model
from tests.serving import free_port, serving

ROOT = Path(__file__).parents[1]
QUIZAPP = Path(sys.executable).with_name("quizapp")
SAMPLE = ROOT / "quizapp" / "samples" / "notre-dame.md"
TEXTS = sorted((ROOT / "tests" / "ranker" / "texts").glob("*.txt"))
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Measure:
    """A value and the most it should be; None where it is only for comparison."""

    name: str
    value: float
    unit: str
    limit: float | None = None


class Browser:
    """Keeps cookies, follows redirects, and finds forms by the address they are sent to."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.page = ""

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

    def _open(self, path: str, fields: dict[str, str] | None) -> str:
        data = urlencode(fields).encode() if fields is not None else None
        with self.opener.open(urljoin(self.address, path), data) as answer:
            self.page = answer.read().decode()
        return self.page


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--article", type=Path, default=SAMPLE)
    parser.add_argument("--output", type=Path, default=ROOT / "bench.json")
    parser.add_argument("--long", action="store_true", help="some minutes more")
    arguments = parser.parse_args()
    measures = []
    for measure in every(arguments.article, long=arguments.long):
        print(line(measure), flush=True)  # noqa: T201 - the table is the purpose
        measures.append(measure)
    result = {"article": arguments.article.name, "measures": [asdict(m) for m in measures]}
    arguments.output.write_text(json.dumps(result, indent=1) + "\n")


def every(article: Path, *, long: bool) -> Iterator[Measure]:
    """All measures, the quick ones first."""
    yield from of_generation(article)
    yield from of_pages(article)
    for size in (1_000, 10_000, 100_000, *([MEGABYTE] if long else [])):
        yield from of_length(size)
    yield from of_memory(texts=50, rounds=20) if long else of_memory(texts=10, rounds=4)


def line(measure: Measure) -> str:
    """A row of the table; too much is marked."""
    limit = f"≤ {measure.limit:g} {measure.unit}" if measure.limit else ""
    mark = "  ← over" if measure.limit and measure.value > measure.limit else ""
    return f"{measure.name:<46}{measure.value:>10.3f} {measure.unit:<4}{limit}{mark}"


def of_generation(article: Path) -> Iterator[Measure]:
    """The library and the command, without a server."""
    document = documents.read(article.read_bytes(), article.name)
    command = [QUIZAPP, "generate", article]
    yield Measure("quizapp --help", median(lambda: run([QUIZAPP, "--help"])), "s", 0.3)
    yield Measure("quizapp generate, cold", median(lambda: run(command), times=3), "s", 4)
    questions.generate(document.text)
    generate = median(lambda: questions.generate(document.text, title=document.title))
    yield Measure("generation, model loaded", generate, "s", 0.6)


def of_length(size: int) -> Iterator[Measure]:
    """Generation beside the bare parse of the same paragraphs, in time of the processor."""
    text, times = of_size(size), max(1, min(5, 50_000 // size))
    parse = worked(lambda: list(model().pipe(text.splitlines(), batch_size=BATCH)), times=times)
    generate = worked(lambda: questions.generate(text), times=times)
    name = f"{size // 1000:,} KB"
    yield Measure(f"{name}: generation of one KB", 1_000_000 * generate / len(text), "ms")
    yield Measure(f"{name}: generation against the bare parse", generate / parse, "×", 2)


def worked(action: Callable[[], object], *, times: int) -> float:
    """Seconds that the processor worked, in the quickest of several runs."""

    def once() -> float:
        start = process_time()
        action()
        return process_time() - start

    return min(once() for _ in range(times))


def of_size(size: int) -> str:
    """So many characters of articles, up to the end of a sentence."""
    text, articles = "", cycle(TEXTS)
    while len(text) < size:
        text += next(articles).read_text(encoding="utf-8").strip() + "\n\n"
    return text[:size].rpartition(". ")[0] + "."


def of_memory(*, texts: int, rounds: int) -> Iterator[Measure]:
    """The most memory that was ever held, after each round over the same articles."""
    articles = [p.read_text(encoding="utf-8") for p in islice(TEXTS, 0, None, len(TEXTS) // texts)]
    held: list[float] = []
    for number in range(1, rounds + 1):
        for text in articles:
            questions.generate(text)
        held.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        yield Measure(f"memory after {number * len(articles):,} articles", held[-1], "MB")
    yield Measure("growth after the first round", held[-1] - held[0], "MB", 30)


def run(command: list[object]) -> None:
    """Run to the end, out of sight."""
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


def median(action: Callable[[], object], *, times: int = 5) -> float:
    """Seconds of the middle of several runs."""
    return statistics.median(seconds(action) for _ in range(times))


def seconds(action: Callable[[], object]) -> float:
    """Seconds of one run."""
    start = perf_counter()
    action()
    return perf_counter() - start


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
    size = re.search(r'name="size"[^>]*value="(\d+)"|<option[^>]*value="(\d+)"', browser.page)
    browser.post("/attempts$", **({"size": size[1] or size[2]} if size else {}))
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
    """Bytes of a page, its styles, scripts and images, compressed as a server in front does."""
    links = set(re.findall(r'<(?:link|script|img)[^>]+(?:href|src)="([^"]+)"', page))
    loaded = (browser.get(unescape(link)) for link in links)
    return sum(len(gzip.compress(part.encode())) for part in (page, *loaded))


if __name__ == "__main__":
    main()

"""Generation: the command, the library, long texts and memory."""

import resource
from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from spacy.tokens import Doc

import questions
from questions import documents
from questions.annotate import BATCH, model
from tests.bench.measuring import Measure, median, run, worked
from tests.bench.places import QUIZAPP, ROOT

TEXTS = sorted((ROOT / "tests" / "ranker" / "texts").glob("*.txt"))


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
    text, times = of_size(size), max(1, min(9, 300_000 // size))
    rounds = [
        (worked(partial(parsed, text), times=1), worked(partial(questions.generate, text), times=1))
        for _ in range(times)
    ]
    parse, generate = map(min, zip(*rounds, strict=True))
    name = f"{size // 1000:,} KB"
    yield Measure(f"{name}: generation of one KB", 1_000_000 * generate / len(text), "ms")
    yield Measure(f"{name}: generation against the bare parse", generate / parse, "×", 2)


def parsed(text: str) -> list[Doc]:
    """What the parser alone makes of a text."""
    return list(model().pipe(text.splitlines(), batch_size=BATCH))


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

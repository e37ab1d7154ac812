"""How long things take: `make bench`, or `python -m tests.bench --article FILE` for any article.

Prints a table and writes bench.json; `--long` adds a thousand articles, decks of 50,000 items
and somebody with two million reviews.
Nothing here fails for being slow: a test that depends on the machine's mood is no test.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from tests.bench.cards import of_cards
from tests.bench.decks import of_decks
from tests.bench.generation import of_generation, of_length, of_memory
from tests.bench.measuring import Measure, line
from tests.bench.pages import of_pages
from tests.bench.places import ROOT, SAMPLE
from tests.bench.responses import of_responses

SIZES = (1_000, 10_000, 100_000, 1_000_000)
"""Characters of the texts whose generation is measured beside the bare parse."""


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
    yield from of_responses()
    for size in SIZES:
        yield from of_length(size)
    if long:
        yield from of_decks()
        yield from of_cards()
    yield from of_memory(texts=50, rounds=20) if long else of_memory(texts=10, rounds=4)


if __name__ == "__main__":
    main()

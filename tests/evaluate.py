"""How good the items are, as far as a program can tell: `make eval`.

Makes the items of the sample articles and of the articles in `tests/ranker/texts`, and prints one
column for each group. *Judged* are the printed items that blind readers have marked
(`tests/ranker/`), and *usable* the share of those that they would print unchanged; the ranker has
learned from the same marks, so that this flatters. The solvers guess by a cue alone; .25 is chance.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from questions import Generated, Item, generate
from questions.checks import flaws
from questions.text import content, tokens
from quizapp.samples import samples

JUDGED = Path(__file__).parent / "ranker"
Solver = Callable[[Item, str], list[float]]


@dataclass(frozen=True, slots=True)
class Group:
    """Articles of one kind with their items, and the verdicts on some of those."""

    name: str
    made: tuple[Generated, ...]
    verdicts: dict[tuple[str, str], str]


def main() -> None:
    """Print the table, one group of articles a column."""
    groups = [Group("samples", tuple(sampled()), {}), Group("judged texts", *judged())]
    table = [dict(measures(group)) for group in groups]
    sys.stdout.write(f"{'':34}" + "".join(f"{group.name:>14}" for group in groups) + "\n")
    for name in table[0]:
        sys.stdout.write(f"{name:34}" + "".join(f"{row[name]:>14}" for row in table) + "\n")


def sampled() -> Iterator[Generated]:
    """The items of the sample articles."""
    for document in samples():
        yield generate(document.text, title=document.title, published=document.published)


def judged() -> tuple[tuple[Generated, ...], dict[tuple[str, str], str]]:
    """The items of the judged articles, and the verdicts by article and stem."""
    texts = {p.stem: p.read_text(encoding="utf-8") for p in sorted((JUDGED / "texts").iterdir())}
    made = {name: generate(text) for name, text in texts.items()}
    lines = (JUDGED / "judged.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    verdicts = {(made[r["text"]].article.id, r["stem"]): r["verdict"] for r in rows}
    return tuple(made.values()), verdicts


def measures(group: Group) -> Iterator[tuple[str, str]]:
    """Names and values, as they are printed."""
    items = [(item, one.article) for one in group.made for item in one.items]
    words = sum(len(one.article.text.split()) for one in group.made)
    marks = Counter(
        verdict
        for item, article in items
        if (verdict := group.verdicts.get((article.id, item.stem)))
    )
    yield "articles", str(len(group.made))
    yield "items", str(len(items))
    yield "items for 1,000 words", f"{1000 * len(items) / words:.1f}"
    yield "articles without items", str(sum(not one.items for one in group.made))
    yield "items with a flaw", str(sum(bool(flaws(item, article)) for item, article in items))
    for name, solver in SOLVERS.items():
        guessed = mean(right(solver(item, article.text), item.key) for item, article in items)
        yield f"solved by {name}", f"{guessed:.2f}"
    kinds = Counter(item.answer_type for item, _ in items)
    yield "most frequent type", " ".join(str(x) for x in kinds.most_common(1)[0])
    yield "judged", str(sum(marks.values()))
    yield "usable of those", f"{marks['usable'] / max(1, sum(marks.values())):.0%}"


def right(scores: Sequence[float], key: int) -> float:
    """The chance of a guesser who takes one of the options of the highest score."""
    best = [n for n, score in enumerate(scores) if score == max(scores)]
    return (key in best) / len(best)


def longest(item: Item, _: str) -> list[float]:
    """Prefers the longest option."""
    return [float(len(option)) for option in item.options]


def overlap(item: Item, _: str) -> list[float]:
    """Prefers the option that shares most words with the stem."""
    stem = set(tokens(item.stem))
    return [float(sum(w in stem for w in content(option))) for option in item.options]


def frequency(item: Item, text: str) -> list[float]:
    """Prefers the option that stands most often in the article."""
    running = f" {'  '.join(tokens(text))} "
    return [float(running.count(f" {'  '.join(tokens(option))} ")) for option in item.options]


SOLVERS: dict[str, Solver] = {
    "the longest option": longest,
    "words of the stem": overlap,
    "frequency in the article": frequency,
}

if __name__ == "__main__":
    main()

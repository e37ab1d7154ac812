"""How good the items are, as far as a program can tell: `make eval`.

Makes the items of the sample articles and of the articles in `tests/ranker/texts`, and prints one
column for each group, behind what it should be; an arrow marks what is not. *Judged* are the
printed items that blind readers have marked (`tests/ranker/`), and *usable* the share of those that
they would print unchanged; the ranker has learned from the same marks, so that this flatters. The
solvers guess by a cue alone: .25 is chance.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import mean

from questions import Generated, Item, generate
from questions.checks import flaws
from questions.text import overlap as shared
from questions.text import tokens
from quizapp.samples import samples
from tests.solvers import SOLVERS, look, right, unlikely

JUDGED = Path(__file__).parent / "ranker"
ALIKE = 0.5
LIMITS = {
    "articles without items": ("≤", 0),
    "items with a flaw": ("≤", 0),
    **{f"solved by {name}": ("≤", 0.34) for name in SOLVERS},
    # People's items of the article are the most frequent of their options as well.
    "solved by frequency in the article": ("≤", 0.42),
    "chance of the keys' places": ("≥", 0.01),
    "options written alike": ("≥", 0.9),
    "keys asked for once": ("≥", 0.9),
    "similar stems": ("≤", 0.05),
}


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
    sys.stdout.write(f"{'':44}" + "".join(f"{group.name:>14}" for group in groups) + "\n")
    for name in table[0]:
        sys.stdout.write(line(name, [row[name] for row in table]) + "\n")


def line(name: str, values: Sequence[str]) -> str:
    """A row of the table; what is not as it should be is marked."""
    sign, bound = LIMITS.get(name, ("", 0.0))
    wanted = f"{sign} {bound:g}" if sign else ""
    over = any(float(v) > bound if sign == "≤" else float(v) < bound for v in values if sign)
    columns = "".join(f"{value:>14}" for value in values)
    return f"{name:36}{wanted:>8}{columns}{'  ←' if over else ''}"


def sampled() -> Iterator[Generated]:
    """The items of the sample articles."""
    for document in samples():
        yield generate(document.text, title=document.title, published=document.published)


def judged() -> tuple[tuple[Generated, ...], dict[tuple[str, str], str]]:
    """The items of the judged articles, and the verdicts by article and stem."""
    texts = {p.stem: p.read_text(encoding="utf-8") for p in sorted((JUDGED / "texts").iterdir())}
    with ProcessPoolExecutor() as pool:
        made = dict(zip(texts, pool.map(generate, texts.values(), chunksize=20), strict=True))
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
        tried = [(solver(item, article.text), item.key) for item, article in items]
        hits = [right(scores, key) for scores, key in tried if scores is not None]
        yield f"solved by {name}", f"{mean(hits or [0.0]):.2f}"
    yield "chance of the keys' places", f"{unlikely([item.key for item, _ in items]):.2f}"
    alike = mean([homogeneous(item) for item, _ in items] or [True])
    yield "options written alike", f"{alike:.2f}"
    yield "keys asked for once", f"{distinct(group.made):.2f}"
    yield "similar stems", f"{similar(group.made):.3f}"
    kinds = Counter(item.answer_type for item, _ in items)
    yield "most frequent type", " ".join(str(x) for x in kinds.most_common(1)[0])
    yield "judged", str(sum(marks.values()))
    yield "usable of those", f"{marks['usable'] / max(1, sum(marks.values())):.0%}"


def homogeneous(item: Item) -> bool:
    """Whether all options are written alike: digits, unit, capital, about as many words."""
    looks = [look(option) for option in item.options]
    sizes = [size for *_, size in looks if isinstance(size, int)]
    return len({each[:2] for each in looks}) == 1 and max(sizes) - min(sizes) <= 1


def similar(made: Sequence[Generated]) -> float:
    """The share of pairs of stems, in one article, of which half the words are the same."""
    pairs = [pair for one in made for pair in combinations([i.stem for i in one.items], 2)]
    return sum(shared(a, b) >= ALIKE for a, b in pairs) / max(1, len(pairs))


def distinct(made: Sequence[Generated]) -> float:
    """The share of items whose key no other item of the article has."""
    keys = [Counter(tokens(i.options[i.key]) for i in one.items) for one in made]
    return sum(map(len, keys)) / max(1, sum(map(Counter.total, keys)))


if __name__ == "__main__":
    main()

"""Learn the ranker's weights from judged items: `python -m tests.ranker.train`.

`texts/` holds the articles, `judged.jsonl` what blind readers said of items made from them. Items
are made anew, so that the features are today's; a judgement counts where the item is still made.
Learns in which directions the judged stems differ, prints how kept and usable shares go
together on texts held out, and writes the weights.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from questions import article as articles
from questions import senses
from questions.annotate import annotate
from questions.annotate import model as parser
from questions.candidates import Candidate
from questions.items import Item
from questions.pipeline import candidates, item_or_reason
from questions.ranker import Features, features
from questions.story import Story, understand

HERE = Path(__file__).parent
WEIGHTS = Path("questions/data/ranker.json")
SENSES = Path("questions/data/senses.json")
FOLDS = 10
DIRECTIONS = 10
RARE = 6
"""A feature seen in fewer judged items than this is left out."""

Matrix = NDArray[np.float64]


def judgements() -> dict[str, dict[tuple[str, str], dict[str, object]]]:
    """For each text what was said of each stem and key."""
    found: dict[str, dict[tuple[str, str], dict[str, object]]] = defaultdict(dict)
    for line in (HERE / "judged.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["text"]][row["stem"], row["key"]] = row
    return found


def learn_senses() -> None:
    """Write the directions in which judged stems differ."""
    vocab = parser().vocab
    stems = sorted({stem for judged in judgements().values() for stem, _ in judged})
    found = [v for stem in stems if (v := senses.vector(vocab, stem)) is not None]
    rows = senses.directions(np.array(found), DIRECTIONS)
    lines = ",\n".join(json.dumps([round(float(x), 3) for x in row]) for row in rows)
    SENSES.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def examples() -> Iterator[tuple[str, Features, bool]]:
    """Judged items that are still made: the text's name, the features, whether it is usable."""
    for name, judged in sorted(judgements().items()):
        text = (HERE / "texts" / f"{name}.txt").read_text(encoding="utf-8")
        story = understand(annotate(articles.read(text)))
        for candidate, item in made(story):
            row = judged.get((item.stem, item.options[item.key]))
            label = usable(row, item) if row is not None else None
            if label is not None:
                yield name, features(story, candidate, item.options, item.evidence), label


def made(story: Story) -> Iterator[tuple[Candidate, Item]]:
    """Every item of a text, before any are chosen."""
    seen = set()
    for candidate in candidates(story):
        item = item_or_reason(story, candidate, 0) if isinstance(candidate, Candidate) else None
        if isinstance(candidate, Candidate) and isinstance(item, Item) and item.id not in seen:
            seen.add(item.id)
            yield candidate, item


def usable(row: dict[str, object], item: Item) -> bool | None:
    """The verdict; None where it blamed options that are offered no longer."""
    same = set(item.options) == set(row["options"])  # type: ignore[call-overload]
    if row["verdict"] == "usable":
        return True
    return None if row["fault"] == "options" and not same else False


def fit(x: Matrix, y: Matrix, ridge: float, rounds: int = 30) -> Matrix:
    """Weights of a logistic regression by Newton's method; the first column is the bias."""
    weights = np.zeros(x.shape[1])
    penalty = ridge * np.eye(x.shape[1])
    penalty[0, 0] = 0.0
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + penalty @ weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + penalty
        weights -= np.linalg.solve(curve, slope)
    return weights


def matrix(rows: list[Features], names: list[str]) -> Matrix:
    """One row an item, the bias first."""
    return np.array([[1.0, *(row.get(name, 0.0) for name in names)] for row in rows])


def held_out(x: Matrix, y: Matrix, texts: list[str], ridge: float) -> Matrix:
    """The probability of each item by weights learned from other texts only."""
    order = {name: n for n, name in enumerate(sorted(set(texts)))}
    fold = np.array([order[name] % FOLDS for name in texts])
    found = np.zeros(len(y))
    for n in range(FOLDS):
        weights = fit(x[fold != n], y[fold != n], ridge)
        found[fold == n] = 1 / (1 + np.exp(-x[fold == n] @ weights))
    return found


def loss(p: Matrix, y: Matrix) -> float:
    """Mean negative log likelihood."""
    return float(-np.mean(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9)))


def curve(p: Matrix, y: Matrix) -> Iterator[str]:
    """Of the best tenth, two tenths …: how many are usable."""
    order = np.argsort(-p)
    for tenth in range(1, 11):
        best = order[: max(1, len(y) * tenth // 10)]
        yield f"{tenth * 10:4d} % kept: {y[best].mean():.0%} usable, p ≥ {p[best].min():.2f}"


def main() -> None:
    """Train, print the curve, write the weights."""
    learn_senses()
    rows = list(examples())
    texts, found, labels = (list(column) for column in zip(*rows, strict=True))
    counts: dict[str, int] = defaultdict(int)
    for row in found:
        for name, value in row.items():
            counts[name] += value != 0
    names = sorted(name for name, count in counts.items() if count >= RARE)
    x, y = matrix(found, names), np.array(labels, dtype=float)
    losses = {r: loss(held_out(x, y, texts, r), y) for r in (1.0, 3.0, 10.0, 30.0)}
    ridge = min(losses, key=lambda r: losses[r])
    sys.stdout.write(
        f"{len(y)} items of {len(set(texts))} texts, {y.mean():.0%} usable, {len(names)} features, "
        f"ridge {ridge}, loss on held-out texts {losses[ridge]:.3f} (bias alone "
        f"{loss(np.full(len(y), y.mean()), y):.3f})\n"
    )
    sys.stdout.write("\n".join(curve(held_out(x, y, texts, ridge), y)) + "\n")
    weights = fit(x, y, ridge)
    table = {name: round(float(w), 3) for name, w in zip(["", *names], weights, strict=True)}
    WEIGHTS.write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

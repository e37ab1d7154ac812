"""Learn what pronouns stand for from read texts: `python -m tests.coreference.train`.

`read.jsonl` tells for pronouns of the ranker's texts what a reader says they stand for: the nearest
name before them, or the words where there is no name; '-' stands for nothing that is named.
Prints how many pronouns are resolved and how many of these rightly, on texts held out, for several
least probabilities, and writes the weights.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from questions import article as articles
from questions.annotate import annotate
from questions.antecedents import FORMS, Antecedent, Mentions, Resolved, candidates, mentions
from questions.clues import Features, described
from questions.coreference import read
from questions.story import Story, understand
from questions.tree import Token

HERE = Path(__file__).parent
TEXTS = HERE.parent / "ranker" / "texts"
WEIGHTS = Path("questions/data/coreference.json")
FOLDS = 8
RARE = 4
"""A feature seen in fewer candidates than this is left out."""
RIDGE = 1.0
STEPS, PACE = 300, 0.05
LEAST = (0.95, 0.9, 0.85, 0.8, 0.7, 0.5)
NAMED = ("person", "entity", "headword")

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A pronoun: its text, the features of its choices ('none' first), which of them is right."""

    text: str
    rows: tuple[Features, ...]
    right: int


@dataclass(frozen=True)
class Reading:
    """What a pronoun is read as: how likely, whether that is a name, whether it is right."""

    form: str
    probability: float
    named: bool
    right: bool


def markings() -> dict[str, dict[int, str]]:
    """For each text what the pronoun at a place stands for."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for line in (HERE / "read.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["text"]][row["at"]] = row["means"]
    return found


def stories() -> dict[str, Story]:
    """Every text that is marked."""
    texts = {n: (TEXTS / f"{n}.txt").read_text(encoding="utf-8") for n in sorted(markings())}
    return {name: understand(annotate(articles.read(text))) for name, text in texts.items()}


def marked_pronouns(
    story: Story, marked: dict[int, str]
) -> Iterator[tuple[Token, Antecedent | None]]:
    """Every marked pronoun and what it stands for; None where that is not among the mentions."""
    for token in story.reading.doc:
        if token.lower_ in FORMS and token.idx in marked:
            yield token, meant(story.once(mentions), token, marked[token.idx])


def examples(story: Story, name: str, marked: dict[int, str]) -> Iterator[Example]:
    """The marked pronouns of a text; those before each are taken as they were marked."""
    before: list[Resolved] = []
    for pronoun, what in marked_pronouns(story, marked):
        found = candidates(story, pronoun, reversed(before))
        same = [choice for choice in found if alike(choice, what)]
        best = what if what in found else same[0] if same else None
        right = list(found).index(best) + 1 if best is not None else 0
        yield Example(name, tuple(described(story, pronoun, found)), right)
        before.append(Resolved(pronoun.i, FORMS[pronoun.lower_], best or what))


def alike(choice: Antecedent, what: Antecedent | None) -> bool:
    """Whether two names are one: 'Merian' and 'Maria Sibylla Merian'."""
    if what is None or "noun" in (choice.kind, what.kind):
        return choice == what
    one, other = set(choice.name.lower().split()), set(what.name.lower().split())
    return one <= other or other <= one


def hits(best: Antecedent, what: Antecedent | None, said: str) -> bool:
    """Whether what was read is what was marked, perhaps by a name that several bear."""
    named = best.kind in NAMED and said.lower().split()[-1] in best.name.lower().split()
    return named or alike(best, what)


def meant(known: Mentions, pronoun: Token, said: str) -> Antecedent | None:
    """What the reader's words mention: at their last place before the pronoun, or else behind."""
    text = pronoun.doc.text
    at = text.rfind(said, 0, pronoun.idx)
    at = at if at >= 0 else text.find(said, pronoun.idx)
    within = [t.i for t in pronoun.doc if at - len(t.text) < t.idx < at + len(said) and at >= 0]
    span = pronoun.doc[within[0] : within[-1] + 1] if within else ()
    words = [span.root, *reversed(list(span))] if span else []
    return next((known.covered[t.i] for t in words if t.i in known.covered), None)


def fit(found: Sequence[Example], names: Sequence[str]) -> Matrix:
    """The weights that make what is right the likeliest, by Adam (Kingma and Ba, 2015)."""
    columns = {name: n for n, name in enumerate(names)}
    x = np.vstack([matrix(each.rows, columns) for each in found])
    sizes = np.array([len(each.rows) for each in found])
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(found)), sizes)
    right = np.zeros(len(x))
    right[first + np.array([each.right for each in found])] = 1
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        score = x @ weights
        raised = np.exp(score - np.maximum.reduceat(score, first)[owner])
        p = raised / np.add.reduceat(raised, first)[owner]
        slope = x.T @ (p - right) + RIDGE * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        size = np.sqrt(square / (1 - 0.999**step)) + 1e-8
        weights -= PACE * mean / (1 - 0.9**step) / size
    return weights


def matrix(rows: Sequence[Features], columns: dict[str, int]) -> Matrix:
    """One row a choice."""
    found = np.zeros((len(rows), len(columns)))
    for n, row in enumerate(rows):
        for name, value in row.items():
            if name in columns:
                found[n, columns[name]] = value
    return found


def held_out(
    found: Sequence[Example], names: Sequence[str], known: dict[str, Story]
) -> Iterator[Reading]:
    """Each marked pronoun as it is read by what was learned from other texts only."""
    said = markings()
    for fold in range(FOLDS):
        mine = list(known)[fold::FOLDS]
        weights = fit([e for e in found if e.text not in mine], names)
        table = dict(zip(names, map(float, weights), strict=True))
        for name in mine:
            yield from readings(known[name], said[name], table)


def readings(story: Story, marked: dict[int, str], weights: dict[str, float]) -> Iterator[Reading]:
    """The marked pronouns of a text as they are read by some weights."""
    likely = read(story, weights)
    for pronoun, what in marked_pronouns(story, marked):
        best = likely.get(pronoun.i)
        kind = best.antecedent.kind if best is not None else ""
        right = best is not None and hits(best.antecedent, what, marked[pronoun.idx])
        p = best.probability if best is not None else 0.0
        yield Reading(FORMS[pronoun.lower_], p, kind in NAMED, right)


def table(judged: Sequence[Reading], form: str) -> Iterator[str]:
    """How many pronouns of a form are resolved to a name, and how many of these rightly."""
    mine = [each for each in judged if each.form == form]
    for least in LEAST:
        said = [each.right for each in mine if each.named and each.probability >= least]
        right = f"{np.mean(said):.1%}" if said else "-"
        yield f"{form:5} p ≥ {least:.2f}: {len(said) / len(mine):4.0%} resolved, {right} rightly"


def main() -> None:
    """Train, print the tables, write the weights."""
    known, said = stories(), markings()
    found = [each for name, story in known.items() for each in examples(story, name, said[name])]
    counts = Counter(name for each in found for row in each.rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    judged = list(held_out(found, names, known))
    sys.stdout.write(f"{len(found)} pronouns of {len(known)} texts, {len(names)} features\n")
    for form in dict.fromkeys(FORMS.values()):
        sys.stdout.write("\n".join(table(judged, form)) + "\n")
    weights = fit(found, names)
    rounded = {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}
    WEIGHTS.write_text(json.dumps(rounded, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""What a stem speaks of, as its place among the meanings of judged stems.

The principal components of the mean word vectors of judged stems. `data/senses.json` holds their
mean and their directions; `tests/ranker/train.py` makes it.
"""

import json
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab

from questions.text import content

Vectors = NDArray[np.float64]


def senses(vocab: Vocab, stem: str) -> dict[str, float]:
    """How far the stem lies in each direction, by the direction's name; none without vectors."""
    found, known = vector(vocab, stem), model()
    if found is None or found.shape != known[0].shape:
        return {}
    far = known[1:] @ (found - known[0])
    # Rounded, for processors add up in different orders.
    return {f"sense {n}": round(distance, 6) for n, distance in enumerate(far.tolist())}


def vector(vocab: Vocab, text: str) -> Vectors | None:
    """The mean vector of the words that carry meaning; None where none has one."""
    # Looked up in the table itself: asked for a word, the vocabulary keeps it for good.
    table = vocab.vectors.key2row
    rows = [row for word in content(text) if (row := table.get(vocab.strings[word])) is not None]
    return vocab.vectors.data[rows].astype(np.float64).mean(axis=0) if rows else None


def directions(vectors: Vectors, count: int) -> Vectors:
    """The mean of vectors and, below it, their directions of greatest variance, one a row.

    They are scaled so that vectors lie about 1/3 from the mean in each.
    """
    mean = vectors.mean(axis=0)
    _, widths, axes = np.linalg.svd(vectors - mean, full_matrices=False)
    spread = widths[:count].mean() / np.sqrt(len(vectors))
    return np.vstack([mean, axes[:count] / (3 * spread)])


@cache
def model() -> Vectors:
    """The mean and the directions, one a row."""
    with files("questions").joinpath("data/senses.json").open(encoding="utf-8") as rows:
        return np.array(json.load(rows))

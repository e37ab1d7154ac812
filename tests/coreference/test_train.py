import numpy as np
import pytest

from questions import article as articles
from questions.annotate import annotate
from questions.antecedents import Antecedent, mentions
from questions.story import understand
from tests.coreference.train import Example, alike, fit, hits, markings, meant

BERG = Antecedent("person", "Anna Berg")


def test_weights_tell_what_decides() -> None:
    rows = ({"none": 1.0}, {"near": 1.0, "noun": 1.0}, {"far": 1.0, "noun": 1.0})
    found = [Example(f"text{n}", rows, 1) for n in range(40)]
    near, far = fit(found, ["near", "far"])
    assert near > 1
    assert far < 0
    assert not np.isnan(near)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Lind", Antecedent("person", "Eva Lind")),
        ("a mill", Antecedent("noun", "mill")),
        ("-", None),
    ],
)
def test_a_reader_s_words_are_found_before_the_pronoun(
    said: str, expected: Antecedent | None
) -> None:
    text = "Judge Eva Lind bought a mill. Lind sold it in May. It was an old mill."
    story = understand(annotate(articles.read(text, title="The mill")))
    pronoun = next(t for t in story.reading.doc if t.text == "It")
    assert meant(mentions(story), pronoun, said) == expected


def test_names_that_are_one_are_alike() -> None:
    assert alike(BERG, Antecedent("unknown", "Berg"))
    assert not alike(BERG, Antecedent("noun", "berg"))
    assert not alike(BERG, None)
    assert hits(BERG, Antecedent("person", "Otto Berg"), "Berg")
    assert not hits(BERG, Antecedent("person", "Otto Lind"), "Lind")


def test_every_marking_names_something() -> None:
    assert all(words for marked in markings().values() for words in marked.values())

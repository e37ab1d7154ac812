import numpy as np
import pytest

from questions.annotate import model as parser
from questions.senses import directions, senses, vector


def test_stems_of_one_subject_lie_close_together() -> None:
    stems = (
        "How many goals did Ann Berg score in the second half?",
        "Who scored the winning goal in extra time?",
        "By what percentage did the company's revenue rise in the quarter?",
    )
    goal, winner, revenue = (np.array(list(senses(parser().vocab, s).values())) for s in stems)
    assert np.linalg.norm(goal - winner) < np.linalg.norm(goal - revenue)


@pytest.mark.parametrize("stem", ["", "Who was it?", "Which qzxv did Xyqqz vrrt?"])
def test_words_without_vectors_say_nothing(stem: str) -> None:
    assert senses(parser().vocab, stem) == {}


def test_looking_up_leaves_nothing_in_the_vocabulary() -> None:
    vocab = parser().vocab
    before = len(vocab), len(vocab.strings)
    assert vector(vocab, "How many aardvarks did the otorhinolaryngologist vaccinate?") is not None
    assert (len(vocab), len(vocab.strings)) == before


def test_directions_are_those_of_greatest_variance() -> None:
    rng = np.random.default_rng(1)
    cloud = rng.normal(size=(500, 3)) * [5.0, 1.0, 0.1] + 7
    mean, first, second = directions(cloud, 2)
    assert mean == pytest.approx([7, 7, 7], abs=1)
    assert abs(first[0]) > 10 * abs(first[1:]).max()
    assert abs(second[1]) > 10 * abs(second[[0, 2]]).max()
    assert ((cloud - mean) @ first).std() < 1

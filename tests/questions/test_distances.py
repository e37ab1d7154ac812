import pytest

from questions.distances import distances
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "The storm reached Madrid, about 310 kilometres south of Paris.",
            "About how many kilometres south of Paris is Madrid?",
            "310",
        ),
        (
            "A fire broke out in Vienna, a city 170km (105 miles) north-east of Graz.",
            "How many kilometres north-east of Graz is Vienna?",
            "170",
        ),
    ],
)
def test_distances_of_places_are_asked_for(tell: Tell, text: str, stem: str, key: str) -> None:
    assert [(c.stem, c.key) for c in distances(tell(text))] == [(stem, key)]


@pytest.mark.parametrize(
    "text",
    [
        # Nobody lives there; no direction; a person.
        "The storm reached Madrid, one mile south of Paris.",
        "The storm reached Madrid, 310 kilometres from Paris.",
        "They rescued Anna Berg, 30 kilometres south of Paris.",
    ],
)
def test_what_is_no_distance_of_places_is_left(tell: Tell, text: str) -> None:
    assert not list(distances(tell(text)))

import pytest

from questions.efforts import efforts
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "It took six years to build the bridge over the Lund.",
            "How long did it take to build the bridge over the Lund?",
            "Six years",
        ),
        (
            "It took 14 crews nearly six hours to bring the fire in Lund under control.",
            "About how long did it take 14 crews to bring the fire in Lund under control?",
            "Six hours",
        ),
    ],
)
def test_what_it_took_is_asked_for(tell: Tell, text: str, stem: str, key: str) -> None:
    assert [(c.stem, c.key) for c in efforts(tell(text))] == [(stem, key)]


@pytest.mark.parametrize(
    "text",
    [
        # A bound; somebody's words; no time; it is somebody.
        "It took more than six hours to bring the fire in Lund under control.",
        '"It took six years to build the bridge over the Lund," said Anna Berg.',
        "It took two cranes to lift the bell of Lund.",
        "The court took six years to hear the case of Lund.",
    ],
)
def test_what_is_not_told_is_left(tell: Tell, text: str) -> None:
    assert not list(efforts(tell(text)))

import pytest

from questions.candidates import Candidate
from questions.items import Dropped
from questions.quotations import judgements, quotations
from tests.questions.conftest import Tell

OPENING = "Mayor Anna Berg and the judge Karl Holm met in Lund on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The old bridge will never carry a tram,” said Berg.",
            [("The old bridge will never carry a tram", "Anna Berg")],
        ),
        # What goes on behind the speaker's name, in the same paragraph, is theirs.
        (
            "“The old bridge will never carry a tram,” said Berg. “My uncle built its piers.”",
            [
                ("The old bridge will never carry a tram", "Anna Berg"),
                ("My uncle built its piers", "Anna Berg"),
            ],
        ),
        (
            "Holm said that he would leave the town. “My customers went to the new market.”",
            [("My customers went to the new market", "Karl Holm")],
        ),
        # A condition is completed behind the speaker's name.
        (
            "“If the river rises again,” Berg warned, “we will close every shop in the street.”",
            [
                (
                    "If the river rises again, we will close every shop in the street",
                    "Anna Berg",
                )
            ],
        ),
        # So is a sentence that a comma leaves open; a word quoted later is no part of it.
        (
            "“My uncle built every pier,” said Berg, “and the town let the river take them.”",
            [("My uncle built every pier, and the town let the river take them", "Anna Berg")],
        ),
        (
            "“My uncle built every pier,” said Berg, who was, in her words, “heartsick”.",
            [("My uncle built every pier", "Anna Berg")],
        ),
        # Nothing that goes on from words before it, and no scraps.
        ("“But the bridge will never carry a tram,” said Berg.", []),
        ("“She knew nothing about the bridge,” said Berg.", []),
        ("“It is closed,” said Berg.", []),
        ("“The second was much worse for us all,” said Berg.", []),
        # A condition of which nothing follows; one of which something does.
        ("“If the river ever carries away the old bridge at Lindau,” said Berg.", []),
        (
            "“When the river rose over the bridge we all lay down in the beans,” said Berg.",
            [("When the river rose over the bridge we all lay down in the beans", "Anna Berg")],
        ),
        # Who asks would end the question with two marks.
        ("“Will the old bridge ever carry a tram?” asked Berg.", []),
        ("Berg spoke of “a very long night for the town”.", []),
        # The words of somebody else.
        ("When he asked, Berg was told, “The river brings large trees from a far country.”", []),
        # Nobody is named.
        ("“The old bridge will never carry a tram,” said a baker.", []),
        ("Berg left.\n\n“The old bridge will never carry a tram.”", []),
    ],
)
def test_speakers_are_asked_for(tell: Tell, text: str, expected: list[tuple[str, str]]) -> None:
    found = [(c.stem, c.key) for c in quotations(tell(OPENING + text)) if isinstance(c, Candidate)]
    assert sorted(found) == sorted((f"Who said, “{quote}”?", who) for quote, who in expected)


def test_words_of_a_bystander_are_not_asked_for(tell: Tell) -> None:
    text = "Anna Berg saw the flood.\n\n“The old bridge will never carry a tram,” said Anna Berg."
    (found,) = quotations(tell(text))
    assert isinstance(found, Dropped)
    assert found.reason == "words of a bystander"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Holm described the new market as “a barn with delusions”.",
            ["Who described the new market as “a barn with delusions”?"],
        ),
        (
            "Berg called the new market “a gift to the town”.",
            ["Who called the new market “a gift to the town”?"],
        ),
        ("Berg called it “a gift to the town”.", []),
        ("Berg did not call the new market “a gift to the town”.", []),
        ("Critics called the new market “a gift to the town”.", []),
    ],
)
def test_judges_are_asked_for(tell: Tell, text: str, expected: list[str]) -> None:
    assert [c.stem for c in judgements(tell(OPENING + text))] == expected

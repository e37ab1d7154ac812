import pytest

from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Anna Berg spoke first. Berg thanked the town. The town thanked Mayor Berg.",
            ["Anna Berg"] * 3,
        ),
        # A surname that two people bear means neither.
        ("Mayor Anna Berg and Judge Erik Berg spoke. Berg left.", ["Anna Berg", "Erik Berg"]),
        # Before the full name it may mean a thing that is named after somebody.
        ("Webb is a telescope. It honours James Webb, who led the agency.", ["James Webb"]),
    ],
)
def test_a_surname_stands_for_one_person(tell: Tell, text: str, expected: list[str]) -> None:
    assert [p.name for p in tell(text).names.person_at.values()] == expected


def test_the_hero_of_a_biography_goes_by_any_name(tell: Tell) -> None:
    text = "Lise Meitner was a physicist. Meitner lived in Berlin. Lise was baptised in 1908."
    names = tell(text, title="Lise Meitner").names
    assert names.hero is not None
    assert [p.name for p in names.person_at.values()] == ["Lise Meitner"] * 3


def test_a_second_first_name_makes_no_other_person(tell: Tell) -> None:
    text = "Mayor Anna Berg spoke. Anna Maria Berg was born in Oslo. Berg thanked the town."
    assert [p.name for p in tell(text).names.person_at.values()] == ["Anna Berg"] * 3


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ms Berg's daughter Eva runs it now. Ms Berg left.", 1),
        ("Ms Berg's daughter runs it now. Ms Berg left.", 3),
        # Who is called by the surname alone is the one told of.
        ("Berg's daughter Eva runs it now. Berg left.", 3),
    ],
)
def test_a_daughter_may_be_meant_by_the_next_surname(tell: Tell, text: str, mentions: int) -> None:
    story = tell(f"Mayor Anna Berg opened the mill in the old town of Lund. {text}")
    assert [p.name for p in story.names.person_at.values()] == ["Anna Berg"] * mentions

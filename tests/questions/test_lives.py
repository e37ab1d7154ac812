import pytest

from questions.lives import lifetime, lives
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("brackets", "years"),
    [
        ("(1867–1934)", ["1867", "1934"]),
        ("(7 November 1867 – 4 July 1934)", ["1867", "1934"]),
        ("(born 8 September 1841, Lund; died 1 May 1904, Malmö)", ["1841", "1904"]),
        ("(born May 4, 1950)", ["1950"]),
        ("(c. 1450 – 1516)", []),
        ("(in office 1999)", []),
        ("(25)", []),
    ],
)
def test_dates_in_brackets_are_of_a_life(tell: Tell, brackets: str, years: list[str]) -> None:
    story = tell(
        f"Anna Berg {brackets} was a Swedish chemist. She taught in Lund for many years.",
        title="Anna Berg",
    )
    assert [c.key for c in lives(story)] == years


@pytest.mark.parametrize(
    ("brackets", "expected"),
    [
        ("(1867–1934)", (1867, 1934)),
        ("(born May 4, 1950)", (1950, None)),
        ("(c. 1450 – 1516)", (None, None)),
        ("", (None, None)),
    ],
)
def test_a_life_has_a_first_and_a_last_year(
    tell: Tell, brackets: str, expected: tuple[int | None, int | None]
) -> None:
    told = f"Anna Berg {brackets} was a Swedish chemist. She taught in Lund for many years."
    assert lifetime(tell(told, title="Anna Berg")) == expected


def test_the_lifetime_stands_behind_the_name_in_full(tell: Tell) -> None:
    told = "Anna Maria Lovisa Berg Holm (1867–1934) was a Swedish chemist. She taught in Lund."
    assert lifetime(tell(told, title="Anna Berg")) == (1867, 1934)


def test_in_a_life_only_the_hero_s_dates_are_asked(tell: Tell) -> None:
    told = "Anna Berg (1867–1934) was a Swedish chemist. She married Karl Berg (1860–1930) in Lund."
    more = "Karl Berg taught. Karl Berg had a mill. Karl Berg sang."
    assert [c.key for c in lives(tell(f"{told} {more}", title="Anna Berg"))] == ["1867", "1934"]


def test_dates_of_somebody_in_passing_are_not_asked(tell: Tell) -> None:
    told = "The town of Lund has a museum of the writer Karl Holm (1879–1967), who lived there."
    assert not list(lives(tell(told, title="Lund")))

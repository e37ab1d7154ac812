import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.formats.apkg import clozes


@pytest.mark.parametrize(
    ("field", "number", "asked", "hidden"),
    [
        ("{{c1::Oslo}} is old", 1, "_____ is old", ["Oslo"]),
        ("{{c1::Oslo}} in {{c2::1048}}", 2, "Oslo in _____", ["1048"]),
        ("{{c1::Oslo::town}}", 1, "_____ (town)", ["Oslo"]),
        ("{{c1::Oslo::a::b}}", 1, "_____ (a::b)", ["Oslo"]),
        ("{{c1::a}} and {{c1::b}}", 1, "_____ and _____", ["a", "b"]),
        ("{{c1::a {{c2::b}} c}}", 1, "_____", ["a b c"]),
        ("{{c1::a {{c2::b}} c}}", 2, "a _____ c", ["b"]),
        ("{{c1,2::both}}", 2, "_____", ["both"]),
        ("{{c12::x}} }} :: {{other}}", 12, "_____ }} :: {{other}}", ["x"]),
        ("no cloze", 1, "no cloze", []),
    ],
)
def test_one_number_is_asked_for(field: str, number: int, asked: str, hidden: list[str]) -> None:
    parts = clozes.parse(field)
    assert clozes.asked(parts, number) == asked
    assert list(clozes.hidden(parts, number)) == hidden


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        ("{{c::x}}", "its cloze “{{c::” has no number"),
        ("{{cx::x}}", "its cloze “{{cx::” has no number"),
        ("{{c0::x}}", "its cloze “{{c0::” has no number"),
        ("{{c1:x}}", "its cloze “{{c1:” has no number"),
        ("{{c1,::x}}", "its cloze “{{c1,::” has no number"),
        ("{{c10000::x}}", "its cloze “{{c10000::” has no number"),
        (f"{{{{c{'9' * 9000}::x}}}}", f"its cloze “{{{{c{'9' * 17}” has no number"),
        ("{{c1::x", "its cloze “{{c1::” is not closed"),
        ("{{c1::x::y", "its cloze “{{c1::” is not closed"),
        ("{{c1::" * 1000, "its clozes are nested deeper than 8"),
    ],
)
def test_what_is_broken_is_named(field: str, problem: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - its words are what is tested
        clozes.parse(field)
    assert str(caught.value) == problem


def test_numbers_of_inner_clozes_count() -> None:
    assert clozes.numbers(clozes.parse("{{c1::a {{c3::b}}}} {{c2,7::c}}")) == {1, 2, 3, 7}


@given(st.text(st.sampled_from("c1:{} x"), max_size=40))
def test_text_without_a_cloze_stays_and_nothing_breaks(field: str) -> None:
    try:
        parts = clozes.parse(field)
    except ValueError:
        return
    if not clozes.numbers(parts):
        assert clozes.revealed(parts) == field

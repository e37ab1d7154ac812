from hypothesis import given
from hypothesis import strategies as st

from questions.entities import Named, are_forms, distinct


def test_of_longer_and_shorter_forms_the_first_is_kept() -> None:
    names = "the Bank of Lund, Hale, the Bank, Bank of Lund Group, Hale Lines, Bo, the Hale".split(
        ", "
    )
    named = [Named(name, n) for n, name in enumerate(names)]
    assert [n.text for n in distinct(named)] == ["the Bank of Lund", "Hale", "Bo"]


@given(st.lists(st.text("ab ", max_size=4)))
def test_every_name_is_a_form_of_one_that_was_kept(names: list[str]) -> None:
    kept: list[str] = []
    for name in names:
        if not any(are_forms(name, other) for other in kept):
            kept.append(name)
    assert [n.text for n in distinct([Named(name, 0) for name in names])] == kept

import pytest

from quizapp.assessment import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The harbor of Vellmouth", "The harbor of Vellmouth"),
        ("No\u202er\u2066a", "Nora"),  # letters turned round
        ("\u200fNo\u3164ra\u2800", "Nora"),  # what looks like nothing
        ("Ada\U000e0041", "Ada"),  # tags
        ("شيماء", "شيماء"),
        ("👩\u200d🔬 Ada", "👩\u200d🔬 Ada"),  # one sign, joined
        ("\u202e\u2800", ""),
    ],
)
def test_names_keep_nothing_that_misleads(text: str, name: str) -> None:
    assert names.plain(text) == name


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("teacher", "Teacher", True),
        ("teacher", "\uff34eacher", True),  # as wide as a Chinese sign
        ("Jos\u00e9", "Jose\u0301", True),  # one sign, or two
        ("office", "o\ufb03ce", True),
        ("Strasse", "Stra\u00dfe", True),
        ("Ada Lund", "ADA\u3000LUND", True),
        ("Ada", "Adam", False),
        ("Jos\u00e9", "Jose", False),
    ],
)
def test_names_that_look_alike_are_one(one: str, other: str, alike: bool) -> None:
    assert (names.folded(one, 128) == names.folded(other, 128)) is alike


def test_of_a_sign_that_stands_for_many_letters_as_much_is_kept_as_can_be_stored() -> None:
    assert len(names.folded("\ufdfa" * 40, 128)) == 128


def test_what_has_no_name_left_is_called_what_it_is() -> None:
    assert names.of_quiz("\u202eHarbor") == "Harbor"
    assert names.of_quiz("\u202e\u2800") == "Quiz"

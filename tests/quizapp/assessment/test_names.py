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


def test_what_has_no_name_left_is_called_what_it_is() -> None:
    assert names.of_quiz("\u202eHarbor") == "Harbor"
    assert names.of_quiz("\u202e\u2800") == "Quiz"

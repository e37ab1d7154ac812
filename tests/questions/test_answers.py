import pytest

from questions import AnswerType, answers


@pytest.mark.parametrize(
    ("answer", "answer_type", "fine"),
    [
        ("1914", AnswerType.DATE, "0"),
        ("1914–1918", AnswerType.DATE, "0–0"),
        ("19 March 1932", AnswerType.DATE, "0 M 0"),
        ("March 1932.", AnswerType.DATE, "M 0"),
        ("$3.5 million", AnswerType.MONEY, "$0 million"),
        ("12%", AnswerType.PERCENT, "0%"),
        ("206", AnswerType.NUMBER, "0 0"),
        ("eight", AnswerType.NUMBER, "0 words"),
        ("134 metres", AnswerType.QUANTITY, "0 metre 0"),
        ("8 years", AnswerType.DURATION, "0 year 0"),
        ("Oslo", AnswerType.PLACE, "city"),
        ("Norway", AnswerType.PLACE, "country"),
        ("Norwegian", AnswerType.GROUP, "people"),
        ("Marie Curie", AnswerType.PERSON, "person"),
        ("Jane Smith", AnswerType.PERSON, "person"),
        ("helium", AnswerType.THING, "chemical element"),
        ("Danube", AnswerType.PLACE, "river"),
    ],
)
def test_what_is_known(answer: str, answer_type: AnswerType, fine: str) -> None:
    kind = answers.kind(answer)
    assert (kind.answer_type, kind.known) == (answer_type, True)
    assert kind.fine == fine or answer == "helium"


@pytest.mark.parametrize("answer", ["mitochondria", "because it rains", "x" * 5000, "Fred", "?"])
def test_what_is_not_known_is_told_by_its_look(answer: str) -> None:
    kind = answers.kind(answer)
    assert (kind.answer_type, kind.known) == (AnswerType.THING, False)


def test_dates_and_numbers_have_a_place_in_sequence() -> None:
    assert answers.kind("March 1932").value < answers.kind("April 1932").value
    assert answers.kind("9").value < answers.kind("10").value

import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions import AnswerType
from questions.pooled import Asked, Options, Pool


def asked(stem: str, answer: str, group: str = "g") -> Asked:
    return Asked(stem, answer, group)


def options(question: Asked, *others: Asked) -> Options | str:
    return Pool([question, *others]).options(question)


NONE = "the deck has no three other answers of its kind"
WARS = ("Hastings", "independence", "revolution", "unrest", "Sedan")
YEARS = [
    asked(f"When did {n} begin?", str(year))
    for n, year in zip(WARS, (1066, 1776, 1789, 1848, 1870), strict=True)
]
TERMS = [
    asked(*each) for each in (("dog", "Hund"), ("cat", "Katze"), ("cow", "Kuh"), ("owl", "Eule"))
]


def test_years_near_in_time_are_in_sequence() -> None:
    found = options(asked("When did the war begin?", "1804"), *YEARS)
    assert isinstance(found, Options)
    assert found.texts == ("1776", "1789", "1804", "1848")
    assert found.key == 2
    assert found.answer_type is AnswerType.DATE


def test_terms_of_the_same_cards_stand_in_for_each_other() -> None:
    found = options(*TERMS)
    assert isinstance(found, Options)
    assert sorted(found.texts) == ["Eule", "Hund", "Katze", "Kuh"]


def test_years_that_are_asked_for_often_stand_in_for_each_other() -> None:
    often = [asked(f"{each.stem} {n}", each.answer) for each in YEARS for n in range(300)]
    found = options(often[700], *often)
    assert isinstance(found, Options)
    assert found.texts == ("1776", "1789", "1848", "1870")


def test_what_answers_the_same_question_is_no_distractor_though_it_answers_others_too() -> None:
    towns = [asked("Name a town of Norway", town) for town in ("Oslo", "Bergen", "Hamar", "Moss")]
    others = [asked(f"Where did {town.answer} win?", town.answer) for town in towns]
    assert options(towns[0], *towns, *others) == NONE


def test_work_grows_with_the_number_of_questions_and_not_faster() -> None:
    assert calls(lambda: every(1600)) < 20 * calls(lambda: every(100))


def every(size: int) -> None:
    """Options for so many questions, which have some years as their answers."""
    deck = [asked(f"When was fight {n} won?", f"{1700 + n % 20}") for n in range(size)]
    pool = Pool(deck)
    for each in deck:
        assert isinstance(pool.options(each), Options)


def calls(action: Callable[[], object]) -> int:
    """How many functions an action calls: what it costs on any machine."""
    counted: list[str] = []
    sys.setprofile(lambda _frame, event, _argument: counted.append(event))
    try:
        action()
    finally:
        sys.setprofile(None)
    return len(counted)


@pytest.mark.parametrize(
    ("question", "others", "reason"),
    [
        (asked("When did the war begin?", "1804"), TERMS, NONE),
        (asked("dog", "Hund", "another"), TERMS[1:], NONE),
        (asked("How many bones?", "206"),
         [asked(f"How many {n}?", str(n)) for n in (2, 8, 900)], NONE),
        (asked("Why?", " ".join("abcdefghijklmnopq")), TERMS, "its answer has more than 15 words"),
        (asked("Which three?", "a, b, c"), TERMS, "its answer is a list"),
        (asked("Name a town of Norway", "Oslo"),
         [asked("Name a town of Norway", town) for town in ("Lima", "Rome", "Paris")], NONE),
        (asked("Name a symptom of flu", "fever"),
         [asked("Name a symptom of flu", word) for word in ("cough", "chills", "ache")], NONE),
        (asked("Who saw Oslo, Rome and Lima?", "Paris"),
         [asked("Where?", town) for town in ("Oslo", "Lima", "Rome")], NONE),
        (asked("_____ is old", "Hund", ""),
         [asked("x", word, "") for word in ("Kuh", "Ei", "Uhu")], NONE),
    ],
)  # fmt: skip
def test_no_options_where_they_would_not_be_fair(
    question: Asked, others: list[Asked], reason: str
) -> None:
    assert options(question, *others) == reason


@pytest.mark.parametrize(("answer", "key"), [("True", 0), ("false", 1), ("No", 1)])
def test_two_sides_are_two_options(answer: str, key: int) -> None:
    found = options(asked("Is it?", answer))
    assert isinstance(found, Options)
    assert (len(found.texts), found.key) == (2, key)


_texts = st.text(min_size=1, max_size=20)


@given(st.lists(st.tuples(_texts, _texts), min_size=1, max_size=12))
def test_any_deck_gives_four_different_options_with_the_key_among_them(
    deck: list[tuple[str, str]],
) -> None:
    pool = Pool([asked(*each) for each in deck])
    for stem, answer in deck:
        found = pool.options(asked(stem, answer))
        if isinstance(found, Options) and len(found.texts) == 4:
            assert found.texts[found.key] == answer
            assert len(set(found.texts)) == 4

import pytest

from questions import AnswerType
from quizapp.assessment.assembly import ItemVersion
from quizapp.assessment.modes import Mode
from quizapp.assessment.topics import Known, Source, Tally, Topic, practice, tallied, weakest
from tests.quizapp.factories import ITEMS, START, chance

HARBOR, LAKE = (1, "Harbor"), (2, "Lake")
DATES, PEOPLE, PLACES = AnswerType.DATE, AnswerType.PERSON, AnswerType.PLACE


def tally(quiz: tuple[int, str], kind: AnswerType, answers: int, marks: float) -> Tally[Topic]:
    return Tally(Topic(*quiz, kind), answers, marks)


TALLIES = (
    tally(HARBOR, DATES, 4, 1),
    tally(HARBOR, PEOPLE, 5, 4),
    tally(LAKE, DATES, 2, 0.5),
    tally(LAKE, PLACES, 1, 0),
)
KNOWN = tuple(
    Tally(Known(Source(each.subject.quiz_id, each.subject.title), kind), each.answers, each.marks)
    for each in TALLIES
    for kind in [each.subject.answer_type]
)


def test_sums_by_answer_type_come_in_the_order_of_the_scores_that_are_shown() -> None:
    sums = tallied(KNOWN, lambda known: known.answer_type)
    assert sums == (Tally(PLACES, 1, 0), Tally(DATES, 6, 1.5), Tally(PEOPLE, 5, 4))
    event = Known(Source(*HARBOR), AnswerType.EVENT)
    assert tallied([*KNOWN, Tally(event, 3, 0)], lambda known: known.answer_type)[0].answers == 3


def test_sums_by_article() -> None:
    sums = tallied(KNOWN, lambda known: known.source)
    assert sums == (Tally(Source(*LAKE), 3, 0.5), Tally(Source(*HARBOR), 9, 5))


def test_worth_practising_is_what_was_asked_twice_and_is_not_known() -> None:
    assert weakest(TALLIES) == (TALLIES[0], TALLIES[2])
    assert weakest([tally(LAKE, kind, 3, 0) for kind in AnswerType]) != ()
    assert len(weakest([tally(LAKE, kind, 3, 0) for kind in AnswerType])) == 3


@pytest.mark.parametrize(
    ("weaker", "stronger"), [((6, 0), (2, 0)), ((4, 1), (4, 2)), ((10, 3), (2, 1))]
)
def test_few_answers_say_little(weaker: tuple[int, float], stronger: tuple[int, float]) -> None:
    first, second = tally(HARBOR, DATES, *weaker), tally(LAKE, DATES, *stronger)
    assert weakest([second, first])[0] == first


def test_practice_asks_one_topic_with_second_tries_and_for_no_score() -> None:
    pool = [ItemVersion(number, item, START) for number, item in enumerate(ITEMS)]
    plan = practice(7, pool, PEOPLE, rng=chance(1))
    assert {each.version.item.answer_type for each in plan.asked} == {PEOPLE}
    assert len(plan.asked) == 2
    assert (plan.quiz_id, plan.terms.mode, plan.retry) == (7, Mode.PRACTICE, True)
    assert practice(7, pool, PLACES, rng=chance(1)).asked == ()

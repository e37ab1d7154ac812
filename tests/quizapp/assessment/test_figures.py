from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.assessment.assembly import ItemVersion
from quizapp.assessment.attempt import Attempt, Question, Response
from quizapp.assessment.bank import Finding
from quizapp.assessment.concerns import Concern
from quizapp.assessment.figures import Sums, added, fingerprint, measured, sheet
from quizapp.assessment.outcomes import Outcome, Sheet
from quizapp.assessment.statistics import observed, of_items
from tests.quizapp.factories import ITEMS, START

VERSIONS = [ItemVersion(n, item, START) for n, item in enumerate(ITEMS)]


@st.composite
def sheets(draw: st.DrawFn) -> list[Sheet]:
    """Attempts at some of four questions, in which each option may have been chosen, or none."""
    chosen = st.dictionaries(st.integers(0, 3), st.none() | st.integers(0, 3), min_size=1)
    return [
        [Outcome(v, float(ITEMS[v].key == chosen), chosen) for v, chosen in each.items()]
        for each in draw(st.lists(chosen, max_size=20))
    ]


def summed(found: list[Sheet], version: int) -> Sums:
    sums = Sums()
    for outcome, rest in chain.from_iterable(map(observed, found)):
        sums = added(sums, outcome, rest) if outcome.version == version else sums
    return sums


@settings(max_examples=60)
@given(sheets())
def test_sums_give_what_all_answers_at_once_give(found: list[Sheet]) -> None:
    for version, expected in zip(VERSIONS, of_items(VERSIONS, found), strict=True):
        got = measured(summed(found, version.id), version.item)
        assert (got.n, got.options) == (expected.n, expected.options)
        assert got.facility == pytest.approx(expected.facility)
        assert got.discrimination == pytest.approx(expected.discrimination, abs=1e-6)


def test_only_the_same_options_with_the_same_key_share_a_fingerprint() -> None:
    options, key = ITEMS[0].options, ITEMS[0].key
    assert fingerprint(list(options), key) == fingerprint(options, key)
    assert fingerprint(options, 1) != fingerprint(options, key)
    assert fingerprint(("1", *options[1:]), key) != fingerprint(options, key)
    assert fingerprint(tuple(reversed(options)), key) != fingerprint(options, key)


def test_the_first_try_counts_and_what_is_open_has_no_mark() -> None:
    responses = [Response(2, 1, START), Response(0, 0.5, START, first=1), None]
    questions = tuple(
        Question(n, VERSIONS[n], (0, 1, 2, 3), response) for n, response in enumerate(responses)
    )
    attempt = Attempt(1, "me", 1, "Harbor", False, START, START, questions)
    assert sheet(attempt) == [Outcome(0, 1.0, 2), Outcome(1, 0.0, 1), Outcome(2, 0.0)]


def test_findings_and_concerns_have_words_of_their_own_in_an_address() -> None:
    assert {each.value for each in Concern}.isdisjoint(each.value for each in Finding)

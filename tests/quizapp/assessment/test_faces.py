from dataclasses import replace
from random import Random

import pytest

from quizapp.assessment.faces import GAP, CardKind, Face, Wording, of_item, reworded
from tests.quizapp.factories import ITEMS, make_article


def face(kind: CardKind, number: int = 1, seed: int = 1) -> Face:
    return of_item(kind, ITEMS[number], make_article(), rng=Random(seed))


@pytest.mark.parametrize("kind", CardKind)
@pytest.mark.parametrize("number", range(len(ITEMS)))
def test_the_key_stands_on_the_back_and_only_among_options_on_the_front(
    kind: CardKind, number: int
) -> None:
    item, shown = ITEMS[number], face(kind, number)
    key = item.options[item.key]
    assert (shown.back, shown.evidence) == (key, item.evidence.text)
    assert key not in shown.front
    assert shown.options == () or key in shown.options


def test_a_cloze_has_a_gap_where_the_key_was() -> None:
    told = f"The harbor of Vellmouth reopened on 12 May {GAP} after nine years of work."
    assert face(CardKind.CLOZE, 0).front == told


def test_a_flashcard_has_no_options_to_choose_from() -> None:
    item = replace(ITEMS[0], options=("2021",), key=0)
    assert of_item(CardKind.CHOICE, item, make_article(), rng=Random(1)).options == ()


def test_options_are_shuffled_alike_by_the_same_chance_but_years_stay_in_order() -> None:
    orders = {face(CardKind.CHOICE, seed=seed).options for seed in range(20)}
    assert len(orders) > 1
    assert face(CardKind.CHOICE, seed=3) == face(CardKind.CHOICE, seed=3)
    assert face(CardKind.CHOICE, 0).options == ITEMS[0].options


def test_ones_own_words_keep_the_evidence() -> None:
    shown = reworded(face(CardKind.CHOICE), Wording("Who runs Vellmouth?", "Brandt"))
    assert shown == Face("Who runs Vellmouth?", "Brandt", evidence=ITEMS[1].evidence.text)

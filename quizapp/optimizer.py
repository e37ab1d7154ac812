"""FSRS's optimizer, the one that Anki has too, where it is installed: the extra `fit`."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from quizapp.assessment.fitting import Fit, History, Optimize, Parameters, telling, usable

MODULE = "fsrs_rs_python"


def installed() -> Optimize | None:
    """The optimizer; None where it is not installed."""
    return fit if find_spec(MODULE) else None


def fit(histories: Sequence[History], before: Parameters, *, relearning: int) -> Fit:
    """Fit parameters to histories of cards; some hundred thousand reviews take a second or two."""
    fsrs = import_module(MODULE)
    items, cards = _items(fsrs, histories)
    found = fsrs.FSRS(fsrs.DEFAULT_PARAMETERS).compute_parameters(
        items, card_ids=cards, num_relearning_steps=relearning
    )
    parameters = usable(found)
    off, off_before = (
        fsrs.FSRS(list(each)).evaluate(items).rmse_bins for each in (parameters, before)
    )
    return Fit(parameters, telling(histories), off, off_before)


def _items(fsrs: Any, histories: Sequence[History]) -> tuple[list[Any], list[int]]:
    """One item for each review that tells something, with all that came before it."""
    items, cards = [], []
    for card, history in enumerate(histories):
        reviews = [fsrs.FSRSReview(answer.rating.value, answer.days) for answer in history]
        for end, answer in enumerate(history[1:], 2):
            if answer.days:
                items.append(fsrs.FSRSItem(reviews[:end]))
                cards.append(card)
    return items, cards

"""How somebody stands with a quiz."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.assessment.attempt import AttemptSummary
from quizapp.assessment.marking import Score


@dataclass(frozen=True, slots=True)
class Standing:
    """Of the finished attempts at a whole quiz."""

    best: Score
    last: Score
    attempts: int


def standing(summaries: Iterable[AttemptSummary]) -> Standing | None:
    """`summaries` come newest first; retries of wrong answers do not count."""
    scores = [each.score for each in summaries if each.score and not each.retry]
    if not scores:
        return None
    return Standing(max(scores, key=lambda score: score.share), scores[0], len(scores))

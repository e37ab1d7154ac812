"""What a learner may see of a question: no key before the answer, everything after it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from string import ascii_uppercase

from questions import Evidence, beyond_evidence
from quizapp.assessment.attempt import Attempt, Question, Response, answered, turn
from quizapp.assessment.certainty import Confidence
from quizapp.assessment.modes import Mode


@dataclass(frozen=True, slots=True)
class PromptOption:
    """An option to choose from; `index` is what the form sends, unless it was `tried` in vain."""

    letter: str
    index: int
    text: str
    tried: bool = False


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question before its answer: whoever holds only this cannot give the key away.

    `chosen` is an answer that may still be changed; where `asks_confidence`, so is `confidence`.
    """

    position: int
    stem: str
    options: tuple[PromptOption, ...]
    turn: int = 1
    chosen: int | None = None
    flagged: bool = False
    asks_confidence: bool = False
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class JudgedOption:
    """An option after the answer."""

    letter: str
    text: str
    chosen: bool
    right: bool
    tried: bool = False


@dataclass(frozen=True, slots=True)
class Feedback:
    """A question after its answer, or after the end where it was never answered.

    `right` may be so at the `second` try.
    `explanation` is what there is to say beside the evidence, which is shown by itself.
    """

    position: int
    stem: str
    options: tuple[JudgedOption, ...]
    right: bool
    second: bool
    flagged: bool
    confidence: Confidence | None
    chosen: str | None
    answer: str
    evidence: Evidence
    explanation: str

    @property
    def half(self) -> bool:
        """Whether it won but half the mark."""
        return self.right and self.second


@dataclass(frozen=True, slots=True)
class Progress:
    """Where in which attempt a question stands."""

    attempt_id: int
    title: str
    position: int
    size: int
    answered: int
    mode: Mode
    left: timedelta | None
    until: datetime | None


def progress(attempt: Attempt, position: int, *, now: datetime) -> Progress:
    """Progress counts answers: skipping ahead fills no bar."""
    running = attempt.finished_at is None
    left = _left(attempt, now) if running else None
    done = len(answered(attempt))
    size = len(attempt.questions)
    mode, until = attempt.terms.mode, attempt.deadline
    return Progress(attempt.id, attempt.title, position, size, done, mode, left, until)


def _left(attempt: Attempt, now: datetime) -> timedelta | None:
    """Neither less than nothing nor, where the clock was set back, more than the limit."""
    if attempt.terms.limit is None:
        return None
    spent = max(now - attempt.started_at, timedelta())
    return max(attempt.terms.limit - spent, timedelta())


def prompt(attempt: Attempt, question: Question) -> Prompt:
    """Options in the order the attempt froze."""
    response = question.response
    at_turn = turn(attempt, question) or 1
    tried = response.chosen if response and at_turn == 2 else None
    return Prompt(
        question.position,
        question.item.stem,
        options=tuple(
            PromptOption(letter, index, question.item.options[index], index == tried)
            for letter, index in zip(ascii_uppercase, question.option_order, strict=False)
        ),
        turn=at_turn,
        chosen=response.chosen if response and attempt.is_exam else None,
        flagged=question.flagged,
        asks_confidence=attempt.terms.confidence and at_turn == 1,
        confidence=response.confidence if response and attempt.is_exam else None,
    )


def feedback(attempt: Attempt, question: Question) -> Feedback | None:
    """None while the question is still open: there is nothing that may be shown."""
    running = attempt.finished_at is None
    if running and (attempt.is_exam or turn(attempt, question)):
        return None
    return _judged(question, question.response)


def _judged(question: Question, response: Response | None) -> Feedback:
    item = question.item
    chosen, first = (response.chosen, response.first) if response else (None, None)
    options = tuple(
        JudgedOption(
            letter, item.options[index], index == chosen, index == item.key, index == first
        )
        for letter, index in zip(ascii_uppercase, question.option_order, strict=False)
    )
    return Feedback(
        position=question.position,
        stem=item.stem,
        options=options,
        right=chosen == item.key,
        second=first is not None and first != chosen,
        flagged=question.flagged,
        confidence=response.confidence if response else None,
        chosen=None if chosen is None else item.options[chosen],
        answer=item.options[item.key],
        evidence=item.evidence,
        explanation=beyond_evidence(item),
    )


def review(attempt: Attempt) -> tuple[Feedback, ...]:
    """Everything that may be shown by now, in the order asked."""
    judged = (feedback(attempt, question) for question in attempt.questions)
    return tuple(shown for shown in judged if shown)


def stands(attempt: Attempt) -> tuple[Prompt, ...]:
    """Every question as a running exam shows it."""
    return tuple(prompt(attempt, question) for question in attempt.questions)

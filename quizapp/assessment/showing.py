"""What a learner may see of a question: no key before the answer, everything after it."""

from dataclasses import dataclass
from string import ascii_uppercase

from questions import Evidence, beyond_evidence
from quizapp.assessment.attempt import Attempt, Question, Response, answered


@dataclass(frozen=True, slots=True)
class PromptOption:
    """An option to choose from; `index` is what the form sends."""

    letter: str
    index: int
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question before its answer: whoever holds only this cannot give the key away."""

    position: int
    stem: str
    options: tuple[PromptOption, ...]


@dataclass(frozen=True, slots=True)
class JudgedOption:
    """An option after the answer."""

    letter: str
    text: str
    chosen: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Feedback:
    """A question after its answer, or after the end where it was never answered.

    `explanation` is what there is to say beside the evidence, which is shown by itself.
    """

    position: int
    stem: str
    options: tuple[JudgedOption, ...]
    right: bool
    chosen: str | None
    answer: str
    evidence: Evidence
    explanation: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Where in which attempt a question stands."""

    attempt_id: int
    title: str
    position: int
    size: int
    answered: int


def progress(attempt: Attempt, position: int) -> Progress:
    """Progress counts answers: skipping ahead fills no bar."""
    done = len(answered(attempt))
    return Progress(attempt.id, attempt.title, position, len(attempt.questions), done)


def prompt(question: Question) -> Prompt:
    """Options in the order the attempt froze."""
    options = tuple(
        PromptOption(letter, index, question.item.options[index])
        for letter, index in zip(ascii_uppercase, question.option_order, strict=False)
    )
    return Prompt(question.position, question.item.stem, options)


def feedback(attempt: Attempt, question: Question) -> Feedback | None:
    """None while the question is still open: there is nothing that may be shown."""
    if question.response is None and attempt.finished_at is None:
        return None
    return _judged(question, question.response)


def _judged(question: Question, response: Response | None) -> Feedback:
    item = question.item
    chosen = response.chosen if response else None
    options = tuple(
        JudgedOption(letter, item.options[index], index == chosen, index == item.key)
        for letter, index in zip(ascii_uppercase, question.option_order, strict=False)
    )
    return Feedback(
        position=question.position,
        stem=item.stem,
        options=options,
        right=response is not None and response.mark == 1,
        chosen=None if chosen is None else item.options[chosen],
        answer=item.options[item.key],
        evidence=item.evidence,
        explanation=beyond_evidence(item),
    )


def review(attempt: Attempt) -> tuple[Feedback, ...]:
    """Everything that may be shown by now, in the order asked."""
    judged = (feedback(attempt, question) for question in attempt.questions)
    return tuple(shown for shown in judged if shown)

"""What somebody knows, and what not yet: marks by article, by answer type, and by both."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from questions import AnswerType
from quizapp.assessment.assembly import ItemVersion, Plan, askable, assemble
from quizapp.assessment.modes import Mode, Terms

FEWEST, KNOWN, SHOWN = 2, 0.8, 3
MOST = 20


class Topic(NamedTuple):
    """All that a quiz asks of one answer type; `title` is that of the quiz."""

    quiz_id: int
    title: str
    answer_type: AnswerType


class Source(NamedTuple):
    """An article; `quiz_id` is that of its own quiz, for those who know of it."""

    article_id: int
    title: str
    quiz_id: int | None = None


class Known(NamedTuple):
    """All that is asked about an article of one answer type, in whatever quiz."""

    source: Source
    answer_type: AnswerType


@dataclass(frozen=True, slots=True)
class Tally[T]:
    """Marks won with the answers on a subject."""

    subject: T
    answers: int
    marks: float

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return self.marks / self.answers

    @property
    def expected(self) -> float:
        """Chance that the next answer is right, after Laplace's rule of succession.

        Few answers so weigh little: none of two is no worse than one of six.
        """
        return (self.marks + 1) / (self.answers + 2)


def tallied[T: Hashable](
    tallies: Iterable[Tally[Known]], by: Callable[[Known], T]
) -> tuple[Tally[T], ...]:
    """Sums for each of what they have in common, the lowest score first, of equals the surest."""
    sums: dict[T, Tally[T]] = {}
    for each in tallies:
        subject = by(each.subject)
        known = sums.get(subject, Tally(subject, 0, 0))
        sums[subject] = Tally(subject, known.answers + each.answers, known.marks + each.marks)
    return tuple(sorted(sums.values(), key=lambda tally: (tally.share, -tally.answers)))


def weakest(tallies: Iterable[Tally[Topic]]) -> tuple[Tally[Topic], ...]:
    """The few topics worth practising: asked more than once, and not yet known."""
    weak = (each for each in tallies if each.answers >= FEWEST and each.share < KNOWN)
    return tuple(sorted(weak, key=lambda tally: tally.expected)[:SHOWN])


def practice(
    quiz_id: int, pool: Sequence[ItemVersion], answer_type: AnswerType, *, rng: Random
) -> Plan:
    """Ask what a quiz has on one topic, with second tries; like a retry, it changes no score."""
    versions = [v for v in askable(pool) if v.item.answer_type is answer_type]
    asked = assemble(versions, MOST, rng=rng)
    return Plan(quiz_id, asked, Terms(Mode.PRACTICE), retry=True)

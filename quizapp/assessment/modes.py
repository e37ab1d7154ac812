"""On what terms an attempt is taken."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """When the learner hears whether an answer was right, and what may still be done about it."""

    IMMEDIATE = "immediate"
    PRACTICE = "practice"
    EXAM = "exam"


class Order(StrEnum):
    """In which order the questions come."""

    SHUFFLED = "shuffled"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Terms:
    """Chosen at the start and kept to the end."""

    mode: Mode = Mode.IMMEDIATE


USUAL = Terms()

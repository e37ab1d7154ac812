"""What stands in menus."""

from collections.abc import Iterable

from wtforms.fields import SelectChoice

from quizapp.store.quizzes import QuizChoice
from quizapp.views.services import learner
from quizapp.views.words import counted, day


def told_apart(quiz: QuizChoice) -> str:
    """Title of a quiz with what tells it apart from others of this title."""
    whose = "" if quiz.owner == learner() else ", open to all"
    return f"{quiz.title} ({counted(quiz.size, 'question')}, {day(quiz.created_at)}{whose})"


def zones(names: Iterable[str]) -> list[SelectChoice]:
    """Time zones by their places."""
    return [SelectChoice(name, place(name)) for name in names]


def place(zone: str) -> str:
    """Name of a time zone as it is read."""
    return zone.replace("_", " ")

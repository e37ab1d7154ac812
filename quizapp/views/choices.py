"""Quizzes in a menu."""

from quizapp.store.quizzes import QuizChoice
from quizapp.views.services import learner
from quizapp.views.words import counted, day


def told_apart(quiz: QuizChoice) -> str:
    """Title of a quiz with what tells it apart from others of this title."""
    whose = "" if quiz.owner == learner() else ", open to all"
    return f"{quiz.title} ({counted(quiz.size, 'question')}, {day(quiz.created_at)}{whose})"

"""What people fill in for a daily goal."""

from typing import Self

from wtforms import SelectField
from wtforms.fields import SelectChoice

from quizapp.assessment.goals import AMOUNTS, Goal, zones
from quizapp.views import choices
from quizapp.views.forms import Form
from quizapp.views.widgets import LongSelect


class GoalForm(Form):
    """So many answers a day, and where the day begins."""

    answers = SelectField(
        "Answers a day", coerce=int, choices=[SelectChoice(n, str(n)) for n in AMOUNTS], default=10
    )
    zone = SelectField("Time zone", choices=choices.zones(zones()), widget=LongSelect())

    @classmethod
    def of(cls, goal: Goal | None) -> Self:
        """Form with what was chosen before."""
        return cls(answers=goal.answers, zone=goal.zone) if goal else cls()

    @property
    def goal(self) -> Goal:
        """Goal that was sent, once the form is valid."""
        return Goal(self.answers.data, self.zone.data)

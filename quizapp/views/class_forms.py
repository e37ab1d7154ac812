"""What people fill in about classes."""

from collections.abc import Sequence
from datetime import datetime

from flask import request
from wtforms import DateTimeLocalField, RadioField, SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length, Optional

from quizapp.assessment.assembly import SIZES
from quizapp.assessment.classes import tidy
from quizapp.store.quizzes import QuizChoice
from quizapp.views.forms import Form, line
from quizapp.views.times import OffsetField, sensible

ALL = 0
HIDE, LEAVE = "hide", "leave"
"""What becomes of answers that everybody can read."""
LONGEST_NAME = 80


class ClassForm(Form):
    """A new class."""

    name = StringField(
        "Name of the class",
        [
            DataRequired("Give it a name."),
            Length(max=LONGEST_NAME, message=f"At most {LONGEST_NAME} characters, please."),
        ],
        filters=[line],
    )


class JoinForm(Form):
    """The code of a class."""

    code = StringField("Class code", [DataRequired("Type the code.")], filters=[line])

    @property
    def tidy(self) -> str:
        """Code as it is stored; nobody has one as long as what is cut off."""
        return tidy(self.code.data[:100])

    def refuse(self) -> None:
        """Say that it leads nowhere."""
        self.code.errors = ["There is no class with this code. Ask your teacher for it."]


class AssignForm(Form):
    """A quiz, how much of it, and until when."""

    quiz = SelectField("Quiz", coerce=int)
    size = SelectField(
        "Questions",
        coerce=int,
        choices=[SelectChoice(ALL, "All"), *(SelectChoice(n, str(n)) for n in SIZES)],
        default=ALL,
    )
    due = DateTimeLocalField("Due", validators=[Optional(), sensible])
    offset = OffsetField()
    answers = RadioField(
        choices=[SelectChoice(HIDE), SelectChoice(LEAVE)], validators=[Optional()], default=None
    )

    @classmethod
    def of(cls, choices: Sequence[QuizChoice]) -> "AssignForm":
        """Form that takes these quizzes and no others; the address may have chosen one already."""
        form = cls()
        form.quiz.choices = [SelectChoice(each.id, each.title) for each in choices]
        if not form.is_submitted():
            form.quiz.data = request.args.get("quiz", type=int)
        return form

    @property
    def hides(self) -> bool:
        """Whether its answers are to be hidden from those who are not in the class, too."""
        return bool(self.answers.data == HIDE)

    @property
    def due_at(self) -> datetime | None:
        """When it is due, once the form is valid."""
        return self.offset.in_utc(self.due.data)

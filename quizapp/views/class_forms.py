"""What people fill in about classes."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from flask import request
from wtforms import DateTimeLocalField, IntegerField, SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length, NumberRange, Optional, ValidationError

from quizapp.assessment.assembly import SIZES
from quizapp.assessment.classes import tidy
from quizapp.store.quizzes import QuizChoice
from quizapp.views.forms import Form, line

ALL = 0
LONGEST_NAME = 80
FARTHEST = 24 * 60
LATEST = 2200


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
    """A quiz, how much of it, and until when.

    `offset` is how many minutes the browser's clock is behind UTC on that day; a script knows.
    """

    quiz = SelectField("Quiz", coerce=int)
    size = SelectField(
        "Questions",
        coerce=int,
        choices=[SelectChoice(ALL, "All"), *(SelectChoice(n, str(n)) for n in SIZES)],
        default=ALL,
    )
    due = DateTimeLocalField("Due", validators=[Optional()])
    offset = IntegerField(validators=[Optional(), NumberRange(-FARTHEST, FARTHEST)], default=0)

    @classmethod
    def of(cls, choices: Sequence[QuizChoice]) -> "AssignForm":
        """Form that takes these quizzes and no others; the address may have chosen one already."""
        form = cls()
        form.quiz.choices = [SelectChoice(each.id, each.title) for each in choices]
        if not form.is_submitted():
            form.quiz.data = request.args.get("quiz", type=int)
        return form

    def validate_due(self, field: DateTimeLocalField) -> None:
        """A year of five digits is a slip, and no database holds it."""
        if field.data and not 2000 <= field.data.year < LATEST:
            raise ValidationError("This is not a year that anybody here will see.")

    @property
    def due_at(self) -> datetime | None:
        """When it is due, once the form is valid."""
        local: datetime | None = self.due.data
        return local and local.replace(tzinfo=UTC) + timedelta(minutes=self.offset.data or 0)

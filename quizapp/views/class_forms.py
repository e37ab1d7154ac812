"""What people fill in about classes."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from flask import request
from wtforms import DateTimeLocalField, RadioField, SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from quizapp.assessment.assembly import SIZES
from quizapp.assessment.assigning import Assignment
from quizapp.assessment.classes import tidy
from quizapp.assessment.conditions import COUNTED, Conditions
from quizapp.assessment.modes import MINUTES, Mode
from quizapp.store.quizzes import QuizChoice
from quizapp.views.choices import told_apart
from quizapp.views.forms import Form, as_name, line
from quizapp.views.times import OffsetField, sensible
from quizapp.views.widgets import LongSelect

MODES = [
    SelectChoice("", "Students choose"),
    SelectChoice(Mode.EXAM, "Exam: answers shown at the end"),
    SelectChoice(Mode.IMMEDIATE, "Immediate: answers shown at once"),
    SelectChoice(Mode.PRACTICE, "Practice: a second try at half the mark"),
]
LIMITS = [SelectChoice(n, f"{n} minutes" if n else "None") for n in MINUTES]
EXTRAS = [SelectChoice(0, "None"), SelectChoice(1, "Students may take more")]
ATTEMPTS = [SelectChoice(n, {0: "All", 1: "The first"}.get(n, f"The first {n}")) for n in COUNTED]
ALL = 0
HIDE, LEAVE = "hide", "leave"
"""What becomes of answers that everybody can read."""
LONGEST_NAME = 80
PAST = "That time has passed already. Choose one to come, or leave it empty."


class ClassForm(Form):
    """A new class."""

    name = StringField(
        "Name of the class",
        [
            DataRequired("Give it a name."),
            Length(max=LONGEST_NAME, message=f"At most {LONGEST_NAME} characters, please."),
        ],
        filters=[as_name],
    )


NO_CLASS = (
    "There is no class with this code, or its teacher has taken you out of it. Ask your teacher."
)


class JoinForm(Form):
    """The code of a class."""

    code = StringField("Class code", [DataRequired("Type the code.")], filters=[line])

    @property
    def tidy(self) -> str:
        """Code as it is stored; nobody has one as long as what is cut off."""
        return tidy(self.code.data[:100])

    def refuse(self) -> None:
        """Say that it leads nowhere; of a class that somebody was taken out of, it does too."""
        self.code.errors = [NO_CLASS]


class AssignForm(Form):
    """A quiz, how much of it, and until when."""

    quiz = SelectField("Quiz", coerce=int, widget=LongSelect())
    size = SelectField(
        "Questions",
        coerce=int,
        choices=[SelectChoice(ALL, "All"), *(SelectChoice(n, str(n)) for n in SIZES)],
        default=ALL,
    )
    due = DateTimeLocalField("Due", validators=[Optional(), sensible])
    offset = OffsetField()
    mode = SelectField("Mode", choices=MODES, default="")
    minutes = SelectField("Time limit", coerce=int, choices=LIMITS, default=0)
    extra = SelectField("Extra time", coerce=int, choices=EXTRAS, default=0)
    attempts = SelectField("Attempts that count", coerce=int, choices=ATTEMPTS, default=0)
    answers = RadioField(
        choices=[SelectChoice(HIDE), SelectChoice(LEAVE)], validators=[Optional()], default=None
    )

    @classmethod
    def of(cls, choices: Sequence[QuizChoice], assigned: Sequence[Assignment] = ()) -> "AssignForm":
        """Form that takes these quizzes and no others; the address may have chosen one already.

        One that is assigned already comes with everything as it is.
        """
        form = cls()
        form.quiz.choices = [SelectChoice(each.id, told_apart(each)) for each in choices]
        if not form.is_submitted():
            form.quiz.data = request.args.get("quiz", type=int)
            known = next((each for each in assigned if each.quiz_id == form.quiz.data), None)
            if known:
                form._show(known)
        return form

    def _show(self, known: Assignment) -> None:
        self.size.data = ALL if known.whole or known.asked not in SIZES else known.asked
        self.due.data = known.due_at
        conditions = known.conditions
        self.mode.data, self.minutes.data = conditions.mode or "", conditions.minutes
        self.extra.data, self.attempts.data = int(conditions.extra), conditions.attempts

    def validate_minutes(self, field: SelectField) -> None:
        """In other modes, nobody is in a hurry."""
        if field.data and self.mode.data != Mode.EXAM:
            raise ValidationError("Only an exam has a time limit.")

    def can_be_done(self, assigned: Iterable[Assignment], *, now: datetime) -> bool:
        """Whether it is due in time to come, or when it was due before; else that is said."""
        due_at = self.due_at
        before = {each.due_at for each in assigned if each.quiz_id == self.quiz.data}
        if due_at is None or due_at > now or due_at in before:
            return True
        self.due.errors = [PAST]
        return False

    @property
    def conditions(self) -> Conditions:
        """What is laid down, once the form is valid; only where there is a limit is there more."""
        mode = Mode(self.mode.data) if self.mode.data else None
        minutes, extra = self.minutes.data, bool(self.extra.data)
        return Conditions(mode, minutes, extra or not minutes, self.attempts.data)

    @property
    def hides(self) -> bool:
        """Whether its answers are to be hidden from those who are not in the class, too."""
        return bool(self.answers.data == HIDE)

    @property
    def due_at(self) -> datetime | None:
        """When it is due, once the form is valid."""
        return self.offset.in_utc(self.due.data)

"""What people fill in."""

from typing import Any, Self

from flask import abort, request
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from werkzeug.datastructures import CombinedMultiDict
from werkzeug.exceptions import BadRequest
from wtforms import (
    BooleanField,
    DateField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from questions import AnswerType
from questions.documents import clean
from quizapp.assessment import names
from quizapp.assessment.assembly import default_size, offered, sizes
from quizapp.assessment.conditions import Choice
from quizapp.assessment.leaderboard import LONGEST as LONGEST_NAME
from quizapp.assessment.modes import EXTRA, MINUTES, Mode, Order
from quizapp.assessment.permissions import Visibility
from quizapp.assessment.reporting import LONGEST, Reason, Report
from quizapp.views.bank_words import REASONS as WHY
from quizapp.views.messages import Plain

BOTH = "You gave something else as well. Press the button again to use that, or clear it first."
EITHER = "You pasted a text as well. Clear one of the two."

ORDERS = [
    SelectChoice(Order.SHUFFLED, "Shuffled"),
    SelectChoice(Order.ARTICLE, "As in the article"),
]
COMPOSED_ORDERS = [
    SelectChoice(Order.QUIZ, "As in the quiz"),
    SelectChoice(Order.SHUFFLED, "Shuffled"),
]
VISIBILITIES = [
    SelectChoice(Visibility.DRAFT, "You alone: it is a draft"),
    SelectChoice(Visibility.LINK, "You, your classes, and those to whom you give the link"),
    SelectChoice(Visibility.OPEN, "Everybody on this server; they can also read its answers"),
]
MODES = [
    SelectChoice(Mode.IMMEDIATE, "Immediate"),
    SelectChoice(Mode.PRACTICE, "Practice"),
    SelectChoice(Mode.EXAM, "Exam"),
]
LIMITS = [SelectChoice(n, f"{n} minutes" if n else "None") for n in MINUTES]
MORE = [
    SelectChoice(n, f"{n} % more" if n < 900 else "Ten times") if n else SelectChoice(0, "None")
    for n in EXTRA
]
REASONS = [SelectChoice(each, WHY[each]) for each in Reason]


class ExpiredForm(BadRequest):
    """A form whose token is stale or missing; what it asked for was not done."""


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """A form that knows with which status it is shown again."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # as above
        """How a form reads the request."""

        def wrap_formdata(self, form: "Form", formdata: Any) -> Any:
            """Take files for fields of files only, where others would fail; JSON is no form."""
            if formdata is None or not form.is_submitted():
                return None
            if any(not isinstance(form._fields.get(name), FileField) for name in request.files):
                abort(400)
            return CombinedMultiDict((request.files, request.form))

        def get_translations(self, form: "Form") -> Plain:  # noqa: ARG002 - WTForms passes it
            """Say in plain words what is wrong with a field."""
            return Plain()

    @property
    def expired(self) -> bool:
        """Whether its token is stale or missing."""
        return bool(self.csrf_token.errors)

    refused_with = 422

    @property
    def status(self) -> int:
        """Status of the page that shows the form again: 400 expired, mostly 422 to be corrected."""
        return 400 if self.expired else self.refused_with


class ActionForm(Form):
    """A button and nothing else."""


class BackForm(ActionForm):
    """A button that leads back to where it stands."""

    back = StringField(filters=[lambda value: value or ""])


def _text(value: str | None) -> str:
    return value or ""


def line(value: str | None) -> str:
    """All in one line, without what nobody sees."""
    return " ".join(clean(_text(value)).split())


def as_name(value: str | None) -> str:
    """The same of a name, without what would turn its letters round or hide among them."""
    return names.plain(line(value))


def at_most(limit: int) -> Length:
    """Validator of a text's length that says so in words."""
    return Length(max=limit, message=f"At most {limit} characters, please.")


class ArticleForm(Form):
    """An article as text, as a file or behind a link."""

    text = TextAreaField("Article text", filters=[_text])
    file = FileField("File")
    link = StringField("Link", [at_most(2000)], filters=[line])
    title = StringField("Title", [at_most(200)], filters=[as_name])
    source = StringField("Source", [at_most(500)], filters=[line])
    published = DateField("Published", [Optional()])

    def validate_file(self, field: FileField) -> None:
        """Nothing that was given is dropped without a word; the page has no file any more."""
        if field.data and (self.text.data.strip() or self.link.data):
            raise ValidationError(BOTH)

    def validate_link(self, field: StringField) -> None:
        """A text and a link would be two articles."""
        if field.data and self.text.data.strip():
            raise ValidationError(EITHER)

    @property
    def described(self) -> bool:
        """Whether anything is said of the article besides its text."""
        return any(field.data for field in (self.title, self.source, self.published))

    def refuse(self, reason: str, *, status: int = 422) -> None:
        """Say beside the field that was used why it cannot be used."""
        self.refused_with = status
        field = next((f for f in (self.file, self.link) if f.data), self.text)
        field.errors = [*field.errors, reason]


class VisibilityForm(Form):
    """Who may take a quiz."""

    visibility = RadioField("Who can take this quiz?", choices=VISIBILITIES)


class PseudonymForm(Form):
    """The name under which somebody is seen on a leaderboard."""

    pseudonym = StringField(
        "Your name here", [DataRequired("Choose a name."), at_most(LONGEST_NAME)], filters=[as_name]
    )

    def refuse(self, reason: str) -> None:
        """Say beside the name why it cannot be used."""
        self.pseudonym.errors = [*self.pseudonym.errors, reason]


class TopicForm(Form):
    """What kind of thing to practise."""

    answer_type = RadioField(choices=[SelectChoice(each) for each in AnswerType])


class StartForm(Form):
    """What an attempt asks, and on what terms; a button alone takes the defaults."""

    size = SelectField("Number of questions", coerce=int)
    order = SelectField("Order of questions", choices=ORDERS, default=Order.SHUFFLED)
    mode = RadioField("Mode", choices=MODES, default=Mode.IMMEDIATE)
    minutes = SelectField("Time limit", coerce=int, choices=LIMITS, default=0)
    extra = SelectField("Extra time", coerce=int, choices=MORE, default=0)
    confidence = BooleanField("Ask how sure I am of each answer")

    @classmethod
    def of(cls, available: int, *, composed: bool = False, expected: int = 0, **given: Any) -> Self:
        """Form for a quiz with so many items; the number expected, or a good one, is chosen.

        What somebody has put together is asked whole and in its order, unless chosen otherwise.
        """
        form = cls(**given)
        form.size.choices = [SelectChoice(n, str(n)) for n in sizes(available)]
        if not form.size.raw_data:
            usual = expected or (available if composed else default_size(available))
            form.size.data = offered(request.args.get("size", usual, type=int), available)
        if composed:
            form.order.choices = COMPOSED_ORDERS
            form.order.data = form.order.data if form.order.raw_data else Order.QUIZ
        return form

    @property
    def choice(self) -> Choice:
        """What was chosen, once the form is valid."""
        return Choice(
            Mode(self.mode.data),
            self.minutes.data,
            self.extra.data,
            self.confidence.data,
            Order(self.order.data),
        )


class ReportForm(Form):
    """What is wrong with a question."""

    reason = RadioField("What is wrong?", choices=REASONS)
    comment = StringField("Anything to add?", [at_most(LONGEST)], filters=[line])

    def validate_comment(self, field: StringField) -> None:
        """Something else needs a word."""
        if self.reason.data == Reason.OTHER and not field.data:
            raise ValidationError("Say in a few words what it is.")

    @property
    def report(self) -> Report:
        """Report that was sent, once the form is valid."""
        return Report(Reason(self.reason.data), self.comment.data)


def confirm[F: Form](form: F) -> F:
    """Pass on a form that may be acted upon; its page is gone, so there is no showing it again."""
    return form if accepted(form) else abort(422)


def accepted(form: Form) -> bool:
    """Whether a form may be acted upon; one that is only stale can be sent once more."""
    valid: bool = form.validate_on_submit()
    if form.expired:
        raise ExpiredForm
    return valid


def sent() -> list[tuple[str, str]]:
    """Fields a form sent, to be sent once more with a fresh token."""
    fields: Any = request.form.items(multi=True)
    return [(name, value) for name, value in fields if name != "csrf_token"]

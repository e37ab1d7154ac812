"""What people fill in while they study."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from wtforms import (
    BooleanField,
    FloatField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)

from questions.documents import clean
from quizapp.assessment.faces import CardKind, Wording
from quizapp.assessment.merging import Rated
from quizapp.assessment.preferences import MOST, RETENTION, Preferences, read_steps, write_steps
from quizapp.assessment.scheduling import Rating, Spacing
from quizapp.views import choices
from quizapp.views.forms import Form, line
from quizapp.views.widgets import LongSelect

LONGEST_SIDE = 5_000
LONGEST_LOOK = timedelta(minutes=1)
"""Who takes longer has gone away; Anki cuts there, too."""

KINDS = [
    SelectChoice(CardKind.QUESTION, "Question and answer"),
    SelectChoice(CardKind.CLOZE, "The sentence with a gap"),
    SelectChoice(CardKind.CHOICE, "Multiple choice"),
]


def _block(value: str | None) -> str:
    return clean(value or "").strip()


def _side(name: str) -> TextAreaField:
    needed = DataRequired(f"The {name.lower()} is empty.")
    longest = Length(max=LONGEST_SIDE, message=f"At most {LONGEST_SIDE:,} characters, please.")
    return TextAreaField(name, [needed, longest], filters=[_block])


def is_uid(value: object) -> bool:
    """Whether a review can be called so; databases differ in which other signs they store."""
    return isinstance(value, str) and 1 <= len(value) <= 36 and value.isprintable()


class RateForm(Form):
    """A rating, with what tells it from one of another time or tab."""

    rating = RadioField(coerce=int, choices=[SelectChoice(each.value, "") for each in Rating])
    seen = IntegerField(validators=[InputRequired(), NumberRange(min=0)])
    uid = HiddenField()
    shown = FloatField(validators=[Optional(), NumberRange(0, 10**11)])

    def validate_uid(self, field: HiddenField) -> None:
        """It comes from the page that was left, or from nobody whom this concerns."""
        if not is_uid(field.data):
            raise ValidationError

    def said(self, now: datetime) -> Rated:
        """Rating that was sent, once the form is valid; when it was shown may be missing."""
        shown = timedelta(seconds=now.timestamp() - self.shown.data) if self.shown.data else None
        took = min(max(shown, timedelta()), LONGEST_LOOK) if shown is not None else None
        return Rated(self.uid.data, Rating(self.rating.data), now, took)


class UndoForm(Form):
    """The review to be taken back."""

    review = IntegerField(validators=[InputRequired(), NumberRange(min=1, max=10**18)])


class SetAsideForm(Form):
    """Whether a card is to stay away or to come back."""

    away = RadioField(choices=[SelectChoice("1"), SelectChoice("0")])


class WordingForm(Form):
    """Both sides of a card, and where it belongs."""

    front = _side("Front")
    back = _side("Back")
    deck = StringField(
        "Deck", [Length(max=200, message="At most 200 characters, please.")], filters=[line]
    )
    original = BooleanField()
    kind = RadioField("This card asks by", choices=KINDS, default=CardKind.QUESTION)

    @property
    def wording(self) -> Wording:
        """Sides as they were written, once the form is valid."""
        return Wording(self.front.data, self.back.data)


class PreferencesForm(Form):
    """How somebody wants to study."""

    retention = IntegerField(
        "Remembered when due",
        [NumberRange(*(round(100 * r) for r in RETENTION), message="From 70 to 97 percent.")],
    )
    new_per_day = IntegerField("New cards a day", [NumberRange(0, MOST, "From 0 to 9,999.")])
    reviews_per_day = IntegerField("Reviews a day", [NumberRange(0, MOST, "From 0 to 9,999.")])
    steps = StringField("Steps for new cards", [Length(max=100)], filters=[line])
    relearning = StringField("Steps for forgotten cards", [Length(max=100)], filters=[line])
    zone = SelectField(
        "Time zone",
        choices=choices.zones(sorted(available_timezones() - {"localtime"})),
        widget=LongSelect(),
    )
    kind = RadioField("A question becomes", choices=KINDS)
    collects = BooleanField("Make cards of what I answer wrong or am not sure of in a quiz")

    @classmethod
    def of(cls, preferences: Preferences) -> "PreferencesForm":
        """Form filled in with what is set."""
        spacing = preferences.spacing
        return cls(
            retention=round(100 * spacing.retention),
            new_per_day=preferences.new_per_day,
            reviews_per_day=preferences.reviews_per_day,
            steps=write_steps(spacing.steps),
            relearning=write_steps(spacing.relearning),
            zone=preferences.zone.key,
            kind=preferences.kind,
            collects=preferences.collects,
        )

    def validate_steps(self, field: StringField) -> None:
        """Steps are read as Anki writes them."""
        if read_steps(field.data) is None:
            raise ValidationError(
                "Write steps such as 1m 10m 1d: minutes, hours or days, up to 30d."
            )

    validate_relearning = validate_steps

    @property
    def preferences(self) -> Preferences:
        """Preferences that were sent, once the form is valid."""
        steps, again = (read_steps(field.data) or () for field in (self.steps, self.relearning))
        return Preferences(
            spacing=Spacing(self.retention.data / 100, steps, again),
            new_per_day=self.new_per_day.data,
            reviews_per_day=self.reviews_per_day.data,
            zone=ZoneInfo(self.zone.data),
            kind=CardKind(self.kind.data),
            collects=self.collects.data,
        )

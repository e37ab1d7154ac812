"""What people fill in about quizzes of their own."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Self

from flask import request
from wtforms import (
    DateTimeLocalField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectMultipleField,
    StringField,
    SubmitField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, NumberRange, ValidationError

from questions import AnswerType
from quizapp.assessment.bank import Band, Shelf, Shown, Status
from quizapp.assessment.composing import LONGEST_TITLE, MOST, USUAL, Rule
from quizapp.store.quizzes import QuizChoice
from quizapp.views.bank_words import BANDS, STATUSES
from quizapp.views.choices import told_apart
from quizapp.views.forms import Form, as_name, at_most
from quizapp.views.item_forms import TYPE_CHOICES, ids, number
from quizapp.views.times import OffsetField, sensible

NEW_QUIZ = 0
IN_USE = Shown.IN_USE.statuses
PAST = "That time has passed already. To close the quiz at once, press “Close it now”."


def _title() -> StringField:
    named = [DataRequired("Give the quiz a name."), at_most(LONGEST_TITLE)]
    return StringField("Name of the quiz", named, filters=[as_name])


class TitleForm(Form):
    """Another name for a quiz."""

    title = _title()


class RuleForm(Form):
    """How many items of which kinds; where nothing is ticked, everything is meant."""

    size = IntegerField(
        "Number of questions",
        [InputRequired("Say how many."), NumberRange(1, MOST, f"Between 1 and {MOST}, please.")],
        default=USUAL,
    )
    article = SelectMultipleField("Articles", coerce=int)
    band = SelectMultipleField("Difficulty", choices=[SelectChoice(b, BANDS[b]) for b in Band])
    type = SelectMultipleField("Asks for", choices=TYPE_CHOICES)
    statuses = SelectMultipleField(
        "Status", choices=[SelectChoice(s, STATUSES[s]) for s in IN_USE], default=IN_USE
    )

    @classmethod
    def of(cls, shelves: Sequence[Shelf], **given: Any) -> Self:
        """Form with these articles to choose from; the address may have ticked one already."""
        form = cls(**given)
        form.article.choices = [SelectChoice(each.article_id, each.title) for each in shelves]
        if not form.is_submitted():
            form.article.data = request.args.getlist("article", type=int)
        return form

    @property
    def rule(self) -> Rule:
        """Rule that was sent, once the form is valid."""
        return Rule(
            self.size.data,
            tuple(self.article.data),
            tuple(map(AnswerType, self.type.data)),
            tuple(map(Band, self.band.data)),
            tuple(map(Status, self.statuses.data)) or IN_USE,
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether something is chosen, or wrong, among what is folded away."""
        usual = set(self.statuses.data or ()) == set(IN_USE)
        return bool(self.type.data or self.type.errors or self.statuses.errors or not usual)

    def refuse(self) -> None:
        """Say that the rule is too narrow."""
        self.size.errors = ["No question of your bank fits this. Tick more, or other things."]


class NewForm(RuleForm):
    """A new quiz, filled by the rule or left empty to be filled by hand."""

    title = _title()
    empty = SubmitField("Start with none and choose each by hand")


class ChoiceForm(Form):
    """For which quiz items are meant that were selected in the bank."""

    item = SelectMultipleField(choices=[], validate_choice=False)
    quiz = RadioField("To which quiz?", coerce=int)
    title = StringField("Name of the new quiz", [at_most(LONGEST_TITLE)], filters=[as_name])
    back = HiddenField()

    @classmethod
    def of(cls, choices: Sequence[QuizChoice], **given: Any) -> Self:
        """Form that takes these quizzes, or a new one."""
        form = cls(**given)
        named = [SelectChoice(each.id, told_apart(each)) for each in choices]
        form.quiz.choices = [*named, SelectChoice(NEW_QUIZ, "A new quiz")]
        if not form.quiz.raw_data:
            form.quiz.data = named[0].value if named else NEW_QUIZ
        return form

    def validate_title(self, field: StringField) -> None:
        """A new quiz needs one."""
        if self.quiz.data == NEW_QUIZ and not field.data:
            raise ValidationError("Give the new quiz a name.")

    @property
    def item_ids(self) -> tuple[int, ...]:
        """Items that were selected."""
        return ids(self.item.data or ())


class ArrangeForm(Form):
    """Where each item of a quiz is to stand, and what else the button that was pressed means."""

    item = SelectMultipleField(choices=[], validate_choice=False)
    place = SelectMultipleField(choices=[], validate_choice=False)
    up = HiddenField()
    down = HiddenField()
    out = HiddenField()

    @property
    def typed(self) -> dict[int, str]:
        """Item ids with what was typed as their places."""
        pairs = zip(self.item.data or (), self.place.data or (), strict=False)
        return {number(item): text.strip() for item, text in pairs}

    @property
    def places(self) -> dict[int, int]:
        """Item ids with the places typed for them."""
        return {item: number(text) for item, text in self.typed.items()}

    @property
    def senseless(self) -> dict[int, str]:
        """What was typed that is no place, by item."""
        return {item: text for item, text in self.typed.items() if not number(text)}


class ClosingForm(Form):
    """A time from which on nobody begins the quiz."""

    closes = DateTimeLocalField("Closes", [InputRequired("Choose a day and a time."), sensible])
    offset = OffsetField()

    @property
    def closes_at(self) -> datetime | None:
        """When it closes, once the form is valid."""
        return self.offset.in_utc(self.closes.data)

    def is_to_come(self, *, now: datetime) -> bool:
        """Whether that time is still to come; else that is said."""
        if self.closes_at and self.closes_at > now:
            return True
        self.closes.errors = [PAST]
        return False

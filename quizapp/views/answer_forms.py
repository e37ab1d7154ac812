"""What somebody sends while they take a quiz."""

from typing import Self

from wtforms import BooleanField, IntegerField, RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import Optional

from quizapp.assessment.answering import Answer
from quizapp.assessment.certainty import Confidence
from quizapp.assessment.showing import Prompt
from quizapp.views.forms import Form
from quizapp.views.words import CONFIDENCES

CERTAINTIES = [SelectChoice(each, CONFIDENCES[each]) for each in Confidence]


class AnswerForm(Form):
    """One option of one question."""

    option = RadioField(coerce=int)
    turn = IntegerField(default=1)
    confidence = RadioField(choices=CERTAINTIES, validators=[Optional()])
    over = BooleanField()

    @classmethod
    def of(cls, prompt: Prompt) -> Self:
        """Form that takes the options of this question and no others."""
        form = cls()
        form.option.choices = [SelectChoice(o.index, o.text) for o in prompt.options]
        if not form.is_submitted():
            form.option.data, form.confidence.data = prompt.chosen, prompt.confidence
        return form

    def propose(self, option: int | None) -> bool:
        """Show an option that was chosen before a log-in; whether there is such a one."""
        offered = any(choice.value == option for choice in self.option.choices)
        self.option.data = option if offered else self.option.data
        return offered

    @property
    def answer(self) -> Answer:
        """Answer that was sent, once the form is valid."""
        said = self.confidence.data
        return Answer(self.option.data, self.turn.data, Confidence(said) if said else None)


class EndForm(Form):
    """The end of an attempt, which `over` lays to the clock of the page."""

    over = BooleanField()


class AsideForm(AnswerForm):
    """Something else than an answer, and the option that was chosen meanwhile, if any."""

    option = RadioField(coerce=int, validators=[Optional()])


class FlagForm(AsideForm):
    """A flag to set or to take away."""

    flagged = RadioField(choices=[SelectChoice("1"), SelectChoice("0")])

"""What an editor fills in."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

from flask import abort
from werkzeug.datastructures import MultiDict
from wtforms import (
    FieldList,
    HiddenField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, NumberRange, Optional, ValidationError

from questions import AnswerType, Article, Evidence, Item, ItemKind
from quizapp.assessment.bank import Band, Flag, Search, Shelf, Shown, Sort, Status, band
from quizapp.assessment.editing import (
    LONGEST_EXPLANATION,
    LONGEST_OPTION,
    LONGEST_STEM,
    MOST_OPTIONS,
    Wording,
)
from quizapp.assessment.sentences import passage
from quizapp.views.bank_words import BANDS, FINDINGS, FLAGS, SHOWN, SORTS
from quizapp.views.forms import Form, at_most, line
from quizapp.views.widgets import LongSelect
from quizapp.views.words import TYPES

LARGEST = 2**31 - 1
DIGITS = 10
TYPE_CHOICES = [SelectChoice(each, TYPES[each][0].capitalize()) for each in AnswerType]
BAND_CHOICES = [SelectChoice(each, BANDS[each]) for each in Band]


class ItemForm(Form):
    """The wording of an item; options that are left empty are left out."""

    stem = TextAreaField(
        "Question",
        [DataRequired("Write the question."), at_most(LONGEST_STEM)],
        filters=[line],
    )
    options = FieldList(
        StringField("Option", [at_most(LONGEST_OPTION)], filters=[line]),
        "Options",
        max_entries=MOST_OPTIONS,
    )
    key = IntegerField("Right answer", [InputRequired("Choose which option is right.")])
    explanation = TextAreaField("Explanation", [at_most(LONGEST_EXPLANATION)], filters=[line])
    answer_type = SelectField("Asks for", choices=TYPE_CHOICES, default=AnswerType.THING)
    band = SelectField("Difficulty", choices=BAND_CHOICES, default=Band.MEDIUM)
    start = IntegerField(validators=[InputRequired(), NumberRange(0, LARGEST)])
    end = IntegerField(validators=[InputRequired(), NumberRange(0, LARGEST)])
    number = IntegerField(default=0, validators=[Optional(), NumberRange(0, LARGEST)])
    seen = SelectMultipleField(choices=[], validate_choice=False)
    back = HiddenField()
    approve = HiddenField()

    alone = False

    @classmethod
    def of(cls, item: Item, *, number: int, back: str = "") -> "ItemForm":
        """Form with the wording of an item, and room for one more option."""
        form = cls(
            data={
                "stem": item.stem,
                "options": item.options,
                "key": item.key,
                "explanation": item.explanation,
                "answer_type": item.answer_type,
                "band": band(item.difficulty),
                "start": item.evidence.start,
                "end": item.evidence.end,
                "number": number,
                "back": back,
            }
        )
        form.alone = item.kind is ItemKind.FLASHCARD
        return form._with_room()

    @classmethod
    def new(cls) -> "ItemForm":
        """Form for an item of one's own."""
        return cls()._with_room()

    def pick(self, passage: str) -> None:
        """Take another passage as evidence, given as two offsets: `120-180`."""
        start, _, end = passage.partition("-")
        if not (start.isdecimal() and end.isdecimal()):
            abort(422)
        self.start.data, self.end.data = int(start[:10]), int(end[:10])

    def _with_room(self) -> "ItemForm":
        """Four options at least, and always one that is still empty."""
        entries = self.options.entries
        while len(entries) < 4 or (entries[-1].data and len(entries) < MOST_OPTIONS):
            self.options.append_entry("")
        return self

    def validate_options(self, field: FieldList) -> None:
        """Two at least, or the answer of a flashcard, and no two alike."""
        texts = [text for text in field.data if text]
        if self.alike:
            raise ValidationError("Two options are the same.")
        if len(texts) < (1 if self.alone else 2):
            raise ValidationError("Write at least two options.")

    def validate_key(self, field: IntegerField) -> None:
        """The right option is one that is there."""
        written = self.options.data
        if field.data is not None and not (0 <= field.data < len(written) and written[field.data]):
            raise ValidationError("The option that you chose as right is empty.")

    @property
    def alike(self) -> bool:
        """Whether two options are the same."""
        return len(set(map(str.casefold, self.texts))) < len(self.texts)

    @property
    def texts(self) -> tuple[str, ...]:
        """Options that are not empty."""
        return tuple(text for text in self.options.data if text)

    def passage(self, article: Article) -> Evidence:
        """Evidence between the offsets that were sent; others than the article has are refused."""
        start, end = self.start.data, self.end.data
        if start is None or end is None:
            return abort(422)
        return passage(article, start, end) or abort(422)

    def wording(self, article: Article) -> Wording:
        """What was written, once the form is valid."""
        before = self.options.data[: self.key.data]
        return Wording(
            stem=self.stem.data,
            options=self.texts,
            key=sum(bool(text) for text in before),
            explanation=self.explanation.data,
            answer_type=AnswerType(self.answer_type.data),
            band=Band(self.band.data),
            evidence=self.passage(article),
        )


class VersionForm(Form):
    """An earlier or proposed wording that is to follow the current one."""

    number = IntegerField(validators=[InputRequired(), NumberRange(1, LARGEST)])
    current = IntegerField(validators=[InputRequired(), NumberRange(1, LARGEST)])


class SearchForm(Form):
    """What of the bank is shown; anything that makes no sense is left out of the search."""

    class Meta(Form.Meta):
        """Sent in the address, so that a search can be kept."""

        csrf = False

        def wrap_formdata(self, form: Form, formdata: Any) -> Any:  # noqa: ARG002 - WTForms' signature
            """Take what the view passes on."""
            return formdata

    words = StringField("Words", filters=[line])
    article = SelectField("Article", coerce=int, widget=LongSelect())
    type = SelectField("Asks for", choices=[SelectChoice("", "Anything"), *TYPE_CHOICES])
    difficulty = SelectField("Difficulty", choices=[SelectChoice("", "Any"), *BAND_CHOICES])
    flag = SelectField(
        "Flag", choices=[SelectChoice("", "Any"), *(SelectChoice(f, FLAGS[f]) for f in Flag)]
    )
    answers = SelectField(
        "Answers",
        choices=[SelectChoice("", "Any"), *(SelectChoice(f, name) for f, name in FINDINGS.items())],
    )
    shown = SelectField("Status", choices=[SelectChoice(s, SHOWN[s]) for s in Shown])
    sort = SelectField("Order", choices=[SelectChoice(s, SORTS[s]) for s in Sort])

    @classmethod
    def of(cls, sent: MultiDict[str, str], shelves: Sequence[Shelf]) -> "SearchForm":
        """Form with what an address asks for, and these articles to choose from."""
        form = cls(sent)
        named = [SelectChoice(shelf.article_id, shelf.title) for shelf in shelves]
        form.article.choices = [SelectChoice(0, "Any article"), *named]
        return form

    @property
    def wanted(self) -> Search:
        """Search for what was filled in and makes sense."""
        sensible = {f.name: f.data for f in self if f.data and f.validate(self)}
        return Search(
            words=(self.words.data or "")[:200],
            article_id=sensible.get("article") or None,
            answer_type=_member(AnswerType, sensible.get("type")),
            band=_member(Band, sensible.get("difficulty")),
            flag=_member(Flag, sensible.get("flag")),
            finding=next((f for f in FINDINGS if f == sensible.get("answers")), None),
            shown=_member(Shown, sensible.get("shown")) or Shown.IN_USE,
            sort=_member(Sort, sensible.get("sort")) or Sort.NEWEST,
        )

    @property
    def filtered(self) -> bool:
        """Whether it shows less, or other things, than it does without being asked."""
        return replace(self.wanted, sort=Sort.NEWEST) != Search()

    @property
    def filters(self) -> int:
        """How many filters there are, besides the words and the order."""
        wanted, usual = self.wanted, Search()
        names = (field.name for field in fields(Search) if field.name not in {"words", "sort"})
        return sum(getattr(wanted, name) != getattr(usual, name) for name in names)


class PickForm(Form):
    """Items that were selected, and where to go back to."""

    item = SelectMultipleField(choices=[], validate_choice=False)
    status = SelectField(choices=[SelectChoice(s) for s in Status], validators=[Optional()])
    settle = HiddenField()
    back = HiddenField()

    @property
    def item_ids(self) -> tuple[int, ...]:
        """Ids that a database can hold; none twice."""
        return ids(self.item.data or ())


def ids(texts: Iterable[str]) -> tuple[int, ...]:
    """Numbers that a database can hold; none twice."""
    return tuple(dict.fromkeys(found for text in texts if (found := number(text))))


def number(text: str | None) -> int:
    """Number that a database can hold; 0 for everything else."""
    return int(text) if text and text.isdecimal() and len(text) < DIGITS else 0


def _member[E](kind: type[E], value: object) -> E | None:
    return kind(value) if value else None  # type: ignore[call-arg]  # enums are made from a value

"""What people fill in to import questions."""

from typing import Self

from flask_wtf.file import FileField
from wtforms import BooleanField, HiddenField
from wtforms.validators import ValidationError

from questions.formats.reading import Reading
from quizapp.store.uploads import Upload
from quizapp.views.forms import Form

REFUSED = (
    "Nothing was imported, as something in the file cannot be. Tick this box to leave it out, or "
    "mend the file and choose it again."
)
REPLACED = (
    "Nothing was imported: you have sent another file since that page was opened. This is what is "
    "in the new one."
)


class ImportForm(Form):
    """A file with items."""

    file = FileField("File")

    def validate_file(self, field: FileField) -> None:
        """There is nothing to look into without one."""
        if not field.data:
            raise ValidationError("Choose a file first.")

    def refuse(self, reason: str) -> None:
        """Say beside the field why the file cannot be used."""
        self.file.errors = [*self.file.errors, reason]


class AcceptForm(Form):
    """The file that was looked at, to be imported whole unless a part of it may be left out."""

    seen = HiddenField()
    leave_out = BooleanField()
    study = BooleanField()

    digest: str
    problems: int

    @classmethod
    def of(cls, upload: Upload, reading: Reading) -> Self:
        """Form for what was read from a file."""
        form = cls(study=bool(reading.schedules))
        form.digest, form.problems = upload.digest, len(reading.problems)
        return form

    def validate_seen(self, field: HiddenField) -> None:
        """What was said of another file is not said of this one."""
        if field.data != self.digest:
            self.leave_out.data = False
            raise ValidationError(REPLACED)

    def validate_leave_out(self, field: BooleanField) -> None:
        """Nothing is cut without a word."""
        if self.problems and not field.data and not self.seen.errors:
            raise ValidationError(REFUSED)

from flask import Flask
from wtforms import Form, SelectField
from wtforms.fields import SelectChoice

from quizapp.views.widgets import LongSelect

CHOICES = [
    SelectChoice(1, 'Ships & "lighthouses" <of> Vellmouth'),
    SelectChoice(2, "Lamps"),
    SelectChoice("Asia/Kathmandu"),
]


class Written(Form):  # type: ignore[misc]  # WTForms has no types
    usual = SelectField(choices=CHOICES, coerce=str, default="2", id="same", name="same")
    long = SelectField(
        choices=CHOICES, coerce=str, default="2", id="same", name="same", widget=LongSelect()
    )


def test_a_long_list_is_written_like_any_other(app: Flask) -> None:
    with app.test_request_context():
        form = Written()
        assert form.long() == form.usual()

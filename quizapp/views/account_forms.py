"""What people fill in to get an account, and into it."""

from wtforms import BooleanField, PasswordField, StringField
from wtforms.validators import DataRequired, EqualTo, InputRequired, Length, ValidationError

from quizapp.views.forms import Form, as_name

LONGEST_NAME = 40
SHORTEST, LONGEST = 8, 200
FIRST_TRIED = frozenset(
    "password password1 passw0rd 12345678 123456789 1234567890 11111111 00000000 87654321 abcd1234 "
    "qwertyui qwerty123 1q2w3e4r iloveyou football baseball princess sunshine superman trustno1 "
    "welcome1 letmein1 computer internet starwars whatever".split()
)


def unguessable(_form: Form, field: PasswordField) -> None:
    """Refuse what is tried first; length counts more than signs (NIST SP 800-63B, 3.1.1.2)."""
    if field.data.casefold() in FIRST_TRIED or len(set(field.data)) < 4:
        raise ValidationError("This is one of the passwords that are tried first.")


LONG_ENOUGH = Length(SHORTEST, LONGEST, message=f"From {SHORTEST} to {LONGEST} characters, please.")


class SignUpForm(Form):
    """A new account."""

    name = StringField(
        "Name",
        [
            DataRequired("Choose a name."),
            Length(1, LONGEST_NAME, message=f"From 1 to {LONGEST_NAME} characters, please."),
        ],
        filters=[as_name],
    )
    password = PasswordField(
        "Password", [InputRequired("Choose a password."), LONG_ENOUGH, unguessable]
    )
    repeated = PasswordField(
        "Password once more", [EqualTo("password", message="The two passwords differ.")]
    )
    stay = BooleanField("Keep me logged in on this device")

    def validate_password(self, field: PasswordField) -> None:
        """Everybody sees the name."""
        if field.data and field.data.casefold() == (self.name.data or "").casefold():
            raise ValidationError("Your name is the first that would be tried.")

    def refuse(self, reason: str) -> None:
        """Say beside the name why it cannot be used."""
        self.name.errors = [*self.name.errors, reason]


class PasswordForm(Form):
    """Another password, given by somebody who knows the present one."""

    present = PasswordField("Current password", [InputRequired("Type your current password.")])
    password = PasswordField(
        "New password", [InputRequired("Choose a password."), LONG_ENOUGH, unguessable]
    )
    repeated = PasswordField(
        "New password once more", [EqualTo("password", message="The two passwords differ.")]
    )

    def refuse(self, reason: str) -> None:
        """Say it beside the present password."""
        self.present.errors = [*self.present.errors, reason]


class RemovalForm(Form):
    """The end of an account, wanted by somebody who knows its password."""

    confirmation = PasswordField("Password", [InputRequired("Type your password.")])

    def refuse(self, reason: str) -> None:
        """Say it beside the password."""
        self.confirmation.errors = [*self.confirmation.errors, reason]


class LogInForm(Form):
    """Name and password; what is wrong with them is said of both together."""

    name = StringField("Name", [DataRequired("Type your name.")], filters=[as_name])
    password = PasswordField("Password", [InputRequired("Type your password.")])
    stay = BooleanField("Keep me logged in on this device")

    def refuse(self, reason: str) -> None:
        """Say it of the password, whichever of the two was wrong."""
        self.password.errors = [*self.password.errors, reason]

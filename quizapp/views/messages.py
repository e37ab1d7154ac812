"""What WTForms says of a field, in the words of people."""

_OFFERED = "Choose one of those offered."
_PLAIN = {
    "Not a valid datetime value.": "Give a day and a time, like 2026-03-20 12:00.",
    "Not a valid date value.": "Give a day, like 2026-03-20.",
    "Not a valid integer value.": "Give a whole number.",
    "Not a valid float value.": "Give a number.",
    "Not a valid choice.": _OFFERED,
    "Invalid Choice: could not coerce.": _OFFERED,
    "Invalid choice(s): one or more data inputs could not be coerced.": _OFFERED,
    "'%(value)s' is not a valid choice for this field.": _OFFERED,
    "'%(value)s' are not valid choices for this field.": _OFFERED,
    "Number must be at least %(min)s.": "At least %(min)s, please.",
    "Number must be at most %(max)s.": "At most %(max)s, please.",
    "Number must be between %(min)s and %(max)s.": "From %(min)s to %(max)s, please.",
    "This field is required.": "Fill this in.",
}


class Plain:
    """Translations from their English to ours."""

    def gettext(self, text: str) -> str:
        """What is not known stays as it is."""
        return _PLAIN.get(text, text)

    def ngettext(self, one: str, several: str, n: int) -> str:
        """The same of what is said of one thing or of several."""
        return self.gettext(one if n == 1 else several)

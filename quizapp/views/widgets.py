"""How fields are written where WTForms would take too long."""

from markupsafe import Markup, escape
from wtforms.fields import SelectChoice
from wtforms.widgets import Select


class LongSelect(Select):  # type: ignore[misc]  # WTForms has no types
    """A list of hundreds, time zones or quizzes, whose options have a value and a label only."""

    @classmethod
    def render_option(cls, choice: SelectChoice) -> Markup:
        """Write an option without looking for other attributes, which takes most of the page."""
        value, label = escape(choice.value), escape(choice.label or choice.value)
        chosen = "selected " if choice.selected else ""
        return Markup(f'<option {chosen}value="{value}">{label}</option>')  # noqa: S704 - escaped above

import pytest

from questions.formats.apkg import sheets
from questions.formats.apkg.sheets import Shown

FIELDS = {"Front": "What?", "Back": "That", "Empty": "<br> &nbsp;", "Picture": '<img src="a.png">'}


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{Front}}", "What?"),
        ("<b>{{ Front }}</b>", "<b>What?</b>"),
        ("{{#Front}}[{{Front}}]{{/Front}}", "[What?]"),
        ("{{#Empty}}[{{Front}}]{{/Empty}}", ""),
        ("{{^Empty}}[{{Front}}]{{/Empty}}", "[What?]"),
        ("{{^Front}}no{{/Front}}yes", "yes"),
        ("{{#Front}}{{#Empty}}no{{/Empty}}yes{{/Front}}", "yes"),
        ("{{#Empty}}{{#Front}}no{{/Front}}no{{/Empty}}yes", "yes"),
        ("{{#Picture}}yes{{/Picture}}", "yes"),
        ("{{FrontSide}}{{Tags}}{{Nothing}}x", "x"),
        ("<!-- {{Back}} -->{{Front}}", "What?"),
        ("{{text:Front}} {{cloze:Back}}", "What? That"),
        ("{{/Front}}{{#Front}}open", "open"),
        ("{{}} {{{Front}}}", " {What?}"),
    ],
)
def test_a_side_shows_what_its_conditions_allow(template: str, shown: str) -> None:
    parts = sheets.shown(template, FIELDS)
    assert "".join(p if isinstance(p, str) else FIELDS[p.field] for p in parts) == shown


@pytest.mark.parametrize("filtered", ["type:Back", "hint:Back", "tts en_US:Back"])
def test_what_is_not_read_is_not_on_the_front(filtered: str) -> None:
    parts = tuple(sheets.shown("{{Front}}{{" + filtered + "}}", FIELDS))
    assert sheets.names(parts) == ("Front", "Back")
    assert sheets.names(sheets.front(parts)) == ("Front",)


def test_filters_are_told() -> None:
    parts = list(sheets.shown("{{cloze:text:Front}}", FIELDS))
    assert Shown("Front", ("cloze", "text")) in parts

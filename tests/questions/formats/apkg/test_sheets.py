import pytest

from questions.formats.apkg import sheets
from questions.formats.apkg.sheets import Shown, Side

FIELDS = {"Front": "What?", "Back": "That", "Empty": "<br> &nbsp;", "Picture": '<img src="a.png">'}


def side(template: str, fields: dict[str, str]) -> Side:
    sheet = sheets.parsed(template)
    assert sheet is not None
    return sheet.side(fields)


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
    parts = side(template, FIELDS).parts
    assert "".join(p if isinstance(p, str) else FIELDS[p.field] for p in parts) == shown


@pytest.mark.parametrize("filtered", ["type:Back", "hint:Back", "tts en_US:Back"])
def test_what_is_not_read_is_not_on_the_front(filtered: str) -> None:
    found = side("{{Front}}{{" + filtered + "}}", FIELDS)
    assert found.names == ("Front", "Back")
    assert found.front_names == ("Front",)


def test_filters_are_told() -> None:
    assert Shown("Front", ("cloze", "text")) in side("{{cloze:text:Front}}", FIELDS).parts


def test_each_note_is_shown_by_what_is_filled_in_it() -> None:
    template = "{{#Extra}}more{{/Extra}}{{^Extra}}no more{{/Extra}}"
    told = [side(template, {"Extra": value}).parts for value in ("a", "", "<br>", "b")]
    assert ["".join(map(str, parts)) for parts in told] == ["more", "no more", "no more", "more"]

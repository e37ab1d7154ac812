from collections.abc import Sequence

import pytest

from questions import AnswerType, Item, ItemKind
from questions.errors import FormatError
from questions.formats import apkg
from questions.formats.apkg.collection import NoteType, Template
from questions.formats.reading import Reading
from questions.media import MARK
from tests.questions.formats.apkg.packages import PNG, Deck, Row, basic, cloze, latest, legacy

CAPITALS = {"France": "Paris", "Spain": "Madrid", "Italy": "Rome", "Norway": "Oslo", "Peru": "Lima"}
TOWNS = [basic(f"What is the capital of {c}?", town) for c, town in CAPITALS.items()]
REVERSED = NoteType(
    3, "Reversed", False, ("Front", "Back"),
    (Template("{{Front}}", "{{Back}}"), Template("{{Back}}", "{{Front}}")),
)  # fmt: skip
CHOICES = NoteType(
    4, "AllInOne (kprim, mc, sc)", False,
    ("Question", "Title", "QType", "Q_1", "Q_2", "Q_3", "Answers", "Sources"),
    (Template("{{Question}}", "{{Question}}{{Sources}}"),),
)  # fmt: skip
TYPED = NoteType(
    5, "Typed", False, ("Front", "Back", "Extra"),
    (Template("{{Front}} {{type:Back}}", "{{FrontSide}}{{type:Back}}{{Extra}}"),),
)  # fmt: skip
WIDE = NoteType(6, "Wide", False, ("A", "B"), (Template("{{A}}", "{{FrontSide}}"),))


def read(*rows: Row, **values: object) -> Reading:
    deck = Deck(rows, **values)  # type: ignore[arg-type]  # a test's own values
    old, new = apkg.read(legacy(deck), "towns.apkg"), apkg.read(latest(deck), "towns.apkg")
    assert old == new
    return old


def items(*rows: Row, **values: object) -> Sequence[Item]:
    return [item for generated in read(*rows, **values).found for item in generated.items]


def test_answers_of_one_kind_are_options_for_each_other() -> None:
    for item in items(*TOWNS):
        assert item.kind is ItemKind.MULTIPLE_CHOICE
        assert item.answer_type is AnswerType.PLACE
        assert set(item.options) < set(CAPITALS.values())
        assert item.options[item.key] == CAPITALS[item.stem.split()[-1].rstrip("?")]


def test_what_has_no_fair_options_is_a_flashcard_and_the_report_says_why() -> None:
    reading = read(*TOWNS[:3], basic("Why?", "Because; or not"))
    assert {item.kind for item in reading.found[0].items} == {ItemKind.FLASHCARD}
    assert [fate.reason for fate in reading.fates] == [
        *["the deck has no three other answers of its kind"] * 3,
        "its answer is a list",
    ]
    assert reading.fates[0].place == "note 1 (“What is the capital of France?”)"


def test_the_same_deck_is_the_same_items_and_a_longer_one_keeps_their_ids() -> None:
    assert items(*TOWNS) == items(*TOWNS)
    assert [i.id for i in items(*TOWNS)][:3] == [i.id for i in items(*TOWNS[:3])]


def test_each_cloze_is_a_question() -> None:
    first, second = items(
        cloze("{{c1::Oslo}} was founded in {{c2::1048::year}}.", "By <b>Harald</b>")
    )
    assert (first.stem, first.options) == ("_____ was founded in 1048.", ("Oslo",))
    assert (second.stem, second.options) == ("Oslo was founded in _____ (year).", ("1048",))
    assert first.explanation == "By Harald"


def test_a_reversed_note_is_two() -> None:
    reading = read(Row(REVERSED, ("dog", "Hund"), cards=(0, 1)))
    assert [(i.stem, i.options) for i in reading.found[0].items] == [
        ("dog", ("Hund",)), ("Hund", ("dog",)),
    ]  # fmt: skip
    assert [f.place for f in reading.fates] == ["note 1 (“dog”), card 1", "note 1 (“dog”), card 2"]


@pytest.mark.parametrize(
    ("bits", "options", "key", "reason"),
    [
        ("0 1 0", ("a", "b", "c"), 1, ""),
        ("1 1 0", ("a; b",), 0, "several of its options are right"),
    ],
)
def test_options_of_a_note_are_kept(
    bits: str, options: tuple[str, ...], key: int, reason: str
) -> None:
    values = ("Which?", "", "1", "<b>a</b>", "b", "c", bits, "A book")
    reading = read(Row(CHOICES, values))
    (item,) = reading.found[0].items
    assert (item.stem, item.options, item.key) == ("Which?", options, key)
    assert item.explanation == "A book"
    assert reading.fates[0].reason == reason


def test_options_listed_in_the_question_are_kept() -> None:
    (item,) = items(basic("Which?<br>A) a<br>B) b<br>C) c", "C"))
    assert (item.stem, item.options, item.key) == ("Which?", ("a", "b", "c"), 2)


def test_what_is_typed_is_not_in_the_stem() -> None:
    (item,) = items(Row(TYPED, ("Capital of Norway?", "Oslo", "since 1814")))
    assert (item.stem, item.options) == ("Capital of Norway?", ("Oslo",))
    assert item.explanation == "since 1814"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (basic("", "Oslo"), "its front is empty"),
        (basic("Oslo?", "<br>"), "its back says no more than its front"),
        (Row(WIDE, ("a", "b")), "its back says no more than its front"),
        (cloze("nothing hidden"), "it hides nothing: no {{c1::…}} in it"),
        (cloze("{{c::Oslo}}"), "its cloze “{{c::” has no number"),
        (cloze("{{c1::Oslo"), "its cloze “{{c1::” is not closed"),
        (cloze("{{c1:: }} is old"), "its back has no answer in words"),
        (cloze("{{c1::image-occlusion:rect:left=1}}"), "it hides parts of a picture, which can"),
        (cloze("".join(f"{{{{c{n}::x}}}}" for n in range(1, 102))), "it has more than 100 clozes"),
        (basic('<img src="gone.png">', "Oslo"), "its front shows “gone.png”, which is not in the"),
        (basic('<img src="/etc/passwd">', "O"), "its front shows “/etc/passwd”, which is not in"),
        (Row(NoteType(9, "None", False, ("A",), ()), ("a",)), "its note type has no cards"),
    ],
)
def test_what_is_left_out_is_told(row: Row, reason: str) -> None:
    reading = read(row)
    assert reading.size == 0
    (problem,) = reading.problems
    assert problem.reason.startswith(reason)
    assert [fate.became for fate in reading.fates] == ["nothing"]


def test_media_are_kept_where_they_are_shown() -> None:
    rows = [
        basic('Which town? <img src="a%20b.png">', "Oslo [sound:o.mp3]"),
        basic("Which river?", 'Glomma <img src="gone.png">'),
    ]
    unused = {"a b.png": PNG, "o.mp3": b"ID3 sound", "unused.png": PNG + b"!", "x.exe": b"MZ"}
    reading = read(*rows, media=unused)
    first, second = reading.found[0].items
    assert [bool(MARK.search(text)) for text in (first.stem, first.options[0])] == [True, True]
    assert [media.data for media in reading.media] == [PNG, b"ID3 sound"]
    assert second.options == ("Glomma",)


def test_each_deck_is_an_article_known_by_its_name() -> None:
    rows = [basic("a?", "b"), basic("c?", "d", deck=2)]
    reading = read(*rows, decks={1: "Towns", 2: "Towns::Norway"})
    assert [g.article.title for g in reading.found] == ["Towns", "Towns: Norway"]
    again = read(*rows, basic("e?", "f"), decks={1: "Towns", 2: "Towns::Norway"})
    assert [g.article.id for g in again.found] == [g.article.id for g in reading.found]


def test_too_much_text_at_once_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("questions.formats.apkg.reader.MOST_WORK", 200)
    with pytest.raises(FormatError, match=r"note 2 .*: is beyond what is read at once"):
        read(*TOWNS)


MANY = "with recursive n(x) as (select 2 union all select x + 1 from n where x < {}) "
NOTES = "insert into notes select x, 'g' || x, {}, 0, '', {} from n; "
ZEROS = "x || hex(zeroblob({})) || char(31) || 'b'"
WIDE = NoteType(
    7, "Wide", False, ("Front", "Back"),
    tuple(Template(f"{'words ' * 3000}{{{{Front}}}}{n}", "{{Back}}") for n in range(50)),
)  # fmt: skip


@pytest.mark.parametrize(
    "deck",
    [
        Deck([basic("a", "b")], script=MANY.format(300) + NOTES.format(1, ZEROS.format(9000))),
        Deck([cloze("".join(f"{{{{c{n}::a}}}} and so on " for n in range(1, 99)))] * 60),
        Deck([Row(WIDE, (f"a{n}", "b"), tuple(range(50))) for n in range(20)]),
    ],
    ids=["notes", "clozes", "templates"],
)
def test_a_few_kilobytes_that_are_minutes_of_work_are_refused(deck: Deck) -> None:
    data = latest(deck)
    assert len(data) < 60_000
    with pytest.raises(FormatError, match="split the deck"):
        apkg.read(data, "towns.apkg")


LONG = "<p>" * 7000
TAGS = "{{#Front}}{{/Front}}" * 251
SCRIPT = f"<script>{'x = 1;' * 9000}</script><STYLE>{'p { color: red }' * 999}</STYLE>"


@pytest.mark.parametrize(
    ("front", "back", "reason"),
    [
        (LONG, "", "the templates of its note type are too long"),
        ("", LONG, "the templates of its note type are too long"),
        (TAGS, "", "the templates of its note type are too long"),
        (f"<!--{'x' * 300_000}-->", "", "the templates of its note type are too long"),
        (SCRIPT, SCRIPT, ""),
        (f"<!--{LONG}-->", "<style>", ""),
    ],
    ids=["front", "back", "conditions", "comment", "scripts", "short comment"],
)
def test_templates_that_are_gone_through_for_each_card_are_short(
    front: str, back: str, reason: str
) -> None:
    sides = Template(f"{front}{{{{Front}}}}", f"{back}{{{{Back}}}}")
    row = Row(NoteType(7, "Odd", False, ("Front", "Back"), (sides,)), ("Why?", "Because."))
    found = apkg.read(legacy(Deck([row])), "towns.apkg")
    assert [problem.reason for problem in found.problems] == ([reason] if reason else [])

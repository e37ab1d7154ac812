import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.errors import FormatError
from questions.formats import reading, registry
from questions.formats.archives import Archive, packed
from quizapp import cli
from tests.make import make_generated, make_item


def test_the_command_offers_what_is_written() -> None:
    assert sorted({*cli.FORMATS.choices} - {"anki"}) == sorted(registry.WRITERS)


@pytest.mark.parametrize("name", [each.name for each in registry.READABLE if each.write])
def test_what_is_written_is_known_by_its_content_alone(name: str) -> None:
    generated = make_generated()
    data = registry.WRITERS[name]([generated])
    assert registry.recognized(data, "wrong.ending").name == name
    read = registry.read(data, "wrong.ending")
    assert read.size == 1
    assert read.problems == ()
    assert read.found[0].items[0].stem == generated.items[0].stem


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("qti", "QTI 2.1 to 3.0"),
        ("qti3", "QTI 2.1 to 3.0"),
        ("xlsx", "Excel or Kahoot"),
        ("kahoot", "Excel or Kahoot"),
        ("csv", "CSV"),
    ],
)
def test_what_is_read_is_called_what_it_is(name: str, told: str) -> None:
    data = registry.WRITERS[name]([make_generated()])
    assert registry.recognized(data).readable == told


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"SQLite format 3\0 ::title:: {=a ~b}", "is a database"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .xlsx"),
    ],
)
def test_what_is_taken_for_a_deck_or_a_sheet_is_told_what_to_do(data: bytes, told: str) -> None:
    with pytest.raises(FormatError, match=told):
        registry.read(data, "collection.anki2")


def test_what_is_only_written_is_said_to_be() -> None:
    """Though its lines end as those of other formats do."""
    data = registry.WRITERS["anki-add-on"]([make_generated()])
    for name in ("cards.txt", "cards.csv"):
        with pytest.raises(FormatError, match="a text for Multiple Choice for Anki, which is only"):
            registry.read(data, name)


@pytest.mark.parametrize("name", registry.WRITERS)
def test_the_same_items_give_the_same_bytes(name: str) -> None:
    write = registry.WRITERS[name]
    assert write([make_generated()]) == write([make_generated()])


@pytest.mark.parametrize("name", [each.name for each in registry.READABLE])
def test_every_reader_survives_what_is_cut_off(name: str) -> None:
    each = registry.BY_NAME[name]
    if each.write is None:
        pytest.skip(f"{name} is not written here")
    whole = each.write([make_generated(make_item(), make_item(id="item-2", stem="Why?"))])
    for length in range(1, len(whole), 7):
        _survives(whole[:length])


BITS = st.sampled_from(
    [*b"\0{}=~#<>&\\\"',;\n", *(b"####", b"%50%", b"[html]", b"ANSWER: ", b"\xff", b"<![CDATA[")]
).map(lambda bit: bytes([bit]) if isinstance(bit, int) else bit)


@pytest.mark.parametrize("name", [each.name for each in registry.READABLE if each.write])
@settings(max_examples=60)
@given(data=st.data())
def test_every_reader_survives_what_is_damaged(name: str, data: st.DataObject) -> None:
    whole = registry.WRITERS[name]([make_generated(make_item(explanation="a & <b>"))])
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(whole)))
        end = min(len(whole), start + data.draw(st.integers(0, 20)))
        whole = whole[:start] + data.draw(BITS | st.binary(max_size=4)) + whole[end:]
    _survives(whole or b"x")


@pytest.mark.parametrize("name", ["qti", "xlsx"])
@settings(max_examples=60)
@given(data=st.data())
def test_a_damaged_file_in_a_sound_archive_is_no_crash(name: str, data: st.DataObject) -> None:
    archive = Archive(registry.WRITERS[name]([make_generated()]))
    members = {each: archive.read(each) for each in archive.names}
    chosen = data.draw(st.sampled_from(archive.names))
    whole = members[chosen]
    start = data.draw(st.integers(0, len(whole)))
    end = min(len(whole), start + data.draw(st.integers(0, 20)))
    members[chosen] = whole[:start] + data.draw(BITS) + whole[end:]
    _survives(packed(members))


def _survives(data: bytes) -> None:
    try:
        found = registry.read(data, "a file")
    except FormatError:
        return
    assert found.size or found.problems


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file: is empty."),
        (b" \n", "the file: is empty."),
        (b"Some words about nothing.", "the file: is in none of the formats that can be read: "),
        (b"\x89PNG\r\n\x1a\n\0\0", "the file: is in none of the formats that can be read: "),
        (b'{"schema": "\xff', "line 1: is not in UTF-8"),
        (b"stem;key;option\nWho?;Zo\xeb;Ann\n", "line 2: is not in UTF-8; send the spreadsheet"),
        (b'{\n"schema": "\xff', "line 2: is not in UTF-8"),
    ],
)
def test_a_file_that_is_none_of_ours_is_an_error(data: bytes, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        registry.read(data, "notes.docx")
    assert message in str(caught.value)


def test_a_file_that_is_too_large_is_an_error() -> None:
    with pytest.raises(FormatError, match="the file: has more than 50 MB; split it"):
        registry.read(b"{" * (reading.FILE_LIMIT + 1), "big.json")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("capitals_of_Europe.gift", "capitals of Europe"),
        ("/a/b/Week 3.xml", "Week 3"),
        (".gift", ".gift"),
        ("", "Imported questions"),
        ("\u200b.csv", "Imported questions"),
    ],
)
def test_title_of(name: str, title: str) -> None:
    assert reading.title_of(name) == title

import pytest
import zstandard

from questions.errors import FormatError
from questions.formats import registry
from tests.questions.formats.apkg.packages import (
    PNG,
    Deck,
    basic,
    latest,
    legacy,
    legacy_database,
    message,
    zipped,
)

DECK = Deck([basic("Capital of Norway?", "Oslo")])
STUB = {"collection.anki2": b"a stub"}


def error(data: bytes, name: str = "towns.apkg") -> str:
    with pytest.raises(FormatError) as caught:
        registry.read(data, name)
    return str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        legacy(DECK),
        zipped(STUB | {"collection.anki21": legacy_database(DECK), "media": b"{}"}),
        zipped(STUB | {"collection.anki21": legacy_database(DECK), "meta": b"\x08\x02"}),
        latest(DECK),
    ],
    ids=["legacy 1", "legacy 2", "legacy 2 with meta", "latest"],
)
def test_every_format_is_read(data: bytes) -> None:
    (found,) = registry.read(data, "any.name").found
    assert found.article.title == "Towns"
    assert [item.stem for item in found.items] == ["Capital of Norway?"]


def test_a_whole_collection_is_refused_with_the_reason() -> None:
    assert "is a whole collection with its history and settings" in error(legacy(DECK), "A.colpkg")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (legacy(DECK)[:-40], "the archive: is damaged or was cut off."),
        (zipped({"meta": b"\x08\x07"} | STUB), "“meta”: names a format of Anki that is not known"),
        (zipped({"meta": b"\xff"} | STUB), "“meta”: names a format of Anki that is not known"),
        (zipped({"meta": b"\x08\x03"} | STUB), "it lacks “collection.anki21b”."),
        (zipped(STUB), "“collection.anki2”: cannot be read as Anki's database"),
        (zipped({"collection.anki2": bytes(99)}), "cannot be read as Anki's database: it is cut"),
        (b"<html>Log in first</html>", "the file: is not what its name says: it is no archive."),
        (legacy(DECK, media=b"[1"), "“media”: is not a list of names."),
        (legacy(DECK, media=b"[1]"), "“media”: is not a list of names."),
        (latest(DECK, media=b"{}"), "“media”: is damaged or was cut off."),
        (latest(DECK, media=zstandard.compress(b"\x0a\x05ab")), "“media”: is not a list"),
        (latest(DECK, media=zstandard.compress(b"\x08\x05")), "“media”: is not a list"),
        (latest(DECK, **{"collection.anki21b": b"x"}), "“collection.anki21b”: is damaged or was"),
        (legacy(DECK, **{"../../evil": b"x"}), "has a path that leads out of the archive."),
    ],
)  # fmt: skip
def test_what_is_broken_is_named(data: bytes, message: str) -> None:
    assert message in error(data)


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(250_000_000))
    assert "is larger, unpacked, than 200 MB" in error(latest(DECK, **{"collection.anki21b": bomb}))


@pytest.mark.parametrize(
    "data",
    [
        legacy(DECK, media=b"[" + b"[]," * 2_000_000 + b"[]]"),
        latest(DECK, media=zstandard.compress(b"\x0a\x03\x0a\x01a" * 2_000_000)),
    ],
    ids=["legacy", "latest"],
)
def test_a_list_of_media_that_would_fill_memory_is_not_read(data: bytes) -> None:
    assert "larger, unpacked, than" in error(data)


def test_more_media_than_an_archive_has_files_are_no_list() -> None:
    listed = zstandard.compress(b"\x0a\x03\x0a\x01a" * 25_001)
    assert error(latest(DECK, media=listed)) == "“media”: is not a list of names."


def test_a_picture_too_large_is_named() -> None:
    deck = Deck([basic('<img src="a.png">', "Oslo")], media={"a.png": PNG})
    large = zstandard.compress(PNG + bytes(11_000_000))
    assert error(latest(deck, **{"0": large})) == "media “a.png”: is larger, unpacked, than 10 MB."


def test_a_list_may_say_the_number_of_a_file_itself() -> None:
    deck = Deck([basic('<img src="a.png">', "Oslo")])
    entry = message((1, message((1, b"a.png"), (255, 7))))
    data = latest(deck, **{"media": zstandard.compress(entry), "7": zstandard.compress(PNG)})
    assert [media.data for media in registry.read(data, "a").media] == [PNG]

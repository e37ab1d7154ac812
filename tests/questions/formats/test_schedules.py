"""Schedules that are taken to Anki and come back, with the real Anki in between."""

import io
import json
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from questions.errors import FormatError
from questions.formats import apkg, archives
from questions.formats.anki import package
from questions.formats.notetypes import NoteKind
from questions.formats.schedules import Memory, Review, Schedule, State, distinct
from tests.questions.formats.notes import make_note
from tests.questions.formats.test_in_anki import ANKI_PYTHON, ROOT, needs_anki

TODAY = datetime.now(UTC).date()
AT = datetime(2026, 3, 1, 9, 30, 12, 345000, tzinfo=UTC)
MEMORY = Memory(12.3456, 5.678, 0.154)
LOG = (
    Review(AT, 3, State.NEW, -600, 0, 2.118, timedelta(seconds=4)),
    Review(AT + timedelta(minutes=10), 3, State.LEARNING, 2, -600, 2.111, timedelta(seconds=3)),
    Review(AT + timedelta(days=2), 1, State.REVIEW, -600, 2, 7.391, timedelta(seconds=9)),
    Review(AT + timedelta(days=2, hours=1), 3, State.RELEARNING, 12, -600, 5.678),
)
DUE = Schedule(
    State.REVIEW, TODAY - timedelta(days=1), None, 12, 2.3, 4, 1, 0, False, MEMORY, LOG[-1].at, LOG
)
SCHEDULES = {
    "due": DUE,
    "later": replace(DUE, due=TODAY + timedelta(days=40), interval=60, log=()),
    "away": replace(DUE, due=TODAY + timedelta(days=3), suspended=True, log=()),
    "learning": Schedule(
        *(State.LEARNING, TODAY, AT + timedelta(days=300)),
        reviews=1, left=1, memory=MEMORY, reviewed_at=AT,
    ),
    "again": Schedule(
        *(State.RELEARNING, TODAY, AT + timedelta(days=301), 4, 2.1),
        reviews=9, lapses=2, left=1, memory=MEMORY, reviewed_at=AT,
    ),
    "aside": Schedule(State.NEW, TODAY, suspended=True),
}  # fmt: skip
NOTES = [make_note(id=name) for name in (*SCHEDULES, "new")]


def deck(**options: Any) -> bytes:
    return package("Bridges", NOTES, schedules=SCHEDULES, **options)


@pytest.fixture(scope="module")
def in_anki(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the real Anki makes of the deck, and the decks that it writes itself."""
    folder = tmp_path_factory.mktemp("studied")
    (folder / "deck.apkg").write_bytes(deck())
    program = ROOT / "tests/questions/formats/schedule_in_anki.py"
    paths = [folder / f"{name}.apkg" for name in ("deck", "old", "latest")]
    command = [ANKI_PYTHON, program, *paths]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return report | {path.stem: path.read_bytes() for path in paths}


@needs_anki
def test_anki_takes_schedules_over(in_anki: dict[str, Any]) -> None:
    cards = in_anki["cards"]
    assert in_anki["problems"] == ""
    assert {name: (card["type"], card["queue"]) for name, card in cards.items()} == {
        "due": (2, 2),
        "later": (2, 2),
        "away": (2, -1),
        "learning": (1, 1),
        "again": (3, 1),
        "aside": (0, -1),
        "new": (0, 0),
    }
    assert cards["learning"]["in"] == int((AT + timedelta(days=300)).timestamp())
    days = {name: cards[name]["in"] for name in ("due", "later", "away")}
    shift = days["due"] + 1  # it may be the study day before until four
    assert shift in {0, 1}
    assert days == {"due": shift - 1, "later": shift + 40, "away": shift + 3}
    due = cards["due"]
    assert (due["interval"], due["ease"], due["reviews"], due["lapses"]) == (12, 2300, 4, 1)
    assert (due["stability"], due["difficulty"]) == pytest.approx((12.3456, 5.678), rel=1e-3)


@needs_anki
def test_anki_takes_the_log_over(in_anki: dict[str, Any]) -> None:
    first = int(AT.timestamp() * 1000)
    assert in_anki["reviews"] == [
        [first, 3, -600, 0, 224, 4000, 0],
        [first + 600_000, 3, 2, -600, 223, 3000, 0],
        [first + 2 * 86_400_000, 1, -600, 2, 810, 9000, 1],
        [first + 2 * 86_400_000 + 3_600_000, 3, 12, -600, 620, 0, 2],
    ]


@needs_anki
@pytest.mark.parametrize("name", ["old", "latest"])
def test_what_was_studied_in_anki_is_read(in_anki: dict[str, Any], name: str) -> None:
    found = apkg.read(in_anki[name], f"{name}.apkg").schedules
    assert found.keys() == SCHEDULES.keys()
    due, before = found["due"], SCHEDULES["due"]
    assert [(r.at, r.rating, r.state, r.interval, r.took) for r in due.log[:4]] == [
        (r.at, r.rating, r.state, r.interval, r.took) for r in before.log
    ]
    assert (len(due.log), due.reviews, due.log[4].rating) == (5, 5, 3)
    assert due.due > TODAY + timedelta(days=5)
    assert due.memory is not None
    assert due.memory.stability > 12.3456
    for each in ("later", "away", "again", "learning"):
        assert nearly(found[each]) == nearly(SCHEDULES[each])
    assert found["aside"].suspended


def test_a_deck_of_our_own_reads_back() -> None:
    found = apkg.read(deck(), "deck.apkg").schedules
    expected = {name: nearly(schedule) for name, schedule in SCHEDULES.items()}
    assert {name: nearly(schedule) for name, schedule in found.items()} == expected
    assert [each.rating for each in found["due"].log] == [3, 3, 1, 3]


def test_only_one_of_the_cards_of_an_item_carries_its_schedule() -> None:
    reading = apkg.read(deck(kinds=tuple(NoteKind)), "deck.apkg")
    assert reading.schedules.keys() == SCHEDULES.keys()


def test_a_deck_without_schedules_has_none() -> None:
    assert apkg.read(package("Bridges", NOTES), "deck.apkg").schedules == {}


def test_two_reviews_share_no_name() -> None:
    assert list(distinct([5, 5, 6, 9, 5])) == [5, 6, 7, 9, 8]


def test_a_log_of_more_than_a_million_reviews_is_refused() -> None:
    many = (
        "insert into revlog with recursive n(x) as (select 1 union all select x + 1 from n"
        " where x <= 1000000) select x, 1, -1, 3, 1, 1, 2500, 1, 1 from n"
    )
    with pytest.raises(FormatError, match="has more than 1,000,000 reviews; split the deck"):
        apkg.read(changed(many), "deck.apkg")


ODD = ["-9e18", "9e18", "9223372036854775807", "1e300", "''", "x'00'", "'[]'", "null", "0", "-1"]
CARD = "type queue due ivl factor reps lapses left odue odid data".split()
REVIEW = "ease ivl lastIvl factor time type".split()


@pytest.mark.parametrize("value", [*ODD, """'{"s": 1e999, "d": "x", "lrt": -1}'"""])
def test_whatever_stands_in_a_deck_it_is_read_or_left(value: str) -> None:
    columns = {"cards": CARD, "revlog": REVIEW, "col": ["crt", "conf"]}
    for table, names in columns.items():
        each = [f"{name} = {value}" for name in names]
        for change in (*each, ", ".join(each)):
            read(" ".join(("update", table, "set", change)))


def read(statement: str) -> None:
    """Either is fine: to have schedules that can be used, or to have the deck refused."""
    try:
        reading = apkg.read(changed(statement), "deck.apkg")
    except (FormatError, sqlite3.IntegrityError):
        return
    for schedule in reading.schedules.values():
        assert date(1900, 1, 1) < schedule.due < date(2200, 1, 1)
        assert all(0 <= each.took.total_seconds() <= 600 for each in schedule.log)


def changed(statement: str) -> bytes:
    """The deck with something else in its database."""
    with zipfile.ZipFile(io.BytesIO(deck())) as package:
        data = package.read("collection.anki2")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        connection.execute(statement)
        connection.commit()
        return archives.packed({"collection.anki2": connection.serialize()})


def nearly(schedule: Schedule) -> Schedule:
    """Without what is rounded on the way, and without the log."""
    at = schedule.at.replace(microsecond=0) if schedule.at else None
    day = date.min if at or schedule.state is State.NEW else schedule.due
    told = schedule.reviewed_at.replace(microsecond=0) if schedule.reviewed_at else None
    memory = schedule.memory and replace(schedule.memory, stability=0, difficulty=0)
    return replace(schedule, due=day, at=at, log=(), reviewed_at=told, memory=memory)

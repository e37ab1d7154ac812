import re
import shutil
import socket
import zipfile
from pathlib import Path

import pytest

from questions import Evidence
from questions.formats import json as format_json
from questions.formats import registry
from quizapp import cli
from tests.make import make_generated, make_item
from tests.questions.formats.apkg.packages import Deck, basic, cloze, legacy
from tests.questions.formats.apkg.test_reader import TOWNS

pytestmark = pytest.mark.usefixtures("instance")


@pytest.fixture
def items(tmp_path: Path, instance: Path, empty_database: Path) -> Path:
    """A file to be imported; the database is there already, as it takes long to be made."""
    instance.mkdir()
    shutil.copy(empty_database, instance)
    file = tmp_path / "items.json"
    file.write_text(format_json.dumps(make_generated()))
    return file


def test_what_is_imported_can_be_exported(
    capfd: pytest.CaptureFixture[str], items: Path, tmp_path: Path
) -> None:
    assert cli.run(["import", str(items)]) == 0
    assert cli.run(["export", "1", "-o", str(tmp_path / "out.json")]) == 0
    assert (tmp_path / "out.json").read_text() == items.read_text()
    assert cli.run(["export", "1", "--format", "anki", "-o", str(tmp_path / "out.apkg")]) == 0
    assert zipfile.is_zipfile(tmp_path / "out.apkg")
    assert capfd.readouterr().err == ""


def test_a_list_of_articles_is_imported_whole(
    capfd: pytest.CaptureFixture[str], items: Path
) -> None:
    text = "Another bridge opened in 1937."
    other = make_item(id="item-2", evidence=Evidence(0, len(text), text))
    second = make_generated(other, text=text)
    items.write_text(format_json.dumps([make_generated(), second]))
    assert cli.run(["import", str(items)]) == 0
    for quiz in ("1", "2"):
        assert cli.run(["export", quiz]) == 0
    out = capfd.readouterr().out
    assert re.findall(r'"id": "(item-\d)"', out) == ["item-1", "item-2"]


def test_the_database_is_made_where_asked(instance: Path) -> None:
    assert cli.run(["db", "upgrade"]) == 0
    assert cli.run(["db", "upgrade"]) == 0
    assert (instance / "quizapp.sqlite3").exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{}", "lacks “schema”"),
        (b"{", "line 1, column 2"),
        ("Zoë".encode("latin-1"), "UTF-8"),
    ],
)
def test_a_file_that_is_not_ours_is_one_line(
    capfd: pytest.CaptureFixture[str], items: Path, content: bytes, words: str
) -> None:
    items.write_bytes(content)
    assert cli.run(["import", str(items)]) == 2
    err = capfd.readouterr().err
    assert err.startswith("quizapp: ")
    assert err.count("\n") == 1
    assert words in err


def test_an_unreadable_file_is_named(capfd: pytest.CaptureFixture[str], items: Path) -> None:
    items.write_bytes(b"nothing of ours")
    assert cli.run(["import", str(items)]) == 2
    assert capfd.readouterr().err.startswith(f"quizapp: {items}: line 1, column 1: ")


GIFT = """Who? {=a ~b}

Match. {=a -> b =c -> d}

Why? {=a =b ~c}
"""


def test_a_file_with_problems_is_imported_only_in_part_and_only_when_asked(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "old.txt"
    file.write_text(GIFT)
    problems = [
        f"{file}: line 3 (“Match.”): is a matching question, which is not taken over.",
        f"{file}: line 5 (“Why?”): has 2 right options; exactly one can be right.",
    ]
    rest = "2 problems, nothing was imported; --partial imports the rest (1 of 3)"
    assert cli.run(["import", str(file)]) == 2
    out, err = capfd.readouterr()
    assert (out, err.splitlines()) == ("", [*problems, f"quizapp: {file}: {rest}"])
    assert cli.run(["export", "1"]) == 2
    capfd.readouterr()
    assert cli.run(["import", str(file), "--partial"]) == 0
    out, err = capfd.readouterr()
    assert (out, err.splitlines()) == ("quiz 1: 1 item\n", problems)


def test_a_file_with_many_problems_names_them_all_on_request(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "essays.txt"
    file.write_text("Who? {=a ~b}\n\n" + "\n\n".join(f"Essay {n}. {{}}" for n in range(60)))
    assert cli.run(["import", str(file)]) == 2
    lines = capfd.readouterr().err.splitlines()
    assert lines[49].startswith(f"{file}: line 101 (“Essay 49.”): ")
    assert lines[50:] == [
        f"{file}: … and 10 more; --explain names them all.",
        f"quizapp: {file}: 60 problems, nothing was imported; --partial imports the rest (1 of 61)",
    ]
    assert cli.run(["import", str(file), "--partial", "--explain"]) == 0
    out, err = capfd.readouterr()
    assert (out, err.count(": is an essay question")) == ("quiz 1: 1 item\n", 60)
    assert "more" not in err


@pytest.mark.parametrize("name", [each.name for each in registry.READABLE if each.write])
def test_a_quiz_goes_out_and_comes_in_again(
    capfd: pytest.CaptureFixture[str], items: Path, tmp_path: Path, name: str
) -> None:
    target = tmp_path / "quiz"
    assert cli.run(["import", str(items)]) == 0
    assert cli.run(["export", "1", "--format", name, "-o", str(target)]) == 0
    assert cli.run(["import", str(target)]) == 0
    quiz = 2 if name == "aiken" else 1  # which has no title but that of the file
    told = f"quiz {quiz}: 1 item, in the bank already"
    assert capfd.readouterr().out.splitlines()[-1] == told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["export", "7"], "there is no quiz 7"),
        (["import", "missing.json"], "missing.json: No such file"),
        (["export", "7", "--format", "anki"], "-o"),
    ],
)
def test_what_is_not_there_is_one_line(
    capfd: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert cli.run(arguments) == 2
    err = capfd.readouterr().err
    assert err.count("\n") == 1
    assert words in err


@pytest.mark.parametrize("arguments", [["db", "upgrade"], ["serve", "--port", "0"]])
@pytest.mark.parametrize("content", [b"colour = 1", b"colour =", b"# Zo\xeb", b"testing = 1"])
def test_a_broken_setting_is_one_line(
    capfd: pytest.CaptureFixture[str], instance: Path, content: bytes, arguments: list[str]
) -> None:
    instance.mkdir()
    (instance / "quizapp.toml").write_bytes(content)
    assert cli.run(arguments) == 2
    err = capfd.readouterr().err
    assert err.startswith(f"quizapp: {instance / 'quizapp.toml'}: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("UPLOAD_LIMIT", "big", "QUIZAPP_UPLOAD_LIMIT must be a whole number"),
        ("DATABASE_URL", "nothing", "database_url must be the address of a database"),
        ("DATABASE_URL", "nosuch://here/db", "database_url must be the address of a database"),
        ("DATABASE_URL", "mssql+pymssql://here/db", "“pymssql” is not"),
    ],
)
def test_a_broken_variable_is_one_line(
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    text: str,
    words: str,
) -> None:
    monkeypatch.setenv(f"QUIZAPP_{name}", text)
    assert cli.run(["db", "upgrade"]) == 2
    err = capfd.readouterr().err
    assert err.startswith("quizapp: ")
    assert err.count("\n") == 1
    assert words in err


def test_a_database_out_of_reach_is_one_line(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", f"sqlite:///{tmp_path / 'missing' / 'db'}")
    assert cli.run(["db", "upgrade"]) == 2
    err = capfd.readouterr().err
    assert err.count("\n") == 1
    assert "unable to open database file" in err


def test_an_address_that_cannot_be_served_is_one_line(
    capfd: pytest.CaptureFixture[str], instance: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert cli.run(["serve", "--port", str(port)]) == 2
    assert capfd.readouterr().err == f"quizapp: 127.0.0.1:{port}: Address already in use\n"
    assert cli.run(["serve", "--host", "host.invalid"]) == 2
    assert capfd.readouterr().err.startswith("quizapp: host.invalid:8000: ")
    assert not instance.exists()


def test_a_deck_is_imported_and_its_report_says_what_became_of_every_card(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    deck = tmp_path / "towns.apkg"
    rows = [*TOWNS, basic("Why?", "Because; or not")]
    deck.write_bytes(legacy(Deck(rows)))
    assert cli.run(["import", str(deck), "--explain"]) == 0
    out, err = capfd.readouterr()
    assert out == "quiz 1: 6 items, 1 of them flashcards without options\n"
    assert "note 1 (“What is the capital of France?”): a question with options.\n" in err
    assert "note 6 (“Why?”): a flashcard: its answer is a list.\n" in err
    rows[0] = basic("What is France's capital?", "Paris")
    deck.write_bytes(legacy(Deck(rows)))
    assert cli.run(["import", str(deck)]) == 0
    assert capfd.readouterr().out == f"{out.strip()}, all in the bank already\n"
    assert cli.run(["export", "1"]) == 0
    exported = capfd.readouterr().out
    assert exported.count('"id"') == 1 + 6
    assert "What is France's capital?" in exported


def test_notes_that_are_left_out_are_named(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    deck = tmp_path / "towns.apkg"
    deck.write_bytes(legacy(Deck([*TOWNS, cloze("{{c::x}}")])))
    assert cli.run(["import", str(deck)]) == 2
    err = capfd.readouterr().err
    assert "towns.apkg: note 6 (“{{c::x”): its cloze “{{c::” has no number.\n" in err
    assert "1 problem, nothing was imported" in err
    assert cli.run(["import", str(deck), "--partial"]) == 0

import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import update

from questions.formats import apkg
from questions.formats import json as format_json
from quizapp import cli, create_app
from quizapp.store import models, session
from tests.make import make_generated, make_item
from tests.questions.formats.notes import evidence
from tests.quizapp.commands import fill
from tests.quizapp.connecting import anki
from tests.quizapp.views.pages import post, start, take
from tests.quizapp.views.people import member
from tests.serving import free_port

pytestmark = pytest.mark.usefixtures("instance")


@pytest.fixture(scope="module")
def filled(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance with two quizzes of one item each, to be copied."""
    folder = tmp_path_factory.mktemp("filled")
    shutil.copy(empty_database, folder)
    text = "The Eads Bridge opened in 1874."
    item = make_item(id="eads", stem="When did the Eads Bridge open?", evidence=evidence(text))
    second = make_generated(item, text=text, title="Eads: the bridge")
    fill(folder, make_generated(), second)
    return folder


@pytest.fixture
def quizzes(instance: Path, filled: Path) -> None:
    """Two quizzes of one item each, in an instance of their own."""
    shutil.copytree(filled, instance)


def decks(file: Path) -> dict[str, list[str]]:
    """Note types of a package's notes by the names of their decks, in order."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(zipfile.ZipFile(file).read("collection.anki2"))
        types, names = (json.loads(each) for each in db.execute(COL).fetchone())
        found: dict[str, list[str]] = {}
        for deck, kind in db.execute(CARDS):
            found.setdefault(names[str(deck)]["name"], []).append(types[str(kind)]["name"])
    return found


COL = "select models, decks from col"
CARDS = "select did, mid from cards join notes on notes.id = cards.nid order by due"
BASIC, CLOZE = "quizapp question and answer", "quizapp cloze"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["2"], {"Eads: the bridge": ["quizapp multiple choice"]}),
        (
            ["2", "1", "1", "--cards", "cloze", "--cards", "question"],
            {"A bridge opens": [BASIC, CLOZE], "Eads: the bridge": [BASIC, CLOZE]},
        ),
        (
            ["--all", "--cards", "cloze", "--deck", "Bridges"],
            {"Bridges::A bridge opens": [CLOZE], "Bridges::Eads: the bridge": [CLOZE]},
        ),
    ],
)
@pytest.mark.usefixtures("quizzes")
def test_a_package_has_a_deck_for_each_article(
    tmp_path: Path, arguments: list[str], expected: dict[str, list[str]]
) -> None:
    out = tmp_path / "out.apkg"
    assert cli.run(["export", *arguments, "--format", "anki", "-o", str(out)]) == 0
    assert decks(out) == expected


@pytest.mark.usefixtures("quizzes")
def test_several_quizzes_go_to_one_file(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["export", "--all", "--format", "gift"]) == 0
    out = capfd.readouterr().out
    assert out.count("Bridge open?") == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["export"], "Name quizzes by their numbers, --all of them, or what to search for."),
        (["export", "1", "--all"], "Name quizzes by their numbers, --all of them, or what"),
        (["export", "1", "7"], "there is no quiz 7"),
        (["export", "--all", "--missed-by", "Nora"], "there is no account “Nora”"),
        (["push", "1", "--address", "file:///etc/passwd"], "must begin with http:// or https://"),
    ],
)
@pytest.mark.usefixtures("quizzes")
def test_what_cannot_be_exported_is_one_line(
    capfd: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert cli.run(arguments) == 2
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert message in err


@pytest.mark.usefixtures("quizzes")
def test_a_deck_of_what_an_account_missed(
    instance: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    app = create_app(instance=instance)
    nora = member(app, "Nora")
    wanted = ["export", "--all", "--missed-by", "nora", "--format", "anki"]
    out = tmp_path / "out.apkg"
    assert cli.run([*wanted, "-o", str(out)]) == 1
    assert "there is nothing that this account missed" in capfd.readouterr().err
    take(nora, start(nora, 2), size=1)
    assert cli.run([*wanted, "-o", str(out)]) == 0
    assert list(decks(out)) == ["Eads: the bridge"]


@pytest.mark.usefixtures("quizzes")
def test_a_quiz_without_items_is_there_and_empty(
    instance: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    nora = member(create_app(instance=instance), "Nora")
    post(nora, "/quizzes/new", title="Midterm", size=1, empty="y")
    assert cli.run(["export", "3"]) == 1
    assert capfd.readouterr().err == "quizapp: there is no item in quiz 3\n"
    assert cli.run(["export", "3", "2"]) == 0


@pytest.mark.usefixtures("quizzes")
def test_where_nothing_is_asked_any_more_only_anki_gets_it(
    instance: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with create_app(instance=instance).app_context():
        retired = update(models.Item).where(models.Item.uid == "eads").values(status="retired")
        session().execute(retired)
        session().commit()
    assert cli.run(["export", "2", "--format", "csv"]) == 1
    assert capfd.readouterr().err == "quizapp: all items are retired, which only Anki is told of\n"
    assert cli.run(["export", "--all"]) == 0
    assert format_json.loads(capfd.readouterr().out).items == (make_item(),)
    assert cli.run(["export", "2", "--format", "anki", "-o", str(tmp_path / "out.apkg")]) == 0


@pytest.mark.usefixtures("quizzes")
def test_a_deck_with_the_schedule_of_an_account(instance: Path, tmp_path: Path) -> None:
    nora = member(create_app(instance=instance), "Nora")
    post(nora, "/study/cards/from-quiz/1")
    post(nora, "/study/cards/1/rate", rating=4, seen=0, uid="a")
    out = tmp_path / "out.apkg"
    wanted = ["export", "--all", "--schedule-of", "nora", "--format", "anki", "-o", str(out)]
    assert cli.run(wanted) == 0
    found = apkg.read(out.read_bytes(), out.name).schedules.values()
    assert [[review.rating for review in schedule.log] for schedule in found] == [[4]]


@pytest.mark.usefixtures("quizzes")
def test_a_deck_is_pushed_as_it_is_exported(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "out.apkg"
    (tmp_path / "media").mkdir()
    with anki(tmp_path / "media") as server:
        assert cli.run(["push", "1", "2", "--address", server.address]) == 0
    assert capfd.readouterr().out == (
        "A bridge opens: 1 item in Anki\nEads: the bridge: 1 item in Anki\n"
    )
    assert cli.run(["export", "1", "2", "--format", "anki", "-o", str(out)]) == 0
    assert server.imported == [out.read_bytes()]


@pytest.mark.usefixtures("quizzes")
def test_where_anki_does_not_run_it_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["push", "1", "--address", f"http://127.0.0.1:{free_port()}"]) == 2
    err = capfd.readouterr().err
    assert "start Anki, with its add-on AnkiConnect (number 2055492159), and try again" in err
    assert err.count("\n") == 1

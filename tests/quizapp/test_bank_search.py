"""What a search of the item bank finds, exported by the command."""

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import update

from questions import AnswerType
from questions.formats import apkg
from quizapp import create_app, options
from quizapp.assessment.bank import TOLD, Band, Finding, Flag, Shown
from quizapp.assessment.concerns import Concern
from quizapp.store import models, session
from tests.make import make_generated, make_item
from tests.questions.formats.notes import evidence
from tests.quizapp.commands import assert_one_line, fill, outcome
from tests.quizapp.connecting import anki
from tests.quizapp.views.pages import accept, start, take, upload
from tests.quizapp.views.people import member

Capture = pytest.CaptureFixture[str]
EADS = "The Eads Bridge opened in 1874. It is 1,964 metres long."

pytestmark = pytest.mark.usefixtures("bank")


@pytest.fixture(scope="module")
def filled(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance with the items `eads`, `length` of one article, `item-1` of another."""
    folder = tmp_path_factory.mktemp("filled")
    shutil.copy(empty_database, folder)
    about = {"evidence": evidence(EADS), "difficulty": 0.9}
    eads = make_item(id="eads", stem="When did the Eads Bridge open?", **about)
    length = make_item(
        id="length", stem="How long is it?", answer_type=AnswerType.QUANTITY, **about
    )
    second = make_generated(eads, length, text=EADS, title="Eads")
    fill(folder, make_generated(), second)
    return folder


@pytest.fixture
def bank(instance: Path, filled: Path) -> None:
    """The same in an instance of its own."""
    shutil.copytree(filled, instance)


def decide(instance: Path, item: str, **values: object) -> None:
    """Store of an item what an editor said of it."""
    with create_app(instance=instance).app_context():
        session().execute(update(models.Item).where(models.Item.uid == item).values(**values))
        session().commit()


def exported(capfd: Capture, *arguments: str) -> list[str]:
    """Ids of the items that an export in JSON has."""
    status, out, err = outcome(capfd, "export", *arguments)
    assert (status, err) == (0, "")
    found = json.loads(out)
    documents = found if isinstance(found, list) else [found]
    return [item["id"] for document in documents for item in document["items"]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--words", "bridge OPEN"], ["item-1", "eads"]),
        (["--words", "eads"], ["eads"]),
        (["--article", "2"], ["eads", "length"]),
        (["--type", "quantity"], ["length"]),
        (["--difficulty", "hard"], ["eads", "length"]),
        (["--difficulty", "hard", "--type", "date"], ["eads"]),
        (["--item", "3", "--item", "1"], ["item-1", "length"]),
        (["--answers", "untried"], ["item-1", "eads", "length"]),
        (["1", "--words", "bridge"], ["item-1"]),
        (["--all", "--words", "eads"], ["eads"]),
    ],
)
def test_a_search_is_exported_like_a_quiz(
    capfd: Capture, arguments: list[str], expected: list[str]
) -> None:
    assert exported(capfd, *arguments) == expected


def test_what_an_editor_said_is_searched_for(capfd: Capture, instance: Path) -> None:
    decide(instance, "eads", status="approved")
    decide(instance, "length", edited=True)
    assert exported(capfd, "--status", "approved") == ["eads"]
    assert exported(capfd, "--status", "new") == ["item-1", "length"]
    assert exported(capfd, "--flag", "edited") == ["length"]


def test_only_a_deck_has_what_is_retired(capfd: Capture, instance: Path, tmp_path: Path) -> None:
    decide(instance, "eads", status="retired")
    assert exported(capfd, "--difficulty", "hard") == ["length"]
    deck = tmp_path / "hard.apkg"
    wanted = ("export", "--difficulty", "hard", "--format", "anki", "-o", deck)
    assert outcome(capfd, *wanted) == (0, "", "")
    assert apkg.read(deck.read_bytes(), deck.name).size == 2


def test_a_bank_is_that_of_an_account(capfd: Capture, instance: Path) -> None:
    nora = member(create_app(instance=instance), "Nora")
    accept(nora, upload(nora, "// [id:nora]\nWhich bridge? {=Eads ~Tower}").location)
    assert exported(capfd, "--words", "bridge") == ["item-1", "eads", "nora"]
    assert exported(capfd, "--bank-of", "NORA") == ["nora"]


def test_a_search_of_what_an_account_missed(capfd: Capture, instance: Path) -> None:
    nora = member(create_app(instance=instance), "Nora")
    take(nora, start(nora, 2), size=2)
    wrong = exported(capfd, "--all", "--missed-by", "nora")
    assert wrong
    found = exported(capfd, "--words", "bridge", "--missed-by", "nora")
    assert found == [uid for uid in wrong if uid != "length"]
    assert exported(capfd, "--answers", "few") == ["eads", "length"]


def test_a_search_is_pushed_as_well(capfd: Capture, tmp_path: Path) -> None:
    with anki(tmp_path) as server:
        pushed = outcome(capfd, "push", "--words", "eads", "--address", server.address)
    assert pushed == (0, "Eads: 1 item in Anki\n", "")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        ([], 2, "Name quizzes by their numbers, --all of them, or what to search for."),
        (["1", "--all", "--words", "a"], 2, "Name quizzes by their numbers"),
        (["--words", "nowhere"], 1, "nothing in the item bank is what was searched for"),
        (["--words", "eads", "--article", "1"], 1, "nothing in the item bank"),
        (["--item", "1", "--item", "9"], 2, "there is no item 9"),
        (["--bank-of", "Nora"], 2, "there is no account “Nora”"),
        (["--type", "colour"], 2, "'colour' is not one of"),
        (["--item", "0"], 2, "0 is not a whole number from 1 to 2147483647."),
        (["--article", "first"], 2, "first is not a whole number from 1 to 2147483647."),
        (["--words", "a\udcff"], 2, "is not UTF-8"),
    ],
)
def test_what_is_not_found_is_said_in_one_line(
    capfd: Capture, arguments: list[str], status: int, message: str
) -> None:
    done, out, err = outcome(capfd, "export", *arguments)
    assert (done, out) == (status, "")
    assert_one_line(err, message)


def test_the_choices_are_those_of_the_page() -> None:
    """The command knows them by heart, so that its help loads nothing."""
    assert set(options.TYPES) == set(AnswerType)
    assert set(options.DIFFICULTIES) == set(Band)
    assert set(options.FLAGS) == set(Flag)
    assert set(options.ANSWERS) == {*Finding, *Concern}
    assert set(options.STATUSES) == {*TOLD, Shown.ALL}

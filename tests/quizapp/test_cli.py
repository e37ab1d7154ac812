import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from questions import ranking
from quizapp.samples import samples
from tests.quizapp.commands import ARTICLE, assert_one_line, bridge, outcome


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return bridge(tmp_path)


def test_json_goes_to_standard_output(capfd: pytest.CaptureFixture[str], article: Path) -> None:
    status, out, err = outcome(capfd, "generate", article)
    document = json.loads(out)
    assert (status, err) == (0, "")
    assert document["article"]["title"] == "A bridge opens"
    assert document["article"]["source"] == str(article)
    assert document["items"]
    for item in document["items"]:
        evidence = item["evidence"]
        text = document["article"]["text"][evidence["start"] : evidence["end"]]
        assert text == evidence["text"]


def test_several_articles_make_a_list(capfd: pytest.CaptureFixture[str], article: Path) -> None:
    _, out, _ = outcome(capfd, "generate", article, article)
    first, second = json.loads(out)
    assert first == second


def test_limit_and_title(capfd: pytest.CaptureFixture[str], article: Path) -> None:
    _, out, _ = outcome(capfd, "generate", article, "--limit", 1, "--title", "Mine")
    document = json.loads(out)
    assert len(document["items"]) == 1
    assert document["article"]["title"] == "Mine"


def test_a_deck_goes_to_its_file(
    capfd: pytest.CaptureFixture[str], article: Path, tmp_path: Path
) -> None:
    deck = tmp_path / "deck.apkg"
    assert outcome(capfd, "generate", article, "--format", "anki", "-o", deck) == (0, "", "")
    assert zipfile.ZipFile(deck).namelist() == ["collection.anki2", "media"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["bridge.md", "deck.apkg"]


def test_explain_says_what_was_dropped(capfd: pytest.CaptureFixture[str], article: Path) -> None:
    _, plain, _ = outcome(capfd, "generate", article)
    status, out, err = outcome(capfd, "generate", article, "--explain")
    assert (status, out) == (0, plain)
    lines = err.splitlines()
    dropped = [line for line in lines if line.startswith("dropped: ")]
    counts = [int(line.split()[1]) for line in lines if line.startswith("reason: ")]
    assert len(dropped) + len(counts) == len(lines)
    assert sum(counts) == len(dropped)
    assert counts == sorted(counts, reverse=True)


def test_drafts_are_written_instead_of_the_items(
    capfd: pytest.CaptureFixture[str], article: Path
) -> None:
    article.write_text(samples()[0].text, encoding="utf-8")
    _, plain, _ = outcome(capfd, "generate", article)
    status, out, err = outcome(capfd, "generate", article, "--drafts", "--limit", 2)
    assert (status, err) == (0, "")
    items, drafts = json.loads(plain)["items"], json.loads(out)["items"]
    assert len(drafts) == 2
    assert not {each["id"] for each in items} & {each["id"] for each in drafts}


def test_where_all_is_sure_there_is_no_draft(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, article: Path
) -> None:
    monkeypatch.setattr(ranking, "UNSURE", ranking.LEAST)
    status, out, err = outcome(capfd, "generate", article, "--drafts")
    assert (status, out) == (1, "")
    assert_one_line(err, "bridge.md", "no draft")


def test_where_nothing_is_sure_the_drafts_are_told_of(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, article: Path
) -> None:
    monkeypatch.setattr(ranking, "LEAST", 1.0)
    status, out, err = outcome(capfd, "generate", article)
    assert (status, out) == (1, "")
    assert_one_line(err, "bridge.md", "no item", "drafts", "--drafts")
    assert outcome(capfd, "generate", article, "--drafts")[0] == 0


def test_standard_input_is_read(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    status, out, _ = outcome(capfd, "generate", "-")
    assert status == 0
    assert json.loads(out)["article"]["source"] == ""


def test_an_article_without_facts_has_status_1(
    capfd: pytest.CaptureFixture[str], article: Path, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text(
        "It was nice there, and we all were glad. Nobody had thought so before that.\n"
    )
    status, out, err = outcome(capfd, "generate", plain)
    assert (status, out) == (1, "")
    assert_one_line(err, "plain.txt", "no item")
    status, out, err = outcome(capfd, "generate", article, plain)
    assert status == 0
    assert [bool(document["items"]) for document in json.loads(out)] == [True, False]
    assert_one_line(err, "plain.txt", "no item")


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "no text"),
        (b"\x89PNG\0\0", "a.txt", "binary"),
        ("Zoë".encode("latin-1"), "a.txt", "UTF-8"),
        (b"x" * 3_000_000, "a.txt", "at most 2,000,000"),
        (b"text", "a.doc", "known kinds"),
        (b"text", "a.docx", "no Word file"),
        (b"text", "a.pdf", "no PDF file"),
        (
            "Die Brücke wurde nach acht Jahren eröffnet, und die ganze Stadt kam.".encode() * 9,
            "a.txt",
            "English",
        ),
    ],
)
def test_unusable_text_is_one_line(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, data: bytes, name: str, words: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    status, out, err = outcome(capfd, "generate", file)
    assert (status, out) == (2, "")
    assert_one_line(err, name, words)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["generate"], "ARTICLE"),
        (["generate", "missing.txt"], "missing.txt: No such file"),
        (["generate", "tests"], "tests: Is a directory"),
        (["generate", "a.txt", "--format", "anki"], "-o"),
        (["generate", "a.txt", "--format", "docx"], "docx"),
        (["generate", "a.txt", "--cards", "question"], "--cards is for decks: add --format anki"),
        (["export", "1", "--cards", "multiple_choice"], "--cards is for decks: add --format anki"),
        (["export", "1", "--deck", "Bridges"], "--deck is for decks: add --format anki"),
        (["export", "1", "--schedule-of", "Ada"], "--schedule-of is for decks: add --format anki"),
        (["generate", "a.txt", "--limit", "0"], "--limit"),
        (["generate", "a.txt", "b.txt", "--title", "T"], "--title"),
        (["generate", "http://127.0.0.1:9/"], "Connection refused"),
        (["generate", "http://[bad"], "Invalid"),
        (["teach"], "No such command"),
        (["export", "one"], "one"),
        (["export", "99999999999999999999"], "not a whole number from"),
        (["serve", "--port", "70000"], "70000"),
    ],
)
def test_bad_usage_is_one_line(
    capfd: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    status, out, err = outcome(capfd, *arguments)
    assert (status, out) == (2, "")
    assert_one_line(err, words)


def test_no_command_shows_the_help(capfd: pytest.CaptureFixture[str]) -> None:
    status, out, err = outcome(capfd)
    assert (status, out) == (2, "")
    assert err.startswith("Usage: quizapp [OPTIONS] COMMAND")


def test_output_that_cannot_be_written_is_named(
    capfd: pytest.CaptureFixture[str], article: Path, tmp_path: Path
) -> None:
    for target in (tmp_path / "missing" / "a.json", tmp_path):
        status, _, err = outcome(capfd, "generate", article, "-o", target)
        assert status == 2
        assert_one_line(err, str(target))


def test_a_file_keeps_its_content_until_the_new_one_is_whole(
    capfd: pytest.CaptureFixture[str], article: Path, tmp_path: Path
) -> None:
    target = tmp_path / "items.json"
    target.write_text("old")
    target.chmod(0o600)
    assert outcome(capfd, "generate", tmp_path / "missing.txt", "-o", target)[0] == 2
    assert target.read_text() == "old"
    assert outcome(capfd, "generate", article, "-o", target)[0] == 0
    assert json.loads(target.read_text())["items"]


def test_samples_are_whole_articles() -> None:
    assert [sample.title for sample in samples()] == [
        "Notre-Dame reopens five years after the fire",
        "Marie Curie: a life in science",
    ]
    assert all(450 < len(sample.text.split()) < 600 for sample in samples())


@pytest.mark.parametrize("command", ["generate", "serve", "import", "export", "push"])
def test_help_tells_of_numbers_in_words(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    status, out, _ = outcome(capfd, command, "--help")
    assert status == 0
    assert "Options:" in out
    assert "<=" not in out

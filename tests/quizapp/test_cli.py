import io
import json
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from quizapp import cli
from quizapp.samples import samples

ARTICLE = """The Sydney Harbour Bridge was opened on 19 March 1932 by Premier Jack Lang.
It took eight years to build the bridge. John Bradfield designed the bridge.
The bridge cost 4.2 million pounds. The arch consists of 53,000 tonnes of steel.
About 1,400 men worked on the bridge, and 16 workers died in accidents.
"""
QUIZAPP = Path(sys.executable).with_name("quizapp")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "bridge.md"
    file.write_text(f"# A bridge opens\n\n{ARTICLE}")
    return file


def outcome(capfd: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = cli.run([str(argument) for argument in arguments])
    captured = capfd.readouterr()
    return status, captured.out, captured.err


def assert_one_line(err: str, *words: str) -> None:
    assert err.startswith("quizapp: ")
    assert err.count("\n") == 1
    for word in words:
        assert word in err


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
        (["generate", "a.txt", "--limit", "0"], "--limit"),
        (["generate", "a.txt", "b.txt", "--title", "T"], "--title"),
        (["generate", "http://127.0.0.1:9/"], "Connection refused"),
        (["generate", "http://[bad"], "Invalid"),
        (["teach"], "No such command"),
        (["export", "one"], "one"),
        (["export", "99999999999999999999"], "not in the range"),
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


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys; from quizapp import cli; status = cli.run(['--help']); "
        "heavy = {'spacy', 'flask', 'questions', 'genanki', 'sqlalchemy'} & set(sys.modules); "
        "sys.exit(status or ', '.join(heavy) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_generate_does_not_need_flask(article: Path) -> None:
    program = (
        "import sys; from quizapp import cli; status = cli.run(['generate', sys.argv[1]]); "
        "sys.exit(status or ', '.join({'flask', 'sqlalchemy'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, article], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_two_runs_print_the_same_bytes(article: Path) -> None:
    runs = {
        subprocess.run(
            [QUIZAPP, "generate", article],
            env=os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": "C"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_line(article: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [QUIZAPP, "generate", article],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 2
    assert_one_line(done.stderr, "standard output: No space left")


def test_a_reader_that_has_gone_is_no_error(article: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as gone:
        done = subprocess.run(
            [QUIZAPP, "generate", article],
            check=False,
            stdout=gone,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert (done.returncode, done.stderr) == (141, "")


class Pages(BaseHTTPRequestHandler):
    """A server with one page of each kind."""

    pages: ClassVar = {
        "/bridge": ("text/html; charset=utf-8", f"<title>Bridge</title><p>{ARTICLE}".encode()),
        "/latin": ("text/html; charset=latin-1", f"<p>Zoë saw it. {ARTICLE}".encode("latin-1")),
        "/bridge.md": ("text/plain", f"# Bridge\n\n{ARTICLE}".encode()),
        "/large": ("text/plain", b"x" * 3_000_000),
        "/paper.pdf": ("application/pdf", b"%PDF-"),
        "/photo.png": ("image/png", b"PNG"),
        "/odd": ("text/plain; charset=no-such-code", b"text"),
    }

    def do_GET(self) -> None:
        if self.path not in self.pages:
            self.send_error(404)
            return
        kind, body = self.pages[self.path]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "title"), [("/bridge", "Bridge"), ("/bridge.md", "Bridge"), ("/latin", "")]
)
def test_an_address_is_read(
    capfd: pytest.CaptureFixture[str], site: str, path: str, title: str
) -> None:
    status, out, err = outcome(capfd, "generate", site + path)
    assert (status, err) == (0, "")
    article = json.loads(out)["article"]
    assert article["source"] == site + path
    assert article["title"].startswith(title)
    assert ("Zoë" in article["text"]) == (path == "/latin")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "the server answers 404 Not Found"),
        ("/large", "at most 2,000,000"),
        ("/paper.pdf", "no PDF file that can be read"),
        ("/photo.png", "“image/png” is not one of the known kinds"),
        ("/odd", "unknown encoding: no-such-code"),
    ],
)
def test_an_address_that_cannot_be_read_is_one_line(
    capfd: pytest.CaptureFixture[str], site: str, path: str, words: str
) -> None:
    status, out, err = outcome(capfd, "generate", site + path)
    assert (status, out) == (2, "")
    assert_one_line(err, site + path, words)


def test_samples_are_whole_articles() -> None:
    assert [sample.title for sample in samples()] == [
        "Notre-Dame reopens five years after the fire",
        "Marie Curie: a life in science",
    ]
    assert all(450 < len(sample.text.split()) < 600 for sample in samples())

"""Arguments that are not UTF-8, which Python hands on with surrogates in them."""

import errno
import json
import os
import zipfile
from pathlib import Path

import pytest

from quizapp import cli

ARTICLE = "The Sydney Harbour Bridge was opened on 19 March 1932 by Premier Jack Lang.\n"
BYTE = os.fsdecode(b"\xff")


@pytest.fixture
def article(tmp_path: Path) -> str:
    file = tmp_path / "bridge.md"
    file.write_text(f"# Bridge\n\n{ARTICLE}")
    return str(file)


def assert_one_line(capfd: pytest.CaptureFixture[str], *words: str) -> None:
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("quizapp: ")
    assert err.count("\n") == 1
    for word in words:
        assert word in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["generate", "a.md", "--title", f"Zo{BYTE}"], ("--title", "Zo�", "not UTF-8")),
        (["serve", "--host", BYTE], ("--host", "not UTF-8")),
        (["generate", "a.md", "b.md", "--format", "anki", "-o", f"{BYTE}.apkg"], ("-o", "UTF-8")),
        (["generate", f"missing{BYTE}.md"], ("missing�.md: No such file",)),
        (["generate", f"http://127.0.0.1:9/#{BYTE}"], ("/#�: Connection refused",)),
        (["generate", f"http://127.0.0.1{BYTE}/"], ("http://127.0.0.1�/: ",)),
        (["generate", f"http{BYTE}"], ("http�: No such file",)),
        ([f"teach{BYTE}"], ("No such command",)),
    ],
)
def test_an_argument_that_is_not_utf_8_is_shown_in_one_line(
    capfd: pytest.CaptureFixture[str], arguments: list[str], words: tuple[str, ...]
) -> None:
    assert cli.run(arguments) == 2
    assert_one_line(capfd, *words)


def test_files_may_have_any_name(
    capfd: pytest.CaptureFixture[str], article: str, tmp_path: Path
) -> None:
    odd = tmp_path / f"{BYTE}.md"
    odd.write_bytes(Path(article).read_bytes())
    assert cli.run(["generate", str(odd)]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    assert json.loads(out)["article"]["source"] == str(tmp_path / "�.md")
    deck = tmp_path / os.fsdecode(b"\xfe.apkg")
    assert cli.run(["generate", str(odd), "--format", "anki", "-o", str(deck)]) == 0
    assert zipfile.is_zipfile(deck)
    assert cli.run(["generate", article, "-o", str(tmp_path / BYTE / "a.json")]) == 2
    assert_one_line(capfd, "�/a.json: No such file")


def test_a_name_that_is_no_text_is_shown(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    odd = tmp_path / f"{BYTE}.md"
    odd.write_bytes(b"")
    assert cli.run(["generate", str(odd)]) == 2
    assert_one_line(capfd, "�.md: ")
    odd.write_text("It was nice there, and we all were glad. Nobody had thought so before that.\n")
    assert cli.run(["generate", str(odd)]) == 1
    assert_one_line(capfd, "�.md: no item")


def test_every_command_says_the_same_of_a_file_it_may_not_read(
    capfd: pytest.CaptureFixture[str], article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr(Path, "open", refuse)
    for command in ("generate", "import"):
        assert cli.run([command, article]) == 2
        assert capfd.readouterr() == ("", f"quizapp: {article}: Permission denied\n")

"""The command where a standard stream is closed, full, or read by nobody."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

QUIZAPP = Path(sys.executable).with_name("quizapp")
ARTICLE = "The Sydney Harbour Bridge was opened on 19 March 1932 by Premier Jack Lang.\n"


def outcome(tmp_path: Path, command: str) -> tuple[int, str]:
    (tmp_path / "a.md").write_text(ARTICLE)
    done = subprocess.run(
        ["sh", "-c", f'"$QUIZAPP" {command}'],
        env=os.environ | {"QUIZAPP": str(QUIZAPP), "QUIZAPP_INSTANCE": str(tmp_path / "instance")},
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("command", "status", "err"),
    [
        ("generate - <&-", 2, "quizapp: standard input: closed\n"),
        ("generate - <&- >&-", 2, "quizapp: standard input: closed\n"),
        ("generate a.md >&-", 2, "quizapp: standard output: closed\n"),
        pytest.param(
            "generate a.md >/dev/full",
            2,
            "quizapp: standard output: No space left on device\n",
            marks=pytest.mark.skipif(
                not Path("/dev/full").exists(), reason="this system has no /dev/full"
            ),
        ),
        ("generate missing.md >&-", 2, "quizapp: missing.md: No such file or directory\n"),
        ("generate missing.md 2>&-", 2, ""),
        ("generate a.md -o a.json <&- >&- 2>&-", 0, ""),
        ("export 1 >&-", 2, "quizapp: there is no quiz 1\n"),
        ("--help >&-", 0, ""),
    ],
)
def test_a_stream_that_cannot_be_used_is_one_line_at_most(
    tmp_path: Path, command: str, status: int, err: str
) -> None:
    assert outcome(tmp_path, command) == (status, err)


def test_a_reader_that_has_gone_is_no_error(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text(ARTICLE)
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


def test_files_do_not_take_the_place_of_a_closed_stream() -> None:
    """What is written to standard error would end up in whatever was opened in its place."""
    program = (
        "import os; from quizapp import cli\n"
        "cli.keep_streams_apart()\n"
        "raise SystemExit(os.open(os.devnull, os.O_RDONLY) < 3)"
    )
    done = subprocess.run(
        ["sh", "-c", '"$PYTHON" -c "$PROGRAM" <&- >&- 2>&-'],
        env=os.environ | {"PYTHON": sys.executable, "PROGRAM": program},
        check=False,
    )
    assert done.returncode == 0

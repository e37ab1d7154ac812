"""The command in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp import cli
from tests.quizapp.commands import bridge

GENERATE = """
import sys
from quizapp import cli
status = cli.run(["generate", sys.argv[1]])
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(status)
"""


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bridge(tmp_path_factory.mktemp("article"))


@pytest.fixture(scope="module")
def alone(article: Path) -> subprocess.CompletedProcess[bytes]:
    """Items of the article, and on standard error the modules that were needed."""
    return subprocess.run(
        [sys.executable, "-c", GENERATE, article],
        env=os.environ | {"PYTHONHASHSEED": "1", "LC_ALL": "C"},
        check=True,
        capture_output=True,
    )


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


def test_generate_does_not_need_flask(alone: subprocess.CompletedProcess[bytes]) -> None:
    needed = set(alone.stderr.decode().split())
    assert needed & {"spacy", "flask", "sqlalchemy"} == {"spacy"}


def test_every_process_prints_the_same_bytes(
    capfdbinary: pytest.CaptureFixture[bytes],
    alone: subprocess.CompletedProcess[bytes],
    article: Path,
) -> None:
    """Here the hash seed is another, and other items may have been made before."""
    assert cli.run(["generate", str(article)]) == 0
    assert capfdbinary.readouterr() == (alone.stdout, b"")

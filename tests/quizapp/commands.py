"""What a test does with the command, in this process."""

from pathlib import Path

import pytest

from quizapp import cli

ARTICLE = """The Sydney Harbour Bridge was opened on 19 March 1932 by Premier Jack Lang.
It took eight years to build the bridge. John Bradfield designed the bridge.
The bridge cost 4.2 million pounds. The arch consists of 53,000 tonnes of steel.
About 1,400 men worked on the bridge, and 16 workers died in accidents.
"""


def bridge(folder: Path) -> Path:
    """A file with an article."""
    file = folder / "bridge.md"
    file.write_text(f"# A bridge opens\n\n{ARTICLE}")
    return file


def outcome(capfd: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Status, and what is written to standard output and to standard error."""
    status = cli.run([str(argument) for argument in arguments])
    captured = capfd.readouterr()
    return status, captured.out, captured.err


def assert_one_line(err: str, *words: str) -> None:
    assert err.startswith("quizapp: ")
    assert err.count("\n") == 1
    for word in words:
        assert word in err

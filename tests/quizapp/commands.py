"""What a test does with the command, in this process."""

from pathlib import Path

import pytest

from questions.formats import json as format_json
from questions.items import Generated
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


def fill(folder: Path, *articles: Generated) -> None:
    """Import articles with their items into an instance."""
    file = folder.with_name("items.json")
    file.write_text(format_json.dumps(articles))
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("QUIZAPP_INSTANCE", str(folder))
        assert cli.run(["import", str(file)]) == 0


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

import json
import subprocess
from pathlib import Path

import pytest

from questions.errors import FormatError
from questions.formats import anki_add_on
from questions.items import Evidence
from tests.make import make_flashcard, make_generated, make_item
from tests.questions.formats.notes import evidence
from tests.questions.formats.test_in_anki import ANKI_PYTHON, ROOT, needs_anki

AWKWARD = make_item(
    id="awkward",
    stem='Who said "a\tb" & <b>\nto {{c1::x}}?',
    options=("A", "B", "C", "D", "E", "F"),
    key=5,
    evidence=evidence("F said it."),
    explanation="",
)


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_a_line_has_the_fields_of_the_add_on() -> None:
    (line,) = lines(anki_add_on.dumps([make_generated()]))
    assert line.split("\t") == [
        "quizapp type::date difficulty::easy",
        "A bridge opens",
        "gYklu!.f%x",
        *("When did the Sydney Harbour Bridge open?", "", "2"),
        *("1923", "1930", "1932", "1936", "", "0 0 1 0"),
        "https://example.org/bridge",
        f"{make_item().evidence.text}<br>The article says when it opened.",
    ]


@pytest.mark.parametrize(
    ("evidence", "explanation", "told"),
    [
        ("It opened in 1932.", "Eight years later.", "It opened in 1932.<br>Eight years later."),
        ("It opened in 1932.", "The article says: “It opened in 1932.”", "It opened in 1932."),
        ("“Open,” he said.", "The article says: “‘Open,’ he said.”", "“Open,” he said."),
        ("", "It opened in 1932.", "It opened in 1932."),
        ("", "", ""),
    ],
)
def test_what_is_told_is_told_once(evidence: str, explanation: str, told: str) -> None:
    item = make_item(evidence=Evidence(0, len(evidence), evidence), explanation=explanation)
    (line,) = lines(anki_add_on.dumps([make_generated(item)]))
    assert line.split("\t")[-1] == told


def test_the_key_is_among_the_options_that_there_is_room_for() -> None:
    (line,) = lines(anki_add_on.dumps([make_generated(AWKWARD)]))
    assert line.split("\t")[6:12] == ["A", "B", "C", "D", "F", "0 0 0 0 1"]


def test_flashcards_are_left_out_and_nothing_else_is_an_error() -> None:
    text = anki_add_on.dumps([make_generated(make_flashcard(id="alone"), make_item())])
    assert len(lines(text)) == 1
    with pytest.raises(FormatError, match="the items: are flashcards without options"):
        anki_add_on.dumps([make_generated(make_flashcard())])


@needs_anki
def test_anki_imports_it_and_knows_it_again(tmp_path: Path) -> None:
    file = tmp_path / "bridge.txt"
    generated = make_generated(make_item(), AWKWARD, title="Bridges & <b>: one")
    file.write_text(anki_add_on.dumps([generated]), "utf-8")
    program = ROOT / "tests/questions/formats/import_text_in_anki.py"
    done = subprocess.run([ANKI_PYTHON, program, file], check=True, capture_output=True, text=True)
    report = json.loads(done.stdout)
    assert (report["first"], report["second"]) == ({"new": 2}, {"duplicate": 2})
    first, second = report["notes"]
    assert first["tags"] == ["difficulty::easy", "quizapp", "type::date"]
    assert first["deck"] == second["deck"] == "Bridges & <b>: one"
    assert second["fields"][0] == (
        'Who said "a b" &amp; &lt;b&gt;<br>to &#123;&#123;c1&#58;&#58;x&#125;&#125;?'
    )
    assert second["fields"][3:9] == ["A", "B", "C", "D", "F", "0 0 0 0 1"]

import pytest

from questions.candidates import Candidate
from questions.periods import dated, of_results
from questions.pipeline import candidates
from tests.questions.conftest import Tell

TITLE = "Halden cuts 300 jobs in third quarter"
NEWS = "Halden cuts 300 jobs as orders fall"
OPENING = "Halden Tools said on Thursday it would close two plants in Norway. "


@pytest.mark.parametrize(
    ("title", "opening", "expected"),
    [
        (TITLE, OPENING, "the third quarter"),
        (
            NEWS,
            f"{OPENING}Third-quarter orders fell.",
            "the third quarter",
        ),
        ("Halden cuts 300 jobs in second half", OPENING, "the second half"),
        (
            NEWS,
            f"{OPENING}It gave results for the six months ended 30 June.",
            "the six months ended 30 June",
        ),
        (NEWS, OPENING, None),
        # Of two periods nobody knows which; and whose results these are must be told.
        (TITLE, f"{OPENING}The second quarter was better.", None),
        ("Jobs are cut in third quarter", "Makers of tools said that orders were weak.", None),
    ],
)
def test_results_are_of_the_one_period_told(
    tell: Tell, title: str, opening: str, expected: str | None
) -> None:
    assert of_results(tell(f"{opening} It will close a mill.", title=title)) == expected


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "Revenue fell 7% to $112 million.",
            "By what percentage did Halden’s revenue fall in the third quarter?",
        ),
        # Of another time, of the future, of no results.
        ("Revenue fell 7% last year to $112 million.", None),
        ("Revenue fell 7% to $112 million in 2019.", None),
        ("Halden expects revenue to fall 7%.", None),
        ("The work force fell 7% to 1,120.", None),
    ],
)
def test_a_bare_figure_gets_its_period(tell: Tell, told: str, asked: str | None) -> None:
    # As the pipeline does it, behind everything else.
    story = tell(f"{OPENING}{told}", title=TITLE)
    stems = {dated(story, c).stem for c in candidates(story) if isinstance(c, Candidate)}
    found = {stem for stem in stems if "third quarter" in stem}
    assert (asked in found) if asked is not None else not found

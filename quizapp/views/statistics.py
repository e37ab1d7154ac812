"""What the attempts at a quiz tell of it and of its items."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from string import ascii_uppercase

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from quizapp import decks
from quizapp.assessment.assembly import askable
from quizapp.assessment.concerns import ENOUGH, Measured, Strength, measure, strength
from quizapp.assessment.marking import percent, rounded
from quizapp.assessment.outcomes import Counted, Sheet
from quizapp.assessment.permissions import may_see_keys
from quizapp.assessment.statistics import QuizStatistics, of_quiz, shares, spread
from quizapp.store import quizzes, session, statistics
from quizapp.store.quizzes import Quiz
from quizapp.tables import Cell
from quizapp.views import words
from quizapp.views.access import allowed
from quizapp.views.bank_words import CONCERNS
from quizapp.views.downloads import table

bp = Blueprint("statistics", __name__, url_prefix="/quizzes/<int:quiz_id>/statistics")

STRENGTHS = {
    Strength.UNKNOWN: "α needs attempts of equal length with different scores.",
    Strength.POOR: "α is poor: do not rank people by these scores.",
    Strength.FAIR: "α is fair: enough for practice, not for a test that counts.",
    Strength.GOOD: "α is good: these scores rank people reliably.",
}
COLUMNS = tuple(
    "Number,Question,Attempts,First-try facility index,Discrimination index,"
    "Discriminative efficiency,Median seconds,Left open,Look at,Key".split(",")
)


@bp.get("/")
def index(quiz_id: int) -> ResponseReturnValue:
    """Figures of the quiz, what to look at, and every item with its options."""
    quiz, counted = _quiz(quiz_id), _counted()
    sheets = _sheets(quiz, counted)
    return render_template(
        "statistics/index.html",
        quiz=quiz,
        counted=counted,
        figures=of_quiz(sheets),
        spread=spread(shares(sheets)),
        items=measure(askable(quiz.items), sheets),
        enough=ENOUGH,
    )


@bp.get("/table.csv")
def download(quiz_id: int) -> Response:
    """One row per item, with how often each of its options was chosen."""
    quiz, counted = _quiz(quiz_id), _counted()
    items = measure(askable(quiz.items), _sheets(quiz, counted))
    return table(_rows(items), f"{decks.slug(quiz.title)}-{counted}-attempts.csv")


@bp.get("/quiz.csv")
def whole(quiz_id: int) -> Response:
    """What the attempts tell of the quiz as a whole, a figure in each row."""
    quiz, counted = _quiz(quiz_id), _counted()
    figures = of_quiz(_sheets(quiz, counted))
    return table(_figures(figures), f"{decks.slug(quiz.title)}-{counted}-attempts-quiz.csv")


def _quiz(quiz_id: int) -> Quiz:
    return allowed(may_see_keys, quizzes.get(session(), quiz_id))


def _counted() -> Counted:
    """What is not offered counts as not said."""
    return Counted.LAST if request.args.get("attempts") == Counted.LAST else Counted.FIRST


def _sheets(quiz: Quiz, counted: Counted) -> Sequence[Sheet]:
    return statistics.sheets(session(), quiz.id, counted)


def _figures(figures: QuizStatistics) -> Iterator[Sequence[Cell]]:
    reliability = figures.reliability
    yield "Figure", "Value"
    yield "Attempts", figures.n
    yield "Mean first-try score", figures.mean
    yield "Median first-try score", figures.middle
    yield "Standard deviation", figures.deviation
    yield "Mean score shown", figures.shown
    yield "Median seconds to the last answer", figures.seconds
    yield "Cronbach's alpha", reliability.alpha
    yield "Standard error", reliability.error
    yield "Attempts for alpha", reliability.n
    yield "Questions for alpha", reliability.size


def _rows(items: Sequence[Measured]) -> Iterator[Sequence[Cell]]:
    letters = ascii_uppercase[: max((len(each.statistics.options) for each in items), default=0)]
    yield [*COLUMNS, *(f"{a}{what}" for a in letters for what in ("", " first choice of"))]
    for each in items:
        figures, item = each.statistics, each.version.item
        options = zip(item.options, figures.options, strict=True)
        yield [
            each.number,
            item.stem,
            figures.n,
            figures.facility,
            figures.discrimination,
            figures.efficiency,
            figures.seconds,
            figures.left_open,
            ", ".join(CONCERNS[concern][0] for concern in each.concerns),
            ascii_uppercase[item.key],
            *(cell for text, option in options for cell in (text, option.chosen)),
        ]


def _seconds(number: float | None) -> str:
    return "–" if number is None else words.took(timedelta(seconds=rounded(number)))


def _rounded(number: float | None, digits: int = 0) -> str:
    """Number as a page shows it; a dash where there is none."""
    return "–" if number is None else words.marks(rounded(number, digits))


def _share(share: float | None) -> str:
    """The same of a share, in percent."""
    return "–" if share is None else f"{percent(share)} %"


bp.add_app_template_filter(_rounded, "rounded")
bp.add_app_template_filter(_share, "share")
bp.add_app_template_filter(_seconds, "pace")
bp.add_app_template_filter(lambda alpha: STRENGTHS[strength(alpha)], "strength")

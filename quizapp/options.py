"""Options that commands share.

The choices are written down once more, so that `quizapp --help` loads neither parser nor database.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import reduce, wraps
from typing import Any, TypedDict

import click

from quizapp.output import printable

TYPES = (
    "person place organization group number quantity money percent date duration ordinal event "
    "work thing quote reason"
).split()
DIFFICULTIES = ("easy", "medium", "hard")
FLAGS = ("reported", "proposed", "edited")
ANSWERS = "untried few good doubtful outdone negative hard easy weak idle".split()
STATUSES = ("new", "approved", "retired", "all")


class Whole(click.ParamType[int]):
    """A whole number within bounds, of which help and errors tell in words."""

    name = "number"

    def __init__(self, least: int = 1, most: int = 2**31 - 1) -> None:
        self.range = range(least, most + 1)

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number; anything else is bad usage."""
        number = int(value) if str(value).isdecimal() else -1
        if number not in self.range:
            first, last = self.range[0], self.range[-1]
            self.fail(f"{value} is not a whole number from {first} to {last}.", param, ctx)
        return number


ID = Whole()


@dataclass(frozen=True, slots=True)
class Sought:
    """What is searched for in the item bank, by the names that the address of its page has.

    What is empty is not asked for; `bank_of` is the account whose bank it is.
    """

    words: str = ""
    article: int | None = None
    answer_type: str | None = None
    difficulty: str | None = None
    flag: str | None = None
    answers: str | None = None
    status: str | None = None
    items: tuple[int, ...] = ()
    bank_of: str = ""


class Chosen(TypedDict):
    """Options of what is exported, by the names that `bank.Wanted` has for them."""

    cards: tuple[str, ...]
    deck: str
    missed_by: str
    schedule_of: str
    sought: Sought


def utf_8(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Refuse words that could be neither shown nor sent."""
    if value and printable(value) != value:
        raise click.BadParameter(f"{printable(value)!r} is not UTF-8.")
    return value


CARDS = click.option(
    "--cards",
    type=click.Choice(["multiple_choice", "question", "cloze"]),
    multiple=True,
    default=["multiple_choice"],
    show_default=True,
    help="Cards of an Anki deck; may be named several times.",
)
QUIZZES = click.argument("quizzes", nargs=-1, type=ID, metavar="[QUIZ]…")
ALL = click.option("--all", "everything", is_flag=True, help="All quizzes that there are.")
DECK = click.option(
    "--deck", default="", callback=utf_8, help="A deck above those of the articles."
)
MISSED = click.option(
    "--missed-by",
    default="",
    metavar="NAME",
    callback=utf_8,
    help="Only what this account missed when last asked: wrong, open, or right at the second try.",
)
SCHEDULE = click.option(
    "--schedule-of",
    default="",
    metavar="NAME",
    callback=utf_8,
    help="Decks carry the schedule and the reviews of this account.",
)
_SEARCH = (
    click.option("--words", default="", callback=utf_8, help="Only items that have these words."),
    click.option("--article", type=ID, help="Only items of this article."),
    click.option(
        "--type",
        "answer_type",
        type=click.Choice(TYPES),
        metavar="KIND",
        help="Only items that ask for this: a person, a place, a date …",
    ),
    click.option("--difficulty", type=click.Choice(DIFFICULTIES), help="Only such items."),
    click.option("--status", type=click.Choice(STATUSES), help="Those in use, unless named."),
    click.option("--flag", type=click.Choice(FLAGS), help="Only items with this flag."),
    click.option(
        "--answers",
        type=click.Choice(ANSWERS),
        metavar="FINDING",
        help="Only items of which answers tell this: untried, good, doubtful …",
    ),
    click.option(
        "--item",
        "items",
        type=ID,
        multiple=True,
        help="Only this item; may be named several times.",
    ),
    click.option(
        "--bank-of",
        default="",
        metavar="NAME",
        callback=utf_8,
        help="Only items of this account.",
    ),
)


def search(command: Callable[..., None]) -> Callable[..., None]:
    """Options of a search, which the command gets as one value."""

    @wraps(command)
    def searching(**given: Any) -> None:
        sought = Sought(**{field.name: given.pop(field.name) for field in fields(Sought)})
        command(sought=sought, **given)

    return reduce(lambda wrapped, option: option(wrapped), reversed(_SEARCH), searching)

"""The `quizapp` command.

Every command imports what it does only when it runs: `quizapp --help` should not load a parser.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict, Unpack

import click
from click.core import ParameterSource

from quizapp.options import (
    ALL,
    CARDS,
    DECK,
    MISSED,
    QUIZZES,
    SCHEDULE,
    Chosen,
    Sought,
    Whole,
    search,
    utf_8,
)
from quizapp.output import printable

FORMATS = click.Choice(  # those of the registry
    "json anki anki-add-on gift moodle qti qti3 xlsx kahoot csv aiken html".split()
)
BINARY = frozenset(("anki", "qti", "qti3", "xlsx", "kahoot"))
FOR_DECKS = frozenset(("cards", "deck", "schedule_of"))
FILE = click.Path(path_type=Path, readable=False)


def _http(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """Refuse addresses of other kinds, files among them."""
    if not value.startswith(("http://", "https://")):
        raise click.BadParameter("it must begin with http:// or https://")
    return value


class Asked(TypedDict):
    """Options of which items are made, by the names that `generating.Wanted` has for them."""

    limit: int | None
    seed: int
    title: str | None
    cards: tuple[str, ...]
    drafts: bool
    explain: bool


def main() -> None:
    """Run the command and leave with its status."""
    keep_streams_apart()
    sys.exit(run(sys.argv[1:]))


def keep_streams_apart() -> None:
    """Let no file that is opened later, say the database, stand in for a closed standard stream."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)


def run(arguments: Sequence[str]) -> int:
    """Status of the command: 0 done, 1 the input gave no item, 2 bad usage or unreadable input.

    Errors are one line on standard error.
    """
    try:
        return commands.main(list(arguments), prog_name="quizapp", standalone_mode=False) or 0
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        click.echo(f"quizapp: {_one_line(error.format_message())}", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    finally:
        _close_output()


@click.group()
@click.version_option(package_name="quizapp", message="%(package)s %(version)s")
def commands() -> None:
    """Turn articles into quizzes and flashcards."""


@commands.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")
@click.option("--format", "kind", type=FORMATS, default="json", show_default=True)
@click.option("-o", "--output", "target", type=FILE, help="File to write; text needs none.")
@click.option("--limit", type=Whole(), help="At most so many items an article.")
@click.option("--seed", type=int, default=0, help="Another number, other distractors.")
@click.option("--title", callback=utf_8, help="Title of the article, and name of the deck.")
@CARDS
@click.option("--drafts", is_flag=True, help="Make what may need a small change, not the items.")
@click.option("--explain", is_flag=True, help="Say what was dropped and why.")
def generate(
    *, articles: tuple[str, ...], kind: str, target: Path | None, **asked: Unpack[Asked]
) -> None:
    """Make items from articles.

    ARTICLE is a path (.txt, .md, .html), an address (https://…) or - for standard input. JSON goes
    to standard output. A deck is named after its article, one of several articles after its file,
    with a deck beneath for each; rename it in Anki, and a later export comes as a deck of its own.
    """
    _check_target(kind, target)
    _check_for_decks(kind)
    if len(articles) > 1:
        _check_names(kind, target, asked["title"])
    from quizapp import generating

    generating.generate(articles, generating.Wanted(kind, **asked), target)


@commands.command(short_help="Serve the quizzes to browsers.")
@click.option("--host", callback=utf_8, default="127.0.0.1", show_default=True)
@click.option("--port", type=Whole(0, 65535), default=8000, show_default=True)
def serve(host: str, port: int) -> None:
    """Serve the quizzes to browsers, with a database that is made where there is none."""
    from quizapp import bank

    bank.serve(host, port)


@commands.group()
def db() -> None:
    """Look after the database."""


@db.command()
def upgrade() -> None:
    """Make the database, or bring it to the tables of this version."""
    from quizapp import bank

    bank.upgrade()


@commands.command("import", short_help="Take items into the item bank.")
@click.argument("file", type=FILE)
@click.option("--partial", is_flag=True, help="Leave out what cannot be imported.")
@click.option("--explain", is_flag=True, help="Name every problem, and what became of every card.")
def import_(file: Path, *, partial: bool, explain: bool) -> None:
    """Take the items of FILE, whose format is known by its content, into the item bank.

    All or nothing: where something in it cannot be imported, its place is named, and nothing is,
    unless --partial allows to leave it out.
    """
    from quizapp import bank

    bank.import_(file, partial=partial, explain=explain)


@commands.command(short_help="Write items of the item bank to a file.")
@QUIZZES
@ALL
@click.option("--format", "kind", type=FORMATS, default="json", show_default=True)
@click.option("-o", "--output", "target", type=FILE, help="File to write; text needs none.")
@CARDS
@DECK
@MISSED
@SCHEDULE
@search
def export(
    *,
    quizzes: tuple[int, ...],
    everything: bool,
    kind: str,
    target: Path | None,
    **chosen: Unpack[Chosen],
) -> None:
    """Write the items of quizzes, or what a search of the item bank finds.

    Quizzes, articles and items go by the number in their address. A package for Anki has a deck
    for each article, called like it, whatever it is exported with; rename it in Anki, and a later
    export comes as a deck of its own.
    """
    _check_named(quizzes, chosen["sought"], everything=everything)
    _check_target(kind, target)
    _check_for_decks(kind)
    from quizapp import bank

    bank.export(bank.Wanted(quizzes, **chosen), kind, target)


@commands.command(short_help="Send items to Anki, which runs on this machine.")
@QUIZZES
@ALL
@CARDS
@DECK
@MISSED
@SCHEDULE
@search
@click.option("--address", default="http://127.0.0.1:8765", show_default=True, callback=_http)
@click.option("--key", help="What AnkiConnect asks for, where its settings have an apiKey.")
def push(
    *,
    quizzes: tuple[int, ...],
    everything: bool,
    address: str,
    key: str | None,
    **chosen: Unpack[Chosen],
) -> None:
    """Send items to a running Anki, a deck for each article, through its add-on AnkiConnect.

    Cards that are there already are updated; reviews and schedule stay.
    """
    _check_named(quizzes, chosen["sought"], everything=everything)
    from quizapp import bank

    bank.push(bank.Wanted(quizzes, **chosen), address=address, key=key)


def _check_named(quizzes: tuple[int, ...], sought: Sought, *, everything: bool) -> None:
    """A search alone goes through all that there is; else it leaves less of the quizzes."""
    named = bool(quizzes) + everything
    if named > 1 or not (named or sought != Sought()):
        raise click.UsageError(
            "Name quizzes by their numbers, --all of them, or what to search for."
        )


def _check_target(kind: str, target: Path | None) -> None:
    if kind in BINARY and target is None:
        raise click.UsageError(f"{kind} goes to a file: name it with -o.")


def _check_for_decks(kind: str) -> None:
    """Whoever names what only a deck can have has meant to make one."""
    if kind == "anki":
        return
    context = click.get_current_context()
    for option in context.command.params:
        source = context.get_parameter_source(option.name or "")
        if option.name in FOR_DECKS and source is not ParameterSource.DEFAULT:
            raise click.UsageError(f"{option.opts[0]} is for decks: add --format anki.")


def _check_names(kind: str, target: Path | None, title: str | None) -> None:
    """Several articles go by their own titles, and their deck by the name of its file."""
    if title:
        raise click.UsageError("--title is for one article; several keep their own.")
    if kind == "anki" and target and printable(target.stem) != target.stem:
        raise click.UsageError("A deck of several articles is named after -o, which is not UTF-8.")


def _one_line(message: str) -> str:
    return " ".join(printable(message).split())


def _close_output() -> None:
    """Keep Python from writing at its end what could not be written, and failing once more."""
    if sys.stdout is None:  # closed before the command began
        return
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

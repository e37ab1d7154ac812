"""Articles in, a file of items out: the body of `quizapp generate`."""

import logging
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import click

import questions
from questions import Generated, QuestionsError
from questions.article import paragraphs
from questions.formats import registry
from quizapp import output, sources
from quizapp.assessment.bank import Status
from quizapp.assessment.exporting import Kept, Part
from quizapp.failures import Failure, NoItem, one_line
from quizapp.sources import Source

# When the wording of generated items last changed. Anki updates a note only if its time is newer,
# and a time that moved without a change would overwrite what users wrote into their cards.
WORDING_REVISED = datetime(2026, 11, 27, 22, 5, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `generate` was asked for: items, or the `drafts` beside them."""

    format: str
    limit: int | None = None
    seed: int = 0
    title: str | None = None
    cards: tuple[str, ...] = ("multiple_choice",)
    drafts: bool = False
    explain: bool = False


def generate(arguments: Sequence[str], wanted: Wanted, target: Path | None) -> None:
    """Items of several articles to a file or standard output; nothing is written without items."""
    # trafilatura logs what documents already reports as an error.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    with one_line():
        read = [sources.read(argument) for argument in arguments]
        found = [_generated(source, wanted) for source in read]
        if wanted.explain:
            _explain(found)
        _report_empty(read, found, wanted)
        output.write(_written(found, wanted, target), target)


def _generated(source: Source, wanted: Wanted) -> Generated:
    document = source.document
    try:
        found = questions.generate(
            document.text,
            title=wanted.title or document.title,
            source=source.origin,
            published=document.published,
            limit=wanted.limit,
            seed=wanted.seed,
        )
    except QuestionsError as error:
        raise Failure(f"{source.name}: {error}") from None
    return replace(found, items=found.drafts[: wanted.limit]) if wanted.drafts else found


def _explain(found: Sequence[Generated]) -> None:
    for generated in found:
        for dropped in generated.dropped:
            click.echo(f"dropped: {dropped.candidate} – {dropped.reason}", err=True)
        for reason, count in _reasons(generated):
            click.echo(f"reason: {count} × {reason}", err=True)


def _reasons(generated: Generated) -> list[tuple[str, int]]:
    """Why candidates were dropped, the most frequent reason first; what it quotes is left out."""
    found = (re.sub("“[^”]*”", "“…”", dropped.reason) for dropped in generated.dropped)
    return Counter(found).most_common()


def _report_empty(read: Sequence[Source], found: Sequence[Generated], wanted: Wanted) -> None:
    """Some articles without items are worth a word; nothing but such articles is a failure."""
    pairs = zip(read, found, strict=True)
    why = _why_no_draft if wanted.drafts else _why_none
    reasons = [f"{source.name}: {why(each)}" for source, each in pairs if not each.items]
    if len(reasons) == len(found):
        raise NoItem("; ".join(reasons))
    for reason in reasons:
        click.echo(f"quizapp: {reason}", err=True)


def _why_no_draft(_generated: Generated) -> str:
    return "no draft, which only some articles give beside their items"


def _why_none(generated: Generated) -> str:
    if drafts := len(generated.drafts):
        them = "a draft, which" if drafts == 1 else f"{drafts} drafts, which"
        return f"no item, but {them} --drafts writes, to be looked over"
    if not paragraphs(generated.article):
        return (
            "no item, there are no whole sentences in it but headings, lists, tables, code or verse"
        )
    if not generated.dropped:
        return "no item, the text states no fact that could be asked for"
    count = len(generated.dropped)
    candidates = "candidate" if count == 1 else "candidates"
    often = "; ".join(f"{n} × {reason}" for reason, n in _reasons(generated)[:2])
    return f"no item, none of {count} {candidates} is fair ({often}); --explain says why of each"


def _written(found: Sequence[Generated], wanted: Wanted, target: Path | None) -> bytes:
    if wanted.format == "anki":
        return _deck(found, wanted, target)
    return registry.WRITERS[wanted.format](found)


def _deck(found: Sequence[Generated], wanted: Wanted, target: Path | None) -> bytes:
    from questions.formats import notetypes  # noqa: PLC0415 - only where a deck is asked for
    from quizapp import decks  # noqa: PLC0415

    parts = [_part(each) for each in found]
    return decks.package(parts, notetypes.kinds(wanted.cards), above=_above(found, target))


def _part(generated: Generated) -> Part:
    items = tuple(Kept(item, Status.NEW, WORDING_REVISED) for item in generated.items)
    return Part(generated.article.title, generated.article, items)


def _above(found: Sequence[Generated], target: Path | None) -> str:
    """The deck of a collection is named after its file: Anki goes by the name."""
    return target.stem if len(found) > 1 and target else ""

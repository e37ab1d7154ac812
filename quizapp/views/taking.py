"""What a selection of items is taken along as: the choice of cards, decks, other files."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from questions.formats import notetypes, registry
from questions.formats.notetypes import NoteKind
from quizapp import decks
from quizapp.anki_connect import ADDRESS
from quizapp.assessment.exporting import Selection
from quizapp.store import exports, session
from quizapp.views.downloads import binary
from quizapp.views.headers import reaching
from quizapp.views.services import found, learner

OF, MISSED, SCHEDULE = "of", "missed", "schedule"


@dataclass(frozen=True, slots=True)
class Taken:
    """A selection with its title, and the addresses that belong to it.

    `to` leads to its deck, `file` by the name of a format to other files, `back` to where it came
    from. `fields` go along with the form, and say again what is selected.
    """

    selection: Selection
    title: str
    to: str
    file: Callable[[str], str]
    back: str
    fields: tuple[tuple[str, str], ...] = ()


def choice(taken: Taken, *, status: int = 200) -> ResponseReturnValue:
    """Page where cards are chosen, whose script may ask the Anki on the learner's own machine."""
    missed, studied = exports.asked(session(), (_missed(taken), _studied(taken)))
    page = render_template(
        "export/cards.html",
        taken=taken,
        chosen=_chosen(),
        of=request.args.get(OF),
        extents=exports.extents(session(), taken.selection),
        missed=missed,
        studied=studied,
        scheduled=SCHEDULE in request.args,
        formats=[each for each in registry.FORMATS if each.write],
        anki=ADDRESS,
    )
    return reaching(page, ADDRESS), status


def deck(taken: Taken) -> ResponseReturnValue:
    """Deck of what was chosen; where that is nothing, the choice once more."""
    kinds = _chosen()
    wanted = _missed(taken) if request.args.get(OF) == MISSED else taken.selection
    parts = exports.parts(session(), wanted) if kinds else ()
    if not parts:
        return choice(taken, status=422)
    who = learner() if SCHEDULE in request.args else None
    return _download(exports.deck(session(), parts, kinds, schedule_of=who), taken.title, ".apkg")


def file(taken: Taken, name: str) -> ResponseReturnValue:
    """Items as another program reads them; retired ones stay here."""
    kind, write = found(registry.BY_NAME.get(name)), found(registry.WRITERS.get(name))
    asked = exports.generated(session(), taken.selection, whole=kind.whole)
    if not asked:
        return choice(taken, status=422)
    return _download(write(asked), taken.title, kind.ending)


def _chosen() -> tuple[NoteKind, ...]:
    """Kinds of cards that the address names; the usual ones are meant before the form was sent."""
    named = notetypes.kinds(request.args.getlist("cards"))
    return named or (() if OF in request.args else decks.USUAL)


def _missed(taken: Taken) -> Selection:
    return replace(taken.selection, missed_by=learner() or "")


def _studied(taken: Taken) -> Selection:
    return replace(taken.selection, studied_by=learner() or "")


def _download(data: bytes, title: str, ending: str) -> Response:
    return binary(data, f"{decks.slug(title)}{ending}")

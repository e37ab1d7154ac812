"""What whoever is asking may do; the rules are those of `permissions`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from flask import abort
from flask import session as cookie
from flask_login import current_user

from quizapp.assessment import permissions
from quizapp.assessment.assigning import Duty, is_examined
from quizapp.assessment.permissions import Asker, Belonging, Rule, may_take
from quizapp.store import assignments, exposure, past, session
from quizapp.store.articles import StoredArticle
from quizapp.store.classes import Class
from quizapp.views import duties
from quizapp.views.services import found, learner, now, welcome

LINKS, KEPT = "links", 30


class Belongs(Protocol):
    """Something that is somebody's."""

    @property
    def belonging(self) -> Belonging:
        """Whose it is, and who sees it."""


class Opens(Belongs, Protocol):
    """A quiz, or something that begins one."""

    @property
    def closes_at(self) -> datetime | None:
        """From when on nobody begins it, if ever."""


class Owned(Belongs, Protocol):
    """A quiz, or something that comes with one."""

    @property
    def quiz_id(self) -> int:
        """Quiz by which somebody may have been led here."""


def allowed[T: Owned](rule: Rule, thing: T | None) -> T:
    """Pass on what may be used so; answer 404 where the asker may not know of it, else 403."""
    known = found(thing)
    asker = _reader(known) if rule is permissions.may_see_keys else _asker(known)
    return _decided(rule, asker, known)


def attended(rule: Rule, thing: Class | None) -> Class:
    """Pass on a class; only its members may know of it, only its teacher may edit it."""
    known = found(thing)
    return _decided(rule, Asker(learner(), known.is_member), known)


def mine() -> Belonging:
    """Belonging of what the asker makes now."""
    return permissions.made_by(welcome(), has_account=current_user.is_authenticated)


def may_see_keys(thing: Owned) -> bool:
    """Whether a page should lead to the answers."""
    return permissions.may_see_keys(_reader(thing), thing.belonging)


def may_see_stems(thing: Owned) -> bool:
    """Whether a page should list the questions."""
    return permissions.may_see_stems(_examinee(thing)[0], thing.belonging)


def is_kept(quiz: Owned, laid: Sequence[Duty]) -> bool:
    """Whether a quiz that no class wants has questions that are kept for an exam of a class."""
    return not (laid or may_see_stems(quiz))


def exam_over(thing: Owned) -> int | None:
    """Id of the exam during which the asker does not read the article, if one runs."""
    asker, running = _examinee(thing)
    return None if permissions.may_read(asker, thing.belonging) else running


def may_edit(thing: Belongs) -> bool:
    """Whether a page should offer to change it."""
    return permissions.may_edit(Asker(learner()), thing.belonging)


def may_reach(thing: Belongs, *, invited: bool) -> bool:
    """Whether a page should lead to a quiz, which is open or to which somebody was invited."""
    return may_take(Asker(learner(), invited=invited), thing.belonging)


def may_begin(thing: Opens) -> bool:
    """Whether somebody who may take a quiz can begin it now."""
    asker = Asker(learner(), invited=True)
    return permissions.may_begin(asker, thing.belonging, closes_at=thing.closes_at, now=now())


def opened[T: Opens](thing: T) -> T:
    """Pass on what may be begun now; answer 409 where it is a draft or has closed."""
    return thing if may_begin(thing) else abort(409)


def follow(link: str) -> None:
    """Remember in the cookie that somebody came by a link; the oldest ones make room."""
    cookie[LINKS] = [*(each for each in cookie.get(LINKS, []) if each != link), link][-KEPT:]


def _decided[T: Belongs](rule: Rule, asker: Asker, thing: T) -> T:
    if rule(asker, thing.belonging):
        return thing
    return abort(403 if may_take(asker, thing.belonging) else 404)


def _asker(thing: Owned) -> Asker:
    """The database is asked only where it matters."""
    asker = Asker(learner())
    if may_take(asker, thing.belonging):
        return asker
    return Asker(asker.learner, invited=_invited(thing, asker.learner))


def _reader(thing: Owned) -> Asker:
    """Who asks for answers; what is not open, or is their own, needs no look at their classes."""
    asker = _asker(thing)
    if not (current_user.is_authenticated and permissions.may_see_keys(asker, thing.belonging)):
        return asker
    own = permissions.is_owner(asker, thing.belonging)
    return replace(asker, assigned=not own and _is_due(thing.quiz_id))


def _examinee(thing: Owned) -> tuple[Asker, int | None]:
    """Who asks for questions or their article, with the exam that they take about it."""
    asker, quiz_id = _asker(thing), thing.quiz_id
    is_theirs = permissions.is_owner(asker, thing.belonging)
    if is_theirs or not (current_user.is_authenticated and _is_due(quiz_id)):
        return asker, None
    exams = exposure.exams(session(), quiz_id, welcome())
    examined = any(is_examined(duties.of(exam)) for exam in exams)
    running = exposure.sat(session(), quiz_id, welcome())
    return replace(asker, examined=examined, sitting=running is not None), running


def _is_due(quiz_id: int) -> bool:
    return exposure.is_due(session(), quiz_id, welcome())


def _invited(thing: Owned, learner: str | None) -> bool:
    """Led here by a link that still holds, or by a class; who took a quiz once may come back."""
    if thing.belonging.link in cookie.get(LINKS, []):
        return True
    return learner is not None and _known(thing, learner)


def _known(thing: Owned, learner: str) -> bool:
    """Who was asked about an article, in another quiz than its own, may read it too."""
    if past.any_at(session(), thing.quiz_id, learner):
        return True
    if assignments.is_assigned(session(), thing.quiz_id, learner):
        return True
    return isinstance(thing, StoredArticle) and past.any_about(session(), thing.id, learner)

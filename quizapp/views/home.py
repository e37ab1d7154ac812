"""The first page: an article in, a quiz out, and the quizzes that are there."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from questions import Generated, InputError, documents
from questions.documents import Document
from quizapp.assessment.attempt import left, timed
from quizapp.assessment.gradebook import TO_DO, Grade
from quizapp.jobs import Busy
from quizapp.store import articles, past, quizzes, session
from quizapp.store.assignments import Task
from quizapp.views import duties
from quizapp.views.access import may_edit, mine
from quizapp.views.forms import ActionForm, ArticleForm, as_name
from quizapp.views.services import learner, now, services
from quizapp.views.studying import due

bp = Blueprint("home", __name__)

RECENT = 6
NOTHING_FOUND = (
    "No question could be made from this text. Articles that say who did what, when, where and "
    "how many work best: a news story, an encyclopedia entry, a chapter of a textbook."
)
KNOWN = (
    "This article is here already, so it was not added again: take its quiz, or edit its questions."
)
SAME = "Its title, source and date are as they were."


@bp.get("/")
def index() -> ResponseReturnValue:
    """Paste box and newest quizzes."""
    return _page(ArticleForm())


@bp.post("/")
def generate() -> ResponseReturnValue:
    """Store the article with its items and show it, or say beside the field what is wrong."""
    form = ArticleForm()
    generated = _generated(form)
    if generated is None:
        return _page(form), form.status
    known = articles.known_id(session(), generated.article, mine().owner)
    article_id = articles.save(session(), generated, now=now(), belonging=mine())
    if known:
        flash(f"{KNOWN} {SAME}" if form.described else KNOWN)
    return redirect(url_for("articles.article", article_id=article_id), 303)


def _generated(form: ArticleForm) -> Generated | None:
    """Items or drafts of the article, or None and the reason in the form."""
    if not form.validate_on_submit():
        return None
    try:
        generated = _read(form)
    except InputError as error:
        form.refuse(str(error))
        return None
    except Busy as error:
        form.refuse(str(error), status=503)
        return None
    if generated.items or generated.drafts:
        return generated
    form.refuse(NOTHING_FOUND)
    return None


def _document(form: ArticleForm) -> Document:
    """Pasted text goes the way of a file without a name: it may be a page's source, too."""
    if file := form.file.data:
        return documents.read(file.read(), file.filename)
    if link := form.link.data:
        return services().read_link(link)
    return documents.read(form.text.data.encode(errors="replace"))


def _read(form: ArticleForm) -> Generated:
    document = _document(form)
    day = form.published.data
    return services().generate(
        document.text,
        title=form.title.data or as_name(document.title) or None,
        source=form.source.data or form.link.data,
        published=day.isoformat() if day else document.published,
    )


def _page(form: ArticleForm) -> str:
    cards = quizzes.recent(session(), learner(), limit=RECENT + 1)
    latest = past.latest(session(), learner())
    graded = duties.graded()
    return render_template(
        "home/index.html",
        form=form,
        cards=cards[:RECENT],
        more=len(cards) > RECENT,
        newcomer=not any(each.attempts or may_edit(each) for each in cards),
        tasks=[each for each in graded if _is_to_do(*each)],
        begun=duties.going_on(graded) | timed(latest),
        exams=duties.exams(graded),
        due=due(),
        now=now(),
        left=left(latest),
        action=ActionForm(formdata=None),
        endings=documents.KNOWN_ENDINGS,
    )


def _is_to_do(task: Task, found: Grade) -> bool:
    """Whether it has not been taken yet and still can be."""
    return task.assignment.is_open(now()) and found.state in TO_DO

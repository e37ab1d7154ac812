"""Picking the sentence of an article that proves an answer."""

from flask import render_template, request

from questions import Article
from quizapp.assessment.sentences import matching
from quizapp.views.forms import ActionForm, line, sent

PAGE = 40
OWN = ("find", "first", "passage")


def picker(article: Article, *, to: str, back: str) -> str:
    """Page of sentences to pick from; whatever else the form had sent goes along to `to`."""
    find = line(request.form.get("find", ""))[:200]
    first = max(0, request.form.get("first", 0, type=int))
    found = matching(article.text, find)
    return render_template(
        "bank/picker.html",
        title=article.title,
        find=find,
        sentences=found[first : first + PAGE],
        first=first,
        size=PAGE,
        total=len(found),
        fields=[(name, value) for name, value in sent() if name not in OWN],
        to=to,
        back=back,
        action=ActionForm(formdata=None),
    )

"""Kind pages for everything that goes wrong; the only place where errors are caught."""

from flask import Flask, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from questions.errors import FormatError
from quizapp.views import limits
from quizapp.views.forms import ActionForm, ExpiredForm, sent
from quizapp.views.words import megabytes

_PAGES: dict[int, tuple[str, str]] = {
    400: (
        "This request cannot be read",
        "Something in it is missing or damaged. Nothing was changed.",
    ),
    403: (
        "This belongs to somebody else",
        "You may take part, but not see answers and scores, nor change it.",
    ),
    404: (
        "There is nothing here",
        "The address may be mistyped, or what it led to is somebody else’s.",
    ),
    405: (
        "This address takes no such request",
        "It is part of a form. Start from the page with the form.",
    ),
    409: (
        "This quiz is not open",
        "It has been closed or is still a draft. What you had begun can be finished.",
    ),
    413: (
        "That is more than can be read at once",
        (
            "Articles of up to two million characters and files of up to {limit} can be sent here. "
            "Go back and split it; who runs this can also take the command “quizapp import”."
        ),
    ),
    422: (
        "Something is missing",
        "One of the choices is not among those offered. Nothing was changed.",
    ),
    429: ("One moment, please", "{wait}"),
    500: (
        "Something broke on our side",
        "It was noted. What you had answered is stored; going back and trying again may help.",
    ),
}


def register(app: Flask) -> None:
    """Answer every error with a page of its status."""
    app.before_request(storable)
    app.register_error_handler(ExpiredForm, expired)
    app.register_error_handler(FormatError, unwritable)
    app.register_error_handler(HTTPException, refused)


def storable() -> None:
    """There is nothing at an address with a sign that not every database takes."""
    if "\0" in request.path:
        abort(404)


def expired(error: ExpiredForm) -> ResponseReturnValue:
    """Offer to send the same form once more, with a fresh token."""
    action = ActionForm(formdata=None)
    url = request.script_root + request.full_path.removesuffix("?")
    page = render_template("errors/expired.html", action=action, url=url, fields=sent())
    return page, error.code or 400


def unwritable(error: FormatError) -> ResponseReturnValue:
    """Name what in a quiz does not fit the format that was asked for."""
    title, text = "This quiz cannot be exported", f"Something in it does not fit: {error}"
    return render_template("errors/error.html", code=409, title=title, text=text), 409


def refused(error: HTTPException) -> ResponseReturnValue:
    """Say what happened without a word about how the server works."""
    code = error.code or 500
    if code < 400:
        return error.get_response()
    title, text = _PAGES.get(code, (error.name, "Nothing was changed."))
    text = text.replace("{limit}", megabytes(current_app.config["MAX_CONTENT_LENGTH"]))
    text = text.replace("{wait}", limits.wait())
    response = error.get_response()
    response.data = render_template("errors/error.html", code=code, title=title, text=text)
    response.content_type = "text/html; charset=utf-8"
    return response

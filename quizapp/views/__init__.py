"""The pages: the only place that knows of requests and responses."""

from flask import Flask
from werkzeug.routing import IntegerConverter

from quizapp.views import (
    about,
    articles,
    attempts,
    errors,
    export,
    health,
    history,
    home,
    quizzes,
    reports,
    words,
)
from quizapp.views.headers import secure, stamp
from quizapp.views.services import NAME, Services


class Identifier(IntegerConverter):
    """A number that a database can hold; a longer one matches no address, whatever the method."""

    regex = r"\d{1,18}"


def register(app: Flask, services: Services) -> None:
    """Hang all pages, their words and their headers into the application."""
    app.extensions[NAME] = services
    app.url_map.converters["int"] = Identifier
    for module in (about, articles, attempts, export, health, history, home, quizzes, reports):
        app.register_blueprint(module.bp)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(words.FILTERS)
    app.after_request(secure)
    app.url_defaults(stamp)
    errors.register(app)

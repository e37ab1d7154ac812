"""The pages: the only place that knows of requests and responses."""

from flask import Flask
from werkzeug.routing import IntegerConverter

from quizapp.views import (
    about,
    access,
    account,
    accounts,
    articles,
    attempts,
    bank,
    bank_export,
    bank_words,
    calendar,
    cards,
    classes,
    composing,
    drafts,
    errors,
    export,
    fitting,
    goals,
    health,
    history,
    home,
    imports,
    items,
    leaderboards,
    login,
    media,
    numbers,
    offline,
    own_items,
    preferences,
    quizzes,
    removals,
    reports,
    sharing,
    statistics,
    study,
    study_words,
    studying,
    teaching,
    words,
)
from quizapp.views.compression import compress
from quizapp.views.headers import secure, stamp
from quizapp.views.limits import LIMITER
from quizapp.views.services import NAME, Services

PAGES = (
    about,
    account,
    accounts,
    articles,
    attempts,
    bank,
    bank_export,
    classes,
    composing,
    calendar,
    drafts,
    cards,
    export,
    fitting,
    goals,
    health,
    history,
    home,
    imports,
    media,
    leaderboards,
    items,
    own_items,
    numbers,
    offline,
    preferences,
    quizzes,
    removals,
    reports,
    statistics,
    sharing,
    teaching,
    study,
)


class Identifier(IntegerConverter):
    """A number that a database can hold; a longer one matches no address, whatever the method."""

    regex = r"\d{1,18}"


def register(app: Flask, services: Services) -> None:
    """Hang all pages, their words and their headers into the application."""
    app.extensions[NAME] = services
    app.url_map.converters["int"] = Identifier
    for module in PAGES:
        app.register_blueprint(module.bp)
    login.register(app)
    LIMITER.init_app(app)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(words.FILTERS | bank_words.FILTERS | study_words.FILTERS)
    app.jinja_env.filters.update(shown=media.shown, worded=media.worded)
    app.jinja_env.tests.update(words.TESTS)
    app.jinja_env.globals.update(
        may_see_keys=access.may_see_keys, may_edit=access.may_edit, may_begin=access.may_begin
    )
    app.jinja_env.globals.update(device_name=studying.device_name, own_zone=studying.own_zone)
    app.after_request(compress)
    app.after_request(secure)
    app.url_defaults(stamp)
    errors.register(app)

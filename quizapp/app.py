"""The application, put together."""

from datetime import UTC, datetime
from random import Random, SystemRandom
from typing import Unpack

from argon2 import PasswordHasher
from flask import Flask

import questions
from quizapp import config, links, optimizer, store, views
from quizapp.jobs import Generate, one_at_a_time
from quizapp.readings import Readings
from quizapp.store.migrate import MIGRATE
from quizapp.views.services import Clock, ReadLink, Services


def utc_now() -> datetime:
    """Aware, in UTC."""
    return datetime.now(UTC)


def create_app(
    *,
    generate: Generate = questions.generate,
    read_link: ReadLink = links.read,
    now: Clock = utc_now,
    rng: Random | None = None,
    hasher: PasswordHasher | None = None,
    **overrides: Unpack[config.Overrides],
) -> Flask:
    """Application with its pages and database; time, chance and what takes long can be given."""
    settings = config.load(overrides)
    store.check(settings.database_url)
    app = _with_database(settings)
    given = Services(
        one_at_a_time(generate),
        Readings(),
        read_link,
        now,
        rng or SystemRandom(),
        hasher or PasswordHasher(),
        optimizer.installed(),
    )
    views.register(app, given)
    return app


def _with_database(settings: config.Settings) -> Flask:
    """The application before it has a page."""
    app = Flask(
        "quizapp",
        instance_path=str(settings.instance.resolve()),
        template_folder=config.TEMPLATES,
        static_folder=config.STATIC,
    )
    app.config.from_mapping(_flask_settings(settings))
    store.db.init_app(app)
    MIGRATE.init_app(app, store.db, directory=str(config.MIGRATIONS))
    return app


def _flask_settings(settings: config.Settings) -> dict[str, object]:
    return {
        "TESTING": settings.testing,
        "SECRET_KEY": settings.secret_key,
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "MAX_CONTENT_LENGTH": settings.upload_limit,
        "MAX_FORM_MEMORY_SIZE": settings.upload_limit,
        "PERMANENT_SESSION_LIFETIME": config.SESSION_LIFETIME,
        "SESSION_COOKIE_NAME": "quizapp",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.secure_cookies,
        "SEND_FILE_MAX_AGE_DEFAULT": config.STATIC_LIFETIME,
        "WTF_CSRF_TIME_LIMIT": None,
        "RATELIMIT_STORAGE_URI": "memory://",
    }

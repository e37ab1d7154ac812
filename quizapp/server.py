"""The application made ready to be served, by a production server."""

import logging
from threading import Thread

import waitress
from flask import Flask

from questions import Generated
from questions.documents import Document
from quizapp import config, samples
from quizapp.app import create_app
from quizapp.store import articles, clozes, figures, migrate, removals, session
from quizapp.views.services import services

HOST = "127.0.0.1"
PORT = 8000
THREADS = 8
READERS = ("pypdf", "trafilatura", "htmldate", "courlan")
"""Libraries that read what people send, and log what they find odd in it."""


def upgrade(app: Flask) -> None:
    """Make the database, or bring it to the tables of this version, without what is forgotten."""
    with app.app_context():
        migrate.upgrade(config.MIGRATIONS)
        figures.complete(session())
        clozes.complete(session())
        removals.forget(session(), now=services().now())


def seed(app: Flask) -> None:
    """Fill an empty database with the quizzes of the sample articles, the best one on top."""
    with app.app_context():
        if articles.is_empty(session()):
            for sample in reversed(samples.samples()):
                articles.save(session(), _generated(sample), now=services().now())


def warm_up(app: Flask) -> Thread:
    """Load the language model while nobody waits for it."""

    def generate() -> None:
        with app.app_context():
            _generated(samples.samples()[0])

    loading = Thread(target=generate, daemon=True)
    loading.start()
    return loading


def _generated(sample: Document) -> Generated:
    """Items of a shipped article."""
    return services().generate(sample.text, title=sample.title, published=sample.published)


def _set_up_log() -> None:
    """Say where the server listens and what fails here, but nothing of the files that people send.

    What is wrong with those is told, on the page, to whoever sent them.
    """
    logging.basicConfig(format="%(message)s")
    logging.getLogger("waitress").setLevel(logging.INFO)
    for reader in map(logging.getLogger, READERS):
        reader.addHandler(logging.NullHandler())
        reader.propagate = False


def serve(host: str = HOST, port: int = PORT) -> None:
    """Serve until interrupted; the database is made, upgraded and seeded first."""
    _set_up_log()
    app = create_app()
    upgrade(app)
    seed(app)
    loading = warm_up(app)
    try:
        waitress.serve(app, host=host, port=port, threads=THREADS, ident="quizapp")
    finally:
        # A process that ends amid the loading of the model's libraries is aborted.
        loading.join()

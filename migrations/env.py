"""Runs the migrations on the database of the running application.

The engine comes from the application, so that SQLite's settings hold here too; logging stays as
the application has set it up.
"""

from alembic import context
from flask import current_app

from quizapp.store.base import Base, db


def render_item(kind, item, _context):
    """Write plain DateTime into migrations, which must not depend on the application's code."""
    return "sa.DateTime()" if kind == "type" and type(item).__name__ == "UtcDateTime" else False


def run(connection=None):
    """With a connection the database is changed; without one the SQL is printed."""
    context.configure(
        connection=connection,
        url=None if connection else db.engine.url,
        literal_binds=connection is None,
        target_metadata=Base.metadata,
        render_item=render_item,
        **current_app.extensions["migrate"].configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()


def tables_may_be_rebuilt(connection, *, allowed):
    """Let SQLite drop a table that others point to: it changes constraints by writing it anew."""
    if connection.dialect.name == "sqlite":
        connection.connection.execute(f"PRAGMA foreign_keys={'OFF' if allowed else 'ON'}")


if context.is_offline_mode():
    run()
else:
    with db.engine.connect() as connection:
        tables_may_be_rebuilt(connection, allowed=True)
        try:
            run(connection)
        finally:
            tables_may_be_rebuilt(connection, allowed=False)

"""Names that only look alike, by width or form, are one."""

from unicodedata import normalize

import sqlalchemy as sa
from alembic import context, op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Whose name is taken by now keeps it, and goes on logging in by it."""
    if not context.is_offline_mode():
        _fold("account", ("id",), "name", 128)
        _fold("contender", ("quiz_id", "learner"), "pseudonym", 90)


def downgrade() -> None:
    """What was folded further tells names apart as well."""


def _fold(name: str, keys: tuple[str, ...], shown: str, longest: int) -> None:
    table = sa.table(name, *map(sa.column, (*keys, shown, "folded")))
    connection = op.get_bind()
    rows = connection.execute(sa.select(table)).mappings().all()
    scope = keys[:-1]
    taken = {(*(row[key] for key in scope), row["folded"]) for row in rows}
    for row in rows:
        alike = _folded(row[shown], longest)
        place = (*(row[key] for key in scope), alike)
        if place not in taken:
            taken.add(place)
            mine = sa.and_(*(table.c[key] == row[key] for key in keys))
            connection.execute(table.update().where(mine).values(folded=alike))


def _folded(text: str, longest: int) -> str:
    alike = normalize("NFKC", normalize("NFKC", text).casefold())
    return " ".join(alike.split())[:longest]

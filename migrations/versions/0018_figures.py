"""What came of each item, kept up to date to be shown and searched in the bank."""

from hashlib import sha256

import sqlalchemy as sa
from alembic import context, op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The application counts the answers that are there already."""
    fingerprint = sa.Column("fingerprint", sa.String(16), nullable=False, server_default="")
    op.add_column("item", fingerprint)
    op.create_table(
        "figure",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(16), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("facility", sa.Double(), nullable=False),
        sa.Column("discrimination", sa.Double(), nullable=True),
        sa.Column("concerns", sa.String(), nullable=False),
        sa.Column("sums", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("item_id", "fingerprint", name="pk_figure"),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name="fk_figure_item_id_item"),
    )
    if not context.is_offline_mode():
        _fill()


def downgrade() -> None:
    op.drop_table("figure")
    op.drop_column("item", "fingerprint")


def _fill() -> None:
    """Of the options and the key of each item as it stands."""
    item = sa.table("item", sa.column("id"), sa.column("number"), sa.column("fingerprint"))
    version = sa.table(
        "item_version",
        sa.column("item_id"),
        sa.column("number"),
        sa.column("key"),
        sa.column("options", sa.JSON()),
    )
    query = sa.select(item.c.id, version.c.options, version.c.key).join(
        version, (version.c.item_id == item.c.id) & (version.c.number == item.c.number)
    )
    connection = op.get_bind()
    found = [
        {"item": row.id, "found": _fingerprint(row.options, row.key)}
        for row in connection.execute(query)
    ]
    if found:
        change = item.update().where(item.c.id == sa.bindparam("item"))
        connection.execute(change.values(fingerprint=sa.bindparam("found")), found)


def _fingerprint(options: list[str], key: int) -> str:
    return sha256("\n".join((*options, str(key))).encode()).hexdigest()[:16]

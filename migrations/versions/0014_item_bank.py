"""What an item bank needs: statuses, whose wording it is, what is searched, settled reports."""

import sqlalchemy as sa
from alembic import context, op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_INDEXES = {
    "ix_item_owner_id": ["owner", "id"],
    "ix_item_owner_status_id": ["owner", "status", "id"],
    "ix_item_owner_difficulty_id": ["owner", "difficulty", "id"],
}
_FILL = """
UPDATE item SET
  answer_type = (SELECT v.answer_type FROM item_version v
                 WHERE v.item_id = item.id AND v.number = item.number),
  difficulty = (SELECT v.difficulty FROM item_version v
                WHERE v.item_id = item.id AND v.number = item.number),
  words = (SELECT lower(v.stem) FROM item_version v
           WHERE v.item_id = item.id AND v.number = item.number),
  owner = (SELECT a.owner FROM article a WHERE a.id = item.article_id),
  updated_at = (SELECT v.created_at FROM item_version v
                WHERE v.item_id = item.id AND v.number = item.number)
"""


def upgrade() -> None:
    for column in _columns():
        op.add_column("item", column)
    for name, columns in _INDEXES.items():
        op.create_index(name, "item", columns)
    op.add_column(
        "item_version", sa.Column("author", sa.String(64), nullable=False, server_default="")
    )
    op.add_column("report", sa.Column("settled_at", sa.DateTime(), nullable=True))
    op.create_index("ix_report_settled_at", "report", ["settled_at"])
    op.create_table(
        "decision",
        sa.Column("batch", sa.String(32), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.String(16), nullable=False),
        sa.Column("after", sa.String(16), nullable=False),
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("batch", "item_id", name="pk_decision"),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name="fk_decision_item_id_item"),
    )
    op.create_index("ix_decision_item_id", "decision", ["item_id"])
    op.execute(_FILL)
    if not context.is_offline_mode():
        _fold()


def downgrade() -> None:
    op.drop_table("decision")
    op.drop_index("ix_report_settled_at", "report")
    op.drop_column("report", "settled_at")
    op.drop_column("item_version", "author")
    for name in _INDEXES:
        op.drop_index(name, "item")
    for column in reversed(_columns()):
        op.drop_column("item", column.name)


def _columns() -> list[sa.Column]:
    return [
        sa.Column("owner", sa.String(64), nullable=False, server_default=""),
        sa.Column("status", sa.String(16), nullable=False, server_default="new"),
        sa.Column("edited", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("proposed", sa.Integer(), nullable=True),
        sa.Column("answer_type", sa.String(32), nullable=False, server_default=""),
        sa.Column("difficulty", sa.Double(), nullable=False, server_default="0"),
        sa.Column("words", sa.String(), nullable=False, server_default=""),
        sa.Column("updated_at", sa.DateTime(), nullable=False, server_default="1970-01-01"),
    ]


def _fold() -> None:
    """Small letters of every language, and the options too, which SQL alone cannot do."""
    item = sa.table("item", sa.column("id"), sa.column("number"), sa.column("words"))
    version = sa.table(
        "item_version",
        sa.column("item_id"),
        sa.column("number"),
        sa.column("stem"),
        sa.column("options", sa.JSON()),
    )
    query = sa.select(item.c.id, version.c.stem, version.c.options).join(
        version, (version.c.item_id == item.c.id) & (version.c.number == item.c.number)
    )
    connection = op.get_bind()
    folded = [
        {"item": row.id, "folded": " ".join((row.stem, *row.options)).casefold()}
        for row in connection.execute(query)
    ]
    if folded:
        change = item.update().where(item.c.id == sa.bindparam("item"))
        connection.execute(change.values(words=sa.bindparam("folded")), folded)

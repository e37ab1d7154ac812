"""Which attempts asked all that a quiz had, and which classes are to take a whole quiz."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

COVERS = """
UPDATE {table} SET whole = true
WHERE {met} AND size >= (
 SELECT count(*) FROM quiz_item
 JOIN item ON item.id = quiz_item.item_id
 JOIN item_version ON item_version.item_id = item.id AND item_version.number = item.number
 WHERE quiz_item.quiz_id = {table}.quiz_id
 AND item.status <> 'retired' AND item_version.kind <> 'flashcard')
"""
CHOSEN = "(5, 10, 20, 50)"
"""Numbers that a teacher could choose; every other one meant all of them."""


def upgrade() -> None:
    """What is as long as the quiz is by now asked all of it; a quiz that has grown is not known."""
    for table in ("attempt", "assignment"):
        whole = sa.Column("whole", sa.Boolean(), nullable=False, server_default=sa.false())
        op.add_column(table, whole)
    op.execute(COVERS.format(table="attempt", met="NOT retry"))
    op.execute(COVERS.format(table="assignment", met=f"size NOT IN {CHOSEN}"))


def downgrade() -> None:
    for table in ("assignment", "attempt"):
        with op.batch_alter_table(table) as altered:
            altered.drop_column("whole")

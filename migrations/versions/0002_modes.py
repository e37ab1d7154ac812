"""Modes of an attempt, flagged questions, second tries."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was there before was taken with feedback after each answer."""
    op.add_column(
        "attempt", sa.Column("mode", sa.String(16), nullable=False, server_default="immediate")
    )
    op.add_column(
        "attempt_item",
        sa.Column("flagged", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("response", sa.Column("first", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("response", "first")
    op.drop_column("attempt_item", "flagged")
    op.drop_column("attempt", "mode")

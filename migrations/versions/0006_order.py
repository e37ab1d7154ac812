"""Attempts remember in which order their questions come."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "attempt",
        sa.Column("order", sa.String(16), nullable=False, server_default="shuffled"),
    )


def downgrade() -> None:
    op.drop_column("attempt", "order")

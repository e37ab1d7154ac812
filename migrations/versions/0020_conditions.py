"""Assignments on conditions: mode, time limit, extra time, and how many attempts count."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("assignment", sa.Column("mode", sa.String(16), nullable=True))
    op.add_column(
        "assignment", sa.Column("minutes", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column(
        "assignment", sa.Column("extra", sa.Boolean(), nullable=False, server_default=sa.true())
    )
    op.add_column(
        "assignment", sa.Column("attempts", sa.Integer(), nullable=False, server_default="0")
    )


def downgrade() -> None:
    for column in ("attempts", "extra", "minutes", "mode"):
        op.drop_column("assignment", column)

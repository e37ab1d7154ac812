"""Deadlines of exams, and how sure a learner was."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was there before had no limit, and nobody was asked how sure they were."""
    op.add_column("attempt", sa.Column("deadline", sa.DateTime(), nullable=True))
    op.add_column(
        "attempt", sa.Column("confidence", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("response", sa.Column("confidence", sa.String(16), nullable=True))


def downgrade() -> None:
    op.drop_column("response", "confidence")
    op.drop_column("attempt", "confidence")
    op.drop_column("attempt", "deadline")

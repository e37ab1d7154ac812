"""Attempts whose time is up are found by an index."""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_attempt_finished_at_deadline", "attempt", ["finished_at", "deadline"])


def downgrade() -> None:
    op.drop_index("ix_attempt_finished_at_deadline", table_name="attempt")

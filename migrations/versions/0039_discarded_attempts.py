"""Unfinished attempts that their learners have put out of their lists."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    discarded = sa.Column("discarded", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("attempt", discarded)


def downgrade() -> None:
    with op.batch_alter_table("attempt") as attempt:
        attempt.drop_column("discarded")

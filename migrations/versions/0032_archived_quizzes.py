"""Quizzes that stand in no list any more."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    archived = sa.Column("archived", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("quiz", archived)


def downgrade() -> None:
    with op.batch_alter_table("quiz") as quiz:
        quiz.drop_column("archived")

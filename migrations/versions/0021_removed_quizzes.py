"""Quizzes that were deleted, for as long as that can be undone."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "removed_quiz",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("visibility", sa.String(16), nullable=False),
        sa.Column("link", sa.String(32), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("closes_at", sa.DateTime(), nullable=True),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_removed_quiz")),
    )
    op.create_index(op.f("ix_removed_quiz_learner"), "removed_quiz", ["learner"])


def downgrade() -> None:
    op.drop_index(op.f("ix_removed_quiz_learner"), table_name="removed_quiz")
    op.drop_table("removed_quiz")

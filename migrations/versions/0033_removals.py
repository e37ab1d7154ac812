"""Articles and quizzes that were deleted, for as long as that can be undone.

What had been deleted before cannot be brought back any more.
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f("ix_removed_quiz_learner"), table_name="removed_quiz")
    op.drop_table("removed_quiz")
    op.create_table(
        "removal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_removal")),
    )
    op.create_index(op.f("ix_removal_learner"), "removal", ["learner"])
    op.create_index(op.f("ix_removal_removed_at"), "removal", ["removed_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_removal_removed_at"), table_name="removal")
    op.drop_index(op.f("ix_removal_learner"), table_name="removal")
    op.drop_table("removal")
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

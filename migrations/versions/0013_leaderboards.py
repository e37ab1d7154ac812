"""Leaderboards, for those who want to be on them."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contender",
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("pseudonym", sa.String(30), nullable=False),
        sa.Column("folded", sa.String(90), nullable=False),
        sa.Column("joined_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("quiz_id", "learner", name="pk_contender"),
        sa.UniqueConstraint("quiz_id", "folded", name="uq_contender_quiz_id_folded"),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name="fk_contender_quiz_id_quiz"),
    )


def downgrade() -> None:
    op.drop_table("contender")

"""Classes, their members and the quizzes assigned to them."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "class",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_class"),
        sa.UniqueConstraint("code", name="uq_class_code"),
    )
    op.create_index("ix_class_owner", "class", ["owner"])
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("joined_at", sa.DateTime(), nullable=False),
        sa.Column("left_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_membership"),
        sa.UniqueConstraint("class_id", "learner", name="uq_membership_class_id_learner"),
        sa.ForeignKeyConstraint(["class_id"], ["class.id"], name="fk_membership_class_id_class"),
    )
    op.create_index("ix_membership_learner", "membership", ["learner"])
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=True),
        sa.Column("assigned_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_assignment"),
        sa.UniqueConstraint("class_id", "quiz_id", name="uq_assignment_class_id_quiz_id"),
        sa.ForeignKeyConstraint(["class_id"], ["class.id"], name="fk_assignment_class_id_class"),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name="fk_assignment_quiz_id_quiz"),
    )
    op.create_index("ix_assignment_quiz_id", "assignment", ["quiz_id"])


def downgrade() -> None:
    for table in ("assignment", "membership", "class"):
        op.drop_table(table)

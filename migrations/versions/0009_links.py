"""Quizzes can be shared by a link."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("quiz", sa.Column("link", sa.String(32), nullable=True))
    op.create_index("ix_quiz_link", "quiz", ["link"], unique=True)


def downgrade() -> None:
    op.drop_index("ix_quiz_link", "quiz")
    op.drop_column("quiz", "link")

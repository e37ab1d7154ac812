"""Quizzes of items of several articles, and when a quiz closes."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("quiz", copy_from=_quiz(nullable=False)) as batch:
        batch.alter_column("article_id", existing_type=sa.Integer(), nullable=True)
    op.add_column("quiz", sa.Column("closes_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    """Fails where a quiz was put together from the bank: it would have no article."""
    op.drop_column("quiz", "closes_at")
    with op.batch_alter_table("quiz", copy_from=_quiz(nullable=True)) as batch:
        batch.alter_column("article_id", existing_type=sa.Integer(), nullable=False)


def _quiz(*, nullable: bool) -> sa.Table:
    """Table as it is between the two steps, so that the SQL can be printed without a database."""
    return sa.Table(
        "quiz",
        sa.MetaData(),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=nullable),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("owner", sa.String(64), nullable=False, server_default=""),
        sa.Column("visibility", sa.String(16), nullable=False, server_default="open"),
        sa.Column("link", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_quiz"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_quiz_article_id_article"),
        sa.UniqueConstraint("article_id", name="uq_quiz_article_id"),
        sa.Index("ix_quiz_created_at", "created_at"),
        sa.Index("ix_quiz_owner", "owner"),
        sa.Index("ix_quiz_link", "link", unique=True),
    )

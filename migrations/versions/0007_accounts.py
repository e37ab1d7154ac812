"""Accounts; articles and quizzes belong to somebody and are open to all or to a few."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("folded", sa.String(128), nullable=False),
        sa.Column("password", sa.String(), nullable=False),
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("folded", name="uq_account_folded"),
        sa.UniqueConstraint("learner", name="uq_account_learner"),
    )
    for table in ("article", "quiz"):
        op.add_column(table, sa.Column("owner", sa.String(64), nullable=False, server_default=""))
        op.add_column(
            table, sa.Column("visibility", sa.String(16), nullable=False, server_default="open")
        )
    op.create_index("ix_quiz_owner", "quiz", ["owner"])
    with op.batch_alter_table("article", copy_from=_article("digest")) as batch:
        batch.drop_constraint("uq_article_digest", type_="unique")
        batch.create_unique_constraint("uq_article_owner_digest", ["owner", "digest"])


def downgrade() -> None:
    """Fails where two have stored the same text: one of them would have to go."""
    with op.batch_alter_table("article", copy_from=_article("owner", "digest")) as batch:
        batch.drop_constraint("uq_article_owner_digest", type_="unique")
        batch.create_unique_constraint("uq_article_digest", ["digest"])
    op.drop_index("ix_quiz_owner", "quiz")
    for table in ("quiz", "article"):
        op.drop_column(table, "visibility")
        op.drop_column(table, "owner")
    op.drop_table("account")


def _article(*unique: str) -> sa.Table:
    """Table as it is between the two steps, so that the SQL can be printed without a database."""
    return sa.Table(
        "article",
        sa.MetaData(),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("owner", sa.String(64), nullable=False, server_default=""),
        sa.Column("visibility", sa.String(16), nullable=False, server_default="open"),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sa.UniqueConstraint(*unique, name=f"uq_article_{'_'.join(unique)}"),
    )

"""Articles with their items, quizzes, attempts and responses."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sa.UniqueConstraint("digest", name="uq_article_digest"),
    )
    op.create_table(
        "item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_item"),
        sa.UniqueConstraint("article_id", "uid", name="uq_item_article_id_uid"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_item_article_id_article"),
    )
    op.create_table(
        "item_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("stem", sa.String(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("answer_type", sa.String(32), nullable=False),
        sa.Column("evidence_start", sa.Integer(), nullable=False),
        sa.Column("evidence_end", sa.Integer(), nullable=False),
        sa.Column("evidence_text", sa.String(), nullable=False),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.Column("difficulty", sa.Double(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_item_version"),
        sa.UniqueConstraint("item_id", "number", name="uq_item_version_item_id_number"),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name="fk_item_version_item_id_item"),
    )
    op.create_table(
        "quiz",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_quiz"),
        sa.UniqueConstraint("article_id", name="uq_quiz_article_id"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_quiz_article_id_article"),
    )
    op.create_index("ix_quiz_created_at", "quiz", ["created_at"])
    op.create_table(
        "quiz_item",
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("quiz_id", "item_id", name="pk_quiz_item"),
        sa.UniqueConstraint("quiz_id", "position", name="uq_quiz_item_quiz_id_position"),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name="fk_quiz_item_quiz_id_quiz"),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name="fk_quiz_item_item_id_item"),
    )
    op.create_index("ix_quiz_item_item_id", "quiz_item", ["item_id"])
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("guest", sa.String(64), nullable=False),
        sa.Column("retry", sa.Boolean(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("marks", sa.Double(), nullable=True),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name="fk_attempt_quiz_id_quiz"),
    )
    op.create_index("ix_attempt_quiz_id", "attempt", ["quiz_id"])
    op.create_index(
        "ix_attempt_guest_quiz_id_started_at", "attempt", ["guest", "quiz_id", "started_at"]
    )
    op.create_table(
        "attempt_item",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("option_order", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("attempt_id", "position", name="pk_attempt_item"),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_attempt_item_attempt_id_attempt"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["item_version.id"], name="fk_attempt_item_version_id_item_version"
        ),
    )
    op.create_index("ix_attempt_item_version_id", "attempt_item", ["version_id"])
    op.create_table(
        "response",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("chosen", sa.Integer(), nullable=False),
        sa.Column("mark", sa.Double(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("attempt_id", "position", name="pk_response"),
        sa.ForeignKeyConstraint(
            ["attempt_id", "position"],
            ["attempt_item.attempt_id", "attempt_item.position"],
            name="fk_response_attempt_id_position_attempt_item",
        ),
    )


def downgrade() -> None:
    for table in (
        "response",
        "attempt_item",
        "attempt",
        "quiz_item",
        "quiz",
        "item_version",
        "item",
        "article",
    ):
        op.drop_table(table)

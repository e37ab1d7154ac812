"""Cards, their reviews, and how each learner wants to study."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "card",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("deck", sa.String(200), nullable=False),
        sa.Column("front", sa.String(), nullable=True),
        sa.Column("back", sa.String(), nullable=True),
        *_schedule(),
        sa.Column("reviewed_at", sa.DateTime(), nullable=True),
        sa.Column("suspended", sa.Boolean(), nullable=False),
        sa.Column("buried_until", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_card"),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name="fk_card_item_id_item"),
        sa.UniqueConstraint("learner", "item_id", name="uq_card_learner_item_id"),
    )
    _index("card", "item_id")
    _index("card", "learner", "suspended", "state", "due")
    _index("card", "learner", "deck", "suspended", "state", "due")
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("card_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(36), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("took", sa.Integer(), nullable=True),
        *_schedule(),
        sa.Column("reviewed_before", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name="fk_review_card_id_card"),
        sa.UniqueConstraint("learner", "uid", name="uq_review_learner_uid"),
    )
    _index("review", "card_id", "reviewed_at")
    _index("review", "learner", "day", "state", "rating")
    op.create_table(
        "preference",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("retention", sa.Double(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("relearning", sa.JSON(), nullable=False),
        sa.Column("new_per_day", sa.Integer(), nullable=False),
        sa.Column("reviews_per_day", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("collects", sa.Boolean(), nullable=False),
        sa.Column("feed", sa.String(43), nullable=True),
        sa.PrimaryKeyConstraint("learner", name="pk_preference"),
        sa.UniqueConstraint("feed", name="uq_preference_feed"),
    )


def downgrade() -> None:
    op.drop_table("preference")
    op.drop_table("review")
    op.drop_table("card")


def _schedule() -> list[sa.Column]:
    """A card's schedule, as it is and as a review found it."""
    return [
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("stability", sa.Double(), nullable=True),
        sa.Column("difficulty", sa.Double(), nullable=True),
        sa.Column("due", sa.DateTime(), nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
    ]


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))

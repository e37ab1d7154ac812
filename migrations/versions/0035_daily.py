"""How many reviews there were on each study day, kept with the log."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The log that is there is counted once, here."""
    op.create_table(
        "daily",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("learned", sa.Integer(), nullable=False),
        sa.Column("recalled", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("learner", "day", name="pk_daily"),
    )
    op.execute("""
        INSERT INTO daily (learner, day, reviews, learned, recalled)
        SELECT learner, day, count(*), sum(CASE WHEN state = 2 THEN 1 ELSE 0 END),
          sum(CASE WHEN state = 2 AND rating > 1 THEN 1 ELSE 0 END)
        FROM review GROUP BY learner, day
    """)


def downgrade() -> None:
    op.drop_table("daily")

"""Parameters of FSRS fitted to the reviews of each learner."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fit",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("off", sa.Double(), nullable=False),
        sa.Column("off_before", sa.Double(), nullable=False),
        sa.Column("fitted_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("learner", name="pk_fit"),
    )


def downgrade() -> None:
    op.drop_table("fit")

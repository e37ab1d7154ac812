"""When a card was worded anew, for those who have it in Anki."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("card", sa.Column("reworded_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("card") as card:
        card.drop_column("reworded_at")

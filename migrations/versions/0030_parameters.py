"""Each card tells by which parameters of FSRS its memory was reckoned."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Cards of who has fitted parameters are reckoned once more when they come up."""
    op.add_column("card", sa.Column("parameters", sa.String(16), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("card") as card:
        card.drop_column("parameters")

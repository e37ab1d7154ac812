"""Who was taken out of a class by its teacher, apart from who has left it."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    dismissed = sa.Column("dismissed", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("membership", dismissed)


def downgrade() -> None:
    with op.batch_alter_table("membership") as membership:
        membership.drop_column("dismissed")

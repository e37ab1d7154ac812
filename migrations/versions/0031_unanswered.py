"""Attempts that were ended without any answer count in the figures of items as well."""

from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The application counts all attempts anew where there are no figures."""
    op.execute("DELETE FROM figure")


def downgrade() -> None:
    upgrade()

"""What is hidden in clozes, kept with each wording; empty, and the application finds it."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0031"
branch_labels = None
depends_on = None

_WITHOUT = sa.text("cloze IS NULL")


def upgrade() -> None:
    op.add_column("item_version", sa.Column("cloze", sa.JSON(), nullable=True))
    op.create_index(
        "ix_item_version_without_cloze",
        "item_version",
        ["id"],
        sqlite_where=_WITHOUT,
        postgresql_where=_WITHOUT,
    )


def downgrade() -> None:
    op.drop_index("ix_item_version_without_cloze", "item_version")
    with op.batch_alter_table("item_version") as version:
        version.drop_column("cloze")

"""Who takes an attempt is called a learner, with or without an account."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _rename("guest", "learner")


def downgrade() -> None:
    _rename("learner", "guest")


def _rename(old: str, new: str) -> None:
    op.drop_index(f"ix_attempt_{old}_quiz_id_started_at", "attempt")
    op.alter_column("attempt", old, new_column_name=new)
    op.create_index(
        f"ix_attempt_{new}_quiz_id_started_at", "attempt", [new, "quiz_id", "started_at"]
    )

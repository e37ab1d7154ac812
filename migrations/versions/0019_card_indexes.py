"""Lists and counts of cards by an index, however many a learner has."""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

INDEXES = (
    ("learner", "item_id", "deck", "suspended", "state", "due"),
    ("learner", "created_at", "id", "suspended", "state"),
    ("learner", "deck", "created_at", "id", "suspended", "state"),
    ("learner", "lapses", "id", "deck"),
)


def upgrade() -> None:
    for columns in INDEXES:
        op.create_index(_name(columns), "card", list(columns))


def downgrade() -> None:
    for columns in reversed(INDEXES):
        op.drop_index(_name(columns), "card")


def _name(columns: tuple[str, ...]) -> str:
    return f"ix_card_{'_'.join(columns)}"

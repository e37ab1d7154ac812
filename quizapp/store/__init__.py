"""Everything that is remembered: articles, items, quizzes, attempts, responses."""

from quizapp.store import models
from quizapp.store.base import Base, db, is_up, session

__all__ = ["Base", "db", "is_up", "models", "session"]

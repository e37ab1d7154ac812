"""Everything that is remembered: articles, items, quizzes, attempts, responses."""

from quizapp.store import models, study_models
from quizapp.store.base import Base, check, db, is_up, session
from quizapp.store.errors import StoreError

__all__ = ["Base", "StoreError", "check", "db", "is_up", "models", "session", "study_models"]

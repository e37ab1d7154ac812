"""Derive multiple-choice items from the facts of an article."""

from questions.errors import InputError, QuestionsError
from questions.explanations import beyond_evidence
from questions.items import AnswerType, Article, Dropped, Evidence, Generated, Item, ItemKind
from questions.pipeline import generate

__all__ = [
    "AnswerType",
    "Article",
    "Dropped",
    "Evidence",
    "Generated",
    "InputError",
    "Item",
    "ItemKind",
    "QuestionsError",
    "beyond_evidence",
    "generate",
]

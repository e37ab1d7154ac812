"""Quizzes in the browser, and the quizapp command."""

"""The rules of quizzes: which items are asked, how answers are marked, what may be shown when."""

"""Codes by which people join a class."""

from random import Random

LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
LENGTH = 6


def code(rng: Random) -> str:
    """No vowels, which could make a word; no digits, of which some look like letters."""
    return "".join(rng.choices(LETTERS, k=LENGTH))


def tidy(typed: str) -> str:
    """Code as it is stored, however somebody has written it."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def spaced(code: str) -> str:
    """Code as it is read out: in two halves."""
    return f"{code[: LENGTH // 2]} {code[LENGTH // 2 :]}"

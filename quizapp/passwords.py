"""Passwords, kept as Argon2id hashes."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError


def fits(hasher: PasswordHasher, password: str, known: str | None) -> bool:
    """Whether it is the password; without a hash it takes as long to say that it is not."""
    try:
        hasher.verify(known or _nobodys(hasher), password)
    except VerificationError:
        return False
    return known is not None


@cache
def _nobodys(hasher: PasswordHasher) -> str:
    return hasher.hash("")

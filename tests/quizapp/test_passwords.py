from argon2 import PasswordHasher

from quizapp.passwords import fits

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def test_only_the_password_fits() -> None:
    known = QUICK.hash("a lamp in the fog")
    assert fits(QUICK, "a lamp in the fog", known)
    assert not fits(QUICK, "A lamp in the fog", known)
    assert not fits(QUICK, "", known)


def test_nothing_fits_where_there_is_no_account() -> None:
    assert not fits(QUICK, "", None)
    assert not fits(QUICK, "a lamp in the fog", None)

from random import Random

import pytest

from quizapp.assessment.classes import LENGTH, LETTERS, code, spaced, tidy


def test_a_code_has_only_letters_that_nobody_misreads() -> None:
    codes = [code(Random(seed)) for seed in range(200)]
    assert all(len(each) == LENGTH and set(each) <= set(LETTERS) for each in codes)
    assert not set(LETTERS) & set("AEIOUY0123456789")
    assert len(set(codes)) == 200


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("BCD FGH", "BCDFGH"),
        (" bcd-fgh ", "BCDFGH"),
        ("b.c.d.f.g.h", "BCDFGH"),
        ("", ""),
        ("<script>", "SCRIPT"),
    ],
)
def test_however_a_code_is_typed_it_is_read(typed: str, expected: str) -> None:
    assert tidy(typed) == expected


def test_what_is_shown_can_be_typed() -> None:
    assert spaced("BCDFGH") == "BCD FGH"
    assert tidy(spaced("BCDFGH")) == "BCDFGH"

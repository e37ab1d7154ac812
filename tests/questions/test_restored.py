import pytest

from questions.restored import restored


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\r\nTwo.\rThree.", "One.\nTwo.\nThree."),
        ("a\u00ad \u200bword\x07", "a word"),
        ("cafe\u0301", "café"),
        ("wide  \t\u2009space \n", "wide space\n"),
        ("The bridge[1] opened[a] in 1932.[2][citation needed]", "The bridge opened in 1932."),
        ("It was ope-\nned by the govern-\nment.", "It was opened by the government."),
        ("a well-\nknown four-\nyear-old", "a well-known four-year-old"),
        # What looks alike and stays.
        ("He read [1] and [sic] alone.", "He read [1] and [sic] alone."),
        ("x[10] “[W]e came”", "x “[W]e came”"),
        ("a - b\nand - \nc", "a - b\nand -\nc"),
        ("A first paragraph.\n\nA second one.", "A first paragraph.\n\nA second one."),
    ],
)
def test_restored(text: str, expected: str) -> None:
    assert restored(text) == expected

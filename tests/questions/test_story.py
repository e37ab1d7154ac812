import pytest

from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The law was passed in May. Critics called the law a mistake.", True),
        ("The law was passed in May. The bill is 300 pages long.", True),
        ("The law was passed in May. Critics called a law like that a mistake.", False),
        ("The law was passed. The law is long. Another law will follow. Laws are long.", False),
    ],
)
def test_a_topic_is_taken_up_again_and_has_no_rival(tell: Tell, text: str, expected: bool) -> None:
    assert ("law" in tell(text).topics) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("red fox", True), ("fox", True), ("ox", False), ("red", True), ("fox's den", True)],
)
def test_a_word_is_found_only_where_it_is_whole(tell: Tell, words: str, expected: bool) -> None:
    assert tell("The Red\nFox's den was sold in 1932 by the king.").has_word(words) is expected

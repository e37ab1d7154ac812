import pytest

from questions.excerpts import excerpts
from tests.questions.conftest import Tell

LUND = "The mill of Lund opened in 1889 after a long delay."


def told(tell: Tell, text: str, option: str, title: str | None = None) -> list[str]:
    return [e.words for e in excerpts(tell(f"{LUND}\n\n{text}", title=title), option)]


@pytest.mark.parametrize(
    ("text", "option", "expected"),
    [
        # A whole clause, without what is loosely joined to its end.
        (
            "The dam was finished in 1921, and the town grew.",
            "1921",
            "The dam was finished in 1921",
        ),
        (
            "But the town sold 412 houses to the railway, while the mayor looked on.",
            "412",
            "the town sold 412 houses to the railway",
        ),
        (
            "The bridge cost the town $2 million, which was raised by lottery.",
            "$2 million",
            "The bridge cost the town $2 million, which was raised by lottery",
        ),
        # Of somebody what they are, or else what they did.
        ("The town thanked the baker Karl Holm.", "Karl Holm", "the baker Karl Holm"),
        (
            "It was paid for by Karl Holm, a retired teacher from Malmö.",
            "Karl Holm",
            "Karl Holm, a retired teacher from Malmö",
        ),
        (
            "Their chairman, Karl Holm, a former miner, said no. Karl Holm voted against the dam.",
            "Karl Holm",
            "Karl Holm, a former miner",
        ),
        ("“No,” said the baker Karl Holm via Telegram.", "Karl Holm", "the baker Karl Holm"),
        ("Karl Holm said that he was ill.", "Karl Holm", "Karl Holm said that he was ill"),
        (
            "Among those in the hall was Karl Holm, 71.",
            "Karl Holm",
            "Among those in the hall was Karl Holm, 71",
        ),
        (
            "The town thanked that coach Karl Holm. The miner Karl Holm stayed.",
            "Karl Holm",
            "The miner Karl Holm",
        ),
    ],
)
def test_what_the_article_says_of_an_option(
    tell: Tell, text: str, option: str, expected: str
) -> None:
    assert told(tell, text, option)[0] == expected


@pytest.mark.parametrize(
    ("text", "option"),
    [
        # It points to what was said before, or is no statement of the article.
        ("It was finished in 1921.", "1921"),
        ("Two of these, built in 1921, were sold.", "1921"),
        ("He left the town in 1921.", "1921"),
        ("If the dam was finished in 1921, the town grew.", "1921"),
        ("“The dam was finished in 1921,” said the mayor.", "1921"),
        ("Was the dam finished in 1921?", "1921"),
        # A number of another kind.
        ("The dam holds 1921 tons of water.", "1921"),
        ("The dam cost the town $412.", "412"),
        ("The dam is 412 metres long.", "412"),
        ("The town counted 16 extra trains.", "16%"),
        ("The town was silent for 2,000 days.", "2000"),
        ("A man born in 2000 sold the dam.", "2,000"),
    ],
)
def test_what_says_nothing_of_an_option_by_itself(tell: Tell, text: str, option: str) -> None:
    assert not told(tell, text, option)


def test_he_and_she_are_the_hero_of_a_life(tell: Tell) -> None:
    life = "Anna Berg (1889–1961) was a painter. She left the town of Lund in 1921."
    assert told(tell, life, "1921", "Anna Berg") == ["She left the town of Lund in 1921"]
    other = life.replace("She left", "He left")
    assert told(tell, other, "1921", "Anna Berg") == []

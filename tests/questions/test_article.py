import pytest

from questions import article
from questions.article import headline, is_english, opener, paragraphs
from questions.documents import TEXT_LIMIT
from questions.errors import EmptyText, NotEnglish, TextTooLong

STORY = "The bridge was opened in 1932. It is still one of the longest in the country.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Bridge reopens after a year\n\n{STORY}", "Bridge reopens after a year"),
        (f"# Bridge reopens\n\n{STORY}", "Bridge reopens"),
        (f"The bridge reopened on Monday.\n\n{STORY}", None),
        (f"Bridge reopens\n{STORY}", None),
        ("Bridge reopens", None),
        (STORY, None),
    ],
)
def test_headline(text: str, expected: str | None) -> None:
    assert headline(text) == expected


def test_a_text_without_headline_is_named_by_its_opening() -> None:
    assert article.read(STORY * 3).title.endswith("…")
    assert article.read(STORY, title="Bridges").title == "Bridges"


def test_the_id_is_the_text_s_own() -> None:
    assert article.read(STORY).id == article.read(STORY, title="Bridges").id
    assert article.read(STORY).id == article.read(STORY.replace("\n", "\r\n")).id


def test_a_lone_surrogate_is_left_out() -> None:
    read = article.read(f"He said \ud800 so. {STORY}", title="A \ud800 day")
    assert (read.title, read.text[:12]) == ("A  day", "He said so. ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Bridge reopens\n\n{STORY}", [STORY.strip()]),
        (f"{STORY}\nPhoto: a bridge\n\n{STORY}", [STORY.strip()] * 2),
        (f"{STORY}THE WHOLE LINE SHOUTS AT ITS READERS.\n", [STORY.strip()]),
        (f"{STORY}year | length | cost. | place\n", [STORY.strip()]),
        (
            "The bridge was opened in the summer of the year\n1932 by the king himself.\n",
            ["The bridge was opened in the summer of the year\n1932 by the king himself."],
        ),
        ("LONDON (Wire) - The bridge was opened in 1932.", ["The bridge was opened in 1932."]),
        (f"- {STORY}* {STORY}2) {STORY}", [STORY.strip()] * 3),
        (
            f"{STORY}The Story Of The Bridge Is Told In A Book By A Man.\n",
            [STORY.strip()],
        ),
        ("The bridge was opened\nin 1932.\nIt is long.", ["The bridge was opened\nin 1932."]),
    ],
)
def test_paragraphs_are_the_prose(text: str, expected: list[str]) -> None:
    read = article.read(text)
    assert [read.text[start:end] for start, end in paragraphs(read)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LONDON (Wire) - The bridge", "LONDON (Wire) - "),
        ("COLUMBUS, Ohio — A former", "COLUMBUS, Ohio — "),
        ("MALATYA, Turkey — A strong", "MALATYA, Turkey — "),
        ("ALAUSÍ, Ecuador — A hillside", "ALAUSÍ, Ecuador — "),
        ("OSLO, 4 September - A ship", "OSLO, 4 September - "),
        ("GOMA, Democratic Republic of Congo - At", "GOMA, Democratic Republic of Congo - "),
        ("CHICAGO--Lakeside, Inc.", "CHICAGO--"),
        ("• The bridge", "• "),
        ("12. The bridge", "12. "),
        ("1932 was the year", ""),
        ("-5 degrees were measured", ""),
        ("NASA said on Monday - late", ""),
        ("The bridge - a long one - fell.", ""),
    ],
)
def test_opener(text: str, expected: str) -> None:
    assert text[: opener(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STORY, True),
        ("Die Brücke wurde im Jahr 1932 eröffnet. Sie ist eine der längsten des Landes.", False),
        ("Le pont a été ouvert en 1932. C'est toujours un des plus longs du pays entier.", False),
        ("Мост был открыт в 1932 году и до сих пор один из самых длинных в этой стране.", False),
        ("Two swans died.", True),
        ("12345 67890", False),
    ],
)
def test_is_english(text: str, expected: bool) -> None:
    assert is_english(text) is expected


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (" \n\t ", EmptyText),
        ("word " * (TEXT_LIMIT // 5 + 1), TextTooLong),
        ("Die Brücke wurde im Jahr 1932 eröffnet. Sie ist eine der längsten.", NotEnglish),
    ],
)
def test_what_is_no_english_article_is_refused(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        article.read(text)

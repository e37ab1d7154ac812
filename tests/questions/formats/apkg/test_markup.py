import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.formats.apkg import markup, sheets


def kept(name: str) -> str:
    return f"({name})"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("plain", "plain"),
        ("a < b &amp; c", "a < b & c"),
        ("List&lt;int&gt;", "List<int>"),
        ("a<br>b<div>c</div><div>d</div>", "a\nb\nc\nd"),
        ("the <b>bold</b>, the <i>sl</i>anted", "the bold, the slanted"),
        ("a&nbsp;b\n  c", "a b c"),
        ("<script>evil()</script><style>p{}</style>words", "words"),
        ('see <img src="a.png"> here', "see (a.png) here"),
        ("hear [sound:a b.mp3]", "hear (a b.mp3)"),
        ("[anki:tts lang=en_US]Oslo[/anki:tts]", ""),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("<b>not closed", "not closed"),
        ("\\(x^2\\)", "\\(x^2\\)"),
    ],
)
def test_markup_becomes_what_is_read(written: str, text: str) -> None:
    lines = markup.text(written, kept)
    assert lines == text or " ".join(lines.split()) == text


@given(st.text(st.sampled_from("<>/abiv &;=\"'[]:!-"), max_size=60))
def test_any_markup_is_read(written: str) -> None:
    assert "<script" not in markup.text(written, kept)


PIECES = (
    *(
        "a",
        "b c",
        " ",
        "\n",
        "&amp;",
        "&lt;",
        "<br>",
        "<br/>",
        "<b>",
        "</b>",
        "<i class=x>",
        "</i>",
    ),
    *(
        "<div>",
        "</div>",
        "<div style='a: b'>",
        "<p>",
        "</p>",
        '<span title="a &gt; b" x>',
        "</span>",
    ),
    *("<ul>", "<li>", "</li>", "</ul>", "<br clear = all />", "<sub>", "</sub>", "<h2>", "</h2>"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_simple_markup_is_read_as_the_parser_reads_it(written: str) -> None:
    """Which closes what is open, and drops what closes nothing: breaks may differ there."""
    words = markup.line(written, kept).split()
    parsed = " ".join(markup._parsed(written, kept).split())
    assert "".join(words) == "".join(parsed.split())


@pytest.mark.parametrize(
    "written", ["a<b>b</b>c", "<p>a</p><p>b</p>", "<div>a<br>b</div>c", "a\nb"]
)
def test_words_are_parted_as_the_parser_parts_them(written: str) -> None:
    assert markup.line(written, kept) == " ".join(markup._parsed(written, kept).split())


@pytest.mark.parametrize(
    "part", ["<b ", "<b a", '<b a="', "<b a = ", "<b a=b", "<b a  ", "</b ", "<b a='"]
)
def test_a_tag_that_never_ends_takes_no_time_to_read(part: str) -> None:
    markup.text(part * 20_000, kept)
    markup.text("<b " + part[3:] * 50_000, kept)


def test_deep_nesting_is_read() -> None:
    assert markup.text("<div>" * 50_000 + "deep", kept) == "deep"


@pytest.mark.parametrize(
    "part", ["[anki:tts]", "[anki:tts ", "[sound:", "<", "<!--", " ", "{{", "&"]
)
def test_what_never_ends_takes_no_time_to_read(part: str) -> None:
    markup.text(part * 20_000, kept)
    sheet = sheets.parsed(part * 20_000)
    assert sheet is None or sheet.side({"Front": part * 20_000})
    sheets.filled({"Front": part * 20_000}, "Front")

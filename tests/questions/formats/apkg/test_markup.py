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


def test_deep_nesting_is_read() -> None:
    assert markup.text("<div>" * 50_000 + "deep", kept) == "deep"


@pytest.mark.parametrize(
    "part", ["[anki:tts]", "[anki:tts ", "[sound:", "<", "<!--", " ", "{{", "&"]
)
def test_what_never_ends_takes_no_time_to_read(part: str) -> None:
    markup.text(part * 20_000, kept)
    list(sheets.shown(part * 20_000, {"Front": part * 20_000}))
    sheets.filled({"Front": part * 20_000}, "Front")

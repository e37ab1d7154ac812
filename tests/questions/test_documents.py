import codecs
import sys
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions import documents
from questions.documents import Document
from questions.errors import EmptyText, InputError, NotText, NotUtf8, TextTooLong, UnknownFileKind

ARTICLE_PAGE = """<!doctype html>
<html><head><title>Bridge opens - The Harbour Gazette</title>
<meta property="article:published_time" content="2024-03-19T10:00:00Z">
<script>alert("evil")</script></head>
<body><nav><a href="/">Home</a></nav>
<article><h1>Bridge opens</h1>
<p>The <b>bridge</b> opened in 1932 after eight years of work, and the whole city came to see it.
<p>It carries <a href="/lanes">eight lanes</a> of traffic &amp; two railway tracks.<sup>[1]</sup>
   The deck is 49 m wide, which made it the widest bridge of its kind for more than eighty years.
<script>evil()</script><style>p { color: red }</style>
<p>A toll of six pence was paid until the debt of four million pounds had been returned.</p>
<pre><code>x = 1</code></pre></article>
<footer>Copyright</footer></body></html>
"""

MARKDOWN_ARTICLE = """---
title: "Bridge opens"
date: 1932-03-19T10:00
layout: post
---
# Bridge opens

The *bridge* [opened](https://example.org) in **1932**.[^1] It has `eight` lanes &amp; two tracks,
costs 5 \\* 6 pence and was ~~never~~ closed.

## Why it was built

- Ferries were slow.
- Trains were full.

```python
x = 1
```

| lanes | tracks |
| ----- | ------ |
| 8     | 2      |

<div class="ad">Buy!</div>

> A city needs a bridge.

![The arch](arch.png)

[^1]: By the governor.
"""


@pytest.mark.parametrize("name", [None, "a.txt", "folder/A.TXT", "README"])
def test_plain_text_is_kept(name: str | None) -> None:
    document = documents.read(b"The bridge opened.\n\nIt is long.\n", name)
    assert document == Document(None, "The bridge opened.\n\nIt is long.", None)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\x07b\x1fc\x7fd", "abcd"),
        ("infor\u00admation\u200b", "information"),
        ("a\tb  c", "a\tb  c"),
        ("“Zoë”, 5 µm – naïve 🙂", "“Zoë”, 5 µm – naïve 🙂"),
    ],
)
def test_line_ends_and_unseen_characters(written: str, text: str) -> None:
    assert documents.read(written.encode()).text == text


def test_what_can_be_printed_stays_beside_what_cannot() -> None:
    """Texts without any such character are passed on as they are."""
    printable = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    assert documents.clean(f"{printable}\x07") == printable.strip()


@pytest.mark.parametrize(
    "data",
    [
        "Zoë opened it.".encode(),
        codecs.BOM_UTF8 + "Zoë opened it.".encode(),
        codecs.BOM_UTF16_LE + "Zoë opened it.".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Zoë opened it.".encode("utf-16-be"),
    ],
)
def test_unicode_encodings_with_a_mark_are_read(data: bytes) -> None:
    assert documents.read(data).text == "Zoë opened it."


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (b"", None, EmptyText),
        (b" \n\t\r\n", "a.txt", EmptyText),
        (b"\xef\xbb\xbf", None, EmptyText),
        (b"<html><body> </body></html>", "a.html", EmptyText),
        (b"<!-- nothing -->", "a.html", EmptyText),
        (b"---\ntitle: Only a title\n---\n", "a.md", EmptyText),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.txt", NotText),
        (b"%PDF-1.7\nbinary follows", "a.txt", NotText),
        (codecs.BOM_UTF16_LE + b"\0\0", None, NotText),
        ("Zoë".encode("latin-1"), "a.txt", NotUtf8),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", None, NotUtf8),
        (b"text", "a.doc", UnknownFileKind),
        (b"word " * 401_000, "a.txt", TextTooLong),
        (b"word " * 401_000, "a.md", TextTooLong),
        (b"<p>" + b"word " * 401_000, "a.html", TextTooLong),
        (b"<p>word</p>" * 400_000, "a.html", TextTooLong),
    ],
)
def test_unusable_input_is_named(data: bytes, name: str | None, error: type[InputError]) -> None:
    with pytest.raises(error):
        documents.read(data, name)


def test_three_megabytes_are_refused_with_both_numbers() -> None:
    with pytest.raises(TextTooLong, match=r"3,000,000 characters; at most 2,000,000"):
        documents.read(b"a" * 3_000_000)


def test_unknown_kind_names_the_file_and_the_known_kinds() -> None:
    with pytest.raises(UnknownFileKind, match=r"“a\.odt” is not .*\.txt, \.md.*\.html"):
        documents.read(b"text", "folder/a.odt")


@pytest.mark.parametrize("name", ["page.html", "page.HTM", None])
def test_page_gives_article_title_and_date(name: str | None) -> None:
    document = documents.read(ARTICLE_PAGE.encode(), name)
    assert document.title == "Bridge opens"
    assert document.published == "2024-03-19"
    assert document.text.split("\n\n") == [
        "The bridge opened in 1932 after eight years of work, and the whole city came to see it.",
        (
            "It carries eight lanes of traffic & two railway tracks. The deck is 49 m wide, which "
            "made it the widest bridge of its kind for more than eighty years."
        ),
        "A toll of six pence was paid until the debt of four million pounds had been returned.",
    ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Short.</p><p>Story.</p><script>evil()</script>", "Short.\n\nStory."),
        ("<?xml version='1.0' encoding='latin-1'?><html><body>Zoë</body></html>", "Zoë"),
        ("No tags at all, 5 < 6", "No tags at all, 5 < 6"),
        ("<p onclick='evil()'>a&nbsp;b<br>c</p>", "a b\n\nc"),
        ("<p>1 &lt;b&gt; 2</p>", "1 <b> 2"),
    ],
)
def test_short_pages_are_read_whole(markup: str, text: str) -> None:
    assert documents.read(markup.encode(), "a.html").text == text


def test_markdown_keeps_prose_and_drops_markup() -> None:
    document = documents.read(MARKDOWN_ARTICLE.encode(), "a.md")
    assert document.title == "Bridge opens"
    assert document.published == "1932-03-19"
    assert document.text.split("\n\n") == [
        (
            "The bridge opened in 1932. It has eight lanes & two tracks, costs 5 * 6 pence and was "
            "never closed."
        ),
        "Why it was built",
        "Ferries were slow.",
        "Trains were full.",
        "A city needs a bridge.",
        "By the governor.",
    ]


@pytest.mark.parametrize(
    ("markup", "title", "text"),
    [
        ("# A title\n\nText.", "A title", "Text."),
        ("Setext title\n===\nText.", "Setext title", "Text."),
        ("## A section\n\nText.", None, "A section\n\nText."),
        ("Text.\n\n# Later", None, "Text.\n\nLater"),
        ("---\ntitle: One\n---\n# Another\n\nText.", "One", "Another\n\nText."),
        ("---\n\nText after a rule.", None, "Text after a rule."),
        ("Use snake_case and 2 * 3.", None, "Use snake_case and 2 * 3."),
    ],
)
def test_markdown_title(markup: str, title: str | None, text: str) -> None:
    assert documents.read(markup.encode(), "a.md") == Document(title, text, None)


@settings(deadline=None, max_examples=150)
@given(
    st.binary(max_size=400)
    | st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")),
    st.sampled_from([None, "a.txt", "a.md", "a.html"]),
)
def test_any_bytes_give_a_document_or_a_named_error(data: bytes, name: str | None) -> None:
    with suppress(InputError):
        text = documents.read(data, name).text
        assert text
        assert text == documents.clean(text)


MARKUP_PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "<b",
        ">",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<title>",
        "&#0;",
        "&#xD800;",
        "<html>",
        "<body>",
        "</body>",
        "# ",
        "---\n",
        "title: x\n",
        "[a](b)",
        "|",
        "```",
        "\n",
        "<time datetime='2024-13-45'>",
        "<meta name='date' content='99999-01-01'>",
        "word ",
        "<![CDATA[",
    ]
)  # fmt: skip - one list of pieces, not one piece a line


@settings(deadline=None, max_examples=150)
@given(st.lists(MARKUP_PIECES, max_size=40).map("".join), st.sampled_from(["a.md", "a.html"]))
def test_broken_markup_gives_a_document_or_a_named_error(markup: str, name: str | None) -> None:
    with suppress(InputError):
        assert documents.read(markup.encode(), name).text


def test_a_text_without_a_name_may_begin_with_front_matter() -> None:
    found = documents.read(b"---\ntitle: A day in Lund\ndate: 2024-05-06\n---\nThe fair opened.\n")
    assert found == Document("A day in Lund", "The fair opened.", "2024-05-06")
    assert documents.read(b"---\nNo front matter here.\n---\n").title is None

"""A question sheet for paper, in HTML: the questions, and on a page of their own the answers."""

from collections.abc import Sequence
from html import escape
from string import ascii_uppercase

from questions.formats.hypertext import escaped
from questions.formats.writing import in_line, visible
from questions.items import Article, Generated, Item

_STYLE = """
@page { margin: 18mm 20mm; }
body { font: 11.5pt/1.45 Georgia, "Times New Roman", serif; color: #000; background: #fff;
  max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .3em; }
h2 { font-size: 1.15em; margin: 2em 0 .8em; }
.who { display: flex; gap: 2em; margin: 1.2em 0 1.8em; }
.who span { flex: 1; border-bottom: 1px solid #000; padding-bottom: .2em; }
.who span + span { flex: 0 0 10em; }
li { break-inside: avoid; }
.questions > li { margin-bottom: 1.4em; padding-left: .3em; }
.questions p { margin: 0 0 .4em; font-weight: bold; }
.line { display: block; border-bottom: 1px solid #000; height: 1.8em; width: 60%; }
.answers { break-before: page; }
.answers li { margin-bottom: .9em; padding-left: .3em; }
blockquote { margin: .2em 0 0; color: #333; }
.source { color: #333; font-size: .85em; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""


def dumps(found: Sequence[Generated]) -> str:
    """One page of HTML that loads nothing; several articles stand one behind the other."""
    title = in_line(found[0].article.title) if found else "Questions"
    shown = [(each.article, [visible(item) for item in each.items]) for each in found]
    questions = "".join(_questions(article, items) for article, items in shown)
    answers = "".join(_answers(article, items) for article, items in shown)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'{questions}<section class="answers">\n<h1>Answers</h1>\n{answers}</section>\n'
        "</body>\n</html>\n"
    )


def _questions(article: Article, items: Sequence[Item]) -> str:
    listed = "".join(map(_question, items))
    return (
        f"<h1>{escape(in_line(article.title))}</h1>\n"
        '<p class="who"><span>Name</span><span>Date</span></p>\n'
        f'<ol class="questions">\n{listed}</ol>\n'
    )


def _question(item: Item) -> str:
    options = "".join(f"<li>{escaped(option)}</li>" for option in item.options)
    below = (
        f'<ol type="A">{options}</ol>' if len(item.options) > 1 else '<span class="line"></span>'
    )
    return f"<li><p>{escaped(item.stem)}</p>{below}</li>\n"


def _answers(article: Article, items: Sequence[Item]) -> str:
    source = escape(in_line(article.source))
    told = f'<p class="source">{source}</p>\n' if source else ""
    listed = "".join(map(_answer, items))
    return f"<h2>{escape(in_line(article.title))}</h2>\n{told}<ol>\n{listed}</ol>\n"


def _answer(item: Item) -> str:
    letter = f"{ascii_uppercase[item.key]}. " if len(item.options) > 1 else ""
    quoted = escaped(item.evidence.text)
    proof = f"<blockquote>{quoted}</blockquote>" if quoted else ""
    return f"<li><strong>{letter}{escaped(item.options[item.key])}</strong>{proof}</li>\n"

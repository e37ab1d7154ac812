"""What of items a format that knows no articles holds, to be compared after a round trip."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from questions import Generated, Item
from questions.documents import clean
from questions.formats.reading import Problem, Reading
from questions.formats.writing import in_line, level
from tests.make import generated_values

Look = Callable[[str], str]


def in_html(text: str) -> str:
    """White space as a page shows it: one space, and lines without any at their ends."""
    lines = re.sub("[ \t]+", " ", clean(text)).split("\n")
    return "\n".join(line.strip(" ") for line in lines).strip()


def told(problem: Problem) -> str:
    """Place and reason of a problem, without how its question begins."""
    return re.sub(r" \(“.*?”\)(?=: )", "", str(problem), flags=re.DOTALL)


def of_item(item: Item, *, text: Look = clean, proof: Look = in_html) -> dict[str, Any]:
    return {
        "stem": text(item.stem),
        "options": tuple(map(text, item.options)),
        "key": item.key,
        "kind": item.kind,
        "explanation": proof(item.explanation),
        "evidence": proof(item.evidence.text),
        "answer_type": item.answer_type,
        "level": level(item.difficulty),
    }


def of(found: Sequence[Generated], **looks: Look) -> list[Any]:
    """Each article's title, source and items, in the order of the file."""
    return [
        (
            in_line(generated.article.title),
            in_line(generated.article.source),
            [of_item(item, **looks) for item in generated.items],
        )
        for generated in found
    ]


def of_reading(reading: Reading, **looks: Look) -> list[Any]:
    assert reading.problems == ()
    for generated in reading.found:
        for item in generated.items:
            evidence = item.evidence
            assert generated.article.text[evidence.start : evidence.end] == evidence.text
    return of(reading.found, **looks)


def _distinct(generated: Generated) -> bool:
    """No two options look alike, as no reader could tell them apart; no item is there twice."""
    asked = {(in_html(i.stem), in_html(i.options[i.key])) for i in generated.items}
    shown = (tuple(map(in_html, item.options)) for item in generated.items)
    alike = any(len(set(each)) < len(each) or "" in each for each in shown)
    return len(asked) == len(generated.items) and not alike


def portable_values() -> st.SearchStrategy[Generated]:
    """Any valid items that can be told apart when they are seen."""
    return generated_values().filter(_distinct)

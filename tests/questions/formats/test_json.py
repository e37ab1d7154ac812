import json as standard_json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.errors import FormatError
from questions.formats import anki, json, notes, notetypes, positions
from questions.items import Dropped, Generated
from tests.make import generated_values, make_article, make_generated, make_item


@given(generated_values())
def test_what_is_written_reads_back(generated: Generated) -> None:
    assert json.loads(json.dumps(generated)) == generated


@given(st.lists(generated_values(), min_size=1, max_size=3))
def test_several_articles_are_a_list(several: list[Generated]) -> None:
    text = json.dumps(several)
    assert isinstance(standard_json.loads(text), list)
    assert json.loads_all(text) == tuple(several)


def test_a_list_of_several_is_not_one_article() -> None:
    with pytest.raises(FormatError, match="the list: has 2 articles where one is needed"):
        json.loads(json.dumps([make_generated(), make_generated()]))


def test_articles_without_items_stand_only_beside_others() -> None:
    without = Generated(make_article(), ())
    several = (without, make_generated())
    assert json.loads_all(json.dumps(several)) == several
    for nothing in (without, [without, without]):
        with pytest.raises(FormatError, match="the file: has no items"):
            json.loads_all(json.dumps(nothing))


def test_the_schema_is_as_published() -> None:
    document = standard_json.loads(json.dumps(make_generated()))
    assert list(document) == ["schema", "article", "items"]
    assert document["schema"] == "quizapp.items/1"
    assert list(document["article"]) == [
        *("id", "title", "source", "published", "language", "text"),
    ]
    assert list(document["items"][0]) == [
        *("id", "kind", "stem", "options", "key", "answer_type", "evidence", "explanation"),
        *("difficulty", "score"),
    ]
    assert list(document["items"][0]["evidence"]) == ["start", "end", "text"]
    assert document["items"][0]["kind"] == "multiple_choice"


def test_an_item_has_as_many_options_as_a_note_has_fields() -> None:
    assert len(notetypes.OPTIONS) == json.MOST_OPTIONS


@given(generated_values())
def test_what_is_read_can_become_a_deck(generated: Generated) -> None:
    read = json.loads(json.dumps(generated))
    now = datetime(2026, 3, 14, tzinfo=UTC)
    assert anki.package(
        read.article.title, [notes.Note(item, read.article, now) for item in read.items]
    )


def test_text_is_readable_and_ends_with_a_line_end() -> None:
    text = json.dumps(make_generated(make_item(stem="Who is Zoë – “Zo”?")))
    assert "Who is Zoë – “Zo”?" in text
    assert text.endswith("}\n")


def test_dropped_candidates_are_not_written() -> None:
    generated = make_generated()
    with_dropped = Generated(generated.article, generated.items, (Dropped("1932", "twice"),))
    assert json.dumps(with_dropped) == json.dumps(generated)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1, column 1: is not JSON: Expecting value."),
        ('{"a": 1,\n  b}', "line 2, column 3: is not JSON: "),
        ("[" * 100_000, "the file: has too many lists and objects within each other."),
        ("9" * 5000, "the file: has a number of too many digits."),
        ("[NaN]", "the file: has the number NaN"),
        ("3", "line 1: must be an object."),
        ("{}", "line 1: lacks “schema”."),
        ('[{"schema": "other/2"}]', "line 1, [0].schema: must be quizapp.items/1."),
        ("[]", "the file: has no items."),
    ],
)
def test_text_that_is_not_ours_is_named(text: str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        json.loads(text)
    assert message in str(caught.value)


Edit = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda d: d["article"].update(text="Else."), "article.id: is not the SHA-256"),
        (lambda d: d["article"].update(title=None), "article.title: must be a text."),
        (lambda d: d["article"].update(title="\ud800"), "article.title: has half of"),
        (lambda d: d["article"].update(title=""), "article.title: must not be empty."),
        (lambda d: d["article"].update(title="\u200b\0"), "article.title: must not be empty."),
        (lambda d: d.update(items={}), "items: must be a list."),
        (lambda d: d["items"].append(d["items"][0]), "items[1].id: is “item-1”, as of an item"),
        (lambda d: d["items"][0].pop("stem"), "items[0]: lacks “stem”."),
        (lambda d: d["items"][0].update(stem=" "), "items[0].stem: must not be empty."),
        (lambda d: d["items"][0].update(stem="\u2060"), "items[0].stem: must not be empty."),
        (lambda d: d["items"][0].update(options=["a", "\u200b"]), "options[1]: must not be empty."),
        (lambda d: d["items"][0].update(options=[*"abcdefg"]), "options: must be at most 6."),
        (lambda d: d["items"][0].update(key=4), "items[0].key: must be a whole number from 0"),
        (lambda d: d["items"][0].update(key=True), "items[0].key: must be a whole number from 0"),
        (lambda d: d["items"][0].update(key=1.0), "items[0].key: must be a whole number from 0"),
        (lambda d: d["items"][0].update(options=["a"]), "items[0].options: must be at least two."),
        (lambda d: d["items"][0].update(kind="flashcard"), "[0].options: must be the answer of"),
        (lambda d: d["items"][0].update(kind="essay"), "kind: must be one of multiple_choice, "),
        (lambda d: d["items"][0].update(options=["a", "a"]), "options: has the option “a” twice"),
        (lambda d: d["items"][0].update(options=["a", 2]), "items[0].options[1]: must be a text."),
        (lambda d: d["items"][0].update(answer_type="year"), "answer_type: must be one of person"),
        (lambda d: d["items"][0].update(score=1.5), "items[0].score: must be between 0 and 1."),
        (lambda d: d["items"][0].update(score="1"), "items[0].score: must be a number."),
        (lambda d: d["items"][0].update(score=10**400), "items[0].score: must be between 0 and 1"),
        (lambda d: d["items"][0]["evidence"].update(start=1), "evidence.text: is not what the"),
        (lambda d: d["items"][0]["evidence"].update(end=9999), "evidence.end: must be a whole"),
        (lambda d: d["items"][0]["evidence"].update(start=-1), "evidence.start: must be a whole"),
    ],
)
def test_every_error_names_its_place(edit: Edit, message: str) -> None:
    document = standard_json.loads(json.dumps(make_generated()))
    edit(document)
    with pytest.raises(FormatError) as caught:
        json.loads(standard_json.dumps(document))
    assert message in str(caught.value)


def test_every_item_with_a_flaw_is_named_with_its_line_and_the_others_are_read() -> None:
    items = [make_item(id=f"{n}", stem=f"Which {n}?") for n in range(6)]
    document = standard_json.loads(json.dumps(make_generated(*items)))
    document["items"][1]["key"] = 7
    document["items"][3] = {"items": [{"key": [1, "a, [b: {"]}]}
    document["items"][4]["id"] = "0"
    text = standard_json.dumps([document], indent=1)
    reading = json.read(text.encode(), "items.json")
    assert [item.id for item in reading.found[0].items] == ["0", "2", "5"]
    lines = [line.strip() for line in text.split("\n")]
    key, nested = lines.index('"key": 7,') + 1, lines.index('"items": [', 20)
    again = max(n for n, line in enumerate(lines, 1) if line == '"id": "0",')
    assert [str(problem) for problem in reading.problems] == [
        f"line {key}, [0].items[1].key: must be a whole number from 0 to 3.",
        f"line {nested}, [0].items[3]: lacks “kind”.",
        f"line {again}, [0].items[4].id: is “0”, as of an item before.",
    ]


def test_a_file_without_any_article_of_ours_is_refused() -> None:
    with pytest.raises(FormatError, match="line 2: lacks “schema”"):
        json.read(b'\n{"name": "something else"}', "items.json")


def test_an_article_with_a_flaw_leaves_the_others_of_its_list() -> None:
    documents = standard_json.loads(json.dumps([make_generated(), make_generated()]))
    documents[0]["article"]["title"] = ""
    reading = json.read(standard_json.dumps(documents).encode(), "items.json")
    assert len(reading.found) == 1
    assert [str(p) for p in reading.problems] == ["line 1, [0].article.title: must not be empty."]


@given(st.recursive(
    st.none() | st.integers() | st.text('a"\\\n,:[]{} é', max_size=5),
    lambda deeper: st.lists(deeper, max_size=3) | st.dictionaries(
        st.text('a"\\,:[]{}', max_size=3), deeper, max_size=3
    ),
), st.sampled_from((None, 0, 2)))  # fmt: skip
def test_every_value_is_found_in_its_line(value: object, indent: int | None) -> None:
    """A number that is nowhere else takes the place of each value in turn."""
    text = standard_json.dumps(value, indent=indent)
    for path in paths(value):
        marked = standard_json.dumps(put(value, path), indent=indent)
        line = marked[: marked.index("987654321")].count("\n") + 1
        assert positions.lines(text, {path}) == {path: line}


def paths(value: Any, at: positions.Path = ()) -> Iterator[positions.Path]:
    yield at
    inner = value.items() if isinstance(value, dict) else ()
    for name, each in enumerate(value) if isinstance(value, list) else inner:
        yield from paths(each, (*at, name))


def put(value: Any, path: positions.Path) -> Any:
    if not path:
        return 987654321
    changed = value.copy()
    changed[path[0]] = put(value[path[0]], path[1:])
    return changed

from collections.abc import Iterable

import pytest
from spacy import tokens as spacy_tokens

from questions.annotate import model
from questions.tree import Doc, Token

TEXT = (
    "The bridge, which the city of Vellmouth had opened in 1932, was closed and repaired after a "
    "ship hit it twice. Officials said that the works would cost €4.5m, and Ada Hale and Jon Orr, "
    "two engineers, left. A hearing is scheduled on the issue today."
)
VALUES = (
    "i idx text whitespace_ lower_ lemma_ tag_ pos_ dep_ ent_type_ ent_iob_ is_punct is_space "
    "like_num is_sent_start"
).split()
SPANS = [(0, 3), (1, 12), (6, 6), (20, 60), (-4, -1), (-1, 99), (9, 2)]


@pytest.fixture(scope="module")
def parsed() -> spacy_tokens.Doc:
    return model()(TEXT)


def tree(*parts: spacy_tokens.Doc) -> Doc:
    return Doc(model().vocab, parts)


def places(tokens: Iterable[Token] | Iterable[spacy_tokens.Token]) -> list[int]:
    return [t.i for t in tokens]


@pytest.mark.parametrize("name", VALUES)
def test_words_are_what_they_are_to_spacy(parsed: spacy_tokens.Doc, name: str) -> None:
    assert [getattr(t, name) for t in tree(parsed)] == [getattr(t, name) for t in parsed]


@pytest.mark.parametrize(
    "name", ["children", "lefts", "rights", "subtree", "ancestors", "conjuncts"]
)
def test_words_have_the_same_relatives(parsed: spacy_tokens.Doc, name: str) -> None:
    found = [places(getattr(t, name)) for t in tree(parsed)]
    assert found == [places(getattr(t, name)) for t in parsed]


@pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
def test_words_have_the_same_head_and_edges(parsed: spacy_tokens.Doc, name: str) -> None:
    assert places(getattr(t, name) for t in tree(parsed)) == places(
        getattr(t, name) for t in parsed
    )


def test_an_ancestor_is_above_and_not_the_word_itself(parsed: spacy_tokens.Doc) -> None:
    doc = tree(parsed)
    for one in doc:
        found = [one.is_ancestor(other) for other in doc]
        assert found == [parsed[one.i].is_ancestor(parsed[other.i]) for other in doc]


@pytest.mark.parametrize(("first", "last"), SPANS)
def test_spans_are_the_same(parsed: spacy_tokens.Doc, first: int, last: int) -> None:
    ours, theirs = tree(parsed)[first:last], parsed[first:last]
    assert (ours.start, ours.end, ours.text) == (theirs.start, theirs.end, theirs.text)
    assert (len(ours), places(ours)) == (len(theirs), places(theirs))
    assert places(ours[1:-1]) == places(theirs[1:-1])
    assert [e.text for e in ours.ents] == [e.text for e in theirs.ents]


@pytest.mark.parametrize(("first", "last"), [s for s in SPANS if s not in [(6, 6), (9, 2)]])
def test_spans_have_the_same_root_and_sentence(
    parsed: spacy_tokens.Doc, first: int, last: int
) -> None:
    ours, theirs = tree(parsed)[first:last], parsed[first:last]
    assert (ours.root.i, ours[-1].i) == (theirs.root.i, theirs[-1].i)
    assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)


def test_every_run_of_three_words_has_the_same_root(parsed: spacy_tokens.Doc) -> None:
    ours = tree(parsed)
    for start in range(len(ours) - 2):
        assert ours[start : start + 3].root.i == parsed[start : start + 3].root.i


def test_sentences_and_names_are_the_same(parsed: spacy_tokens.Doc) -> None:
    ours = tree(parsed)
    assert [s.text for s in ours.sents] == [s.text for s in parsed.sents]
    assert [(e.text, e.label_) for e in ours.ents] == [(e.text, e.label_) for e in parsed.ents]
    assert all(t in list(t.sent) for t in ours)


def test_neighbours_end_with_the_text(parsed: spacy_tokens.Doc) -> None:
    first, *_, last = tree(parsed)
    assert (first.nbor().text, last.nbor(-1).text) == ("bridge", "today")
    for token, steps in ((first, -1), (last, 1)):
        with pytest.raises(IndexError):
            token.nbor(steps)


def test_no_words_are_a_text_too() -> None:
    nothing = tree()
    assert (list(nothing), nothing.sents, nothing.text) == ([], [], "")

import pytest

from questions.annotate import LONGEST, shortened
from tests.questions.conftest import Tell

QUOTED = (
    "“We are glad,” said Anna Berg, the mayor of Lund, in “a good year” for the town. "
    "She thanked everybody who had helped; the crowd cheered."
)


def test_tokens_keep_their_place_in_the_text(tell: Tell) -> None:
    reading = tell(f"A day in Lund\n\n{QUOTED}\n\n{QUOTED}").reading
    for token in reading.doc:
        assert reading.text(token).translate(str.maketrans("“”", '""')) == token.text


def test_what_stands_in_quotation_marks_is_known(tell: Tell) -> None:
    reading = tell(QUOTED).reading
    quoted = " ".join(reading.doc[i].text for i in sorted(reading.quoted))
    assert quoted == "We are glad , a good year"


def test_a_semicolon_in_brackets_ends_nothing(tell: Tell) -> None:
    story = tell("Anna Berg (née Lind; 4 May 1950) is a chemist; she works in Lund (Sweden.")
    assert len(story.reading.sentences) == 2


def test_evidence_is_whole_across_a_semicolon(tell: Tell) -> None:
    reading = tell(QUOTED).reading
    last = len(reading.sentences) - 1
    evidence = reading.evidence(last, last)
    assert evidence.text == "She thanked everybody who had helped; the crowd cheered."
    assert reading.article.text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize("text", ["He left. ", "word ", "x", "Why? " + "y" * 5000])
def test_no_piece_is_longer_than_the_parser_can_hold(text: str) -> None:
    whole = (text * (3 * LONGEST)).strip()[: 3 * LONGEST]
    pieces = [whole[start:end] for start, end in shortened(whole, 0, len(whole))]
    assert max(map(len, pieces)) <= LONGEST
    assert "".join(pieces).replace(" ", "") == whole.replace(" ", "")


def test_a_long_paragraph_is_cut_where_sentences_end(tell: Tell) -> None:
    sentence = "The bridge over the river was opened in 1932."
    reading = tell(" ".join([sentence] * (3 * LONGEST // len(sentence)))).reading
    assert {s.text for s in reading.sentences} == {sentence}
    assert set(reading.paragraphs) == {0}


def test_a_name_with_a_particle_is_one(tell: Tell) -> None:
    doc = tell("Bishop Maurice de Sully started the construction in 1163.").reading.doc
    assert [t.text for t in doc[3].subtree] == ["Bishop", "Maurice", "de", "Sully"]
    assert (doc[3].dep_, doc[3].head.text) == ("nsubj", "started")

"""Words put together from phrases."""

from questions.clarity import Doubt
from questions.phrases import Phrase, together


def test_phrases_put_together_need_all_their_sentences_and_keep_each_doubt_once() -> None:
    parts = (
        Phrase("the mill", 2, 3, (Doubt.NAME, Doubt.PRONOUN)),
        Phrase("in Lund", 1, 1, (Doubt.NAME,)),
    )
    expected = Phrase("the mill in Lund", 1, 3, (Doubt.NAME, Doubt.PRONOUN))
    assert together("the mill in Lund", parts) == expected

import pytest

from questions.heroes import headword, in_full, is_somebody, is_thing
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Anna Berg", True),
        ("Anna Lovisa Berg", True),
        ("Anna Maria Lovisa Berg Holm", False),
        ("Maria Berg", False),
        ("Anna Lund", False),
        ("Anna", False),
    ],
)
def test_a_title_may_be_part_of_the_name_in_full(tell: Tell, title: str, expected: bool) -> None:
    told = "Anna Maria Lovisa Berg Holm was a Swedish chemist. She taught in Lund."
    story = tell(told, title=title)
    assert bool(in_full(story.reading)) is expected
    assert not expected or (story.names.hero and story.names.hero.name) == title


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Anna Berg", "Dame Anna Lovisa Berg (née Lind; 4 May 1950) is a Swedish writer."),
        ("Anna Holm", "Eva Anna Berg, Countess of Holm (née Lind; 4 May 1850), was a writer."),
    ],
)
def test_a_title_may_have_what_somebody_is_called_by(tell: Tell, title: str, text: str) -> None:
    hero = tell(f"{text} She wrote in Lund.", title=title).names.hero
    assert hero is not None
    assert hero.name == title


@pytest.mark.parametrize(
    ("title", "text", "somebody", "thing"),
    [
        ("Kingdom Harbour Quay", "Kingdom Harbour Quay was a Danish engineer.", True, False),
        ("Anna Berg: a life", "Anna Berg was a painter and a nurse. She sang.", True, False),
        ("San Lorenzo", "San Lorenzo is a small country in southern Europe.", False, True),
        ("Arno", "The Arno is a river. It is short.", False, False),
        ("Anna Berg, Who Sang, Dies", "Anna Berg, a Danish painter, died on Monday.", True, False),
        # The title is about something else, or says more of the name.
        ("The mill of Anna Berg", "Anna Berg was a painter.", False, False),
        ("Anna Bergson", "Anna Berg was a painter.", False, False),
        # Of one word, or told by no calling.
        ("Berg", "Berg was a painter.", False, False),
        ("Anna Berg", "Anna Berg was a mystery.", False, False),
        ("Anna Berg", "Anna Berg painted.", False, False),
    ],
)
def test_the_first_sentence_tells_what_the_title_is(
    tell: Tell, title: str, text: str, somebody: bool, thing: bool
) -> None:
    reading = tell(text, title=title).reading
    found = headword(reading)
    assert (found is not None and is_somebody(found)) is somebody
    assert is_thing(reading, title) is thing

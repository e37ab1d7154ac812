import pytest

from questions.references import refer
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Anna Berg opened the fair. She thanked the town.", "Anna Berg"),
        ("Mayor Anna Berg said she would resign.", "Anna Berg"),
        ("Mayor Anna Berg opened it. She spoke. She left early.", "Anna Berg"),
        # Two people, or one who is no subject: it may be somebody else.
        ("Mayor Anna Berg met Judge Eva Lind and said she was glad.", None),
        ("With the help of Judge Eva Lind, a woman escaped. She settled in Lund.", None),
        ("A woman escaped. She settled in Lund.", None),
        ("Nordbank was founded in Oslo. It employs about 300 people.", "Nordbank"),
        ("The fair opened in Oslo. It lasts for three days.", None),
        ("Nordbank linked it with Oslo. It employs about 300 people.", None),
        ("Mayor Anna Berg opened the fair. Lind spoke and she left.", None),
        ("A storm and a flood hit Oslo. It killed three people.", None),
        # The subject of the main clause, where nothing else can be meant.
        ("Nordbank was for sale when it failed in May.", "Nordbank"),
        ("Nordbank paid its debts, and in 1990 it opened a branch in Oslo.", "Nordbank"),
        ("Nordbank lost the case when it was heard in May.", None),
        ("Nordbank sells gas because it burns well.", None),
        # A second name is no second town; 'its' may mean the subject of its own sentence.
        ("Nordbank, or Norda, was founded in Oslo. It employs 300 people.", "Nordbank"),
        ("Nordbank moved its staff to Oslo. It employs about 300 people.", "Nordbank"),
        ("Nordbank tried once before: in 2019 it bid for a mill.", "Nordbank"),
        ("Nordbank kept the target. It was reached in 2021.", None),
        # Of whom it is said, and not who says it.
        ("Mayor Anna Berg had left the room, she said.", None),
        # A first name speaks against a pronoun.
        ("Judge Klaus Lind opened the fair. She thanked the town.", None),
    ],
)
def test_pronouns_are_resolved_only_where_certain(
    tell: Tell, text: str, expected: str | None
) -> None:
    story = tell(text)
    pronoun = [t for t in story.reading.doc if t.lower_ in ("he", "she", "it")][-1]
    referent = refer(story, pronoun)
    assert (referent.text if referent else None) == expected


LIFE = "Eva Lind was born in Oslo. She studied law. Lind moved to Rome. Lind wrote books. "


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("She won a prize. She sang. She danced. She taught. She died in Lund.", True),
        ("A lecture by Otto Berg changed her life. She died in Lund.", True),
        ("In May the king gave her a medal.", True),
        # 'The girl' is the hero, where nobody else is spoken of.
        ("The girl loved numbers. She died in Lund.", True),
        # Somebody else may be meant, or the subject herself.
        ("The queen gave Judge Anna Berg a house and paid her.", False),
        ("Judge Anna Berg came. She died in Lund.", False),
        # Nobody else of her sex is spoken of.
        ("She met Otto Berg. The town honoured Berg. In 1910 she left Lund.", True),
        ("She met Otto Berg, who sold glass. Berg bought her workshop.", True),
        ("She met Anna Berg, who sold glass. Berg bought her workshop.", False),
        ("Her uncle, Kim Berg, left the town in spring. Berg paid for her workshop.", True),
        ("A nurse called Ada came. Otto Berg bought her workshop.", False),
    ],
)
def test_a_life_goes_on_speaking_of_its_hero(tell: Tell, text: str, known: bool) -> None:
    story = tell(LIFE + text, title="Eva Lind")
    pronoun = [t for t in story.reading.doc if t.lower_ in ("she", "her")][-1]
    referent = refer(story, pronoun)
    assert (referent is not None and referent.text == "Eva Lind") is known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nordbank sold two of its five ships in 1956.", "Nordbank"),
        # Something new has no name yet, and what is its own may be another's.
        ("In 1956 a flood destroyed two of its seven arches.", None),
        ("An old firm sold two of its five ships in 1956.", None),
    ],
)
def test_something_new_owns_nothing(tell: Tell, text: str, expected: str | None) -> None:
    story = tell(text)
    referent = next(refer(story, t) for t in story.reading.doc if t.lower_ == "its")
    assert (referent.text if referent is not None else None) == expected

import pytest

from questions import article
from questions.annotate import annotate
from questions.clarity import Doubt
from questions.phrases import Unclear
from questions.story import understand
from questions.wording import phrase
from tests.questions.asking import asked
from tests.questions.conftest import Tell


def said(tell: Tell, text: str, first: int, last: int) -> str:
    story = tell(text)
    sentence = story.reading.sentences[-1]
    return phrase(story, list(sentence[first:last])).text


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        ("Mayor Anna Berg spoke. Then Berg left.", 1, 3, "Mayor Anna Berg left"),
        ("Mayor Anna Berg spoke. Then Mayor Berg left.", 1, 4, "Mayor Anna Berg left"),
        ("Mayor Anna Berg spoke. She left Lund.", 0, 3, "Anna Berg left Lund"),
        ("A storm hit Lund. The storm felled 30 trees.", 0, 3, "the storm felled"),
        ("A fierce storm hit Lund. The storm felled trees.", 0, 3, "the fierce storm felled"),
        (
            "A plan to close libraries failed. The plan was old.",
            0,
            3,
            "the plan to close libraries was",
        ),
        ("Nearly an hour passed. The hour was late.", 0, 2, "the hour"),
        ("The harbour of Lund grew.", 0, 4, "the harbour of Lund"),
        ("The largest ship sank.", 0, 3, "the largest ship"),
        ("Lund’s mayor “won” again.", 0, 3, "Lund’s mayor"),
        ("Nordbank, a lender, grew on its own.", 5, 9, "grew on its own"),
        ("Young Girls won a prize.", 0, 3, "Young Girls won"),
        ("New Zealand sent a new ship.", 0, 3, "New Zealand sent"),
        ("Then the former mayor left.", 1, 5, "the former mayor left"),
    ],
)
def test_words_stand_alone(tell: Tell, text: str, first: int, last: int, expected: str) -> None:
    assert said(tell, text, first, last) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The latter sank in May.", 0, 2),
        ("They left Lund in May.", 0, 1),
        ("That ship sank in May.", 0, 2),
        ("Many ships left yesterday.", 0, 4),
        ("Ships left on Monday.", 0, 4),
        ("Similar ships left in May.", 0, 2),
        ("His ship left in May.", 0, 2),
        ("We left Lund in May.", 0, 2),
        ("The company left in May.", 0, 2),
    ],
)
def test_what_needs_the_article_is_refused(tell: Tell, text: str, first: int, last: int) -> None:
    with pytest.raises(Unclear):
        said(tell, text, first, last)


def test_a_possessive_may_mean_the_subject_of_the_stem(tell: Tell) -> None:
    story = tell("Mayor Anna Berg opened her shop.")
    doc = story.reading.doc
    assert phrase(story, list(doc[4:6])).text == "Anna Berg’s shop"
    assert phrase(story, list(doc[4:6]), bound=doc[2]).text == "her shop"


def test_a_possessive_means_no_subject_of_the_other_sex(tell: Tell) -> None:
    text = "Anna Berg was born in Lund. Karl Holm taught her. He sent three of her papers to Ulm."
    assert "three of Anna Berg’s papers" in " ".join(asked(tell, text, title="Anna Berg"))


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("The harbour of Paris grew by half.", ()),
        ("The ship sank in May.", (Doubt.UNHEARD,)),
        ("A ship and a big ship left. The ship sank.", (Doubt.DEFINITE,)),
        ("The ships sank in May.", (Doubt.PLURAL,)),
        ("The white ship sank in May.", (Doubt.MODIFIED,)),
    ],
)
def test_what_a_reader_may_have_to_guess_is_told(
    tell: Tell, text: str, doubts: tuple[Doubt, ...]
) -> None:
    sentence = tell(text).reading.sentences[-1]
    assert (
        phrase(tell(text), list(sentence.root.lefts and sentence.root.lefts[0].subtree)).doubts
        == doubts
    )


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("The company of Anna Berg left Lund in May.", "", "the company of Anna Berg"),
        ("Marchmont Ltd built a ship. The company left in May.", "A ship", "Marchmont Ltd"),
    ],
)
def test_a_company_needs_its_name(tell: Tell, text: str, title: str, expected: str) -> None:
    story = tell(text, title=title)
    subject = next(t for t in story.reading.sentences[-1].root.lefts if t.dep_ == "nsubj")
    assert phrase(story, list(subject.subtree)).text == expected


def test_a_relative_is_not_called_by_a_first_name_alone(tell: Tell) -> None:
    text = "Anna Berg lived in Lund with her husband, Richard. Richard died in 1990."
    story = tell(text, title="A life in Lund")
    with pytest.raises(Unclear):
        phrase(story, [story.reading.sentences[-1][0]])


def test_a_doctor_has_one_title(tell: Tell) -> None:
    story = tell("They asked Anna Berg, a surgeon in Lund. Dr. Anna Berg left in May.")
    assert phrase(story, list(story.reading.sentences[-1][:3])).text == "Dr. Anna Berg"


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        # A thing spoken of again has the words by which it was told.
        (
            "They opened the neonatal unit of Lund hospital. Rain fell. The unit has 12 beds.",
            0,
            3,
            "the neonatal unit has",
        ),
        ("They met the new unit and the old unit. The unit left.", 0, 3, "the unit left"),
        ("They met the naval unit and another unit. The unit left.", 0, 3, "the unit left"),
        (
            "Three lumps of tar fell. Rain fell. The lumps lay in Lund.",
            0,
            3,
            "the lumps of tar lay",
        ),
        ("Three lumps of tar and old lumps fell. The lumps lay here.", 0, 3, "the lumps lay"),
        ("Unusually large files came. Rain fell. The files were old.", 0, 3, "the files were"),
        (
            "Workers on the day shift left. Rain fell. The workers slept.",
            0,
            3,
            "the workers slept",
        ),
        # What a novel may be called as well is not the other such thing.
        ("A novel won. Its translator had a library book. The book sells.", 0, 3, "the book sells"),
        # A first name alone has its bearer's whole name.
        ("Mayor Anna Berg spoke. Rain fell. In May Anna left Lund.", 2, 4, "Anna Berg left"),
    ],
)
def test_what_was_told_before_is_named_again(
    tell: Tell, text: str, first: int, last: int, expected: str
) -> None:
    assert said(tell, text, first, last) == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("A landslide buried 40 houses.", "Landslide kills 12 in Lindau", "the landslide"),
        ("A landslide buried 40 houses.", "Night of fear in Lindau", "a landslide"),
        ("A farm burned down.", "Farm burns in Lindau", "a farm"),
        ("A landslide buried 40 houses.", "A landslide buried", "a landslide"),
        ("The landslide hit Lindau. A landslide hit Hamar.", "Landslide in Lindau", "a landslide"),
    ],
)
def test_the_event_of_the_headline_is_known(
    tell: Tell, text: str, title: str, expected: str
) -> None:
    story = tell(text, title=title)
    assert phrase(story, list(story.reading.sentences[-1][:2])).text == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The company put the share at 12 percent.", 3, 5),
        ("Then the uncle sold the farm.", 1, 3),
        ("The mine sold 90 drones, of which 12 burned.", 6, 10),
        ("In Lund another stands in a park.", 2, 3),
        ("Berg beat the old record of 42.", 2, 7),
        ("The outcome was close.", 0, 3),
    ],
)
def test_what_says_nothing_alone_is_refused(tell: Tell, text: str, first: int, last: int) -> None:
    with pytest.raises(Unclear):
        said(tell, text, first, last)


@pytest.mark.parametrize(
    ("published", "expected"),
    [(None, "the mill closed last year"), ("2026-11-27", "the mill closed in 2025")],
)
def test_last_year_is_a_year_where_the_day_of_publication_is_known(
    published: str | None, expected: str
) -> None:
    text = "The mill closed last year."
    story = understand(annotate(article.read(text, title="The mill", published=published)))
    assert phrase(story, list(story.reading.doc)[:5]).text == expected

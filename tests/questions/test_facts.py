import pytest

from questions.facts import clauses
from questions.trimming import trim_punctuation
from tests.questions.asking import asked
from tests.questions.conftest import Tell


def found(tell: Tell, text: str) -> list[str]:
    return [
        " ".join(t.text for t in trim_punctuation([*c.subject_words, *c.auxiliaries, *c.body]))
        for c in clauses(tell(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town opened a library in 1990.", ["The town opened a library in 1990"]),
        # Loose parts go, what limits the statement stays.
        (
            "The town, which is small, opened a library on Monday, drawing crowds.",
            ["The town opened a library", "The town is small"],
        ),
        # Either of the two.
        ("They saw Lind, a grandson of the founder, who led Lund.", ["They saw Lind"]),
        # A participle tells of what its noun is.
        (
            "Kvarn is a mill built in 1932.",
            ["Kvarn is a mill built in 1932", "Kvarn built in 1932"],
        ),
        ("Moss, a firm based in Lund, sells saws.", ["Moss based in Lund", "Moss sells saws"]),
        (
            "The town opened a library and closed a school.",
            ["The town opened a library", "The town closed a school"],
        ),
        ("Lindau, founded in 1987, makes pumps.", ["Lindau makes pumps", "Lindau founded in 1987"]),
        (
            "The rain was heaviest in Lund and lightest in Oslo.",
            ["The rain was heaviest in Lund", "The rain was lightest in Oslo"],
        ),
        ("Anna Berg, whose shop opened in 1990, spoke.", ["whose shop opened in 1990"]),
        # A participle tells of the subject of its sentence, by whatever comma or word it hangs.
        ("Founded in 1987, Lindau makes pumps.", ["Lindau Founded in 1987"]),
        ("Berg left Lund, selling two mills.", ["Berg selling two mills"]),
        ("Berg left Lund after selling two mills.", ["Berg selling two mills"]),
        ("Having sold two mills, Berg left Lund.", ["Berg sold two mills"]),
        ("Police said the town opened a library.", ["the town opened a library"]),
        ("Police stated that a library had burnt.", ["a library had burnt"]),
        # What may be is asked as such.
        ("The town may open a library.", ["The town may open a library"]),
        (
            "Berg, who leads the town and owns a shop, spoke.",
            ["Berg leads the town", "Berg owns a shop"],
        ),
        ("Anna Berg, a nurse who opened a shop, spoke.", ["Anna Berg opened a shop"]),
        ("The council met after a storm hit Lund.", ["a storm hit Lund"]),
        # The verb of a sentence that has no other, to the parser.
        (
            "The U.N. trade agency, the UNCTAD, estimated last month that 8,000 people had left.",
            ["The U.N. trade agency estimated that 8,000 people had left"],
        ),
        # A report set between what is said and more of it.
        (
            "It employs 140 people, a spokeswoman, Anna Berg, said, and has spent $14 million.",
            ["It has spent $ 14 million"],
        ),
        # Of two nouns only one has the number of the verb.
        (
            "Smaller clubs like Lund, which has a budget of 2 million euros, cannot pay that.",
            ["Lund has a budget of 2 million euros"],
        ),
        # 'that' may tell of a body as well as of a thing.
        ("The town has a company that sells saws.", ["a company sells saws"]),
        # Told of what is named before.
        (
            "She learned it from Otto Lind, a baker who opened a shop in 1990.",
            ["Otto Lind opened a shop in 1990"],
        ),
        (
            "The driver, who has not been named and who suffered two broken ribs, spoke.",
            ["The driver suffered two broken ribs"],
        ),
        ("She saw a colleague, Otto Lind, who died in 2012.", ["Otto Lind died in 2012"]),
        # What only links sentences goes, and a time that a date tells again.
        ("Two years later, in 1990, the town opened a library.", ["the town opened a library"]),
        ("Yet the town opened a library.", ["the town opened a library"]),
        ("Today the firm employs 300 people.", ["the firm employs 300 people"]),
        # What is told behind a comma holds, whatever is wished for or done around it.
        (
            "The money would help once the job cuts, which save $33 million a year, are made.",
            ["the job cuts save $ 33 million a year"],
        ),
        (
            "He found it after meeting Anna Berg, who opened a shop in 1990.",
            ["Anna Berg opened a shop in 1990"],
        ),
        ("Judge Berg ruled that the firm sold 30 fake coins.", ["the firm sold 30 fake coins"]),
        ("Berg pointed out that the firm sold 30 coins.", ["the firm sold 30 coins"]),
        # Who is a person, not the place named last.
        (
            "The film pleased Erik Lind, an engineer in Duluth, who has kept records since 2020.",
            ["Erik Lind has kept records since 2020"],
        ),
    ],
)
def test_clauses_are_simple_and_whole(tell: Tell, text: str, expected: list[str]) -> None:
    assert sorted(set(expected) - set(found(tell, text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "The town did not open a library.",
        "The town could have opened a library.",
        "If the town opens a library, everybody will come.",
        "The town denied that it had opened a library.",
        "Did the town open a library?",
        "No progress was made in the talks.",
        "“The town opened a library,” said the mayor.",
        "The town reportedly opened a library in May.",
        "Rumours that the town had opened a library were wrong.",
        "Two towns together opened a library.",
        "The town no longer opened a library.",
        "Berg left Lund without opening a library.",
        "Berg died before opening a library.",
        "The wall was hit by a ship, opening a gap of nine metres.",
        "Berg would leave, opening a library.",
        "Had the town opened a library, Lund would have been glad.",
        # When, and which of the two?
        "Two years later the town opened a library.",
        "There the town opened a library.",
        "The daughter of Otto Lind, a baker who opened a shop in 1990, spoke.",
        "A plan for the town, which opened in 1990, failed.",
        "A break to clean the roof, which made a noise, ended.",
        "Talks with the union, which Lund opened in 2013, failed.",
        "He introduced a tax, which the town expects to open 30 shops.",
        "He left after meeting a nurse who opened a shop in 1990.",
        "They met in Lund, where two firms had closed and opened a shop.",
    ],
)
def test_what_is_not_asserted_is_no_fact(tell: Tell, text: str) -> None:
    assert not [c for c in clauses(tell(text)) if c.verb.lemma_ in ("open", "make")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said 12 swans had died in the park.", "Police"),
        ("Twelve swans died in the park, police said.", "police"),
        ("Twelve swans died in the park.", None),
    ],
)
def test_who_says_so_is_kept(tell: Tell, text: str, expected: str | None) -> None:
    clause = next(c for c in clauses(tell(text)) if c.verb.lemma_ == "die")
    assert (clause.speaker.text if clause.speaker else None) == expected


def test_what_a_report_says_in_passing_is_its_speaker_s(tell: Tell) -> None:
    story = tell("Police said that a school, which was built in 1990, had burnt.")
    clause = next(c for c in clauses(story) if c.verb.lemma_ == "build")
    assert clause.speaker is not None
    assert clause.speaker.text == "Police"


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("His ashes were sent home and in 1954 were laid at Lund.", "lay", "in 1954"),
        ("She met Otto Berg, who in 1740 was elected pope.", "elect", "in 1740"),
        ("Berg studied in Lund, where in 1852 he obtained a diploma.", "obtain", "in 1852"),
        ("“Samson”, in 1949, was her greatest success.", "be", "in 1949"),
        # Told of the graves, not of what they show.
        ("Graves found in 1934 and again in 1970 show that people lived there.", "show", ""),
        ("The storm in Lund in 1954 damaged ten houses.", "damage", ""),
    ],
)
def test_a_year_before_a_verb_belongs_to_it(
    tell: Tell, text: str, verb: str, expected: str
) -> None:
    clause = next(c for c in clauses(tell(text)) if c.verb.lemma_ == verb)
    assert " ".join(t.text for t in clause.front) == expected


def test_what_is_not_done_until_a_year_is_done_in_it(tell: Tell) -> None:
    story = "The road to Lund was not paved until 1994. Berg did not stop until dusk in 1995."
    assert asked(tell, story) == {"In which year was the road to Lund paved?": "1994"}


@pytest.mark.parametrize(
    "text",
    [
        # Who had one before; who could; what was not any.
        "The town of Lund did not have a library until 1994.",
        "The women of Lund could not enter the library until 1994.",
        "The town of Lund did not get any books until 1994.",
    ],
)
def test_what_is_not_so_until_a_year_may_have_been_before(tell: Tell, text: str) -> None:
    assert asked(tell, text) == {}


def test_a_verb_within_its_own_subject_is_no_fact(tell: Tell) -> None:
    story = tell(
        "Then Otto Berg, who had bowled 12 costly overs since the previous evening and had just "
        "been swept twice in succession for four, changed ends, and a Test match that had been "
        "leaning gently one way for a day and a half toppled over in the other."
    )
    assert all(clause.body for clause in clauses(story))

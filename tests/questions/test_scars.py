import pytest

from questions.scars import well_formed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who won the match in Lund?", True),
        ("Who won the match in Lund and?", False),
        ("In the blaze 15 engines and, how many ladders were in use?", False),
        ("Who won, , the match?", False),
        ("How old does pollen occur in rocks up to in Lund?", False),
        ("For how many ducats did Spain give up its claim in return?", False),
        ("How many people met in the square regardless?", False),
        ("Who won the the match?", False),
        ("Who won (the match?", False),
        ("What did the team win with?", False),
        ("In which subject did Berg earn a degree in 1893 in 1894?", False),
        ("How many died in 1893 and in 1894?", True),
        ("How much did the firm lose the year before?", False),
        ("How much did the firm lose the year before the war?", True),
        ("What proportion of which was spent on boats?", False),
        ("How many passengers did it carry in 1905 and 214,000 in 1929?", False),
        ("What took place between 3 and 5 in Lund?", True),
        ("When did the war between the army and Berg begin?", True),
        ("When did the war between the army begin?", False),
        ("When did the war between the two towns begin?", True),
        ("When did 30 people die when a boat sank?", False),
        ("How often did the tides alternate about?", False),
        ("How many sensors and has the firm built in Lund?", False),
        ("How much did oil settle up or 3.3%?", False),
        ("How many sensors and pumps has the firm built in Lund?", True),
        ("About how many kilometres west of Lund's is Hamar?", False),
        ("Which relative of Anna Berg's was a baker?", True),
        ("About a vote on the mill, in which year does Lund want it?", False),
        ("How many did they save by the time darkness and renewed rain?", False),
        ("In which year did Anna Berg Anna Berg open the mill?", False),
        ("In which year were that the British completed to Lund?", False),
        ("How many of whom have burns?", False),
        ("For how many every degrees is dinner late?", False),
        ("How much was the bid worth €52m guaranteed?", False),
        ("How much was the bid worth?", True),
        ("In which year was or Lund Oyj founded?", False),
        ("How many cats were killed by dogs and six by eagles?", False),
    ],
)
def test_well_formed(text: str, expected: bool) -> None:
    assert well_formed(text) is expected

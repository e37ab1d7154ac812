import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "key"),
    [
        # The count is the point, not the year of it.
        ("Malaria killed nearly 600,000 people in Africa in 2023.", "2023"),
        ("Lund had 7,318 inhabitants at the end of 2022.", "2022"),
        ("About 1,100 glaciers of Norway have disappeared since 1970.", "1970"),
        # Neighbours and shopkeepers.
        ("Dana Holt has lived on Shore Road since 1988.", "1988"),
        ("Dana Holt has lived on Shore Road since 1988.", "Dana Holt"),
        ("Dana Holt, who has sold fish in Lund for 30 years, saw the flood.", "30 years"),
        ("Dana Holt, who studies lakes at the University of Lund, saw it.", "Dana Holt"),
        ("Dana Holt, who runs a bakery in Lund, saw it.", "Dana Holt"),
        ("Shares of Nordbank closed 2.9% higher in Oslo.", "Oslo"),
        # What is not told.
        ("Anna Berg said something in Lund that people will repeat.", "Anna Berg"),
        # Words without their content.
        ("“Everyone asks about the bridge,” Anna Berg complained in 2004.", "2004"),
        ("“Everyone asks about the bridge,” Anna Berg had noted in her diary in 2004.", "2004"),
        # The year of a death that is the news itself.
        ("Anna Berg died in Lund in 2025. “She was kind,” said Karl Holm.", "2025"),
        # A country that does something.
        ("Germany invaded Poland in 1939.", "Germany"),
        # More digits than anybody recalls; an example.
        ("The lake of Lund reached 1,057.8 metres above the sea.", "1,057.8"),
        ("A bank charges 9% on a loan of Lund.", "9%"),
        ("Suppose Anna Berg pays 2,400 euros for the flat in Lund.", "2,400 euros"),
    ],
)
def test_what_nobody_would_ask_is_left(tell: Tell, text: str, key: str) -> None:
    assert key not in asked(tell, text).values()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The flood of Lund killed 41 people on 3 May 1926.", "3 May 1926"),
        ("Thirty-six islanders emigrated to Norway in 1852.", "1852"),
        ("Traffic has been led by a council of Lund since 1856.", "1856"),
        ("The fund of Lund charges 9% on a loan.", "9%"),
        ("Dana Holt, who runs the ferries of Lund, saw it.", "Dana Holt"),
        ("Malaria killed nearly 600,000 people in Africa in 2023.", "600,000"),
    ],
)
def test_what_is_worth_asking_is_asked(tell: Tell, text: str, key: str) -> None:
    assert key in asked(tell, text).values()

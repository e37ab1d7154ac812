"""Sums of money, shares of a whole, and what they rose or fell by and to."""

import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "Consumer prices in Lund rose by 4.4% in 2020, up from 4.1% in September.",
            "By what percentage did consumer prices in Lund rise in 2020?",
            "4.4%",
        ),
        (
            "Reserves of the Lund bank stood at $5.2bn at the end of 2020, enough for four months.",
            "At what figure did reserves of the Lund bank stand at the end of 2020?",
            "$5.2bn",
        ),
        (
            "Carrick of Lund has accepted a sweetened £2.3bn offer from Halvorsen.",
            "How large a sweetened offer from Halvorsen has Carrick of Lund accepted?",
            "£2.3bn",
        ),
        (
            "Ordinary tea of Lund fetched an average of $2.19 in August 2020.",
            "How much on average did ordinary tea of Lund fetch in August 2020?",
            "$2.19",
        ),
        (
            "Restructuring at Lund will result in a charge of about 28 million euros in 2020.",
            "In about how large a charge will restructuring at Lund result in 2020?",
            "28 million euros",
        ),
        (
            "Shares of Lindmetall dropped $2.85, or 9.3 per cent, to $27.80 in Toronto.",
            "By how much did shares of Lindmetall drop?",
            "$2.85",
        ),
        (
            "Families of the dead of Lund would each receive 1.5 million rupees, or about $11,000.",
            "How much would families of the dead of Lund each receive?",
            "1.5 million rupees",
        ),
        (
            "The Lund bridge cost 1.2 billion Danish crowns ($170 million) in 2020.",
            "How much did the Lund bridge cost in 2020?",
            "1.2 billion Danish crowns",
        ),
        (
            "In 2013 the town of Lund was given €85,000, which paid for new cameras.",
            "How much was the town of Lund given in 2013?",
            "€85,000",
        ),
        (
            "Lindmetall expects annual savings of €120 million by 2027.",
            "What annual savings does Lindmetall expect by 2027?",
            "€120 million",
        ),
        (
            "Lindmetall predicted growth of 3% for 2020.",
            "What growth did Lindmetall predict for 2020?",
            "3%",
        ),
        (
            "The charge of Lund carries a maximum penalty of 12.5 years in prison.",
            "How long a maximum penalty does the charge of Lund carry?",
            "12.5 years",
        ),
        (
            "The costs of Lindmetall are put at €260m.",
            "At what figure are the costs of Lindmetall put?",
            "€260m",
        ),
        (
            "The regulator imposed a fine of €2 million on Orlan for dumping waste.",
            "How large a fine did the regulator impose on Orlan for dumping waste?",
            "€2 million",
        ),
        (
            "Water levels in the Lund dropped by almost a third in 2023.",
            "By about what proportion did water levels in the Lund drop in 2023?",
            "A third",
        ),
        (
            "Shares of Orlan closed up 5.4% at $94.10 in New York.",
            "At what price did shares of Orlan close up 5.4%?",
            "$94.10",
        ),
        (
            "Orlan cut the price of its main drug by 23%.",
            "By what percentage did Orlan cut the price of its main drug?",
            "23%",
        ),
        (
            "Online orders at Orlan slipped to 24% of sales.",
            "To what percentage of sales did online orders at Orlan slip?",
            "24%",
        ),
        (
            "A group led by Orlan will build a €6.2bn chip factory in Varna.",
            "At what cost will a group led by Orlan build a chip factory in Varna?",
            "€6.2bn",
        ),
        (
            "Lund reported a 3% fall in profit to 312 million euros.",
            "How large a fall in profit did Lund report?",
            "3%",
        ),
        (
            "The investors value Orlan at $540 million.",
            "At how much do the investors value Orlan?",
            "$540 million",
        ),
        (
            "The legal costs of Lund came to about €190,000.",
            "About how much did the legal costs of Lund come to?",
            "€190,000",
        ),
        (
            "Margins on diesel in Lund widened to $27 a barrel.",
            "To what figure did margins on diesel in Lund widen?",
            "$27 a barrel",
        ),
        (
            "Employment in Lund plants has fallen from 680,000 in 2000 to roughly 340,000.",
            "To about what figure has employment in Lund plants fallen from 680,000 in 2000?",
            "340,000",
        ),
        (
            "Shares in Orlan fell 8% to $31 in early trading.",
            "By what percentage did shares in Orlan fall in early trading?",
            "8%",
        ),
        (
            "Shares in Orlan fell 8% to $31 in early trading.",
            "To what price did shares in Orlan fall in early trading?",
            "$31",
        ),
        (
            "The shot was 73% effective against the fever of Lund.",
            "How effective was the shot against the fever of Lund?",
            "73%",
        ),
        (
            "About an eighth of the budget of Lund was raised from gifts.",
            "About what proportion of the budget of Lund was raised from gifts?",
            "An eighth",
        ),
        (
            "Two-thirds of the seats in Lund were won by women.",
            "What proportion of the seats in Lund were won by women?",
            "Two-thirds",
        ),
        (
            "About one in three households of Lund voted for the tax.",
            "About what proportion of households of Lund voted for the tax?",
            "One in three",
        ),
        (
            "The disease affects around one in 1,000 people in Lund.",
            "About what proportion of people in Lund does the disease affect?",
            "One in 1,000",
        ),
        # In two words as in one.
        (
            "Prices in Lund rose 3 per cent in the summer of 1990.",
            "By what percentage did prices in Lund rise in the summer of 1990?",
            "3 per cent",
        ),
        (
            "The bank of Lund lowered its key rate by 50 basis points to 2.25 per cent.",
            "To what percentage did the bank of Lund lower its key rate?",
            "2.25 per cent",
        ),
        (
            "The bank of Lund lowered its key rate by 50 basis points to 2.25 per cent.",
            "By how many basis points did the bank of Lund lower its key rate?",
            "50",
        ),
        (
            "Lindmetall would also take on about $1.3 billion of net debt.",
            "About how much net debt would Lindmetall take on?",
            "$1.3 billion",
        ),
        (
            "Lindmetall will pay 200,000 pesos to the family of Anna Berg.",
            "How much will Lindmetall pay to the family of Anna Berg?",
            "200,000 pesos",
        ),
        (
            "Lindmetall will pay EUR 86 million for the mill of Lund.",
            "How much will Lindmetall pay for the mill of Lund?",
            "EUR 86 million",
        ),
        (
            "Lindmetall must pay Rs. 250,000 to each family.",
            "How much must Lindmetall pay to each family?",
            "Rs. 250,000",
        ),
        (
            "The bank of Lund has provided a low-interest loan of $75 million.",
            "How large a low-interest loan has the bank of Lund provided?",
            "$75 million",
        ),
        (
            "Lund cut its tax by 9 per cent on Monday, with the mayor telling reporters of it.",
            "By what percentage did Lund cut its tax?",
            "9 per cent",
        ),
        (
            "Lindmetall had sales of 410 million euros in its first year of business.",
            "What sales did Lindmetall have in its first year of business?",
            "410 million euros",
        ),
        (
            "Lindmetall had sales of 410 million euros last year.",
            "What sales did Lindmetall have last year?",
            "410 million euros",
        ),
        (
            "Net income at Lindmetall climbed to $212 million, or $1.37 a share.",
            "To what figure did net income at Lindmetall climb?",
            "$212 million",
        ),
        (
            "The corals of Lund grow roughly 20 percent more slowly.",
            "About how much more slowly do the corals of Lund grow?",
            "20 percent",
        ),
        (
            "The mill of Lund predicts an operating loss of $14 million.",
            "How large an operating loss does the mill of Lund predict?",
            "$14 million",
        ),
    ],
)
def test_sums_and_shares_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(question) == key


def test_a_sum_that_was_told_before_is_not_asked_for(tell: Tell) -> None:
    text = "The offer of Lindmetall trumps the €4.20 a share tabled by Nordbank in March."
    assert not [q for q in asked(tell, text) if q.startswith("How much")]


def test_a_price_is_asked_for_per_piece(tell: Tell) -> None:
    found = asked(tell, "The Lindmetall group will pay €4.60 a share for Nordbank.")
    assert found["How much per share will the Lindmetall group pay for Nordbank?"] == "€4.60"

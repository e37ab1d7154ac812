import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        # What somebody has that does something, and what follows a place.
        (
            "The bakery of Lund has 46 vans waiting in Lindau.",
            "How many vans does the bakery of Lund have waiting in Lindau?",
            "46",
        ),
        (
            "In 1675, Karl Holm had 47 religious leaders arrested on charges of fraud.",
            "In 1675, how many religious leaders did Karl Holm have arrested on charges of fraud?",
            "47",
        ),
        (
            "Lindmetall answers about 240 calls a year in the rural area east of Lund.",
            "About how many calls a year does Lindmetall answer in the rural area east of Lund?",
            "240",
        ),
        (
            "The Lund Association bargains for the four bakeries concerned.",
            "For how many bakeries does the Lund Association bargain?",
            "Four",
        ),
        # So far, not by so much; up to there, and more than others.
        (
            "Anna Berg fell 12 metres into a well in 1974.",
            "How many metres did Anna Berg fall into a well in 1974?",
            "12",
        ),
        (
            "The arch of Lund rises to some 20 metres above the water in summer.",
            "About how many metres above the water does the arch of Lund rise in summer?",
            "20",
        ),
        (
            "The school of Lund paid $6,000 more.",
            "How much more did the school of Lund pay?",
            "$6,000",
        ),
        (
            "Five members of the board voted for 150 points and two for 100.",
            "How many members of the board voted for 150 points?",
            "Five",
        ),
        (
            "Of 14 bakers polled by Lund, 11 had expected a dry year and two no change at all.",
            "How many of the 14 bakers polled by Lund expected a dry year?",
            "11",
        ),
        (
            "Mayor Anna Berg put the number of dead at 23.",
            "What figure did Mayor Anna Berg give for the number of dead?",
            "23",
        ),
        (
            "The cereal harvest of Lund is estimated at 3.2mn tonnes, two-fifths less than before.",
            "At how many tonnes is the cereal harvest of Lund estimated?",
            "3.2mn",
        ),
        (
            "The government of Lund declared three days of mourning.",
            "How many days of mourning did the government of Lund declare?",
            "Three",
        ),
        (
            "Anna Berg was sentenced to four years in prison for fraud in Lund.",
            "To how many years in prison was Anna Berg sentenced for fraud in Lund?",
            "Four",
        ),
        (
            "Anna Berg was given nine years for fraud in Lund.",
            "How many years was Anna Berg given for fraud in Lund?",
            "Nine",
        ),
        (
            "The Lund archipelago consists of 29 coral atolls.",
            "Of how many coral atolls does the Lund archipelago consist?",
            "29",
        ),
        (
            "The team of Lund took samples at 61 hospitals in Norway.",
            "At how many hospitals did the team of Lund take samples in Norway?",
            "61",
        ),
        (
            "The unit of Lund treated 41 patients in 2020, compared with 50 patients in 2019.",
            "How many patients did the unit of Lund treat in 2020?",
            "41",
        ),
        # Numbers deep inside a noun phrase stay there.
        (
            "The raid on Lund involved 18 missiles and around 400 drones.",
            "How many missiles did the raid on Lund involve?",
            "18",
        ),
        (
            "The raid on Lund involved 18 missiles and around 400 drones.",
            "About how many drones did the raid on Lund involve?",
            "400",
        ),
        (
            "More than 300 people attended the fair of Lund.",
            "About how many people attended the fair of Lund?",
            "300",
        ),
        (
            "Sales of Lindau rose by 14% in the summer of 1990.",
            "By what percentage did sales of Lindau rise in the summer of 1990?",
            "14%",
        ),
        (
            "The owner of Lindau will receive $1.5 billion in cash.",
            "How much will the owner of Lindau receive in cash?",
            "$1.5 billion",
        ),
        (
            "Mayor Anna Berg closed the school of Lund for three days.",
            "For how long did Mayor Anna Berg close the school of Lund?",
            "Three days",
        ),
        (
            "The trial of Erik Lind lasted nine weeks.",
            "How long did the trial of Erik Lind last?",
            "Nine weeks",
        ),
        ("The tower of Lund is 96 metres high.", "How high is the tower of Lund?", "96 metres"),
        (
            "Mayor Anna Berg died at the age of 89.",
            "At what age did Mayor Anna Berg die?",
            "89",
        ),
        (
            "Police said eight districts of Lund were flooded by the sea.",
            "How many districts of Lund were flooded by the sea, according to police?",
            "Eight",
        ),
        (
            "The storm was followed by more than 130 fires in Lund.",
            "About how many fires in Lund followed the storm?",
            "130",
        ),
        (
            "Anna Berg moved to Lund, where a fund of Oslo employs about 300 nurses.",
            "About how many nurses does a fund of Oslo employ in Lund?",
            "300",
        ),
        (
            "Lindau runs 34 plants in nine countries.",
            "How many plants does Lindau run in nine countries?",
            "34",
        ),
        (
            "Lindau runs 34 plants in nine countries.",
            "In how many countries does Lindau run 34 plants?",
            "Nine",
        ),
        (
            "Anna Berg has a rural school, which is based in Oslo and handles wages for 94 trusts.",
            "For how many trusts does a rural school handle wages?",
            "94",
        ),
        (
            "The bank of Lund left its main rate at 4.5%.",
            "At what percentage did the bank of Lund leave its main rate?",
            "4.5%",
        ),
        (
            "Sales of Lindau rose 9% to $14 million in 1990.",
            "To what figure did sales of Lindau rise in 1990?",
            "$14 million",
        ),
        (
            "The quake hit Lund at a depth of nine kilometres.",
            "At what depth did the quake hit Lund?",
            "Nine kilometres",
        ),
        (
            "The quake struck 23 km south of Lund.",
            "How many kilometres south of Lund did the quake strike?",
            "23",
        ),
        (
            "Anna Berg opened the school three days after the vote in Lund.",
            "How many days after the vote in Lund did Anna Berg open the school?",
            "Three",
        ),
        (
            "Measurements in Lund were taken every 10 minutes by Anna Berg.",
            "How often were measurements in Lund taken by Anna Berg?",
            "Every 10 minutes",
        ),
        (
            "The government in Rome imposed a 12-month ban on ferries.",
            "How long a ban on ferries did the government in Rome impose?",
            "12 months",
        ),
        (
            "Nineteen of the dead were found in Lund.",
            "How many of the dead were found in Lund?",
            "Nineteen",
        ),
        (
            "The bed of Lund would become $280 more expensive in the spring of 1990.",
            "How much more expensive would the bed of Lund become in the spring of 1990?",
            "$280",
        ),
        (
            "A red lorry carrying 22 people overturned in Lund.",
            "How many people did the red lorry carry?",
            "22",
        ),
        (
            "More than 12 million people of Lund were uprooted.",
            "About how many people of Lund were uprooted?",
            "12 million",
        ),
        (
            "Lund beat Oslo 3-1 in the final.",
            "By what score did Lund beat Oslo in the final?",
            "3-1",
        ),
        (
            "Some 75,000 godwits spend the summer in New Zealand.",
            "About how many godwits spend the summer in New Zealand?",
            "75,000",
        ),
        (
            "Like-for-like sales at Lindau rose by 4.6% in 2021.",
            "By what percentage did like-for-like sales at Lindau rise in 2021?",
            "4.6%",
        ),
        (
            "Anna Berg said that €40m had been set aside for trams.",
            "How much money was set aside for trams, according to Anna Berg?",
            "€40m",
        ),
        (
            "Mayor Anna Berg has died in Lund at the age of 93.",
            "At what age did Mayor Anna Berg die in Lund?",
            "93",
        ),
        (
            "Anna Berg was a Swedish collector and botanist who gathered 16,000 plants in Kenya.",
            "How many plants did Anna Berg gather in Kenya?",
            "16,000",
        ),
    ],
)
def test_a_fact_and_an_amount_make_a_question(
    tell: Tell, text: str, question: str, key: str
) -> None:
    found = asked(tell, text)
    assert question in found, found
    assert found[question] == key


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Tom Hall, who had led by two sets in Lund, lost.", "How many sets led"),
        ("The bridge of Lund was put at 19 lakh rupees.", "How many lakh"),
        ("Nordair of Lund swung to a net profit of $212 million.", "To how large"),
        ("Lund got rid of cholera in the 19th century.", "In which century got"),
        ("In young trees of Lund, the figure was 15%.", "In young trees"),
        ("Lund won the match by an innings and 12 runs.", "By how many runs"),
        ("West Africa grows about two-thirds of the cocoa of the world.", "About how many of"),
        ("Anna Berg knew of 63 reports from Lund.", "Of how many"),
        ("The survey put the party of Anna Berg on 24 seats.", "On how many"),
        ("After 22 years Anna Berg quit in Lund.", "After how many"),
        ("The foundry of Lund employed close to 1,100 people.", "To how many"),
        ("A hill was named after Berg, as was a street in Lund in 1994.", "In which year was a"),
    ],
)
def test_what_only_looks_like_a_count_is_not_asked(tell: Tell, text: str, stem: str) -> None:
    assert not [question for question in asked(tell, text) if question.startswith(stem)]

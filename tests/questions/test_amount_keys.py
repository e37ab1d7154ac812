import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "The earthquake of Lund killed perhaps 3,000 inhabitants.",
            "About how many inhabitants did the earthquake of Lund kill?",
            "3,000",
        ),
        (
            "Lindair will lease six narrow-body aircraft to a competitor.",
            "How many narrow-body aircraft will Lindair lease to a competitor?",
            "Six",
        ),
        (
            "Of the fires of Lund, seven happened in Australia.",
            "How many of the fires of Lund happened in Australia?",
            "Seven",
        ),
        (
            "Of the 51 injured, 19 remained in hospital in Lund.",
            "How many of the 51 injured remained in hospital in Lund?",
            "19",
        ),
        (
            "The stove plant of Lund employed 900.",
            "How many people did the stove plant of Lund employ?",
            "900",
        ),
        (
            "A total of 109 voted against the bill of Lund.",
            "How many voted against the bill of Lund?",
            "109",
        ),
        (
            "A total of 12 ships sank off Lund in 1990.",
            "How many ships sank off Lund in 1990?",
            "12",
        ),
        (
            "The team of Lund has logged 812 hours on the wreck of the Orlan.",
            "How many hours has the team of Lund logged on the wreck of the Orlan?",
            "812",
        ),
        (
            "By 2003 the population of Lund was about 8 million.",
            "About what was the population of Lund by 2003?",
            "8 million",
        ),
        (
            "The population of Lund reached 6,200 in 1912.",
            "What figure did the population of Lund reach in 1912?",
            "6,200",
        ),
        (
            "The bridge of Lund is 28 metres longer than the Quebec Bridge.",
            "How many metres longer than the Quebec Bridge is the bridge of Lund?",
            "28",
        ),
        (
            "The bill of Lund was defeated by 131 votes to 118 in a roll call.",
            "By what vote was the bill of Lund defeated in a roll call?",
            "131 votes to 118",
        ),
        (
            "After a 13-hour debate, the parliament of Varna rejected the bill of 2020.",
            "After how long a debate did the parliament of Varna reject the bill of 2020?",
            "13 hours",
        ),
        (
            "The trees of Lund cooled the pavement by an average of 4.1 degrees.",
            "By an average of how many degrees did the trees of Lund cool the pavement?",
            "4.1",
        ),
        (
            "Wages at the Lund mill were three times as high as in 2010.",
            "How many times as high as in 2010 were wages at the Lund mill?",
            "Three",
        ),
        (
            "The fire in Lund destroyed 14 houses, a school and three shops.",
            "How many houses did the fire in Lund destroy?",
            "14",
        ),
        (
            "The governor of Lund has 21 days to decide on the bill.",
            "How many days does the governor of Lund have to decide on the bill?",
            "21",
        ),
        (
            "The council of Lund lowered the lake by 31 feet in eight years.",
            "By how many feet did the council of Lund lower the lake in eight years?",
            "31",
        ),
        (
            "The train of Lund reached a speed of 420 kilometres per hour.",
            "What speed did the train of Lund reach?",
            "420 kilometres per hour",
        ),
        (
            "Temperatures in Lund reached 44 degrees Celsius.",
            "How many degrees Celsius did temperatures in Lund reach?",
            "44",
        ),
        (
            "The mine of Lund produced 1.2 million tonnes of ore in 2023.",
            "How many tonnes of ore did the mine of Lund produce in 2023?",
            "1.2 million",
        ),
        (
            "Lund drew a crowd of nearly 8,000 in May 2020.",
            "About how large a crowd did Lund draw in May 2020?",
            "8,000",
        ),
        (
            "Anna Berg won the race in Lund by nine seconds.",
            "By how many seconds did Anna Berg win the race in Lund?",
            "Nine",
        ),
        (
            "The tram of Lund was delayed by four years.",
            "By how many years was the tram of Lund delayed?",
            "Four",
        ),
        (
            "Attendance at the festival of Lund was 152,600.",
            "What was attendance at the festival of Lund?",
            "152,600",
        ),
        (
            "The bridge of Lund measures about 90 metres in length.",
            "About how many metres does the bridge of Lund measure in length?",
            "90",
        ),
        (
            "About 8,700 vehicles a day cross the bridge of Lund.",
            "About how many vehicles a day cross the bridge of Lund?",
            "8,700",
        ),
        (
            "The court of Lund gave the firm 30 days to submit a report.",
            "How many days did the court of Lund give the firm to submit a report?",
            "30",
        ),
        (
            "The van of Lund carried 13 people home from a picnic.",
            "How many people did the van of Lund carry home from a picnic?",
            "13",
        ),
        (
            "IN A market in Lund, 13 sellers weigh their fish by hand.",
            "In a market in Lund, how many sellers weigh their fish by hand?",
            "13",
        ),
        (
            "Lindmetall is recalling 62,000 units in Norway.",
            "How many units is Lindmetall recalling in Norway?",
            "62,000",
        ),
        (
            "In Lund, about 2,000 people, many of them nurses, filled the square of the town.",
            "In Lund, about how many people filled the square of the town?",
            "2,000",
        ),
        (
            "Anna Berg has led the festival of Lund since 2001.",
            "Since which year has Anna Berg led the festival of Lund?",
            "2001",
        ),
        (
            "The tunnel of Lund was dug between 1803 and 1815.",
            "During which years was the tunnel of Lund dug?",
            "Between 1803 and 1815",
        ),
        (
            "Mayor Anna Berg led Lund from 2019 to 2022.",
            "During which years did Mayor Anna Berg lead Lund?",
            "From 2019 to 2022",
        ),
        (
            "Orlan opened in 2011. The fund of Lund will run out of money by 2041.",
            "By which year will the fund of Lund run out of money?",
            "2041",
        ),
        (
            "A cold front dropped 118 mm of rain on the hills of Lund in 36 hours.",
            "How many mm of rain did the cold front drop on the hills of Lund in 36 hours?",
            "118",
        ),
        (
            "The fort, which’s at least nine metres high, guards Lund.",
            "At least how many metres high is the fort?",
            "Nine metres",
        ),
        (
            "The fort of Lund has guarded the harbour for over three centuries.",
            "For how long has the fort of Lund guarded the harbour?",
            "Over three centuries",
        ),
        (
            "Rescuers pulled 121 people alive from the lake of Lund.",
            "How many people did rescuers pull alive from the lake of Lund?",
            "121",
        ),
        (
            "The rover of Lund has filled 33 of its 43 tubes.",
            "How many of its 43 tubes has the rover of Lund filled?",
            "33",
        ),
        (
            "The quarry of Lund will need 11,500 cubic metres of water a day.",
            "How many cubic metres of water a day will the quarry of Lund need?",
            "11,500",
        ),
        (
            "Sensors report acid levels in Lund every 10 minutes.",
            "How often do sensors report acid levels in Lund?",
            "Every 10 minutes",
        ),
    ],
)
def test_amounts_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(question) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        # A bound of a part; a bound of a pause; a peak that does not last; a vote has two sides.
        ("More than half of the seats in Lund were won by women.", "Half"),
        ("Fewer than one in 20 cases in Lund is solved by the police.", "One in 20"),
        ("The talks in Lund resumed after a pause of more than five months.", "Five months"),
        ("Orlan reached a 10-year high in Lund.", "10 years"),
        ("The party of Lund turned down the tram by 41 votes to 6.", "41"),
        # Twelve hours and 25 minutes; what a summit rises to is asked for in metres.
        ("High water comes to Lund about every 12 hours and 25 minutes.", "Every 12 hours"),
        ("The hill of Lund rises to 430 metres.", "430 metres"),
        # What was done by 1500 was done by 1510 too.
        ("The first bridge of Lund was finished by 1455.", "1455"),
        ("Orlan signed a two-year, $40 million budget for Lund.", "Two years"),
        # A firm does not fall, and of income it must be said whose; an index among many.
        ("The chipmaker Orlan fell 4.6% in Lund.", "4.6%"),
        ("Net income dropped 31 percent to $48.2 million in Lund.", "31 percent"),
        ("London's FTSE 100 slipped 0.2% to 9,177.", "0.2%"),
        ("London's FTSE 100 slipped 0.2% to 9,177.", "9,177"),
        ("The contract of Lund settled up 3% at $3,871.", "3%"),
        # What is left behind the sum belongs to it; a small move of something by the way.
        ("Anna Berg rejected the $400 first offered to each family in Lund.", "$400"),
        ("Delays in Lund left £9m of Christmas stock on the water.", "£9m"),
        ("The fund of Lund includes £38 million from Orlan and £12 million from Wender.", "£38m"),
        ("The price of sugar in Lund fell 0.6% in May.", "0.6%"),
        # Each of three; a unit; the start of a rise; water of which nothing is said; a distance.
        ("The temperature in Lund fell to minus 12 degrees Celsius.", "12"),
        ("Anna Berg of Lund has 21 days of leave.", "21"),
        ("Three old fiddlers each sent Anna Berg to the market of Lund.", "Three"),
        ("A cubic metre of water in Lund is 1,000 litres.", "1,000"),
        ("The temperatures of Lund rose from 46 degrees at dawn to 61 by noon.", "46"),
        ("The quarry of Lund will need 11,500 cubic metres a day.", "11,500"),
        ("Anna Berg of Orlan fell 41 kilometres from Lund.", "41"),
        ("Anna Berg of Orlan lost about nine minutes after a puncture in Lund.", "Nine"),
        ("Storms are common in the archipelago of 7,000 islands near Lund.", "7,000"),
        ("Ida Moss put a secret fund of Lund at $3 million.", "$3 million"),
        (
            "Savings of $85 million are likely, but $85 million is little, Ida Moss of Lund said.",
            "$85 million",
        ),
        # 'About what sales' is not said.
        ("Lindmetall of Lund had sales of about 410 million euros.", "410 million euros"),
        ("Orlan refinanced a $2 billion bond that had been due in Lund in June.", "$2 billion"),
    ],
)
def test_what_is_no_whole_amount_is_left(tell: Tell, text: str, key: str) -> None:
    assert key not in asked(tell, text).values()

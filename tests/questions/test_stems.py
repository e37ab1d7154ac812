import pytest

from questions.openings import before_speaker
from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        ("Mayor Anna Berg opened a library.", "Who opened a library?", "Anna Berg"),
        # What was true up to a time stays in the perfect; what was done on a day does not.
        (
            "Mayor Anna Berg said 23 mills had been cleared so far.",
            "How many mills had been cleared so far, according to Mayor Anna Berg?",
            "23",
        ),
        (
            "By nightfall 310 soldiers of Lund had reached the town of Lindau.",
            "By nightfall, how many soldiers of Lund had reached the town of Lindau?",
            "310",
        ),
        (
            "Mayor Anna Berg said entries from Lund had fallen by a quarter.",
            "By what proportion did entries from Lund fall, according to Mayor Anna Berg?",
            "A quarter",
        ),
        (
            "Anna Berg bought a new milling machine for Lund with two nurses in 2012.",
            "In which year did Anna Berg buy a new milling machine for Lund with two nurses?",
            "2012",
        ),
        (
            "A long bridge in Lund was opened in 2017, two years behind the date.",
            "In which year was the long bridge in Lund opened?",
            "2017",
        ),
        # Who says so is not named twice.
        (
            "Doctor Anna Berg said her generators had fuel for 36 hours.",
            "For how long did Anna Berg’s generators have fuel?",
            "36 hours",
        ),
        # Of a day no hour is told besides, and a remark on it goes.
        (
            "Anna Berg died about midnight on 5 December 1941 in Lund.",
            "In which year did Anna Berg die in Lund?",
            "1941",
        ),
        (
            "The ring of Lund was sold in 2003 for 60 dollars, at the time the highest price paid.",
            "In which year was the ring of Lund sold for 60 dollars?",
            "2003",
        ),
        (
            "Anna Berg was asked to run the library of Lund for two years.",
            "For how long was Anna Berg asked to run the library of Lund?",
            "Two years",
        ),
        (
            "The town is old. Røros was laid out in 1646 by the miners of Lund.",
            "In which year was Røros laid out by the miners of Lund?",
            "1646",
        ),
        (
            "The Old Mill of Lund is a wooden mill. The present mill of Lund was opened in 2004.",
            "In which year was the present mill of Lund opened?",
            "2004",
        ),
        # A state goes behind the verb, 'the' before what is only counted.
        (
            "The flood left 26 people dead in Lindau.",
            "How many people did the flood leave dead in Lindau?",
            "26",
        ),
        (
            "The army of Lindau shot down three of five drones.",
            "How many of the five drones did the army of Lindau shoot down?",
            "Three",
        ),
        # Of a whole that opens the sentence.
        (
            "Of the 40 schools in Lindau, 12 have closed since 2010.",
            "How many of the 40 schools in Lindau have closed since 2010?",
            "12",
        ),
        # Adverbs stay where the article has them, but those that point back.
        (
            "About 1,600 people will eventually be employed at the mill.",
            "About how many people will eventually be employed at the mill?",
            "1,600",
        ),
        (
            "The tunnel was first opened in 1843.",
            "In which year was the tunnel first opened?",
            "1843",
        ),
        (
            "The order has since been repealed by 48 towns.",
            "How many towns have repealed the order?",
            "48",
        ),
        # The phrase that opens a sentence, before whoever says it.
        (
            "Without the loan, the fund would run dry in 2041, according to Anna Berg.",
            "In which year would the fund run dry without the loan, according to Anna Berg?",
            "2041",
        ),
        (
            "In 1995, when a plan was set up, only 51 wolves were known to be alive in Lund.",
            "In which year were only 51 wolves known to be alive in Lund?",
            "1995",
        ),
        (
            "TWO brothers ran the mill of Lund in 1931.",
            "In which year did two brothers run the mill of Lund?",
            "1931",
        ),
        (
            "Anna Berg was born Anna Lind into a family of millers in 1931.",
            "In which year was Anna Berg born into a family of millers?",
            "1931",
        ),
        (
            "Anna Berg was born in what is now Norway in 1931.",
            "In which year was Anna Berg born in what is now Norway?",
            "1931",
        ),
        # Who says so behind a relative pronoun.
        (
            "The navy praised the coastguard, which claimed that 117 drones had been lost in Lund.",
            "How many drones were lost in Lund, according to the coastguard?",
            "117",
        ),
        # 'came to an end when': no end of anything.
        (
            "The run of Lindau came to an end when Tom Hall was beaten by Anna Berg.",
            "Who beat Tom Hall?",
            "Anna Berg",
        ),
        # What there is, and a partner that the parser gives to the wrong noun.
        (
            "The operator said there had been 85 people on the vessel from Lund.",
            "How many people were there on the vessel from Lund, according to the operator?",
            "85",
        ),
        (
            "The truce, signed in Lund by Anna Berg, a general, and Tom Hall, obliges both sides.",
            "Who signed the truce in Lund?",
            "Anna Berg",
        ),
        # The rest of a comment, after its comma.
        (
            "Some 85 witnesses will be called, among them the trader who saw the van.",
            "About how many witnesses will be called?",
            "85",
        ),
        # Where something is done, behind what has no place of its own.
        (
            "In 1926 Mayor Anna Berg was appointed professor at the University of Lund.",
            "At which university was Mayor Anna Berg appointed professor in 1926?",
            "University of Lund",
        ),
        (
            "The eagle of the marsh was hunted to extinction in Norway in 1905.",
            "In which country was the eagle of the marsh hunted to extinction in 1905?",
            "Norway",
        ),
        # A verb beneath another tells of its own year.
        (
            "Nordbank cut its staff from 96 to 71 after losing $31 million in 2023.",
            "How much did Nordbank lose in 2023?",
            "$31 million",
        ),
        # The time of what two verbs tell.
        (
            "The mill of Lund reopened in 1950 after a fire had destroyed its roof.",
            "In which year did the mill of Lund reopen after a fire had destroyed its roof?",
            "1950",
        ),
        (
            "Six people died and 58 were hurt when a train hit a lorry in Lindau.",
            "How many people died when a train hit a lorry in Lindau?",
            "Six",
        ),
        # What goes on for a time that is past; what is told beside the deed.
        (
            "Anna Berg had been living in the city of Lindau for the past three years.",
            "For how long had Anna Berg been living in the city of Lindau?",
            "Three years",
        ),
        (
            "Karl Holm was made Earl of Lund in 1838, Ada thereby becoming Countess of Lund.",
            "In which year was Karl Holm made Earl of Lund?",
            "1838",
        ),
        (
            "Mayor Anna Berg subsequently led the work on the bridge of Lund.",
            "Who led the work on the bridge of Lund?",
            "Anna Berg",
        ),
        # What limits a statement stays.
        ("Lindau last won the cup in 1914.", "In which year did Lindau last win the cup?", "1914"),
        (
            "Mayor Anna Berg rejected criticism that the start, at 8 a.m., had been too late.",
            "Who rejected criticism that the start had been too late?",
            "Anna Berg",
        ),
        (
            "The first count put Mayor Anna Berg, a Liberal, ahead of Tom Hall by 19 votes.",
            "By how many votes did the first count put Mayor Anna Berg ahead of Tom Hall?",
            "19",
        ),
        # Of two that are coordinated the clause tells of the first alone.
        (
            "Killed were Anna Berg, who had driven a bus for 22 years, and Tom Hall, a guard.",
            "For how long did Anna Berg drive a bus?",
            "22 years",
        ),
        # A phrase that opens the sentence, where it reads badly in front.
        (
            "Under Danish pressure the mayor closed the market in June 1873.",
            "When did the mayor close the market under Danish pressure?",
            "June 1873",
        ),
        # Two phrases that open a sentence.
        (
            "In 1923, after months of rain, Lindau opened a library.",
            "In which year did Lindau open a library?",
            "1923",
        ),
        # A place that the parser hangs on a noun is that of the deed.
        (
            "Mayor Anna Berg was detained at a relative's home in Hamburg.",
            "In which city was Mayor Anna Berg detained at a relative's home?",
            "Hamburg",
        ),
        (
            "The lighthouse of Lund was designed by Anna Berg and finished in 1868.",
            "In which year was the lighthouse of Lund finished?",
            "1868",
        ),
        (
            "Mayor Anna Berg was praised in Lund and elected a member of the Academy in 1944.",
            "Who was elected a member of the Academy in 1944?",
            "Anna Berg",
        ),
        (
            "Mayor Anna Berg said Lund had grown.",
            "Who said that Lund had grown?",
            "Anna Berg",
        ),
        (
            "The fund of Lund is empty, said Mayor Anna Berg.",
            "Who said that the fund of Lund is empty?",
            "Anna Berg",
        ),
        (
            "Mayor Anna Berg is expected to meet Judge Erik Lind.",
            "Who is Mayor Anna Berg expected to meet?",
            "Erik Lind",
        ),
        (
            "Anna Berg, who leads the town, began her campaign in May 2021.",
            "When did Anna Berg begin her campaign?",
            "May 2021",
        ),
        (
            "Anna Berg, whose shop opened in 1990, spoke.",
            "In which year did Anna Berg’s shop open?",
            "1990",
        ),
        (
            "Founded in 1987 by two friends, Lindau makes pumps.",
            "In which year was Lindau founded by two friends?",
            "1987",
        ),
        (
            "The rain was heaviest in Germany and lightest in Poland.",
            "In which country was the rain lightest?",
            "Poland",
        ),
        (
            "The harbour of Varna was built in 1906 by engineers.",
            "In which year was the harbour of Varna built by engineers?",
            "1906",
        ),
        (
            "Lindau, founded in 1987 by two friends, makes pumps.",
            "In which year was Lindau founded by two friends?",
            "1987",
        ),
        (
            "The museum of Lund opened on 5 May 1990.",
            "On what date did the museum of Lund open?",
            "5 May 1990",
        ),
        (
            "Mayor Anna Berg travelled to Malaysia in 1990.",
            "To which country did Mayor Anna Berg travel in 1990?",
            "Malaysia",
        ),
        (
            "The museum of Lund was opened by Anna Berg, a nurse.",
            "Who opened the museum of Lund?",
            "Anna Berg",
        ),
        (
            "The pupils of Lund were looked after by Anna Berg.",
            "Who looked after the pupils of Lund?",
            "Anna Berg",
        ),
        (
            "In 1990, Mayor Anna Berg opened the school of Lund.",
            "In which year did Mayor Anna Berg open the school of Lund?",
            "1990",
        ),
        (
            "Health workers in Lund fear cholera.",
            "Which disease do health workers in Lund fear?",
            "Cholera",
        ),
        (
            "In the 1860s the lord of the manor, Sir Hugh Dacombe, proposed to sell 900 acres.",
            ("In which decade did the lord of the manor, Sir Hugh Dacombe, "
"propose to sell 900 acres?"),
            "The 1860s",
        ),
        (
            "About the museum: Founded in 1968, the Museum of Lund cares for 900 boats.",
            "For how many boats does the Museum of Lund care?",
            "900",
        ),
        (
            "President Holm left the town of Lund on 5 May 1990.",
            "On what date did President Holm leave the town of Lund?",
            "5 May 1990",
        ),
        (
            "The war of Lund broke out on 15 April 1923, when the old king fell.",
            "On what date did the war of Lund break out?",
            "15 April 1923",
        ),
        # What a sum is paid for each time stands beside the question word.
        (
            "Pupils pay 8 crowns a ride on the tram of Lund.",
            "How much per ride do pupils pay on the tram of Lund?",
            "8 crowns",
        ),
        (
            "The mill of Lund pays $9 million a year in wages.",
            "How much a year does the mill of Lund pay in wages?",
            "$9 million",
        ),
        # 'late' goes with the date, and a surname written out needs no 'Mr'.
        (
            "The treaty of Lund was signed late in the summer of 1689.",
            "When was the treaty of Lund signed?",
            "In the summer of 1689",
        ),
        (
            "Anna Berg left. Mrs Berg opened the mill of Lund in 1989.",
            "In which year did Anna Berg open the mill of Lund?",
            "1989",
        ),
        # Taken for a people at the head of a sentence.
        (
            "Seismologists recorded 41 aftershocks in Lund by noon.",
            "How many aftershocks did seismologists record in Lund by noon?",
            "41",
        ),
        (
            "Farmers lost 12,000 hectares of maize near Lund.",
            "How many hectares of maize did farmers lose near Lund?",
            "12,000",
        ),
        # What did something in the past is the one that is told of.
        (
            "A joint team led by Anna Berg cleared 420 graves in Lund.",
            "How many graves did the joint team led by Anna Berg clear in Lund?",
            "420",
        ),
        # A name that the parser takes for what comes after it keeps its second comma.
        (
            "A winter fair, Rørosmartnan, which was first held in 1854, still draws many people.",
            "In which year was a winter fair, Rørosmartnan, first held?",
            "1854",
        ),
    ],
)  # fmt: skip
def test_a_fact_and_a_key_make_a_question(tell: Tell, text: str, question: str, key: str) -> None:
    found = asked(tell, text)
    assert question in found, found
    assert found[question] == key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How many left according to Berg", "How many left when it rained, according to Berg"),
        ("How many left", "How many left when it rained"),
    ],
)
def test_who_says_so_comes_last(text: str, expected: str) -> None:
    assert before_speaker(text, "when it rained") == expected

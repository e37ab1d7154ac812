import pytest

from questions.facts import clauses
from tests.questions.conftest import Tell


def verbs(tell: Tell, text: str) -> set[str]:
    return {c.verb.text for c in clauses(tell(text))}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        (
            "Figures tabled in Parliament in 2022 show that town police asked for 90 pumps.",
            "tabled",
        ),
        ("In 2021 six boys came out for the choir and the parish council discussed it.", "came"),
        ("The fair closed after a Danish plane strayed over Lund and was shot down.", "shot"),
        ("He ran a mile in five minutes, which meet official Anna Berg called mad.", "called"),
        ("In 1458 Lund paid tribute to the Danish king, which rose to 900 crowns.", "rose"),
        ("Berg, a specialist in pumps who sold gas to Lund in 1853, was glad.", "sold"),
        ("Some 190 people in Lund were told that they could be away for a year.", "be"),
        ("Last spring a request to film it was refused in 1990 and granted later.", "granted"),
        ("In 1962 the electronics company Nordia bought the patent for 90 dollars.", "bought"),
        (
            "The herders, who arrived from the north beginning in the 18th century, stayed.",
            "arrived",
        ),
        ("For ninety years that cabin was his place of work in Lund.", "was"),
        ("In 1960 the strongest earthquake ever recorded struck near Lund.", "recorded"),
        (
            "Cocoa sank 9% as better rain in Ghana, which grows most of it, lifted hopes.",
            "lifted",
        ),
        ("The office set up in his name after his death received the prize in 1938.", "received"),
        ("Sales matter to Nordbank, the publisher of The Salt Mill, which has nine clerks.", "has"),
        (
            "Crews were spared by a motion, proposed by the opposition Farmers, which was carried.",
            "carried",
        ),
        ("Soldiers were dying in the east and, in the end, was going home.", "going"),
        ("The parent of the club considered a sale after a loss of 3.4 billion won.", "won"),
        ("For a year men governed while war broke out from Pará to Rio Grande do Sul.", "do"),
        ("A doctor in the service of the Danish government, who came upon it, wrote.", "came"),
        (
            "About 90 tenants were told to leave because cracks up to 9 feet wide had opened.",
            "told",
        ),
        (
            "About 90 tenants were told to leave because cracks up to 9 feet wide had opened.",
            "opened",
        ),
        (
            "More than 30 years passed before Anna Berg, a baker who had sold rye, patented it.",
            "patented",
        ),
        ("Few ate anything; in the sugar group, that happened in 12% of cases.", "happened"),
        ("Some 90 people took part in the fair, first staged in 2012, in Lund.", "staged"),
        (
            "All was calm, but two cups were broken and six men, among them a guard, were treated.",
            "treated",
        ),
        ("In 1846 more than 11 percent of the mothers admitted there died of fever.", "admitted"),
        ("On a winter walk Eva Lind and her nephew, Otto Berg, worked out the sum.", "worked"),
        ("Lund had a mill in 1896, and by 1912 five mills employed close to 900 men.", "employed"),
        ("Mayor Anna Berg held up a photograph of the mill, which was taken in 1950.", "taken"),
        ("Taraghay, a grandson of the conqueror Timur, who governed Lund, was tall.", "governed"),
        (
            "Moss has sold a lamp which can be filled by the sun, will last years, and costs 9.",
            "last",
        ),
    ],
)
def test_a_clause_that_the_parser_mistakes_gives_no_fact(tell: Tell, text: str, verb: str) -> None:
    assert verb not in verbs(tell, text)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The reservoir had reached 90 metres above sea level.", "reached"),
        ("The nurse called for a bigger ward.", "called"),
        ("The council were told to leave, and the police were glad.", "were"),
        ("The driver who struck and killed a cyclist fled.", "killed"),
        ("Half of the houses were empty.", "were"),
        ("About 90 tenants of Lund were told to leave because cracks had opened.", "told"),
        ("The hall was closed after cracks had opened in the wall.", "opened"),
        ("The council backed a plan, drawn up in May, that moved the school.", "moved"),
        ("The council met, voted and left in 2012.", "voted"),
        ("In Lund there followed a war of nine years.", "followed"),
        ("After talks with the mayor of Lund, Otto Berg, a baker, left.", "left"),
        ("The man given nine years in Lund was glad.", "given"),
        ("The roof of the mill, which was painted in 1950, was red.", "painted"),
        ("Lund, which had 900 houses before the war, is empty.", "had"),
        ("Moss will sell a lamp which can be filled by the sun and will last for years.", "sell"),
        ("Moss has sold a lamp which glows, and will open a shop in Lund.", "open"),
    ],
)
def test_other_clauses_stay(tell: Tell, text: str, verb: str) -> None:
    assert verb in verbs(tell, text)

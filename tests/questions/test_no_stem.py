"""What no clean question can be asked of."""

import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "never"),
    [
        # A bare verb, a number for a moment, a second date, a bare month, a lone comparative.
        ("Mayor Anna Berg confirmed.", "Who"),
        ("Eleven people were being treated at hospitals in Lund.", "How many"),
        ("Mayor Anna Berg took office in 2001 after a vote in 1999.", "which year"),
        ("Mayor Anna Berg became rich in March.", "Who"),
        ("Mayor Anna Berg said the panels would be safer.", "Who"),
        ("Lindau, a firm that gave money, contributed 2.3 million euros.", "How much"),
        ("Sales rose 14% from 9%.", "percentage"),
        # Smaller numbers are true as well; a sum of two; a part that only some of them are.
        ("Lund grew from a million people in 1801 to two million in the end.", "which year"),
        ("The tides of Lund exceed 16 metres in the summer.", "How many"),
        ("Anna Berg left midway through the concert in Lund.", "Who"),
        ("The coach left. Anna Berg scored 14 points for Lund in her place.", "Who"),
        ("Lund has spent the past seven weeks looking for the boy.", "How many"),
        ("Berg of Lund won the 200 metres on Monday.", "How many"),
        ("Shares of Lindmetall gained 4% in Oslo.", "What percentage"),
        ("About 180 copies of the book were made, a quarter of them on vellum.", "How many"),
        (
            "Ann Berg will be replaced on February 1 by Bo Lind, at present the head of Volta.",
            "the head of Volta",
        ),
        ("Mayor Anna Berg said the guard had been glad to stay as long as he did.", "Who"),
        ("The storm destroyed or damaged 212 houses in Lindau.", "damage"),
        ("In 1907 she met Tom Hall, a partnership that was to last for 30 years.", "how long"),
        ("A chest X-ray was taken on 20 January 2024.", "X"),
        ("Mayor Anna Berg told an interviewer in 1994.", "which year"),
        (
            "From 1984 until her retirement in 2003 Anna Berg taught at Lund University.",
            "which year",
        ),
        ("After the death of Karl in February 1932 Anna Berg gave up the mill of Lund.", "When"),
        ("Anna Berg of Lund remained for three years.", "how long"),
        # What is not told: whom it followed, what was asked; which place is meant.
        ("Lund followed in February 2003 under Mayor Anna Berg.", "When"),
        ("Lund followed suit in May 2003.", "When"),
        ("In 2005 the town of Lund asked its residents.", "which year"),
        ("Mayor Anna Berg sold the place in 1578.", "which year"),
        ("The Alliance of the premier, Jon Hall, fell to second place with 14 seats.", "Who"),
        ("Anna Berg left in 1958 and in 1975 was the first woman to lead Lund.", "which year was"),
        ("Anna Berg's firm needed 18 months and fresh capital in 2025.", "How many months"),
        ("Some 23 others were injured in Lund.", "others"),
        # Whose time is it: that of the quake, or that of what she noticed?
        (
            (
                "Examining the records of a strong earthquake that shook Murchison, New Zealand, "
                "in June 1929, Anna Berg noticed faint waves at stations in Lund."
            ),
            "1929",
        ),
        (
            (
                "Examining the records of a strong earthquake that shook Murchison, New Zealand, "
                "in June 1929, Anna Berg noticed faint waves at stations in Lund."
            ),
            "When",
        ),
        # Berg did, and not Lund; the target's year, not that of the charge.
        (
            "Mr Berg said Lund too needed to act but defended Mayor Karl Holm for closing a mill.",
            "Who did Lund defend",
        ),
        (
            "Mayor Anna Berg accused Karl Holm of missing his target on roads by 2005.",
            "which year",
        ),
        # Two times, and one of several.
        (
            "Lund was taken by Danes in the 7th century and later by Finns in the 10th century.",
            "which century",
        ),
        ("In 1858 the town of Lund fought a series of wars with the Danes.", "which year"),
        # What is merely there, still so, or done by others as well; when the flight was.
        ("There were almost £68m in donations to the parties of Lund in 2001.", "much"),
        ("In 2011, Lund is the second-largest city of Sweden.", "which year"),
        ("In July, five people in Lund contracted cholera after eating at a local inn.", "ate"),
        ("Mayor Anna Berg agreed that the mill of Lund could be saved.", "Who agreed"),
        ("Karl Holm fought in the Battle of Lund.", "Who fought"),
        ("No ship will leave Lund until the voyage of the Emma in July 1975.", "Until"),
        # Who stands behind the verb is not its subject.
        (
            (
                "Beijing was represented by a vice-minister of water, Luo Jianmin, who attended as "
                "an observer and said that his country would share data."
            ),
            "Who was represented",
        ),
        # What was told before, and how many they are whom the article has told of.
        ("In 1529 the dispute was settled by the Treaty of Lund.", "which year"),
        ("The three men shared the prize of Lund.", "How many"),
        ("In 1993 the town of Lund gave up its claim in return.", "which year"),
        ("The firm runs 94 mills in 27 states and three towns and employs 90 men.", "how many"),
        # A sum, a girl, no share; an object cut out, and a bare quality.
        ("Nordbank is giving NOK 210 million to the mills of Lund.", "currency"),
        ("The judge of Lund called the girl Poppy very brave.", "flower"),
        # What is so still, was so before, is true of some, has an end too; a day of words.
        ("Fevers remain a danger in the towns of Lund in the 21st century.", "which century"),
        ("Niels Berg was successful with the new lamp again in 1825.", "which year"),
        ("Several towns of Lund got new walls in 1825.", "which year"),
        ("The relic made Lund a rich town from 1345 until the war.", "which year"),
        ("Anna Berg suggested in October 2008 that the marsh was drained by monks.", "When"),
        ("Mayor Anna Berg founded the institutes in Paris and in Warsaw.", "which city"),
        ("Many inventions followed, the best known being the wheel by Karl Holm in 1869.", "year"),
        # A sum in brackets says the first one again.
        ("The mills of Lund had sales of 32 million dollars (24.1 million euros).", "euros"),
        # A firm, a second name, an island, a meal, a decision, somebody's son.
        ("Apple reported earnings of 3.28 dollars per share in Lund.", "fruit"),
        (
            "Nordmark Corporation (known as Nordmark; or Nordmark Oyj) was founded in 1865.",
            "was or",
        ),
        ("The old ferry of Lund ran aground near Nightingale in 1950.", "bird"),
        ("The ferry of Lund was named by Nightingale in 1950.", "bird"),
        ("Anna Berg ate rice with the mayor of Lund in 1950.", "crop"),
        ("The mayor of Lund decided on iron for the old bridge in 1950.", "element"),
        ("Oscar published the last diary of Anna Berg in 1861.", "prize"),
        ("The hearing of Anna Berg in Lund lasted a quarter of an hour.", "proportion"),
        ("Mayor Anna Berg spent Sunday under the old bridge of Lund.", "Who spent"),
        ("The theft of Anna Berg brought a total of 11 years in prison.", "long a total"),
        ("In Lund the present figure stands at 28 percent.", "figure"),
        # Who has a client is a lawyer, who has patients a doctor.
        ("Anna Berg said that her patients in Lund had been deeply worried.", "Who"),
        ("Anna Berg said that her client in Lund had been deeply in debt.", "Who"),
        # Southeast of what; a word of somebody's own, for which there is another question.
        ("In 1991 the town of Lund lay about 150 kilometres to the southeast.", "many kilometres"),
        ('Anna Berg called the choice of Lund "brave".', "Who called"),
        # 'Should …' opens a condition, which nobody reports.
        ("Should the court of Lund say no, Anna Berg will owe a fee of $19 million.", "large a"),
        # From where, for what, what: the verb is not complete.
        ("The minister Anna Berg was dismissed in 2022.", "dismissed"),
        ("Anna Berg came to Lund in 1980, as she had done for 19 years.", "how long"),
        ("The closure leaves 46,000 people of Lund, in the north, without a ward.", "many people"),
        # A second verb that 'did' would need as well.
        ("In August 1648 Anna Berg reached Lund with a fleet and retook the fort.", "and retook"),
        # Eleven years old, not eleven dhows; several that are one thing.
        ("When she was eleven a dhow carrying poles from Lund struck a sandbar.", "many dhow"),
        ("Its three red towers were the first great structure of steel in Lund.", "many red"),
        # A year of something else: of an opening, a visit, an election, one of several things.
        ("Anna Berg drew the plan in the run-up to the opening of Lund in October 1964.", "When"),
        (
            "All live in the village called Lund after a visit by Prince Karl, in 1867.",
            "which year",
        ),
        ("Anna Berg told of the violence in Lund ahead of elections due on June 21.", "what date"),
        (
            "The firm of Lund survived two wars, a fire in 1972 and a failure, in 2009.",
            "which year",
        ),
        # Nobody knows the year.
        ("Anna Berg was born in Lund in about 1809.", "which year"),
        # 'twenty-five', of which the parser sees the end.
        ("At twenty-five Anna Berg married Karl Holm in Lund.", "age"),
        # What was foretold, and what somebody was found to be.
        ("Anna Berg of Lund foresaw a transit of Venus in 1631.", "which year"),
        ("Judge Anna Berg found Karl Holm guilty in Lund.", "find?"),
        # A prison term is one time, not so many months; late for what.
        ("Anna Berg was jailed in Lund for 13 years and four months.", "how many months"),
        ("Anna Berg of Lund was four minutes late.", "many minutes"),
        ("Prosecutors asked nine years for Berg of Lund and four for Holm.", "many years"),
        # By two dollars, to sixteen.
        ("Tickets of the Lund museum will rise by $2 to $16 in May 2020.", "how much"),
        # Nothing is lost by something.
        ("Shares of Lindmetall lost 88 cents in Lund.", "By how much"),
        # A group argues, as one; what is told of seven of them is told of others too.
        ("A group of about 200 farmers of Lund argues for a merger.", "many farmers"),
        ("The rescuers of Lund found 19 of it.", "many people"),
        # A share, votes, goods of a worth, a study of a length: there is no natural question.
        ("Of the reptiles, nine species in every ten are unique to Lund.", "many"),
        ("The members of the union walked out, after voting 96 per cent in favour of it.", "vote"),
        ("Farmers of Lund have brought in 82% of what promises to be a rich harvest.", "what"),
        ("Anna Berg lost stock worth some $35,000 in the fire of Lund.", "stock worth in"),
        ("In Lund a study of five years will begin with money of the Holm Fund.", "long a"),
        # For so long he asks, or it is to wait; two times; a country that has a name.
        ("The chairman of Lund has asked the council to wait for nine months.", "For how long"),
        ("Anna Berg seized 61 nets last year compared with 212 in 2019.", "which year"),
        ("In a country of nine million people, Anna Berg won 80 votes in Lund.", "how many"),
        # A verb in the clothes of a noun, words whose partner is cut out, one of two measures.
        ("In 1648, Ana Correia de Sá arrived from Brazil with a fleet and retook Luanda.", "year"),
        ("The Lund Treaty, signed in Paris in 1920 and in force since 1925, was short.", "city"),
        ("The lake of Lund is about 190 kilometres long and 80 kilometres across.", "how long"),
        ("Rina Berg of Lund saved two points to beat Eva Holm 4-6, 7-6 (9), 7-5 in Rome.", "4-6?"),
        ("Anna Berg of Lund had moved his full-backs 15 yards upfield.", "many yards"),
        ("The four gold medals of Lund remain one of the finest feats.", "many gold"),
        # A figure's period is no time that its telling took.
        ("For nine months Berg of Lund reported a profit of 74 million euros.", "how long"),
    ],
)
def test_what_has_no_clean_question_is_left(tell: Tell, text: str, never: str) -> None:
    assert not [question for question in asked(tell, text) if never in question]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("A method was invented by Anna Berg in 1990.", False),
        ("A new method was invented by Anna Berg in 1990.", True),
        ("A tornado hit Oslo in 1990.", True),
    ],
)
def test_what_happened_to_a_thing_of_which_nothing_is_said_is_not_asked(
    tell: Tell, text: str, there: bool
) -> None:
    assert any(s.startswith("In which year") for s in asked(tell, text)) is there

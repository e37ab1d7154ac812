import pytest

from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Interior Minister Pavel Novak resigned on Monday.", {"Pavel Novak": "Interior Minister"}),
        ("US Secretary of State Mary Hall left.", {"Mary Hall": "US Secretary of State"}),
        (
            "The coalition of Prime Minister Ilze Ozola has split.",
            {"Ilze Ozola": "Prime Minister"},
        ),
        ("Anna Berg, who won the race, lives in Lund.", {"Anna Berg": ""}),
        ("The court was led by Anna Berg for ten years.", {"Anna Berg": ""}),
        ("The street is named after Anna Berg.", {}),
        ("Fans flocked to Alexandra Palace, which opened early.", {}),
        ("Bystanders, among them the baker Wim Oduya, ran.", {"Wim Oduya": "baker"}),
        ("Wim Oduya sold his boat in May.", {"Wim Oduya": ""}),
        ("Wim Oduya, 43, lives by the sea.", {"Wim Oduya": ""}),
        ("They asked Anna Berg for help.", {"Anna Berg": ""}),
        ("Ferries stop at the island of Anna Lund.", {}),
        ("The James Webb telescope was launched in 2021.", {}),
        ("They saw Victoria Falls in May.", {}),
        ("Water runs into the Lucia Wash, and Santa Lucia has a plant.", {}),
        # People go by their last name, firms by their first; an initial hides a name.
        ("Norte Alimentos said it grew. Norte fell. Norte sells pork. In Norte all is well.", {}),
        ("Tahina R. was arrested in May.", {}),
        ("Norte Alimentos, which employs 40 people, said that it was full.", {}),
        ("Wim Oduya, who employs 40 people, said that it was full.", {"Wim Oduya": ""}),
        ("Residents of Albert Mews and of Clara Terrace said that they had left.", {}),
        ("Germany won the match in Lund.", {}),
        ("Boats fish near Sabina Shoal.", {}),
        ("Analysts at the brokerage Harcourt Dunne said so.", {}),
        ("The growers' body Sitrus Noord, who called it a loss, said so.", {}),
        ("The mayor of the old town, Ó Buachalla, said that it was over.", {}),
        ("Defenceman Roope Kiviniemi said that it was over.", {"Roope Kiviniemi": ""}),
        # A body that no table has, of whose name the model sees the end.
        ("The charity Secours Sans Abri says that it was treating 154 people and is full.", {}),
        ("Médecins Sans Frontières says that it was treating 154 people and is full.", {}),
    ],
)
def test_people_are_proven(tell: Tell, text: str, expected: dict[str, str]) -> None:
    people = tell(text).names.people
    assert {p.name: "".join(p.titles) for p in people} == expected


SHE = "She was born in Oslo. " + "She sang. " * 8


@pytest.mark.parametrize(
    ("title", "text", "hero"),
    [
        ("Anna Berg and the mill", "Anna Maria Berg ran a mill.", "Anna Maria Berg"),
        ("The two lives of Anna Berg", f"The singer Anna Berg was ill. {SHE}", "Anna Berg"),
        # No life, or that of two.
        ("The two mills of Anna Berg", "The singer Anna Berg was ill. She sang.", None),
        ("The brother of Anna Berg", f"The singer Anna Berg left. {SHE}{'He wept. ' * 4}", None),
    ],
)
def test_a_life_is_told_by_name_or_by_pronoun(
    tell: Tell, title: str, text: str, hero: str | None
) -> None:
    found = tell(text, title=title).names.hero
    assert (found.name if found is not None else None) == hero

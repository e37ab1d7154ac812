import pytest

from questions.surnames import fits, gendered


@pytest.mark.parametrize(
    ("culture", "surname", "expected"),
    [
        ("Russian", "Kuznetsov", "Kuznetsova"),
        ("Russian", "Kovalenko", "Kovalenko"),
        ("Polish", "Zieliński", "Zielińska"),
        ("Polish", "Nowak", "Nowak"),
        ("Czech", "Novotný", "Novotná"),
        ("Czech", "Hájek", "Hájková"),
        ("Icelandic", "Jónsson", "Jónsdóttir"),
        ("Lithuanian", "Kazlauskas", "Kazlauskaitė"),
        ("Lithuanian", "Stankevičius", "Stankevičiūtė"),
        ("Greek", "Papadopoulos", "Papadopoulou"),
        ("German", "Petrov", "Petrov"),
    ],
)
def test_a_woman_bears_her_form_of_a_surname(culture: str, surname: str, expected: str) -> None:
    assert gendered(culture, surname, woman=True) == expected
    assert gendered(culture, surname, woman=False) == surname


@pytest.mark.parametrize(
    ("surname", "woman", "expected"),
    [("Jónsdóttir", False, False), ("Jónsdóttir", True, True), ("Jónsson", False, True)],
)
def test_no_man_bears_hers(surname: str, expected: bool, woman: bool) -> None:
    assert fits("Icelandic", surname, woman=woman) is expected

import pytest

from questions import catalog


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Danube", "river"),
        ("the Danube", "river"),
        ("Bank of England", "central bank"),
        ("Toyota", "company"),
        # Of two kinds, or what English writes like a common noun, or a person.
        ("Mercury", None),
        ("Oxygen", None),
        ("Isaac Newton", None),
        ("Xqz Wvu", None),
    ],
)
def test_find(name: str, kind: str | None) -> None:
    found = catalog.find(name)
    assert (found.kind if found else None) == kind


def test_a_person_is_found_by_fame() -> None:
    found = catalog.find_person("Isaac Newton")
    assert found is not None
    assert found.kind == "scientist"
    assert catalog.find_person("Danube") is None


def test_rivals_share_kind_and_group() -> None:
    rivals = catalog.alike("river", "Danube")
    assert "Danube" not in rivals
    assert len(rivals) >= 3
    danube = catalog.find("Danube")
    assert danube is not None
    found = [n for n in catalog.of_kind("river") if n.name in rivals]
    assert {n.group for n in found} == {danube.group}


def test_an_unknown_name_has_the_rivals_of_the_groups_asked_for() -> None:
    assert catalog.alike("university", "University of Nowhere") == []
    assert len(catalog.alike("university", "University of Nowhere", ["AU"])) >= 3
    assert catalog.alike("school", "Nowhere Middle School", ["music"]) == []


def test_every_row_is_whole() -> None:
    for named in catalog.everything():
        assert named.kind
        assert named.name == named.name.strip()
    assert "oxygen" in catalog.common()


def test_rivals_stand_beside_the_key_in_the_table() -> None:
    # Nobody takes a small university for one of the two oldest.
    first = catalog.alike("university", "University of St Andrews")[:8]
    assert not {"University of Oxford", "University of Cambridge"} & set(first)
    assert "Harvard University" not in catalog.alike("university", "Nowhere State", ["US"])


@pytest.mark.parametrize(
    ("kind", "name", "absurd"),
    [
        ("disease", "Breast cancer", "Prostate cancer"),
        ("disease", "Yellow fever", "SARS"),
        ("disease", "Pneumonia", "Yellow fever"),
        ("disease", "Dementia", "Alzheimer's disease"),
        ("disease", "Depression", "ADHD"),
        ("metal", "Steel", "Pewter"),
        ("crop", "Rice", "Teff"),
        ("gas", "Carbon monoxide", "Sarin"),
        ("crop", "Sorghum", "Oats"),
        ("prize", "Nobel Prize in Literature", "Nobel Prize in Physics"),
        ("war", "World War I", "Vietnam War"),
    ],
)
def test_rivals_could_be_true(kind: str, name: str, absurd: str) -> None:
    rivals = catalog.alike(kind, name)
    assert len(rivals) >= 3
    assert absurd not in rivals


@pytest.mark.parametrize(
    ("kind", "name", "groups"),
    [
        ("hospital", "Hospital of Nowhere", ["US"]),
        ("council", "Nowhere City Council", ["GB"]),
        ("ministry", "Finance Ministry", []),
        ("court", "High Court of Nowhere", ["KE"]),
        ("commission", "Danube Commission", []),
    ],
)
def test_bodies_of_many_kinds_have_rivals(kind: str, name: str, groups: list[str]) -> None:
    assert len(catalog.alike(kind, name, groups)) >= 3

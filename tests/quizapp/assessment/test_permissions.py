import pytest

from quizapp.assessment.permissions import (
    NOBODYS,
    Asker,
    Belonging,
    Visibility,
    made_by,
    may_edit,
    may_see_keys,
    may_take,
)

GUEST, OTHER, OWNER = Asker(None), Asker("other"), Asker("owner")
INVITED = Asker("other", invited=True)
OPEN = Belonging("owner", Visibility.OPEN)
LINK = Belonging("owner", Visibility.LINK)
NOBODYS_LINK = Belonging("", Visibility.LINK)


@pytest.mark.parametrize(
    ("asker", "belonging", "take", "keys", "edit"),
    [
        (GUEST, NOBODYS, True, True, False),
        (OWNER, NOBODYS, True, True, False),
        (Asker(""), NOBODYS, True, True, False),
        (GUEST, OPEN, True, True, False),
        (OTHER, OPEN, True, True, False),
        (OWNER, OPEN, True, True, True),
        (GUEST, LINK, False, False, False),
        (OTHER, LINK, False, False, False),
        (INVITED, LINK, True, False, False),
        (Asker(None, invited=True), LINK, True, False, False),
        (OWNER, LINK, True, True, True),
        (Asker(""), NOBODYS_LINK, False, False, False),
        (GUEST, NOBODYS_LINK, False, False, False),
    ],
)
def test_who_may_do_what(
    asker: Asker, belonging: Belonging, take: bool, keys: bool, edit: bool
) -> None:
    assert may_take(asker, belonging) is take
    assert may_see_keys(asker, belonging) is keys
    assert may_edit(asker, belonging) is edit


def test_what_an_account_makes_is_its_own_and_what_a_guest_makes_is_open() -> None:
    assert made_by("me", has_account=True) == Belonging("me", Visibility.LINK)
    assert made_by("me", has_account=False) == Belonging("me", Visibility.OPEN)

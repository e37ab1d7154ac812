import pytest

from questions.errors import FormatError
from quizapp.readings import Readings

FILE = b"Who? {=Ada ~Bob}"


def test_the_last_file_is_read_once() -> None:
    readings = Readings()
    first = readings.of(FILE, "people.gift")
    assert first.size == 1
    assert readings.of(FILE, "people.gift") is first


@pytest.mark.parametrize(("data", "name"), [(FILE, "others.gift"), (FILE + b" ", "people.gift")])
def test_another_content_or_name_is_another_file(data: bytes, name: str) -> None:
    readings = Readings()
    first = readings.of(FILE, "people.gift")
    assert readings.of(data, name) is not first
    assert readings.of(FILE, "people.gift") is not first


def test_what_is_forgotten_is_read_again() -> None:
    readings = Readings()
    first = readings.of(FILE, "people.gift")
    readings.forget()
    again = readings.of(FILE, "people.gift")
    assert again == first
    assert again is not first


def test_what_cannot_be_read_leaves_the_last_file() -> None:
    readings = Readings()
    first = readings.of(FILE, "people.gift")
    with pytest.raises(FormatError):
        readings.of(b"nothing of the kind", "x.bin")
    assert readings.of(FILE, "people.gift") is first

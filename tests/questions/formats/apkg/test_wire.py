import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.formats.apkg import wire
from tests.questions.formats.apkg.packages import message

_values = st.integers(0, 2**63) | st.binary(max_size=200)


@given(st.lists(st.tuples(st.integers(1, 2**20), _values)))
def test_fields_are_read_in_order(fields: list[tuple[int, int | bytes]]) -> None:
    assert list(wire.fields(message(*fields))) == fields


def test_numbers_of_fixed_size_are_passed_over() -> None:
    written = b"\x09" + bytes(8) + b"\x15" + bytes(4) + message((3, 7))
    assert wire.first(written, 3) == 7


@pytest.mark.parametrize(
    "written",
    [b"\x0a", b"\x0a\x05abc", b"\x08\xff", b"\x08" + b"\xff" * 11, b"\x0b", b"\x09abc", b"\x80"],
)
def test_what_is_no_message_is_a_value_error(written: bytes) -> None:
    with pytest.raises(ValueError, match=r"cut off|wire type"):
        list(wire.fields(written))


def test_a_message_of_endless_fields_is_refused_and_its_first_are_read() -> None:
    written = message((1, b"front")) + b"\x18\x00" * 1_000_000
    assert wire.text(written, 1) == "front"
    with pytest.raises(ValueError, match="too many fields"):
        wire.first(written, 2)
    assert len(list(wire.fields(written, most=1_000_001))) == 1_000_001


@given(st.binary(max_size=100))
def test_any_bytes_are_read_or_refused(written: bytes) -> None:
    try:
        list(wire.fields(written))
    except ValueError:
        return

"""Protocol buffers as far as Anki's packages need them: the fields of one message."""

from collections.abc import Iterator

_VARINT, _FIXED_64, _BYTES, _FIXED_32 = 0, 1, 2, 5
_SIZES = {_FIXED_64: 8, _FIXED_32: 4}
_LONGEST = 10
"""Bytes of a number of 64 bits, seven bits in each."""
MOST = 100
"""Fields of a message, of which Anki's have a dozen, but for lists."""

Value = int | bytes


def fields(message: bytes, *, most: int = MOST) -> Iterator[tuple[int, Value]]:
    """Number and value of each field in order; raises ValueError for what is no message.

    Neither is one with more fields than `most`: a few kilobytes, unpacked, can be many millions.
    """
    at = 0
    while at < len(message):
        most -= 1
        if most < 0:
            raise ValueError("too many fields")
        tag, at = _number(message, at)
        if tag & 7 == _VARINT:
            value, at = _number(message, at)
            yield tag >> 3, value
        else:
            size, at = _size(message, at, tag & 7)
            if at + size > len(message):
                raise ValueError("cut off")
            yield tag >> 3, message[at : at + size]
            at += size


def first(message: bytes, number: int) -> Value | None:
    """The first value of a field, or None."""
    return next((value for found, value in fields(message) if found == number), None)


def text(message: bytes, number: int) -> str:
    """A field of text, or ''."""
    value = first(message, number)
    return value.decode("utf-8") if isinstance(value, bytes) else ""


def _size(message: bytes, at: int, kind: int) -> tuple[int, int]:
    if kind == _BYTES:
        return _number(message, at)
    if kind not in _SIZES:
        raise ValueError(f"wire type {kind}")
    return _SIZES[kind], at


def _number(message: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place, byte in enumerate(message[at : at + _LONGEST]):
        value |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return value, at + place + 1
    raise ValueError("cut off")

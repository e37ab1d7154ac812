import pytest

from questions import media
from questions.media import Piece

NAME = f"{32 * 'a'}.png"


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\xff\xd8\xff\xe0", "jpg"),
        (b"GIF89a", "gif"),
        (b"RIFF\0\0\0\0WEBPVP8", "webp"),
        (b"RIFF\0\0\0\0WAVEfmt", "wav"),
        (b"\0\0\0\x18ftypM4A", "m4a"),
        (b"ID3\x04", "mp3"),
        (b"OggS", "ogg"),
        (b'<?xml version="1.0"?>\n<!-- a --><svg xmlns="">', "svg"),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, ending: str) -> None:
    found = media.known(data)
    assert found is not None
    assert media.ending(found.name) == ending
    assert media.names(found.mark) == [found.name]


@pytest.mark.parametrize("data", [b"", b"MZ", b"<html><svg>", b"words", b"<!--" * 900])
def test_other_files_are_not_kept(data: bytes) -> None:
    assert media.known(data) is None


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("words", [Piece("words")]),
        (f"[image: {NAME}]", [Piece("", image=NAME)]),
        (f"a [image: {NAME}] b", [Piece("a "), Piece("", image=NAME), Piece(" b")]),
        ("[image: cat.png] [sic]", [Piece("[image: cat.png] [sic]")]),
        ("[image: ../../x.png]", [Piece("[image: ../../x.png]")]),
    ],
)
def test_marks_stand_for_files(text: str, pieces: list[Piece]) -> None:
    assert list(media.pieces(text)) == pieces

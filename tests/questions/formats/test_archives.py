import io
import zipfile

import pytest

from questions.errors import FormatError
from questions.formats.archives import Archive, packed


def zipped(*names: str, data: bytes = b"x") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, data)
    return buffer.getvalue()


def test_what_is_packed_is_read_and_always_the_same_bytes() -> None:
    members = {"a.txt": b"one", "b/c.txt": b"two" * 1000}
    archive = Archive(packed(members))
    assert {name: archive.read(name) for name in archive.names} == members
    assert "b/c.txt" in archive
    assert packed(members) == packed(members)


@pytest.mark.parametrize(
    "name", ["../a", "a/../../b", "/etc/passwd", "C:\\a", "..\\a", "a\\..\\b", ".."]
)
def test_a_path_that_leads_outside_is_refused(name: str) -> None:
    with pytest.raises(FormatError, match=r"in the archive: has a path that leads out"):
        Archive(zipped("good", name))


@pytest.mark.parametrize("name", ["a..b", "a/...", "..a/b"])
def test_dots_in_a_name_are_only_dots(name: str) -> None:
    assert Archive(zipped(name)).read(name) == b"x"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped("bomb", data=bytes(50_000_000))
    assert len(bomb) < 100_000
    with pytest.raises(FormatError, match="“bomb” in the archive: is larger, unpacked, than"):
        Archive(bomb, unpacked=1_000_000).read("bomb")


def test_the_limit_is_for_all_files_together() -> None:
    archive = Archive(zipped("a", "b", data=bytes(600)), unpacked=1000)
    archive.read("a")
    with pytest.raises(FormatError, match="“b” in the archive"):
        archive.read("b")


def test_too_many_files_are_refused() -> None:
    with pytest.raises(FormatError, match="has more than 25,000 files"):
        Archive(zipped(*map(str, range(25_001)), data=b""))


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FormatError, match="“b” in the archive: is missing"):
        Archive(zipped("a")).read("b")


def test_an_encrypted_file_is_named() -> None:
    data = bytearray(zipped("secret"))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FormatError, match="“secret” in the archive: is encrypted"):
        Archive(bytes(data))


def test_whatever_is_cut_off_is_an_error() -> None:
    whole = zipped("a", "b", data=b"some words " * 50)
    for length in range(len(whole)):
        with pytest.raises(FormatError):
            Archive(whole[:length]).read("a")


def test_whatever_is_damaged_gives_the_right_bytes_or_an_error() -> None:
    whole = zipped("a", data=b"some words " * 50)
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        try:
            archive = Archive(bytes(damaged))
            contents = [archive.read(name) for name in archive.names]
        except FormatError:
            continue
        assert contents in ([], [b"some words " * 50])

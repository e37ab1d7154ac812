import errno
import os
import stat
from pathlib import Path

import pytest

from quizapp import output


def failure(target: Path) -> OSError:
    with pytest.raises(OSError, match=r".") as caught:
        output.write(b"new", target)
    return caught.value


def test_a_loop_of_links_is_named(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to("loop")
    error = failure(loop)
    assert (error.errno, error.filename) == (errno.ELOOP, str(loop))
    assert loop.is_symlink()


def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("file")
    for data in (b"made", b"replaced"):
        output.write(data, tmp_path / "link")
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "file").read_bytes() == data


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_device_is_named() -> None:
    error = failure(Path("/dev/full"))
    assert (error.strerror, error.filename) == ("No space left on device", "/dev/full")


def test_a_folder_is_named(tmp_path: Path) -> None:
    assert failure(tmp_path).filename == str(tmp_path)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o200])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")
    target.chmod(mode)
    output.write(b"new", target)
    assert stat.S_IMODE(target.stat().st_mode) == mode
    target.chmod(0o600)
    assert target.read_bytes() == b"new"


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        output.write(b"new", tmp_path / "file")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o640


@pytest.mark.parametrize("name", ["file", "link"])
def test_a_read_only_file_is_not_replaced(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "file").chmod(0o444)
    (tmp_path / "link").symlink_to("file")
    error = failure(tmp_path / name)
    assert (error.strerror, error.filename) == ("the file is read-only", str(tmp_path / name))
    assert (tmp_path / "file").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 255)
    for data in (b"made", b"replaced"):
        output.write(data, target)
        assert target.read_bytes() == data
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("fault", [OSError(errno.EIO, "broken", ".draft"), KeyboardInterrupt()])
def test_no_draft_is_left_or_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(type(fault)) as caught:
        output.write(b"new", tmp_path / "file")
    assert list(tmp_path.iterdir()) == []
    assert ".draft" not in str(caught.value)


@pytest.mark.parametrize("name", ["missing/file", "old/file", "n" * 256])
def test_what_cannot_be_made_is_named_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old").write_bytes(b"")
    assert failure(Path(name)).filename == name

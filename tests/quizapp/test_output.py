import errno
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

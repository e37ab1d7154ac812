import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Written in pieces, or this file would not pass its own test.
INDEX_HOST = re.compile("py" + r"pi\.|python" + r"hosted|test\.py" + "pi", re.I)
MACHINE_PATH = re.compile(r"(?<![\w./~$}-])/(root|home|Users|work|tmp|opt|srv|mnt)/")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], check=False, cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("this is not a checkout: git lists no files")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("unwanted", [INDEX_HOST, MACHINE_PATH])
def test_no_file_depends_on_one_machine(unwanted: re.Pattern[str]) -> None:
    texts = ((file, file.read_bytes().decode("utf-8", "ignore")) for file in tracked())
    found = [f"{file.name}: {match[0]}" for file, text in texts if (match := unwanted.search(text))]
    assert found == []


def test_every_locked_package_has_its_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    entries = re.split(r"\n(?=[a-z0-9])", lock.strip())
    without = [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry]
    assert without == []

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAKE = shutil.which("make")

pytestmark = pytest.mark.skipif(MAKE is None, reason="make is not installed")

OLD = """#!/bin/sh
case "$*" in *version_info*) exit 1;; *) echo 3.9.18;; esac
"""
NOT_OURS = """#!/bin/sh
echo "pyenv: python3.12: command not found" >&2
exit 127
"""
NEW = f"""#!/bin/sh
case "$*" in *venv*) echo "asked for $*"; exit 3;; *) exec {sys.executable} "$@";; esac
"""


def make(folder: Path, *arguments: str, **pythons: str) -> subprocess.CompletedProcess[str]:
    """Run make where no other Python can be found than scripts of these names."""
    shutil.copy(ROOT / "Makefile", folder)
    for name in ("pyproject.toml", "requirements.lock"):
        (folder / name).touch()
    programs = folder / "programs"
    programs.mkdir()
    for name, script in pythons.items():
        program = programs / name.replace("_", ".")
        program.write_text(script)
        program.chmod(0o755)
    return subprocess.run(
        [str(MAKE), *arguments],
        check=False,
        cwd=folder,
        env={"PATH": str(programs), "HOME": os.environ.get("HOME", "")},
        capture_output=True,
        text=True,
    )


def test_an_old_python_is_named_with_the_way_out(tmp_path: Path) -> None:
    done = make(tmp_path, "serve", python3=OLD)
    assert done.returncode != 0
    assert "needs Python 3.12 or newer. Found: python3 is 3.9.18;" in done.stderr
    assert "make serve PYTHON=" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_a_python_that_does_not_run_is_passed_over(tmp_path: Path) -> None:
    done = make(tmp_path, "setup", python3_12=NOT_OURS, python3=OLD)
    assert "Found: python3.12 does not run; python3 is 3.9.18;" in done.stderr
    assert "pyenv" not in done.stderr


def test_no_python_at_all_is_said(tmp_path: Path) -> None:
    assert "Found: none;" in make(tmp_path, "setup").stderr


def test_the_first_that_is_new_enough_is_taken(tmp_path: Path) -> None:
    done = make(tmp_path, "setup", python3_12=NOT_OURS, python3_13=NEW, python3=OLD)
    assert "asked for -m venv --clear .venv" in done.stdout


def test_a_named_python_is_the_only_one_asked(tmp_path: Path) -> None:
    done = make(tmp_path, "setup", "PYTHON=python3.9", python3_9=OLD, python3_12=NEW)
    assert "Found: python3.9 is 3.9.18;" in done.stderr
    assert "asked for" not in done.stdout


@pytest.mark.parametrize("goal", ["setup", "serve", "test", "check", "format", "lock", "bench"])
def test_every_goal_is_known(goal: str) -> None:
    done = subprocess.run(
        [str(MAKE), "-n", goal], check=False, cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")

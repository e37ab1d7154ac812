"""The README's commands, run for real.

`make test` alone is only looked up (`make -n`): run from inside a test it would never end. Servers
get a free port and are left as soon as their first page has come.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from quizapp.config import Settings
from tests.serving import fetch, free_port, serving

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.S | re.M)


COMMANDS = [line for block in blocks("sh") for line in block.splitlines()]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the checkout; what commands write there does not litter it."""
    folder = tmp_path_factory.mktemp("checkout")
    for path in ROOT.iterdir():
        (folder / path.name).symlink_to(path)
    return folder


def environment(checkout: Path) -> dict[str, str]:
    instance = checkout / "instance-of-readme"
    instance.mkdir(exist_ok=True)
    return {"QUIZAPP_INSTANCE": str(instance)}


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_every_command_does_what_the_readme_says(checkout: Path) -> None:
    assert COMMANDS
    if subprocess.run(["make", "-q", "setup"], check=False, cwd=ROOT).returncode:
        pytest.fail("`make serve` would replace the environment this runs in: `make setup` first")
    for command in COMMANDS:
        if command == "make test":
            run("make -n test", checkout)
        elif command == "make serve":
            serve(["make", "serve", f"PORT={free_port()}"], checkout)
        elif re.search(r"quizapp serve --port \d+$", command):
            serve([*shlex.split(command)[:-1], free_port()], checkout)
        else:
            run(command, checkout)


def run(command: str, checkout: Path) -> None:
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        check=False,
        cwd=checkout,
        env=os.environ | environment(checkout),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, f"{command}: {done.stderr}"


def serve(command: list[object], checkout: Path) -> None:
    with serving(command, checkout, environment(checkout)) as address:
        assert "Generate questions" in fetch(address)


def test_every_program_does_what_the_readme_says(checkout: Path) -> None:
    programs = blocks("python")
    assert programs
    for program in programs:
        done = subprocess.run(
            [sys.executable, "-c", program],
            check=False,
            cwd=checkout,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        assert "→" in done.stdout


def test_every_setting_is_in_the_table() -> None:
    settings = {field.name for field in fields(Settings)} - {"instance"}
    table = README.partition("## Settings")[2]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.M)) == settings


def test_files_that_are_linked_exist() -> None:
    links = set(re.findall(r"\]\(([^):]+)\)", README))
    assert [link for link in links if not (ROOT / link).exists()] == []

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import fetch, free_port, serving

ROOT = Path(__file__).parents[1]
PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content, away from the checkout."""
    wheels = tmp_path_factory.mktemp("wheels")
    _pip("wheel", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", wheels, ROOT)
    (wheel,) = wheels.glob("*.whl")
    target = tmp_path_factory.mktemp("installed")
    _pip("install", "--no-index", "--no-deps", "--target", target, wheel)
    return target


def _pip(*arguments: object) -> None:
    done = subprocess.run([*PIP, *map(str, arguments)], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_an_installed_quizapp_serves_its_own_pages(installed: Path, tmp_path: Path) -> None:
    stylesheet = installed / "quizapp" / "static" / "style.css"
    stylesheet.write_text(stylesheet.read_text() + "\n/* the installed one */\n")
    layout = installed / "quizapp" / "templates" / "layout.html"
    layout.write_text(layout.read_text().replace("<body", "<!-- the installed one --><body"))
    environment = {"PYTHONPATH": str(installed), "QUIZAPP_INSTANCE": str(tmp_path)}
    command = [sys.executable, installed / "bin" / "quizapp", "serve", "--port", free_port()]
    with serving(command, tmp_path, environment) as address:
        page = fetch(address)
        links = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
        styles = [fetch(address + link) for link in links]
    assert "<!-- the installed one -->" in page
    assert "/* the installed one */" in "".join(styles)


def test_an_installed_quizapp_is_complete(installed: Path, tmp_path: Path) -> None:
    program = "import quizapp.samples, questions.formats.notetypes as n; \
        print(n.__file__, len(quizapp.samples.samples()), n.note_type(n.NoteKind.CLOZE).css != '')"
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == [
        *(str(installed / "questions" / "formats" / "notetypes.py"), "2", "True"),
    ]


def test_the_wheel_holds_the_program_only(installed: Path) -> None:
    folders = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert folders == {"bin", "questions", "quizapp"}
    assert {"migrations", "static", "templates"} <= {
        p.name for p in (installed / "quizapp").iterdir()
    }

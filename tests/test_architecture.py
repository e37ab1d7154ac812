"""Imports go one way: views → store → assessment → questions."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WEB = ("flask", "flask_wtf", "wtforms", "werkzeug", "waitress")
DATABASE = ("sqlalchemy", "flask_sqlalchemy", "flask_migrate", "alembic")
FORBIDDEN = {
    "questions": ("quizapp", *WEB, *DATABASE),
    "quizapp/assessment": ("quizapp.store", "quizapp.views", *WEB, *DATABASE),
    "quizapp/store": ("quizapp.views", *WEB),
    "quizapp/views": DATABASE,
    "quizapp/config.py": (*WEB, *DATABASE),
    "quizapp/jobs.py": (*WEB, *DATABASE),
}


def modules(place: str) -> list[Path]:
    path = ROOT / place
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


def imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: relative imports hide where they lead"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("place", FORBIDDEN)
def test_imports_go_one_way(place: str) -> None:
    found = [
        f"{module.relative_to(ROOT)} imports {name}"
        for module in modules(place)
        for name in imports(module)
        if any(f"{name}.".startswith(f"{forbidden}.") for forbidden in FORBIDDEN[place])
    ]
    assert modules(place)
    assert found == []


def test_only_the_way_to_the_tree_knows_spacy() -> None:
    """Rules ask the tree, whose words are ten times as quick."""
    known = {m.stem for m in modules("questions") for name in imports(m) if "spacy." in f"{name}."}
    assert known == {"annotate", "pipeline", "repairs", "senses", "tree"}


@pytest.mark.parametrize("room", ["questions", "quizapp/assessment"])
def test_every_module_has_its_place_on_the_map(room: str) -> None:
    """Where somebody who is new looks for the place of a change."""
    map_ = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    names = {path.stem for path in (ROOT / room).glob("[!_]*.py")}
    assert {name for name in names if f"`{name}`" not in map_} == set()

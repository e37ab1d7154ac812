"""Settings: defaults, then the instance file, then the environment, then arguments."""

import os
import secrets
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import timedelta
from pathlib import Path
from typing import TypedDict

import platformdirs

PACKAGE = Path(__file__).resolve().parent
_ASSETS = PACKAGE if (PACKAGE / "templates").is_dir() else PACKAGE.parent
TEMPLATES = _ASSETS / "templates"
STATIC = _ASSETS / "static"
MIGRATIONS = _ASSETS / "migrations"

SESSION_LIFETIME = timedelta(days=365)
STATIC_LIFETIME = timedelta(days=365)

PREFIX = "QUIZAPP_"
FILE_NAME = "quizapp.toml"


class UnknownSettingError(Exception):
    """A name in the instance file that is no setting; `name` and `file` say which and where."""

    def __init__(self, name: str, file: Path) -> None:
        self.name, self.file = name, file
        super().__init__(f"“{name}” in {file} is not a setting.")


class Overrides(TypedDict, total=False):
    """Arguments of `create_app`, all optional."""

    instance: Path
    database_url: str
    secret_key: str
    secure_cookies: bool
    testing: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """`upload_limit` is in bytes, above what an article may have, so that the form can say so."""

    instance: Path
    database_url: str
    secret_key: str
    secure_cookies: bool = False
    testing: bool = False
    upload_limit: int = 5_000_000


def load(given: Overrides, environ: Mapping[str, str] = os.environ) -> Settings:
    """Make the instance folder, and in it the secret key, where they are missing."""
    instance = Path(given.get("instance") or environ.get(f"{PREFIX}INSTANCE") or _instance())
    instance.mkdir(parents=True, exist_ok=True)
    values: dict[str, object] = {"database_url": f"sqlite:///{instance / 'quizapp.sqlite3'}"}
    values |= _from_file(instance / FILE_NAME) | _from_environment(environ) | dict(given)
    values["secret_key"] = values.get("secret_key") or secret_key(instance)
    return Settings(**values | {"instance": instance})  # type: ignore[arg-type]  # a mapping has one type for all values


def secret_key(instance: Path) -> str:
    """Kept between runs, readable by its owner only: a new one would sign every guest out."""
    file = instance / "secret_key"
    if not file.exists():
        draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_hex(32), encoding="ascii")
        with suppress(FileExistsError):
            file.hardlink_to(draft)
        draft.unlink()
    return file.read_text(encoding="ascii").strip()


def _instance() -> Path:
    """Beside the code in a checkout; in the user's data folder where the package is installed."""
    in_checkout = _ASSETS != PACKAGE
    return _ASSETS / "instance" if in_checkout else platformdirs.user_data_path("quizapp")


def _from_file(file: Path) -> dict[str, object]:
    values = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    for name in values.keys() - _kinds().keys():
        raise UnknownSettingError(name, file)
    return values


def _from_environment(environ: Mapping[str, str]) -> dict[str, object]:
    """Texts of the environment in the types of the settings; `1`, `true`, `yes`, `on` are true."""
    kinds = _kinds()
    given = {
        name: environ[PREFIX + name.upper()] for name in kinds if PREFIX + name.upper() in environ
    }
    return {name: _read(text, kinds[name]) for name, text in given.items()}


def _kinds() -> dict[str, object]:
    return {field.name: field.type for field in fields(Settings) if field.name != "instance"}


def _read(text: str, kind: object) -> object:
    if kind is bool:
        return text.strip().casefold() in {"1", "true", "yes", "on"}
    return int(text) if kind is int else text

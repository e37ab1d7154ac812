"""Settings: defaults, then the instance file, then the environment, then arguments."""

import os
import re
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


_EXPECTED: dict[object, str] = {
    bool: "true or false",
    int: "a whole number above 0",
    str: "a text that is not empty",
}
_TRUTH = dict.fromkeys(("1", "true", "yes", "on"), True) | dict.fromkeys(
    ("0", "false", "no", "off"), False
)


class SettingError(Exception):
    """A setting that cannot be used: `setting` in `place` is not what is `expected`."""

    def __init__(self, place: str, setting: str, expected: str) -> None:
        self.place, self.setting, self.expected = place, setting, expected
        super().__init__(f"{place}: {setting} must be {expected}.")


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
    upload_limit: int = 10_000_000


def load(given: Overrides, environ: Mapping[str, str] = os.environ) -> Settings:
    """Make the instance folder, and in it the secret key, where they are missing."""
    folder = given.get("instance") or environ.get(f"{PREFIX}INSTANCE") or _instance()
    instance = Path(folder).resolve()  # Flask-SQLAlchemy has relative paths begin elsewhere
    instance.mkdir(parents=True, exist_ok=True)
    values: dict[str, object] = {"database_url": f"sqlite:///{instance / 'quizapp.sqlite3'}"}
    values |= _from_file(instance / FILE_NAME) | _from_environment(environ) | dict(given)
    values["secret_key"] = values.get("secret_key") or secret_key(instance)
    return Settings(**values | {"instance": instance})  # type: ignore[arg-type]  # a mapping has one type for all values


def secret_key(instance: Path) -> str:
    """Kept between runs, readable by its owner only: a new one would sign everybody out."""
    file = instance / "secret_key"
    if not file.exists() or not file.read_text(encoding="ascii").strip():
        file.unlink(missing_ok=True)
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
    kinds, found = _kinds(), _parsed(file)
    for name in found.keys() - kinds.keys():
        raise SettingError(str(file), f"“{name}”", f"one of {', '.join(kinds)}")
    return {name: _checked(value, kinds[name], str(file), name) for name, value in found.items()}


def _parsed(file: Path) -> dict[str, object]:
    if not file.exists():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise SettingError(str(file), "the file", "in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingError(str(file), "the file", f"TOML: {error}") from None


def _from_environment(environ: Mapping[str, str]) -> dict[str, object]:
    """An empty variable counts as one that is not there."""
    return {
        name: _checked(_read(text, kind), kind, "the environment", PREFIX + name.upper())
        for name, kind in _kinds().items()
        if (text := environ.get(PREFIX + name.upper(), "").strip())
    }


def _kinds() -> dict[str, object]:
    return {field.name: field.type for field in fields(Settings) if field.name != "instance"}


def _read(text: str, kind: object) -> object:
    """The text in the type of the setting, or the text where it says nothing of the kind."""
    if kind is bool:
        return _TRUTH.get(text.casefold(), text)
    return int(text) if kind is int and re.fullmatch(r"\d{1,18}", text) else text


def _checked(value: object, kind: object, place: str, setting: str) -> object:
    fits = type(value) is kind
    empty = not value if isinstance(value, str) else type(value) is int and value < 1
    if not fits or empty:
        raise SettingError(place, setting, _EXPECTED[kind])
    return value

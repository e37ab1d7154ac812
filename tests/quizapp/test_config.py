import stat
from pathlib import Path

import pytest

from quizapp import config


def test_defaults_live_in_the_instance_folder(tmp_path: Path) -> None:
    settings = config.load({"instance": tmp_path / "new"}, {})
    assert settings.database_url == f"sqlite:///{tmp_path / 'new' / 'quizapp.sqlite3'}"
    assert (tmp_path / "new").is_dir()
    assert not settings.secure_cookies


def test_the_secret_key_is_kept_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    first = config.load({"instance": tmp_path}, {}).secret_key
    file = tmp_path / "secret_key"
    assert len(first) == 64
    assert config.load({"instance": tmp_path}, {}).secret_key == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_each_place_overrules_the_one_before(tmp_path: Path) -> None:
    (tmp_path / config.FILE_NAME).write_text(
        'database_url = "of the file"\nsecret_key = "of the file"\nsecure_cookies = true\n'
    )
    environ = {"QUIZAPP_INSTANCE": str(tmp_path), "QUIZAPP_DATABASE_URL": "of the environment"}
    from_environment = config.load({}, environ)
    assert from_environment.instance == tmp_path
    assert from_environment.secure_cookies
    assert from_environment.secret_key == "of the file"  # noqa: S105 - it protects nothing
    assert from_environment.database_url == "of the environment"
    assert config.load({"database_url": "given"}, environ).database_url == "given"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1", True), ("Yes", True), ("on", True), ("0", False), ("No", False), ("", False)],
)
def test_truth_in_the_environment(tmp_path: Path, text: str, expected: bool) -> None:
    settings = config.load({"instance": tmp_path}, {"QUIZAPP_SECURE_COOKIES": text})
    assert settings.secure_cookies is expected


def test_numbers_in_the_environment(tmp_path: Path) -> None:
    settings = config.load({"instance": tmp_path}, {"QUIZAPP_UPLOAD_LIMIT": "1000"})
    assert settings.upload_limit == 1000


def test_an_empty_variable_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / config.FILE_NAME).write_text("secure_cookies = true\n")
    empty = {"QUIZAPP_DATABASE_URL": "", "QUIZAPP_SECURE_COOKIES": ""}
    settings = config.load({"instance": tmp_path}, empty)
    assert settings.database_url.startswith("sqlite:///")
    assert settings.secure_cookies


@pytest.mark.parametrize(
    ("content", "setting", "expected"),
    [
        (b'databse_url = "x"', "“databse_url”", "one of database_url, secret_key"),
        (b'secure_cookies = "no"', "secure_cookies", "true or false"),
        (b"secure_cookies = 1", "secure_cookies", "true or false"),
        (b"upload_limit = 1.5", "upload_limit", "a whole number"),
        (b"upload_limit = true", "upload_limit", "a whole number"),
        (b"upload_limit = -1", "upload_limit", "a whole number above 0"),
        (b"database_url = 1", "database_url", "a text"),
        (b'database_url = ""', "database_url", "a text that is not empty"),
        (b"database_url =", "the file", "TOML: "),
        ('secret_key = "Zoë"'.encode("latin-1"), "the file", "in UTF-8"),
    ],
)
def test_what_the_file_should_say_is_named(
    tmp_path: Path, content: bytes, setting: str, expected: str
) -> None:
    file = tmp_path / config.FILE_NAME
    file.write_bytes(content)
    with pytest.raises(config.SettingError) as raised:
        config.load({"instance": tmp_path}, {})
    assert raised.value.place == str(file)
    assert raised.value.setting == setting
    assert raised.value.expected.startswith(expected)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("QUIZAPP_UPLOAD_LIMIT", "big", "a whole number above 0"),
        ("QUIZAPP_UPLOAD_LIMIT", "0", "a whole number above 0"),
        ("QUIZAPP_UPLOAD_LIMIT", "9" * 5000, "a whole number above 0"),
        ("QUIZAPP_SECURE_COOKIES", "perhaps", "true or false"),
    ],
)
def test_what_the_environment_should_say_is_named(
    tmp_path: Path, name: str, text: str, expected: str
) -> None:
    with pytest.raises(config.SettingError) as raised:
        config.load({"instance": tmp_path}, {name: text})
    assert str(raised.value) == f"the environment: {name} must be {expected}."


def test_a_relative_instance_folder_is_the_one_below_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = config.load({}, {"QUIZAPP_INSTANCE": "own"})
    assert settings.instance == tmp_path / "own"
    assert str(tmp_path / "own") in settings.database_url


def test_an_empty_secret_key_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch()
    assert len(config.load({"instance": tmp_path}, {}).secret_key) >= 32

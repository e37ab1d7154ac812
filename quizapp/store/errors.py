"""What can be wrong with the database.

StoreError
├── NameTaken           another account has this name
└── UnusableDatabase    the setting names no database that can be reached from here
"""


class StoreError(Exception):
    """Base of all errors of this package; `str(error)` is one line for people."""


class NameTaken(StoreError):
    """Another account has the name, whatever its capitals."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"The name “{name}” is taken.")


class UnusableDatabase(StoreError):
    """The setting `database_url` names no database, or one without its driver."""

    def __init__(self, expected: str) -> None:
        self.expected = expected
        super().__init__(f"database_url must be {expected}.")

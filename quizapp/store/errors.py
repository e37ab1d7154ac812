"""What can be wrong with the database.

StoreError
└── UnusableDatabase    the setting names no database that can be reached from here
"""


class StoreError(Exception):
    """Base of all errors of this package; `str(error)` is one line for people."""


class UnusableDatabase(StoreError):
    """The setting `database_url` names no database, or one without its driver."""

    def __init__(self, expected: str) -> None:
        self.expected = expected
        super().__init__(f"database_url must be {expected}.")

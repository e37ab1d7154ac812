import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no failure.
settings.register_profile("quick", deadline=None)
settings.register_profile(
    "thorough",
    max_examples=10_000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("quick")

LONG = (
    "browser/test_accessibility.py",
    "browser/",
    "tests/test_",
    "tests/quizapp/test_",
    "test_hostile.py",
    "test_pipeline.py",
    "test_any_text.py",
)
"""Parts of the names of files that take long, those that take longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files come first, so that no worker is left alone with one at the end."""
    items.sort(key=_rank)


def _rank(item: pytest.Item) -> int:
    return next((rank for rank, part in enumerate(LONG) if part in item.nodeid), len(LONG))

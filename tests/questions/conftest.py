from collections.abc import Callable

import pytest

from questions import article
from questions.annotate import annotate
from questions.story import Story, understand

Tell = Callable[..., Story]


@pytest.fixture(scope="session")
def tell() -> Tell:
    """A text as a Story."""

    def story(text: str, *, title: str | None = None) -> Story:
        return understand(annotate(article.read(text, title=title)))

    return story

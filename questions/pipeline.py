"""The whole way from an article's text to its items."""

from questions.items import Generated


def generate(
    text: str,
    *,
    title: str | None = None,
    source: str = "",
    published: str | None = None,
    limit: int | None = None,
    seed: int = 0,
) -> Generated:
    """Items derived from the facts of `text`, best first; the same arguments give the same items.

    The title defaults to a first line that looks like a headline. `published` is an ISO date.
    Raises InputError where the text cannot be read as an English article.
    """
    raise NotImplementedError
